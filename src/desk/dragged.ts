/**
 * What is dragged from one face of the desk to another: how it is put on the way and read where it arrives. What
 * arrives may come from another page or program, so it counts only where this desk knows it.
 */
import type { NotebookRecord } from '../model/records.ts';
import { argument, layerOf, type Desk, type Range } from './desk.ts';
import { targetFor } from './targets.ts';

/** A thing that was dropped: a passage of this paper, somebody's claim or mark on this desk, or words from anywhere. */
export type Dragged =
  | { readonly kind: 'passage'; readonly range: Range }
  | { readonly kind: 'claim' | 'annotation'; readonly id: string }
  | { readonly kind: 'words'; readonly words: string };

const types = {
  passage: 'application/x-warrant-passage',
  claim: 'application/x-warrant-claim',
  annotation: 'application/x-warrant-annotation',
  words: 'text/plain',
} as const;
const kinds = ['passage', 'claim', 'annotation', 'words'] as const;

/** Longest (UTF-16 units) that what is written under our own types can be. */
const longest = 300;
/** Longest wording (UTF-16 units) that is made of words from elsewhere; longer ones are cut at a word. */
export const mostWords = 2000;

/** Puts a passage on its way, as its words too; false where nothing is in the range. */
export function putPassage(transfer: DataTransfer, desk: Desk, range: Range | null): boolean {
  const target = targetFor(desk, range);
  if (!target) return false;
  const { start, end } = target;
  transfer.setData(types.passage, JSON.stringify({ start, end, version: desk.version }));
  transfer.setData(types.words, target.exact);
  transfer.effectAllowed = 'copy';
  return true;
}

/** Puts a claim or a mark on its way, as `words` too. */
export function putRecord(
  transfer: DataTransfer,
  { kind, id }: Pick<NotebookRecord, 'kind' | 'id'>,
  words: string,
): void {
  if (kind !== 'claim' && kind !== 'annotation') throw new RangeError(`Nothing takes a dragged ${kind}.`);
  transfer.setData(types[kind], JSON.stringify({ id }));
  transfer.setData(types.words, words);
  transfer.effectAllowed = 'copy';
}

/** What kind of thing is on its way, as far as its types tell before it is dropped; null for what nothing takes. */
export function draggedKind(given: readonly string[]): Dragged['kind'] | null {
  if (given.includes('Files')) return null;
  return kinds.find((kind) => given.includes(types[kind])) ?? null;
}

const isOffset = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  if (text === '' || text.length > longest) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function passageIn(desk: Desk, text: string): Dragged | null {
  const { start, end, version } = fieldsOf(text);
  if (!isOffset(start) || !isOffset(end) || version !== desk.version) return null;
  return targetFor(desk, { start, end }) ? { kind: 'passage', range: { start, end } } : null;
}

function recordIn(desk: Desk, kind: 'claim' | 'annotation', text: string): Dragged | null {
  const { id } = fieldsOf(text);
  if (typeof id !== 'string') return null;
  const isThere =
    kind === 'claim'
      ? argument(desk).claims.has(id)
      : layerOf(desk, id)?.records.get(id)?.kind === 'annotation';
  return isThere ? { kind, id } : null;
}

/** Words from elsewhere as one line, cut at a word where they are too long; null where there are none. */
function wordsIn(text: string): Dragged | null {
  const flat = text
    .slice(0, mostWords * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  if (flat === '') return null;
  if (flat.length <= mostWords) return { kind: 'words', words: flat };
  const cut = flat.lastIndexOf(' ', mostWords);
  return { kind: 'words', words: `${flat.slice(0, cut > 0 ? cut : mostWords)} …` };
}

/** What was dropped; null for what nothing can be made of. A passage of another paper, or a record of another desk, is its words. */
export function readDragged(desk: Desk, transfer: Pick<DataTransfer, 'getData'>): Dragged | null {
  return (
    passageIn(desk, transfer.getData(types.passage)) ??
    recordIn(desk, 'claim', transfer.getData(types.claim)) ??
    recordIn(desk, 'annotation', transfer.getData(types.annotation)) ??
    wordsIn(transfer.getData(types.words))
  );
}
