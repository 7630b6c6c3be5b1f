/** Storing beside IndexedDB as it is: one change, and the opening of a large notebook. */
import { Notebook } from '../../src/notebook/notebook.ts';
import type { Annotation } from '../../src/model/records.ts';
import type { Storage } from '../../src/storage/contract.ts';
import { openStorage } from '../../src/storage/storage.ts';

const journal = (): Worker =>
  new Worker(new URL('../../src/storage/journal-worker.ts', import.meta.url), { type: 'module' });

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });

function openRaw(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('records', { autoIncrement: true });
  return settled(request);
}

/** Adds one record durably. */
const addRaw = (database: IDBDatabase, value: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
    transaction.objectStore('records').add(value);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('no reason given'));
    transaction.commit();
  });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const annotation = (at: number): Annotation => ({
  id: `mark-${at}`,
  kind: 'annotation',
  creator: 'reader',
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  motivation: 'commenting',
  targets: [
    {
      exact: `the words of passage ${at}`,
      prefix: 'what stands before it in the text ',
      suffix: ' and what stands behind it there',
      start: at * 30,
      end: at * 30 + 24,
    },
  ],
  body: `Note number ${at} of the reader, as long as such notes are: a sentence or two about the passage.`,
  colour: 'yellow',
  tags: ['term'],
  style: 'highlight',
  replyTo: null,
  foreign: null,
});

/** Times (ms) of single changes of some 300 bytes, in turn: as IndexedDB does it by itself, without and with the journal. */
async function changes(count: number): Promise<readonly (readonly number[])[]> {
  const raw = await openRaw('raw-changes');
  const alone = await openStorage({ name: 'alone' });
  const kept = await openStorage({ name: 'kept', journal });
  if (kept.journal !== 'kept') throw new Error('There is no journal.');
  const bytes = (): Uint8Array => crypto.getRandomValues(new Uint8Array(300));
  const times: [number[], number[], number[]] = [[], [], []];
  for (let at = -20; at < count; at += 1) {
    const row = [
      await timed(() => addRaw(raw, { notebook: 'n1', update: bytes() })),
      await timed(() => alone.append('n1', [bytes()])),
      await timed(() => kept.append('n1', [bytes()])),
    ];
    if (at >= 0) row.forEach((time, index) => times[index]?.push(time));
  }
  raw.close();
  [alone, kept].forEach((storage) => storage.close());
  return times;
}

/** Lays a notebook of so many annotations, and as many raw records. */
async function layNotebook(count: number): Promise<number> {
  const records = Array.from({ length: count }, (_, at) => annotation(at));
  const notebook = new Notebook();
  notebook.apply({ label: 'All', put: records });
  const snapshot = notebook.encode();
  const storage = await openStorage({ name: 'kept', journal });
  await storage.append('large', [snapshot]);
  storage.close();
  const raw = await openRaw('raw-records');
  const transaction = raw.transaction('records', 'readwrite');
  for (const record of records) transaction.objectStore('records').add(record);
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  raw.close();
  return snapshot.length;
}

/** Time (ms) to open a database and read all its records. */
const readRaw = (): Promise<number> =>
  timed(async () => {
    const raw = await openRaw('raw-records');
    const all = await settled(raw.transaction('records').objectStore('records').getAll());
    raw.close();
    if (all.length < 1000) throw new Error('There is less than was laid.');
  });

/** Times (ms) to open the storage and load the notebook, and then until all its records are at hand. */
async function readKept(count: number): Promise<readonly number[]> {
  let storage: Storage | null = null;
  let updates: readonly Uint8Array[] = [];
  const loaded = await timed(async () => {
    storage = await openStorage({ name: 'kept', journal });
    updates = await storage.load('large');
  });
  const read = await timed(async () => {
    const notebook = new Notebook();
    notebook.load(updates);
    if (notebook.records.size !== count) throw new Error('There is less than was laid.');
    await Promise.resolve();
  });
  (storage as Storage | null)?.close();
  return [loaded, loaded + read];
}

Object.assign(globalThis, { changes, layNotebook, readRaw, readKept });
