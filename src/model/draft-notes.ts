/** Edits of a draft's notes by hand: add, word, join, split, and words that stand in the text instead. */
import { isBody, noteId, wordsOf, type Draft, type DraftInline, type DraftNote } from './draft.ts';
import { cutAt, joinedRuns, pointsIn } from './draft-inline.ts';
import { longestMarker, markedNotes } from './draft-markers.ts';
import { blockOf, mended, type DraftEdit } from './draft-places.ts';

const noteOf = (draft: Draft, id: string): { note: DraftNote; at: number } => {
  const at = draft.notes.findIndex((one) => one.id === id);
  const note = draft.notes[at];
  if (!note) throw new RangeError(`The draft has no note “${id}”.`);
  return { note, at };
};

const withNotes = (draft: Draft, at: number, end: number, ...notes: readonly DraftNote[]): Draft => ({
  ...draft,
  notes: [...draft.notes.slice(0, at), ...notes, ...draft.notes.slice(end)],
});

/** Settles what was said about a note's words being missing. */
const worded = (draft: Draft, id: string): Draft => {
  const { note } = noteOf(draft, id);
  if (note.content.length === 0) return draft;
  const isIt = ({ place }: Draft['findings'][number]): boolean =>
    place !== null && 'note' in place && place.note === id;
  return { ...draft, findings: mended(draft.findings, ['note-missing'], isIt) };
};

/** Adds a note without words behind another one; null: at the end. */
export const addNote =
  (label: string, after: string | null): DraftEdit =>
  (draft) => {
    const given = label.trim();
    if (given === '' || pointsIn(given) > longestMarker || /\s/u.test(given))
      return 'A note needs a number or sign, as it is printed.';
    const id = noteId(given, new Set(draft.notes.map((one) => one.id)));
    const at = after === null ? draft.notes.length : noteOf(draft, after).at + 1;
    return withNotes(draft, at, at, { id, label: given, content: [] });
  };

/** Takes away a note that has neither words nor a marker. */
export const removeNote =
  (id: string): DraftEdit =>
  (draft) => {
    const { note, at } = noteOf(draft, id);
    if (note.content.length > 0) return 'It has words: they would be lost.';
    if (markedNotes(draft).has(id)) return 'A number in the text leads to it.';
    return {
      ...withNotes(draft, at, at + 1),
      findings: draft.findings.filter(({ place }) => !(place && 'note' in place && place.note === id)),
    };
  };

/** Most code points that a note's words may have. */
export const longestNote = 100_000;

/** Gives a note its words; an empty line begins a new paragraph. */
export const wordNote =
  (id: string, text: string): DraftEdit =>
  (draft) => {
    const { note, at } = noteOf(draft, id);
    if (note.content.flat().some((one) => one.kind !== 'text'))
      return 'Its words hold numbers of other notes, which typing over them would lose.';
    if (pointsIn(text) > longestNote) return 'That is longer than a note can be.';
    const content = text
      .split(/\n\s*\n/u)
      .map((one) => one.replace(/\s+/gu, ' ').trim())
      .filter(Boolean)
      .map((one): readonly DraftInline[] => [{ kind: 'text', text: one }]);
    return worded(withNotes(draft, at, at + 1, { ...note, content }), id);
  };

/** Joins a note with the next one, whose number becomes words again. */
export const joinNotes =
  (id: string): DraftEdit =>
  (draft) => {
    const { note, at } = noteOf(draft, id);
    const next = draft.notes[at + 1];
    if (!next) return 'No note follows.';
    if (markedNotes(draft).has(next.id))
      return `A number in the text leads to note ${next.label}: make that number words again first.`;
    const [first = [], ...more] = next.content;
    const lead: DraftInline = {
      kind: 'text',
      text: [next.label, wordsOf(first)].every(Boolean) ? `${next.label} ` : next.label,
    };
    const content = [...note.content, joinedRuns([lead, ...first]), ...more];
    const findings = draft.findings.map((one) =>
      one.place && 'note' in one.place && one.place.note === next.id
        ? { ...one, place: { note: id }, state: one.state === 'open' ? ('mended' as const) : one.state }
        : one,
    );
    return worded({ ...withNotes(draft, at, at + 2, { ...note, content }), findings }, id);
  };

const leading = /^\s*[[(]?(\d{1,4}|[ivxlc]{1,6}|[*†‡§¶‖]{1,4}|[a-z])[\])]?[.:]?\s+/u;

/** Cuts a note in two at an offset of one of its paragraphs; what follows begins with the number of the new note. */
export const splitNote =
  (id: string, paragraph: number, offset: number): DraftEdit =>
  (draft) => {
    const { note, at } = noteOf(draft, id);
    const [before, after] = cutAt(note.content[paragraph] ?? [], offset);
    const found = leading.exec(wordsOf(after));
    if (!found?.[1]) return 'What follows the caret does not begin with the number of a note.';
    const [, rest] = cutAt(after, pointsIn(found[0]));
    const label = found[1];
    const fresh = noteId(label, new Set(draft.notes.map((one) => one.id)));
    const kept = [...note.content.slice(0, paragraph), ...(before.length > 0 ? [before] : [])];
    const content = [...(rest.length > 0 ? [rest] : []), ...note.content.slice(paragraph + 1)];
    return withNotes(draft, at, at + 1, { ...note, content: kept }, { id: fresh, label, content });
  };

/** Makes a block words of a note: a further paragraph of it. The block leaves the text, with its place. */
export const blockToNote =
  (id: string, note: string): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    if (block.kind === 'table' || block.kind === 'figure') return 'A table or a figure is no note.';
    if (block.content.some((one) => one.kind === 'page'))
      return 'A page starts in it: take the page start out first.';
    if (isBody(block) && draft.blocks.filter(isBody).length === 1)
      return 'Nothing would be left of the text.';
    const { note: to, at: place } = noteOf(draft, note);
    const head: readonly DraftInline[] = block.label ? [{ kind: 'text', text: `${block.label} ` }] : [];
    const next = withNotes(draft, place, place + 1, {
      ...to,
      content: [...to.content, joinedRuns([...head, ...block.content])],
    });
    const findings = next.findings.map((one) =>
      one.place && 'block' in one.place && one.place.block === id
        ? { ...one, place: { note }, state: one.state === 'open' ? ('mended' as const) : one.state }
        : one,
    );
    const blocks = next.blocks.toSpliced(at, 1);
    return worded({ ...next, blocks, findings }, note);
  };
