/** The paper: front matter, text, notes and page starts. Immutable; the readers' records point into it. */
import type { Node } from 'prosemirror-model';
import type { CslName } from './csl.ts';
import { lastAtMost, type Block, type PaperText, type Point } from './paper-text.ts';
import { sum256 } from './sum.ts';

/** Front matter, as far as it is known. */
export interface Front {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly journal: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly season: string | null;
  /** First and last page as printed; null where unknown. */
  readonly firstPage: string | null;
  readonly lastPage: string | null;
  /** The authors with their names in parts; absent where only whole names are known. */
  readonly names?: readonly CslName[];
  readonly publisher?: string | null;
  /** Without its resolver. */
  readonly doi?: string | null;
  readonly issn?: string | null;
  /** Where the paper can be read in public; http or https. */
  readonly url?: string | null;
}

/** How a stretch of a note's words is set; `start` and `end` count its code points. */
export interface NoteSpan {
  readonly start: number;
  readonly end: number;
  /** Names of the schema's marks: `em`, `strong`, `superscript`, `subscript`, `small_caps`, `code`. */
  readonly marks: readonly string[];
  /** Where it leads outside; null where it does not. */
  readonly href: string | null;
}

/** An author's note. Its label is data, never a counter. */
export interface Note {
  /** Id in the paper (`fn53`). */
  readonly id: string;
  readonly label: string;
  /** Id of its list item in the page (`note-53`). */
  readonly anchor: string;
  readonly status: 'present' | 'missing-in-source';
  /** The note's words; null where they are missing from the copy. */
  readonly text: string | null;
  /** What of the words is set apart, in order; absent where all are plain. */
  readonly spans?: readonly NoteSpan[];
  /** Further notes that it leads to itself (notes on notes), in order; absent for none. */
  readonly leads?: readonly { readonly note: string; readonly label: string }[];
}

export interface Section {
  readonly address: string;
  readonly label: string;
  readonly title: string;
  readonly level: number;
  /** Id of its heading in the page. */
  readonly id: string;
  readonly start: number;
}

export interface Paper {
  readonly id: string;
  readonly front: Front;
  /** The language of the text (a BCP 47 tag, as the file gives it); null or missing where it is unknown. */
  readonly language?: string | null;
  readonly doc: Node;
  readonly text: PaperText;
  readonly sections: readonly Section[];
  readonly notes: readonly Note[];
  /** True where its text ends early: the beginning of a long paper, shown while all of it is read. */
  readonly isBeginning?: true;
}

/** `sha256-` and the hex digest of the paper text in UTF-8: the text's identity. */
export async function hashText(text: string): Promise<string> {
  return `sha256-${await sum256(new TextEncoder().encode(text))}`;
}

const markerIndexes = new WeakMap<PaperText, ReadonlyMap<string, readonly Point[]>>();

function indexMarkers(markers: readonly Point[]): ReadonlyMap<string, readonly Point[]> {
  const index = new Map<string, Point[]>();
  for (const point of markers) {
    const note = String(point.node.attrs['note']);
    const known = index.get(note);
    if (known) known.push(point);
    else index.set(note, [point]);
  }
  return index;
}

/** The markers of a note, by the note's id, in the order of the text; empty where it has none. */
export function markersOf(text: PaperText, note: string): readonly Point[] {
  let index = markerIndexes.get(text);
  if (!index) markerIndexes.set(text, (index = indexMarkers(text.markers)));
  return index.get(note) ?? [];
}

const noteIndexes = new WeakMap<Paper, ReadonlyMap<string, number>>();

/** The notes of these ids, in the order of the paper's list; unknown ids are left out. */
export function notesOf(paper: Paper, ids: readonly string[]): readonly Note[] {
  let index = noteIndexes.get(paper);
  if (!index) noteIndexes.set(paper, (index = new Map(paper.notes.map((note, at) => [note.id, at]))));
  const places = new Set(ids.flatMap((id) => index.get(id) ?? []));
  return [...places].sort((one, other) => one - other).flatMap((at) => paper.notes[at] ?? []);
}

/** The block that holds an offset; the nearest one before it where it lies between blocks. */
export function blockAt(paper: Paper, offset: number): Block | undefined {
  const { blocks } = paper.text;
  return blocks[
    Math.max(
      0,
      lastAtMost(blocks, offset, (block) => block.start),
    )
  ];
}

/** The page that an offset lies on, with how it is known; null before the first page start. */
export function pageAt(paper: Paper, offset: number): { label: string; inferred: boolean } | null {
  const page = paper.text.pages[lastAtMost(paper.text.pages, offset, (point) => point.offset)];
  if (!page) return null;
  return { label: String(page.node.attrs['label']), inferred: page.node.attrs['evidence'] === 'inferred' };
}

/** Where an offset stands, to be said aloud: `III.B ¶4, p. 54` (an inferred page in brackets). */
export function placeAt(paper: Paper, offset: number): string {
  const block = blockAt(paper, offset);
  const page = pageAt(paper, offset);
  const lead = block?.section ? block.section.length + 1 : 0;
  const number = block && block.kind !== 'heading' ? block.address.slice(lead) : '';
  const place = [block?.section, number && `¶${number}`].filter(Boolean).join(' ');
  const shown = page && (page.inferred ? `p. [${page.label}]` : `p. ${page.label}`);
  return [place, shown].filter(Boolean).join(', ');
}
