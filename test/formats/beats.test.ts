/** Long work shows signs of life: every reader beats all along, and so does what is written of its draft. */
import { expect } from '@open-wc/testing';
import { writeDraft } from '../../src/app/pending-paper.ts';
import { readDocx } from '../../src/formats/docx/read-docx.ts';
import { readEpub } from '../../src/formats/epub/read-epub.ts';
import { readHtml } from '../../src/formats/html/read-html.ts';
import { readJatsDraft } from '../../src/formats/jats/read-draft.ts';
import { readMarkdown } from '../../src/formats/markdown/read-markdown.ts';
import { readOdt } from '../../src/formats/odt/read-odt.ts';
import { writeJats } from '../../src/formats/paper/jats-write.ts';
import type { PaperReader } from '../../src/formats/paper/reader.ts';
import { readPlain } from '../../src/formats/plain/read-plain.ts';
import { readTei } from '../../src/formats/tei/read-tei.ts';
import { pulse, withBeats } from '../../src/model/beat.ts';
import type { Draft } from '../../src/model/draft.ts';
import { asDocx } from '../imports/as-docx.ts';
import { asEpub } from '../imports/as-epub.ts';
import { asHtml } from '../imports/as-html.ts';
import { asMarkdown, markdownShapes, type MarkdownShape } from '../imports/as-markdown.ts';
import { asOdt } from '../imports/as-odt.ts';
import { asPlain } from '../imports/as-plain.ts';
import { asTei } from '../imports/as-tei.ts';
import { htmlShapes, type HtmlShape } from '../imports/html-shapes.ts';
import { manuscript } from '../imports/manuscript.ts';
import { bytesOf, draftOfBytes } from '../imports/reading.ts';
import { sources, type Source } from '../imports/sources.ts';

/** How often work is heard when the clock goes on by a minute whenever it is asked. */
async function heard(work: () => Promise<unknown>): Promise<number> {
  let [minutes, count] = [0, 0];
  const own = { configurable: true, value: () => (minutes += 1) * 60_000 };
  Object.defineProperty(performance, 'now', own);
  try {
    await withBeats(() => {
      count += 1;
    }, work);
  } finally {
    Reflect.deleteProperty(performance, 'now');
  }
  return count;
}

describe('long work', () => {
  let truth: Draft;
  let characters: number;

  before(async () => {
    truth = manuscript((await sources())[0] as Source, { seed: 4, notes: 60 });
    characters = JSON.stringify(truth).length;
  });

  const files: readonly (readonly [string, PaperReader, () => Uint8Array<ArrayBuffer>])[] = [
    ['plain text', readPlain, () => bytesOf(asPlain(truth))],
    ['Word', readDocx, () => asDocx(truth)],
    ['OpenDocument', readOdt, () => asOdt(truth)],
    ['a book', readEpub, () => asEpub(truth, 'plain')],
    ['HTML', readHtml, () => bytesOf(asHtml(truth, htmlShapes[0] as HtmlShape, true))],
    ['Markdown', readMarkdown, () => bytesOf(asMarkdown(truth, markdownShapes[0] as MarkdownShape))],
    ['JATS', readJatsDraft, () => bytesOf(writeJats(truth))],
    ['TEI', readTei, () => bytesOf(asTei(truth, true))],
  ];

  for (const [name, reader, bytes] of files)
    it(`is heard at least every thousand characters while ${name} is read`, async () => {
      expect(await heard(() => draftOfBytes(reader, bytes()))).to.be.above(characters / 1000);
    });

  it('is heard while a draft is written down', async () => {
    expect(await heard(() => writeDraft(truth))).to.be.above(characters / 1000);
  });

  it('is heard no more once it is done', async () => {
    let count = 0;
    await withBeats(
      () => {
        count += 1;
      },
      () => Promise.resolve(),
    );
    expect(await heard(() => Promise.resolve(pulse()))).to.equal(1);
    expect(count).to.equal(0);
  });
});
