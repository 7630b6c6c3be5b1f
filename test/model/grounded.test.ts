/** Grounded labelling: the textbook's frameworks, support by steps, and that it is the least of all complete labellings. */
import { expect } from '@open-wc/testing';
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import { grounded, type Label } from '../../src/model/grounded.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { attack, claim, step } from '../support/desk.ts';

const signs: Readonly<Record<Label, string>> = { accepted: '+', rejected: '-', undecided: '?' };

/** `a+ b- c?`: the labels in the order of the ids. */
const told = (records: readonly NotebookRecord[], gone: readonly string[] = []): string =>
  [...grounded(buildArgument(records), { gone: new Set(gone) })]
    .map(([id, label]) => `${id}${signs[label]}`)
    .sort()
    .join(' ');

const claims = (names: string): NotebookRecord[] => [...names].map((name) => claim(name));

/** A framework of attacks: `ab` means that a attacks b. */
const framework = (names: string, attacks: string): NotebookRecord[] => [
  ...claims(names),
  ...(attacks === '' ? [] : attacks.split(' ')).map((pair, at) =>
    attack(`x${at}`, pair.charAt(0), pair.charAt(1)),
  ),
];

describe('grounded labelling of attacks', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['nothing attacked', 'ab', '', 'a+ b+'],
    ['an attack', 'ab', 'ab', 'a+ b-'],
    ['reinstatement', 'abc', 'ab bc', 'a+ b- c+'],
    ['a chain of four', 'abcd', 'ab bc cd', 'a+ b- c+ d-'],
    ['the Nixon diamond', 'ab', 'ab ba', 'a? b?'],
    ['a circle of three', 'abc', 'ab bc ca', 'a? b? c?'],
    ['a claim against itself', 'a', 'aa', 'a?'],
    ['what a claim against itself attacks', 'ab', 'aa ab', 'a? b?'],
    ['floating acceptance, which the cautious do not grant', 'abcd', 'ab ba ac bc cd', 'a? b? c? d?'],
    ['a circle of two that somebody breaks', 'abc', 'ab ba ca', 'a- b+ c+'],
    ['two attackers, of whom one stands', 'abcd', 'da ac bc', 'a- b+ c- d+'],
  ];
  for (const [name, names, attacks, expected] of cases) {
    it(`labels ${name}`, () => expect(told(framework(names, attacks))).to.equal(expected));
  }

  it('counts a mutual attack as one from each side', () => {
    expect(told([...claims('ab'), attack('x', 'a', 'b', { mutual: true })])).to.equal('a? b?');
  });
});

describe('grounded labelling with steps', () => {
  it('needs all premises of a step, and one step of several', () => {
    const records = [...claims('abcdu'), step('s', ['a', 'b'], 'd'), attack('x', 'u', 'a')];
    expect(told(records)).to.equal('a- b+ c+ d- s- u+');
    expect(told([...records, step('t', ['c'], 'd')])).to.equal('a- b+ c+ d+ s- t+ u+');
  });

  it('lets an undercut break the step and not the claims', () => {
    const records = [...claims('acu'), step('s', ['a'], 'c'), attack('x', 'u', 's', { attack: 'undercut' })];
    expect(told(records)).to.equal('a+ c- s- u+');
    const noted = [claim('a'), claim('u'), claim('c', { notes: ['fn1'] }), ...records.slice(3)];
    expect(told(noted)).to.equal('a+ c+ s- u+');
  });

  it('leaves a circle of support undecided, and accepts it where something else carries it', () => {
    const circle = [step('s', ['a'], 'b'), step('t', ['b'], 'a')];
    expect(told([...claims('ab'), ...circle])).to.equal('a? b? s? t?');
    expect(told([claim('a', { notes: ['fn1'] }), claim('b'), ...circle])).to.equal('a+ b+ s+ t+');
  });

  it('rejects what is set aside, and sees what follows', () => {
    const records = [...claims('abc'), step('s', ['a'], 'c'), attack('x', 'b', 'c')];
    expect(told(records)).to.equal('a+ b+ c- s+');
    expect(told(records, ['b'])).to.equal('a+ b- c+ s+');
    expect(told(records, ['b', 'a'])).to.equal('a- b- c- s-');
  });
});

