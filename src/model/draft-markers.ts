/** Edits of a draft's markers by hand: mark, unmark, move, lead elsewhere. See `draft-edits.ts` for what an edit is. */
import {
  noteId,
  type Draft,
  type DraftInline,
  type DraftMarker,
  type DraftNote,
  type ImportFinding,
} from './draft.ts';
import { joinedRuns, lengthOf, offsetAt, pointsIn, putAt, slicePoints, takeOut } from './draft-inline.ts';
import { blockOf, isAbout, mended, moved, shifted, withBlocks, type DraftEdit } from './draft-places.ts';

/** Longest that a note's number or sign may be, in code points. */
export const longestMarker = 12;

/** A number or sign without brackets and stops, by which notes are told. */
const bare = (label: string): string => label.normalize('NFKC').replace(/[\s()[\].:,;{}]/gu, '') || label;

const markerIn = (content: readonly DraftInline[], index: number): DraftMarker | null => {
  const one = content[index];
  return one?.kind === 'marker' ? one : null;
};

/** All content that can hold a marker: blocks, cells, notes. */
const contents = (draft: Draft): readonly (readonly DraftInline[])[] => [
  ...draft.blocks.flatMap(({ content, table }) => [
    content,
    ...(table ?? []).flat().map((cell) => cell.content),
  ]),
  ...draft.notes.flatMap(({ content }) => content),
];

/** The ids of the notes that a marker leads to. */
export function markedNotes(draft: Draft): ReadonlySet<string> {
  const ids = contents(draft).flatMap((content) =>
    content.flatMap((one) => (one.kind === 'marker' ? [one.note] : [])),
  );
  return new Set(ids);
}

/** The note of the last marker at or before an offset of a block; null where there is none. */
function noteBefore(draft: Draft, at: number, offset: number): string | null {
  for (let index = at; index >= 0; index -= 1) {
    const { content } = draft.blocks[index] ?? { content: [] };
    const found = content.findLast(
      (one, place) => one.kind === 'marker' && (index < at || offsetAt(content, place) <= offset),
    );
    if (found?.kind === 'marker') return found.note;
  }
  return null;
}

/** The note that a marker with this label means: first one that nothing leads to, from here on, then any of the label. */
function noteFor(draft: Draft, label: string, before: string | null): DraftNote | null {
  const marked = markedNotes(draft);
  const from = draft.notes.findIndex(({ id }) => id === before) + 1;
  const fits = [...draft.notes.slice(from), ...draft.notes.slice(0, from)].filter(
    (note) => bare(note.label) === bare(label),
  );
  return fits.find(({ id }) => !marked.has(id)) ?? fits[0] ?? null;
}

/** The draft with a note for this label: one that is there, or a new one without words. */
function withNote(draft: Draft, label: string, at: number, offset: number): { draft: Draft; note: string } {
  const before = noteBefore(draft, at, offset);
  const found = noteFor(draft, label, before);
  if (found) return { draft, note: found.id };
  const id = noteId(bare(label), new Set(draft.notes.map((one) => one.id)));
  const index = draft.notes.findIndex((one) => one.id === before) + 1;
  const notes = draft.notes.toSpliced(index, 0, { id, label: bare(label), content: [] });
  return { draft: { ...draft, notes }, note: id };
}

/** Lets go of a note that has neither words nor a marker; what was found about it is settled. */
function withoutEmpty(draft: Draft, id: string, block: string, offset: number): Draft {
  const note = draft.notes.find((one) => one.id === id);
  if (!note || note.content.length > 0 || markedNotes(draft).has(id)) return draft;
  const findings = draft.findings.map((one) =>
    one.place && 'note' in one.place && one.place.note === id
      ? { ...one, place: { block, offset }, state: one.state === 'open' ? ('mended' as const) : one.state }
      : one,
  );
  return { ...draft, notes: draft.notes.filter((one) => one !== note), findings };
}

/**
 * Makes the number or sign from `start` to `end` the marker of a note: it leaves the words. Space around it does not.
 * Which note: `note`, or null for the one with that label, a new one where there is none.
 */
export const mark =
  (id: string, start: number, end: number, note: string | null = null): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    const all = takeOut(block.content, start, end);
    if (!all) return 'There is a note’s number or a page start in these words already.';
    const lead = pointsIn(all.words) - pointsIn(all.words.trimStart());
    const label = all.words.trim();
    const from = start + lead;
    if (label === '') return 'Select the number or sign of the note first.';
    if (!/[\p{L}\p{N}\p{S}*†‡§¶#]/u.test(label)) return 'That is no number or sign of a note.';
    if (pointsIn(label) > longestMarker || /\s/u.test(label))
      return 'That is too long for the number of a note: select the number or sign alone.';
    const cut = takeOut(block.content, from, from + pointsIn(label));
    if (!cut) return 'There is a note’s number or a page start in these words already.';
    const base = note === null ? withNote(draft, label, at, from) : { draft, note };
    const content = joinedRuns([...cut.before, { kind: 'marker', note: base.note, label }, ...cut.after]);
    const next = withBlocks(base.draft, at, at + 1, { ...block, content });
    const findings = moved(next.findings, shifted(id, from, -pointsIn(label)));
    return found({ ...next, findings }, label, base.note);
  };

/** A number that was looked for, and a note that no marker led to, are found. */
function found(draft: Draft, label: string, note: string): Draft {
  const missing = mended(draft.findings, ['marker-missing'], (one) => bare(one.quote) === bare(label));
  const findings = mended(
    missing,
    ['note-unmarked'],
    ({ place }) => place !== null && 'note' in place && place.note === note,
  );
  return { ...draft, findings };
}

/** Puts a marker that the words do not show at an offset; `note` as for `mark`. */
export const putMarker =
  (id: string, offset: number, label: string, note: string | null = null): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    const given = label.trim();
    if (given === '') return 'A note’s number cannot be empty.';
    if (pointsIn(given) > longestMarker || /\s/u.test(given))
      return 'That is too long for the number of a note.';
    const base = note === null ? withNote(draft, given, at, offset) : { draft, note };
    const content = putAt(block.content, offset, { kind: 'marker', note: base.note, label: given });
    return found(withBlocks(base.draft, at, at + 1, { ...block, content }), given, base.note);
  };

