import { assert } from '@esm-bundle/chai';
import { MendRows } from '../../src/app/mend-rows.ts';
import { Dice } from '../notebook/generate.ts';

interface Thing {
  readonly id: string;
  readonly words: string;
}

describe('rows of things', () => {
  it('stand in the order of the things, and stay where the thing is the same', () => {
    const dice = new Dice(7);
    const into = document.createElement('div');
    const gone: string[] = [];
    const rows = new MendRows<Thing>(
      into,
      ({ words }) => Object.assign(document.createElement('p'), { textContent: words }),
      {
        replaced: (old) => assert.isTrue(old.isConnected || into.contains(old)),
        removed: (row) => gone.push(row.textContent),
      },
    );
    let things: readonly Thing[] = [];
    let made = 0;
    for (let step = 0; step < 300; step += 1) {
      const before = new Map(things.map((thing) => [thing, rows.of(thing.id)]));
      const at = dice.below(things.length + 1);
      const way = dice.below(4);
      const fresh = { id: `t${(made += 1)}`, words: String(made) };
      const same = things[at];
      if (way === 0 || !same) things = things.toSpliced(at, 0, fresh);
      else if (way === 1) things = things.toSpliced(at, 1);
      else if (way === 2) things = things.with(at, { ...same, words: `${same.words}!` });
      else things = [...things.slice(at), ...things.slice(0, at)];
      rows.draw(things);
      assert.deepEqual(
        [...into.children].map(({ textContent }) => textContent),
        things.map(({ words }) => words),
      );
      for (const thing of things)
        if (before.has(thing)) assert.equal(rows.of(thing.id), before.get(thing), `step ${step}`);
    }
    rows.draw([]);
    assert.equal(into.childElementCount, 0);
    assert.isAbove(gone.length, 20);
  });
});
