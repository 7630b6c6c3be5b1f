/** The words of the screen that mends a paper: what blocks and findings are called, and what deciding one does. Pure. */
import type { DraftBlock, FindingKind, ImportFinding } from '../model/draft.ts';

/** What a block is, for the margin: a sign, and its name. */
export interface KindName {
  readonly sign: string;
  readonly name: string;
}

/** What a block is called. */
export function kindName({ kind, level = 1, isContinued }: DraftBlock): KindName {
  switch (kind) {
    case 'heading':
      return { sign: `H${level}`, name: `Heading ${level}` };
    case 'paragraph':
      return { sign: '¶', name: 'Paragraph' };
    case 'quotation':
      return { sign: '“', name: isContinued ? 'Quotation, goes on' : 'Quotation' };
    case 'item':
      return { sign: '•', name: isContinued ? 'List item, goes on' : 'List item' };
    case 'table':
      return { sign: '▦', name: 'Table' };
    case 'figure':
      return { sign: '▣', name: 'Figure' };
    case 'furniture':
      return { sign: '–', name: 'Not part of the text' };
    case 'uncertain':
      return { sign: '?', name: 'Kept aside, unsure' };
  }
}

/** One and many of each kind of finding. */
const findingNames: Readonly<Record<FindingKind, readonly [string, string]>> = {
  'marker-weak': ['Weak note number', 'Weak note numbers'],
  'marker-missing': ['Note number not found', 'Note numbers not found'],
  'note-missing': ['Note without words', 'Notes without words'],
  'note-unmarked': ['Note without a number in the text', 'Notes without a number in the text'],
  'heading-doubtful': ['Uncertain heading', 'Uncertain headings'],
  'quotation-doubtful': ['Uncertain quotation', 'Uncertain quotations'],
  'paragraph-doubtful': ['Uncertain paragraph', 'Uncertain paragraphs'],
  'hyphen-undecided': ['Undecided hyphen', 'Undecided hyphens'],
  'order-doubtful': ['Uncertain order', 'Uncertain orders'],
  'page-inferred': ['Page start inferred', 'Page starts inferred'],
  'aside-doubtful': ['Kept out of the text', 'Kept out of the text'],
  'front-guessed': ['Guessed title or author', 'Guessed titles and authors'],
  unread: ['Could not be read', 'Could not be read'],
};

/** What a kind of finding is called, one or many. */
export const findingName = (kind: FindingKind, count = 1): string => findingNames[kind][count === 1 ? 0 : 1];

/** What became of a finding. */
export const stateWords: Readonly<Record<ImportFinding['state'], string>> = {
  open: 'open',
  confirmed: 'confirmed',
  dismissed: 'dismissed',
  mended: 'mended',
};

/** A finding in a line: `Weak note number 41`. */
export const findingLine = ({ kind, quote }: ImportFinding): string =>
  quote ? `${findingName(kind)}: ${quote}` : findingName(kind);

/** So many code points of words stand for a block where it is named. */
const shown = 60;

/** The beginning of words, cut at a space. */
export function beginning(words: string): string {
  const single = words.replace(/\s+/gu, ' ').trim();
  if (single.length <= shown) return single;
  return `${single.slice(0, shown).replace(/\s?\S*$/u, '')} …`;
}
