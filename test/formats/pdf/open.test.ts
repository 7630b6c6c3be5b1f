import { expect } from '@open-wc/testing';
import type { PdfFile, PdfBox } from '../../../src/formats/pdf/pages.ts';
import { coveringPicture, lines, pagesOf, pdfOf, stream } from '../../imports/pdf/written.ts';
import type { Ask } from './open-worker.ts';

interface Answer extends PdfFile {
  readonly fault?: string;
  readonly picture: Uint8Array<ArrayBuffer> | null;
  readonly unread: readonly number[];
  readonly scanned: readonly number[];
}

/** Everything that a worker said while it opened a file: its answer comes last, and alone. */
async function opened(
  bytes: Uint8Array<ArrayBuffer>,
  { password = null as string | null, box = undefined as PdfBox | undefined } = {},
): Promise<Answer> {
  const worker = new Worker(new URL('./open-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data as Answer);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage({ bytes, password, box } satisfies Ask);
    });
  } finally {
    worker.terminate();
  }
}

const file = async (name: string): Promise<Uint8Array<ArrayBuffer>> => {
  const response = await fetch(new URL(`../../imports/pdf/odd/${name}`, import.meta.url));
  return new Uint8Array(await response.arrayBuffer());
};

const words = ({ pages }: Answer): string =>
  pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');

const sentence = 'Call me Ishmael. Some years ago I thought I would sail about a little.';
const page = { content: lines(Array.from({ length: 8 }, () => sentence)) };
const dots = `/XObject << /Im1 3 0 R >>`;
const picture = stream(
  '\x00\xff\xff\x00',
  '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
);

