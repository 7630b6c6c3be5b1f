/** Reads a large notebook file in a worker, and takes it over in portions, so that no frame waits for it. */
import { Fault } from '../model/fault.ts';
import type { NotebookFile } from '../model/notebook-file.ts';
import type { NotebookRecord } from '../model/records.ts';
import type { FromReader } from './layer-messages.ts';
import { Worker } from './own-worker.ts';

/** What came over is a copy, and a copy is not frozen. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** Reads a notebook's file as `readNotebookFile` does. Throws `notebook/malformed`. */
export async function readInWorker(file: Blob): Promise<NotebookFile> {
  const worker = new Worker(new URL('./layer-worker.ts', import.meta.url), { type: 'module' });
  const records: NotebookRecord[] = [];
  try {
    const head = await new Promise<Omit<NotebookFile, 'records'>>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => {
        if (data.say === 'records') for (const record of data.records) records.push(freeze(record));
        else if (data.say === 'done') resolve(data.head);
        else reject(new Fault('notebook/malformed', data.why));
      });
      // A worker that does not load never answers.
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(file);
    });
    return freeze({ ...head, records });
  } finally {
    worker.terminate();
  }
}
