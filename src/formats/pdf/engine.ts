/**
 * pdf.js in the thread that it is called in, which is the worker of a reader: no worker of its own, no page, no network but
 * our own files, nothing of a PDF is ever run. The only place that knows how it is started.
 */
import type * as pdfjsDist from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { Fault } from '../../model/fault.ts';

type Library = typeof pdfjsDist;

let library: Promise<Library> | null = null;

/**
 * Its parsing half takes a worker without a window for one of its own and would speak with our page: it sees a window while
 * it is loaded.
 */
async function loaded(): Promise<Library> {
  const scope = globalThis as { window?: unknown };
  const isBare = !('window' in scope);
  if (isBare) scope.window = globalThis;
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    if (isBare) delete scope.window;
  }
}

/** pdf.js, fetched once. */
export const pdfjs = (): Promise<Library> => (library ??= loaded());

/** Fetches what pdf.js asks for; its own way needs a page. */
class OwnFiles {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const { ownFile } = await import('./own-files.ts');
    return ownFile(kind, filename);
  }
}

/** Canvases without a page. */
class Canvases {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width;
    canvas.height = height;
  }
  destroy({ canvas }: { canvas: OffscreenCanvas }): void {
    canvas.width = 0;
    canvas.height = 0;
  }
}

/** Filters are elements of a page: here there are none. */
class NoFilters {
  readonly #none = (): string => 'none';
  addFilter = this.#none;
  addHCMFilter = this.#none;
  addAlphaFilter = this.#none;
  addLuminosityFilter = this.#none;
  addHighlightHCMFilter = this.#none;
  destroy(): void {
    // Nothing was made.
  }
}

/** Where what is drawn may be: pictures larger than `pixels` are left out; 0 leaves out all, and none is decoded. */
export interface EngineLimits {
  readonly pixels: number;
}

function faultOf(error: unknown, name: string, isAsked: boolean): Fault {
  if ((error as { name?: string } | null)?.name === 'PasswordException')
    return new Fault(isAsked ? 'import/wrong-password' : 'import/password', name, { cause: error });
  return new Fault('import/broken', name, { cause: error });
}

/**
 * Opens a document. Throws import/password, import/wrong-password and import/broken, with `name`.
 * The bytes are handed over: pass a copy.
 */
export async function openDocument(
  bytes: Uint8Array<ArrayBuffer>,
  { name, password }: { readonly name: string; readonly password: string | null },
  { pixels }: EngineLimits,
): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await pdfjs();
  const task = getDocument({
    data: bytes,
    ...(password === null ? {} : { password }),
    verbosity: VerbosityLevel.ERRORS,
    maxImageSize: pixels,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: true,
    cMapPacked: true,
    // Addresses only so that it asks: `OwnFiles` looks at kind and name alone.
    cMapUrl: 'own:/',
    standardFontDataUrl: 'own:/',
    wasmUrl: 'own:/',
    BinaryDataFactory: OwnFiles,
    CanvasFactory: Canvases,
    FilterFactory: NoFilters,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy().catch(() => undefined);
    throw faultOf(error, name, password !== null);
  }
}
