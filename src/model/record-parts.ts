/** What records of every kind are made of: where they point, and who made them. */

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
  /** Id of the wording of its claim that the passage states. Absent for the canonical one, and where that wording is gone. */
  readonly wording?: string;
}

/** Who made a record and when; dates are ISO 8601 in UTC. */
export interface Stamp {
  readonly creator: string;
  readonly created: string;
  readonly modified: string;
}

/**
 * What another tool's file said of a record that Warrant has no word for, as JSON text: kept, and written back
 * into a file for that tool. Never shown, never trusted. Null where it was made here.
 */
export type Foreign = string | null;
