/** Reads PDFs in the browser, each in a fresh worker, and holds the drafts against their truth. `import-pdf.mjs` drives it. */
import type { Draft } from '../../src/model/draft.ts';
import { scoreDraft, type Score } from '../imports/score.ts';

interface Answer {
  readonly draft?: Draft;
  readonly fault?: string;
  readonly pages: number;
  /** Milliseconds in all, and the longest without progress; the first holds the fetching of pdf.js. */
  readonly time: number;
  readonly silence: number;
}

/** A document read: its score where its truth is known. */
export interface Measured extends Omit<Answer, 'draft'> {
  readonly score: Score | null;
  readonly notes: number;
}

async function measured(base64: string, truth: Draft | null): Promise<Measured> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const worker = new Worker(new URL('./import-pdf-worker.ts', import.meta.url), { type: 'module' });
  try {
    const { draft, ...answer } = await new Promise<Answer>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data as Answer);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(bytes);
    });
    return {
      ...answer,
      notes: draft?.notes.length ?? 0,
      score: draft && truth ? scoreDraft(draft, truth) : null,
    };
  } finally {
    worker.terminate();
  }
}

Object.assign(globalThis, { measured });
