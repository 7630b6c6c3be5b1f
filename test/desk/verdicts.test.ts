/** What became of passages, and what a reader decides about it: kept, attached elsewhere, detached, each undone as one. */
import { expect } from '@open-wc/testing';
import type { Verdict } from '../../src/anchoring/verdict.ts';
import { attach, detach, keepMoved, keepPlace, seekAgain } from '../../src/desk/attach-commands.ts';
import { placed, sought } from '../../src/desk/passages.ts';
import type { Store } from '../../src/desk/store.ts';
import { countFates, verdictOf, verdicts } from '../../src/desk/verdicts.ts';
import type { Target } from '../../src/model/record-parts.ts';
import { annotation, claim, deskOn, ownRecord, targets } from '../support/desk.ts';
import { p, paper, section } from '../support/paper.ts';

const old = paper(
  section('I', 'First', p('<a>Fifteen states emerged<b> here.'), p('<c>Nothing else<d> did.')),
  section('II', 'Second', p('<e>A last word<f>.')),
);
const now = paper(
  section('I', 'First', p('<a>Sixteen states emerged<b> here.')),
  section('II', 'Second', p('<e>A last word<f>.'), p('<c>Nothing else<d> did.')),
);

const made = (from: string, to: string, address?: string): Target => {
  const [target] = targets(old.paper, old.range(from, to));
  return { ...target!, ...(address ? { address } : {}) };
};

const states = made('a', 'b', 'I ¶1 s1');
const nothingElse = made('c', 'd', 'I ¶2 s1');
const last = made('e', 'f', 'II ¶1 s1');

const at = (
  how: Verdict['how'],
  from: string,
  to: string,
  suggestions: Verdict['suggestions'] = [],
): Verdict => ({
  how,
  ...now.range(from, to),
  confidence: 0.8,
  suggestions,
});
const orphan: Verdict = { how: 'orphan', start: 0, end: 0, confidence: 0, suggestions: [] };

/** Answers what is sought: by the words that were marked. */
function answer(store: Store, verdicts: Readonly<Record<string, Verdict>>): void {
  store.setFound(
    sought(store.desk).flatMap((one) => {
      const verdict = verdicts[one.target.exact];
      return verdict ? [{ ...one, verdict }] : [];
    }),
  );
}

const own = [
  annotation('states', { targets: [states] }),
  annotation('moved', { targets: [nothingElse] }),
  claim('two', { targets: [states, last] }),
];

function searched(): Store {
  const { store } = deskOn(now.paper, { own });
  answer(store, {
    'Fifteen states emerged': at('doubtful', 'a', 'b', [{ ...now.range('c', 'd'), confidence: 0.4 }]),
    'Nothing else': at('moved', 'c', 'd'),
    'A last word': at('moved', 'e', 'f'),
  });
  return store;
}

describe('what became of passages', () => {
  it('is that they are looked for, before anything is said', () => {
    const { store } = deskOn(now.paper, { own });
    expect(verdictOf(store.desk, 'states')?.fate).to.equal('searching');
    expect(countFates(store.desk)).to.deep.equal({
      all: 3,
      placed: 0,
      moved: 0,
      searching: 3,
      doubtful: 0,
      orphan: 0,
    });
  });

  it('tells words that have changed, and from where to where one has moved', () => {
    const { desk } = searched();
    const changed = verdictOf(desk, 'states')?.targets[0];
    expect([changed?.fate, changed?.now]).to.deep.equal(['doubtful', 'Sixteen states emerged']);
    expect(changed?.suggestions.length).to.equal(1);
    const moved = verdictOf(desk, 'moved')?.targets[0];
    expect([moved?.fate, moved?.from, moved?.to, moved?.now]).to.deep.equal([
      'moved',
      'I ¶2 s1',
      'II ¶2',
      null,
    ]);
  });

  it('is the worst of several; one found again in its own paragraph is in place', () => {
    const verdict = verdictOf(searched().desk, 'two');
    expect(verdict?.fate).to.equal('doubtful');
    expect(verdict?.targets.map(({ fate }) => fate)).to.deep.equal(['doubtful', 'placed']);
    expect(verdicts(searched().desk).map(({ id }) => id)).to.deep.equal(['states', 'two', 'moved']);
  });

  it('is nothing to tell where nobody knows where it stood', () => {
    const unknown = made('c', 'd');
    const { store } = deskOn(now.paper, { own: [annotation('m', { targets: [unknown] })] });
    answer(store, { 'Nothing else': at('moved', 'c', 'd') });
    expect(verdictOf(store.desk, 'm')).to.equal(null);
    expect(countFates(store.desk).placed).to.equal(1);
  });

  it('counts how many passages of a record are lost', () => {
    const { store } = deskOn(now.paper, { own });
    answer(store, {
      'Fifteen states emerged': orphan,
      'A last word': at('moved', 'e', 'f'),
      'Nothing else': orphan,
    });
    expect([verdictOf(store.desk, 'two')?.lost, verdictOf(store.desk, 'two')?.fate]).to.deep.equal([
      1,
      'orphan',
    ]);
    expect(placed(store.desk).orphans).to.deep.equal(['moved', 'states']);
  });
});

