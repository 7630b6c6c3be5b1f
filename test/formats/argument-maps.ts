/** Arguments from a seed, with everything that a file of one must keep: and the ones that are told by name. */
import {
  answers,
  claimRoles,
  premiseRoles,
  type Claim,
  type Conflict,
  type Group,
  type Inference,
  type Preference,
} from '../../src/model/argument-records.ts';
import type { Target } from '../../src/model/record-parts.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { Dice } from '../notebook/generate.ts';

const wordings = [
  'Oil came first.',
  '',
  'العربية: النفط أولاً',
  'Line one\nline two',
  '<b>bold</b> & "quoted" \\ back',
  '=SUM(A1)',
  'emoji 🛢 and 𝔸, e\u0301',
  'a | b { c } [ d ] ; e --> f',
  '```',
  '%% graph end',
];

/** A passage of the canonical wording. */
export function plainTarget(dice: Dice): Target {
  const { exact, prefix, suffix, start, end } = dice.target();
  return {
    exact,
    prefix,
    suffix,
    start,
    end,
    ...dice.pick([{}, { note: 'fn3' }, { address: 'III.B ¶4 s2' }]),
  };
}

const stamp = (dice: Dice) => ({
  creator: dice.pick(['Ada', 'Élise', '']),
  created: dice.date(),
  modified: dice.date(),
});

function aClaim(dice: Dice, id: string, groups: readonly string[]): Claim {
  const others = ['w1', 'w-2', 'a.b']
    .slice(0, dice.below(4))
    .map((one) => ({ id: one, text: dice.pick(wordings) }));
  return {
    kind: 'claim',
    id,
    ...stamp(dice),
    role: dice.pick(claimRoles),
    wording: dice.pick(wordings),
    targets: dice.some(() => {
      const target = plainTarget(dice);
      return dice.next() < 0.4 ? { ...target, wording: dice.pick(['w1', 'w-2', 'gone']) } : target;
    }),
    notes: dice.some(() => `fn${dice.below(90)}`),
    group: dice.pick([null, 'gone', ...groups]),
    aside: dice.next() < 0.2,
    wordings: others,
    foreign: dice.pick([null, null, '{"format":"argdown","tags":["x"]}']),
  };
}

function aStep(dice: Dice, id: string, claims: readonly string[]): Inference {
  const ends = [...claims, 'gone'];
  return {
    kind: 'inference',
    id,
    ...stamp(dice),
    premises: Array.from({ length: dice.below(4) }, () => ({
      claim: dice.pick(ends),
      role: dice.pick([null, ...premiseRoles]),
    })),
    conclusion: dice.pick(ends),
    gist: dice.text(),
    implicit: dice.next() < 0.3,
    scheme: dice.pick([null, 'expert-opinion', 'analogy', 'a rule of my own', 'RA']),
    qualifier: dice.pick([null, 'presumably']),
    questions: dice.some(() => ({
      question: 'analogy.same',
      answer: dice.pick(answers),
      remark: dice.text(),
    })),
    foreign: null,
  };
}

function anAttack(dice: Dice, id: string, claims: readonly string[], steps: readonly string[]): Conflict {
  const isUndercut = dice.next() < 0.4;
  return {
    kind: 'conflict',
    id,
    ...stamp(dice),
    from: dice.pick([...claims, 'gone']),
    to: dice.pick(isUndercut ? [...steps, 'gone'] : [...claims, 'gone']),
    attack: isUndercut ? 'undercut' : dice.pick(['rebut', 'undermine'] as const),
    mutual: dice.next() < 0.4,
    gist: dice.text(),
    question: dice.pick([null, 'expert-opinion.expert']),
    foreign: null,
  };
}

const aGroup = (dice: Dice, id: string, parent: string | null): Group => ({
  kind: 'group',
  id,
  ...stamp(dice),
  title: dice.pick(wordings),
  section: dice.pick([null, 'III.B']),
  parent,
  foreign: null,
});

const aPreference = (dice: Dice, id: string, ends: readonly string[]): Preference => ({
  kind: 'preference',
  id,
  ...stamp(dice),
  over: dice.pick(ends),
  under: dice.pick([...ends, 'gone']),
  gist: dice.text(),
  foreign: null,
});

const named = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_unused, at) => `${letter}${at + 1}`);

/** A map of about `size` claims, with every kind of record that an argument has; much of it points nowhere. */
export function aMap(seed: number, size: number): readonly NotebookRecord[] {
  const dice = new Dice(seed, 'map');
  const [claims, steps, groups] = [named('c', size), named('i', size), named('g', Math.ceil(size / 5))];
  const ends = [...claims, ...steps, 'gone'];
  return [
    ...groups.map((id, at) => aGroup(dice, id, at === 0 ? null : dice.pick([null, ...groups.slice(0, at)]))),
    ...claims.map((id) => aClaim(dice, id, groups)),
    ...steps.map((id) => aStep(dice, id, claims)),
    ...named('x', Math.ceil(size / 3)).map((id) => anAttack(dice, id, claims, steps)),
    ...named('p', Math.ceil(size / 6)).map((id) => aPreference(dice, id, ends)),
    ...claims.slice(0, 2).map((claim): NotebookRecord => ({
      kind: 'pin',
      id: `pin-${claim}`,
      ...stamp(dice),
      claim,
      x: dice.below(900),
      y: -1,
    })),
    {
      kind: 'presentation',
      id: 'show',
      ...stamp(dice),
      title: 'Before the class',
      steps: dice.shuffle(ends).slice(0, 5),
    },
    { kind: 'extra', id: 'note', ...stamp(dice), format: 'argdown', what: 'comment', content: '"// kept"' },
  ];
}

/** Records in an order of their own, so that two lists of the same can be compared. */
export const byId = (records: readonly NotebookRecord[]): readonly NotebookRecord[] =>
  [...records].sort((one, other) => (one.id < other.id ? -1 : 1));
