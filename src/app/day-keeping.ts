/** Keeps what a notebook was like, once a day: before the first change of each. */
import type { NotebookRecord } from '../model/records.ts';
import type { Notebook } from '../notebook/notebook.ts';
import type { NotebookMeta, Storage } from '../storage/contract.ts';
import { rested } from '../ui/slices.ts';
import { dayName, tooMany } from './day-names.ts';
import { pack } from './packed-state.ts';

/** How long keeping waits for the page to rest, and for another try where there was no room; in ms. */
const [patience, pause] = [4_000, 60_000];

/** The last local day on which any of the records was changed; null where there are none. */
function lastChange(records: Iterable<NotebookRecord>): string | null {
  let last = '';
  for (const { modified } of records) if (modified > last) last = modified;
  return last === '' ? null : dayName(new Date(last));
}

/** Keeps a state as it is in `update`; `records` are those in it. Throws faults of storage. */
export async function keepState(
  kept: Storage,
  { id, paper }: NotebookMeta,
  state: { readonly at: string; readonly update: Uint8Array; readonly last: string | null },
): Promise<void> {
  const { at, update } = state;
  const names = await kept.states.names(id);
  // Each day with a change has a state of its name: of two that are known the later is the last one.
  const before =
    names
      .filter((name) => name < at)
      .at(-1)
      ?.slice(0, 10) ?? '';
  const last = before > (state.last ?? '') ? before : state.last;
  await kept.states.keep({ notebook: id, paper, at, last, bytes: await pack(update) });
}

/** Keeps the present state under a name; see `KeptState.at`. Throws faults of storage. */
export const keepPresent = (
  kept: Storage,
  meta: NotebookMeta,
  notebook: Pick<Notebook, 'encode' | 'records'>,
  at: string,
): Promise<void> =>
  keepState(kept, meta, { at, update: notebook.encode(), last: lastChange(notebook.records.values()) });

async function thin(kept: Storage, id: string, today: string): Promise<void> {
  const states = await kept.states.list(id);
  const many = tooMany(
    states.map(({ at, bytes }) => ({ at, size: bytes.length })),
    today,
  );
  if (many.length > 0) await kept.states.drop(id, many);
}

/** Keeps the days of a notebook for as long as it is open; returns the way to stop. */
export function keepDays(
  kept: Storage,
  meta: NotebookMeta,
  notebook: Notebook,
  now = (): Date => new Date(),
): () => void {
  let done = '';
  let timer = 0;
  const write = async (at: string, update: Uint8Array, last: string | null): Promise<void> => {
    try {
      await keepState(kept, meta, { at, update, last });
      await rested(patience);
      await thin(kept, meta.id, at);
    } catch {
      // The disk is full, most often: what one writes is said to be unsaved then. The day is kept when there is room.
      timer = window.setTimeout(() => void write(at, update, last), pause);
    }
  };
  void rested(patience)
    .then(() => kept.states.names(meta.id))
    .then((names) => {
      if (names.includes(dayName(now()))) done ||= dayName(now());
    })
    .catch(() => null);
  const stop = notebook.onBefore(() => {
    const at = dayName(now());
    if (at === done) return;
    done = at;
    clearTimeout(timer);
    if (notebook.records.size > 0) void write(at, notebook.encode(), lastChange(notebook.records.values()));
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