/** Whether a labelling is complete, by the definition and not by how it is found. */
function isComplete(graph: Argument, label: (id: string) => Label): boolean {
  const attackers = (id: string): Label[] =>
    graph.attacksOn(id).map(({ from, to }) => label(to === id ? from : to));
  const expectedOf = (needs: readonly (readonly Label[])[], hurts: readonly Label[]): Label => {
    const isCarried = needs.some((need) => need.every((one) => one === 'accepted'));
    const isBroken = needs.every((need) => need.includes('rejected'));
    if (isBroken || hurts.includes('accepted')) return 'rejected';
    return isCarried && hurts.every((one) => one === 'rejected') ? 'accepted' : 'undecided';
  };
  const ofClaim = ({ id, notes }: { readonly id: string; readonly notes: readonly string[] }): Label => {
    const steps = graph.supportsFor(id).map((one) => [label(one.id)]);
    return expectedOf(notes.length > 0 || steps.length === 0 ? [[]] : steps, attackers(id));
  };
  return (
    [...graph.claims.values()].every((one) => label(one.id) === ofClaim(one)) &&
    [...graph.inferences.values()].every(
      (one) =>
        label(one.id) ===
        expectedOf([one.premises.map((premise) => label(premise.claim))], attackers(one.id)),
    )
  );
}

/**
 * Examples of the field in its own words, with the labels that were published. `assumed` claims stand by themselves;
 * what nobody argues for and nobody assumes is set aside, as it is out there. Where an issue lists positions that
 * exclude each other, each attacks the other.
 */
