/** The map as PDF: words and links in it, sheets that hold all of the picture, the records inside. */
import { expect } from '@open-wc/testing';
import { makePdf, type PdfWish } from '../../src/map/pdf.ts';
import { readPdfNotebook } from '../../src/map/pdf-notebook.ts';
import { posterOf, sheetOf } from '../../src/map/pdf-sheets.ts';
import { writeSvg } from '../../src/map/svg.ts';
import { claim } from '../support/desk.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { sampleRecords } from './sample.ts';
import { picture } from './svg-picture.ts';

const bytes = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
const count = (file: Uint8Array, word: string): number =>
  new TextDecoder('latin1').decode(file).split(word).length - 1;
const wish = (part: Partial<PdfWish> = {}): PdfWish => ({
  sheets: 'one',
  title: 'Sample',
  notebook: null,
  ...part,
});

describe('the map as PDF', () => {
  it('is a vector picture on one sheet, with a link from each claim to its passage, and the fonts inside', async () => {
    const drawn = writeSvg(await picture(sampleRecords));
    const made = await makePdf(drawn, wish());
    const file = await bytes(made.blob);
    expect(new TextDecoder().decode(file.subarray(0, 5))).to.equal('%PDF-');
    expect(made.isVector).to.equal(true);
    expect(count(file, '/Type /Page\n')).to.equal(1);
    const claims = sampleRecords.filter((record) => record.kind === 'claim');
    expect(count(file, '/URI (')).to.equal(claims.length);
    expect(count(file, '/FontFile2')).to.be.above(0);
    expect(count(file, '/Subtype /Image')).to.equal(0);
  });

  it('carries the map, whatever its letters, and it can be read back', async () => {
    const notebook = { records: sampleRecords, words: 'naïve 😀 𝔸 <b>Баку</b> \u0000 "x"'.repeat(5000) };
    const made = await makePdf(writeSvg(await picture(sampleRecords)), wish({ notebook }));
    const file = await bytes(made.blob);
    expect(readPdfNotebook(file)).to.deep.equal(notebook);
    expect(readPdfNotebook(file.subarray(0, file.length / 2))).to.equal(null);
    expect(readPdfNotebook(new Uint8Array())).to.equal(null);
  });

  it('holds an image, and says so, where the fonts lack letters of it', async () => {
    for (const wording of ['עברית היא שפה', '漢字である', 'A sign 😀']) {
      const drawn = writeSvg(await picture([claim('c', { wording })]));
      const made = await makePdf(drawn, wish());
      expect(made.isVector, wording).to.equal(false);
      expect(count(await bytes(made.blob), '/Subtype /Image'), wording).to.be.above(0);
    }
    const greek = writeSvg(await picture([claim('c', { wording: 'Ο λόγος — Баку, naïve “final”' })]));
    expect((await makePdf(greek, wish())).isVector).to.equal(true);
  });

  it('goes over several sheets, tells how far it is, and can be given up', async () => {
    const drawn = writeSvg(await picture(sampleRecords));
    const sheets = posterOf(drawn).length;
    const shares: number[] = [];
    const onProgress = (share: number): void => void shares.push(share);
    const made = await makePdf(drawn, wish({ sheets: 'poster', onProgress }));
    expect(sheets).to.be.above(1);
    expect(count(await bytes(made.blob), '/Type /Page\n')).to.equal(sheets);
    expect([shares.length, shares.at(-1)]).to.deep.equal([sheets, 1]);
    const signal = AbortSignal.abort();
    const given: unknown = await makePdf(drawn, wish({ signal })).catch((error: unknown) => error);
    expect(given).to.have.property('name', 'AbortError');
  });
});

describe('sheets', () => {
  it('hold every point of the picture, and none is left empty', () => {
    forSeeds(60, (seed) => {
      const dice = new Dice(seed);
      const size = { width: 100 + dice.below(60_000), height: 100 + dice.below(60_000) };
      const sheets = [posterOf(size), [sheetOf(size, 'one')], [sheetOf(size, 'a4')]];
      for (const all of sheets) {
        expect(all.length).to.be.within(1, 64);
        const { scale } = all[0] ?? { scale: 0 };
        for (let probe = 0; probe < 20; probe += 1) {
          const [x, y] = [dice.next() * size.width * scale, dice.next() * size.height * scale];
          const holds = all.some(
            (sheet) =>
              sheet.x + x >= -0.01 &&
              sheet.y + y >= -0.01 &&
              sheet.x + x <= sheet.width + 0.01 &&
              sheet.y + y <= sheet.height + 0.01,
          );
          expect(holds, `${x}, ${y} of ${JSON.stringify(size)}`).to.equal(true);
        }
        for (const sheet of all) {
          expect(sheet.x + size.width * scale).to.be.above(0);
          expect(sheet.y + size.height * scale).to.be.above(0);
          expect(Math.max(sheet.width, sheet.height)).to.be.at.most(14_400.01);
        }
      }
    });
  });
});
