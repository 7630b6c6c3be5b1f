/** The body of a JATS article: sections with their addresses, paragraphs, quotations, lists. Part of the JATS reader. */
import type { Node } from 'prosemirror-model';
import { readFigure } from './jats-figure.ts';
import { children, labelText, make, readInline, textOf, type Walk } from './jats-inline.ts';

/** Elements that stand for blocks: where one holds another, it is gone into; else its words are a paragraph. */
const blockNames = [
  'p',
  'disp-quote',
  'list',
  'list-item',
  'sec',
  'boxed-text',
  'verse-group',
  'verse-line',
  'fig',
  'table-wrap',
  'statement',
  'speech',
  'def-list',
  'attrib',
  'caption',
];

/** Counts a section's blocks, to give each paragraph its number. */
interface Place {
  readonly address: string;
  count: number;
}

/** The printed label without its final stop: `III.` is the `III` of `III.B`. */
const bare = (label: string | null): string => (label ?? '').replace(/^\(|(?<![.:)])[.:)]+$/gu, '');

function paragraph(element: Element, walk: Walk, place: Place, label: string | null): Node {
  place.count += 1;
  const address = [place.address, String(place.count)].filter(Boolean).join('.');
  const content = readInline(element, walk);
  const id = element.getAttribute('id') ?? `p-${address}`;
  return make('paragraph', { id, address }, label ? [...labelText(label), ...content] : content);
}

/** The words of any element as paragraphs, whatever blocks it is made of; `label` goes before the first. */
function paragraphs(element: Element, walk: Walk, place: Place, label: string | null = null): Node[] {
  const inner = [...element.children].filter((child) => blockNames.includes(child.localName));
  if (element.localName === 'p') return [paragraph(element, walk, place, label)];
  if (inner.length === 0) return textOf(element) || label ? [paragraph(element, walk, place, label)] : [];
  let lead = label;
  return inner.flatMap((child) => {
    const own = child.localName === 'list-item' ? textOf(children(child, 'label')[0]) : null;
    const found = paragraphs(child, walk, place, lead ?? own);
    if (found.length > 0) lead = null;
    return found;
  });
}

/** An item: its paragraphs, and the lists inside it, which stand behind the paragraph before them. */
function item(element: Element, walk: Walk, place: Place): Node[] {
  const label = textOf(children(element, 'label')[0]);
  let lead = label;
  const found = [...element.children].flatMap((child) => {
    if (child.localName === 'list') return list(child, walk, place);
    if (child.localName === 'label' || child.localName === 'title') return [];
    const inner = paragraphs(child, walk, place, lead);
    if (inner.length > 0) lead = null;
    return inner;
  });
  // An item of nothing but a label, or of words that stand in it as they are.
  if (found.length === 0) found.push(...paragraphs(element, walk, place, label));
  if (found.length === 0) return [];
  if (found[0]?.type.name === 'list') found.unshift(paragraph(bareItem(element), walk, place, label));
  return [make('list_item', { isLabelled: label !== null }, found)];
}

/** Nothing: what stands before a list that begins its item. */
const bareItem = (element: Element): Element => element.ownerDocument.createElementNS(null, 'p');

function list(element: Element, walk: Walk, place: Place): Node[] {
  const items = children(element, 'list-item').flatMap((one) => item(one, walk, place));
  return items.length > 0 ? [make('list', null, items)] : [];
}

/** A block of the body. What the schema has no word for keeps its words as paragraphs. */
function block(element: Element, walk: Walk, place: Place): Node[] {
  if (element.localName === 'list') return list(element, walk, place);
  if (element.localName === 'fig' || element.localName === 'table-wrap') {
    const figure = readFigure(element, walk);
    if (figure) return [figure];
  }
  if (element.localName === 'label' || element.localName === 'title') return [];
  const found = paragraphs(element, walk, place);
  return element.localName === 'disp-quote' && found.length > 0 ? [make('blockquote', null, found)] : found;
}

/** The number of a section: its label, else the first number that no sibling has; never one that is taken. */
function addressOf(element: Element, walk: Walk, parent: string): string {
  const label = bare(textOf(children(element, 'label')[0]));
  const siblings = new Set(
    [...(element.parentElement?.children ?? [])].map((one) => bare(textOf(children(one, 'label')[0]))),
  );
  const join = (number: string): string => (parent ? `${parent}.${number}` : number);
  let number = 1;
  const free = (): string => (label ? `${label}-${number}` : String(number));
  let address = join(label || '1');
  while (walk.addresses.has(address) || (!label && siblings.has(String(number)))) {
    number += 1;
    address = join(free());
  }
  walk.addresses.add(address);
  return address;
}

function heading(element: Element, walk: Walk, address: string, level: number): Node {
  const label = textOf(children(element, 'label')[0]);
  const title = children(element, 'title')[0];
  const content = title ? readInline(title, walk) : [];
  // A page that starts with a title starts with its label.
  const lead = Math.max(
    0,
    content.findIndex((node) => node.isText),
  );
  return make('heading', { id: `section-${address}`, level }, [
    ...content.slice(0, lead),
    ...(label ? labelText(label) : []),
    ...content.slice(lead),
  ]);
}

function section(element: Element, walk: Walk, level: number, parent: string): Node {
  const address = addressOf(element, walk, parent);
  const place: Place = { address, count: 0 };
  const inner = [...element.children].flatMap((child) =>
    child.localName === 'sec' ? [section(child, walk, level + 1, address)] : block(child, walk, place),
  );
  return make('section', { address, level }, [heading(element, walk, address, level), ...inner]);
}

/** The blocks and sections of a `body`. */
export function readBody(body: Element, walk: Walk): Node[] {
  const place: Place = { address: '', count: 0 };
  return [...body.children].flatMap((child) =>
    child.localName === 'sec' ? [section(child, walk, 1, '')] : block(child, walk, place),
  );
}
