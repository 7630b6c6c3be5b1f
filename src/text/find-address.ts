/**
 * Finds what an address names, as a person types or says it (`III.B ¶4 s2`, `iii b 4`, `p. 54`, `note 53`,
 * a bare number, the beginning of a title) or as a link has it. Where it does not exist: the nearest that does. Pure.
 */
import type { Block } from '../model/paper-text.ts';
import type { Paper } from '../model/paper.ts';
import { sayAddress, sayPage, addressOf } from './address.ts';
import {
  addressIndex,
  byLabel,
  folded,
  ordinalOf,
  partsOf,
  type AddressIndex,
  type Labelled,
} from './address-index.ts';
import { bareSection, readAddress, type Asked } from './read-address.ts';
import { sentencesIn } from './sentences.ts';

export type PlaceKind = 'section' | 'paragraph' | 'sentence' | 'page' | 'note';

/** What an address names. */
export interface FoundPlace {
  readonly kind: PlaceKind;
  /** Where it starts: of a note its first marker; null for a note without a marker in the text. */
  readonly offset: number | null;
  /** As one says it: `III.B ¶4 s2`, `p. [54]`, `note 53`. */
  readonly name: string;
  /** False where what was asked for does not exist, and this is the nearest thing that does. */
  readonly exact: boolean;
  /** Id of the note; null for other kinds. */
  readonly note: string | null;
  /** What else the same words name exactly, in order of likelihood. */
  readonly others: readonly FoundPlace[];
}

const longest = 300;

const at = (paper: Paper, kind: PlaceKind, offset: number, exact: boolean, name?: string): FoundPlace => ({
  kind,
  offset,
  name: name ?? sayAddress(addressOf(paper, offset)),
  exact,
  note: null,
  others: [],
});

const toSection = (paper: Paper, block: Block, exact: boolean): FoundPlace =>
  at(paper, 'section', block.start, exact);

function toBlock(paper: Paper, block: Block, exact: boolean): FoundPlace {
  if (block.kind === 'heading') return toSection(paper, block, exact);
  const { section, number } = partsOf(block);
  return at(
    paper,
    'paragraph',
    block.start,
    exact,
    sayAddress({ section, paragraph: number, sentence: null }),
  );
}

/** A page or a note of several with one label is the first; the rest are what else it may be. */
function toLabelled(kind: 'page' | 'note', items: readonly Labelled[], label: string): FoundPlace[] {
  const { found, exact } = byLabel(items, label);
  return found.map(({ offset, label: own, note, inferred }) => ({
    kind,
    offset,
    name: kind === 'note' ? `note ${own}` : sayPage({ label: own, inferred }),
    exact,
    note: note?.id ?? null,
    others: [],
  }));
}

/** The heading of a section by its address, in any spelling, with or without a word that it is one. */
function sectionOf({ sections }: AddressIndex, name: string): Block | undefined {
  const bare = bareSection(name) ?? name;
  return sections.get(name) ?? sections.get(folded(name)) ?? sections.get(bare) ?? sections.get(folded(bare));
}

/** The section around one that does not exist (`III` for `III.F`), or at the top the nearest by number. */
function nearSection(index: AddressIndex, name: string): Block | undefined {
  const bare = bareSection(name) ?? name;
  const parts = folded(bare).split(' ');
  for (let count = parts.length - 1; count > 0; count -= 1) {
    const around = index.sections.get(parts.slice(0, count).join(' '));
    if (around) return around;
  }
  if (!ordinalOf(bare)) return undefined;
  const top = [...new Set(index.sections.values())]
    .filter((block) => !block.address.includes('.'))
    .map((block) => ({ label: block.address, offset: block.start, note: null, inferred: false }));
  const [nearest] = byLabel(top, bare).found;
  return nearest && index.sections.get(nearest.label);
}

/** The item that is asked for by number, else the first or the last. */
const clamped = <T>(items: readonly T[], wanted: T | undefined, below: boolean): T | undefined =>
  wanted ?? (below ? items[0] : items.at(-1));

