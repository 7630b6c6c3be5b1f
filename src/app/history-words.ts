/** What is said of earlier states: how much was in one, and what each record is called. */
import { nameOfKind } from '../desk/moves.ts';
import type { NotebookRecord, RecordKind, RecordOf } from '../model/records.ts';
import type { Records } from '../desk/history-commands.ts';
import { counted } from './library-entry.ts';

/** Kinds that nobody misses by name: where cards stand, what colours are called, what other programs said. */
const small: ReadonlySet<RecordKind> = new Set<RecordKind>(['pin', 'meaning', 'extra']);

/** Whether a record is told of by itself; the others are only counted. */
export const isTold = ({ kind }: NotebookRecord): boolean => !small.has(kind);

const kinds: Partial<Record<RecordKind, string>> = {
  annotation: 'mark',
  support: 'correction of a note',
  source: 'source',
  transcript: 'words of a note',
  work: 'work',
  citation: 'reference',
  presentation: 'presentation',
};

/** What a record is, in a word or two. */
export const kindWords = ({ kind }: NotebookRecord): string => kinds[kind] ?? nameOfKind(kind);

const mostWords = 160;

const nameOf = (id: string, all: Records): string => {
  const claim = all.get(id);
  return claim?.kind === 'claim' ? `“${claim.wording}”` : '…';
};

type Words = { readonly [K in RecordKind]?: (record: RecordOf<K>, all: Records) => string };

/** By kind; where a record says nothing itself, what it is about. */
const ownWords: Words = {
  annotation: ({ body, targets }) => body || (targets[0]?.exact ?? 'on the paper as a whole'),
  claim: ({ wording }) => wording,
  inference: ({ gist, conclusion }, all) => gist || `to ${nameOf(conclusion, all)}`,
  conflict: ({ gist, to }, all) => gist || `on ${nameOf(to, all)}`,
  preference: ({ gist, over }, all) => gist || `of ${nameOf(over, all)}`,
  group: ({ title }) => title,
  presentation: ({ title }) => title,
  transcript: ({ text }) => text,
  work: ({ item }) => item.title ?? '',
  source: ({ name }) => name,
  support: ({ note }) => note,
  citation: ({ note, source }) => note ?? source ?? '',
};

/** A record's own words, in one line and not too long. `all` are the records that it may point at. */
export function recordWords(record: NotebookRecord, all: Records): string {
  // Each kind has the words of its own: what the table says of a kind takes records of that kind.
  const say = ownWords[record.kind] as ((one: NotebookRecord, all: Records) => string) | undefined;
  const words = (say?.(record, all) ?? '').replace(/\s+/gu, ' ').trim();
  const letters = [...words];
  if (letters.length <= mostWords) return words;
  const cut = letters.slice(0, mostWords).join('');
  // Between words, where there are any.
  const end = cut.lastIndexOf(' ');
  return `${end > mostWords / 2 ? cut.slice(0, end) : cut} …`;
}

const relations: readonly RecordKind[] = ['inference', 'conflict', 'preference'];

/** How much is in a state: `12 marks, 5 claims, 3 relations`; `nothing` where it is empty. */
export function contentWords(records: Iterable<NotebookRecord>): string {
  let [marks, claims, related, others] = [0, 0, 0, 0];
  for (const record of records) {
    if (record.kind === 'annotation') marks += 1;
    else if (record.kind === 'claim') claims += 1;
    else if (relations.includes(record.kind)) related += 1;
    else if (isTold(record)) others += 1;
  }
  const parts = [
    marks > 0 ? counted(marks, 'mark') : '',
    claims > 0 ? counted(claims, 'claim') : '',
    related > 0 ? counted(related, 'relation') : '',
    others > 0 ? counted(others, 'other thing') : '',
  ];
  return parts.filter(Boolean).join(', ') || 'nothing';
}
