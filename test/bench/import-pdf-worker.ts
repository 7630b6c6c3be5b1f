/** Reads PDFs in a worker, as the app does, and measures: for `import-pdf-page.ts`. */
import { readPdf } from '../../src/formats/pdf/read-pdf.ts';

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Uint8Array<ArrayBuffer>>) => void;
  postMessage(message: unknown): void;
};

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const start = performance.now();
  let [last, silence, pages] = [start, 0, 0];
  const progress = (_: string, __: number, of: number): void => {
    silence = Math.max(silence, performance.now() - last);
    last = performance.now();
    pages = Math.max(pages, of / 2);
  };
  try {
    const { draft } = await readPdf(bytes, { name: 'paper.pdf', password: null, progress });
    return {
      draft,
      pages,
      time: performance.now() - start,
      silence: Math.max(silence, performance.now() - last),
    };
  } catch (error) {
    return { fault: String(error) };
  }
}

scope.onmessage = ({ data }) => void read(data).then((answer) => scope.postMessage(answer));
