/** What can be found beside the paper's text: claims, notes, authorities and annotations, each as a line of words. Derived. */
import type { Paper } from '../model/paper.ts';
import type { Annotation } from '../model/records.ts';
import { Search } from '../text/find.ts';
import { foldedText } from '../text/folded-text.ts';
import {
  factLayers,
  annotations,
  argument,
  layerOf,
  supports,
  type Desk,
  type Layer,
  type Reveal,
} from './desk.ts';
import { noteWords } from './note-words.ts';
import { placed } from './passages.ts';
import { authorities, works } from './sources.ts';

/** Under these headings hits are listed, behind those in the text. */
export const entryGroups = ['claims', 'notes', 'authorities', 'annotations'] as const;
export type EntryGroup = (typeof entryGroups)[number];

export interface Entry {
  readonly group: EntryGroup;
  /** What it is, before its words: `Note 12`. */
  readonly label: string;
  readonly words: string;
  /** Where it leads; null where nothing shows it. */
  readonly target: Reveal['target'] | null;
  /** True where it is the reader's own. */
  readonly isOwn: boolean;
}

const entry = (
  group: EntryGroup,
  label: string,
  words: string,
  target: Entry['target'],
  isOwn = false,
): Entry => ({
  group,
  label,
  words,
  target,
  isOwn,
});

const claimEntries = (desk: Desk): Entry[] =>
  [...argument(desk).claims.values()].map(({ id, wording }) =>
    entry('claims', 'Claim', wording, { kind: 'claim', id }),
  );

function noteEntries(desk: Desk): Entry[] {
  return desk.paper.notes.flatMap(({ id, label }) => {
    const target = { kind: 'note', id } as const;
    const all = noteWords(desk, id);
    if (all.length === 0) return [entry('notes', 'Note', label, target)];
    return all.map(({ text, transcript }) =>
      entry('notes', transcript ? 'Transcribed note' : 'Note', `${label} ${text.text}`, target),
    );
  });
}

/** Where an authority is shown: at its first note, else where the text first names it. */
function targetOfSource(paper: Paper, note: string | undefined, names: readonly string[]): Entry['target'] {
  if (note !== undefined) return { kind: 'note', id: note };
  const { text } = paper.text;
  const unit = Math.min(...names.map((name) => (name ? text.indexOf(name) : -1)).filter((at) => at >= 0));
  if (unit === Infinity) return null;
  const offset = text.length === paper.text.length ? unit : [...text.slice(0, unit)].length;
  return { kind: 'offset', id: String(offset), offset };
}

function authorityEntries(desk: Desk): Entry[] {
  const named = authorities(desk).map(({ source, notes }) => {
    const names = [source.name, ...source.variants];
    return entry(
      'authorities',
      'Authority',
      names.join(' · '),
      targetOfSource(desk.paper, notes[0]?.id, names),
    );
  });
  const labels = new Map(desk.paper.notes.map(({ id, label }) => [id, label]));
  const attributed = [...supports(desk).values()].flatMap(({ note, attribution }) =>
    attribution
      ? [
          entry('authorities', `Named at note ${labels.get(note) ?? ''}`, attribution, {
            kind: 'note',
            id: note,
          }),
        ]
      : [],
  );
  const cited = new Map<string, string>();
  for (const layer of factLayers(desk.layers))
    for (const record of layer.records.values())
      if (record.kind === 'citation' && record.note !== null && !cited.has(record.work))
        cited.set(record.work, record.note);
  const supplied = [...works(desk).values()].map(({ id, item }) => {
    const people = [...(item.author ?? []), ...(item.editor ?? [])];
    const names = people.map((one) => one.literal ?? [one.given, one.family].filter(Boolean).join(' '));
    const words = [...names, item.title, item['container-title'], item.publisher].filter(Boolean).join(' · ');
    const note = cited.get(id);
    return entry('authorities', 'Work', words, note === undefined ? null : { kind: 'note', id: note }, true);
  });
  return [...named, ...attributed, ...supplied];
}

/** What an annotation says, and what it is about where that is not in the paper's text. */
function annotationEntries(desk: Desk): Entry[] {
  const { inNotes, orphans } = placed(desk);
  const elsewhere = new Set([...inNotes.map(({ id }) => id), ...orphans]);
  const words = (one: Annotation): string =>
    [one.body, one.tags.join(', '), ...(elsewhere.has(one.id) ? one.targets.map(({ exact }) => exact) : [])]
      .filter(Boolean)
      .join(' · ');
  return annotations(desk).flatMap((one) => {
    const isOwn = layerOf(desk, one.id)?.readOnly === false;
    const said = words(one);
    return said ? [entry('annotations', 'Annotation', said, { kind: 'annotation', id: one.id }, isOwn)] : [];
  });
}

/** The entries in the order of their groups, and one text of them all to be searched. */
export interface EntryIndex {
  readonly entries: readonly Entry[];
  /** Index of each entry's first sign in the folded text, and one for the end; rising. */
  readonly starts: Int32Array;
  readonly search: Search;
}

/** A sign that no query has: no hit goes from one entry into the next. */
const joint = '\0';

function build(desk: Desk): EntryIndex {
  const entries = [claimEntries, noteEntries, authorityEntries, annotationEntries].flatMap((make) =>
    make(desk),
  );
  const words = entries.map((one) => one.words.replaceAll(joint, ''));
  const text = foldedText(words.map((one) => one + joint).join(''));
  const starts = new Int32Array(entries.length + 1);
  let at = 0;
  entries.forEach((_, index) => {
    starts[index] = at;
    at = text.folded.indexOf(joint, at) + 1;
  });
  starts[entries.length] = at;
  return { entries, starts, search: new Search(text) };
}

const indexes = new WeakMap<readonly Layer[], EntryIndex>();

/** All that can be found beside the text; the same value until a record changes. */
export function entryIndex(desk: Desk): EntryIndex {
  let index = indexes.get(desk.layers);
  if (!index) indexes.set(desk.layers, (index = build(desk)));
  return index;
}