/** Settles what was unsure about the marker at an offset. */
const settled = (draft: Draft, id: string, offset: number, label: string): Draft => ({
  ...draft,
  findings: mended(
    draft.findings,
    ['marker-weak'],
    (one) => isAbout(id, offset)(one) && (one.quote === '' || bare(one.quote) === bare(label)),
  ),
});

/** Makes a marker words again, where it stands. `index` is its index in the block's content. */
export const unmark =
  (id: string, index: number): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    const marker = markerIn(block.content, index);
    if (!marker) return 'There is no note’s number here.';
    const offset = offsetAt(block.content, index);
    const before = block.content.slice(0, index);
    const after = block.content.slice(index + 1);
    const content = joinedRuns([...before, { kind: 'text', text: marker.label }, ...after]);
    const by = pointsIn(marker.label);
    const still = settled(draft, id, offset, marker.label);
    const later = after.slice(0, after.findIndex((one) => one.kind === 'text') >>> 0);
    const isLater = (quote: string): boolean =>
      later.some((one) => one.kind === 'marker' && bare(one.label) === bare(quote));
    const isBehind = ({ kind, quote }: ImportFinding): boolean =>
      kind === 'hyphen-undecided' || (kind === 'marker-weak' && isLater(quote));
    const findings = moved(still.findings, (place, one) =>
      place.block === id && place.offset === offset && isBehind(one)
        ? { block: id, offset: offset + by }
        : shifted(id, offset, by)(place),
    );
    const next = withBlocks({ ...still, findings }, at, at + 1, { ...block, content });
    return withoutEmpty(next, marker.note, id, offset);
  };

/** Takes a marker to another place; its note stays its note. */
export const moveMarker =
  (id: string, index: number, to: string, offset: number): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    const marker = markerIn(block.content, index);
    if (!marker) return 'There is no note’s number here.';
    const from = offsetAt(block.content, index);
    if (to === id && offset === from) return 'It stands there already.';
    const content = joinedRuns(block.content.toSpliced(index, 1));
    const base = withBlocks(settled(draft, id, from, marker.label), at, at + 1, { ...block, content });
    const { block: other, at: there } = blockOf(base, to);
    const findings = base.findings.map((one) =>
      one.state === 'mended' && draft.findings.find(({ id: same }) => same === one.id)?.state === 'open'
        ? { ...one, place: { block: to, offset } }
        : one,
    );
    const put = putAt(other.content, Math.min(offset, lengthOf(other.content)), marker);
    return withBlocks({ ...base, findings }, there, there + 1, { ...other, content: put });
  };

/** Lets a marker lead to another note; a note without words that nothing leads to any more goes. */
export const leadTo =
  (id: string, index: number, note: string): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    const marker = markerIn(block.content, index);
    if (!marker) return 'There is no note’s number here.';
    if (marker.note === note) return 'It leads there already.';
    if (!draft.notes.some((one) => one.id === note)) return 'There is no such note.';
    const offset = offsetAt(block.content, index);
    const content = block.content.with(index, { ...marker, note });
    const next = withBlocks(settled(draft, id, offset, marker.label), at, at + 1, { ...block, content });
    return withoutEmpty(found(next, '', note), marker.note, id, offset);
  };

/** The index of the marker at an offset that a finding speaks of: the one with its label, else the first; -1 for none. */
export function markerAt(content: readonly DraftInline[], offset: number, quote: string): number {
  const here = content.flatMap((one, index) =>
    one.kind === 'marker' && offsetAt(content, index) === offset ? [{ index, label: one.label }] : [],
  );
  return (here.find(({ label }) => bare(label) === bare(quote)) ?? here[0])?.index ?? -1;
}

/** Where a label stands in the words at an offset or just before it, as a number that could be marked; null where it does not. */
export function digitsAt(
  content: readonly DraftInline[],
  offset: number,
  label: string,
): readonly [number, number] | null {
  const words = content.map((one) => (one.kind === 'text' ? one.text : '')).join('');
  const length = pointsIn(label);
  for (const start of [offset, offset - length, offset + 1, offset - 1])
    if (start >= 0 && slicePoints(words, start, start + length) === label) return [start, start + length];
  return null;
}

/** A marker of a draft with where it stands. */
export interface Standing {
  readonly block: string;
  readonly index: number;
  readonly label: string;
}

/** The first marker of a note in a block; null where none leads to it. */
export function firstMarker(draft: Draft, note: string): Standing | null {
  for (const { id, content } of draft.blocks) {
    const index = content.findIndex((one) => one.kind === 'marker' && one.note === note);
    const marker = markerIn(content, index);
    if (marker) return { block: id, index, label: marker.label };
  }
  return null;
}
