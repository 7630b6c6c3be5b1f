/** The markers of a plain text: the chain of its numbers, and each as inline content with its note. Part of the reader of plain text. */
import { beat } from '../../model/beat.ts';
import {
  noteId,
  type DraftInline,
  type DraftMarker,
  type DraftNote,
  type ImportFinding,
} from '../../model/draft.ts';
import { isMarkerChain, markerChain, type MarkerLink } from '../../text/marker-chain.ts';
import { numberCandidates, type NumberCandidate } from '../../text/marker-candidates.ts';
import { Points } from './points.ts';
import type { Prose } from './prose.ts';

/** A block's words as they are read. */
export interface Words {
  readonly id: string;
  readonly prose: Prose;
  /** A heading: the notes may be numbered anew behind it. */
  readonly isHeading: boolean;
}

/** A note of the text, as it was found. */
export interface Written {
  readonly label: string;
  readonly content: DraftNote['content'];
  readonly line: number;
}

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
/** What it costs to number anew: behind a heading little, elsewhere more than it could bring. */
const anew = 2.5;

/** What notes of the text make of a number: one that has a note is more likely a marker, others less. */
const backed = (one: NumberCandidate, labels: ReadonlySet<string>): NumberCandidate =>
  labels.size === 0 ? one : { ...one, score: one.score + (labels.has(one.label) ? 0.8 : -1) };

interface Search {
  readonly links: readonly MarkerLink<NumberCandidate>[];
  readonly starts: readonly number[];
}

function search(words: readonly Words[], written: readonly Written[]): Search {
  const starts: number[] = [];
  const heads: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { prose, isHeading } of words) {
    starts.push(length);
    if (isHeading) heads.push(length);
    parts.push(prose.text);
    length += prose.text.length + 1;
  }
  const labels = new Set(written.map(({ label }) => label));
  let head = 0;
  let isNear = false;
  let seen = 0;
  const restarts = (at: number): number | undefined => {
    while ((heads[head] ?? Infinity) < at) [head, isNear, seen] = [head + 1, true, 0];
    seen += 1;
    return isNear && seen < 40 ? anew : undefined;
  };
  const candidates = numberCandidates(parts.join('\n'), restarts).map((one) => backed(one, labels));
  const chain = markerChain(candidates);
  return { links: isMarkerChain(chain, labels.size > 0) ? chain.links : [], starts };
}

/** Gives each marker its note: the next with its label that has words, else one without words. */
class Notes {
  readonly notes: DraftNote[] = [];
  readonly missing: string[] = [];
  readonly #taken = new Set<string>();
  readonly #free: Written[];

  constructor(written: readonly Written[]) {
    this.#free = [...written];
  }

  take(label: string): string {
    const at = this.#free.findIndex((one) => one.label === label);
    const [found] = at < 0 ? [] : this.#free.splice(at, 1);
    return this.#add(label, found);
  }

  /** Whether the note taken last has no words. */
  get isBare(): boolean {
    return this.notes.at(-1)?.content.length === 0;
  }

  /** Those that no marker leads to. */
  rest(): Finding[] {
    return this.#free.splice(0).map((one) => ({
      kind: 'note-unmarked',
      place: { note: this.#add(one.label, one) },
      certainty: 0.8,
      quote: one.label,
    }));
  }

  #add(label: string, found: Written | undefined): string {
    const id = noteId(label, this.#taken);
    const origin = found ? { origin: { line: found.line } } : {};
    this.notes.push({ id, label, content: found?.content ?? [], ...origin });
    return id;
  }
}

const doubtful = (certainty: number): boolean => certainty < weak;

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

const labelsOf = ({ label, last, second }: NumberCandidate): string[] =>
  second === undefined ? [label] : [label, String(last)];

/** Finds the markers of the blocks, and gives each a note. */
export function mark(words: readonly Words[], written: readonly Written[]): Marked {
  const { links, starts } = search(words, written);
  const notes = new Notes(written);
  const findings: Finding[] = [];
  const marks = new Map<number, Mark[]>();
  let block = 0;
  let points = new Points(words[0]?.prose.text ?? '');
  for (const { candidate, certainty, missing } of links) {
    beat();
    while ((starts[block + 1] ?? Infinity) <= candidate.at) {
      block += 1;
      points = new Points((words[block] as Words).prose.text);
    }
    const { id } = words[block] as Words;
    const own = marks.get(block) ?? [];
    marks.set(block, own);
    const base = starts[block] as number;
    const removed = own.reduce((sum, one) => sum + one.end - one.at, 0);
    const place = { block: id, offset: points.upTo(candidate.at - base) - removed };
    const bounds = [candidate.at, candidate.second ?? candidate.end, candidate.end];
    labelsOf(candidate).forEach((label, part) => {
      const note = notes.take(label);
      const [at, end] = [(bounds[part] as number) - base, (bounds[part + 1] as number) - base];
      own.push({ at, end, marker: { kind: 'marker', note, label } });
      if (doubtful(certainty)) findings.push({ kind: 'marker-weak', place, certainty, quote: label });
      if (notes.isBare) findings.push({ kind: 'note-missing', place, certainty: 1, quote: label });
    });
    for (const hole of missing)
      findings.push({ kind: 'marker-missing', place, certainty: 0.8, quote: String(hole) });
  }
  findings.push(...notes.rest());
  const content = new Map(words.map(({ id, prose }, at) => [id, inlineOf(prose, marks.get(at) ?? [])]));
  return { content, notes: notes.notes, findings };
}
