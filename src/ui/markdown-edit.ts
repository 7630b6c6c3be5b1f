/** What the buttons of a Markdown field change: pure functions of the text and what is selected in it. UTF-16 units. */

export const formats = ['bold', 'italic', 'link', 'list', 'quote', 'code'] as const;
export type Format = (typeof formats)[number];

/** Replaces what stands from `from` to `to` by `insert`; then `start` to `end` is selected. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

/** How many times `sign` stands right before (-1) or from (1) a place on. */
function run(text: string, at: number, sign: string, way: 1 | -1): number {
  let count = 0;
  while (text.charAt(way === 1 ? at + count : at - 1 - count) === sign) count += 1;
  return count;
}

/** Whether a run of so many stars holds that of a mark: one or three are italic, two and three bold. */
const holds = (count: number, mark: string): boolean =>
  mark === '**' ? count >= 2 : mark === '*' ? count % 2 === 1 : count > 0;

/** Puts a mark on both sides of the selection, or takes it away where it is there. White space stays outside. */
function wrap(text: string, start: number, end: number, mark: string): TextChange {
  const chosen = text.slice(start, end);
  const from = start + (chosen.length - chosen.trimStart().length);
  const to = Math.max(from, end - (chosen.length - chosen.trimEnd().length));
  const sign = mark.charAt(0);
  const inner = text.slice(from, to);
  const [before, after] = [run(text, from, sign, -1), run(text, to, sign, 1)];
  if (holds(before, mark) && holds(after, mark)) {
    const left = from - mark.length;
    return { from: left, to: to + mark.length, insert: inner, start: left, end: left + inner.length };
  }
  const [left, right] = [run(inner, 0, sign, 1), run(inner, inner.length, sign, -1)];
  if (inner.length > 2 * mark.length && holds(left, mark) && holds(right, mark)) {
    const insert = inner.slice(mark.length, -mark.length);
    return { from, to, insert, start: from, end: from + insert.length };
  }
  const insert = `${mark}${inner}${mark}`;
  return { from, to, insert, start: from + mark.length, end: from + mark.length + inner.length };
}

/** Begins each line of the selection with a mark, or takes it away where all begin so. Empty lines stay empty. */
function prefix(text: string, start: number, end: number, mark: string): TextChange {
  const from = text.slice(0, start).lastIndexOf('\n') + 1;
  const next = text.indexOf('\n', Math.max(start, end - 1));
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const isFilled = (line: string): boolean => lines.length === 1 || line.trim() !== '';
  const hasAll = lines.filter(isFilled).every((line) => line.startsWith(mark)) && lines.some(isFilled);
  const changed = lines.map((line) =>
    !isFilled(line) ? line : hasAll ? line.slice(mark.length) : `${mark}${line}`,
  );
  const insert = changed.join('\n');
  if (lines.length > 1) return { from, to, insert, start: from, end: from + insert.length };
  const moved = hasAll ? -mark.length : mark.length;
  return { from, to, insert, start: Math.max(from, start + moved), end: Math.max(from, end + moved) };
}

const address = /^(?:https?:\/\/|mailto:)\S+$/iu;

/** A link of what is selected: its words, then the address, which is selected to be written; or the other way round. */
function link(text: string, from: number, to: number): TextChange {
  const chosen = text.slice(from, to);
  if (address.test(chosen)) return { from, to, insert: `[](${chosen})`, start: from + 1, end: from + 1 };
  const insert = `[${chosen}](https://)`;
  if (chosen === '') return { from, to, insert, start: from + 1, end: from + 1 };
  const start = from + chosen.length + 3;
  return { from, to, insert, start, end: start + 'https://'.length };
}

/** Code within a line, or a block of it where the selection has several lines. */
function code(text: string, from: number, to: number): TextChange {
  const chosen = text.slice(from, to);
  if (!chosen.includes('\n')) return wrap(text, from, to, '`');
  const before = from > 0 && text.charAt(from - 1) !== '\n' ? '\n' : '';
  const after = to < text.length && text.charAt(to) !== '\n' ? '\n' : '';
  const insert = `${before}\`\`\`\n${chosen}\n\`\`\`${after}`;
  const start = from + before.length + 4;
  return { from, to, insert, start, end: start + chosen.length };
}

/** What a button does to a text in which `start` to `end` is selected. */
export function formatted(text: string, start: number, end: number, format: Format): TextChange {
  switch (format) {
    case 'bold':
      return wrap(text, start, end, '**');
    case 'italic':
      return wrap(text, start, end, '*');
    case 'link':
      return link(text, start, end);
    case 'list':
      return prefix(text, start, end, '- ');
    case 'quote':
      return prefix(text, start, end, '> ');
    case 'code':
      return code(text, start, end);
  }
}
