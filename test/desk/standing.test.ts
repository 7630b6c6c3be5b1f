/** Authorities on the real paper, against what one reads there; and how claims stand step by step. */
import { expect } from '@open-wc/testing';
import { leaningOn, nobody, ofRole } from '../../src/model/authorities.ts';
import { wayDown } from '../../src/model/way-down.ts';
import { backing, ledgerOf, nameOfAuthority, rowOf } from '../../src/desk/backing.ts';
import { argument } from '../../src/desk/desk.ts';
import {
  nothingWithout,
  standingOf,
  standings,
  standingWords,
  toggleWithout,
} from '../../src/desk/standing.ts';
import type { Store } from '../../src/desk/store.ts';
import { addWorks } from '../../src/desk/supply-commands.ts';
import { readNotebookFile } from '../../src/notebook/file.ts';
import { claim, deskOn, source, step, support } from '../support/desk.ts';
import { corpusFile, note, p, paper, realPaper, section } from '../support/paper.ts';

async function realDesk(): Promise<Store> {
  const { records } = readNotebookFile(await corpusFile('gul-2008/reading.json'));
  return deskOn(await realPaper(), { edition: records }).store;
}

describe('the authorities of the real paper', () => {
  // Read in the paper: “As Aliyeva argues” (53), “According to Aliyeva” (54), “Additionally, for Aliyeva” (55),
  // “Actually, according to Aliyeva” (71), “Again, Aliyeva argues” (72).
  it('Aliyeva is behind five notes and carries six claims', async () => {
    const { desk } = await realDesk();
    expect(rowOf(desk, 'src-aliyeva')).to.deep.equal({
      authority: 'src-aliyeva',
      notes: ['fn53', 'fn54', 'fn55', 'fn71', 'fn72'],
      claims: [
        'c-lachin',
        'c-coup-support',
        'c-other-causes',
        'c-early-neutral',
        'c-later-favoured',
        'c-disarmament',
      ],
    });
  });

  it('two of the issues lean on Aliyeva, and so the conclusion', async () => {
    const { desk } = await realDesk();
    const leaning = leaningOn(argument(desk), rowOf(desk, 'src-aliyeva')!.claims);
    expect(ofRole(argument(desk), leaning, 'issue')).to.deep.equal(['c-interventions', 'c-armenia']);
    expect(ofRole(argument(desk), leaning, 'determinant')).to.deep.equal([]);
    expect(ofRole(argument(desk), leaning, 'conclusion')).to.deep.equal(['c-relations']);
  });

  it('of 79 notes the text names somebody for 32, by 17 names', async () => {
    const { desk } = await realDesk();
    const { rows, named } = ledgerOf(desk);
    expect(named).to.equal(32);
    expect(rows).to.have.length(18);
    expect(rows[0]?.authority).to.equal('src-russell');
    expect(rows.at(-1)?.authority).to.equal(nobody);
    expect(rows.at(-1)?.notes).to.have.length(47);
  });

  // By hand. Lachin, other causes, early neutrality and disarmament have her notes and nothing else. The later
  // favour has her note 71 and leans on the disarmament. The coup has her note 54, but Elchibey's refusal and
  // Mutalibov lead to it as well. Russia's backing of Armenia keeps notes 70 and 75.
  it('without Aliyeva four claims fall at once, a fifth with them, two are weaker', async () => {
    const store = await realDesk();
    store.setSession(toggleWithout(store.desk, 'src-aliyeva'));
    const all = standings(store.desk)!;
    expect(all.outcome.steps).to.deep.equal([
      ['c-lachin', 'c-other-causes', 'c-early-neutral', 'c-disarmament'],
      ['c-later-favoured'],
    ]);
    expect([...all.weakened].sort()).to.deep.equal(['c-backed-armenia', 'c-coup-support']);
    expect(wayDown(all.outcome, 'c-later-favoured').map((link) => link.claim)).to.deep.equal([
      'c-disarmament',
      'c-later-favoured',
    ]);
    // The undercut by the other causes of Elchibey's fall goes with its claim.
    expect(all.outcome.released).to.deep.equal([
      { conflict: 'x-elchibey-fall', attacker: 'c-other-causes', attacked: 'i-coup-hand' },
    ]);
  });

  it('without all names and all notes, what has neither note nor reason still stands', async () => {
    const store = await realDesk();
    store.setSession({ without: new Set([...backing(store.desk).backers.keys(), nobody]) });
    const { fallen } = standings(store.desk)!;
    expect(fallen.has('c-victory-unlikely')).to.equal(false);
    expect(fallen.has('c-fear-redomination')).to.equal(false);
    expect(fallen.has('c-relations')).to.equal(true);
  });
});

const sample = paper(
  section(
    'I.',
    'Title',
    p('<a>So says Noam<b>', note('1'), ', <c>and so on<d>', note('2'), '.'),
    p('Nobody is named.', note('3')),
  ),
);
const edition = [
  source('noam', 'Noam'),
  source('anna', 'Anna'),
  support(sample.paper, '1', sample.range('a', 'b'), { sources: ['noam', 'noam', 'gone'] }),
  support(sample.paper, '2', sample.range('c', 'd'), { sources: ['anna'] }),
  claim('low', { notes: ['fn1'] }),
  claim('mid', { notes: [] }),
  claim('top', { notes: [] }),
  claim('other', { notes: ['fn1', 'fn2'] }),
  step('s1', ['low'], 'mid'),
  step('s2', ['mid'], 'top'),
];

