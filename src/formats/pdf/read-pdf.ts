/** Reads a PDF: opened by `open.ts`, its structure found by `structure.ts`, then its figures and what it says of itself. */
import type { PaperReader } from '../paper/reader.ts';
import { withFigures } from './figures.ts';
import { openPdf } from './open.ts';
import { withSaid } from './said.ts';
import { structureOf } from './structure.ts';
import { withUnread } from './unread.ts';

/** The reader of PDFs; see `paper/reader.ts`. Throws what `open.ts` throws. */
export const readPdf: PaperReader = async (bytes, context) => {
  const file = await openPdf(bytes, context);
  try {
    context.progress('Finding paragraphs and notes', 0, 1);
    const draft = withUnread(withSaid(structureOf(file), file), file);
    return await withFigures(draft, file, (done, of) => context.progress('Drawing figures', done, of));
  } finally {
    await file.close();
  }
};
