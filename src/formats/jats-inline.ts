/** Inline content of JATS: text, note markers, page starts, emphasis. Part of the JATS reader. */
import type { Mark, Node } from 'prosemirror-model';
import { paperSchema } from '../model/schema.ts';
import { tidyInline } from './inline-space.ts';

const inlineMarks: Readonly<Record<string, string>> = {
  italic: 'em',
  bold: 'strong',
  sup: 'superscript',
  sub: 'subscript',
  sc: 'small_caps',
  monospace: 'code',
};

/** What the walk through a paper carries. */
export interface Walk {
  /** The paper's id, for links. */
  readonly paper: string;
  /** Labels of the notes, by id. */
  readonly labels: ReadonlyMap<string, string>;
  /** How often each note was marked so far. */
  readonly seen: Map<string, number>;
  /** Addresses of sections that are taken. */
  readonly addresses: Set<string>;
  /** How many figures and tables came before. */
  readonly figures: { count: number };
}

/** A node of the schema. Throws where the schema has none of this name. */
export function make(name: string, attrs: Record<string, unknown> | null, content?: readonly Node[]): Node {
  const type = paperSchema.nodes[name];
  if (!type) throw new RangeError(`The schema has no node “${name}”.`);
  return type.create(attrs, content);
}

// Single spaces, nearly all there is, are left alone: a text is opened a third faster for it.
const squeeze = (text: string): string => text.replace(/[^\S ]\s*| \s+/gu, ' ');

/** The children with one of the names, in order. */
export const children = (element: Element, ...names: string[]): Element[] =>
  [...element.children].filter((child) => names.includes(child.localName));

/** The text of an element with single spaces; null where there is none. */
export const textOf = (element: Element | null | undefined): string | null =>
  element ? squeeze(element.textContent ?? '').trim() || null : null;

/** `note-53` for `fn53`: what a link can say aloud, and unique as the id is. */
export const noteAnchor = (id: string): string => `note-${id.replace(/^fn-?(?=.)/u, '')}`;

function readMarker(element: Element, walk: Walk): Node {
  const note = element.getAttribute('rid') ?? '';
  const count = (walk.seen.get(note) ?? 0) + 1;
  walk.seen.set(note, count);
  const name = noteAnchor(note).slice('note-'.length);
  return make('marker', {
    id: count === 1 ? `marker-${name}` : `marker-${name}-${count}`,
    note,
    label: textOf(element) ?? walk.labels.get(note) ?? name,
    href: `#/${encodeURIComponent(walk.paper)}?note=${encodeURIComponent(name)}`,
  });
}

function readPageStart(element: Element): Node {
  const evidence = element.getAttribute('specific-use');
  return make('page_start', {
    label: (element.getAttribute('id') ?? '').replace(/^p-?(?=.)/u, ''),
    evidence: evidence === 'inferred' || evidence === 'known' ? evidence : 'printed',
  });
}

const xlink = 'http://www.w3.org/1999/xlink';

/** The value of `xlink:href`; empty where there is none. */
export const hrefOf = (element: Element): string =>
  element.getAttributeNS(xlink, 'href') ?? element.getAttribute('xlink:href') ?? '';

/** A link that leads where links may lead; null for any other. */
function linkMark(element: Element): Mark | null {
  const href = hrefOf(element).trim();
  return /^(?:https?:\/\/|mailto:)/iu.test(href)
    ? (paperSchema.marks['link']?.create({ href }) ?? null)
    : null;
}

/** How an element sets its words apart; null where it does not, or is not known. */
const markOf = (element: Element): Mark | null =>
  element.localName === 'ext-link'
    ? linkMark(element)
    : (paperSchema.marks[inlineMarks[element.localName] ?? '']?.create() ?? null);

function readChild(child: ChildNode, walk: Walk, active: readonly Mark[]): Node[] {
  if (child.nodeType === 3 || child.nodeType === 4) {
    const text = squeeze(child.nodeValue ?? '');
    return text ? [paperSchema.text(text, active)] : [];
  }
  if (!(child instanceof Element)) return [];
  const { localName } = child;
  if (localName === 'xref' && child.getAttribute('ref-type') === 'fn') return [readMarker(child, walk)];
  if (localName === 'target' && child.getAttribute('target-type') === 'page') return [readPageStart(child)];
  const mark = markOf(child);
  return readRuns(child, walk, mark ? mark.addToSet(active) : active);
}

/** Unknown elements keep their text and lose their tag. */
const readRuns = (element: Element, walk: Walk, active: readonly Mark[]): Node[] =>
  [...element.childNodes].flatMap((child) => readChild(child, walk, active));

/** The inline content of an element, its white space made single. */
export const readInline = (element: Element, walk: Walk): Node[] => tidyInline(readRuns(element, walk, []));

/** A printed label as text, set apart by its mark, and the space behind it. */
export function labelText(label: string): Node[] {
  const mark = paperSchema.marks['label'];
  return [paperSchema.text(label, mark ? [mark.create()] : []), space()];
}

/** A space between two runs. */
export const space = (): Node => paperSchema.text(' ');