describe('works that a reader supplied', () => {
  const item = {
    id: 'x',
    type: 'book',
    title: 'Small Nations',
    author: [{ family: 'Cornell' }],
    issued: { 'date-parts': [[2001]] },
  };

  it('stand behind a note for which nobody is named, and not beside a name', () => {
    const { store } = deskOn(sample.paper, { edition });
    expect(ledgerOf(store.desk).rows.at(-1)).to.include({ authority: nobody });
    store.run(addWorks([item], { note: 'fn3', source: null }));
    store.run(addWorks([item], { note: 'fn1', source: null }));
    const { behind, backers } = backing(store.desk);
    expect(behind.get('fn1')).to.deep.equal(['noam']);
    const [work] = behind.get('fn3')!;
    expect(backers.get(work!)).to.deep.equal({ id: work, name: 'Cornell 2001', kind: 'supplied' });
    expect(rowOf(store.desk, nobody)).to.equal(null);
  });

  it('are their authority’s where one attached them to it', () => {
    const { store } = deskOn(sample.paper, { edition });
    store.run(addWorks([item], { note: 'fn3', source: 'anna' }));
    expect(backing(store.desk).behind.get('fn3')).to.deep.equal(['anna']);
  });

  it('are called by author and year, else by title', () => {
    const { store } = deskOn(sample.paper, { edition });
    const names = [
      { ...item, author: [{ literal: 'The State Duma' }], issued: {} },
      { id: 'x', type: 'book', title: 'Small Nations' },
      { ...item, author: [{ family: 'A' }, { family: 'B' }, { family: 'C' }] },
      { ...item, author: [{ family: 'A' }, { family: 'B' }] },
      { id: 'x', type: 'book' },
    ];
    for (const one of names) store.run(addWorks([one], { note: 'fn3', source: null }));
    const supplied = [...backing(store.desk).backers.values()].filter((one) => one.kind === 'supplied');
    expect(supplied.map((one) => one.name)).to.deep.equal([
      'The State Duma',
      'Small Nations',
      'A and others 2001',
      'A and B 2001',
      'Untitled work',
    ]);
  });
});

describe('how claims stand', () => {
  const open = (): Store => deskOn(sample.paper, { edition }).store;

  it('names only authorities that a record explains, each once', () => {
    expect(backing(open().desk).behind.get('fn1')).to.deep.equal(['noam']);
    expect(nameOfAuthority(open().desk, 'noam')).to.equal('Noam');
    expect(nameOfAuthority(open().desk, nobody)).to.equal('Nobody named');
  });

  it('says nothing while nothing is taken away', () => {
    const { desk } = open();
    expect(standings(desk)).to.equal(null);
    expect(standingOf(desk, 'low')).to.equal(null);
    expect(standingWords(desk, 'low')).to.equal('');
  });

  it('says what falls and what is weaker, and by whose absence', () => {
    const store = open();
    store.setSession(toggleWithout(store.desk, 'noam'));
    expect(standingWords(store.desk, 'top')).to.equal('falls without Noam');
    expect(standingWords(store.desk, 'other')).to.equal('has less to stand on without Noam');
    store.setSession(toggleWithout(store.desk, 'anna'));
    store.setSession(toggleWithout(store.desk, nobody));
    expect(standingWords(store.desk, 'other')).to.equal(
      'falls without Noam, Anna and the notes that name nobody',
    );
  });

  it('shows the falling up to a step: what falls later is weaker until then', () => {
    const store = open();
    store.setSession({ ...toggleWithout(store.desk, 'noam'), withoutStep: 0 });
    const first = standings(store.desk)!;
    expect([...first.fallen]).to.deep.equal(['low']);
    expect([...first.now]).to.deep.equal(['low']);
    expect([...first.weakened].sort()).to.deep.equal(['mid', 'other']);
    store.setSession({ withoutStep: 1 });
    expect([...standings(store.desk)!.now]).to.deep.equal(['mid']);
    expect([...standings(store.desk)!.weakened].sort()).to.deep.equal(['other', 'top']);
    store.setSession({ withoutStep: null });
    expect([...standings(store.desk)!.now]).to.deep.equal([]);
    expect(standings(store.desk)).to.equal(standings(store.desk));
  });

  it('follows the records, and is over when all is put back', () => {
    const store = open();
    store.setSession(toggleWithout(store.desk, 'noam'));
    store.setLayerVisible('edition', false);
    expect(standings(store.desk)!.fallen.size).to.equal(0);
    store.setLayerVisible('edition', true);
    expect(standings(store.desk)!.fallen.size).to.equal(3);
    store.setSession(toggleWithout(store.desk, 'noam'));
    expect(standings(store.desk)).to.equal(null);
    store.setSession(toggleWithout(store.desk, 'anna'));
    store.setSession(nothingWithout);
    expect(standings(store.desk)).to.equal(null);
  });
});
