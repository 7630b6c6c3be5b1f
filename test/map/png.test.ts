/** The rasterised map: of the size that was asked for, never blank, and with the map inside. */
import { expect } from '@open-wc/testing';
import { crc32, readPngNotebook } from '../../src/map/png-file.ts';
import { makePng, possibleScale, stripPng } from '../../src/map/png.ts';
import { drawWhole, loadSvg, makeRaster, rasterScale } from '../../src/map/raster.ts';
import type { Fault } from '../../src/model/fault.ts';
import { lightPalette } from '../../src/map/palette.ts';
import { writeSvg } from '../../src/map/svg.ts';
import { sampleRecords } from './sample.ts';
import { picture } from './svg-picture.ts';

const bytes = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

async function pixels(blob: Blob): Promise<CanvasRenderingContext2D> {
  const image = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.drawImage(image, 0, 0);
  return context;
}

const pixel = (context: CanvasRenderingContext2D, x: number, y: number): number[] => [
  ...context.getImageData(Math.floor(x), Math.floor(y), 1, 1).data,
];

const rgb = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

describe('the map as PNG', () => {
  it('has the size asked for, paper at the corners, a card where one stands', async () => {
    const drawn = writeSvg(await picture(sampleRecords));
    for (const scale of [1, 2]) {
      const png = await makePng(drawn, { scale, notebook: null });
      const context = await pixels(png.blob);
      const { width, height } = context.canvas;
      expect([width, height]).to.deep.equal([drawn.width * scale, drawn.height * scale]);
      expect(png.scale).to.equal(scale);
      const corners = [
        [0, 0],
        [width - 1, 0],
        [0, height - 1],
        [width - 1, height - 1],
      ] as const;
      for (const [x, y] of corners)
        expect(pixel(context, x, y)).to.deep.equal([...rgb(lightPalette.paper), 255]);
      const card = context.getImageData(
        (drawn.proof.x - 60) * scale,
        (drawn.proof.y - 20) * scale,
        120 * scale,
        40 * scale,
      ).data;
      const shades = new Set(Array.from({ length: card.length / 4 }, (_, at) => card[at * 4]));
      expect(shades.size, 'words on the card').to.be.greaterThan(8);
    }
  });

  it('is open at the corners when transparent, and solid on a card', async () => {
    const drawn = writeSvg(await picture(sampleRecords, { isTransparent: true }));
    const context = await pixels((await makePng(drawn, { scale: 1, notebook: null })).blob);
    expect(pixel(context, 0, 0)[3]).to.equal(0);
    expect(pixel(context, drawn.proof.x, drawn.proof.y)[3]).to.equal(255);
  });

  it('carries the map in an iTXt chunk that readers accept', async () => {
    const made = await picture(sampleRecords);
    const file = await bytes((await makePng(writeSvg(made), { scale: 1, notebook: made.notebook })).blob);
    expect([...file.slice(0, 8)]).to.deep.equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(readPngNotebook(file)).to.deep.equal(made.notebook);
    const view = new DataView(file.buffer);
    for (let at = 8; at < file.length; at += view.getUint32(at) + 12) {
      const end = at + 8 + view.getUint32(at);
      expect(view.getUint32(end), `checksum at ${at}`).to.equal(crc32(file.subarray(at + 4, end)));
    }
  });

  it('knows the checksum of the standard’s own example', () => {
    expect(crc32(new TextEncoder().encode('IEND'))).to.equal(0xae426082);
  });

  it('finds no map in a PNG without one, nor in half a file', async () => {
    const drawn = writeSvg(await picture(sampleRecords));
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 2;
    const plain = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    expect(plain && readPngNotebook(await bytes(plain))).to.equal(null);
    const file = await bytes(
      (await makePng(drawn, { scale: 1, notebook: { large: 'x'.repeat(5000) } })).blob,
    );
    expect(readPngNotebook(file.slice(0, 60))).to.equal(null);
  });

  it('lessens a scale that no canvas can hold', () => {
    expect(possibleScale(4, 1000, 1000)).to.equal(4);
    expect(possibleScale(4, 20_000, 500)).to.be.closeTo(3.27, 0.01);
    const scale = possibleScale(4, 12_000, 9000);
    expect(12_000 * scale * 9000 * scale).to.be.closeTo(20_000 ** 2, 1);
    const raster = rasterScale('jpg', 4, 12_000, 9000);
    expect(12_000 * raster * 9000 * raster).to.be.closeTo(16_384 ** 2, 1);
    expect(rasterScale('webp', 4, 12_000, 900)).to.be.closeTo(16_383 / 12_000, 0.001);
  });

  it('shows in strips what the browser draws at one go, in every pixel', async () => {
    const area = { x: 400, y: 300, width: 700, height: 500 };
    for (const isTransparent of [false, true]) {
      const drawn = writeSvg(await picture(sampleRecords, { isTransparent, area, hasLegend: false }));
      const image = await loadSvg(drawn.svg);
      const [width, height] = [Math.floor(drawn.width * 3), Math.floor(drawn.height * 3)];
      expect(width * height, 'more than one strip').to.be.above(2_000_000);
      const wish = { scale: 3, notebook: null };
      const strips = await stripPng({ image, width, height, hasAlpha: isTransparent }, wish);
      const whole = await drawWhole(image, drawn, 3, 'image/png');
      const found = (await pixels(strips)).getImageData(0, 0, width, height).data;
      const expected = whole && (await pixels(whole)).getImageData(0, 0, width, height).data;
      let differing = 0;
      for (let at = 0; at < found.length; at += 1)
        if (Math.abs((found[at] as number) - (expected?.[at] as number)) > 8) differing += 1;
      // Strips are drawn apart: letters across their edges may be smoothed a little differently.
      expect(differing / found.length).to.be.below(0.001);
    }
  });

  it('larger than a canvas tells how far it is, and can be given up', async () => {
    const drawn = writeSvg(await picture(sampleRecords));
    const shares: number[] = [];
    const abort = new AbortController();
    const onProgress = (share: number): void => {
      shares.push(share);
      if (shares.length === 3) abort.abort();
    };
    const wish = { scale: 20_000 / drawn.width, notebook: null, onProgress, signal: abort.signal };
    const given: unknown = await makePng(drawn, wish).catch((error: unknown) => error);
    expect(given).to.have.property('name', 'AbortError');
    expect(shares).to.have.length(3);
    expect(shares.every((share, at) => share > (shares[at - 1] ?? 0) && share < 1)).to.equal(true);
  });

  it('tells printers how many of its pixels make an inch', async () => {
    const drawn = writeSvg(await picture(sampleRecords));
    const file = await bytes((await makePng(drawn, { scale: 1, notebook: null, dpi: 192 })).blob);
    const text = new TextDecoder('latin1').decode(file);
    const at = text.indexOf('pHYs');
    expect(new DataView(file.buffer).getUint32(at + 4)).to.equal(7559);
    expect(file[at + 12]).to.equal(1);
  });

  it('comes as JPEG and WebP too, in the size asked for', async () => {
    const drawn = writeSvg(await picture(sampleRecords));
    for (const [format, type] of [
      ['jpg', 'image/jpeg'],
      ['webp', 'image/webp'],
    ] as const) {
      const made = await makeRaster(drawn, format, 2);
      expect([made.blob.type, made.scale]).to.deep.equal([type, 2]);
      const context = await pixels(made.blob);
      expect([context.canvas.width, context.canvas.height]).to.deep.equal([
        drawn.width * 2,
        drawn.height * 2,
      ]);
      const corner = pixel(context, 0, 0);
      rgb(lightPalette.paper).forEach((value, at) => expect(corner[at]).to.be.closeTo(value, 4));
    }
  });

  it('says so when the picture cannot be read', async () => {
    const broken = { svg: '<svg', width: 10, height: 10, isTransparent: false, proof: { x: 5, y: 5 } };
    const failing = [makePng(broken, { scale: 1, notebook: null }), makeRaster(broken, 'jpg', 1)];
    for (const made of failing) {
      const fault: unknown = await made.catch((error: unknown) => error);
      expect((fault as Fault).code).to.equal('export/failed');
    }
  });
});
