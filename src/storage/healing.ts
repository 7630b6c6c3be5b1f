/** Database and journal brought together: what one of them lacks it gets from the other. */
import type { StoreNames } from 'idb';
import { writing, type Database, type WarrantSchema } from './database.ts';
import { entryKey, entryWriting, rowKey, type Clock, type RowStore } from './entries.ts';
import { lotsOf } from './entry-lots.ts';
import { identityOf } from './identity.ts';
import type { Journal } from './journal.ts';
import type { EntryChange, EntryStamp } from './journal-messages.ts';
import type { EntryStore } from './journal-records.ts';

/** The stores whose rows are entries. */
const rowStores: readonly RowStore[] = [
  'notebooks',
  'settings',
  'texts',
  'layers',
  'papers',
  'bodies',
  'files',
  'states',
];

/** What was put where. */
export interface Healed {
  readonly inDatabase: number;
  readonly inJournal: number;
}

/** Updates with the keys of their rows. */
export interface Added {
  readonly keys: readonly number[];
  readonly updates: readonly Uint8Array[];
}

/** The rows of a notebook's updates in the order of their keeping. */
export async function readUpdates(database: Database, notebook: string): Promise<Added> {
  const { store, done } = database.transaction('updates');
  const index = store.index('notebook');
  const [rows, keys] = await Promise.all([index.getAll(notebook), index.getAllKeys(notebook), done]);
  return { keys, updates: rows.map((row) => row.update) };
}

/** Adds rows durably, all or none; answers their keys. */
export async function addUpdates(
  database: Database,
  notebook: string,
  updates: readonly Uint8Array[],
): Promise<readonly number[]> {
  if (updates.length === 0) return [];
  const transaction = writing(database, ['updates']);
  const store = transaction.objectStore('updates');
  const added = Promise.all(updates.map((update) => store.add({ notebook, update })));
  transaction.commit();
  // A full disk shows only at the commit: the rows count when the transaction is done, not before.
  const [keys] = await Promise.all([added, transaction.done]);
  return keys;
}

/**
 * Adds those updates that the database still lacks: what was under way when it was read has come by now, since this waits
 * for its transaction. Answers them with the keys of their rows.
 */
export async function addLacking(
  database: Database,
  notebook: string,
  updates: readonly Uint8Array[],
): Promise<Added> {
  if (updates.length === 0) return { keys: [], updates };
  const transaction = writing(database, ['updates']);
  const store = transaction.objectStore('updates');
  const rows = await store.index('notebook').getAll(notebook);
  const here = new Set(rows.map(({ update }) => identityOf(update)));
  const lacking = updates.filter((update) => !here.has(identityOf(update)));
  const [keys] = await Promise.all([
    Promise.all(lacking.map((update) => store.add({ notebook, update }))),
    transaction.done,
  ]);
  return { keys, updates: lacking };
}

/**
 * Holds all updates of a notebook that the database has against the journal: `lacking` are missing in the database,
 * `missing` in the journal. `everywhere`: what only other tabs have written counts too.
 */
export async function compareUpdates(
  journal: Journal,
  notebook: string,
  updates: readonly Uint8Array[],
  everywhere: boolean,
): Promise<{ readonly lacking: readonly Uint8Array[]; readonly missing: readonly Uint8Array[] }> {
  const have = updates.map(identityOf);
  const compared = await journal.ask('compare', { notebook, have, everywhere });
  const wanted = new Set(compared?.wanted);
  const missing = updates.filter((_, at) => wanted.has(have[at] as number));
  return { lacking: compared?.lacking ?? [], missing };
}

/** Brings one notebook together. */
async function healUpdates(database: Database, journal: Journal, notebook: string): Promise<Healed> {
  const { updates } = await readUpdates(database, notebook);
  const { lacking, missing } = await compareUpdates(journal, notebook, updates, true);
  if (missing.length > 0) await journal.append(notebook, missing);
  const added = await addLacking(database, notebook, lacking);
  return { inDatabase: added.keys.length, inJournal: missing.length };
}