describe('grounded labelling of published examples', () => {
  interface Example {
    readonly name: string;
    readonly assumed: string;
    readonly unassumed?: string;
    readonly concluded?: string;
    /** `a,b>c`: a step from a and b to c, named after what it concludes in where it is undercut. */
    readonly steps?: readonly string[];
    readonly attacks?: readonly string[];
    readonly undercuts?: readonly string[];
    readonly issues?: readonly string[];
    readonly accepted?: string;
    readonly rejected?: string;
    readonly undecided?: string;
  }
  const words = (text = ''): readonly string[] => text.split(' ').filter(Boolean);
  const pairs = (texts: readonly string[] = []): (readonly [string, string])[] =>
    texts.map((text) => [text.split('>')[0] ?? '', text.split('>')[1] ?? '']);

  const examples: readonly Example[] = [
    {
      name: 'a bird that flies, and is ill: the step is undercut (Tweety)',
      assumed: 'bird birdsFly ill',
      unassumed: 'penguin ostrich',
      concluded: 'flies fliesNot inapplicable',
      steps: ['bird,birdsFly>flies', 'penguin>fliesNot', 'ostrich>fliesNot', 'ill>inapplicable'],
      undercuts: ['inapplicable>flies'],
      issues: ['flies>fliesNot'],
      accepted: 'bird birdsFly ill inapplicable',
      rejected: 'penguin ostrich flies fliesNot',
    },
    {
      name: 'Quaker and Republican: pacifist or not (Reiter’s Nixon diamond)',
      assumed: 'quaker republican',
      concluded: 'pacifist hawk',
      steps: ['quaker>pacifist', 'republican>hawk'],
      issues: ['pacifist>hawk'],
      accepted: 'quaker republican',
      undecided: 'pacifist hawk',
    },
    {
      name: 'John wears a ring and goes out late (Caminada & Amgoud 2007), the attacks on conclusions',
      assumed: 'ring late',
      concluded: 'married bachelor wife noWife',
      steps: ['ring>married', 'late>bachelor', 'married>wife', 'bachelor>noWife'],
      issues: ['married>bachelor', 'wife>noWife'],
      accepted: 'ring late',
      undecided: 'married bachelor wife noWife',
    },
    {
      name: 'a thing that looks red in red light (Pollock): the claim has lost its one step',
      assumed: 'looksRed normally redLight',
      concluded: 'isRed inapplicable',
      steps: ['looksRed,normally>isRed', 'redLight>inapplicable'],
      undercuts: ['inapplicable>isRed'],
      accepted: 'looksRed normally redLight inapplicable',
      rejected: 'isRed',
    },
    {
      name: 'Wiebe is Frisian, hence Dutch, hence tall (Prakken 2010)',
      assumed: 'frisian',
      unassumed: 'exception',
      concluded: 'dutch tall',
      steps: ['frisian>dutch', 'dutch>tall'],
      undercuts: ['exception>dutch'],
      accepted: 'frisian dutch tall',
      rejected: 'exception',
    },
    {
      name: 'a witness who says that he is unreliable (Carneades)',
      assumed: 'says',
      concluded: 'unreliable inapplicable',
      steps: ['says>unreliable', 'unreliable>inapplicable'],
      undercuts: ['inapplicable>unreliable'],
      accepted: 'says',
      undecided: 'unreliable inapplicable',
    },
    {
      name: 'a claim that carries its own opposite (Carneades’ self-defeat)',
      assumed: '',
      concluded: 'p notP',
      steps: ['notP>p', 'p>notP'],
      issues: ['p>notP'],
      undecided: 'p notP',
    },
    {
      name: 'circles of support of two and of three (Carneades’ loops)',
      assumed: '',
      concluded: 'p q a b c',
      steps: ['p>q', 'q>p', 'a>b', 'b>c', 'c>a'],
      undecided: 'p q a b c',
    },
    {
      name: 'a circle of support that something outside carries (Carneades)',
      assumed: 'r',
      concluded: 'p q',
      steps: ['q>p', 'p>q', 'r>p'],
      accepted: 'p q r',
    },
    {
      name: 'linked premises under one of two convergent ones (Carneades)',
      assumed: 'q r',
      unassumed: 's',
      concluded: 'p t',
      steps: ['q,r>p', 'p>t', 's>t'],
      accepted: 'q r p t',
      rejected: 's',
    },
    {
      name: 'an undercut step whose premise is undecided (Carneades)',
      assumed: 'exception',
      concluded: 'p notP q',
      steps: ['p>q', 'p>notP', 'notP>p'],
      undercuts: ['exception>q'],
      issues: ['p>notP'],
      accepted: 'exception',
      rejected: 'q',
      undecided: 'p notP',
    },
    {
      name: 'snake or rope: the one that did not move (Walton, Tindale & Gordon 2014)',
      assumed: 'likeSnake likeRope stayed',
      unassumed: 'moved',
      concluded: 'snake rope',
      steps: ['likeSnake,moved>snake', 'likeRope,stayed>rope'],
      issues: ['snake>rope', 'moved>stayed'],
      accepted: 'likeSnake likeRope stayed rope',
      rejected: 'moved snake',
    },
    {
      name: 'a killing, and self-defence by a witness who is not credible (Prakken & Sartor)',
      assumed: 'killing malice article187 w1 w2 w1NotCredible',
      unassumed: 'article197 excluded197 w2NotCredible',
      concluded: 'murder selfDefence noSelfDefence excluded187',
      steps: [
        'killing,malice,article187>murder',
        'w1>selfDefence',
        'w2>noSelfDefence',
        'selfDefence,article197>excluded187',
      ],
      undercuts: [
        'w1NotCredible>selfDefence',
        'w2NotCredible>noSelfDefence',
        'excluded187>murder',
        'excluded197>excluded187',
      ],
      issues: ['selfDefence>noSelfDefence'],
      accepted: 'killing malice article187 w1 w2 w1NotCredible murder noSelfDefence',
      rejected: 'article197 excluded197 w2NotCredible selfDefence excluded187',
    },
    {
      name: 'Watson has been in Afghanistan (Doyle, as Carneades has it)',
      assumed: 'medical military darkFace fairWrists warmer sun haggard stiffArm',
      unassumed: 'notAfghanistan',
      concluded: 'doctor tanned abroad hardship injured afghanistan',
      steps: [
        'medical,military>doctor',
        'fairWrists,darkFace>tanned',
        'tanned,warmer,sun>abroad',
        'haggard>hardship',
        'stiffArm>injured',
        'doctor,hardship,injured,abroad>afghanistan',
      ],
      issues: ['afghanistan>notAfghanistan'],
      accepted: 'doctor tanned abroad hardship injured afghanistan',
      rejected: 'notAfghanistan',
    },
    {
      name: 'three who want to ride a tandem, any two without the third (Baroni, Caminada & Giacomin 2011)',
      assumed: 'john mary suzy',
      concluded: 'j m s jm js ms',
      steps: ['john>j', 'mary>m', 'suzy>s', 'j,m>jm', 'j,s>js', 'm,s>ms'],
      attacks: ['jm>s', 'js>m', 'ms>j'],
      accepted: 'john mary suzy',
      undecided: 'j m s jm js ms',
    },
    {
      name: 'seven arguments (van Gijzel): one settled, two that settle each other, a circle of three',
      assumed: 'a b c d e f g',
      attacks: ['a>b', 'c>b', 'c>d', 'd>c', 'd>e', 'e>g', 'f>e', 'g>f'],
      accepted: 'a',
      rejected: 'b',
      undecided: 'c d e f g',
    },
    {
      name: 'two that attack each other and one behind them (Modgil & Caminada 2009)',
      assumed: 'a b c d',
      attacks: ['a>b', 'b>a', 'a>c', 'b>c', 'c>d'],
      undecided: 'a b c d',
    },
    {
      name: 'rain or not, a forecast, and who speaks against it: reinstatement (Dung 1995)',
      assumed: 'a b c d e',
      attacks: ['a>b', 'b>c', 'c>d', 'd>e', 'e>d'],
      accepted: 'a c e',
      rejected: 'b d',
    },
  ];

  function recordsOf(example: Example): NotebookRecord[] {
    const names = [example.assumed, example.unassumed, example.concluded].flatMap((text) => words(text));
    const steps = pairs(example.steps);
    const stepTo = (conclusion: string): string => `step-${steps.findIndex(([, to]) => to === conclusion)}`;
    return [
      ...names.map((name) => claim(name)),
      ...steps.map(([from, to], at) => step(`step-${at}`, from.split(','), to)),
      ...pairs(example.attacks).map(([from, to], at) => attack(`attack-${at}`, from, to)),
      ...pairs(example.issues).map(([from, to], at) => attack(`issue-${at}`, from, to, { mutual: true })),
      ...pairs(example.undercuts).map(([from, to], at) =>
        attack(`undercut-${at}`, from, stepTo(to), { attack: 'undercut' }),
      ),
    ];
  }

  for (const example of examples) {
    it(`labels ${example.name}`, () => {
      const found = grounded(buildArgument(recordsOf(example)), { gone: new Set(words(example.unassumed)) });
      for (const label of ['accepted', 'rejected', 'undecided'] as const)
        for (const id of words(example[label])) expect(found.get(id), id).to.equal(label);
    });
  }
});

