/** The session: what is lit, focused, open and weighed on a desk; never saved with a notebook, never undone. */
import type { Side } from '../model/comparison.ts';
import type { Annotation } from '../model/records.ts';

/** A thing that can be lit, focused and revealed. `note` carries a note's id (`fn53`), `source` an authority's. */
export interface Focus {
  readonly kind: 'claim' | 'inference' | 'conflict' | 'annotation' | 'note' | 'source';
  readonly id: string;
}

/** Where something happened or should be shown. */
export type Face = 'text' | 'margin' | 'map' | 'outline';

/** A wish to see something: each pane but `by` brings it into view. `serial` makes every wish a new one. */
export interface Reveal {
  readonly target: Focus | { readonly kind: 'offset'; readonly id: string; readonly offset: number };
  readonly by: Face | 'route';
  readonly serial: number;
}

/** A selection in the paper text, in code points; null bounds never occur: no selection is `null`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A passage of a record of the reader's own for which they are choosing another place. */
export interface Attaching {
  readonly id: string;
  /** Index of the passage among the record's targets. */
  readonly target: number;
}

/** What is never saved with the notebook and never undone. */
export interface Session {
  readonly focus: Focus | null;
  readonly hover: Focus | null;
  readonly selection: Range | null;
  readonly reveal: Reveal | null;
  /** Id of the author's note that is open beside the text; null where none is. */
  readonly note: string | null;
  /** Id of the record whose words are being written; null where none are. */
  readonly editing: string | null;
  /** A mark that is being written and no record yet: a reply, a note on the paper. Null where none is. */
  readonly proposed: Annotation | null;
  /** Ids of the authorities that are taken away for a while, to see what falls without them. */
  readonly without: ReadonlySet<string>;
  /** Up to which step (from 0) the falling is shown; null: all of it. */
  readonly withoutStep: number | null;
  /** Whether claims are weighed: each then shows how it is labelled (`desk/weighed`). */
  readonly weighing: boolean;
  /** Ids of the claims that the reader sets aside while they weigh. */
  readonly setAside: ReadonlySet<string>;
  /** Ids of the claims, inferences and conflicts that are chosen together on the map; the focus is apart. */
  readonly selected: ReadonlySet<string>;
  /** Id of the author's note for which the reader is choosing the passage that it is for; null where none is. */
  readonly correcting: string | null;
  /** The lost or doubtful passage for which the reader is choosing a place; null where none is. */
  readonly attaching: Attaching | null;
  /** A place of the text that is shown as a proposal, in code points; null where none is. */
  readonly preview: Range | null;
  /** Where two notebooks show as one: what only one of them has, and what they are called. Null on every other desk. */
  readonly compared: {
    readonly sides: ReadonlyMap<string, Side>;
    readonly names: Readonly<Record<Side, string>>;
  } | null;
  /** Ids of the only marks and claims that text, margin and map are to show; null where they show all. */
  readonly only: ReadonlySet<string> | null;
}

/** A session in which nothing has happened yet. */
export const freshSession: Session = {
  focus: null,
  hover: null,
  selection: null,
  reveal: null,
  note: null,
  editing: null,
  proposed: null,
  without: new Set(),
  withoutStep: null,
  weighing: false,
  setAside: new Set(),
  selected: new Set(),
  correcting: null,
  attaching: null,
  preview: null,
  compared: null,
  only: null,
};
