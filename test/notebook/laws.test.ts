/** What holds for every notebook, whatever is done to it: tried on cases generated from seeds. */
import { expect } from '@open-wc/testing';
import { Notebook } from '../../src/notebook/notebook.ts';
import { Dice, forSeeds, shown } from './generate.ts';

/** A notebook with `count` random edits behind it. */
function filled(dice: Dice, count: number): Notebook {
  const notebook = new Notebook();
  for (let done = 0; done < count; done += 1) notebook.apply(dice.edit(notebook));
  return notebook;
}

const copyOf = (notebook: Notebook): Notebook => {
  const copy = new Notebook();
  copy.merge(notebook.encode());
  return copy;
};

const collected = (notebook: Notebook): Uint8Array[] => {
  const updates: Uint8Array[] = [];
  notebook.onUpdate((update) => updates.push(update));
  return updates;
};

describe('laws of a notebook', () => {
  it('takes an edit back to the record, and does it again to the record', () => {
    let undone = 0;
    forSeeds(60, (seed) => {
      const dice = new Dice(seed);
      const notebook = filled(dice, 5);
      for (let round = 0; round < 10; round += 1) {
        const before = shown(notebook);
        notebook.apply(dice.edit(notebook));
        const after = shown(notebook);
        if (!isEqual(before, after)) {
          undone += 1;
          notebook.undo();
          expect(shown(notebook)).to.deep.equal(before);
          notebook.redo();
        }
        expect(shown(notebook)).to.deep.equal(after);
      }
    });
    expect(undone).to.be.above(300);
  });

  it('takes everything back to nothing, in steps that are those of the way there', () => {
    forSeeds(30, (seed) => {
      const dice = new Dice(seed);
      const notebook = new Notebook();
      const states = [shown(notebook)];
      notebook.onChange(({ origin }) => {
        if (origin === 'local') states.push(shown(notebook));
      });
      for (let done = 0; done < 25; done += 1) notebook.apply(dice.edit(notebook));
      for (const state of states.slice(0, -1).reverse()) {
        notebook.undo();
        expect(shown(notebook)).to.deep.equal(state);
      }
      expect(notebook.canUndo).to.equal(false);
      for (const state of states.slice(1)) {
        notebook.redo();
        expect(shown(notebook)).to.deep.equal(state);
      }
      expect(notebook.canRedo).to.equal(false);
    });
  });

  it('is the same after encoding and merging', () => {
    forSeeds(40, (seed) => {
      const notebook = filled(new Dice(seed), 20);
      expect(shown(copyOf(notebook))).to.deep.equal(shown(notebook));
    });
  });

  it('is the same from its single updates, in any order and twice', () => {
    forSeeds(40, (seed) => {
      const dice = new Dice(seed);
      const notebook = new Notebook();
      const updates = collected(notebook);
      for (let done = 0; done < 15; done += 1) {
        notebook.apply(dice.edit(notebook));
        if (dice.next() < 0.3) notebook.undo();
        if (dice.next() < 0.2) notebook.redo();
      }
      const copy = new Notebook();
      for (const update of dice.shuffle([...updates, ...updates])) copy.merge(update);
      const loaded = new Notebook();
      loaded.load(dice.shuffle(updates));
      expect(shown(copy)).to.deep.equal(shown(notebook));
      expect(shown(loaded)).to.deep.equal(shown(notebook));
    });
  });

  it('agrees between three copies that were edited, undone and redone apart, with nothing unsound', () => {
    forSeeds(60, (seed) => {
      const dice = new Dice(seed);
      const base = filled(dice, 6);
      const copies = ['p', 'q', 'r'].map((name) => ({ notebook: copyOf(base), dice: new Dice(seed, name) }));
      const mail = copies.map(({ notebook }) => collected(notebook));
      for (let round = 0; round < 30; round += 1) {
        const at = dice.below(3);
        const { notebook, dice: own } = copies[at] as (typeof copies)[number];
        const chance = dice.next();
        if (chance < 0.5) notebook.apply(own.edit(notebook));
        else if (chance < 0.7) notebook.undo();
        else if (chance < 0.8) notebook.redo();
        else for (const update of mail[dice.below(3)] ?? []) notebook.merge(update);
      }
      for (const { notebook } of copies) for (const update of mail.flat()) notebook.merge(update);
      const [first, ...others] = copies.map(({ notebook }) => notebook);
      for (const other of others) expect(shown(other)).to.deep.equal(shown(first as Notebook));
      expect(copies.map(({ notebook }) => notebook.quarantined)).to.deep.equal([0, 0, 0]);
    });
  });

  it('keeps the records in the order of their making', () => {
    forSeeds(30, (seed) => {
      const keys = shown(filled(new Dice(seed), 25)).map((record) => `${record.created} ${record.id}`);
      expect(keys).to.deep.equal([...keys].sort());
    });
  });

  it('keeps the identity of what an edit leaves alone', () => {
    forSeeds(30, (seed) => {
      const dice = new Dice(seed);
      const notebook = filled(dice, 10);
      const before = notebook.records;
      const edit = dice.edit(notebook);
      const touched = new Set([...(edit.put ?? []).map((record) => record.id), ...(edit.remove ?? [])]);
      notebook.apply(edit);
      for (const [id, record] of before)
        if (!touched.has(id)) expect(notebook.records.get(id)).to.equal(record);
    });
  });
});

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
