/** Parts of pages as pictures: drawn in the worker when one is asked for. Part of `open.ts`. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { openDocument } from './engine.ts';
import type { PdfBox } from './pages.ts';

/** Larger pictures are left out of what is drawn: memory. */
const mostPixels = 20_000_000;

/** Dots a point: sharp on a good screen, and small. */
const sharpness = 2;

/** The longest side of a picture, in dots. */
const longest = 2400;

/** A little room around, in points: lines have a width. */
const room = 3;

async function drawn(
  document: PDFDocumentProxy,
  index: number,
  box: PdfBox,
  rotation: number,
): Promise<Blob> {
  const page = await document.getPage(index + 1);
  try {
    const [x, y, width, height] = box;
    const scale = Math.min(sharpness, longest / Math.max(width, height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.ceil((width + 2 * room) * scale)),
      Math.max(1, Math.ceil((height + 2 * room) * scale)),
    );
    const viewport = page.getViewport({
      scale,
      rotation,
      offsetX: (room - x) * scale,
      offsetY: (room - y) * scale,
    });
    const context = canvas.getContext('2d', { alpha: false });
    await page.render({
      canvas: null,
      canvasContext: context as unknown as CanvasRenderingContext2D,
      viewport,
      annotationMode: 0,
    }).promise;
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    page.cleanup();
  }
}

/** Draws from a copy of the file that it opens by itself; `turns` are the rotations of the pages, null where there is none. */
export function drawing(
  bytes: Uint8Array<ArrayBuffer>,
  context: { readonly name: string; readonly password: string | null },
  turns: readonly (number | null)[],
) {
  let opened: Promise<PDFDocumentProxy> | null = null;
  return {
    async pictureOf(page: number, box: PdfBox): Promise<Uint8Array<ArrayBuffer> | null> {
      const rotation = turns[page] ?? null;
      if (rotation === null || typeof OffscreenCanvas === 'undefined') return null;
      opened ??= openDocument(bytes.slice(), context, { pixels: mostPixels });
      try {
        const blob = await drawn(await opened, page, box, rotation);
        return new Uint8Array(await blob.arrayBuffer());
      } catch {
        return null;
      }
    },
    async close(): Promise<void> {
      await (await opened?.catch(() => null))?.loadingTask.destroy();
      opened = null;
    },
  };
}
