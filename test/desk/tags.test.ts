/** Tags: how they are read, counted, renamed, merged and deleted, on generated notebooks too. */
import { expect } from '@open-wc/testing';
import { deleteTag, ownTags, renameTag, tagsOf } from '../../src/desk/tag-commands.ts';
import { cleanTag, parseTags } from '../../src/model/tags.ts';
import type { Annotation, NotebookRecord } from '../../src/model/records.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { annotation, claim, deskOn, ownRecord } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const sample = paper(p('Some words in a text.'));
const mark = (id: string, ...tags: readonly string[]) => annotation(id, { tags });
const on = (own: readonly NotebookRecord[], edition?: readonly NotebookRecord[]) =>
  deskOn(sample.paper, edition ? { own, edition } : { own }).store;

describe('tags', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['', []],
    [' , ,, ', []],
    ['oil', ['oil']],
    [' oil , gas \t pipe ', ['oil', 'gas pipe']],
    ['#oil, oil, # oil', ['oil']],
    ['Oil, oil', ['Oil', 'oil']],
    ['#, ##', []],
    ['C#, a#b', ['C#', 'a#b']],
    ['<b>, ü, 😀', ['<b>', 'ü', '😀']],
    ['one\ntwo', ['one', 'two']],
    ['e\u0301te\u0301, été', ['été']],
    ['نفط, 石油', ['نفط', '石油']],
  ];
  for (const [typed, tags] of cases) {
    it(`of “${typed}” are ${JSON.stringify(tags)}`, () => {
      expect(parseTags(typed)).to.deep.equal(tags);
    });
  }

  it('are cut where they are very long, and two that are then alike are one', () => {
    const long = 'x'.repeat(79);
    expect(parseTags(`${long}yz, ${long}yw`)).to.deep.equal([`${long}y`]);
  });

  it('are never cut in the middle of a sign', () => {
    const [tag] = parseTags(`a${'😀'.repeat(100)}`);
    expect(tag).to.equal(`a${'😀'.repeat(79)}`);
  });

  it('stay as they are when they are read again', () => {
    forSeeds(100, (seed) => {
      const dice = new Dice(seed);
      const typed = Array.from({ length: dice.below(90) }, () =>
        dice.pick(['#', ' ', 'a', '\u0301', '😀', '<', 'é', '\t', 'ß']),
      ).join('');
      expect(cleanTag(cleanTag(typed))).to.equal(cleanTag(typed));
    });
  });
});

describe('counting tags', () => {
  it('counts marks of all visible layers, the most used first, then by the alphabet', () => {
    const store = on([mark('a', 'oil', 'gas'), mark('b', 'oil'), claim('c')], [mark('e', 'zinc', 'gas')]);
    expect(tagsOf(store.desk).map(({ tag, count }) => `${tag} ${count}`)).to.deep.equal([
      'gas 2',
      'oil 2',
      'zinc 1',
    ]);
    expect(ownTags(store.desk).map(({ tag, count }) => `${tag} ${count}`)).to.deep.equal(['oil 2', 'gas 1']);
    store.setLayerVisible('edition', false);
    expect(tagsOf(store.desk).map(({ tag }) => tag)).to.deep.equal(['oil', 'gas']);
  });
});

describe('renaming a tag', () => {
  it('keeps the place of the tag, and what others have tagged', () => {
    const store = on([mark('a', 'x', 'oil', 'y')], [mark('e', 'oil')]);
    expect(store.run(renameTag('oil', ' #petroleum '))).to.equal(true);
    expect(ownRecord(store, 'a', 'annotation').tags).to.deep.equal(['x', 'petroleum', 'y']);
    expect(tagsOf(store.desk).map(({ tag }) => tag)).to.include('oil');
  });

  it('onto another is a merge, and said so', () => {
    const store = on([mark('a', 'oil', 'gas'), mark('b', 'gas')]);
    store.run(renameTag('oil', 'gas'));
    expect(ownRecord(store, 'a', 'annotation').tags).to.deep.equal(['gas']);
    expect(store.undo()).to.equal('Merge tags');
    store.run(renameTag('oil', 'petroleum'));
    expect(store.undo()).to.equal('Rename tag');
  });

  it('to nothing, to itself, or of none that is there is not done', () => {
    const store = on([mark('a', 'oil')], [mark('e', 'theirs')]);
    for (const [from, to] of [
      ['oil', ' # '],
      ['oil', '#oil'],
      ['none', 'x'],
      ['theirs', 'x'],
    ] as const)
      expect(store.run(renameTag(from, to)), `${from} → ${to}`).to.equal(false);
  });
});

