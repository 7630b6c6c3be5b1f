/** What pandoc adds to Markdown, written so that other parsers read it: spans and headings with attributes, fences, verse. Pure. */
import { beat } from '../../model/beat.ts';
import { plainTables } from './grid-tables.ts';

const escaped = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;').replace(/</gu, '&lt;');

/** `.class #id key=value` as attributes of HTML; only those that the reader looks at. */
function attributes(text: string): string {
  const classes = [...text.matchAll(/(?:^|\s)\.([\w-]+)/gu)].map(([, name]) => name);
  const id = /(?:^|\s)#([\w:.-]+)/u.exec(text)?.[1];
  const pairs = [...text.matchAll(/(role|title|lang|aria-label)=(?:"([^"]*)"|([^\s"]+))/gu)].map(
    ([, key = '', quoted, bare]) => ` ${key}="${escaped(quoted ?? bare ?? '')}"`,
  );
  return `${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}${id ? ` id="${escaped(id)}"` : ''}${pairs.join('')}`;
}

const attributeList =
  /^\s*(?:[.#][\w:.-]+|[\w-]+=(?:"[^"]*"|[^\s"}]+))(?:\s+(?:[.#][\w:.-]+|[\w-]+=(?:"[^"]*"|[^\s"}]+)))*\s*$/u;

const spans = (line: string): string =>
  line.replace(/\[([^[\]\n]*)\]\{([^{}\n]*)\}/gu, (whole, words: string, list: string) =>
    attributeList.test(list) ? `<span${attributes(list)}>${words}</span>` : whole,
  );

/** A heading without the attributes at its end, and without the signs before them that close it. */
function heading(line: string): string {
  const begin = /^#{1,6}\s/u.exec(line)?.[0];
  const open = line.lastIndexOf('{');
  if (!begin || open < begin.length || line.indexOf('}', open) !== line.trimEnd().length - 1) return line;
  const words = line.slice(begin.length, open).trimEnd();
  return begin + words.replace(/(?<!\s)\s+#+$/u, '');
}

const itemStart = /^\s{0,3}(?:[-+*]\s|\d{1,9}[.)]\s|\[\^[^\]]+\]:)/u;

/** Writes line after line, and knows where code and verse are. */
class Lines {
  readonly written: string[] = [];
  #fence = '';
  #isVerse = false;
  /** In a list or a note, lines that are set in are text. */
  #isInItem = false;
  #isBehindBlank = true;

  line(line: string): void {
    beat();
    this.follow(line);
    if (this.isCode(line)) this.written.push(line);
    else if (!this.verse(line)) this.written.push(/^\s*:{3,}.*$/u.test(line) ? '' : heading(spans(line)));
  }

  private follow(line: string): void {
    if (itemStart.test(line)) this.#isInItem = true;
    else if (this.#isBehindBlank && /^\S/u.test(line)) this.#isInItem = false;
    this.#isBehindBlank = line.trim() === '';
  }

  private isCode(line: string): boolean {
    const sign = /^\s{0,3}(`{3,}|~{3,})/u.exec(line)?.[1] ?? '';
    const isEdge = sign !== '' && (!this.#fence || sign.startsWith(this.#fence));
    if (isEdge) this.#fence = this.#fence ? '' : sign;
    return isEdge || this.#fence !== '' || (!this.#isInItem && /^(?: {4}|\t)/u.test(line));
  }

  private verse(line: string): boolean {
    const verse = /^\|(?:\s+(.*[^|\s])?\s*)?$/u.exec(line);
    if (verse && !this.#isVerse) this.written.push('', '<div class="line-block">');
    if (!verse) this.end();
    this.#isVerse = verse !== null;
    if (verse) this.written.push(`<div class="line">${escaped(verse[1] ?? '')}</div>`);
    return verse !== null;
  }

  end(): void {
    if (this.#isVerse) this.written.push('</div>', '');
    this.#isVerse = false;
  }
}

/** The text with that written as HTML or left out; code stays as it is. */
export function plainMarkdown(text: string): string {
  const lines = new Lines();
  for (const line of plainTables(text.split('\n'))) lines.line(line);
  lines.end();
  return lines.written.join('\n');
}
