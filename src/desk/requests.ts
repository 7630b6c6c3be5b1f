/** What panes ask of the screen around them: request events, acted on in one place. */
import type { CitationStyle } from '../cite/citation-styles.ts';
import type { Relation } from './relation-commands.ts';
import type { Attachment } from './supply-commands.ts';

/** A marker or a note's number was followed: show the note beside the element it was followed from. */
export class NoteRequest extends Event {
  readonly note: string;
  readonly opener: HTMLElement;

  /** `note` is the note's id (`fn53`). The focus goes back to `opener` when the note is closed. */
  constructor(note: string, opener: HTMLElement) {
    super('note-request', { bubbles: true });
    this.note = note;
    this.opener = opener;
  }
}

/** An authority's name was followed: show it among the sources, with all that it carries. */
export class SourceRequest extends Event {
  /** Id of the authority; null for the sources as they are. */
  readonly authority: string | null;
  readonly opener: HTMLElement | null;

  /** The way back leads to `opener`; null where a key or a command asked. */
  constructor(authority: string | null, opener: HTMLElement | null) {
    super('source-request', { bubbles: true });
    this.authority = authority;
    this.opener = opener;
  }
}

/** The reader wants to relate a claim: the screen asks which other claim it bears on. */
export class RelateRequest extends Event {
  readonly claim: string;
  readonly relation: Relation;

  constructor(claim: string, relation: Relation) {
    super('relate-request', { bubbles: true });
    this.claim = claim;
    this.relation = relation;
  }
}

/** The reader wants to say what the colours mean. */
export class ColoursRequest extends Event {
  constructor() {
    super('colours-request', { bubbles: true });
  }
}

/** The reader wants to see to their tags: the screen opens the dialog in which they are renamed. */
export class TagsRequest extends Event {
  constructor() {
    super('tags-request', { bubbles: true });
  }
}

/** The reader wants to find something in the paper: the screen opens the field for it. */
export class FindRequest extends Event {
  constructor() {
    super('find-request', { bubbles: true });
  }
}

/** The reader wants to attach a work to a note or an authority, or to edit one: the screen opens the dialog for it. */
export class WorkRequest extends Event {
  readonly to: Attachment;
  /** Id of the work to edit; null for a new one. */
  readonly work: string | null;

  constructor(to: Attachment, work: string | null = null) {
    super('work-request', { bubbles: true });
    this.to = to;
    this.work = work;
  }
}

/** The reader wants to choose the passage that a note is for: the caret goes to the note's marker in the text. */
export class PassageRequest extends Event {
  readonly note: string;

  constructor(note: string) {
    super('passage-request', { bubbles: true });
    this.note = note;
  }
}

/** The choosing of a passage for a note is over, done or left: the focus goes back to where it was asked for. */
export class PassageChosen extends Event {
  constructor() {
    super('passage-chosen', { bubbles: true });
  }
}

/** The reader wants a link to a passage on the clipboard. */
export class PassageLinkRequest extends Event {
  /** Code points of the paper text, `end` exclusive. */
  readonly range: { readonly start: number; readonly end: number };
  /** `route`: into Warrant; `fragment`: into the paper's public copy. */
  readonly way: 'route' | 'fragment';

  constructor(range: PassageLinkRequest['range'], way: PassageLinkRequest['way']) {
    super('passage-link-request', { bubbles: true });
    this.range = range;
    this.way = way;
  }
}

/** The reader has chosen in which style to cite from now on. */
export class CitationStyleRequest extends Event {
  readonly style: CitationStyle;

  constructor(style: CitationStyle) {
    super('citation-style-request', { bubbles: true });
    this.style = style;
  }
}

/** The reader wants marks in a file: the screen opens the dialog for it. */
export class ExportMarksRequest extends Event {
  /** Ids of the annotations that are meant; null for whatever the dialog offers. */
  readonly ids: readonly string[] | null;

  constructor(ids: readonly string[] | null = null) {
    super('export-marks-request', { bubbles: true });
    this.ids = ids;
  }
}

/** The reader has annotations of another program or person: the screen opens the dialog that takes them in. */
export class ImportMarksRequest extends Event {
  constructor() {
    super('import-marks-request', { bubbles: true });
  }
}

/** The reader has notebooks of others in files: the screen opens them beside the reader's own. */
export class OpenLayersRequest extends Event {
  /** Null: the screen asks for the files. */
  readonly files: readonly File[] | null;

  constructor(files: readonly File[] | null = null) {
    super('open-layers-request', { bubbles: true });
    this.files = files;
  }
}

/** The reader wants to give a notebook away in a file: the screen opens the dialog for it. */
export class HandRequest extends Event {
  /** `out`: to a class; `in`: back to whoever handed something out. */
  readonly way: 'out' | 'in';

  constructor(way: 'out' | 'in') {
    super('hand-request', { bubbles: true });
    this.way = way;
  }
}

/** The reader wants to be rid of a layer: the screen closes it, with a way back. */
export class CloseLayerRequest extends Event {
  /** Id of the layer. */
  readonly layer: string;

  constructor(layer: string) {
    super('close-layer-request', { bubbles: true });
    this.layer = layer;
  }
}

/** The class is wanted: its layers, and what they have in common. */
export class ClassRequest extends Event {
  constructor() {
    super('class-request', { bubbles: true });
  }
}

/** The reader wants to look at the passages that are not simply in place. */
export class ReviewRequest extends Event {
  constructor() {
    super('review-request', { bubbles: true });
  }
}

/** The reader wants to choose a place in the text: the caret goes near it, and the focus comes back when it is over. */
export class ChoosePlaceRequest extends Event {
  /** Code points of the paper text. */
  readonly offset: number;

  constructor(offset: number) {
    super('choose-place-request', { bubbles: true });
    this.offset = offset;
  }
}

/** The reader wants the passage for which a place is being chosen attached to what is selected. */
export class AttachRequest extends Event {
  constructor() {
    super('attach-request', { bubbles: true });
  }
}

/** Something happened that a person should hear of: said aloud and shown for a while. */
export class Announce extends Event {
  readonly words: string;
  /** What is offered beside the words; null where nothing is. */
  readonly offer: 'undo' | (() => void) | null;

  /** `undo` takes back the last edit of the reader's notebook; what is no edit of it brings a way back of its own. */
  constructor(words: string, offer: Announce['offer'] = null) {
    super('announce', { bubbles: true, composed: true });
    this.words = words;
    this.offer = offer;
  }
}

declare global {
  interface HTMLElementEventMap {
    'note-request': NoteRequest;
    'source-request': SourceRequest;
    'relate-request': RelateRequest;
    'colours-request': ColoursRequest;
    'tags-request': TagsRequest;
    'find-request': FindRequest;
    'work-request': WorkRequest;
    'passage-request': PassageRequest;
    'passage-chosen': PassageChosen;
    'passage-link-request': PassageLinkRequest;
    'citation-style-request': CitationStyleRequest;
    'export-marks-request': ExportMarksRequest;
    'import-marks-request': ImportMarksRequest;
    'open-layers-request': OpenLayersRequest;
    'hand-request': HandRequest;
    'close-layer-request': CloseLayerRequest;
    'class-request': ClassRequest;
    'review-request': ReviewRequest;
    'attach-request': AttachRequest;
    'choose-place-request': ChoosePlaceRequest;
    announce: Announce;
  }
}
