/**
 * The records of a notebook: what a reader (or an edition) says about a paper.
 * Pure values, JSON as they stand; the format of their file is `NotebookFile`.
 */
import type {
  Claim,
  Conflict,
  Extra,
  Group,
  Inference,
  Pin,
  Preference,
  Presentation,
} from './argument-records.ts';
import type { CslItem } from './csl.ts';
import type { Foreign, Stamp, Target } from './record-parts.ts';

export const supportScopes = ['quotation', 'clause', 'sentence', 'blockquote', 'list', 'paragraph'] as const;
export type SupportScope = (typeof supportScopes)[number];

/** What an author's note is for: the span it supports. */
export interface Support extends Stamp {
  readonly kind: 'support';
  readonly id: string;
  /** Id of the note (`fn53`). */
  readonly note: string;
  readonly target: Target;
  readonly scope: SupportScope;
  /** 0 to 1: how sure the reading is that the note is for this span. */
  readonly confidence: number;
  /** Ids of the sources that the text itself names for it; empty where nobody is named. */
  readonly sources: readonly string[];
  /** Where the text names the source: the phrase itself ("As Russell demonstrates"), or null. */
  readonly attribution: string | null;
  /** Who speaks in the span without being its source (Kozyrev's speech), as the text names them. */
  readonly speakers: readonly string[];
  /** What a reader should know about the decision, in a sentence, or null. */
  readonly remark: string | null;
}

/** An authority that the text itself names. Its work is unknown until someone supplies it. */
export interface Source extends Stamp {
  readonly kind: 'source';
  readonly id: string;
  /** The name as the text gives it. */
  readonly name: string;
  /** Other forms of the name in the text. */
  readonly variants: readonly string[];
}

export const motivations = ['highlighting', 'commenting', 'questioning', 'tagging', 'bookmarking'] as const;
/** Why a reader marked a passage, in the words of the W3C vocabulary. */
export type Motivation = (typeof motivations)[number];

export const markStyles = ['highlight', 'underline'] as const;
/** How a mark shows in the text. */
export type MarkStyle = (typeof markStyles)[number];

/** The reader's mark on the paper (W3C Annotation). */
export interface Annotation extends Stamp {
  readonly kind: 'annotation';
  readonly id: string;
  readonly motivation: Motivation;
  /** The passages that it marks. Empty for a note on the paper as a whole. */
  readonly targets: readonly Target[];
  /** Markdown; empty for a bare highlight. */
  readonly body: string;
  /** Key of one of the highlight colours. */
  readonly colour: string;
  readonly tags: readonly string[];
  readonly style: MarkStyle;
  /** Id of the annotation that it replies to; null where it begins a thread. That one may be missing. */
  readonly replyTo: string | null;
  readonly foreign: Foreign;
}

/** What the reader calls a colour of theirs. */
export interface Meaning extends Stamp {
  readonly kind: 'meaning';
  /** `meaning-` and the colour's key: one name for each colour. */
  readonly id: string;
  readonly colour: string;
  readonly name: string;
}

/** The words of an author's note that the copy lacks, taken from another copy by whoever keeps the notebook. */
export interface Transcript extends Stamp {
  readonly kind: 'transcript';
  readonly id: string;
  /** Id of the note (`fn53`). */
  readonly note: string;
  readonly text: string;
  /** The copy that the words were taken from ("Alternatives 7(2–3), library print"); empty where nobody said. */
  readonly copy: string;
  /** Who transcribed them, as they call themselves; empty where nobody said. */
  readonly by: string;
}

/** A work that somebody supplied: an item of a bibliography in CSL-JSON. */
export interface Work extends Stamp {
  readonly kind: 'work';
  readonly id: string;
  readonly item: CslItem;
}

/** Says that a note, or whoever the text names as authority, cites a work. */
export interface Citation extends Stamp {
  readonly kind: 'citation';
  readonly id: string;
  /** Id of the author's note that cites the work, or null. */
  readonly note: string | null;
  /** Id of the source that the work is by, or null. A citation with neither note nor source says nothing. */
  readonly source: string | null;
  /** Id of the work's record. */
  readonly work: string;
  /** Where in the work, as one writes it ("57–58", "ch. 3"), or null. */
  readonly locator: string | null;
}

export type NotebookRecord =
  | Annotation
  | Claim
  | Inference
  | Conflict
  | Group
  | Preference
  | Pin
  | Presentation
  | Extra
  | Support
  | Source
  | Meaning
  | Transcript
  | Work
  | Citation;
export type RecordKind = NotebookRecord['kind'];

/** The kinds of records of which an argument is made. */
export const argumentKinds: readonly RecordKind[] = [
  'claim',
  'inference',
  'conflict',
  'group',
  'preference',
  'pin',
  'presentation',
  'extra',
];

export type RecordOf<K extends RecordKind> = Extract<NotebookRecord, { kind: K }>;
