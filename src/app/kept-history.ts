/** Keeps what can be undone in a notebook for as long as its tab lives, reloads included. */
import { readHistory, writeHistory } from '../notebook/history-text.ts';
import type { Notebook } from '../notebook/notebook.ts';

/** Short enough that a reload finds the last edit, long enough not to write at each. In ms. */
const pause = 250;

const prefix = 'warrant-history ';

/** The room of a tab is shared: the histories of other notebooks give way to that of the open one. */
function makeRoom(key: string): void {
  for (const other of Object.keys(sessionStorage))
    if (other.startsWith(prefix) && other !== key) sessionStorage.removeItem(other);
}

/** Keeps `text`; where it cannot be kept, an older one is not left in its place. */
function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    try {
      sessionStorage.removeItem(key);
      makeRoom(key);
      sessionStorage.setItem(key, text);
    } catch {
      // Refused or full: then undo ends with this page.
    }
  }
}

function kept(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/**
 * Gives a notebook of this id the history that this tab has kept of it, and keeps it from now on: soon after
 * each edit, and when the page goes. Returns the way to stop.
 */
export function keepHistory(notebook: Notebook, id: string): () => void {
  const key = `${prefix}${id}`;
  const known = readHistory(kept(key));
  if (known) notebook.restore(known);
  let timer = 0;
  const now = (): void => {
    clearTimeout(timer);
    if (timer) keep(key, writeHistory(notebook.history));
    timer = 0;
  };
  const stop = notebook.onChange(({ origin }) => {
    if (origin === 'remote') return;
    clearTimeout(timer);
    timer = window.setTimeout(now, pause);
  });
  addEventListener('pagehide', now);
  document.addEventListener('visibilitychange', now);
  return () => {
    now();
    removeEventListener('pagehide', now);
    document.removeEventListener('visibilitychange', now);
    stop();
  };
}
