/** The history of a notebook as text: the same undo and redo on the way back, its bounds, and what is refused. */
import { expect } from '@open-wc/testing';
import { most, readHistory, writeHistory } from '../../src/notebook/history-text.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import type { Stacks } from '../../src/notebook/history.ts';
import { Notebook } from '../../src/notebook/notebook.ts';
import { Dice, forSeeds, shown } from './generate.ts';

/** A notebook with some of its edits taken back. */
function travelled(seed: number): Notebook {
  const dice = new Dice(seed);
  const notebook = new Notebook();
  for (let done = 0; done < 15; done += 1) {
    notebook.apply(dice.edit(notebook));
    if (dice.next() < 0.2) notebook.undo();
  }
  for (let back = dice.below(4); back > 0; back -= 1) notebook.undo();
  return notebook;
}

/** The same notebook as another page of its tab opens it. */
function reopened(notebook: Notebook): Notebook {
  const copy = new Notebook();
  copy.load([notebook.encode()]);
  const kept = readHistory(writeHistory(notebook.history));
  if (!kept) throw new Error('The history cannot be read.');
  copy.restore(kept);
  return copy;
}

/** All states of the way back to the beginning and then forth to the end, with what each step was called. */
function wayOf(notebook: Notebook): unknown[] {
  const states: unknown[] = [];
  for (let label = notebook.redo(); label !== null; label = notebook.redo())
    states.push(label, shown(notebook));
  for (let label = notebook.undo(); label !== null; label = notebook.undo())
    states.push(label, shown(notebook));
  for (let label = notebook.redo(); label !== null; label = notebook.redo())
    states.push(label, shown(notebook));
  return states;
}

describe('laws of a history that is kept', () => {
  it('takes back and does again after a reload what it would have before', () => {
    let steps = 0;
    forSeeds(40, (seed) => {
      const notebook = travelled(seed);
      const copy = reopened(notebook);
      expect([copy.canUndo, copy.canRedo]).to.deep.equal([notebook.canUndo, notebook.canRedo]);
      const way = wayOf(copy);
      expect(way).to.deep.equal(wayOf(notebook));
      steps += way.length;
    });
    expect(steps).to.be.above(1000);
  });

  it('is the same text however often it is kept and read', () => {
    forSeeds(20, (seed) => {
      const notebook = travelled(seed);
      const text = writeHistory(notebook.history);
      expect(writeHistory(readHistory(text) as Stacks)).to.equal(text);
    });
  });

  it('leaves alone what others have done meanwhile', () => {
    forSeeds(20, (seed) => {
      const notebook = travelled(seed);
      const other = new Notebook();
      other.load([notebook.encode()]);
      const dice = new Dice(seed, 'other');
      const mine = dice.record();
      other.apply({ label: 'Theirs', put: [mine] });
      const copy = reopened(notebook);
      copy.merge(other.encode());
      while (copy.undo() !== null);
      expect(copy.records.get(mine.id)).to.deep.equal(mine);
      expect(copy.quarantined).to.equal(0);
    });
  });
});

const stamp = { creator: 'Ada', created: '2026-01-01', modified: '2026-01-01' };

/** A record with words in it. */
const words = (id: string, text: string): NotebookRecord => ({
  ...stamp,
  kind: 'transcript',
  id,
  note: 'fn1',
  text,
  copy: '',
  by: '',
});

/** A notebook with `count` edits, each of a record with `length` letters. */
function long(count: number, length: number): Notebook {
  const notebook = new Notebook();
  for (let at = 0; at < count; at += 1)
    notebook.apply({ label: `Edit ${at}`, put: [words(`n${at}`, 'x'.repeat(length))] });
  return notebook;
}

describe('the bounds of a kept history', () => {
  it('are its newest edits', () => {
    const kept = readHistory(writeHistory(long(most.edits + 5, 1).history));
    expect(kept?.undo.map((one) => one.label)).to.deep.equal(
      Array.from({ length: most.edits }, (_, at) => `Edit ${at + 5}`),
    );
  });

  it('are its length, and the newest edits come first', () => {
    const text = writeHistory(long(30, 100_000).history);
    const kept = readHistory(text);
    expect(text.length).to.be.at.most(most.length + 100);
    expect(kept?.undo.length).to.be.within(5, 10);
    expect(kept?.undo.at(-1)?.label).to.equal('Edit 29');
  });

  it('keep nothing that stood before an edit that does not fit', () => {
    const notebook = long(3, 10);
    notebook.apply({
      label: 'Import',
      put: Array.from({ length: 12 }, (_, at) => words(`big${at}`, 'x'.repeat(100_000))),
    });
    notebook.apply({ label: 'After', put: [words('after', 'y')] });
    expect(readHistory(writeHistory(notebook.history))?.undo.map((one) => one.label)).to.deep.equal([
      'After',
    ]);
  });
});

describe('what is no history', () => {
  const sound = JSON.parse(writeHistory(long(1, 1).history)) as {
    version: string;
    undo: { label: string; steps: { id: string; from: unknown; to: Record<string, unknown> | null }[] }[];
    redo: unknown[];
  };
  const [edit] = sound.undo;
  const [step] = edit!.steps;
  const withStep = (more: object) => ({ ...sound, undo: [{ ...edit, steps: [{ ...step, ...more }] }] });
  const cases: Readonly<Record<string, unknown>> = {
    'another version': { ...sound, version: 'warrant-history-2' },
    'no stacks': { version: sound.version },
    'a stack that is no list': { ...sound, undo: {} },
    'more edits than are kept': { ...sound, undo: Array.from({ length: most.edits + 1 }, () => edit) },
    'a record that is not sound': withStep({ to: { ...step!.to, text: 7 } }),
    'a step about nothing': withStep({ from: null, to: null }),
    'a step about another record': withStep({ id: 'other' }),
    'a record that changes its kind': withStep({
      from: { ...step!.to, kind: 'source', name: '', variants: [] },
    }),
    'an id that objects know': withStep({ id: '__proto__' }),
  };
  it('would be one but for these', () => {
    expect(readHistory(JSON.stringify(sound))).to.not.equal(null);
  });
  for (const [what, value] of Object.entries(cases))
    it(`is refused: ${what}`, () => {
      expect(readHistory(JSON.stringify(value))).to.equal(null);
    });
  for (const json of ['', '{', 'null', '[]', '"x"', writeHistory(long(2, 9).history).slice(0, -30)])
    it(`is refused: ${json.slice(0, 20) || 'nothing'}`, () => {
      expect(readHistory(json)).to.equal(null);
    });
});

describe('restoring', () => {
  it('lays what was kept under what was done since, and forgets what could be done again', () => {
    const notebook = long(2, 1);
    notebook.undo();
    const kept = readHistory(writeHistory(notebook.history)) as Stacks;
    const copy = new Notebook();
    copy.load([notebook.encode()]);
    copy.apply({ label: 'New', put: [words('new', '')] });
    copy.restore(kept);
    expect(copy.canRedo).to.equal(false);
    expect([copy.undo(), copy.undo(), copy.undo()]).to.deep.equal(['New', 'Edit 0', null]);
  });

  it('tells who listens that there is something to undo', () => {
    const notebook = new Notebook();
    let heard = 0;
    notebook.onChange(() => (heard += 1));
    notebook.restore(readHistory(writeHistory(long(1, 1).history)) as Stacks);
    expect([heard, notebook.canUndo]).to.deep.equal([1, true]);
  });
});
