/**
 * Takes the items out of a JSON file while it arrives: the elements of its list of annotations one by one, each
 * to be parsed by itself, so that no file is ever parsed, or held, as a whole.
 */

/** An element of the file's list. */
export interface JsonItem {
  /** Its text; null where it is longer than any annotation. */
  readonly text: string | null;
  /** Line of the file where it begins, from 1. */
  readonly line: number;
}

/** What is known when the file has ended. */
export interface JsonEnd {
  /** The file without the elements of its lists: small, and sound JSON where the file is. */
  readonly frame: string;
  /** Line where the file breaks off in the middle; null where it is whole. */
  readonly brokenAt: number | null;
}

/** Longest element and longest frame that are kept, in UTF-16 units: the first is parsed in well under 50 ms. */
const longestItem = 2_000_000;
const longestFrame = 1_000_000;
const longestKey = 40;

/** Where in a file lists of annotations are: bare, of Hypothesis, of W3C pages and of a JSON-LD graph. */
const isList = (path: readonly string[]): boolean =>
  /^(?:|annotations|rows|replies|@graph|(?:first\.)?(?:next\.)*items)$/u.test(path.join('.'));

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const isOpening = (code: number): boolean => code === 0x7b || code === 0x5b;
const isClosing = (code: number): boolean => code === 0x7d || code === 0x5d;
const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** An open object or list outside the items. `key` is that of the member one is in. */
interface Level {
  readonly isList: boolean;
  readonly isObject: boolean;
  key: string;
}

/** Give it the file piece by piece with `push`, then ask `end`. Never throws: what is not JSON gives no items. */
export class JsonItems {
  readonly #levels: Level[] = [];
  #items: JsonItem[] = [];
  #frame = '';
  /** Brackets open within the item; -1 outside any item. */
  #depth = -1;
  #held = '';
  #isLong = false;
  #itemLine = 1;
  #line = 1;
  #isText = false;
  #isEscaped = false;
  /** What has been read of the text that may be a key. */
  #word = '';
  #hasBegun = false;

  /** Reads on; answers the items that ended in this piece. */
  push(piece: string): readonly JsonItem[] {
    this.#items = [];
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (code === 0x0a) this.#line += 1;
      if (this.#isText) this.#inText(code);
      else from = this.#outside(piece, at, code, from);
    }
    this.#keep(piece.slice(from));
    return this.#items;
  }

  /** The file has ended. */
  end(): JsonEnd {
    const isBroken = this.#depth >= 0 || this.#levels.length > 0 || this.#isText;
    return { frame: this.#frame, brokenAt: isBroken ? this.#line : null };
  }

  get #top(): Level | undefined {
    return this.#levels.at(-1);
  }

  #inText(code: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === backslash) this.#isEscaped = true;
    else if (code === quote) this.#isText = false;
    if (this.#isText && this.#depth < 0 && this.#word.length < longestKey)
      this.#word += String.fromCharCode(code);
  }

  /** One sign that is not within a text; answers from where the piece is not yet kept. */
  #outside(piece: string, at: number, code: number, from: number): number {
    if (this.#depth >= 0) return this.#inItem(piece, at, code, from);
    const top = this.#top;
    if (top?.isList && !isClosing(code)) return this.#inList(piece, at, code, from);
    if (code === quote) {
      this.#isText = true;
      this.#word = '';
    } else if (code === 0x3a && top?.isObject) top.key = this.#word;
    else if (isOpening(code)) this.#open(code);
    else if (isClosing(code)) this.#levels.pop();
    return from;
  }

  /** Between the elements of a list: nothing of it belongs to the frame. */
  #inList(piece: string, at: number, code: number, from: number): number {
    this.#keep(piece.slice(from, at));
    if (isSpace(code) || code === comma) return at + 1;
    this.#depth = 0;
    this.#itemLine = this.#line;
    return this.#inItem(piece, at, code, at);
  }

  #open(code: number): void {
    const path = this.#levels.filter((level) => level.isObject).map((level) => level.key);
    const isNested = this.#levels.some((level) => !level.isObject);
    const isObject = code === 0x7b;
    this.#levels.push({ isList: !isObject && !isNested && isList(path), isObject, key: '' });
    this.#hasBegun = true;
  }

  #inItem(piece: string, at: number, code: number, from: number): number {
    if (code === quote) this.#isText = true;
    else if (isOpening(code)) this.#depth += 1;
    else if (isClosing(code) && this.#depth > 0) {
      this.#depth -= 1;
      if (this.#depth === 0) return this.#finish(piece, from, at + 1);
    } else if (this.#depth === 0 && (code === comma || isClosing(code))) {
      // A bare value ends before what follows it.
      this.#finish(piece, from, at);
      if (!isClosing(code)) return at + 1;
      this.#levels.pop();
      return at;
    }
    return from;
  }

  #finish(piece: string, from: number, to: number): number {
    this.#keep(piece.slice(from, to));
    this.#items.push({ text: this.#isLong ? null : this.#held, line: this.#itemLine });
    this.#depth = -1;
    this.#held = '';
    this.#isLong = false;
    return to;
  }

  /** Adds to the item that is being read, or to the frame. */
  #keep(part: string): void {
    if (this.#depth < 0) {
      const hasRoom = this.#frame.length + part.length <= longestFrame;
      if (hasRoom && (this.#hasBegun || this.#frame.length < 1000)) this.#frame += part;
      return;
    }
    this.#isLong ||= this.#held.length + part.length > longestItem;
    this.#held = this.#isLong ? '' : this.#held + part;
  }
}
