/** All words of one paper of the library, to be looked through often: its text, its notes, and what the reader wrote on it. Pure. */
import { quotePassage } from '../anchoring/passage-quote.ts';
import type { JatsWords } from '../formats/jats-words.ts';
import type { PlainText } from '../model/plain-text.ts';
import type { NotebookRecord } from '../model/records.ts';
import { Search } from '../text/find.ts';
import { foldedText, lastAtMost } from '../text/folded-text.ts';
import type { Aim } from './routes.ts';

/** Where words were found. */
export interface LibraryHit {
  /** What it is in: `Note 12`, `Your claim`, or the heading above it; empty where the text has no headings. */
  readonly where: string;
  readonly kind: 'text' | 'note' | 'own';
  /** The words, and what stands around them. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly aim: Aim;
}

/** The hits in a paper: the first ones, and how many there are in all. */
export interface PaperHits {
  readonly hits: readonly LibraryHit[];
  readonly count: number;
}

interface Entry {
  readonly where: string;
  readonly kind: 'note' | 'own';
  readonly words: string;
  readonly aim: Aim;
}

/** So many hits of a paper are shown at most, and so many signs around each. */
export const mostHits = 20;
const around = 60;

/** A sign that no query has: no hit goes from one entry into the next. */
const joint = '\0';

const noteEntries = ({ notes }: JatsWords): Entry[] =>
  notes
    .filter(({ text }) => text !== '')
    .map(({ id, label, text }) => ({
      where: `Note ${label}`,
      kind: 'note',
      words: text,
      aim: { to: 'note', value: id.replace(/^fn-?(?=.)/u, '') },
    }));

/** What somebody wrote in a record, and where it is shown; null where it says nothing of its own. */
function ownEntry(record: NotebookRecord, notes: ReadonlyMap<string, string>): Entry | null {
  if (record.kind === 'annotation') {
    const words = [record.body, ...record.tags].filter(Boolean).join(' · ');
    return words
      ? { where: 'Your annotation', kind: 'own', words, aim: { to: 'annotation', value: record.id } }
      : null;
  }
  if (record.kind === 'claim') {
    const aim = { to: 'claim', value: record.id } as const;
    return { where: 'Your claim', kind: 'own', words: record.wording, aim };
  }
  if (record.kind === 'transcript') {
    const aim = { to: 'note', value: record.note.replace(/^fn-?(?=.)/u, '') } as const;
    const where = `Note ${notes.get(record.note) ?? record.note}, supplied by you`;
    return { where, kind: 'own', words: record.text, aim };
  }
  return null;
}

/** The words around a hit, cut at words where that is near. */
function surroundings(
  words: string,
  start: number,
  end: number,
): Pick<LibraryHit, 'before' | 'words' | 'after'> {
  const points = [...words];
  const head = points.slice(Math.max(0, start - around), start).join('');
  const tail = points.slice(end, end + around).join('');
  const before = start > around ? `… ${head.replace(/^\S{0,20}\s+/u, '')}` : head;
  const after = end + around < points.length ? `${tail.replace(/\s+\S{0,20}$/u, '')} …` : tail;
  return { before, words: points.slice(start, end).join(''), after };
}

// Without the flag for Unicode, which sees pairs as the one sign that they are.
const hasPairs = /[\uD800-\uDFFF]/;

/** Length in code points; most texts have no surrogates, and then it is the string's own. */
const pointCount = (text: string): number => (hasPairs.test(text) ? [...text].length : text.length);

/** Where pieces begin (code points) that stand one behind another, with `gap` signs between them. */
function startsOf(pieces: readonly string[], gap: number): readonly number[] {
  let at = 0;
  return pieces.map((piece) => {
    const start = at;
    at += pointCount(piece) + gap;
    return start;
  });
}

/** A text that takes no more room than itself: many are kept at once. */
function lightText(text: string): PlainText {
  const isPlain = !hasPairs.test(text);
  return {
    text,
    length: pointCount(text),
    slice: (start, end) => (isPlain ? text.slice(start, end) : [...text].slice(start, end).join('')),
  };
}

/** The words of a paper, folded once. */
export class PaperIndex {
  readonly #blocks: JatsWords['blocks'];
  readonly #starts: readonly number[];
  readonly #plain: PlainText;
  readonly #text: Search;
  readonly #entries: readonly Entry[];
  readonly #entryStarts: readonly number[];
  readonly #inEntries: Search;
  /** UTF-16 units of its words: what it costs to keep. */
  readonly size: number;

  constructor(words: JatsWords, records: Iterable<NotebookRecord>) {
    const labels = new Map(words.notes.map(({ id, label }) => [id, label]));
    this.#blocks = words.blocks;
    const texts = words.blocks.map((one) => one.text);
    const text = texts.join('\n');
    this.#starts = startsOf(texts, 1);
    this.#plain = lightText(text);
    this.#text = new Search(foldedText(text));
    const own = [...records].flatMap((record) => ownEntry(record, labels) ?? []);
    this.#entries = [...own, ...noteEntries(words)];
    const pieces = this.#entries.map((one) => one.words.replaceAll(joint, '') + joint);
    this.#entryStarts = startsOf(pieces, 0);
    this.#inEntries = new Search(foldedText(pieces.join('')));
    this.size = text.length + pieces.reduce((sum, one) => sum + one.length, 0);
  }

  /** Where a folded query stands: what the reader wrote first, then notes, then the text. */
  find(word: string): PaperHits {
    const inEntries = this.#inEntries.hits(word);
    const inText = this.#text.hits(word);
    const hits: LibraryHit[] = [];
    for (const at of inEntries.subarray(0, mostHits)) hits.push(this.#entryHit(at, word.length));
    for (const at of inText.subarray(0, mostHits - hits.length)) hits.push(this.#textHit(at, word.length));
    return { hits, count: inEntries.length + inText.length };
  }

  #entryHit(index: number, length: number): LibraryHit {
    const { text } = this.#inEntries;
    const offset = text.offsetAt(index);
    const own = lastAtMost(this.#entryStarts, offset);
    const { words, ...entry } = this.#entries[own] as Entry;
    const from = this.#entryStarts[own] ?? 0;
    return {
      ...entry,
      ...surroundings(words.replaceAll(joint, ''), offset - from, text.offsetAt(index + length) - from),
    };
  }

  #textHit(index: number, length: number): LibraryHit {
    const { text } = this.#text;
    const [start, end] = [text.offsetAt(index), text.offsetAt(index + length)];
    const at = lastAtMost(this.#starts, start);
    const block = this.#blocks[at];
    const from = this.#starts[at] ?? 0;
    const quote = quotePassage(this.#plain, { start, end });
    return {
      where: block?.heading ?? '',
      kind: 'text',
      ...surroundings(block?.text ?? '', start - from, end - from),
      aim: { to: 'passage', value: { address: '', ...quote } },
    };
  }
}
