import { expect } from '@open-wc/testing';
import { decoded } from '../../../src/formats/pdf/codes.ts';
import { structureOf } from '../../../src/formats/pdf/structure.ts';
import { withUnread } from '../../../src/formats/pdf/unread.ts';
import type { PdfRun } from '../../../src/formats/pdf/pages.ts';
import { isBody, wordsOf, type Draft } from '../../../src/model/draft.ts';
import { manuscript, type Shape } from '../../imports/manuscript.ts';
import { precision, recall, scoreDraft } from '../../imports/score.ts';
import { sources, type Source } from '../../imports/sources.ts';
import { setPages, type Setting } from './typesetter.ts';

const ordinary: Setting = { columns: 1, noteSize: 8, hasRules: true };

describe('the structure of a PDF', () => {
  let source: Source;
  before(async () => {
    source = (await sources())[0] as Source;
  });

  const shaped = (shape: Partial<Shape>): Draft =>
    manuscript(source, { paragraphs: 24, notes: 24, lists: 0, quotations: 0, ...shape });

  const scored = (draft: Draft, setting: Setting) => scoreDraft(structureOf(setPages(draft, setting)), draft);

  for (const columns of [1, 2] as const)
    for (const hasRules of [true, false])
      it(`links all notes in ${columns} column(s), ${hasRules ? 'with' : 'without'} rules over them`, () => {
        for (let seed = 1; seed <= 5; seed += 1) {
          const score = scored(shaped({ seed }), { columns, noteSize: 8, hasRules });
          expect(recall(score.links), `recall, seed ${seed}`).to.equal(1);
          expect(precision(score.links), `precision, seed ${seed}`).to.equal(1);
          expect(score.text, `text, seed ${seed}`).to.be.at.least(0.995);
        }
      });

  it('finds notes that are set in the size of the text, by rule and label', () => {
    const score = scored(shaped({ seed: 7 }), { columns: 1, noteSize: 10, hasRules: true });
    expect([recall(score.links), precision(score.links)]).to.eql([1, 1]);
  });

  it('keeps labels that begin anew in each chapter', () => {
    const draft = shaped({ seed: 8, labels: 'restarting', notes: 30 });
    const score = scored(draft, ordinary);
    expect([recall(score.links), precision(score.links)]).to.eql([1, 1]);
  });

  it('makes no links where there are no notes', () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const read = structureOf(setPages(shaped({ seed, notes: 0, decoys: 20 }), ordinary));
      expect(read.notes, `seed ${seed}`).to.eql([]);
    }
  });

  it('keeps words that stand sideways: stamps in the margin as furniture, others as uncertain', () => {
    const file = setPages(shaped({ seed: 3 }), ordinary);
    const [stamp, table] = ['Downloaded by a reader', 'A table set sideways'];
    const run = { ...(file.pages[0]?.runs[0] as PdfRun), y: 400, width: 90, angle: 270 };
    const pages = file.pages.map((page, at) => ({
      ...page,
      runs: [
        ...page.runs,
        { ...run, x: 12, text: stamp },
        ...(at === 1 ? [{ ...run, x: page.width / 2, text: table }] : []),
      ],
    }));
    const read = structureOf({ ...file, pages });
    const places = read.blocks.map(({ kind, content, origin }) => [wordsOf(content), kind, origin?.page]);
    expect(places.filter(([words]) => words === stamp)).to.eql(
      pages.map((_, at) => [stamp, 'furniture', at + 1]),
    );
    expect(places.filter(([words]) => words === table)).to.eql([[table, 'uncertain', 2]]);
    const doubts = read.findings.filter(({ kind }) => kind === 'aside-doubtful');
    expect(doubts.map(({ quote }) => quote)).to.include(table);
  });

  it('reads the signs of notes in fonts that give their own codes for them, and leaves letters alone', () => {
    const texts = (font: string, ...all: readonly string[]): readonly string[] =>
      decoded(all.map((text) => ({ text, font }))).map(({ text }) => text);
    expect(texts('Type3 f1', '*', '\u0084', '\u0085', '\u009f', '¶')).to.eql(['*', '†', '‡', '§', '¶']);
    expect(texts('Type3 f2', '\u0003', 'y', 'z', 'x', '{')).to.eql(['*', '†', '‡', '§', '¶']);
    expect(texts('Type3 f3', 'x', 'y', 'z')).to.eql(['x', 'y', 'z']);
  });

  it('tells which pages were not read, those that follow one another together', () => {
    const file = setPages(shaped({ seed: 3 }), ordinary);
    const draft = structureOf(file);
    const told = withUnread(draft, { pages: file.pages, unread: [2, 1], scanned: [0, 4] });
    const fresh = told.findings.slice(draft.findings.length);
    expect(fresh.map(({ kind, quote }) => [kind, quote])).to.eql([
      ['unread', 'pp. 1–3'],
      ['unread', 'p. 5'],
    ]);
  });

  it('keeps running heads and folios as furniture, and takes the labels of pages from the folios', () => {
    const read = structureOf(setPages(shaped({ seed: 3 }), ordinary));
    const furniture = read.blocks
      .filter(({ kind }) => kind === 'furniture')
      .map(({ content }) => wordsOf(content));
    const labels = read.blocks.flatMap(({ content }) =>
      content.flatMap((one) => (one.kind === 'page' ? [one] : [])),
    );
    expect(labels.map(({ label }) => label)).to.eql(labels.map((_, at) => String(101 + at)));
    expect(labels.every(({ evidence }) => evidence === 'printed')).to.equal(true);
    expect(furniture.filter((text) => text === 'A Journal of Things')).to.have.length(labels.length);
  });

  it('keeps a marker whose note has no words in this copy', () => {
    const draft = shaped({ seed: 4, notes: 20 });
    const gone = draft.notes[9]?.id;
    const notes = draft.notes.map((note) => (note.id === gone ? { ...note, content: [] } : note));
    const read = structureOf(setPages({ ...draft, notes }, ordinary));
    const missing = read.notes.filter(({ content }) => content.length === 0);
    expect(missing.map(({ label }) => label)).to.eql(['10']);
    expect(read.findings.filter(({ kind }) => kind === 'note-missing').map(({ quote }) => quote)).to.eql([
      '10',
    ]);
  });

  it('undoes a hyphen at the end of a line by the words of the text, and says where nothing decides', () => {
    const line = (text: string, y: number): PdfRun => ({
      ...{ x: 60, size: 10, font: 'Plain', isBold: false, isItalic: false, direction: 'ltr', angle: 0 },
      ...{ text, y, width: text.length * 5 },
    });
    const texts = [
      'The government of the well-known town, as the govern-',
      'ment itself, was known to be good, and was well-',
      'known for it; but of what the people thought of a zyzo-',
      'gonic government in the town there is no word left.',
    ];
    const page = { index: 0, label: '1', width: 400, height: 600, links: [], images: [], rules: [] };
    const runs = texts.map((text, at) => line(text, 200 + at * 12));
    const read = structureOf({
      pages: [{ ...page, runs }],
      outline: [],
      language: 'en',
      title: '',
      author: '',
    });
    const text = read.blocks
      .filter(isBody)
      .map(({ content }) => wordsOf(content))
      .join('|');
    expect(text).to.contain('as the government itself').and.to.contain('was well-known for it');
    expect(text).to.contain('a zyzogonic government');
    expect(read.findings.filter(({ kind }) => kind === 'hyphen-undecided').map(({ quote }) => quote)).to.eql([
      'zyzo-gonic',
    ]);
  });
});
