/** What the journal holds, as rows of a database: for a backup where the database itself is gone or does not open. Nothing here writes entries. */
import { lotsOf } from './entry-lots.ts';
import { Journal, type StartWorker } from './journal.ts';
import type { EntryStamp } from './journal-messages.ts';
import { MemoryRows, type KeptRow } from './kept-rows.ts';

/** As the database keys them: one word alone, several as a list. */
const keyOf = ({ key }: EntryStamp): IDBValidKey => (key.length === 1 ? (key[0] ?? '') : [...key]);

async function updatesIn(journal: Journal): Promise<readonly KeptRow[]> {
  const rows: KeptRow[] = [];
  for (const notebook of (await journal.ask('notebooks', {})) ?? []) {
    const held = await journal.ask('compare', { notebook, have: [], everywhere: true });
    for (const update of held?.lacking ?? []) rows.push([rows.length + 1, { notebook, update }]);
  }
  return rows;
}

/** All that the journal of a database holds; null where there is none, or nothing in it. Never throws. */
export async function journalRows(start: StartWorker, name = 'warrant'): Promise<MemoryRows | null> {
  const journal = new Journal(start, name);
  try {
    const state = await journal.ready;
    if (!state || state.count === 0) return null;
    const stores = new Map<string, KeptRow[]>([['updates', [...(await updatesIn(journal))]]]);
    const held = await journal.ask('stamps', { stamps: [], everywhere: true });
    for (const entries of lotsOf(held?.newer.filter(({ isGone }) => !isGone) ?? []))
      for (const change of (await journal.ask('values', { entries })) ?? []) {
        const rows = stores.get(change.store) ?? [];
        rows.push([keyOf(change), change.value]);
        stores.set(change.store, rows);
      }
    return new MemoryRows(stores);
  } catch {
    return null;
  } finally {
    journal.close();
  }
}
