/** Blocks and notes of a draft as they are drawn on the screen that mends: as they will read, each with its handle. */
import {
  isBody,
  wordsOf,
  type DraftBlock,
  type DraftInline,
  type DraftMark,
  type DraftNote,
} from '../model/draft.ts';
import { beginning, kindName } from './mend-words.ts';

const markTags: Readonly<Record<DraftMark, string>> = {
  em: 'em',
  strong: 'strong',
  superscript: 'sup',
  subscript: 'sub',
  small_caps: 'span',
  code: 'code',
};

function made(name: string, className = '', ...content: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** Drawn among the words, and no part of them: the caret passes it as one thing. */
function beside(element: HTMLElement, index: number): HTMLElement {
  element.contentEditable = 'false';
  element.dataset['index'] = String(index);
  return element;
}

function inline(one: DraftInline, index: number): Node {
  if (one.kind === 'marker') {
    const marker = beside(made('span', 'marker', one.label), index);
    marker.dataset['note'] = one.note;
    return marker;
  }
  if (one.kind === 'page') {
    const page = beside(made('span', 'page-start'), index);
    page.setAttribute('role', 'img');
    page.setAttribute('aria-label', `Page ${one.label} starts`);
    page.dataset['label'] = one.label;
    page.dataset['evidence'] = one.evidence;
    return page;
  }
  const text = document.createTextNode(one.text);
  return (one.marks ?? []).reduce<Node>(
    (inner, mark) => made(markTags[mark], mark === 'small_caps' ? 'small-caps' : '', inner),
    text,
  );
}

const inlines = (content: readonly DraftInline[]): Node[] => content.map(inline);

function table(block: DraftBlock): Node[] {
  const rows = (block.table ?? []).map((row) =>
    made('tr', '', ...row.map((cell) => made(cell.isHead ? 'th' : 'td', '', ...inlines(cell.content)))),
  );
  return rows.length > 0 ? [made('table', 'mend-table', made('tbody', '', ...rows))] : [];
}

/** The words of a block as it will read; headings as deep as the reader sets them. */
function worded(block: DraftBlock): HTMLElement {
  const label = block.label ? [made('span', 'label', block.label), ' '] : [];
  const content = [...label, ...inlines(block.content)];
  const name = block.kind === 'heading' ? `h${Math.min(6, (block.level ?? 1) + 1)}` : 'p';
  const body = made('div', 'mend-body', made(name, '', ...content), ...table(block));
  if (block.picture) body.append(made('p', 'hint', `Picture: ${block.picture}`));
  return body;
}

/** Folded, as it is no part of the text; opened, all its words. */
function folded(block: DraftBlock): HTMLElement {
  const words = beginning([block.label ?? '', wordsOf(block.content)].join(' '));
  const name = kindName(block).name;
  const summary = made('summary', '', made('span', 'mend-aside-name', name), ' ', words);
  return made('details', 'mend-aside', summary, worded(block));
}

function handle(sign: string, name: string, what: string): HTMLButtonElement {
  const button = made('button', 'mend-handle', sign) as HTMLButtonElement;
  button.type = 'button';
  button.tabIndex = -1;
  button.title = name;
  button.setAttribute('aria-haspopup', 'menu');
  const lead = name.includes(sign) || !/\w/u.test(sign) ? name : `${sign} ${name.toLowerCase()}`;
  button.setAttribute('aria-label', `${lead}: ${what}`);
  return button;
}

/** A block with its handle. */
export function blockRow(block: DraftBlock): HTMLElement {
  const { sign, name } = kindName(block);
  const row = made('div', 'mend-row');
  row.dataset['block'] = block.id;
  row.dataset['kind'] = block.kind;
  if (block.kind === 'item') row.dataset['level'] = String(Math.min(4, block.level ?? 1));
  if (block.isContinued) row.dataset['continued'] = '';
  const words = beginning(wordsOf(block.content)) || 'no words';
  row.append(handle(sign, name, words), isBody(block) ? worded(block) : folded(block));
  return row;
}

/** A note with its handle. */
export function noteRow(note: DraftNote): HTMLElement {
  const row = made('div', 'mend-row mend-note');
  row.dataset['note'] = note.id;
  const paragraphs = note.content.map((one) => made('p', '', ...inlines(one)));
  const words = paragraphs.length > 0 ? paragraphs : [made('p', 'mend-wordless', 'No words in this copy.')];
  const what = beginning(note.content.map(wordsOf).join(' ')) || 'no words';
  const body = made(
    'div',
    'mend-note-body',
    made('span', 'mend-note-label', note.label),
    made('div', '', ...words),
  );
  row.append(handle(note.label || '·', `Note ${note.label}`, what), body);
  return row;
}
