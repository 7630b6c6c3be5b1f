/** Where the links of a document lead: its ids, across the files of an archive. Part of the reading of HTML. */
import type { Tag } from '../paper/tree.ts';

/** A file of HTML; a page that is one file has an empty name. `root` is what is walked. */
export interface HtmlPart {
  /** Its path in the archive, from the top, without `./`. */
  readonly name: string;
  readonly root: Tag;
}

/** A link inside the document. */
export interface InnerLink {
  readonly tag: Tag;
  readonly part: string;
  /** What it leads to; null where nothing has that id. */
  readonly target: Tag | null;
  /** `part#id`, as it is meant. */
  readonly key: string;
  readonly order: number;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A relative path from a file to another, as a path from the top of the archive. */
export function pathFrom(part: string, href: string): string {
  const steps = [...part.split('/').slice(0, -1), ...href.split('/')];
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Ids and links of all parts, in the order of the document. */
export class Anchors {
  readonly links: InnerLink[] = [];
  readonly #ids = new Map<string, Tag>();
  readonly #orders = new Map<Tag, number>();
  readonly #parts: ReadonlySet<string>;
  readonly #roots: ReadonlyMap<Tag, string>;
  readonly #addresses: readonly string[];

  /** `addresses`: how the page calls itself, so that links to it by its full address lead inside. */
  constructor(parts: readonly HtmlPart[], addresses: readonly string[] = []) {
    this.#parts = new Set(parts.map(({ name }) => name));
    this.#roots = new Map(parts.map(({ name, root }) => [root, name]));
    this.#addresses = addresses;
    const links: { tag: Tag; part: string; href: string }[] = [];
    let order = 0;
    for (const { name, root } of parts)
      for (const tag of root.all()) {
        order += 1;
        this.#index(name, tag, order);
        const href = tag.name === 'a' ? tag.attribute('href') : null;
        if (href?.includes('#')) links.push({ tag, part: name, href: href.trim() });
      }
    for (const { tag, part, href } of links) {
      const key = this.keyOf(part, href);
      const place = this.orderOf(tag);
      if (key) this.links.push({ tag, part, key, target: this.#ids.get(key) ?? null, order: place });
    }
  }

  #index(part: string, tag: Tag, order: number): void {
    const ids = [
      tag.attributes.get('id'),
      tag.attributes.get('xml:id'),
      tag.name === 'a' ? tag.attributes.get('name') : null,
    ];
    const own = ids.filter(Boolean);
    if (own.length > 0 || tag.name === 'a') this.#orders.set(tag, order);
    for (const id of own) if (!this.#ids.has(`${part}#${id}`)) this.#ids.set(`${part}#${id}`, tag);
  }

  /** `part#id` that a link means; null where it leads outside. */
  keyOf(part: string, href: string): string | null {
    const [path = '', id = ''] = href.split('#', 2);
    if (!id) return null;
    const inside = path === '' || this.#addresses.includes(path) ? part : pathFrom(part, decoded(path));
    if (!this.#parts.has(inside)) return null;
    const key = `${inside}#${id}`;
    return this.#ids.has(key) ? key : `${inside}#${decoded(id)}`;
  }

  /** The part that an element lies in. */
  partOf(tag: Tag): string {
    const root = tag.closest((one) => this.#roots.has(one));
    return (root && this.#roots.get(root)) ?? '';
  }

  /** What a fragment of a part leads to. */
  target(key: string): Tag | null {
    return this.#ids.get(key) ?? null;
  }

  /** The place of a link or of an element with an id in the document; of others that of the first such thing in them. */
  orderOf(tag: Tag): number {
    const own = this.#orders.get(tag);
    if (own !== undefined) return own;
    for (const below of tag.all()) {
      const order = this.#orders.get(below);
      if (order !== undefined) return order;
    }
    return 0;
  }
}
