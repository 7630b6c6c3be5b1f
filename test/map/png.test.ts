/** The rasterised map: of the size that was asked for, never blank, and with the map inside. */
import { expect } from '@open-wc/testing';
import { crc32, makePng, possibleScale, readPngNotebook } from '../../src/map/png.ts';
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
      const png = await makePng(drawn, scale, null);
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
    const context = await pixels((await makePng(drawn, 1, null)).blob);
    expect(pixel(context, 0, 0)[3]).to.equal(0);
    expect(pixel(context, drawn.proof.x, drawn.proof.y)[3]).to.equal(255);
  });

  it('carries the map in an iTXt chunk that readers accept', async () => {
    const made = await picture(sampleRecords);
    const file = await bytes((await makePng(writeSvg(made), 1, made.notebook)).blob);
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
    const file = await bytes((await makePng(drawn, 1, { large: 'x'.repeat(5000) })).blob);
    expect(readPngNotebook(file.slice(0, 60))).to.equal(null);
  });

  it('lessens a scale that no canvas can hold', () => {
    expect(possibleScale(4, 1000, 1000)).to.equal(4);
    expect(possibleScale(4, 20_000, 500)).to.be.closeTo(3.27, 0.01);
    const scale = possibleScale(4, 12_000, 9000);
    expect(12_000 * scale * 9000 * scale).to.be.at.most(16_384 ** 2 + 1);
  });

  it('says so when the picture cannot be read', async () => {
    const broken = { svg: '<svg', width: 10, height: 10, proof: { x: 5, y: 5 } };
    const fault: unknown = await makePng(broken, 1, null).catch((error: unknown) => error);
    expect((fault as Fault).code).to.equal('export/failed');
  });
});
