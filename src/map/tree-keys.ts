/** The keyboard of a tree, as the ARIA practices guide has it: what a key does, as a plain value. */
import type { PlacedItem } from './outline.ts';

/** What is to happen: another item gets the focus, an item opens or shuts, or the item is acted on. */
export type TreeAct =
  | { readonly do: 'move'; readonly to: string }
  | { readonly do: 'open' | 'shut'; readonly keys: readonly string[] }
  | { readonly do: 'act'; readonly key: string };

/** A tree as its keys see it: what shows, which item has the focus, which are shut. */
export interface Tree {
  readonly items: readonly PlacedItem[];
  readonly active: string | null;
  /** Keys of the items that are shut. */
  readonly shut: ReadonlySet<string>;
  /** By what an item is found when its first letters are typed. */
  readonly nameOf: (item: PlacedItem) => string;
}

const move = (item: PlacedItem | undefined): TreeAct | null =>
  item ? { do: 'move', to: item.item.key } : null;

/** What each key does at the item with index `at`. */
const acts: Readonly<Record<string, (tree: Tree, at: number, current: PlacedItem) => TreeAct | null>> = {
  ArrowDown: ({ items }, at) => move(items[at + 1]),
  ArrowUp: ({ items }, at) => move(items[at - 1]),
  Home: ({ items }) => move(items[0]),
  End: ({ items }) => move(items.at(-1)),
  ArrowRight: ({ items, shut }, at, { item }) => {
    if (item.children.length === 0) return null;
    return shut.has(item.key) ? { do: 'open', keys: [item.key] } : move(items[at + 1]);
  },
  ArrowLeft: ({ items, shut }, _at, { item, parent }) => {
    if (item.children.length > 0 && !shut.has(item.key)) return { do: 'shut', keys: [item.key] };
    return move(items.find((one) => one.item.key === parent));
  },
  '*': ({ items }, _at, { parent }) => ({
    do: 'open',
    keys: items.filter((one) => one.parent === parent).map((one) => one.item.key),
  }),
  Enter: (_tree, _at, { item }) => ({ do: 'act', key: item.key }),
  ' ': (_tree, _at, { item }) => ({ do: 'act', key: item.key }),
};

/** What `key` does in a tree; null where the tree has no use for it. */
export function treeAct(key: string, tree: Tree): TreeAct | null {
  const at = tree.items.findIndex(({ item }) => item.key === tree.active);
  const current = tree.items[at];
  return (current && acts[key]?.(tree, at, current)) ?? null;
}

/** Characters that are commands, where nobody is in the middle of a word: Argdown's signs, and numbers for the roles. */
const signs = '+-_!=12345';

/** What is pressed with Ctrl or Cmd, as it is written. */
const chords: Readonly<Record<string, string>> = {
  x: 'Ctrl+X',
  v: 'Ctrl+V',
  c: 'Ctrl+C',
  j: 'Ctrl+J',
  Enter: 'Ctrl+Enter',
};

/** Keys that mean something with Shift and without. */
const plainKeys: Readonly<Record<string, string>> = {
  F2: 'F2',
  Delete: 'Delete',
  Backspace: 'Delete',
  Enter: 'Enter',
  F10: 'F10',
  ContextMenu: 'F10',
};

/**
 * The key of a command on a line, as it is written on its menu (`Ctrl+X`, `Shift+Enter`, `+`); null where the press is
 * none. `Ctrl` stands for Cmd as well. `isInWord`: what is pressed goes on with a word that is typed ahead.
 */
export function lineKey(event: KeyboardEvent, isInWord: boolean): string | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey) return null;
  if (ctrlKey || metaKey) return shiftKey ? null : (chords[key] ?? null);
  const plain = plainKeys[key];
  // The key that is made for menus needs no other beside it.
  if (plain) return shiftKey || key === 'ContextMenu' ? `Shift+${plain}` : plain;
  return signs.includes(key) && !isInWord ? key : null;
}

/** Finds by typing: letters typed within this time (ms) belong to one word. */
const patience = 700;

/** Collects typed letters and finds the next item that starts with them. */
class TypeAhead {
  #typed = '';
  #last = -Infinity;

  /** True in the middle of a word: a space belongs to it then. */
  isTyping(time: number): boolean {
    return time - this.#last <= patience;
  }

  /** The word is over: another key was pressed. */
  end(): void {
    this.#last = -Infinity;
  }

  /** Whether a character goes on with a word that an item begins with. */
  continues(letter: string, time: number, { items, nameOf }: Tree): boolean {
    const wanted = (this.#typed + letter).toLocaleLowerCase();
    return this.isTyping(time) && items.some((item) => begins(nameOf(item), wanted));
  }

  /** The item to go to, or null. `time` is the event's own time stamp. */
  find(letter: string, time: number, { items, active, nameOf }: Tree): string | null {
    this.#typed = this.isTyping(time) ? this.#typed + letter : letter;
    this.#last = time;
    const wanted = this.#typed.toLocaleLowerCase();
    const at = Math.max(
      0,
      items.findIndex(({ item }) => item.key === active),
    );
    // One letter goes on to the next match; a longer word may stay where it is.
    const start = wanted.length === 1 ? at + 1 : at;
    const turned = [...items.slice(start), ...items.slice(0, start)];
    return turned.find((item) => begins(nameOf(item), wanted))?.item.key ?? null;
  }
}

const begins = (name: string, wanted: string): boolean => name.toLocaleLowerCase().startsWith(wanted);

/** Turns keys into acts, letters typed ahead among them. */
export class TreeWalker {
  readonly #typeAhead = new TypeAhead();

  /** Whether a character belongs to the word that is being typed, and is no command. */
  isInWord({ key, timeStamp }: KeyboardEvent, tree: Tree): boolean {
    return key.length === 1 && this.#typeAhead.continues(key, timeStamp, tree);
  }

  /** What a key press does in a tree; null where the tree has no use for it. */
  actFor(event: KeyboardEvent, tree: Tree): TreeAct | null {
    const { key, timeStamp } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    const isWord = key === ' ' && this.#typeAhead.isTyping(timeStamp);
    const act = isWord ? null : treeAct(key, tree);
    if (act) this.#typeAhead.end();
    if (act || key.length !== 1) return act;
    const to = this.#typeAhead.find(key, timeStamp, tree);
    return to === null ? null : { do: 'move', to };
  }
}
