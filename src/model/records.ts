/**
 * The records of a notebook: what a reader (or an edition) says about a paper.
 * Pure values, JSON as they stand; the format of their file is `NotebookFile`.
 */
import type { CslItem } from './csl.ts';

/**
 * Where a record points. The words are those of the W3C Web Annotation model: a TextQuoteSelector
 * (`exact`, `prefix`, `suffix`) and a TextPositionSelector (`start`, `end`).
 *
 * All five refer to the *paper text*: the text of every block in order (headings with their label,
 * paragraphs, quotation paragraphs, list items with their label), white space collapsed to single
 * spaces, blocks joined by one `\n`; note markers and page starts contribute nothing.
 * `start` and `end` count Unicode **code points**, `end` exclusive.
 */
export interface Target {
  readonly exact: string;
  /** What stands before `exact`, up to 256 UTF-16 units: so much that the passage is unique. Empty at the start of the text. */
  readonly prefix: string;
  /** What stands after `exact`, likewise. Empty at the end of the text. */
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  /**
   * Id of the author's note (`fn53`) whose words the selectors refer to instead of the paper text: those of
   * the copy, or transcribed ones, as they stand. Absent for the paper text. (W3C: the `source` of the target.)
   */
  readonly note?: string;
  /** Hash of the text that `start` and `end` count in (`sha256-` …). Absent: not known. (W3C: the state of the target.) */
  readonly version?: string;
  /** Where it stood when it was made, as one says it (`III.B ¶4 s2`). Absent: not known. */
  readonly address?: string;
  /** True where the reader has said that it stands nowhere in the text: it is not looked for any more. */
  readonly detached?: true;
}

/** Who made a record and when; dates are ISO 8601 in UTC. */
export interface Stamp {
  readonly creator: string;
  readonly created: string;
  readonly modified: string;
}

export const claimRoles = ['conclusion', 'issue', 'determinant', 'background', 'premise'] as const;
/** What a claim does in the argument, from the conclusion down to the premises that carry it. */
export type ClaimRole = (typeof claimRoles)[number];

/** A proposition of the argument (AIF: I-node; Argdown: statement). */
export interface Claim extends Stamp {
  readonly kind: 'claim';
  readonly id: string;
  readonly role: ClaimRole;
  /** The canonical wording, in plain words; one sentence. */
  readonly wording: string;
  /** The passages that state it. Empty where the claim is implicit or was made on the map. */
  readonly targets: readonly Target[];
  /** Ids of the author's notes that carry it (`fn53`), in the order of the text. Empty: unsourced. */
  readonly notes: readonly string[];
  /** Id of the group it is drawn in; null outside any. */
  readonly group: string | null;
  /** True where the claim stands beside the argument and need not reach the conclusion. */
  readonly aside: boolean;
}

/** A premise in its inference; `role` in Toulmin's words where it is known. */
export interface Premise {
  readonly claim: string;
  readonly role: 'grounds' | 'warrant' | 'backing' | null;
}

/** A step of the argument (AIF: RA-node). Several premises in one inference are linked: they work only together. */
export interface Inference extends Stamp {
  readonly kind: 'inference';
  readonly id: string;
  readonly premises: readonly Premise[];
  /** Id of the claim that it supports. */
  readonly conclusion: string;
  /** How the step goes, in a sentence. */
  readonly gist: string;
  /** True where the paper leaves the step unsaid. */
  readonly implicit: boolean;
}

/** An attack (AIF: CA-node): on a claim (`rebut`, `undermine`) or on an inference (`undercut`). */
export interface Conflict extends Stamp {
  readonly kind: 'conflict';
  readonly id: string;
  /** Id of the attacking claim. */
  readonly from: string;
  /** Id of the attacked claim, or of the inference where the attack is an undercut. */
  readonly to: string;
  readonly attack: 'rebut' | 'undermine' | 'undercut';
  /** True where each attacks the other. */
  readonly mutual: boolean;
  /** What the two disagree about, in a sentence. */
  readonly gist: string;
}

/** Claims that belong together, mostly by section. */
export interface Group extends Stamp {
  readonly kind: 'group';
  readonly id: string;
  readonly title: string;
  /** Label of the section it stands for (`III.B`), or null. */
  readonly section: string | null;
  /** Id of the group around it, or null. */
  readonly parent: string | null;
}

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
  /**
   * What another tool's file said of it that Warrant has no word for, as JSON text: kept, and written back into
   * a file for that tool. Never shown, never trusted. Null where it was made here.
   */
  readonly foreign: string | null;
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
  | Support
  | Source
  | Meaning
  | Transcript
  | Work
  | Citation;
export type RecordKind = NotebookRecord['kind'];
export type RecordOf<K extends RecordKind> = Extract<NotebookRecord, { kind: K }>;
