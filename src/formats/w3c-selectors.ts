/** The selectors of a Web Annotation as a quotation: what can be used of them, inside out where one refines another. */
import type { PaperText } from '../model/paper-text.ts';
import { isObject, listOf, objectIn, offsetIn, own, textIn, type JsonObject } from './json-values.ts';
import type { Quote } from './quoted-target.ts';

/** What could be read of a target's selectors; null where no quotation and no position was among them. */
export interface Selected {
  readonly quote: Quote | null;
  /** Types of the selectors that say nothing here: places in the markup of a page that is not ours. */
  readonly unused: readonly string[];
}

interface Found {
  exact: string | null;
  prefix: string;
  suffix: string;
  start: number | null;
  end: number | null;
  unused: string[];
}

const deepest = 8;

const take = (found: Found, quote: Partial<Quote>): void => {
  if (quote.exact !== undefined && found.exact === null) {
    found.exact = quote.exact;
    found.prefix = quote.prefix ?? '';
    found.suffix = quote.suffix ?? '';
  }
  if (found.start !== null || quote.start === undefined || quote.end === undefined) return;
  found.start = quote.start;
  found.end = quote.end;
};

const positionOf = (selector: JsonObject): readonly [number, number] | null => {
  const start = offsetIn(selector, 'start');
  const end = offsetIn(selector, 'end');
  return start !== null && end !== null && end >= start ? [start, end] : null;
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Characters of a plain text (RFC 5147): `char=3,9`. */
function fromCharacters(found: Found, value: string): boolean {
  const [, from, to] = /(?:^|[#&])char=(\d{1,9}),(\d{1,9})/u.exec(value) ?? [];
  if (from === undefined || to === undefined || Number(to) < Number(from)) return false;
  take(found, { start: Number(from), end: Number(to) });
  return true;
}

/** A text directive of one part: `:~:text=before-,words,-behind`. */
function fromDirective(found: Found, value: string): boolean {
  const [, directive = ''] = /:~:(?:.*&)?text=([^&]*)/u.exec(value) ?? [];
  const [, prefix = '', exact = '', suffix = ''] =
    /^(?:([^,]*)-,)?([^,]+?)(?:,-([^,]*))?$/u.exec(directive) ?? [];
  if (exact === '') return false;
  take(found, { exact: decoded(exact), prefix: decoded(prefix), suffix: decoded(suffix) });
  return true;
}

/** From the beginning of one selection to the end of another. */
function fromRange(found: Found, selector: JsonObject, text: PaperText, isOurs: boolean): boolean {
  const [first, last] = ['startSelector', 'endSelector'].map((key) => objectIn(selector, key));
  if (!first || !last) return false;
  const [from, to] = [positionOf(first), positionOf(last)];
  if (isOurs && from && to && to[0] >= from[0]) {
    take(found, { start: from[0], end: to[0] });
    return true;
  }
  const [begin, end] = [textIn(first, 'exact'), textIn(last, 'exact')];
  const at = begin ? text.text.indexOf(begin) : -1;
  // The range ends before what the end selector selects.
  const behind = end && at >= 0 ? text.text.indexOf(end, at + begin.length) : -1;
  if (behind < 0) return false;
  take(found, { exact: text.text.slice(at, behind).trimEnd() });
  return true;
}

interface Scene {
  readonly text: PaperText;
  /** Whether the source is the open paper itself: only then do positions alone say anything. */
  readonly isOurs: boolean;
}

/** How the selectors that have a type of their own say where; false where one says nothing here. */
const typed: Readonly<Record<string, (found: Found, selector: JsonObject, scene: Scene) => boolean>> = {
  TextPositionSelector: (found, selector) => {
    const [start, end] = positionOf(selector) ?? [];
    if (start !== undefined && end !== undefined) take(found, { start, end });
    return start !== undefined;
  },
  FragmentSelector: (found, selector) => {
    const value = textIn(selector, 'value');
    return fromCharacters(found, value) || fromDirective(found, value);
  },
  RangeSelector: (found, selector, { text, isOurs }) => fromRange(found, selector, text, isOurs),
};

/** What one selector says by itself; a `Choice` or `List` says nothing. */
function takeOne(found: Found, selector: JsonObject, scene: Scene, level: number): void {
  const type = textIn(selector, 'type') || textIn(selector, '@type');
  const exact = own(selector, 'exact');
  if (typeof exact === 'string') {
    return take(found, { exact, prefix: textIn(selector, 'prefix'), suffix: textIn(selector, 'suffix') });
  }
  if (own(selector, 'items') !== undefined) return;
  // Within another selection a position counts from that one's beginning, which is nowhere in our text.
  const isCounted = type !== 'TextPositionSelector' || level === 0;
  const read = isCounted && Object.hasOwn(typed, type) ? typed[type] : undefined;
  if (!read?.(found, selector, scene)) found.unused.push(type.slice(0, 40) || 'unknown');
}

function walk(found: Found, selector: unknown, scene: Scene, level: number): void {
  if (!isObject(selector) || level > deepest) return;
  takeOne(found, selector, scene, level);
  const inner = [...listOf(own(selector, 'items')), ...listOf(own(selector, 'refinedBy'))];
  for (const one of inner.slice(0, 20)) walk(found, one, scene, level + 1);
}

/** Reads what a target's `selector` says: one, a list, refined ones within. Never throws. */
export function readSelectors(selector: unknown, scene: Scene): Selected {
  const found: Found = { exact: null, prefix: '', suffix: '', start: null, end: null, unused: [] };
  for (const one of listOf(selector).slice(0, 20)) walk(found, one, scene, 0);
  const { exact, prefix, suffix, start, end } = found;
  if (exact !== null) return { quote: { exact, prefix, suffix, start, end }, unused: found.unused };
  const isPlaced = scene.isOurs && start !== null && end !== null && end > start;
  if (!isPlaced || end > scene.text.length) return { quote: null, unused: found.unused };
  const words = scene.text.slice(start, end);
  return { quote: { exact: words, prefix: '', suffix: '', start, end }, unused: found.unused };
}
