/** What the addresses of one paper name: sections, paragraphs, pages and notes, ready to be looked up. Pure. */
import type { Block, PaperText } from '../model/paper-text.ts';
import type { Note, Paper } from '../model/paper.ts';
import { fold } from './fold.ts';

/** A page start or a note, under the label that is printed. */
export interface Labelled {
  readonly label: string;
  /** Where it starts, or its first marker stands; null for a note without a marker in the text. */
  readonly offset: number | null;
  readonly note: Note | null;
  /** True for a page whose number is inferred. */
  readonly inferred: boolean;
}

export interface AddressIndex {
  /** Headings by the address of their section, and by that address folded. The first of two wins. */
  readonly sections: ReadonlyMap<string, Block>;
  /** Paragraphs by section, in order; the empty string for those outside any. */
  readonly paragraphs: ReadonlyMap<string, readonly Block[]>;
  /** Where each section starts, with its title folded, without and with its label. */
  readonly titles: readonly { readonly start: number; readonly forms: readonly string[] }[];
  readonly pages: readonly Labelled[];
  readonly notes: readonly Labelled[];
}

/** What two spellings of a title or an address share: folded words, apart by one space. */
export const folded = (words: string): string =>
  fold(words)
    .replace(/[^\p{L}\p{N}\p{M}*†‡§¶]+/gu, ' ')
    .trim();

/** A paragraph's own section and number; the number is null where it was given none. */
export function partsOf(block: Block): { readonly section: string; readonly number: number | null } {
  if (block.kind === 'heading') return { section: block.address, number: null };
  const [, section = '', number] = /^(?:(.*)\.)?(\d{1,9})$/su.exec(block.address) ?? [];
  return number === undefined
    ? { section: block.section, number: null }
    : { section, number: Number(number) };
}

function paragraphsOf(text: PaperText): Map<string, Block[]> {
  const found = new Map<string, Block[]>();
  for (const block of text.blocks) {
    const { section, number } = partsOf(block);
    if (number === null) continue;
    const own = found.get(section);
    if (own) own.push(block);
    else found.set(section, [block]);
  }
  return found;
}

function sectionsOf(text: PaperText): Map<string, Block> {
  const headings = text.blocks.filter((block) => block.kind === 'heading');
  const found = new Map<string, Block>();
  const add = (name: string, block: Block): void => void (found.has(name) || found.set(name, block));
  for (const block of headings) add(block.address, block);
  for (const block of headings) add(folded(block.address), block);
  return found;
}

function notesOf({ notes, text }: Paper): Labelled[] {
  const first = new Map<string, number>();
  for (const marker of text.markers) {
    const id = String(marker.node.attrs['note']);
    if (!first.has(id)) first.set(id, marker.offset);
  }
  return notes.map((note) => ({
    label: note.label,
    offset: first.get(note.id) ?? null,
    note,
    inferred: false,
  }));
}

const known = new WeakMap<PaperText, AddressIndex>();

/** The index of a paper; made when it is first asked for. */
export function addressIndex(paper: Paper): AddressIndex {
  let index = known.get(paper.text);
  if (!index) {
    const pages = paper.text.pages.map(({ offset, node }) => ({
      label: String(node.attrs['label']),
      offset,
      note: null,
      inferred: node.attrs['evidence'] === 'inferred',
    }));
    index = {
      sections: sectionsOf(paper.text),
      titles: paper.sections.map(({ start, title, label }) => ({
        start,
        forms: [folded(title), folded(`${label} ${title}`)],
      })),
      paragraphs: paragraphsOf(paper.text),
      pages,
      notes: notesOf(paper),
    };
    known.set(paper.text, index);
  }
  return index;
}

const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanNumber(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) {
    const value = romans[word[at] ?? ''] ?? 0;
    sum += value < (romans[word[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

/** A label as a place in its own series: `A-3` is the third of `a-`, `xii` the twelfth of the Roman ones; null for others. */
export function ordinalOf(label: string): { readonly series: string; readonly number: number } | null {
  const plain = label.trim().toLowerCase();
  if (/^[ivxlcdm]{1,12}$/u.test(plain)) return { series: 'roman', number: romanNumber(plain) };
  const [, series, number] = /^(.{0,20}?)(\d{1,9})$/u.exec(plain) ?? [];
  if (series !== undefined) return { series, number: Number(number) };
  return /^[a-z]$/u.test(plain) ? { series: 'letter', number: plain.charCodeAt(0) - 96 } : null;
}

/** The item of the same series that is nearest by number, the earlier of two; null where there is none. */
function nearestOf(items: readonly Labelled[], label: string): Labelled | null {
  const wanted = ordinalOf(label);
  let nearest: Labelled | null = null;
  let least = Infinity;
  for (const item of wanted ? items : []) {
    const here = ordinalOf(item.label);
    if (!here || here.series !== wanted?.series) continue;
    const distance = Math.abs(here.number - wanted.number);
    if (distance < least) [nearest, least] = [item, distance];
  }
  return nearest;
}

/**
 * The items under a label, spelled as it is or else in another case; where there is none, the nearest of the
 * same series and `exact` false. Empty where there is nothing near.
 */
export function byLabel(
  items: readonly Labelled[],
  label: string,
): { readonly found: readonly Labelled[]; readonly exact: boolean } {
  const same = items.filter((item) => item.label === label);
  if (same.length > 0) return { found: same, exact: true };
  const alike = items.filter((item) => item.label.toLowerCase() === label.toLowerCase());
  if (alike.length > 0) return { found: alike, exact: true };
  const nearest = nearestOf(items, label);
  return { found: nearest ? [nearest] : [], exact: false };
}
