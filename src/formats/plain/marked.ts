/** The markers of a plain text, each as inline content with its note. Part of the reader of plain text. */
import { beat } from '../../model/beat.ts';
import type { DraftInline, DraftMarker, DraftNote, ImportFinding } from '../../model/draft.ts';
import type { LabelCandidate } from './marker-series.ts';
import { searchMarkers, type Found, type Paper, type Words } from './marker-search.ts';
import { Notes, type Written } from './note-giving.ts';
import { Points } from './points.ts';
import type { Prose } from './prose.ts';

interface Mark {
  readonly at: number;
  readonly end: number;
  readonly marker: DraftMarker;
}

type Finding = Omit<ImportFinding, 'id' | 'state'>;

export interface Marked {
  /** Inline content by the block's id. */
  readonly content: ReadonlyMap<string, readonly DraftInline[]>;
  readonly notes: readonly DraftNote[];
  readonly findings: readonly Finding[];
}

const weak = 0.8;

/** Words of a block with its pages and markers in their places. */
function inlineOf({ text, pages }: Prose, marks: readonly Mark[]): DraftInline[] {
  const events = [
    ...pages.map(({ at, page }) => ({ at, end: at, one: page })),
    ...marks.map(({ at, end, marker }) => ({ at, end, one: marker })),
  ].sort((a, b) => a.at - b.at);
  const content: DraftInline[] = [];
  beat();
  let from = 0;
  const write = (to: number): void => {
    if (to > from) content.push({ kind: 'text', text: text.slice(from, to) });
  };
  for (const { at, end, one } of events) {
    write(at);
    content.push(one);
    from = Math.max(from, end);
  }
  write(text.length);
  return content;
}

const labelsOf = ({ label, last, second }: LabelCandidate): string[] =>
  second === undefined ? [label] : [label, String(last)];

/** The markers of one block, as they are found one after the other. */
class BlockMarks {
  readonly marks: Mark[] = [];
  readonly #points: Points;
  readonly #id: string;
  #removed = 0;

  constructor({ id, prose }: Words) {
    this.#id = id;
    this.#points = new Points(prose.text);
  }

  /** Adds the labels of what was found at `at` in the block; answers what is to be told of them. */
  add({ candidate, certainty, missing, index, isAgain }: Found, base: number, notes: Notes): Finding[] {
    const place = { block: this.#id, offset: this.#points.upTo(candidate.at - base) - this.#removed };
    const bounds = [candidate.at, candidate.second ?? candidate.end, candidate.end];
    const told: Finding[] = [];
    labelsOf(candidate).forEach((label, part) => {
      const known = isAgain ? notes.again(label) : null;
      const note = known ?? (index === null ? notes.take(label) : notes.takeAt(index));
      const [at, end] = [(bounds[part] as number) - base, (bounds[part + 1] as number) - base];
      this.marks.push({ at, end, marker: { kind: 'marker', note, label } });
      this.#removed += end - at;
      if (certainty < weak) told.push({ kind: 'marker-weak', place, certainty, quote: label });
      if (known === null && notes.isBare(note))
        told.push({ kind: 'note-missing', place, certainty: 1, quote: label });
    });
    const holes = missing.map((hole): Finding => ({
      kind: 'marker-missing',
      place,
      certainty: 0.8,
      quote: String(hole),
    }));
    return [...told, ...holes];
  }
}

/** Finds the markers of the blocks, and gives each a note. */
export function mark(words: readonly Words[], written: readonly Written[], paper: Paper): Marked {
  const { found, starts } = searchMarkers(words, written, paper);
  const notes = new Notes(written);
  const findings: Finding[] = [];
  const marks = new Map<number, BlockMarks>();
  let block = 0;
  for (const one of found) {
    beat();
    while ((starts[block + 1] ?? Infinity) <= one.candidate.at) block += 1;
    const own = marks.get(block) ?? new BlockMarks(words[block] as Words);
    marks.set(block, own);
    findings.push(...own.add(one, starts[block] as number, notes));
  }
  findings.push(...notes.rest());
  const content = new Map(
    words.map(({ id, prose }, at) => [id, inlineOf(prose, marks.get(at)?.marks ?? [])]),
  );
  return { content, notes: notes.notes, findings };
}
