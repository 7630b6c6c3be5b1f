/** The keyboard of a tree, as the ARIA practices guide has it: what a key does, as a plain value. */
import type { PlacedItem } from './outline.ts';

/** What is to happen: another item gets the focus, an item opens or shuts, or the item is acted on. */
export type TreeAct =
  | { readonly do: 'move'; readonly to: string }
  | { readonly do: 'open' | 'shut'; readonly keys: readonly string[] }
  | { readonly do: 'act'; readonly key: string };

interface Tree {
  readonly items: readonly PlacedItem[];
  readonly active: string | null;
  isOpen(key: string): boolean;
}

const move = (item: PlacedItem | undefined): TreeAct | null => (item ? { do: 'move', to: item.item.key } : null);

/** What `key` does in a tree; null where the tree has no use for it. */
export function treeAct(key: string, tree: Tree): TreeAct | null {
  const { items, active, isOpen } = tree;
  const at = items.findIndex(({ item }) => item.key === active);
  const current = items[at];
  if (!current) return move(items[0]);
  const { item, parent } = current;
  const hasChildren = item.children.length > 0;
  switch (key) {
    case 'ArrowDown':
      return move(items[at + 1]);
    case 'ArrowUp':
      return move(items[at - 1]);
    case 'Home':
      return move(items[0]);
    case 'End':
      return move(items.at(-1));
    case 'ArrowRight':
      if (!hasChildren) return null;
      return isOpen(item.key) ? move(items[at + 1]) : { do: 'open', keys: [item.key] };
    case 'ArrowLeft':
      if (hasChildren && isOpen(item.key)) return { do: 'shut', keys: [item.key] };
      return move(items.find((one) => one.item.key === parent));
    case '*':
      return { do: 'open', keys: items.filter((one) => one.parent === parent).map((one) => one.item.key) };
    case 'Enter':
    case ' ':
      return { do: 'act', key: item.key };
    default:
      return null;
  }
}

/** Finds by typing: letters typed within this time (ms) belong to one word. */
const patience = 700;

/** Collects typed letters and finds the next item that starts with them. */
export class TypeAhead {
  #typed = '';
  #last = -Infinity;

  /** The item to go to, or null. `time` is the event's own time stamp. */
  find(letter: string, time: number, tree: Tree, nameOf: (item: PlacedItem) => string): string | null {
    this.#typed = time - this.#last > patience ? letter : this.#typed + letter;
    this.#last = time;
    const wanted = this.#typed.toLocaleLowerCase();
    const { items, active } = tree;
    const at = Math.max(0, items.findIndex(({ item }) => item.key === active));
    // One letter goes on to the next match; a longer word may stay where it is.
    const start = wanted.length === 1 ? at + 1 : at;
    const turned = [...items.slice(start), ...items.slice(0, start)];
    return turned.find((item) => nameOf(item).toLocaleLowerCase().startsWith(wanted))?.item.key ?? null;
  }
}
