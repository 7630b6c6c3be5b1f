/** The notebook's contract, case by case: edits, undo beside other people's work, what listeners hear. */
import { expect } from '@open-wc/testing';
import { Fault } from '../../src/model/fault.ts';
import type { Claim } from '../../src/model/argument-records.ts';
import type { Annotation } from '../../src/model/records.ts';
import { newId } from '../../src/notebook/id.ts';
import { Notebook, type Change } from '../../src/notebook/notebook.ts';
import { shown } from './generate.ts';

const stamp = { creator: 'Ada', created: '2026-01-01T10:00:00Z', modified: '2026-01-01T10:00:00Z' };
const target = { exact: 'oil', prefix: '', suffix: '', start: 4, end: 7 };

const note = (id: string, more: Partial<Annotation> = {}): Annotation => ({
  ...stamp,
  kind: 'annotation',
  id,
  motivation: 'commenting',
  targets: [target],
  body: 'first',
  colour: 'yellow',
  tags: [],
  style: 'highlight',
  replyTo: null,
  foreign: null,
  ...more,
});

const claim = (id: string): Claim => ({
  ...stamp,
  kind: 'claim',
  id,
  role: 'premise',
  wording: 'Oil matters.',
  targets: [],
  notes: [],
  group: null,
  aside: false,
  wordings: [],
  foreign: null,
});

const put = (...records: readonly (Annotation | Claim)[]) => ({ label: 'Put', put: records });
const bodyOf = (notebook: Notebook, id: string): unknown =>
  (notebook.records.get(id) as Annotation | undefined)?.body;

/** Two copies of one notebook, and the way to bring them together. */
function pair(...records: readonly Annotation[]) {
  const ours = new Notebook();
  const theirs = new Notebook();
  ours.apply(put(...records));
  const meet = (): void => {
    theirs.merge(ours.encode());
    ours.merge(theirs.encode());
  };
  meet();
  return { ours, theirs, meet };
}

describe('edits', () => {
  it('freezes what it shows to the last leaf, and keeps no tie to what was put', () => {
    const notebook = new Notebook();
    const tags = ['one'];
    notebook.apply(put(note('n1', { tags })));
    tags.push('two');
    const record = notebook.records.get('n1') as Annotation;
    expect(record.tags).to.deep.equal(['one']);
    for (const value of [record, record.tags, record.targets, record.targets[0]]) {
      expect(Object.isFrozen(value)).to.equal(true);
    }
  });

  it('refuses unsound records and contradictions with a RangeError, and changes nothing', () => {
    const notebook = new Notebook();
    notebook.apply(put(note('n1')));
    const before = notebook.records;
    const refuse = (edit: Parameters<Notebook['apply']>[0], words: RegExp): void => {
      expect(() => notebook.apply(edit)).to.throw(RangeError, words);
    };
    refuse(put(note('n2'), note('bad id')), /id is not an id/);
    refuse(put(note('n2', { targets: [{ ...target, end: 1 }] })), /targets\.0\.end lies before the start/);
    refuse(put(claim('n1')), /for life/);
    refuse(put(note('n1', { creator: 'Bob' })), /for life/);
    refuse({ label: 'Both', put: [note('n1', { body: 'new' })], remove: ['n1'] }, /not both/);
    expect(notebook.records).to.equal(before);
    expect(notebook.undo()).to.equal('Put');
    expect(notebook.canUndo).to.equal(false);
  });

  it('takes the last of two records with one id', () => {
    const notebook = new Notebook();
    notebook.apply(put(note('n1', { body: 'a', colour: 'green' })));
    notebook.apply(
      put(note('n1', { body: 'b', colour: 'green' }), note('n1', { body: 'a', colour: 'blue' })),
    );
    expect(notebook.records.get('n1')).to.deep.equal(note('n1', { body: 'a', colour: 'blue' }));
  });

  it('leaves no trace of an edit that changes nothing, and keeps what can be redone', () => {
    const notebook = new Notebook();
    notebook.apply(put(note('n1')));
    notebook.apply(put(note('n1', { body: 'second' })));
    notebook.undo();
    const events: unknown[] = [];
    notebook.onChange((change) => events.push(change));
    notebook.onUpdate((update) => events.push(update));
    const { records } = notebook;
    notebook.apply({ label: 'Nothing', put: [note('n1')], remove: ['unknown'] });
    expect(events).to.deep.equal([]);
    expect(notebook.records).to.equal(records);
    expect(notebook.redo()).to.equal('Put');
  });

  it('writes only what differs: changes to different fields merge, and cost little', () => {
    const { ours, theirs, meet } = pair(note('n1', { body: 'x'.repeat(5000) }));
    const sizes: number[] = [];
    ours.onUpdate((update) => sizes.push(update.byteLength));
    ours.apply(put(note('n1', { body: 'x'.repeat(5000), colour: 'green' })));
    theirs.apply(put(note('n1', { body: 'changed' })));
    meet();
    for (const notebook of [ours, theirs]) {
      expect(notebook.records.get('n1')).to.deep.equal(note('n1', { body: 'changed', colour: 'green' }));
    }
    expect(sizes[0]).to.be.below(100);
  });

  it('keeps unchanged fields the same objects', () => {
    const notebook = new Notebook();
    notebook.apply(put(note('n1')));
    const before = notebook.records.get('n1') as Annotation;
    notebook.apply(put(note('n1', { body: 'second' })));
    const after = notebook.records.get('n1') as Annotation;
    expect(after).not.to.equal(before);
    expect(after.targets).to.equal(before.targets);
  });
});

