/** A manuscript as plain text, as programs take it out of a PDF: lines of a width, hyphens, pages with heads, notes at their foot. */
import type { Draft, DraftBlock, DraftInline } from '../../src/model/draft.ts';
import { Dice } from '../notebook/generate.ts';

export interface PlainShape {
  readonly width: number;
  /** Words are broken at line ends where they have room. */
  readonly hyphens: boolean;
  /** A blank line between all lines. */
  readonly isDouble: boolean;
  /** How paragraphs are told apart. */
  readonly parted: 'blank' | 'indent';
  /** Where the words of the notes stand; `none`: nowhere. */
  readonly notes: 'none' | 'foot' | 'end';
  /** With a page of the draft: a form feed, and its number at the foot or in a running head. */
  readonly folios: 'none' | 'foot' | 'head';
  /** Markers and the labels of notes stand in square brackets. */
  readonly brackets: boolean;
  /** A long note at a page's foot goes on at the foot of the next. */
  readonly overleaf: boolean;
}

export const usualPlain: PlainShape = {
  width: 84,
  hyphens: true,
  isDouble: false,
  parted: 'blank',
  notes: 'none',
  folios: 'none',
  brackets: false,
  overleaf: false,
};

const vowels = /[aeiouy]/iu;

/** Where a word may be broken: behind a vowel in its middle. */
function half(word: string, room: number): number {
  if (!/^\p{Ll}{7,}[.,;:]?$/u.test(word)) return 0;
  for (let at = Math.min(room, word.length - 4); at >= 3; at -= 1)
    if (vowels.test(word[at - 1] ?? '')) return at;
  return 0;
}

function wrap(text: string, width: number, hyphens: boolean, indent: number): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const space = line.trim() === '' ? '' : ' ';
    if (line.length + space.length + word.length <= width) {
      line += space + word;
      continue;
    }
    const at = hyphens ? half(word, width - line.length - 2) : 0;
    if (at > 0) lines.push(`${line}${space}${word.slice(0, at)}-`);
    else lines.push(line);
    line = at > 0 ? word.slice(at) : word;
  }
  return [...lines, line];
}

/** Stands where a page begins; it is taken out again when the lines are laid on pages. */
const turn = '\u0001';

const labelled = (label: string, { brackets }: PlainShape): string => (brackets ? `[${label}]` : label);

const printed = (
  content: readonly DraftInline[],
  shape: PlainShape,
  onMarker: (id: string) => void = () => undefined,
): string =>
  content
    .map((one) => {
      if (one.kind === 'text') return one.text;
      if (one.kind === 'marker') onMarker(one.note);
      return one.kind === 'marker' ? labelled(one.label, shape) : turn;
    })
    .join('');

function blockLines(block: DraftBlock, shape: PlainShape): string[] {
  const isDeep = block.kind === 'quotation' || (block.kind === 'item' && (block.level ?? 1) > 1);
  const width = shape.width - (isDeep ? 10 : 0);
  const isTurn = block.content[0]?.kind === 'page';
  const words = printed(block.content, shape);
  const text = `${isTurn ? turn : ''}${block.label ? `${block.label} ` : block.kind === 'item' ? '• ' : ''}${isTurn ? words.slice(1) : words}`;
  const indent = block.kind === 'paragraph' && shape.parted === 'indent' ? 3 : 0;
  const lines = wrap(text, width, shape.hyphens && block.kind !== 'heading', indent);
  return isDeep ? lines.map((line) => `      ${line}`) : lines;
}

/** A line that is the middle of a sentence. */
const isBroken = (line: string): boolean => /^\p{Ll}/u.test(line);