describe('laws of grounded labelling', () => {
  /** An argument of four claims, two steps and four attacks, circles and undercuts among them. */
  function grown(dice: Dice): Argument {
    const names = ['a', 'b', 'c', 'd'];
    const pick = (): string => dice.pick(names);
    const steps = ['s', 't'].map((id) => step(id, [...new Set([pick(), pick()])], pick()));
    const attacks = Array.from({ length: 4 }, (_, at) =>
      attack(`x${at}`, pick(), dice.next() < 0.3 ? dice.pick(['s', 't']) : pick(), {
        mutual: dice.next() < 0.2,
      }),
    );
    const noted = names.map((id) => claim(id, dice.next() < 0.3 ? { notes: ['fn1'] } : {}));
    return buildArgument([...noted, ...steps, ...attacks]);
  }

  it('is complete, and everything that it decides every complete labelling decides alike', () => {
    let decided = 0;
    forSeeds(60, (seed) => {
      const graph = grown(new Dice(seed));
      const found = grounded(graph);
      expect(isComplete(graph, (id) => found.get(id) ?? 'undecided')).to.equal(true);
      const ids = [...found.keys()];
      const labels: readonly Label[] = ['accepted', 'rejected', 'undecided'];
      for (let code = 0; code < 3 ** ids.length; code += 1) {
        const other = (id: string): Label =>
          labels[Math.floor(code / 3 ** ids.indexOf(id)) % 3] ?? 'undecided';
        if (!isComplete(graph, other)) continue;
        for (const id of ids) {
          if (found.get(id) === 'undecided') continue;
          decided += 1;
          expect(other(id), id).to.equal(found.get(id));
        }
      }
    });
    expect(decided).to.be.above(100);
  });

  it('takes time in proportion to the argument, whatever its shape', () => {
    const shapes: readonly ((size: number) => NotebookRecord[])[] = [
      // A chain of attacks, a chain of steps, one claim that all support and all attack.
      (size) => chain(size, (at) => attack(`x${at}`, `c${at}`, `c${at + 1}`)),
      (size) => chain(size, (at) => step(`s${at}`, [`c${at}`], `c${at + 1}`)),
      (size) =>
        chain(size, (at) =>
          at % 2 ? step(`s${at}`, [`c${at + 1}`], 'c0') : attack(`x${at}`, `c${at + 1}`, 'c0'),
        ),
    ];
    function chain(size: number, link: (at: number) => NotebookRecord): NotebookRecord[] {
      const names = Array.from({ length: size + 1 }, (_, at) => claim(`c${at}`));
      return [...names, ...Array.from({ length: size }, (_, at) => link(at))];
    }
    const best = (graph: Argument): number => {
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now();
        grounded(graph);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    for (const shape of shapes) {
      const [small, large] = [2_000, 16_000].map((size) => buildArgument(shape(size)));
      if (!small || !large) throw new RangeError('Two sizes are measured.');
      grounded(small);
      // Eight times as much; what grows with the square would take sixty-four times.
      expect(best(large) / Math.max(0.5, best(small))).to.be.below(30);
    }
  });

  it('does not depend on the order of the records', () => {
    forSeeds(40, (seed) => {
      const dice = new Dice(seed);
      const graph = grown(dice);
      const records = [...graph.claims.values(), ...graph.inferences.values(), ...graph.conflicts.values()];
      const again = grounded(buildArgument(dice.shuffle(records)));
      for (const [id, label] of grounded(graph)) expect(again.get(id), id).to.equal(label);
    });
  });
});