describe('undo', () => {
  it('takes an edit that made, changed and deleted back as one, by its label', () => {
    const notebook = new Notebook();
    notebook.apply({ label: 'Start', put: [note('n1'), note('n2')] });
    const before = shown(notebook);
    notebook.apply({ label: 'All', put: [note('n1', { body: 'second' }), claim('c1')], remove: ['n2'] });
    const after = shown(notebook);
    expect(notebook.undo()).to.equal('All');
    expect(shown(notebook)).to.deep.equal(before);
    expect(notebook.redo()).to.equal('All');
    expect(shown(notebook)).to.deep.equal(after);
    expect([notebook.undo(), notebook.undo(), notebook.undo()]).to.deep.equal(['All', 'Start', null]);
  });

  it('ends what can be redone with a new edit', () => {
    const notebook = new Notebook();
    notebook.apply(put(note('n1')));
    notebook.undo();
    expect(notebook.canRedo).to.equal(true);
    notebook.apply(put(note('n2')));
    expect(notebook.canRedo).to.equal(false);
    expect(notebook.redo()).to.equal(null);
  });

  it('leaves merged work alone: other records, other fields, the same field written later', () => {
    const { ours, theirs, meet } = pair(note('n1'));
    ours.apply(put(note('n1', { body: 'ours', colour: 'green', tags: ['t'] })));
    meet();
    theirs.apply(put(note('n1', { body: 'theirs', colour: 'green', tags: ['t'] }), note('n2')));
    meet();
    expect(ours.undo()).to.equal('Put');
    expect(ours.records.get('n1')).to.deep.equal(note('n1', { body: 'theirs' }));
    expect(ours.records.has('n2')).to.equal(true);
    expect(theirs.canUndo).to.equal(true);
  });

  it('never takes back what was merged', () => {
    const { ours, theirs, meet } = pair();
    theirs.apply(put(note('n1')));
    meet();
    expect(ours.canUndo).to.equal(false);
    expect(ours.undo()).to.equal(null);
    expect(ours.records.has('n1')).to.equal(true);
  });

  it('brings a deleted record back whole, though someone edited it meanwhile', () => {
    const { ours, theirs, meet } = pair(note('n1'));
    ours.apply({ label: 'Delete', remove: ['n1'] });
    theirs.apply(put(note('n1', { body: 'meanwhile' })));
    meet();
    expect(theirs.records.size).to.equal(0);
    ours.undo();
    meet();
    for (const notebook of [ours, theirs]) {
      expect(shown(notebook)).to.deep.equal([note('n1')]);
      expect(notebook.quarantined).to.equal(0);
    }
  });

  it('leaves a record that others have brought back before as they left it', () => {
    const { ours, theirs, meet } = pair(note('n1'));
    ours.apply({ label: 'Delete', remove: ['n1'] });
    theirs.apply({ label: 'Delete', remove: ['n1'] });
    meet();
    theirs.undo();
    theirs.apply(put(note('n1', { body: 'theirs' })));
    meet();
    expect(ours.undo()).to.equal(null);
    meet();
    expect([bodyOf(ours, 'n1'), bodyOf(theirs, 'n1')]).to.deep.equal(['theirs', 'theirs']);
  });

  it('does not take back the making of a record that others have worked on since', () => {
    const { ours, theirs, meet } = pair(note('n1'));
    theirs.apply(put(note('n1', { body: 'theirs' })));
    meet();
    expect(ours.undo()).to.equal(null);
    expect(bodyOf(ours, 'n1')).to.equal('theirs');
  });

  it('passes over an edit of which nothing is left, and says that nothing can be undone any more', () => {
    const { ours, theirs, meet } = pair();
    ours.apply(put(note('n1')));
    meet();
    theirs.apply({ label: 'Delete', remove: ['n1'] });
    meet();
    const changes: Change[] = [];
    ours.onChange((change) => changes.push(change));
    expect(ours.canUndo).to.equal(true);
    expect(ours.undo()).to.equal(null);
    expect(ours.canUndo).to.equal(false);
    expect(changes).to.deep.equal([{ added: [], updated: [], removed: [], origin: 'undo' }]);
  });
});

