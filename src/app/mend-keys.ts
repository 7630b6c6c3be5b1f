/** The keys of the screen that mends: one each for a decision, a step, an edit at the caret. Pure. */
import type { KeyLevel } from './keys.ts';

export type MendKey =
  'undo' | 'redo' | 'Y' | 'X' | 'M' | 'N' | 'P' | 'S' | 'J' | 'K' | `${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

const letters = /^[YXMNPSJK1-9]$/u;
const written = 'input, textarea, select, dialog, dialog *, [role="menu"] *';

const isElsewhere = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.isComposing ||
  event.altKey ||
  (event.target instanceof Element && event.target.matches(written));

/** What a key means; null where it means nothing here, or belongs to what has the focus. */
export function mendKey(event: KeyboardEvent, level: KeyLevel): MendKey | null {
  if (level === 'none' || isElsewhere(event)) return null;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const isChord = event.ctrlKey || event.metaKey;
  if (!isChord && level !== 'all') return null;
  if (key === 'Z') return event.shiftKey ? 'redo' : 'undo';
  if (isChord) return key === 'Y' ? 'redo' : null;
  return letters.test(key) ? (key as MendKey) : null;
}
