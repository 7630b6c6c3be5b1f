/**
 * The words of a JATS article as its reader has them, found without a page: for looking through many papers in a worker.
 * It reads tags and text as they come, knows no entities but those of XML, and takes any text to its end. Pure.
 */

/** A block of the paper text. */
export interface WordsBlock {
  readonly text: string;
  /** The heading above it, or its own; empty where there is none. */
  readonly heading: string;
}

/** The words of an author's note; its label is data. */
export interface WordsNote {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

export interface JatsWords {
  readonly blocks: readonly WordsBlock[];
  readonly notes: readonly WordsNote[];
}

/** One piece of XML: words as they are, or a tag. */
type Piece =
  | { readonly is: 'text'; readonly words: string }
  | { readonly is: 'tag'; readonly name: string; readonly attributes: string; readonly isEnd: boolean };

/** Where a tag that begins at `at` ends: behind its bracket that stands in no quotes; -1 where it never does. */
function endOfTag(xml: string, at: number): number {
  const sign = /["'>]/gu;
  sign.lastIndex = at;
  for (let found = sign.exec(xml); found; found = sign.exec(xml)) {
    if (found[0] === '>') return found.index + 1;
    const close = xml.indexOf(found[0], found.index + 1);
    if (close < 0) return -1;
    sign.lastIndex = close + 1;
  }
  return -1;
}

/** Things whose content is no markup, with how they begin and end. */
const asides = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

/** The pieces in their order, each looked at once; what begins and never ends is the end of it. */
function* piecesOf(xml: string): Generator<Piece> {
  let at = 0;
  while (at < xml.length) {
    const bracket = xml.indexOf('<', at);
    const words = xml.slice(at, bracket < 0 ? xml.length : bracket);
    if (words) yield { is: 'text', words: decoded(words) };
    if (bracket < 0) return;
    const aside = asides.find(([begin]) => xml.startsWith(begin, bracket));
    const close = aside ? xml.indexOf(aside[1], bracket) : -1;
    at = aside ? close + aside[1].length : endOfTag(xml, bracket);
    if (aside ? close < 0 : at < 0) return;
    if (aside?.[0] === '<![CDATA[') yield { is: 'text', words: xml.slice(bracket + aside[0].length, close) };
    if (!aside) yield tagIn(xml.slice(bracket + 1, at - 1));
  }
}

function tagIn(inner: string): Piece {
  const isEnd = inner.startsWith('/');
  const name = /^[^\s/]+/u.exec(isEnd ? inner.slice(1) : inner)?.[0] ?? '';
  return { is: 'tag', name, attributes: inner.slice(name.length + Number(isEnd)), isEnd };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const codePoint = (code: number): string =>
  Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/giu, (whole, hex, decimal, name) => {
        if (hex !== undefined) return codePoint(Number.parseInt(String(hex), 16));
        if (decimal !== undefined) return codePoint(Number(decimal));
        return named[String(name)] ?? String(whole);
      })
    : text;

const single = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const attribute = (attributes: string, name: string): string =>
  decoded(
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes)?.slice(1).find(Boolean) ??
      '',
  );

/** Elements whose words are one block. A `caption` is one, whatever stands in it. */
const blocks: ReadonlySet<string> = new Set(['p', 'title', 'td', 'th', 'attrib', 'verse-line', 'caption']);

/** Elements whose words count nothing: markers, page starts, what is said in the place of a picture. */
const isSilent = (name: string, attributes: string): boolean =>
  name === 'alt-text' ||
  (name === 'xref' && attribute(attributes, 'ref-type') === 'fn') ||
  (name === 'target' && attribute(attributes, 'target-type') === 'page');

class Reading {
  readonly blocks: WordsBlock[] = [];
  readonly notes: WordsNote[] = [];
  #part: 'front' | 'body' | 'back' = 'front';
  /** Words since the block began. */
  #words: string[] = [];
  #label = '';
  #heading = '';
  /** Depth in an element whose words count nothing: a marker, a page start; 0 outside. */
  #skipped = 0;
  #inLabel = false;
  #inCaption = false;
  #note: { id: string; label: string; parts: string[] } | null = null;

  text(words: string): void {
    if (this.#skipped === 0 && this.#part !== 'front') this.#words.push(words);
  }

  open(name: string, attributes: string): void {
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    if (isSilent(name, attributes)) this.#skipped = 1;
    else if (name === 'body' || name === 'back') this.#begin(name);
    else if (name === 'fn') this.#beginNote(attribute(attributes, 'id'));
    else if (name === 'label') this.#beginLabel();
    else if (blocks.has(name)) this.#beginBlock(name);
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (name === 'label') this.#endLabel();
    else if (name === 'fn') this.#endNote();
    else if (name === 'caption') {
      this.#inCaption = false;
      this.#endBlock(name);
    } else if (!this.#inCaption && blocks.has(name)) this.#endBlock(name);
  }

  #begin(part: 'body' | 'back'): void {
    this.#part = part;
    this.#words = [];
  }

  #beginNote(id: string): void {
    if (this.#part === 'back') this.#note = { id, label: '', parts: [] };
  }

  #beginLabel(): void {
    this.#words = [];
    this.#inLabel = true;
  }

  /** The parts of a caption are one block, with a space between. */
  #beginBlock(name: string): void {
    if (this.#inCaption) {
      this.#words.push(' ');
      return;
    }
    this.#words = [];
    this.#inCaption = name === 'caption';
  }

  #endLabel(): void {
    const label = single(this.#words.join(''));
    this.#words = [];
    this.#inLabel = false;
    if (this.#note) this.#note.label = label;
    else this.#label = label;
  }

  #endBlock(name: string): void {
    const words = single(this.#words.join(''));
    this.#words = [];
    if (this.#note) {
      if (words) this.#note.parts.push(words);
      return;
    }
    const text = [this.#label, words].filter(Boolean).join(' ');
    if (text === '' || this.#part !== 'body' || this.#inLabel) return;
    this.#label = '';
    if (name === 'title') this.#heading = text;
    this.blocks.push({ text, heading: this.#heading });
  }

  #endNote(): void {
    const note = this.#note;
    this.#note = null;
    if (note) this.notes.push({ id: note.id, label: note.label || note.id, text: note.parts.join('\n') });
  }
}

/** Reads an article. Anything but an article has no words. */
export function jatsWords(xml: string): JatsWords {
  const reading = new Reading();
  for (const piece of piecesOf(xml)) {
    if (piece.is === 'text') reading.text(piece.words);
    else if (piece.isEnd) reading.close(piece.name);
    else {
      reading.open(piece.name, piece.attributes);
      if (piece.attributes.endsWith('/')) reading.close(piece.name);
    }
  }
  return { blocks: reading.blocks, notes: reading.notes };
}
