/** What was pasted for a note or an authority and is not attached yet: kept by this tab, also over a reload. */
import type { Attachment } from '../desk/supply-commands.ts';

/** Longest text that outlasts a reload, in UTF-16 units: all drafts of a tab share some five million. */
const longest = 1_000_000;

/** What this tab knows, also where the device refuses to keep it. */
const memory = new Map<string, string>();

const keyOf = (paper: string, { note, source }: Attachment): string =>
  `warrant-draft ${JSON.stringify([paper, note, source])}`;

/** The text that is kept for `to` in the paper of this id; empty where there is none. */
export function draftFor(paper: string, to: Attachment): string {
  const key = keyOf(paper, to);
  const known = memory.get(key);
  if (known !== undefined) return known;
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    // Storage is refused: then nothing outlasted the reload.
    return '';
  }
}

/** Keeps `text` for `to`, or forgets it where it is empty; false where it will not outlast a reload. */
export function keepDraft(paper: string, to: Attachment, text: string): boolean {
  const key = keyOf(paper, to);
  memory.set(key, text);
  try {
    // What was kept before must not come back in the place of what is too long.
    sessionStorage.removeItem(key);
    if (text.length > longest) return false;
    if (text) sessionStorage.setItem(key, text);
    return true;
  } catch {
    // Refused or full: the tab goes on with what it has in memory.
    return text === '';
  }
}

/** Forgets what is only in memory, as a reload does: for tests. */
export const reloadDrafts = (): void => memory.clear();
