/**
 * A document as a tree of plain things: what readers of HTML and XML walk, in a worker, where there is no DOM. It is read
 * and never written, runs nothing and fetches nothing; text stands in it as strings.
 */
import { beat } from '../../model/beat.ts';

/** An element. Names of HTML are in small letters; those of XML as they are written, without their prefix. */
export class Tag {
  /** Without prefix: `p` of `w:p`. */
  readonly name: string;
  /** The prefix as written; empty where there is none. */
  readonly prefix: string;
  /** The namespace; empty where there is none. */
  readonly space: string;
  /** By their names as written (`w:val`, `href`). */
  readonly attributes: ReadonlyMap<string, string>;
  readonly nodes: (Tag | string)[] = [];
  parent: Tag | null = null;
  /** How deep it lies: the document itself at 0. */
  depth = 0;

  constructor(name: string, prefix = '', space = '', attributes: ReadonlyMap<string, string> = new Map()) {
    this.name = name;
    this.prefix = prefix;
    this.space = space;
    this.attributes = attributes;
    beat();
  }

  /** The child elements, or those with one of the names. */
  children(...names: readonly string[]): Tag[] {
    return this.nodes.filter(
      (node): node is Tag => typeof node !== 'string' && (names.length === 0 || names.includes(node.name)),
    );
  }

  /** The first child element with one of the names. */
  child(...names: readonly string[]): Tag | undefined {
    return this.nodes.find((node): node is Tag => typeof node !== 'string' && names.includes(node.name));
  }

  /** All elements below, in the order of the document, or those with one of the names. */
  *all(...names: readonly string[]): Generator<Tag, void, undefined> {
    const open: Tag[] = [this];
    const places = [0];
    for (let tag = open.at(-1); tag; tag = open.at(-1)) {
      const at = places.pop() ?? 0;
      const node = tag.nodes[at];
      if (node === undefined) {
        open.pop();
        continue;
      }
      places.push(at + 1);
      if (typeof node === 'string') continue;
      beat();
      if (names.length === 0 || names.includes(node.name)) yield node;
      open.push(node);
      places.push(0);
    }
  }

  /** The first element below with one of the names. */
  first(...names: readonly string[]): Tag | undefined {
    return this.all(...names).next().value ?? undefined;
  }

  /** The element itself or the nearest one around it that is so. */
  closest(is: (tag: Tag) => boolean): Tag | null {
    return is(this) ? this : (this.parent?.closest(is) ?? null);
  }

  /** An attribute by its name as written, or by the part behind the prefix; null where it is absent. */
  attribute(name: string): string | null {
    const exact = this.attributes.get(name);
    if (exact !== undefined || name.includes(':')) return exact ?? null;
    for (const [key, value] of this.attributes) if (key.endsWith(`:${name}`)) return value;
    return null;
  }

  /** All text in it, as it stands. */
  get text(): string {
    const parts: string[] = [];
    gather(this, parts);
    return parts.join('');
  }

  /** All text in it, white space made single. */
  get words(): string {
    return this.text.replace(/\s+/gu, ' ').trim();
  }
}

function gather(tag: Tag, parts: string[]): void {
  beat();
  for (const node of tag.nodes) {
    if (typeof node === 'string') parts.push(node);
    else gather(node, parts);
  }
}

/** Puts a node at the end of an element; text joins the text before it. */
export function attach(parent: Tag, node: Tag | string): void {
  const last = parent.nodes.length - 1;
  const before = parent.nodes[last];
  if (typeof node !== 'string') {
    node.parent = parent;
    node.depth = parent.depth + 1;
    parent.nodes.push(node);
  } else if (typeof before === 'string') {
    parent.nodes[last] = before + node;
  } else if (node) {
    parent.nodes.push(node);
  }
}
