/**
 * A draft: a paper as a file was read, before it is kept as JATS and whenever its structure is mended. Plain values that
 * can be cloned and kept. Its blocks stand in a row, so that splitting, joining and retyping them is one step each.
 */
import type { Front } from './paper.ts';
import type { PageEvidence } from './schema.ts';

/** The kinds of files that papers are read from. */
export type PaperFormat =
  'pdf' | 'text' | 'docx' | 'odt' | 'epub' | 'html' | 'markdown' | 'jats' | 'tei' | 'package';

/** How a run of text is set apart; the names are those of the schema's marks. */
export type DraftMark = 'em' | 'strong' | 'superscript' | 'subscript' | 'small_caps' | 'code';

/** A run of text. `href` leads outside (http, https, mailto); where it is absent there is no link. */
export interface DraftText {
  readonly kind: 'text';
  readonly text: string;
  readonly marks?: readonly DraftMark[];
  readonly href?: string;
}

/** A note's number in the text. `note` is the note's id, `label` what is printed here. */
export interface DraftMarker {
  readonly kind: 'marker';
  readonly note: string;
  readonly label: string;
}

/** Where a page of the printed copy starts. */
export interface DraftPage {
  readonly kind: 'page';
  readonly label: string;
  readonly evidence: PageEvidence;
}

export type DraftInline = DraftText | DraftMarker | DraftPage;

/**
 * `furniture` (running heads, folios, download stamps) and `uncertain` are kept in their place, but are no part of the
 * paper's text. A `table` has rows; `content` of a table or a figure is its caption.
 */
export type DraftKind =
  'heading' | 'paragraph' | 'quotation' | 'item' | 'table' | 'figure' | 'furniture' | 'uncertain';

/** Where in the file a thing stands: page of the file (from 1) and box (x, y, width, height in points from the top left). */
export interface DraftOrigin {
  readonly page?: number;
  readonly box?: readonly [number, number, number, number];
  /** Line of a plain text (from 1). */
  readonly line?: number;
  /** File inside an archive. */
  readonly part?: string;
}

export interface DraftCell {
  readonly content: readonly DraftInline[];
  readonly isHead?: true;
  /** Columns and rows that it takes; absent for 1. */
  readonly columns?: number;
  readonly rows?: number;
}

export interface DraftBlock {
  /** Unique in the draft; stays through mending. Letters, digits and hyphens. */
  readonly id: string;
  readonly kind: DraftKind;
  readonly content: readonly DraftInline[];
  /** Of a heading or an item: its depth, 1 is the outermost. */
  readonly level?: number;
  /** What is printed before a heading or an item (`III.`, `(i)`); part of the text. Absent where there is none. */
  readonly label?: string;
  /** A further paragraph of the item or quotation before it; absent: it begins a new one. */
  readonly isContinued?: true;
  readonly table?: readonly (readonly DraftCell[])[];
  /** Name of the picture of a figure, or of a table whose cells could not be read. */
  readonly picture?: string;
  /** What the picture shows, in words that the file gives for those who do not see it. */
  readonly alt?: string;
  readonly origin?: DraftOrigin;
}

/** An author's note. Its label is data. */
export interface DraftNote {
  /** `fn53`: unique in the draft; letters, digits and hyphens. */
  readonly id: string;
  readonly label: string;
  /** Its paragraphs, without the label; none where its words are missing from the file. */
  readonly content: readonly (readonly DraftInline[])[];
  readonly origin?: DraftOrigin;
}

/** What an import is not sure of, or could not do; each is shown in its place. */
export type FindingKind =
  /** A marker that may be none, or may belong to another note. */
  | 'marker-weak'
  /** A number that the series wants and that was not found; the place is where it should stand. */
  | 'marker-missing'
  /** A marker whose note has no words in this copy. */
  | 'note-missing'
  /** A note that no marker leads to. */
  | 'note-unmarked'
  | 'heading-doubtful'
  | 'quotation-doubtful'
  | 'paragraph-doubtful'
  | 'hyphen-undecided'
  | 'order-doubtful'
  /** A page start whose label was not seen. */
  | 'page-inferred'
  /** Something that was kept out of the text, perhaps wrongly. */
  | 'aside-doubtful'
  | 'front-guessed'
  /** Something of the file that could not be read (a broken figure, a formula). */
  | 'unread';

/** A place in a draft: a block, and an offset in its words (code points; label, markers and pages count nothing), or a note. */
export type DraftPlace = { readonly block: string; readonly offset: number } | { readonly note: string };

export interface ImportFinding {
  readonly id: string;
  readonly kind: FindingKind;
  /** Null where it is about the file as a whole. */
  readonly place: DraftPlace | null;
  /** From 0 (a guess) to 1. */
  readonly certainty: number;
  /** The thing itself, shortened: a marker's label, a heading's words; shown as it is. */
  readonly quote: string;
  readonly state: 'open' | 'confirmed' | 'dismissed' | 'mended';
  /** Other places where it may belong, best first. */
  readonly others?: readonly DraftPlace[];
}

/** What can be known of front matter; a file rarely says all of it. */
export type DraftFront = Partial<Front>;

export interface Draft {
  readonly format: PaperFormat;
  readonly front: DraftFront;
  /** A BCP 47 tag; null where unknown. */
  readonly language: string | null;
  readonly blocks: readonly DraftBlock[];
  /** In the order of their first markers; those without markers where they stand in the file. */
  readonly notes: readonly DraftNote[];
  readonly findings: readonly ImportFinding[];
}

/** The words of inline content: what counts as text. */
export const wordsOf = (content: readonly DraftInline[]): string =>
  content.map((one) => (one.kind === 'text' ? one.text : '')).join('');

/** Whether a block is part of the paper's text. */
export const isBody = ({ kind }: DraftBlock): boolean => kind !== 'furniture' && kind !== 'uncertain';

/** `fn` and what of a label can stand in an id; made unique among `taken`, to which it is added. */
export function noteId(label: string, taken: Set<string>): string {
  const bare = label.normalize('NFKC').replace(/[^\p{L}\p{N}-]+/gu, '') || 'sign';
  let id = `fn${bare}`;
  for (let count = 2; taken.has(id); count += 1) id = `fn${bare}-${count}`;
  taken.add(id);
  return id;
}
