/** Where a caret or a selection stands in the words of a block on the screen that mends, and where an offset of them shows. */

/** What is drawn among the words and is none of them. */
const beside = '.marker, .page-start, .mend-pin, .label';

/** What is selected in a block; offsets are code points of its words, equal where it is a caret. */
export interface BlockSelection {
  readonly block: string;
  readonly start: number;
  readonly end: number;
}

function words(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(beside) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text);
  return found;
}

const points = (text: string): number => [...text].length;

/** The offset of a point of the page in the words of `body`. */
function offsetOf(body: Element, node: Node, unit: number): number {
  const point = document.createRange();
  point.setStart(node, unit);
  let offset = 0;
  for (const text of words(body)) {
    if (text === node) return offset + points(text.data.slice(0, unit));
    if (point.comparePoint(text, 0) >= 0) return offset;
    offset += points(text.data);
  }
  return offset;
}

/** What is selected within one block of `root`; null where nothing is, or more than one block. */
export function selectionIn(root: Element): BlockSelection | null {
  const selection = getSelection();
  if (!selection?.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const body = bodyOf(range.startContainer);
  if (!body || body !== bodyOf(range.endContainer) || !root.contains(body)) return null;
  const block = body.closest<HTMLElement>('[data-block]')?.dataset['block'];
  if (block === undefined) return null;
  const start = offsetOf(body, range.startContainer, range.startOffset);
  const end = range.collapsed ? start : offsetOf(body, range.endContainer, range.endOffset);
  return { block, start, end };
}

const bodyOf = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest('.mend-body') ?? null;

/** The range of the words from `start` to `end` of a body. */
export function rangeIn(body: Element, start: number, end = start): Range {
  const range = document.createRange();
  range.setStart(...spot(body, start, end > start));
  range.setEnd(...spot(body, end, false));
  return range;
}

/** The text node and unit of an offset; on a seam of two nodes the later one where `isStart`. */
function spot(body: Element, offset: number, isStart: boolean): [Node, number] {
  let left = offset;
  let last: [Node, number] = [body, 0];
  for (const text of words(body)) {
    const length = points(text.data);
    if (isStart ? left < length : left <= length)
      return [text, [...text.data].slice(0, left).join('').length];
    left -= length;
    last = [text, text.length];
  }
  return last;
}

const asTextbox = ['contenteditable', 'role', 'aria-readonly', 'aria-multiline', 'aria-label'] as const;

/** Gives the words of a row a caret, or takes it: editable for its sake alone, every change is refused by the text. */
export function giveCaret(row: Element, isOn: boolean): void {
  const body = row.querySelector<HTMLElement>('.mend-body');
  if (!body || (body.contentEditable === 'true') === isOn) return;
  if (!isOn) return asTextbox.forEach((name) => body.removeAttribute(name));
  body.contentEditable = 'true';
  body.spellcheck = false;
  body.inputMode = 'none';
  body.role = 'textbox';
  body.ariaReadOnly = 'true';
  body.ariaMultiLine = 'true';
  body.ariaLabel = `Words of: ${row.querySelector('.mend-handle')?.getAttribute('aria-label') ?? ''}`;
}

/** A place in the words of a note: its paragraph, and an offset in that (code points). */
export interface NoteCaret {
  readonly paragraph: number;
  readonly offset: number;
}

/** The place pressed last in the words of a note; null where none was. */
export function noteCaretIn(root: Element): NoteCaret | null {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const node = range?.startContainer;
  const paragraph = (node instanceof Element ? node : node?.parentElement)?.closest('.mend-note-body p');
  if (!range || !paragraph || !root.contains(paragraph)) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const at = [...(paragraph.parentElement?.children ?? [])].indexOf(paragraph);
  return { paragraph: at, offset: points(before.toString()) };
}
