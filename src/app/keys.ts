/** Keys as they are written down (`Ctrl+K`, `Shift+M`, `?`): whether an event is one of them, and how they are said. Pure. */

/** Which of Warrant's own keys count: all, only those with Ctrl or function keys, or none. */
export type KeyLevel = 'all' | 'chords' | 'none';

export const keyLevels: readonly KeyLevel[] = ['all', 'chords', 'none'];

/** What of an event a key is told by. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;

interface Chord {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** The last part is the key itself; `Ctrl++` is Ctrl and plus. */
function parse(written: string): Chord {
  const parts = written.split('+');
  const key = written.endsWith('++') || written === '+' ? '+' : (parts.at(-1) ?? '');
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  return { key, ctrl: has('Ctrl'), alt: has('Alt'), shift: has('Shift') };
}

const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);

/** True for a key that types something where one writes: one character, without Ctrl and Alt. */
export function isSingle(written: string): boolean {
  const { key, ctrl, alt } = parse(written);
  return [...key].length === 1 && !ctrl && !alt;
}

/**
 * Whether an event is the key that is written. `Ctrl` stands for Cmd as well. What needs Shift or AltGr on some
 * keyboards and not on others (`?`, `/`, `[`) counts however it is typed.
 */
export function isPressed(written: string, event: Pressed): boolean {
  const chord = parse(written);
  const isTyped = [...chord.key].length === 1 && !isLetter(chord.key);
  const hasAltGraph = isTyped && event.getModifierState?.('AltGraph') === true;
  if (!hasAltGraph && (event.ctrlKey || event.metaKey) !== chord.ctrl) return false;
  if (!hasAltGraph && event.altKey !== chord.alt) return false;
  if (!isTyped && event.shiftKey !== chord.shift) return false;
  return event.key.toLowerCase() === chord.key.toLowerCase();
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ' ': 'Space',
};

const appleNames: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' };

/** How a key is shown: `Ctrl+K`, on Apple's machines `⌘K`. */
export function showKey(written: string, isApple = /Mac|iP(?:hone|ad|od)/u.test(navigator.platform)): string {
  const { key, ctrl, alt, shift } = parse(written);
  const held = [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift'].filter((one) => one !== false);
  const last = names[key] ?? (isLetter(key) ? key.toUpperCase() : key);
  return isApple ? held.map((one) => appleNames[one]).join('') + last : [...held, last].join('+');
}

/** The same for `aria-keyshortcuts`: `Control+K`, or `Meta+K` on Apple's machines. */
export function ariaKey(written: string, isApple = /Mac|iP(?:hone|ad|od)/u.test(navigator.platform)): string {
  const { key, ctrl, alt, shift } = parse(written);
  const held = [ctrl && (isApple ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift'];
  const last = key === ' ' ? 'Space' : isLetter(key) ? key.toUpperCase() : key;
  return [...held.filter(Boolean), last].join('+');
}
