/** Has one file read by a worker of its own, and ends that worker: when all is said, when nobody waits, when it takes too long. */
import type { Picture } from '../formats/paper/reader.ts';
import type { DraftBlock, DraftNote } from '../model/draft.ts';
import { Fault } from '../model/fault.ts';
import { ForeignFile } from '../model/foreign-file.ts';
import type { FromImporter, ImportProgress, ReadHead } from './import-protocol.ts';
import { Worker } from './own-worker.ts';
import type { WrittenDraft } from './pending-paper.ts';

/** A paper as it was read. */
export interface ReadFile extends WrittenDraft {
  readonly pictures: readonly Picture[];
}

/** What a run is told. */
export interface RunOptions {
  /** What a person calls it; null where the file is to say. */
  readonly title: string | null;
  readonly password: string | null;
  /** Aborted: the worker ends at once, whatever it is doing. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** Runs one file. Rejects with `import/…` faults, and with an AbortError where nobody waits any more. */
export type RunFile = (file: File, options: RunOptions) => Promise<ReadFile>;

/** Larger files are not even read, in bytes. */
export const largestPaper = 200 * 1024 * 1024;

/** So long a worker may read, in ms. */
const patience = 120_000;

const start = (): globalThis.Worker =>
  new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });

function refusal(said: FromImporter & { say: 'refused' }, name: string): Fault {
  if (said.kind) return new ForeignFile(said.kind, name);
  if (said.code) return new Fault(said.code, said.detail || name);
  return new Fault('import/failed', name, { cause: new Error(said.detail) });
}

const made = (head: ReadHead, blocks: readonly DraftBlock[], notes: readonly DraftNote[]): ReadFile => {
  const { draft, ...rest } = head;
  return { ...rest, draft: { ...draft, blocks, notes } };
};

/** See `RunFile`. `startWorker` and `limit` (ms) are there for tests. */
export async function runFile(
  file: File,
  { title, password, signal, onProgress }: RunOptions,
  startWorker: () => globalThis.Worker = start,
  limit = patience,
): Promise<ReadFile> {
  signal.throwIfAborted();
  if (file.size > largestPaper) throw new Fault('import/too-large', file.name);
  if (file.size === 0) throw new Fault('import/empty', file.name);
  const worker = startWorker();
  const blocks: DraftBlock[] = [];
  const notes: DraftNote[] = [];
  let timer = 0;
  try {
    return await new Promise<ReadFile>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromImporter>) => {
        if (data.say === 'progress') onProgress(data);
        else if (data.say === 'blocks') blocks.push(...data.blocks);
        else if (data.say === 'notes') notes.push(...data.notes);
        else if (data.say === 'read') resolve(made(data.head, blocks, notes));
        else reject(refusal(data, file.name));
      });
      // A worker that does not load, or that breaks off, never answers.
      const onDeath = (cause: unknown): void => reject(new Fault('import/failed', file.name, { cause }));
      worker.addEventListener('error', (event) => {
        // It is told here, and to nobody else.
        event.preventDefault();
        onDeath(new Error(event.message));
      });
      worker.addEventListener('messageerror', () => onDeath(new Error('An answer could not be taken over.')));
      timer = window.setTimeout(() => reject(new Fault('import/too-slow', file.name)), limit);
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.postMessage({ file, name: file.name, title, password });
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
