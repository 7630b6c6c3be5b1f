/** An EPUB as a package: what it says of itself, its files in their order, its contents and pages. */
import { Fault } from '../../model/fault.ts';
import { pathFrom } from '../html/anchors.ts';
import { textOfBytes } from '../paper/charset.ts';
import { parseHtml, parseXmlDocument } from '../paper/dom.ts';
import type { Tag } from '../paper/tree.ts';
import { openZip, type Archive } from '../paper/unzip.ts';

/** A file that the package lists. */
export interface Item {
  /** Its path in the archive. */
  readonly path: string;
  readonly type: string;
  readonly properties: string;
}

/** Fonts may be made unreadable alone; text may not. */
const fontsOnly = /(?:idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/u;

export class Book {
  readonly archive: Archive;
  readonly name: string;
  readonly root: Tag;
  readonly metadata: Tag | undefined;
  readonly items: ReadonlyMap<string, Item>;

  /** Throws `import/protected` where its texts are encrypted, `import/broken` where it is no book. `name` is the file's. */
  constructor(bytes: Uint8Array<ArrayBuffer>, name: string) {
    this.archive = openZip(bytes, name);
    this.name = name;
    this.refuseLocked();
    const container = this.xml('META-INF/container.xml');
    const said = container?.first('rootfile')?.attribute('full-path');
    const path = said ?? this.archive.names.find((one) => one.endsWith('.opf')) ?? '';
    const root = this.xml(path);
    if (!root) throw new Fault('import/broken', name);
    this.root = root;
    this.metadata = root.child('metadata');
    const items = [...root.all('item')].map((tag): [string, Item] => {
      const at = pathFrom(path, decoded(tag.attribute('href') ?? ''));
      const [type, properties] = [tag.attribute('media-type') ?? '', tag.attribute('properties') ?? ''];
      return [tag.attribute('id') ?? '', { path: this.archive.find(at) ?? at, type, properties }];
    });
    this.items = new Map(items);
  }

  private refuseLocked(): void {
    const locks = this.xml('META-INF/encryption.xml');
    for (const tag of locks?.all('EncryptionMethod') ?? [])
      if (!fontsOnly.test(tag.attribute('Algorithm') ?? '')) throw new Fault('import/protected', this.name);
  }

  /** A part as XML; null where it is not there. */
  xml(path: string): Tag | null {
    const bytes = this.archive.bytes(path);
    return bytes && parseXmlDocument(textOfBytes(bytes), this.name);
  }

  /** A part as a page: as XML where it is well-formed, else as browsers read it. */
  page(path: string): Tag | null {
    const bytes = this.archive.bytes(path);
    if (!bytes) return null;
    const text = textOfBytes(bytes);
    try {
      return parseXmlDocument(text, this.name);
    } catch (error) {
      if (error instanceof Fault && error.code !== 'import/broken') throw error;
      return parseHtml(text);
    }
  }

  /** The files to be read, in order; what stands outside of the order comes last. */
  get spine(): readonly Item[] {
    const refs = [...(this.root.child('spine')?.children('itemref') ?? [])];
    const isAside = (tag: Tag): boolean => tag.attribute('linear') === 'no';
    const ordered = [...refs.filter((tag) => !isAside(tag)), ...refs.filter(isAside)];
    const found = ordered.flatMap((tag) => this.items.get(tag.attribute('idref') ?? '') ?? []);
    return [...new Set(found)].filter(({ path }) => this.archive.has(path));
  }

  /** Paths that the guide of an older book says to be its cover, title or contents. */
  get guided(): ReadonlySet<string> {
    const apart = /^(?:cover|toc|title-?page|copyright-page|loi|lot)$/iu;
    const found = [...(this.root.child('guide')?.children('reference') ?? [])]
      .filter((tag) => apart.test(tag.attribute('type') ?? ''))
      .map((tag) => decoded((tag.attribute('href') ?? '').split('#')[0] ?? ''));
    return new Set(found);
  }
}

/** An address without its escapes; as it is where they are none. */
export function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
