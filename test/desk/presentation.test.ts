/** Laws of the reader's own presentation: the order stays what was asked for, what is gone or hidden is passed over, each change is one undo. */
import { expect } from '@open-wc/testing';
import { ownLayer } from '../../src/desk/desk.ts';
import {
  addToPresentation,
  moveStep,
  ownPresentation,
  ownSteps,
  removeFromPresentation,
  whyNotAddToPresentation,
  whyNotMoveStep,
  whyNotRemoveFromPresentation,
} from '../../src/desk/presentation-commands.ts';
import { remove } from '../../src/desk/remove-commands.ts';
import type { Store } from '../../src/desk/store.ts';
import { readRecord } from '../../src/notebook/validate.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { attack, claim, deskOn, step } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const page = paper(p('The court decides. It gives reasons. The reasons are weak.')).paper;

const ids = ['a', 'b', 'c', 'd', 'e'];
const theirs = ['t1', 't2', 's', 'x'];

const opened = (): Store =>
  deskOn(page, {
    own: ids.map((id) => claim(id)),
    edition: [claim('t1'), claim('t2'), step('s', ['t1'], 't2'), attack('x', 't1', 't2')],
  }).store;

/** What a list of things would be after a change, as anybody would do it by hand. */
const withMoved = (list: readonly string[], from: number, to: number): readonly string[] => {
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), list[from] ?? '', ...rest.slice(to)];
};

const record = ({ desk }: Store) => ownLayer(desk).records.get(ownPresentation);

describe('the reader’s own presentation', () => {
  it('is what was added, moved and taken out, in that order; each change has a reason or is one undo', () => {
    const seen = new Set<string>();
    forSeeds(150, (seed) => {
      const dice = new Dice(seed, 'presentation');
      const store = opened();
      let list: readonly string[] = [];
      for (let round = 0; round < 12; round += 1) {
        const id = dice.pick([...ids, ...theirs, 'nobody']);
        const [from, to] = [dice.below(6) - 1, dice.below(6) - 1];
        const before = record(store);
        const inside = (at: number): boolean => at >= 0 && at < list.length;
        const [name, command, reason, can, next] = dice.pick([
          [
            'add',
            addToPresentation(id),
            whyNotAddToPresentation(store.desk, id),
            id !== 'nobody' && !list.includes(id),
            [...list, id],
          ],
          [
            'move',
            moveStep(from, to),
            whyNotMoveStep(store.desk, from, to),
            inside(from) && inside(to) && from !== to,
            withMoved(list, from, to),
          ],
          [
            'remove',
            removeFromPresentation(from),
            whyNotRemoveFromPresentation(store.desk, from),
            inside(from),
            list.filter((_, at) => at !== from),
          ],
        ] as const);
        expect(reason === null, name).to.equal(can);
        expect(store.run(command), name).to.equal(can);
        seen.add(`${name} ${can}`);
        if (!can) {
          expect(record(store)).to.equal(before);
          continue;
        }
        const after = record(store);
        if (after) expect(readRecord(after)).to.deep.equal(after);
        store.undo();
        expect(record(store), `${name}, undone`).to.deep.equal(before);
        store.redo();
        expect(record(store), `${name}, done again`).to.deep.equal(after);
        list = next;
        expect(ownSteps(store.desk), name).to.deep.equal(list);
      }
      expect(record(store) === undefined).to.equal(list.length === 0);
    });
    expect(seen.size).to.equal(6);
  });

  it('passes over what is hidden, moves around it, and has it again where it stood', () => {
    const store = opened();
    for (const id of ['a', 't1', 'b', 's', 'c']) store.run(addToPresentation(id));
    store.setLayerVisible('edition', false);
    expect(ownSteps(store.desk)).to.deep.equal(['a', 'b', 'c']);
    store.run(moveStep(2, 0));
    expect(ownSteps(store.desk)).to.deep.equal(['c', 'a', 'b']);
    store.run(removeFromPresentation(1));
    expect(ownSteps(store.desk)).to.deep.equal(['c', 'b']);
    store.setLayerVisible('edition', true);
    expect(ownSteps(store.desk)).to.deep.equal(['c', 't1', 'b', 's']);
  });

  it('lets go of a claim that is deleted, and has it again when that is undone', () => {
    const store = opened();
    for (const id of ['a', 'b', 'c']) store.run(addToPresentation(id));
    store.run(remove('b'));
    expect(ownSteps(store.desk)).to.deep.equal(['a', 'c']);
    store.undo();
    expect(ownSteps(store.desk)).to.deep.equal(['a', 'b', 'c']);
  });
});
