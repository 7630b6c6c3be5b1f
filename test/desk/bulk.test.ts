/** What is done to many marks at once: it reaches the reader's own and no others, and one undo takes all of it back exactly. */
import { expect } from '@open-wc/testing';
import {
  addTag,
  claimsFrom,
  mostClaims,
  motivate,
  recolour,
  removeAll,
  removeTag,
  restyle,
} from '../../src/desk/bulk-commands.ts';
import { ownLayer } from '../../src/desk/desk.ts';
import { marks } from '../../src/desk/marks.ts';
import type { Command } from '../../src/desk/store.ts';
import type { Annotation } from '../../src/model/records.ts';
import { forSeeds, shown, type Dice } from '../notebook/generate.ts';
import { annotation, attack, claim, deskOn, ownRecord, step, targets } from '../support/desk.ts';
import { fullDesk, sample, tags } from './listed.ts';

const some = (dice: Dice, ids: readonly string[]): string[] => ids.filter(() => dice.next() < 0.5);

/** Every command, on these marks. */
const commands = (dice: Dice, ids: readonly string[]): readonly Command[] => [
  addTag(ids, dice.pick(tags)),
  removeTag(ids, dice.pick(tags)),
  recolour(ids, dice.pick(['red', 'gray'])),
  motivate(ids, dice.pick(['questioning', 'highlighting'] as const)),
  restyle(ids, 'underline'),
  removeAll(ids),
  claimsFrom(ids),
];

describe('doing something to many marks', () => {
  it('is one step: one undo brings back exactly what was, one redo what was done', () => {
    forSeeds(40, (seed) => {
      const { store, notebook, dice } = fullDesk(seed);
      const ids = some(
        dice,
        marks(store.desk).map(({ id }) => id),
      );
      for (const command of commands(dice, ids)) {
        const before = shown(notebook);
        if (!store.run(command)) continue;
        const after = shown(notebook);
        store.undo();
        expect(shown(notebook)).to.deep.equal(before);
        expect(store.desk.canUndo).to.equal(false);
        store.redo();
        expect(shown(notebook)).to.deep.equal(after);
        store.undo();
      }
    });
  });

  it('leaves everything alone that was not chosen or is not the reader’s own', () => {
    forSeeds(40, (seed) => {
      const { store, dice } = fullDesk(seed);
      const edition = store.desk.layers[0]?.records;
      const ids = some(
        dice,
        marks(store.desk).map(({ id }) => id),
      );
      const before = ownLayer(store.desk).records;
      for (const command of commands(dice, ids).slice(0, 5)) {
        if (!store.run(command)) continue;
        const now = ownLayer(store.desk).records;
        for (const [id, record] of before) if (!ids.includes(id)) expect(now.get(id)).to.equal(record);
        expect(store.desk.layers[0]?.records).to.equal(edition);
        store.undo();
      }
    });
  });

  it('answers “not now” where nothing would change, and for what nobody has', () => {
    const own = [
      annotation('a', { tags: ['x'], colour: 'red', style: 'underline', motivation: 'tagging' }),
      claim('c'),
    ];
    const { desk } = deskOn(sample.paper, { own, edition: [annotation('theirs')] }).store;
    const all = ['a', 'c', 'theirs', 'nobody’s'];
    expect(addTag(all, ' #x ')(desk)).to.equal(null);
    expect(addTag(all, '  ')(desk)).to.equal(null);
    expect(removeTag(all, 'y')(desk)).to.equal(null);
    expect(recolour(all, 'red')(desk)).to.equal(null);
    expect(restyle(all, 'underline')(desk)).to.equal(null);
    expect(motivate(all, 'tagging')(desk)).to.equal(null);
    expect(removeAll(['theirs', 'nobody’s'])(desk)).to.equal(null);
    expect(claimsFrom(all)(desk)).to.equal(null);
  });

  it('adds and takes away a tag only where that changes something', () => {
    const own = [annotation('a', { tags: ['x'] }), annotation('b', { tags: ['y'] })];
    const { store } = deskOn(sample.paper, { own });
    const edit = addTag(['a', 'b'], '#x')(store.desk);
    expect(edit?.put?.map(({ id }) => id)).to.deep.equal(['b']);
    store.run(addTag(['a', 'b'], 'x'));
    const tagsNow = (id: string): Annotation['tags'] => ownRecord(store, id, 'annotation').tags;
    expect([tagsNow('a'), tagsNow('b')]).to.deep.equal([['x'], ['y', 'x']]);
    store.run(removeTag(['a', 'b'], 'x'));
    expect([tagsNow('a'), tagsNow('b')]).to.deep.equal([[], ['y']]);
  });

  it('deletes with a mark the whole thread, with a claim the relations that need it', () => {
    const own = [
      annotation('a'),
      annotation('reply', { replyTo: 'a' }),
      annotation('deeper', { replyTo: 'reply' }),
      claim('p'),
      claim('q'),
      claim('r'),
      step('both', ['p', 'q'], 'r'),
      step('alone', ['p'], 'r'),
      attack('on-p', 'q', 'p'),
      attack('on-step', 'q', 'alone'),
    ];
    const { store, notebook } = deskOn(sample.paper, { own });
    store.run(removeAll(['a', 'p']));
    expect([...notebook.records.keys()].toSorted()).to.deep.equal(['both', 'q', 'r']);
    store.undo();
    store.run(removeAll(['p', 'q']));
    expect([...notebook.records.keys()].toSorted()).to.deep.equal(['a', 'deeper', 'r', 'reply']);
  });

  it('makes claims of anybody’s marks with a passage, but not of more than a map can bear', () => {
    const target = targets(sample.paper, sample.range('c', 'd'));
    const { store } = deskOn(sample.paper, {
      edition: [annotation('theirs', { targets: target })],
      own: [annotation('mine', { targets: target }), annotation('whole')],
    });
    store.run(claimsFrom(['theirs', 'mine', 'whole']));
    const made = [...ownLayer(store.desk).records.values()].filter(({ kind }) => kind === 'claim');
    expect(made.map((one) => one.kind === 'claim' && [one.wording, one.notes])).to.deep.equal([
      ['The first section', ['fn1']],
      ['The first section', ['fn1']],
    ]);
    const many = Array.from({ length: mostClaims + 1 }, (_, at) => annotation(`m${at}`, { targets: target }));
    const { desk } = deskOn(sample.paper, { own: many }).store;
    expect(claimsFrom(many.map(({ id }) => id))(desk)).to.equal(null);
  });
});