describe('a reader’s decision', () => {
  it('to keep a place describes the words that stand there, and can be undone', () => {
    const store = searched();
    expect(store.run(keepPlace('states', 0))).to.equal(true);
    const [target] = ownRecord(store, 'states', 'annotation').targets;
    expect(target).to.deep.include({ exact: 'Sixteen states emerged', version: store.desk.version });
    expect(target?.address).to.match(/^I ¶1/u);
    expect(verdictOf(store.desk, 'states')).to.equal(null);
    store.undo();
    expect(verdictOf(store.desk, 'states')?.fate).to.equal('doubtful');
    expect(ownRecord(store, 'states', 'annotation').targets).to.deep.equal([states]);
  });

  it('is about one passage of several; the other stays as it was', () => {
    const store = searched();
    store.run(keepPlace('two', 0));
    const [first, second] = ownRecord(store, 'two', 'claim').targets;
    expect([first?.exact, second]).to.deep.equal(['Sixteen states emerged', last]);
  });

  it('to keep what has moved is one change for all', () => {
    const store = searched();
    expect(store.run(keepMoved)).to.equal(true);
    expect(verdictOf(store.desk, 'moved')).to.equal(null);
    expect(verdictOf(store.desk, 'states')?.fate).to.equal('doubtful');
    expect(store.run(keepMoved)).to.equal(false);
  });

  it('to attach it elsewhere counts from then on', () => {
    const store = searched();
    expect(store.run(attach('states', 0, now.range('e', 'f')))).to.equal(true);
    expect(ownRecord(store, 'states', 'annotation').targets[0]?.exact).to.equal('A last word');
    expect(verdictOf(store.desk, 'states')).to.equal(null);
    store.undo();
    expect(verdictOf(store.desk, 'states')?.fate).to.equal('doubtful');
  });

  it('to detach it leaves it lost with its words, and the place as a proposal', () => {
    const store = searched();
    expect(store.run(detach('moved', 0))).to.equal(true);
    const verdict = verdictOf(store.desk, 'moved');
    expect(verdict?.fate).to.equal('orphan');
    expect(placed(store.desk).orphans).to.deep.equal(['moved']);
    expect(verdict?.targets[0]?.target.exact).to.equal('Nothing else');
    expect(verdict?.targets[0]?.suggestions[0]).to.deep.include(now.range('c', 'd'));
    expect(store.run(detach('moved', 0))).to.equal(false);
    expect(store.run(seekAgain('moved', 0))).to.equal(true);
    expect(verdictOf(store.desk, 'moved')?.fate).to.equal('moved');
  });

  it('is none where the record is not theirs, is gone, or there is no such passage', () => {
    const { store } = deskOn(now.paper, { edition: own });
    for (const command of [
      keepPlace('states', 0),
      attach('states', 0, now.range('e', 'f')),
      detach('gone', 0),
    ])
      expect(store.run(command)).to.equal(false);
    const mine = searched();
    for (const command of [keepPlace('states', 7), detach('states', 7), attach('states', 0, null)])
      expect(mine.run(command)).to.equal(false);
  });
});
