/** The keys by which one builds on the focused canvas, as plain values. */
import type { Way } from './nearest.ts';

/** What a key does while one builds. */
export type BuildAct =
  /** Goes on in a direction, and chooses what it leaves and what it reaches. */
  | { readonly do: 'extend'; readonly way: Way }
  | { readonly do: 'choose' | 'choose-all' | 'write' | 'new' | 'delete' | 'menu' };

const acts: Readonly<Record<string, BuildAct>> = {
  c: { do: 'new' },
  Insert: { do: 'new' },
  ' ': { do: 'choose' },
  F2: { do: 'write' },
  Delete: { do: 'delete' },
  Backspace: { do: 'delete' },
  ContextMenu: { do: 'menu' },
};

const shiftActs: Readonly<Record<string, BuildAct>> = {
  ArrowUp: { do: 'extend', way: 'up' },
  ArrowDown: { do: 'extend', way: 'down' },
  ArrowLeft: { do: 'extend', way: 'left' },
  ArrowRight: { do: 'extend', way: 'right' },
  F10: { do: 'menu' },
};

/** What a key press does; null where it builds nothing. */
export function buildAct(event: KeyboardEvent): BuildAct | null {
  const { key, shiftKey, altKey } = event;
  if (altKey) return null;
  if (event.ctrlKey || event.metaKey)
    return key.toLowerCase() === 'a' && !shiftKey ? { do: 'choose-all' } : null;
  return (shiftKey ? shiftActs : acts)[key] ?? null;
}
