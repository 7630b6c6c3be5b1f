/**
 * Addresses that one can say aloud: section, paragraph, sentence, and the page beside them; how they are
 * written, spoken and put into links. `find-address` reads them back. Pure.
 */
import { blockAt, pageAt, type Paper } from '../model/paper.ts';
import { addressIndex, partsOf } from './address-index.ts';
import { sentenceAt } from './sentences.ts';

/** A page, and whether its number is only inferred. */
export interface PageLabel {
  readonly label: string;
  readonly inferred: boolean;
}

/** Where something stands in a paper. */
export interface Address {
  /** Address of the section (`III.B`); empty outside any. */
  readonly section: string;
  /** Number of the paragraph in its section, from 1; null on a heading. */
  readonly paragraph: number | null;
  /** Number of the sentence in its paragraph, from 1; null on a heading and in an empty paragraph. */
  readonly sentence: number | null;
  /** The page that the offset itself lies on; null where the copy has none. */
  readonly page: PageLabel | null;
}

/** The address of an offset. Outside the text: that of the first or the last block. */
export function addressOf(paper: Paper, offset: number): Address {
  const block = blockAt(paper, offset);
  const page = pageAt(paper, offset);
  if (!block) return { section: '', paragraph: null, sentence: null, page };
  const { section, number } = partsOf(block);
  const sentence = number === null ? null : (sentenceAt(paper, offset)?.number ?? null);
  return { section, paragraph: number, sentence, page };
}

/** A section whose name is a mere number is marked as one: a 4 alone would be a page or a note. */
const saySection = (section: string): string => (/^\d+$/u.test(section) ? `§${section}` : section);

/** `III.B ¶4 s2`; `¶12 s1` outside sections; `III.B` or `§4` for a heading; empty where there is nothing to say. */
export function sayAddress({ section, paragraph, sentence }: Omit<Address, 'page'>): string {
  const parts = [
    saySection(section),
    paragraph !== null && `¶${paragraph}`,
    sentence !== null && `s${sentence}`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** `p. 54`; `p. [54]` where the number is inferred. */
export const sayPage = ({ label, inferred }: PageLabel): string =>
  inferred ? `p. [${label}]` : `p. ${label}`;

/** Address and page in one: `III.B ¶4 s2, p. [54]`. */
export const sayPlace = (address: Address): string =>
  [sayAddress(address), address.page && sayPage(address.page)].filter(Boolean).join(', ');

/** For speech: `section III B, paragraph 4, sentence 2, page 54`. An inferred page says so. */
export function speakAddress({ section, paragraph, sentence, page }: Address): string {
  const parts = [
    section && `section ${section.replaceAll('.', ' ')}`,
    paragraph !== null && `paragraph ${paragraph}`,
    sentence !== null && `sentence ${sentence}`,
    page && `page ${page.label}${page.inferred ? ' (inferred)' : ''}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/**
 * The address as a link has it: `III.B.4.s2`, `III.B.4`, `III.B`. Where that would name a section, the
 * paragraph is marked: `III.C.p1`, and `¶1` outside sections. Empty where the address is.
 */
export function linkAddress(paper: Paper, { section, paragraph, sentence }: Omit<Address, 'page'>): string {
  if (paragraph === null) return section;
  const { sections } = addressIndex(paper);
  const tail = sentence === null ? '' : `.s${sentence}`;
  const plain = section ? `${section}.${paragraph}` : String(paragraph);
  if (!sections.has(plain) && !sections.has(`${plain}${tail}`)) return `${plain}${tail}`;
  const marked = section ? `${section}.p${paragraph}` : `¶${paragraph}`;
  return sections.has(marked) || sections.has(`${marked}${tail}`)
    ? `${section}.¶${paragraph}${tail}`
    : `${marked}${tail}`;
}
