import { expect } from '@open-wc/testing';
import type { Draft, DraftBlock, DraftInline } from '../../src/model/draft.ts';
import { manuscript, type Shape } from './manuscript.ts';
import { precision, recall, scoreDraft } from './score.ts';
import { sources, type Source } from './sources.ts';

const shapes: readonly Partial<Shape>[] = [
  { notes: 79, pages: 400 },
  { notes: 120, paragraphs: 110, emphasis: true, links: true, scripts: true, pages: 300, lists: 4 },
  { notes: 30, nested: 4, adjacent: 5, repeated: 6, inner: 5, missing: 0.4, headings: 'decimal' },
  { labels: 'symbols', pages: 250, romanPages: 3, headings: 'plain' },
  { labels: 'restarting', paragraphs: 80, notes: 90, repeated: 5 },
  { labels: 'letters', notes: 60, headings: 'none' },
  { labels: 'roman', notes: 33, quotations: 8 },
  { notes: 0, decoys: 30 },
];

const withBlock = (draft: Draft, at: number, change: (block: DraftBlock) => DraftBlock): Draft => ({
  ...draft,
  blocks: draft.blocks.map((block, index) => (index === at ? change(block) : block)),
});

const withContent = (draft: Draft, at: number, change: (content: DraftInline[]) => DraftInline[]): Draft =>
  withBlock(draft, at, (block) => ({ ...block, content: change([...block.content]) }));

/** The first block that holds such a thing, and where. */
function first(draft: Draft, kind: DraftInline['kind']): { at: number; index: number } {
  const at = draft.blocks.findIndex(({ content }) => content.some((one) => one.kind === kind));
  return { at, index: draft.blocks[at]?.content.findIndex((one) => one.kind === kind) ?? -1 };
}

describe('manuscripts and their score', () => {
  let novel: Source;

  before(async () => {
    novel = (await sources())[0] as Source;
  });

  it('makes the same manuscript of the same seed, and another of another', () => {
    const made = manuscript(novel, { seed: 4 });
    expect(manuscript(novel, { seed: 4 })).to.deep.equal(made);
    expect(manuscript(novel, { seed: 5 })).not.to.deep.equal(made);
  });

  it('makes the notes that it is asked for, each with a marker, in their order', () => {
    for (const shape of shapes) {
      const draft = manuscript(novel, { seed: 11, ...shape });
      const inline = [
        ...draft.blocks.map(({ content }) => content),
        ...draft.notes.flatMap((one) => one.content),
      ];
      const marked = new Set(inline.flat().flatMap((one) => (one.kind === 'marker' ? [one.note] : [])));
      expect(marked.size).to.equal(draft.notes.length);
      expect(draft.notes.length).to.equal((shape.notes ?? 40) + (shape.nested ?? 0));
      expect(new Set(draft.notes.map(({ id }) => id)).size).to.equal(draft.notes.length);
    }
  });

  it('scores a draft fully against itself', () => {
    shapes.forEach((shape, at) => {
      const draft = manuscript(novel, { ...shape, seed: at + 20 });
      const score = scoreDraft(draft, draft);
      for (const count of [score.links, score.headings, score.pages, score.blocks]) {
        expect(recall(count)).to.equal(1);
        expect(precision(count)).to.equal(1);
      }
      expect([score.text, score.notes, score.order]).to.deep.equal([1, 1, 1]);
    });
  });

  it('counts a lost marker, an invented one, and one that stands a word too late', () => {
    const draft = manuscript(novel, { seed: 7 });
    const { at, index } = first(draft, 'marker');
    const lost = withContent(draft, at, (content) => content.toSpliced(index, 1));
    expect(scoreDraft(lost, draft).links).to.deep.equal({ found: 39, right: 39, of: 40 });
    const marker = draft.blocks[at]?.content[index] as DraftInline;
    const invented = withContent(draft, at, (content) => [marker, ...content]);
    expect(scoreDraft(invented, draft).links).to.deep.equal({ found: 41, right: 40, of: 40 });
    const late = withContent(draft, at, (content) => {
      const words = content[index + 1];
      if (words?.kind !== 'text') throw new RangeError('No words follow the marker.');
      const [, begin, rest] = /^(\s*\S+)(.*)$/su.exec(words.text) as unknown as [string, string, string];
      const parts: DraftInline[] = [{ ...words, text: begin }, marker, { ...words, text: rest }];
      return content.toSpliced(index, 2, ...parts);
    });
    expect(scoreDraft(late, draft).links).to.deep.equal({ found: 40, right: 39, of: 40 });
  });

  it('wants the label, and the words of the very note', () => {
    const draft = manuscript(novel, { seed: 8 });
    const [one, two] = draft.notes;
    const swapped = {
      ...draft,
      notes: draft.notes.map((note) =>
        note === one
          ? { ...note, content: two?.content ?? [] }
          : note === two
            ? { ...note, content: one?.content ?? [] }
            : note,
      ),
    };
    expect(scoreDraft(swapped, draft).links.right).to.equal(38);
    const renamed = {
      ...draft,
      notes: draft.notes.map((note) => (note === one ? { ...note, label: '99' } : note)),
    };
    expect(scoreDraft(renamed, draft).links.right).to.equal(39);
  });

  it('counts characters that are lost, added or out of order', () => {
    const draft = manuscript(novel, { seed: 9, notes: 0 });
    const at = draft.blocks.findIndex(({ kind }) => kind === 'paragraph');
    const text = draft.blocks
      .map(({ label, content }) =>
        [label, ...content.map((one) => (one.kind === 'text' ? one.text : ''))].filter(Boolean).join(' '),
      )
      .join(' ');
    const cut = withContent(draft, at, ([words]) =>
      words?.kind === 'text' ? [{ ...words, text: words.text.slice(20) }] : [],
    );
    expect(scoreDraft(cut, draft).text).to.be.closeTo(1 - 20 / text.length, 2 / text.length);
    const moved = { ...draft, blocks: [...draft.blocks.slice(20), ...draft.blocks.slice(0, 20)] };
    expect(scoreDraft(moved, draft).order).to.be.below(0.9);
    expect(scoreDraft(moved, draft).text).to.be.below(0.9);
  });

  it('counts headings, their levels, blocks and pages', () => {
    const draft = manuscript(novel, { seed: 10, pages: 300 });
    const headings = draft.blocks.filter(({ kind }) => kind === 'heading').length;
    const deeper = withBlock(draft, 0, (block) => ({ ...block, level: 3 }));
    expect(scoreDraft(deeper, draft)).to.include({ levels: headings - 1 });
    const plain = withBlock(draft, 0, (block) => ({ ...block, kind: 'paragraph' }));
    const score = scoreDraft(plain, draft);
    expect(score.headings).to.deep.equal({ found: headings - 1, right: headings - 1, of: headings });
    expect(score.blocks.right).to.equal(score.blocks.of - 1);
    const { at, index } = first(draft, 'page');
    const pages = scoreDraft(draft, draft).pages.of;
    const renamed = withContent(draft, at, (content) =>
      content.toSpliced(index, 1, { kind: 'page', label: 'x', evidence: 'printed' }),
    );
    expect(scoreDraft(renamed, draft).pages).to.deep.equal({ found: pages, right: pages - 1, of: pages });
  });

  it('finds nothing in common where there is nothing', () => {
    const empty: Draft = { ...manuscript(novel, { seed: 1 }), blocks: [], notes: [] };
    const score = scoreDraft(empty, manuscript(novel, { seed: 1 }));
    expect(score.links).to.deep.equal({ found: 0, right: 0, of: 40 });
    expect(score.text).to.equal(0);
  });
});
