/** Reads a file, a picture or a pasted text with an argument in it, beside the page. Nothing here changes a desk. */
import { largestArgument, type ArgumentFile } from '../formats/argument-file.ts';
import { readArgumentText } from '../formats/argument-text.ts';
import { Fault } from '../model/fault.ts';
import { notebookFileSteps } from '../notebook/file.ts';
import { inSlices } from '../ui/slices.ts';
import { textOf } from './argument-kind.ts';
import type { FromArgumentReader, ToArgumentReader } from './argument-messages.ts';
import { Worker } from './own-worker.ts';
import { notebookInPicture } from './picture-files.ts';
import { argumentKinds } from '../model/records.ts';

/** So long a worker may read, in ms; what takes longer is no honest file. */
const patience = 60_000;

/** Below so many characters the page reads by itself: it is done before a worker has begun. */
const small = 4_000;

async function readInWorker(message: ToArgumentReader, signal: AbortSignal): Promise<ArgumentFile> {
  const worker = new Worker(new URL('./argument-worker.ts', import.meta.url), { type: 'module' });
  const timer = AbortSignal.timeout(patience);
  try {
    return await new Promise<ArgumentFile>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromArgumentReader>) => {
        if (data.say === 'read') resolve(data.file);
        else reject(data.code === null ? new Error(data.detail) : new Fault(data.code, data.detail));
      });
      // A worker that does not load never answers.
      worker.addEventListener('error', ({ message: why }) => reject(new Error(why)));
      timer.addEventListener('abort', () => reject(new Fault('argument/too-slow', message.name)));
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      worker.postMessage(message);
    });
  } finally {
    worker.terminate();
  }
}

/** The argument in a picture of ours: the records of the notebook that it carries. Null where the file is no picture. */
async function readPicture(file: File, signal: AbortSignal): Promise<ArgumentFile | null> {
  const json = await notebookInPicture(file);
  if (json === null) return null;
  const notebook = await inSlices(notebookFileSteps(json), signal);
  if (!notebook) throw new DOMException('Nobody waits for it any more.', 'AbortError');
  const { name: title, made = null, paper } = notebook;
  const records = notebook.records.filter(({ kind }) => argumentKinds.includes(kind));
  const about = { title: paper.title, hash: paper.hash };
  return { format: 'picture', title, records, findings: [], bases: new Map(), made, paper: about };
}

/**
 * Reads it. Rejects with the Faults `argument/…` and `picture/no-map`, and with an AbortError where `signal` ended it.
 */
export async function readArgument(
  source: File | string,
  now: string,
  signal: AbortSignal,
): Promise<ArgumentFile> {
  const name = typeof source === 'string' ? '' : source.name;
  const size = typeof source === 'string' ? source.length : source.size;
  if (size > largestArgument) throw new Fault('argument/too-large', name);
  const picture = typeof source === 'string' ? null : await readPicture(source, signal);
  if (picture) return picture;
  const text = typeof source === 'string' ? source : await textOf(source);
  return text.length < small ? readArgumentText(text, name, now) : readInWorker({ text, name, now }, signal);
}
