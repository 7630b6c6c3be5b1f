/** What the reading of one Word file carries along: styles, lists, counts, open fields, and the draft as it grows. */
import type { DraftInline } from '../../model/draft.ts';
import { Drafting } from '../paper/drafting.ts';
import type { Picture, ReaderContext } from '../paper/reader.ts';
import type { Tag } from '../paper/tree.ts';
import { Fields } from './fields.ts';
import { NoteLabels } from './note-labels.ts';
import { Numbering } from './numbering.ts';
import type { Relations, WordPackage } from './package.ts';
import { Styles, type ParagraphLook } from './styles.ts';

/** More bookmarks than these around one note are no references. */
const most = 100;

/** The keys of the notes that bookmarks lie around. */
function notesByBookmark(root: Tag): ReadonlyMap<string, string> {
  const open = new Map<string, string>();
  const found = new Map<string, string>();
  for (const tag of root.all('bookmarkStart', 'bookmarkEnd', 'footnoteReference', 'endnoteReference')) {
    const id = tag.attribute('id') ?? '';
    if (tag.name === 'bookmarkStart') open.set(id, tag.attribute('name') ?? '');
    else if (tag.name === 'bookmarkEnd') open.delete(id);
    else if (open.size < most) {
      const key = `${tag.name === 'footnoteReference' ? 'footnote' : 'endnote'} ${id}`;
      for (const name of open.values()) found.set(name, found.get(name) ?? key);
    }
  }
  return found;
}

/** The properties of the sections of a text, in order. */
const sectionsOf = (root: Tag): readonly Tag[] =>
  [...root.all('sectPr')].filter((tag) => tag.closest(({ name }) => name === 'sectPrChange') === null);

export class WordState {
  readonly source: WordPackage;
  readonly context: ReaderContext;
  readonly drafting = new Drafting();
  readonly fields = new Fields();
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly labels: NoteLabels;
  readonly pictures = new Map<string, Picture>();
  /** How the plain paragraphs are set, by their blocks' ids. */
  readonly looks = new Map<string, ParagraphLook>();
  /** Labels of the notes met so far. */
  readonly labelsSeen = new Map<string, string>();
  /** Whether the file says where its pages ended when it was last printed. */
  knowsPages = false;
  readonly #bookmarks: ReadonlyMap<string, string>;
  readonly #languages = new Map<string, number>();
  #unread: string[] = [];

  constructor(source: WordPackage, relations: Relations, root: Tag, context: ReaderContext) {
    const tree = (type: string): Tag | null => source.part(relations, type)?.tree ?? null;
    this.source = source;
    this.context = context;
    this.styles = new Styles(tree('styles'));
    this.numbering = new Numbering(tree('numbering'));
    this.labels = new NoteLabels(tree('settings'), sectionsOf(root));
    this.#bookmarks = notesByBookmark(root);
  }

  seen(key: string, label: string): void {
    if (!this.labelsSeen.has(key)) this.labelsSeen.set(key, label);
  }

  /** The key of the note at a bookmark; null where none is there. */
  noteAt(bookmark: string): string | null {
    return this.#bookmarks.get(bookmark) ?? null;
  }

  turnRenderedPage(): void {
    this.knowsPages = true;
    this.labels.turnPage();
  }

  /** Counts how much is written in which language. */
  speak(language: string | null, run: Tag): void {
    const said = language ?? this.styles.language;
    if (said) this.#languages.set(said, (this.#languages.get(said) ?? 0) + run.text.length);
  }

  /** The language that most is written in; null where the file says nothing. */
  get language(): string | null {
    const [most] = [...this.#languages].sort((a, b) => b[1] - a[1]);
    return most?.[0] ?? this.styles.language;
  }

  /** Something that could not be read as it is, in the paragraph that is being read. */
  unread(quote: string): void {
    this.#unread.push(quote);
  }

  /** What could not be read is told at the block that it became part of. */
  settle(block: string | null): void {
    for (const quote of this.#unread)
      this.drafting.find('unread', block === null ? null : { block, offset: 0 }, quote, 0.7);
    this.#unread = [];
  }
}

/** Space between what was two paragraphs. */
export const gap: DraftInline = { kind: 'text', text: ' ' };
