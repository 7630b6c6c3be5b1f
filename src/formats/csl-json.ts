/** CSL-JSON: one item, a list, or a list under `items`; a broken item does not take the others with it. */
import { LineIndex, type Draft, type Finding } from './finding.ts';

const maxDepth = 40;

/** So far an end is sought: beyond it a torn file would be walked once for each of its items. */
const maxItem = 60_000;

interface Piece {
  readonly at: number;
  /** The item's text; null where it has no end. */
  readonly json: string | null;
}

/** Index behind the object that opens at `at`; -1 where it has no end, or is too long or too deep. */
function endOf(text: string, at: number): number {
  const last = Math.min(text.length, at + maxItem);
  let depth = 0;
  for (let here = at; here < last; here += 1) {
    const sign = text[here];
    if (sign === '"') {
      here = closingQuote(text, here);
      if (here < 0) return -1;
    } else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > maxDepth) return -1;
    if (depth === 0) return here + 1;
  }
  return -1;
}

/** Index of the quotation mark that closes the one at `at`; -1 where the line ends before: JSON has none such. */
function closingQuote(text: string, at: number): number {
  for (let here = at + 1; here < text.length; here += 1) {
    if (text[here] === '\\') here += 1;
    else if (text[here] === '"') return here;
    else if (text[here] === '\n') return -1;
  }
  return -1;
}

// How an item begins, and no name or date within one does.
const itemStart = /\{\s*"(?:id|type|title|citation-key|DOI)"\s*:/gu;

/** The items of a text that is not sound as a whole: each from its opening brace, the next one where it has an end. */
function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  const starts = [...text.matchAll(itemStart)].map((match) => match.index);
  let past = 0;
  starts.forEach((at, index) => {
    if (at < past) return;
    const next = starts[index + 1] ?? text.length;
    const end = endOf(text, at);
    // Another item inside it: a brace is missing, and the two are told apart where the second begins.
    const isTorn = end < 0 || (end > next && !isSound(text.slice(at, end)));
    found.push({ at, json: isTorn ? null : text.slice(at, end) });
    past = isTorn ? next : end;
  });
  return found;
}

function isSound(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}

/** The list of items in a parsed file; null where it is none. */
function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'object' || value === null) return null;
  const { items } = value as { items?: unknown };
  if (Array.isArray(items)) return items as unknown[];
  return 'type' in value || 'title' in value ? [value] : null;
}

/** The key of an item, for naming it; empty where it has none. */
const keyOf = (value: unknown): string => {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 100) : '';
};

function readTorn(text: string, most: number): { drafts: Draft[]; findings: Finding[] } {
  const lines = new LineIndex(text);
  const drafts: Draft[] = [];
  const findings: Finding[] = [];
  pieces(text)
    .slice(0, most)
    .forEach(({ at, json }, index) => {
      const place = { entry: index + 1, line: lines.at(at) };
      const rough = /"id"\s*:\s*"([^"\n]{1,100})"/u.exec(text.slice(at, at + 300))?.[1] ?? '';
      const value: unknown = json !== null && isSound(json) ? JSON.parse(json) : null;
      if (value !== null) drafts.push({ ...place, key: keyOf(value), csl: value });
      else {
        const words = json === null ? 'no closing brace; left out' : 'is not JSON that can be read; left out';
        findings.push({ ...place, key: rough, words });
      }
    });
  return { drafts, findings };
}

/** The lines of a list's items, as far as they can be told. */
function linesOf(text: string, count: number): readonly (number | null)[] {
  const found = pieces(text);
  const lines = new LineIndex(text);
  return found.length === count ? found.map(({ at }) => lines.at(at)) : [];
}

/** Reads a file's items; never throws. Null where it holds no list of items and no item. At most `most`. */
export function readCslJson(text: string, most: number): { drafts: Draft[]; findings: Finding[] } | null {
  if (!isSound(text)) {
    const read = readTorn(text, most);
    return read.drafts.length + read.findings.length > 0 ? read : null;
  }
  const items = listOf(JSON.parse(text));
  if (!items) return null;
  const lines = linesOf(text, items.length);
  const findings: Finding[] = [];
  if (items.length > most)
    findings.push({
      entry: null,
      key: '',
      line: lines[most] ?? null,
      words: `only the first ${most.toLocaleString('en')} entries were read`,
    });
  const drafts = items
    .slice(0, most)
    .map((csl, index) => ({ entry: index + 1, key: keyOf(csl), line: lines[index] ?? null, csl }));
  return { drafts, findings };
}
