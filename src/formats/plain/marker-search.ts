/** Which labels of a plain text are markers: by the chain of their series, or page by page where notes stand at feet. */
import { beat } from '../../model/beat.ts';
import type { DraftPage } from '../../model/draft.ts';
import type { Vocabulary } from '../../text/hyphens.ts';
import {
  bestSeries,
  labelCandidates,
  letterCandidates,
  plainNumbers,
  type LabelCandidate,
  type MarkerText,
} from './marker-series.ts';
import type { Written } from './note-giving.ts';
import type { LabelKind } from './note-labels.ts';
import { pageMarkers, type PageNote } from './page-markers.ts';
import type { Prose } from './prose.ts';

/** A block's words as they are read. */
export interface Words {
  readonly id: string;
  readonly prose: Prose;
  /** A heading: the notes may be numbered anew behind it. */
  readonly isHeading: boolean;
}

/** A marker that was found. */
export interface Found {
  readonly candidate: LabelCandidate;
  readonly certainty: number;
  /** Labels left out just before it. */
  readonly missing: readonly number[];
  /** Its note among those of the text; null: the next with its label. */
  readonly index: number | null;
  /** One more marker of a note that has one. */
  readonly isAgain: boolean;
}

/** What it costs to number anew: behind a heading little, elsewhere more than it could bring. */
const anew = 2.5;

/** Tells, for places that are asked in their order, whether a series may begin again there. */
function restartsAt(heads: readonly number[]): (at: number) => number | undefined {
  let [head, isNear, seen] = [0, false, 0];
  let last = -1;
  return (at) => {
    if (at < last) [head, isNear, seen] = [0, false, 0];
    last = at;
    while ((heads[head] ?? Infinity) < at) [head, isNear, seen] = [head + 1, true, 0];
    seen += 1;
    return isNear && seen < 40 ? anew : undefined;
  };
}

interface Whole {
  readonly text: MarkerText;
  /** Where each block begins. */
  readonly starts: readonly number[];
  /** Where the pages begin, and which they are. */
  readonly pages: readonly { readonly at: number; readonly page: number }[];
}

function wholeOf(words: readonly Words[], { places, vocabulary, parts }: Paper): Whole {
  const starts: number[] = [];
  const heads: number[] = [];
  const pages: { at: number; page: number }[] = [];
  let length = 0;
  for (const [index, { prose, isHeading }] of words.entries()) {
    beat();
    starts.push(length);
    if (isHeading) heads.push(length);
    if (parts) pages.push({ at: length, page: parts[index] ?? 0 });
    else for (const { at, page } of prose.pages) pages.push({ at: length + at, page: places.get(page) ?? 0 });
    length += prose.text.length + 1;
  }
  const text = words.map(({ prose }) => prose.text).join('\n');
  return { text: { text, restarts: restartsAt(heads), words: vocabulary }, starts, pages };
}

/** Whether the numbers of notes at feet begin again: then they are sought page by page. */
const restartsByPage = (written: readonly Written[]): boolean => {
  const numbers = written.filter(({ kind, page }) => kind === 'number' && page !== null);
  return numbers.some(({ label }, at) => at > 0 && Number(label) <= Number(numbers[at - 1]?.label));
};

/** The candidates of the notes at feet, in the order of the text. */
function candidatesFor(kinds: ReadonlySet<LabelKind>, text: MarkerText): LabelCandidate[] {
  const all = [
    ...(kinds.has('number') ? [...plainNumbers(text), ...labelCandidates(text, 'brackets')] : []),
    ...(kinds.has('sign')
      ? [...labelCandidates(text, 'sign'), ...labelCandidates(text, 'bracketSigns')]
      : []),
    ...(kinds.has('letter') ? labelCandidates(text, 'capitals') : []),
    ...(['roman', 'letter'] as const).flatMap((kind) =>
      kinds.has(kind) ? letterCandidates(text, kind) : [],
    ),
  ];
  return all.sort((a, b) => a.at - b.at);
}

function byPages(written: readonly Written[], kinds: ReadonlySet<LabelKind>, whole: Whole): Found[] {
  const notes = new Map<number, PageNote[]>();
  written.forEach(({ label, kind, page }, index) => {
    if (page === null || !kinds.has(kind)) return;
    notes.set(page, [...(notes.get(page) ?? []), { index, label, kind }]);
  });
  const onPages = new Map<number, LabelCandidate[]>();
  let turn = -1;
  for (const candidate of candidatesFor(kinds, whole.text)) {
    while ((whole.pages[turn + 1]?.at ?? Infinity) <= candidate.at) turn += 1;
    const page = whole.pages[turn]?.page ?? 0;
    if (notes.has(page)) onPages.set(page, [...(onPages.get(page) ?? []), candidate]);
  }
  return [...notes].flatMap(([page, own]) =>
    pageMarkers(own, onPages.get(page) ?? []).map(({ candidate, index, isAgain }): Found => {
      const certainty = candidate.score >= 1.5 ? 0.95 : 0.6;
      return { candidate, certainty, missing: [], index, isAgain };
    }),
  );
}

function bySeries(written: readonly Written[], text: MarkerText): Found[] {
  const labels = new Map<LabelKind, Set<string>>();
  for (const { kind, label } of written) labels.set(kind, (labels.get(kind) ?? new Set()).add(label));
  const count = [...labels.values()].reduce((sum, { size }) => sum + size, 0);
  // Notes that are there, and none of them twice: nothing begins again.
  const isOnce = count > 0 && count === written.length;
  const { links, again } = bestSeries(isOnce ? { ...text, restarts: () => undefined } : text, labels);
  const first = links.map(({ candidate, certainty, missing }): Found => ({
    candidate,
    certainty,
    missing,
    index: null,
    isAgain: false,
  }));
  const more = again.map((candidate): Found => ({
    candidate,
    certainty: 0.9,
    missing: [],
    index: null,
    isAgain: true,
  }));
  return [...first, ...more];
}

/** What is known of the text as a whole. */
export interface Paper {
  /** The pages, counted as those of the notes. */
  readonly places: ReadonlyMap<DraftPage, number>;
  readonly vocabulary: Vocabulary;
  /** The part of the text that each block is in, where notes stand between parts; null where they stand at feet. */
  readonly parts: readonly number[] | null;
}

/** The markers of the blocks in their order, and where each block begins. */
export function searchMarkers(
  words: readonly Words[],
  written: readonly Written[],
  paper: Paper,
): { readonly found: readonly Found[]; readonly starts: readonly number[] } {
  const whole = wholeOf(words, paper);
  const kinds = new Set(written.flatMap(({ kind, page }) => (page === null ? [] : [kind])));
  if (!restartsByPage(written)) kinds.delete('number');
  const paged = kinds.size > 0 ? byPages(written, kinds, whole) : [];
  const others = written.filter(({ kind, page }) => page === null || !kinds.has(kind));
  const signs = written.filter(({ kind }) => kind === 'sign').length;
  // Where most notes are those of their pages, no other series is in the text.
  const isDone = written.length - others.length - signs > written.length / 2;
  const taken = new Set(paged.map(({ candidate }) => candidate.at));
  const chain = isDone
    ? []
    : bySeries(others, whole.text).filter(({ candidate }) => !taken.has(candidate.at));
  return {
    found: [...paged, ...chain].sort((a, b) => a.candidate.at - b.candidate.at),
    starts: whole.starts,
  };
}
