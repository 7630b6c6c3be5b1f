/** Backups in words: how much is in one, how much is in none, what became of what was in one. */
import type { BackupCounts } from '../formats/backup/manifest.ts';
import type { Told } from './backup-in.ts';
import type { Unsaved } from './backup-memory.ts';
import { counted } from './library-entry.ts';
import type { RestoredKind } from './restore-plan.ts';

/** Things in a row: `a, b and c`. */
export function inRow(things: readonly string[]): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} and ${last}`;
}

/** How long ago, in whole days. */
const ago = (days: number): string =>
  days === 0 ? 'today' : days === 1 ? 'yesterday' : `${counted(days, 'day')} ago`;

/** What is in a backup; `nothing yet` where nothing is. */
export function holdsWords({ papers, notebooks, updates, layers }: BackupCounts): string {
  const things = [
    papers > 0 ? counted(papers, 'paper') : '',
    notebooks > 0 ? `${counted(notebooks, 'notebook')} with ${counted(updates, 'change')}` : '',
    layers > 0 ? counted(layers, 'layer') : '',
  ].filter(Boolean);
  return inRow(things) || 'nothing yet';
}

/** What is in no backup: “412 changes and 2 papers since the last backup, 12 days ago”. */
export function sinceWords({ changes, papers, days }: Unsaved): string {
  const things = [
    changes > 0 ? counted(changes, 'change') : '',
    papers > 0 ? counted(papers, 'paper') : '',
  ].filter(Boolean);
  if (days === null)
    return things.length > 0 ? `${inRow(things)}, and no backup yet` : 'No backup has been saved yet';
  return `${inRow(things) || 'Nothing new'} since the last backup, ${ago(days)}`;
}

const kindWords: Readonly<Record<RestoredKind, readonly [one: string, many: string]>> = {
  paper: ['paper', 'papers'],
  text: ['older text', 'older texts'],
  notebook: ['notebook', 'notebooks'],
  layer: ['layer', 'layers'],
  state: ['earlier day', 'earlier days'],
  settings: ['setting', 'settings'],
};

/** Things of one fate, counted: `2 papers and 3 notebooks with 40 new records`. */
export function toldWords(told: readonly Told[]): string {
  const things = Object.entries(kindWords).flatMap(([kind, [one, many]]) => {
    const here = told.filter((thing) => thing.kind === kind);
    const fresh = here.reduce((sum, thing) => sum + thing.fresh, 0);
    if (here.length === 0) return [];
    if (kind === 'settings') return fresh > 0 ? [counted(fresh, one, many)] : [];
    const records = kind === 'notebook' && fresh > 0 ? ` with ${counted(fresh, 'new record')}` : '';
    return [counted(here.length, one, many) + records];
  });
  return inRow(things);
}
