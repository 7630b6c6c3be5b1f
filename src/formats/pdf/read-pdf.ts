/** Reads a PDF: opened by `open.ts`, its structure found by `structure.ts`. */
import type { PaperReader } from '../paper/reader.ts';
import { openPdf } from './open.ts';
import { structureOf } from './structure.ts';

/** The reader of PDFs; see `paper/reader.ts`. Throws what `open.ts` throws. */
export const readPdf: PaperReader = async (bytes, context) => {
  const file = await openPdf(bytes, context);
  try {
    context.progress('Finding paragraphs and notes', 0, 1);
    return { draft: structureOf(file), pictures: [] };
  } finally {
    await file.close();
  }
};