/** What is left of a mark without its tags and the date of the change. */
const rest = ({ tags: _, modified: __, ...others }: Annotation) => others;

/** A store on generated marks with tags of a small supply. */
function generated(dice: Dice) {
  const names = ['a', 'b', 'c', 'd'];
  const marks = Array.from({ length: 1 + dice.below(8) }, (_, at) => ({
    ...(dice.record({ ...mark(`m${at}`), creator: 'Ada', created: '2026-01-01' }) as Annotation),
    tags: dice.shuffle(names).slice(0, dice.below(4)),
  }));
  return { store: on([...marks, claim('c')]), from: dice.pick(names), to: dice.pick([...names, 'new']) };
}

const marksOf = (store: ReturnType<typeof on>): readonly Annotation[] =>
  [...(store.desk.layers.at(-1)?.records.values() ?? [])].filter((one) => one.kind === 'annotation');
const having = (marks: readonly Annotation[], ...tags: readonly string[]): string[] =>
  marks.filter((one) => tags.some((tag) => one.tags.includes(tag))).map((one) => one.id);

describe('laws of tags', () => {
  it('a tag that is renamed is on the marks of both, and nothing else changes; one undo brings all back', () => {
    let merged = 0;
    forSeeds(150, (seed) => {
      const { store, from, to } = generated(new Dice(seed));
      const before = marksOf(store);
      const isDone = store.run(renameTag(from, to));
      const after = marksOf(store);
      expect(isDone).to.equal(from !== to && having(before, from).length > 0);
      if (!isDone) return;
      expect(having(after, from)).to.deep.equal([]);
      expect(having(after, to)).to.deep.equal(having(before, from, to));
      for (const other of ['a', 'b', 'c', 'd'].filter((tag) => tag !== from && tag !== to))
        expect(having(after, other)).to.deep.equal(having(before, other));
      expect(after.map(rest)).to.deep.equal(before.map(rest));
      for (const { tags } of after) expect(new Set(tags).size).to.equal(tags.length);
      if (having(before, from).some((id) => having(before, to).includes(id))) merged += 1;
      store.undo();
      expect(marksOf(store)).to.deep.equal(before);
      expect(store.desk.canUndo).to.equal(false);
    });
    expect(merged).to.be.above(10);
  });

  it('renaming to a new name and back changes nothing but dates', () => {
    forSeeds(60, (seed) => {
      const { store, from } = generated(new Dice(seed));
      const before = marksOf(store);
      store.run(renameTag(from, 'fresh'));
      store.run(renameTag('fresh', from));
      expect(marksOf(store).map(({ tags }) => tags)).to.deep.equal(before.map(({ tags }) => tags));
    });
  });

  it('a tag that is deleted is nowhere, all else stays, and one undo brings it back', () => {
    forSeeds(60, (seed) => {
      const { store, from } = generated(new Dice(seed));
      const before = marksOf(store);
      if (!store.run(deleteTag(from))) return;
      const after = marksOf(store);
      expect(after.map((one) => one.tags)).to.deep.equal(
        before.map(({ tags }) => tags.filter((tag) => tag !== from)),
      );
      expect(after.map(rest)).to.deep.equal(before.map(rest));
      store.undo();
      expect(marksOf(store)).to.deep.equal(before);
    });
  });
});