describe('listeners', () => {
  it('hear of each change once, with its ids and where it comes from', () => {
    const notebook = new Notebook();
    const other = new Notebook();
    other.apply(put(note('n9')));
    const changes: Change[] = [];
    notebook.onChange((change) => changes.push(change));
    notebook.apply(put(note('n1'), note('n2')));
    notebook.apply({ label: 'Mixed', put: [note('n1', { body: 'b' }), note('n3')], remove: ['n2'] });
    notebook.undo();
    notebook.redo();
    notebook.merge(other.encode());
    notebook.merge(other.encode());
    expect(changes).to.deep.equal([
      { added: ['n1', 'n2'], updated: [], removed: [], origin: 'local' },
      { added: ['n3'], updated: ['n1'], removed: ['n2'], origin: 'local' },
      { added: ['n2'], updated: ['n1'], removed: ['n3'], origin: 'undo' },
      { added: ['n3'], updated: ['n1'], removed: ['n2'], origin: 'redo' },
      { added: ['n9'], updated: [], removed: [], origin: 'remote' },
    ]);
  });

  it('find records, canUndo and canRedo up to date when they are called', () => {
    const notebook = new Notebook();
    const seen: unknown[] = [];
    notebook.onChange(() => seen.push([notebook.records.size, notebook.canUndo, notebook.canRedo]));
    notebook.apply(put(note('n1')));
    notebook.undo();
    notebook.redo();
    expect(seen).to.deep.equal([
      [1, true, false],
      [0, false, true],
      [1, true, false],
    ]);
  });

  it('get one update for an edit, an undo and a redo each, none for a merge; together they are the notebook', () => {
    const { ours, theirs } = pair(note('n1'));
    const updates: Uint8Array[] = [];
    theirs.onUpdate((update) => updates.push(update));
    ours.apply(put(note('n2')));
    theirs.merge(ours.encode());
    expect(updates.length).to.equal(0);
    theirs.apply(put(note('n1', { body: 'b' }), note('n3')));
    theirs.undo();
    theirs.redo();
    expect(updates.length).to.equal(3);
    for (const update of updates) ours.merge(update);
    expect(shown(ours)).to.deep.equal(shown(theirs));
  });

  it('stop when told to', () => {
    const notebook = new Notebook();
    const heard: string[] = [];
    const stopChange = notebook.onChange(() => heard.push('change'));
    const stopUpdate = notebook.onUpdate(() => heard.push('update'));
    notebook.apply(put(note('n1')));
    stopChange();
    stopUpdate();
    notebook.apply(put(note('n2')));
    expect(heard).to.deep.equal(['update', 'change']);
  });
});

describe('unreadable updates', () => {
  const garbage = new Uint8Array([255, 255, 255, 255, 15, 7, 9]);

  it('are refused by merge with a fault', () => {
    const notebook = new Notebook();
    notebook.apply(put(note('n1')));
    expect(() => notebook.merge(garbage)).to.throw(Fault, 'notebook/malformed');
    expect(shown(notebook)).to.deep.equal([note('n1')]);
    expect(notebook.quarantined).to.equal(0);
  });

  it('are passed over and counted by load, and all others are taken', () => {
    const source = new Notebook();
    source.apply(put(note('n1')));
    const notebook = new Notebook();
    notebook.load([garbage, source.encode(), new Uint8Array()]);
    expect(shown(notebook)).to.deep.equal([note('n1')]);
    expect(notebook.quarantined).to.equal(2);
  });
});

describe('new ids', () => {
  it('are UUIDs of version 7, all different, in the order of their making', () => {
    const ids = Array.from({ length: 10_000 }, newId);
    for (const id of ids)
      expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids).to.deep.equal([...new Set(ids)].sort());
    expect(Math.abs(parseInt((ids[0] as string).replace('-', '').slice(0, 12), 16) - Date.now())).to.be.below(
      60_000,
    );
  });
});

describe('edits that join', () => {
  it('are undone as one, to where the first of them began: also to nothing', () => {
    const notebook = new Notebook();
    for (const body of ['a', 'ab', 'abc'])
      notebook.apply({ label: 'Write', put: [note('n', { body })], joins: 'write n' });
    notebook.undo();
    expect(shown(notebook)).to.deep.equal([]);
    expect(notebook.canUndo).to.equal(false);
    notebook.redo();
    expect(shown(notebook)).to.deep.equal([note('n', { body: 'abc' })]);
  });
});