/** Brings all entries together: of each the latest counts. */
export async function healEntries(
  database: Database,
  journal: Journal,
  clock: Clock,
  everywhere: boolean,
): Promise<Healed> {
  const stamps = await readStamps(database);
  for (const { at } of stamps) clock.follow(at);
  const compared = await journal.ask('stamps', { stamps, everywhere });
  if (!compared) return { inDatabase: 0, inJournal: 0 };
  for (const { at } of compared.newer) clock.follow(at);
  let inDatabase = 0;
  for (const entries of lotsOf(compared.newer)) {
    const changes = (await journal.ask('values', { entries })) ?? [];
    await takeEntries(database, clock, changes);
    inDatabase += changes.filter(({ isGone }) => !isGone).length;
  }
  for (const place of compared.wanted) {
    const stamp = stamps[place];
    if (stamp) await journal.change([await readEntry(database, stamp)]);
  }
  return { inDatabase, inJournal: compared.wanted.length };
}

/** Brings everything together. */
export async function healAll(database: Database, journal: Journal, clock: Clock): Promise<Healed> {
  let { inDatabase, inJournal } = await healEntries(database, journal, clock, true);
  const { store } = database.transaction('updates');
  const here = new Set<string>();
  let at = await store.index('notebook').openKeyCursor(null, 'nextunique');
  for (; at; at = await at.continue()) here.add(at.key);
  for (const notebook of (await journal.ask('notebooks', {})) ?? []) here.add(notebook);
  for (const notebook of here) {
    const healed = await healUpdates(database, journal, notebook);
    inDatabase += healed.inDatabase;
    inJournal += healed.inJournal;
  }
  return { inDatabase, inJournal };
}

/** All entries and what has gone, with the times of their changes; 0 for what an older app has written. */
async function readStamps(database: Database): Promise<readonly EntryStamp[]> {
  const transaction = database.transaction<StoreNames<WarrantSchema>[]>([...rowStores, 'stamps']);
  const [keys, values, ...rows] = await Promise.all([
    transaction.objectStore('stamps').getAllKeys(),
    transaction.objectStore('stamps').getAll(),
    ...rowStores.map((store) => transaction.objectStore(store).getAllKeys()),
  ]);
  const name = (store: string, key: readonly string[]): string => JSON.stringify([store, ...key]);
  const stamps = new Map<string, EntryStamp>();
  rowStores.forEach((store, at) => {
    for (const row of rows[at] ?? []) {
      const key = entryKey(row);
      stamps.set(name(store, key), { store, key, at: 0, isGone: false });
    }
  });
  keys.forEach(([store, ...key], at) => {
    const stamp = values[at];
    // A row that a time speaks of and that is not there is lost, not gone.
    if (store === undefined || !stamp || (!stamp.isGone && !stamps.has(name(store, key)))) return;
    stamps.set(name(store, key), { ...stamp, store: store as EntryStore, key });
  });
  return [...stamps.values()];
}

async function readEntry(database: Database, stamp: EntryStamp): Promise<EntryChange> {
  if (stamp.isGone || stamp.store === 'updates') return { ...stamp, isGone: true };
  const value: unknown = await database.get(stamp.store, rowKey(stamp.key) as never);
  return { ...stamp, value };
}

/** Does to the database what was done to entries, at its times. */
async function takeEntries(database: Database, clock: Clock, changes: readonly EntryChange[]): Promise<void> {
  const writing = entryWriting(database, clock, rowStores);
  // Of updates that were let go of no row is left, unless the database has lost its times: then they stay.
  for (const change of changes) writing.take(change);
  await writing.done();
}

/** Deletes all rows of a notebook's updates within a writing. */
export async function dropUpdates(
  transaction: ReturnType<typeof entryWriting>['transaction'],
  notebook: string,
): Promise<void> {
  const store = transaction.objectStore('updates');
  const keys = await store.index('notebook').getAllKeys(notebook);
  await Promise.all(keys.map((key) => store.delete(key)));
}
