/** Opens PDFs in a worker, as readers do, and answers what came of it: for tests. */
import { Fault } from '../../../src/model/fault.ts';
import { openPdf } from '../../../src/formats/pdf/open.ts';
import type { PdfBox } from '../../../src/formats/pdf/pages.ts';

/** What is asked of it. */
export interface Ask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly password: string | null;
  /** A part of the first page to draw. */
  readonly box?: PdfBox;
}

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Ask>) => void;
  postMessage(message: unknown): void;
};

async function answered({ bytes, password, box }: Ask): Promise<unknown> {
  let [last, longest] = [performance.now(), 0];
  const progress = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const start = performance.now();
  try {
    const pdf = await openPdf(bytes, { name: 'paper.pdf', password, progress });
    const picture = box ? await pdf.pictureOf(0, box) : null;
    await pdf.close();
    const { pages, outline, unread, scanned, title, author, language } = pdf;
    const time = performance.now() - start;
    return { pages, outline, unread, scanned, title, author, language, picture, time, longest };
  } catch (error) {
    return { fault: error instanceof Fault ? error.code : String(error) };
  }
}

scope.onmessage = ({ data }) => void answered(data).then((answer) => scope.postMessage(answer));
