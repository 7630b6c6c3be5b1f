/** Word, OpenDocument and EPUB files come back as the manuscripts that they were written of; bad ones end in faults. */
import { expect } from '@open-wc/testing';
import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../../src/formats/docx/read-docx.ts';
import { readEpub } from '../../src/formats/epub/read-epub.ts';
import { readOdt } from '../../src/formats/odt/read-odt.ts';
import type { PaperReader } from '../../src/formats/paper/reader.ts';
import type { Draft } from '../../src/model/draft.ts';
import { Fault } from '../../src/model/fault.ts';
import { asDocx } from '../imports/as-docx.ts';
import { asEpub } from '../imports/as-epub.ts';
import { asOdt } from '../imports/as-odt.ts';
import { manuscript, type Shape } from '../imports/manuscript.ts';
import { precision, recall, scoreDraft } from '../imports/score.ts';
import { sources, type Source } from '../imports/sources.ts';

const context = { name: 'file', password: null, progress: () => undefined };
const shape: Partial<Shape> = {
  notes: 60,
  paragraphs: 40,
  emphasis: true,
  links: true,
  lists: 3,
  scripts: true,
};

async function faultOf(read: PaperReader, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    await read(bytes, context);
    return '';
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
}

/** Reads what was written of a draft and holds it against the draft. */
async function expectSame(truth: Draft, bytes: Uint8Array<ArrayBuffer>, read: PaperReader): Promise<void> {
  const { draft } = await read(bytes, context);
  const score = scoreDraft(draft, truth);
  expect(recall(score.links), 'links found').to.be.at.least(0.99);
  expect(precision(score.links), 'links right').to.be.at.least(0.99);
  expect(score.text, 'text').to.be.at.least(0.999);
  expect(recall(score.headings), 'headings').to.equal(1);
  expect(precision(score.headings), 'nothing else is a heading').to.equal(1);
}

describe('office files and books', () => {
  let novel: Source;

  before(async () => {
    novel = (await sources())[0] as Source;
  });

  it('come back from Word with the numbers that Word counts, and with marks of the author', async () => {
    const counted = manuscript(novel, { ...shape, seed: 2, repeated: 4, adjacent: 3, missing: 0.1 });
    await expectSame(counted, asDocx(counted), readDocx);
    const own = manuscript(novel, { ...shape, seed: 3, labels: 'restarting' });
    await expectSame(own, asDocx(own, 'own'), readDocx);
  });

  it('come back from OpenDocument with the numbers that stand in it, with notes on notes', async () => {
    const wanted = { seed: 4, labels: 'roman', repeated: 4, missing: 0.1, nested: 4 } as const;
    const truth = manuscript(novel, { ...shape, ...wanted });
    await expectSame(truth, asOdt(truth), readOdt);
  });

  for (const kind of ['typed', 'plain', 'defined'] as const) {
    it(`come back from books with ${kind} notes, across files, with notes on notes and pages`, async () => {
      const truth = manuscript(novel, { ...shape, seed: 5, nested: 3, repeated: 3, pages: 300 });
      await expectSame(truth, asEpub(truth, kind), readEpub);
      const { draft } = await readEpub(asEpub(truth, kind), context);
      expect(recall(scoreDraft(draft, truth).pages)).to.equal(1);
    });
  }

  it('are refused with a fault when they are cut off, empty, renamed or locked', async () => {
    const truth = manuscript(novel, { paragraphs: 2, notes: 2 });
    const files: readonly [PaperReader, Uint8Array<ArrayBuffer>][] = [
      [readDocx, asDocx(truth)],
      [readOdt, asOdt(truth)],
      [readEpub, asEpub(truth, 'typed')],
    ];
    const renamed = new Uint8Array(zipSync({ 'a.txt': strToU8('words') }));
    for (const [read, bytes] of files) {
      expect(await faultOf(read, bytes.slice(0, -40))).to.equal('import/broken');
      expect(await faultOf(read, new Uint8Array())).to.equal('import/broken');
      expect(await faultOf(read, renamed)).to.equal('import/broken');
    }
    const lock =
      '<encryption><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></encryption>';
    const locked = new Uint8Array(zipSync({ 'META-INF/encryption.xml': strToU8(lock) }));
    expect(await faultOf(readEpub, locked)).to.equal('import/protected');
  });
});
