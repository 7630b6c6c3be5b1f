/** What the reading of one OpenDocument text carries along: its archive, styles, pictures, and the draft as it grows. */
import { Fault } from '../../model/fault.ts';
import { textOfBytes } from '../paper/charset.ts';
import { parseXmlDocument } from '../paper/dom.ts';
import { Drafting } from '../paper/drafting.ts';
import type { Indents } from '../paper/indented.ts';
import { pictureName, pictureType } from '../paper/picture-type.ts';
import type { Picture, ReaderContext } from '../paper/reader.ts';
import type { Tag } from '../paper/tree.ts';
import { openZip, type Archive } from '../paper/unzip.ts';
import { ListStyles } from './lists.ts';
import { Styles } from './styles.ts';

export class OdtState {
  readonly archive: Archive;
  readonly context: ReaderContext;
  readonly content: Tag;
  readonly meta: Tag | null;
  readonly styles: Styles;
  readonly lists: ListStyles;
  readonly drafting = new Drafting();
  readonly pictures = new Map<string, Picture>();
  /** How the plain paragraphs are set, by their blocks' ids. */
  readonly looks = new Map<string, Indents>();
  /** Comments of others, to stand behind the text. */
  readonly comments: Tag[] = [];

  /** Throws `import/broken` where it is no text, `import/protected` where it is encrypted. */
  constructor(bytes: Uint8Array<ArrayBuffer>, context: ReaderContext) {
    this.archive = openZip(bytes, context.name);
    this.context = context;
    if (this.tree('META-INF/manifest.xml')?.first('encryption-data'))
      throw new Fault('import/protected', context.name);
    const content = this.tree('content.xml');
    if (!content) throw new Fault('import/broken', context.name);
    const styles = this.tree('styles.xml');
    this.content = content;
    this.meta = this.tree('meta.xml');
    this.styles = new Styles([styles, content]);
    this.lists = new ListStyles([styles, content]);
  }

  private tree(path: string): Tag | null {
    const bytes = this.archive.bytes(path);
    return bytes && parseXmlDocument(textOfBytes(bytes), this.context.name);
  }

  /** The name under which a picture of the archive is kept; null where it is elsewhere or no picture that can be shown. */
  picture(href: string): string | null {
    const path = href.replace(/^\.\//u, '');
    const known = this.pictures.get(path);
    if (known) return known.name;
    const bytes = /^[a-z]+:/iu.test(path) ? null : this.archive.bytes(path);
    const type = bytes && pictureType(bytes);
    if (!bytes || !type) return null;
    const names = new Set([...this.pictures.values()].map(({ name }) => name));
    const name = pictureName(path, type, names);
    this.pictures.set(path, { name, type, bytes });
    return name;
  }
}
