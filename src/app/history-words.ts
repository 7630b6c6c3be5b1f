/** What is said of earlier states: how much was in one, and what each record is called. */
import { nameOfKind } from '../desk/moves.ts';
import type { NotebookRecord, RecordKind } from '../model/records.ts';
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

/** Where a record says nothing itself, what it is about. */
function ownWords(record: NotebookRecord, all: Records): string {
  switch (record.kind) {
    case 'annotation':
      return record.body || (record.targets[0]?.exact ?? 'on the paper as a whole');
    case 'claim':
      return record.wording;
    case 'inference':
      return record.gist || `to “${nameOf(record.conclusion, all)}”`;
    case 'conflict':
      return record.gist || `on “${nameOf(record.to, all)}”`;
    case 'preference':
      return record.gist || `of “${nameOf(record.over, all)}”`;
    case 'group':
    case 'presentation':
      return record.title;
    case 'transcript':
      return record.text;
    case 'work':
      return record.item.title ?? '';
    case 'source':
      return record.name;
    case 'support':
    case 'citation':
      return record.note ?? '';
    default:
      return '';
  }
}

const nameOf = (id: string, all: Records): string => {
  const claim = all.get(id);
  return claim?.kind === 'claim' ? claim.wording : '…';
};

/** A record's own words, in one line and not too long. `all` are the records that it may point at. */
export function recordWords(record: NotebookRecord, all: Records): string {
  const words = ownWords(record, all).replace(/\s+/gu, ' ').trim();
  const letters = [...words];
  return letters.length > mostWords ? `${letters.slice(0, mostWords).join('')} …` : words;
}

const relations: readonly RecordKind[] = ['inference', 'conflict', 'preference'];

/** How much is in a state: `12 marks, 5 claims, 3 relations`. */
export function contentWords(records: Iterable<NotebookRecord>): string {
  let [marks, claims, others] = [0, 0, 0];
  for (const { kind } of records) {
    if (kind === 'annotation') marks += 1;
    else if (kind === 'claim') claims += 1;
    else if (relations.includes(kind)) others += 1;
  }
  return [counted(marks, 'mark'), counted(claims, 'claim'), counted(others, 'relation')].join(', ');
}
