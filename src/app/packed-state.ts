/** A notebook's state as it is kept: one update, packed; and its records, when it is looked at again. */
import type { NotebookRecord } from '../model/records.ts';
import { Notebook } from '../notebook/notebook.ts';

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  way: GenericTransformStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(way);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Packs a notebook's update. */
export const pack = (update: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  through(new Uint8Array(update), new CompressionStream('gzip'));

/** The records of a packed state, by id. Throws where the bytes are no state. */
export async function recordsIn(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReadonlyMap<string, NotebookRecord>> {
  const notebook = new Notebook();
  notebook.merge(await through(bytes, new DecompressionStream('gzip')));
  return notebook.records;
}