describe('Opening a PDF in a worker', () => {
  it('finds words, sizes and raised markers where they stand', async () => {
    const { pages, fault } = await opened(await file('plain.pdf'));
    expect(fault).to.equal(undefined);
    const runs = pages[0]?.runs ?? [];
    const marker = runs.find(({ text, size }) => text.trim() === '1' && size < 8);
    const body = runs.find(({ text }) => text.startsWith('Call me') || text.includes('Ishmael'));
    expect(body?.size).to.be.within(9.5, 10.5);
    expect(body?.font).to.match(/Nimbus|Times/u);
    expect(marker && body && marker.size < body.size).to.equal(true);
    expect(
      pages[0]?.rules.some(({ width }) => width > 50),
      'the rule over the notes',
    ).to.equal(true);
  });

  it('asks for a password, says when it is wrong, and opens with the right one', async () => {
    const locked = await file('locked.pdf');
    expect((await opened(locked)).fault).to.equal('import/password');
    expect((await opened(locked, { password: 'queequeg' })).fault).to.equal('import/wrong-password');
    expect(words(await opened(locked, { password: 'ishmael' }))).to.contain('Ishmael');
  });

  it('opens without asking what is only kept from being changed', async () => {
    expect(words(await opened(await file('owner-only.pdf')))).to.contain('Ishmael');
  });

  it('refuses what is damaged beyond reading, in whatever way', async () => {
    const whole = await file('plain.pdf');
    const cut = whole.slice(0, 400);
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251);
    const renamed = new TextEncoder().encode('PK\u0003\u0004 a zip that calls itself a PDF'.repeat(40));
    for (const bytes of [cut, noise, renamed, new Uint8Array()])
      expect((await opened(bytes)).fault, `${bytes.length} bytes`).to.equal('import/broken');
  });

  it('recovers a file whose end is lost', async () => {
    const whole = pagesOf([page, page]);
    const text = String.fromCharCode(...whole);
    const cut = whole.slice(0, text.indexOf('xref'));
    expect(words(await opened(cut))).to.contain('Ishmael');
  });

  it('tells a scan, also one with a stamp and a folio', async () => {
    const bare = { content: coveringPicture('Im1') };
    const stamped = { content: `${coveringPicture('Im1')}\n${lines(['From the library', '12'])}` };
    for (const pages of [
      [bare, bare],
      [stamped, stamped, bare],
    ]) {
      const bytes = pagesOf(pages, { resources: dots, more: [picture] });
      expect((await opened(bytes)).fault).to.equal('import/scanned');
    }
  });

  it('takes a scan whose text was recognised, and says which pages have none', async () => {
    const recognised = { content: `${coveringPicture('Im1')}\n3 Tr\n${page.content}` };
    const bytes = pagesOf([recognised, recognised, recognised, { content: coveringPicture('Im1') }], {
      resources: dots,
      more: [picture],
    });
    const answer = await opened(bytes);
    expect(answer.fault).to.equal(undefined);
    expect(words(answer)).to.contain('Ishmael');
    expect(answer.scanned).to.deep.equal([3]);
  });

  it('says that letters cannot be read where fonts do not say which they are', async () => {
    const shifted = [...sentence]
      .map((sign) => (sign.charCodeAt(0) - 29).toString(16).padStart(4, '0'))
      .join('');
    const row = (at: number): string => `BT /F9 11 Tf 72 ${760 - 14 * at} Td <${shifted}> Tj ET`;
    const fonts = [
      '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Odd /Encoding /Identity-H /DescendantFonts [4 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Odd /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 500 >>',
      '<< /Type /FontDescriptor /FontName /AAAAAA+Odd /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ];
    const content = Array.from({ length: 12 }, (_, at) => row(at)).join('\n');
    const bytes = pagesOf([{ content: content.replaceAll('/F9', '/F2') }], { more: fonts, resources: '' });
    const text = String.fromCharCode(...bytes).replace('/Times-Roman >>', '/Times-Roman >> /F2 3 0 R');
    expect((await opened(pdfAgain(text))).fault).to.equal('import/no-letters');
  });

  it('runs nothing of what a file would have run', async () => {
    const script = '/OpenAction << /S /JavaScript /JS (globalThis.wasRun = true; app.alert\\(1\\)) >>';
    const named =
      '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (globalThis.wasRun = true) >>] >> >>';
    const entries =
      '/AA << /O << /S /JavaScript /JS (globalThis.wasRun = true) >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (javascript:alert\\(1\\)) >> >> << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (calc.exe) >> >>]';
    const answer = await opened(pagesOf([{ ...page, entries }], { catalogue: `${script} ${named}` }));
    expect(words(answer)).to.contain('Ishmael');
    expect(answer.pages[0]?.links).to.deep.equal([]);
    expect((globalThis as { wasRun?: boolean }).wasRun).to.equal(undefined);
  });

  it('counts the pages that are there, not those that a file claims to have', async () => {
    const answer = await opened(pagesOf([page], { count: 90_000_000 }));
    expect(answer.pages.length).to.equal(1);
    expect(words(answer)).to.contain('Ishmael');
  });

  it('refuses more pages than any paper or book has', async () => {
    const many = Array.from({ length: 2001 }, () => ({ content: '' }));
    expect((await opened(pagesOf(many))).fault).to.equal('import/too-large');
  });

  it('refuses a tree of pages that never ends', async () => {
    const bytes = pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 5 >>']);
    expect((await opened(bytes)).fault).to.equal('import/broken');
  });

  it('reads links outside and inside, with the place that they lead to', async () => {
    const entries =
      '/Annots [<< /Type /Annot /Subtype /Link /Rect [72 700 172 712] /A << /S /URI /URI (https://example.org/a) >> >> << /Type /Annot /Subtype /Link /Rect [72 600 90 612] /Dest [5 0 R /XYZ 72 500 0] >>]';
    const { pages } = await opened(pagesOf([{ ...page, entries }, page]));
    const [outside, inside] = pages[0]?.links ?? [];
    expect(outside?.href).to.equal('https://example.org/a');
    expect(outside?.box).to.deep.equal([72, 130, 100, 12]);
    expect(inside?.target).to.deep.equal({ page: 1, x: 72, y: 342 });
  });

  it('turns a page upright whose words are set sideways', async () => {
    const content = Array.from(
      { length: 8 },
      (_, at) => `BT /F1 11 Tf 0 1 -1 0 ${100 + 14 * at} 72 Tm (${sentence}) Tj ET`,
    );
    const { pages } = await opened(pagesOf([{ content: content.join('\n') }]));
    expect(pages[0]?.runs.every(({ angle }) => angle === 0)).to.equal(true);
    expect([pages[0]?.width, pages[0]?.height]).to.deep.equal([842, 595]);
    expect(pages[0]?.runs[0]?.y).to.be.closeTo(100, 0.1);
  });

  it('knows where pictures and drawings stand, and draws a part of a page', async () => {
    const content = `${page.content}\nq 200 0 0 100 72 300 cm /Im1 Do Q\n0 0 1 rg 72 100 40 60 re f 120 100 40 90 re f 170 100 40 30 re f\n0 G 72 500 m 300 500 l S`;
    const bytes = pagesOf([{ content }], { resources: dots, more: [picture] });
    const answer = await opened(bytes, { box: [72, 652, 138, 90] });
    const images = answer.pages[0]?.images ?? [];
    expect(images[0]).to.deep.equal([72, 442, 200, 100]);
    expect(images.length).to.be.at.least(1);
    expect(answer.pages[0]?.rules[0]).to.include({ x: 72, y: 342 });
    const bitmap = await createImageBitmap(new Blob([answer.picture as Uint8Array<ArrayBuffer>]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(2 * (3 + 20), 2 * (3 + 60), 1, 1);
    expect([...data.slice(0, 3)], 'the blue bar').to.deep.equal([0, 0, 255]);
  });
});

/** The bytes of a text whose table of objects no longer fits: such a file is found together again. */
const pdfAgain = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.slice(0, text.lastIndexOf('xref\n0')), (sign) => sign.charCodeAt(0));
