/** A strict, flat reader of XML: one pass, no recursion, no entities of the file's own. Part of the gate in `dom.ts`. */
import { decodeHTMLStrict } from 'entities';
import { beat } from '../../model/beat.ts';
import { Fault } from '../../model/fault.ts';
import { attach, Tag } from './tree.ts';

interface Limits {
  readonly elements: number;
  readonly depth: number;
}

const attributePattern = /\s+([^\s=/>"'<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const namePattern = /[^\s/>"'<=&!?]+/uy;

const known: Readonly<Record<string, string>> = {
  xml: 'http://www.w3.org/XML/1998/namespace',
  xlink: 'http://www.w3.org/1999/xlink',
};

/** Entities of XML and HTML, and numbers; whatever else begins with `&` stays as it is. */
const decoded = (text: string): string => (text.includes('&') ? decodeHTMLStrict(text) : text);

/** Reads the text from left to right. */
class Growth {
  readonly document = new Tag('#document');
  private readonly text: string;
  private readonly name: string;
  private readonly limits: Limits;
  private readonly spaces: ReadonlyMap<string, string>[] = [new Map(Object.entries(known))];
  private readonly written: string[] = [];
  private open: Tag = this.document;
  private elements = 0;
  private at = 0;

  constructor(text: string, name: string, limits: Limits) {
    this.text = text;
    this.name = name;
    this.limits = limits;
  }

  private broken(): Fault {
    return new Fault('import/broken', this.name);
  }

  /** The document element. */
  read(): Tag {
    while (this.at < this.text.length) {
      beat();
      const start = this.text.indexOf('<', this.at);
      const end = start < 0 ? this.text.length : start;
      this.words(this.text.slice(this.at, end));
      this.at = end;
      if (start >= 0) this.markup();
    }
    const [root, second] = this.document.children();
    if (!root || second || this.open !== this.document) throw this.broken();
    return root;
  }

  private words(text: string): void {
    if (this.open !== this.document) attach(this.open, decoded(text.replace(/\r\n?/gu, '\n')));
    else if (text.trim()) throw this.broken();
  }

  private markup(): void {
    const next = this.text[this.at + 1];
    if (next === '/') this.close();
    else if (next === '?') this.skip('?>');
    else if (this.text.startsWith('<!--', this.at)) this.skip('-->');
    else if (this.text.startsWith('<![CDATA[', this.at)) this.cdata();
    else if (next === '!') this.doctype();
    else this.begin();
  }

  private skip(end: string): string {
    const to = this.text.indexOf(end, this.at + 2);
    if (to < 0) throw this.broken();
    const skipped = this.text.slice(this.at, to);
    this.at = to + end.length;
    return skipped;
  }

  private cdata(): void {
    const words = this.skip(']]>').slice('<![CDATA['.length);
    if (this.open === this.document) throw this.broken();
    attach(this.open, words);
  }

  /** What a document type declares is not read: neither entities nor files of others. */
  private doctype(): void {
    let isInside = false;
    let quote = '';
    for (let at = this.at + 2; at < this.text.length; at += 1) {
      const sign = this.text[at] as string;
      if (quote) quote = sign === quote ? '' : quote;
      else if (this.text.startsWith('<!--', at)) at = Math.max(at, this.text.indexOf('-->', at));
      else if (sign === '"' || sign === "'") quote = sign;
      else if (sign === '[') isInside = true;
      else if (sign === ']') isInside = false;
      else if (sign === '>' && !isInside) {
        this.at = at + 1;
        return;
      }
    }
    throw this.broken();
  }

  private nameAt(at: number): string {
    namePattern.lastIndex = at;
    const name = namePattern.exec(this.text)?.[0];
    if (!name) throw this.broken();
    return name;
  }

  private close(): void {
    const name = this.nameAt(this.at + 2);
    const end = this.text.indexOf('>', this.at);
    if (end < 0 || name !== this.written.pop() || this.text.slice(this.at + 2 + name.length, end).trim())
      throw this.broken();
    this.at = end + 1;
    this.spaces.pop();
    this.open = this.open.parent as Tag;
  }

  private begin(): void {
    const name = this.nameAt(this.at + 1);
    const attributes = new Map<string, string>();
    attributePattern.lastIndex = this.at + 1 + name.length;
    let end = attributePattern.lastIndex;
    for (let found = attributePattern.exec(this.text); found; found = attributePattern.exec(this.text)) {
      const [, key = '', double, single] = found;
      if (attributes.has(key)) throw this.broken();
      attributes.set(key, decoded((double ?? single ?? '').replace(/\s/gu, ' ')));
      end = attributePattern.lastIndex;
    }
    const close = /\s*(\/?)>/uy;
    close.lastIndex = end;
    const ending = close.exec(this.text);
    if (!ending) throw this.broken();
    this.at = close.lastIndex;
    this.grow(name, attributes, ending[1] === '/');
  }

  private grow(written: string, attributes: ReadonlyMap<string, string>, isEmpty: boolean): void {
    const spaces = this.spacesFor(attributes);
    const [prefix, name] = written.includes(':')
      ? (written.split(':', 2) as [string, string])
      : ['', written];
    const tag = new Tag(name, prefix, spaces.get(prefix) ?? '', attributes);
    this.elements += 1;
    if (this.elements > this.limits.elements) throw new Fault('import/too-large', this.name);
    attach(this.open, tag);
    if (tag.depth > this.limits.depth) throw new Fault('import/too-deep', this.name);
    if (isEmpty) return;
    this.open = tag;
    this.written.push(written);
    this.spaces.push(spaces);
  }

  private spacesFor(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const above = this.spaces.at(-1) as ReadonlyMap<string, string>;
    const own = [...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
    if (own.length === 0) return above;
    return new Map([...above, ...own.map(([key, value]) => [key.slice('xmlns:'.length), value] as const)]);
  }
}

/** The document element; throws `import/broken`, `import/too-large`, `import/too-deep`. */
export const growTree = (text: string, name: string, limits: Limits): Tag =>
  new Growth(text, name, limits).read();