function toSentence(paper: Paper, block: Block, number: number): FoundPlace {
  const sentences = sentencesIn(paper, block);
  const sentence = clamped(sentences, sentences[number - 1], number < 1);
  return sentence
    ? at(paper, 'sentence', sentence.start, sentence.number === number)
    : toBlock(paper, block, false);
}

function toParagraph(paper: Paper, asked: Extract<Asked, { to: 'paragraph' }>): FoundPlace | null {
  const index = addressIndex(paper);
  const heading = asked.section ? sectionOf(index, asked.section) : undefined;
  if (asked.section && !heading) {
    const near = nearSection(index, asked.section);
    return near ? toSection(paper, near, false) : null;
  }
  const own = index.paragraphs.get(heading?.address ?? '') ?? [];
  const exact = own.find((block) => partsOf(block).number === asked.paragraph);
  if (exact && asked.sentence !== null) return toSentence(paper, exact, asked.sentence);
  const block = clamped(own, exact, asked.paragraph < 1) ?? heading;
  return block ? toBlock(paper, block, exact !== undefined) : null;
}

function toTitle(paper: Paper, words: string): FoundPlace[] {
  const wanted = folded(words);
  if (wanted.length < 2) return [];
  return addressIndex(paper)
    .titles.filter(({ forms }) => forms.some((form) => form.startsWith(wanted)))
    .map(({ start }) => at(paper, 'section', start, true));
}

function toNamedSection(paper: Paper, { section, near }: Extract<Asked, { to: 'section' }>): FoundPlace[] {
  const index = addressIndex(paper);
  const exact = sectionOf(index, section);
  const block = exact ?? (near ? nearSection(index, section) : undefined);
  return block ? [toSection(paper, block, exact !== undefined)] : [];
}

/** Everything that one reading of the words names. */
function read(paper: Paper, asked: Asked): (FoundPlace | null)[] {
  const index = addressIndex(paper);
  if (asked.to === 'page') return toLabelled('page', index.pages, asked.label);
  if (asked.to === 'note') return toLabelled('note', index.notes, asked.label);
  if (asked.to === 'title') return toTitle(paper, asked.words);
  return asked.to === 'section' ? toNamedSection(paper, asked) : [toParagraph(paper, asked)];
}

const places = (paper: Paper, asked: Asked): FoundPlace[] =>
  read(paper, asked).filter((found) => found !== null && (found.exact || asked.near)) as FoundPlace[];

const isSame = (one: FoundPlace, other: FoundPlace): boolean =>
  one.offset === other.offset && one.kind === other.kind && one.note === other.note;

function pick(found: readonly FoundPlace[]): FoundPlace | null {
  const first = found.find(({ exact }) => exact) ?? found[0];
  if (!first) return null;
  const others = found.filter((one) => one.exact && !isSame(one, first));
  return { ...first, others: others.filter((one, at) => others.findIndex((two) => isSame(one, two)) === at) };
}

/**
 * What `typed` names in the paper. Of several readings that exist the likeliest: of a bare number the page,
 * then the note, then the section, then the paragraph; the rest are its `others`. Null where nothing is near.
 */
export function findAddress(paper: Paper, typed: string): FoundPlace | null {
  const words = typed.slice(0, longest).replace(/\s+/gu, ' ').trim();
  return pick(readAddress(words).flatMap((asked) => places(paper, asked)));
}

/**
 * What the address of a link names, where a bare number is a section, else a paragraph: `III.C.1` is the section
 * of that name where there is one, else the first paragraph of III.C, which is `III.C.p1` in any case.
 */
export function findLink(paper: Paper, link: string): FoundPlace | null {
  const words = link.slice(0, longest).trim();
  const readings = readAddress(words).filter(({ to }) => to === 'section' || to === 'paragraph');
  return pick(readings.flatMap((asked) => places(paper, asked)));
}
