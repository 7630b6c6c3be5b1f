/** Earlier states and the present: what is different, setting all of it back, taking one record out again. */
import { expect } from '@open-wc/testing';
import { bringBack, differences, setBack } from '../../src/desk/history-commands.ts';
import { ownLayer } from '../../src/desk/desk.ts';
import { remove } from '../../src/desk/remove-commands.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import type { Store } from '../../src/desk/store.ts';
import { annotation, attack, claim, deskOn, step } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const ownDesk = (...own: readonly NotebookRecord[]): { store: Store } =>
  deskOn(paper(p('Some words.')).paper, { own });

const records = (...all: readonly NotebookRecord[]): ReadonlyMap<string, NotebookRecord> =>
  new Map(all.map((record) => [record.id, record]));

describe('what is different since', () => {
  it('is what is gone, changed and new, a date of change alone being no change', () => {
    const past = records(claim('a'), claim('b'), claim('c'), claim('d'));
    const now = records(
      claim('a'),
      claim('b', { wording: 'Another wording.' }),
      claim('d', { modified: '2026-02-02T00:00:00Z' }),
      claim('e'),
    );
    const { gone, changed, added } = differences(past, now);
    expect([gone, changed, added].map((list) => list.map(({ id }) => id))).to.deep.equal([
      ['c'],
      ['b'],
      ['e'],
    ]);
    expect(changed[0]).to.equal(past.get('b'));
  });
});

describe('setting back', () => {
  it('makes the notebook what it was, whatever was done since, and can be undone as one', () => {
    const { store } = ownDesk(
      claim('a'),
      claim('b'),
      claim('c'),
      step('s', ['a', 'b'], 'c'),
      annotation('m'),
    );
    const past = ownLayer(store.desk).records;
    store.run(remove('a'));
    store.run(() => ({ label: 'Add', put: [claim('z')] }));
    store.run(() => ({ label: 'Change', put: [annotation('m', { body: 'later words' })] }));
    const present = ownLayer(store.desk).records;
    expect(store.run(setBack(past, 'Set back'))).to.equal(true);
    const after = ownLayer(store.desk).records;
    expect([...after.keys()].sort()).to.deep.equal([...past.keys()].sort());
    for (const [id, record] of past) expect(after.get(id)).to.deep.equal(record);
    expect(store.undo()).to.equal('Set back');
    const again = ownLayer(store.desk).records;
    expect([...again.keys()].sort()).to.deep.equal([...present.keys()].sort());
    for (const [id, record] of present) expect(again.get(id)).to.deep.equal(record);
  });

  it('has nothing to do where nothing is different', () => {
    const { store } = ownDesk(claim('a'));
    expect(store.run(setBack(ownLayer(store.desk).records, 'Set back'))).to.equal(false);
  });
});

describe('taking one record out again', () => {
  it('brings what it stands on with it, and nothing else', () => {
    const { store } = ownDesk(
      claim('a'),
      claim('b'),
      claim('c'),
      claim('apart'),
      step('s', ['a'], 'b'),
      attack('k', 'c', 's', { attack: 'undercut' }),
    );
    const past = ownLayer(store.desk).records;
    for (const id of ['a', 'c', 'apart']) store.run(remove(id));
    expect([...ownLayer(store.desk).records.keys()]).to.deep.equal(['b']);
    expect(store.run(bringBack(past, 'k'))).to.equal(true);
    expect([...ownLayer(store.desk).records.keys()].sort()).to.deep.equal(['a', 'b', 'c', 'k', 's']);
    expect(store.undo()).to.equal('Bring back');
    expect([...ownLayer(store.desk).records.keys()]).to.deep.equal(['b']);
  });

  it('leaves what is there now as it is', () => {
    const { store } = ownDesk(claim('a'), claim('b'), step('s', ['a'], 'b'));
    const past = ownLayer(store.desk).records;
    store.run(remove('s'));
    store.run(() => ({ label: 'Reword', put: [claim('a', { wording: 'New words.' })] }));
    store.run(bringBack(past, 's'));
    const now = ownLayer(store.desk).records.get('a');
    expect(now?.kind === 'claim' && now.wording).to.equal('New words.');
    expect(store.run(bringBack(past, 's'))).to.equal(false);
    expect(store.run(bringBack(past, 'nobody'))).to.equal(false);
    store.run(bringBack(past, 'a'));
    const then = ownLayer(store.desk).records.get('a');
    expect(then?.kind === 'claim' && then.wording).to.equal('That a.');
  });
});
