/** What a device remembers of its backups: when the last one was saved, and how far the keeping of changes had come then. */
import type { Storage } from '../storage/contract.ts';
import { openRows } from '../storage/kept-rows.ts';

const [lastKey, laterKey] = ['backup/last', 'backup/later'];

/** Whether a setting is about this device's own backups: it goes into none, and comes out of none. */
export const isOfThisDevice = (key: string): boolean => key.startsWith('backup/');

/** The last backup that was saved. */
interface LastBackup {
  /** An ISO date in UTC. */
  readonly at: string;
  /** Key of the last change that was in it. */
  readonly reached: number;
}

/** What is on this device and in no backup. */
export interface Unsaved {
  /** Changes to notebooks, as they were kept. */
  readonly changes: number;
  /** Papers that were added. */
  readonly papers: number;
  /** Days since the last backup, whole; null where there never was one. */
  readonly days: number | null;
  /** Whether it is worth a word: much, or some for long, and nobody has said “not now” this week. */
  readonly isMuch: boolean;
}

const day = 86_400_000;

/** Whole days from `from` (an ISO date) to `now` (ms); not negative. */
const daysSince = (from: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(from)) / day));

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

function readLast(value: unknown): LastBackup | null {
  if (typeof value !== 'object' || value === null) return null;
  const { at, reached } = value as Record<string, unknown>;
  return isDate(at) && typeof reached === 'number' ? { at, reached } : null;
}

/** Key of the last change that was kept on this device; 0 where none was, or nothing can be read. */
export async function changesReached(name?: string): Promise<number> {
  const rows = await openRows(name).catch(() => null);
  try {
    return Number((await rows?.last('updates')) ?? 0);
  } catch {
    return 0;
  } finally {
    rows?.close();
  }
}

/** A week of work, or a day of much work. A paper counts as much as twenty changes. */
function isMuch(changes: number, papers: number, days: number | null): boolean {
  const weight = changes + 20 * papers;
  if (days !== null && days < 1) return false;
  return weight >= 200 || (weight >= 30 && (days === null || days >= 7));
}

/** What is in no backup; `now` in ms. Throws faults of storage. */
export async function unsavedToFile(storage: Storage, reached: number, now = Date.now()): Promise<Unsaved> {
  const [kept, later, all] = await Promise.all([
    storage.setting(lastKey),
    storage.setting(laterKey),
    storage.papers.list(),
  ]);
  const last = readLast(kept);
  // After a database was made anew its keys start again from 1.
  const changes = last && last.reached <= reached ? reached - last.reached : reached;
  const papers = all.filter(({ added, removed }) => removed === null && (!last || added > last.at)).length;
  const days = last ? daysSince(last.at, now) : null;
  const isPutOff = isDate(later) && daysSince(later, now) < 7;
  return { changes, papers, days, isMuch: !isPutOff && isMuch(changes, papers, days) };
}

/** Remembers that a backup was saved. */
export async function rememberBackup(storage: Storage, at: string, reached: number): Promise<void> {
  await storage.setSetting(lastKey, { at, reached } satisfies LastBackup);
}

/** Puts the reminder off for a week. */
export async function remindLater(storage: Storage, now = Date.now()): Promise<void> {
  await storage.setSetting(laterKey, new Date(now).toISOString());
}
