/** Reads large notebook files off the main thread: parsed and checked here, told in portions. Runs as a worker. */
import { Fault } from '../model/fault.ts';
import { readNotebookFile } from '../notebook/file.ts';
import type { FromReader } from './layer-messages.ts';

/** So many records go over at once: each portion is taken in far less than a frame. */
const portion = 300;

const say = (message: FromReader): void => postMessage(message);

async function read(file: Blob): Promise<void> {
  const { records, ...head } = readNotebookFile(await file.text());
  for (let at = 0; at < records.length; at += portion)
    say({ say: 'records', records: records.slice(at, at + portion) });
  say({ say: 'done', head });
}

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  read(data).catch((error: unknown) =>
    say({ say: 'refused', why: error instanceof Fault ? error.detail : 'it cannot be read from the disk' }),
  );
});