/** What stands at a page's foot or head; a draft without pages has none. */
function laidOn(
  lines: readonly string[],
  draft: Draft,
  shape: PlainShape,
  notesOf: (line: string) => string[],
): string[] {
  if (shape.folios === 'none') return lines.map((line) => line.replaceAll(turn, ''));
  const labels = draft.blocks.flatMap(({ content }) =>
    content.flatMap((one) => (one.kind === 'page' ? [one.label] : [])),
  );
  const out: string[] = [];
  let page = -1;
  let foot: string[] = [];
  let rest: string[] = [];
  const close = (): void => {
    if (page < 0) return;
    const all = [...rest, ...foot];
    const isOver = shape.overleaf && page + 1 < labels.length && foot.length > 1;
    // Not where a page would begin with a label.
    const keep = isOver && isBroken(all.at(-1) ?? '') ? all.length - 1 : all.length;
    rest = all.slice(keep);
    if (keep > 0) out.push('', ...all.slice(0, keep));
    if (shape.folios === 'foot') out.push('', `${' '.repeat(30)}${labels[page]}`);
    foot = [];
  };
  for (const line of lines) {
    if (line.includes(turn)) {
      close();
      page += 1;
      const head =
        page % 2 === 0
          ? `${labels[page]}    A JOURNAL OF MANY THINGS`
          : `JANE ROE: ON WHALES    ${labels[page]}`;
      const first = shape.folios === 'head' ? [page === 0 ? head : `\f${head}`, ''] : [];
      out.push(...first, (page > 0 && shape.folios === 'foot' ? '\f' : '') + line.replaceAll(turn, ''));
    } else out.push(line);
    foot.push(...notesOf(line));
  }
  close();
  return out;
}

/** Breaks lines where pages begin, so that a page begins with a line. */
const atTurns = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => {
    const at = line.indexOf(turn);
    return at <= 0 || line.slice(0, at).trim() === ''
      ? [line]
      : [line.slice(0, at).trimEnd(), line.slice(at)];
  });

/** The text of a manuscript. Pages are laid where the draft has them (all of them need `folios`). */
export function asPlain(draft: Draft, wanted: Partial<PlainShape> = {}): string {
  const shape = { ...usualPlain, ...wanted };
  const notes = new Map(draft.notes.map(({ id, label, content }) => [id, { label, content }]));
  const wordsOf = (id: string): string[] => {
    const note = notes.get(id);
    if (!note || note.content.length === 0) return [];
    notes.delete(id);
    return wrap(
      `${labelled(note.label, shape)} ${note.content.map((one) => printed(one, shape)).join(' ')}`,
      shape.width,
      shape.hyphens,
      0,
    );
  };
  const lines: string[] = [];
  const owners = new Map<string, string[]>();
  draft.blocks.forEach((block, at) => {
    const isApart =
      at > 0 &&
      (shape.parted === 'blank' || block.kind !== 'paragraph' || draft.blocks[at - 1]?.kind !== 'paragraph');
    if (isApart) lines.push('');
    const own = atTurns(blockLines(block, shape));
    const ids: string[] = [];
    printed(block.content, shape, (id) => ids.push(id));
    let from = 0;
    const seen = new Set<string>();
    for (const id of ids) {
      const label = notes.get(id)?.label ?? '';
      const sign = labelled(label, shape).replace(/[*[\]]/gu, '\\$&');
      const marked = new RegExp(`[^\\d\\s]${sign}(?![\\d*\\p{L}])`, 'u');
      from = Math.max(
        from,
        own.findIndex((one, index) => index >= from && marked.test(one) && !seen.has(`${index} ${label}`)),
      );
      seen.add(`${from} ${label}`);
      const line = own[from];
      if (line !== undefined) owners.set(line, [...(owners.get(line) ?? []), id]);
    }
    lines.push(...own);
  });
  const atFoot = (line: string): string[] =>
    shape.notes === 'foot' ? (owners.get(line) ?? []).flatMap(wordsOf) : [];
  const text = laidOn(lines, draft, shape, atFoot);
  if (shape.notes === 'end') text.push('', 'Notes', '', ...draft.notes.flatMap(({ id }) => wordsOf(id)));
  const joint = shape.isDouble ? '\n\n' : '\n';
  return `${text.join(joint)}\n`;
}

/** Numbers that look like markers put at random places: years behind which a full stop is glued to a number, and the like. */
export function withDecoys(text: string, count: number, seed: number): string {
  const dice = new Dice(seed);
  const words = text.split(' ');
  const made = ['(1996)', 'No. 7', '$1,250', 'in 1947', '20%', 'p. 12', 'T-72', '3.5'];
  for (let left = count; left > 0; left -= 1) {
    const at = 1 + dice.below(words.length - 1);
    if (/^[\p{Ll}]+$/u.test(words[at] ?? '')) words[at] = `${words[at]} ${dice.pick(made)}`;
  }
  return words.join(' ');
}
