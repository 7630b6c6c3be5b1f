/**
 * What the short forms in the author's notes stand for: “Ibid.”, “Russell, op. cit.”, “supra note 4”, “Russell,
 * ‘Azerbaijan’, 55”. Notes are taken in their order, so that numbering may start anew; labels may be anything. Pure.
 */
import type { Note } from '../model/paper.ts';
import { notePartsOf, type BackReference, type NotePart } from './note-parts.ts';

/** A note with its words; a transcript may stand for those that the copy lacks. */
export type NoteWords = Pick<Note, 'id' | 'label' | 'text'>;

/** A short form and what it stands for. */
export interface NoteLink {
  /** Id of the note that has it, and where in the note's words (code points). */
  readonly note: string;
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly how: BackReference;
  /** Where in the work (`p. 5`), or null. */
  readonly locator: string | null;
  /** Ids of the notes that lead to the work, the next first and the one that cites it in full last. Empty: unresolved. */
  readonly chain: readonly string[];
  /** The words of the work as that note has them; null where it is unresolved, ambiguous, or not in the copy. */
  readonly words: string | null;
  /** The works that it may stand for, where there are several. */
  readonly ambiguous: readonly string[];
  /** 0 to 1; 0 where nothing was found. */
  readonly confidence: number;
}

/** A work as it was cited in a note, or the short form of one. */
interface Cited {
  readonly note: string;
  readonly part: NotePart;
  /** What a short form was found to stand for; null for a work itself. */
  readonly link: NoteLink | null;
}

type Answer = Pick<NoteLink, 'chain' | 'words' | 'ambiguous' | 'confidence'>;

const nothing: Answer = { chain: [], words: null, ambiguous: [], confidence: 0 };

/** A work that one points at: through its own short form, where it is one. */
function through({ note, part, link }: Cited, confidence: number): Answer {
  if (!link) return { chain: [note], words: part.words, ambiguous: [], confidence };
  return {
    chain: [note, ...link.chain],
    words: link.words,
    ambiguous: link.ambiguous,
    confidence: confidence * link.confidence,
  };
}

/** The works that are meant, as their own words tell them apart. */
const wordsOf = (cited: readonly Cited[]): string[] => [
  ...new Set(cited.map(({ part, link }) => link?.words ?? part.words)),
];

/** One of several: it is sure only if all are the same work. */
function among(cited: readonly Cited[], confidence: number): Answer {
  const last = cited.at(-1);
  if (!last) return nothing;
  const works = wordsOf(cited);
  if (works.length === 1) return through(last, confidence);
  return { chain: [last.note], words: null, ambiguous: works, confidence: Math.min(confidence, 0.4) };
}

/** Resolves short forms while it walks through the notes. */
class Walk {
  readonly #notes: readonly NoteWords[];
  readonly #cited: Cited[][] = [];
  readonly #byAuthor = new Map<string, Cited[]>();

  constructor(notes: readonly NoteWords[]) {
    this.#notes = notes;
  }

  /** The links of the note at `at`; those before it have been walked. */
  read(at: number): NoteLink[] {
    const note = this.#notes[at];
    const own: Cited[] = [];
    this.#cited[at] = own;
    if (!note?.text) return [];
    for (const part of notePartsOf(note.text)) {
      const link = this.#link(note, note.text, part, at, own);
      if (!link && !part.full) continue;
      const cited = { note: note.id, part, link };
      own.push(cited);
      if (!link) this.#remember(cited);
    }
    return own.flatMap(({ link }) => link ?? []);
  }

  #remember(cited: Cited): void {
    for (const author of cited.part.authors) {
      const works = this.#byAuthor.get(author);
      if (works) works.push(cited);
      else this.#byAuthor.set(author, [cited]);
    }
  }

  #by(author: string): readonly Cited[] {
    return this.#byAuthor.get(author) ?? [];
  }

  #link(note: NoteWords, text: string, part: NotePart, at: number, own: readonly Cited[]): NoteLink | null {
    if (!part.back) return null;
    const answer = this.#answer(part, at, own);
    // What only may be a short form is a work of its own, where nothing like it went before.
    if (part.back === 'short-form' && answer.chain.length === 0) return null;
    const start = Array.from(text.slice(0, part.start)).length;
    const end = start + Array.from(text.slice(part.start, part.end)).length;
    const { words: phrase, back: how, locator } = part;
    return { note: note.id, start, end, phrase, how, locator, ...answer };
  }

  #answer(part: NotePart, at: number, own: readonly Cited[]): Answer {
    if (part.back === 'ibid') return this.#before(at, own, 0.95);
    if (part.label !== null) return this.#numbered(part, at);
    if (part.back === 'idem') {
      const { chain, ambiguous, confidence } = this.#before(at, own, 0.6);
      return { chain, words: null, ambiguous, confidence };
    }
    if (part.authors.length > 0) return this.#named(part);
    return this.#before(at, own, 0.6);
  }

  /** What was cited last: in the note itself, else in the note before it. */
  #before(at: number, own: readonly Cited[], confidence: number): Answer {
    const last = own.at(-1);
    if (last) return through(last, confidence - 0.05);
    const before = this.#notes[at - 1];
    if (!before) return nothing;
    // Numbering that starts anew is a new chapter, where nobody says “ibid.” of the last.
    const [here, there] = [this.#notes[at]?.label ?? '', before.label].map((label) =>
      Number.parseInt(label, 10),
    );
    const isAnew = here !== undefined && there !== undefined && here < there;
    const sure = isAnew ? confidence * 0.5 : confidence;
    if (before.text === null)
      return { chain: [before.id], words: null, ambiguous: [], confidence: sure * 0.7 };
    const cited = this.#cited[at - 1] ?? [];
    if (cited.length > 0) return among(cited, sure);
    const earlier = this.#cited.slice(0, at).findLast((one) => one.length > 0);
    return earlier ? among(earlier, sure * 0.4) : nothing;
  }

  /** The note of a label: the nearest above, or below where it says so. */
  #numbered({ label, below, authors }: NotePart, at: number): Answer {
    const isIt = (one: NoteWords): boolean => one.label === label;
    const index = below
      ? this.#notes.findIndex((one, place) => place > at && isIt(one))
      : this.#notes.findLastIndex((one, place) => place < at && isIt(one));
    const note = this.#notes[index];
    if (!note) return nothing;
    const cited = this.#cited[index] ?? [];
    const byName = cited.filter(({ part, link }) =>
      [...part.authors, ...(link?.words?.toLowerCase().split(/[^\p{L}\p{M}’'-]+/u) ?? [])].some((name) =>
        authors.includes(name),
      ),
    );
    if (byName.length > 0) return among(byName, 0.97);
    if (cited.length > 0) return among(cited, authors.length > 0 ? 0.6 : 0.9);
    return {
      chain: [note.id],
      words: null,
      ambiguous: [],
      confidence: note.text === null || below ? 0.7 : 0.5,
    };
  }

  /** The work of an author that was cited before; of several the one whose title has the words. */
  #named({ authors, title, back }: NotePart): Answer {
    const [surname = ''] = authors.slice(-1);
    const works = this.#by(surname);
    const titled =
      title.length > 0 ? works.filter(({ part }) => title.every((word) => part.title.includes(word))) : [];
    if (titled.length > 0) return among(titled, 0.93);
    // A short form that names another title is another work.
    if (back === 'short-form' && title.length > 0) return nothing;
    return among(works, back === 'short-form' ? 0.75 : 0.9);
  }
}

/** All short forms in the notes with what they stand for, in the order of the notes. */
export function noteLinks(notes: readonly NoteWords[]): readonly NoteLink[] {
  const walk = new Walk(notes);
  return notes.flatMap((_, at) => walk.read(at));
}
