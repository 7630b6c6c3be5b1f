/** Marks as a person reads them outside of Warrant: what Markdown, CSV and HTML are made from. Pure values. */
import type { Grouping } from './grouping.ts';

/** The same words as plain text, as HTML and as Markdown; in the last two everything that means something there is escaped. */
export interface Words {
  readonly text: string;
  readonly html: string;
  readonly markdown: string;
}

/** A mark, a note, or a claim. */
export interface MarkEntry {
  readonly id: string;
  /** What it is called: “Comment”, “Highlight”, “Claim”. */
  readonly kind: string;
  /** Its place in the text, to be ordered by; null for the paper as a whole, and where the passage is not found. */
  readonly offset: number | null;
  /** The words of each passage; blocks apart by `\n`. */
  readonly quotations: readonly string[];
  /** The language of the quoted text (a BCP 47 tag); empty where it is unknown. */
  readonly language: string;
  /** Number and title of the section; empty outside any. */
  readonly section: string;
  /** `III.B ¶4 s2`; empty where there is nothing to say. */
  readonly address: string;
  /** `54`, `[54]`, `53–54`; empty where the copy has no pages. */
  readonly page: string;
  /** Label of the author's note that it was made in; empty in the text. */
  readonly note: string;
  /** The reader's Markdown. */
  readonly body: string;
  /** The same as HTML that is safe. */
  readonly bodyHtml: string;
  readonly tags: readonly string[];
  /** Key of the colour, and what the reader calls it; both empty for a claim. */
  readonly colour: string;
  readonly meaning: string;
  readonly isUnderlined: boolean;
  /** True where its passage is not found in the text. */
  readonly isOrphan: boolean;
  /** The passage cited; empty where there is none. */
  readonly citation: Words;
  /** The way back to the passage. */
  readonly link: string;
  readonly creator: string;
  readonly created: string;
  readonly modified: string;
  /** What answers it, in the order of their making. */
  readonly replies: readonly MarkEntry[];
}

/** What is written down: entries, and the paper that they are about. */
export interface MarkSheet {
  readonly title: string;
  /** The paper cited as a whole. */
  readonly paper: Words;
  readonly link: string;
  /** When it was written; ISO 8601. */
  readonly now: string;
  readonly entries: readonly MarkEntry[];
}

/** Entries under a heading; empty for none. */
export interface MarkGroup {
  readonly title: string;
  readonly entries: readonly MarkEntry[];
}

/** Headings for what belongs under none of the others. */
export const wholePaper = 'The paper as a whole';
export const unfound = 'Not found in this text';

const place = ({ offset, isOrphan }: MarkEntry): number =>
  offset ?? (isOrphan ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);

/** In the order of the text: first what is about all of it, last what is not found in it. */
export const inOrder = (entries: readonly MarkEntry[]): readonly MarkEntry[] =>
  entries.toSorted((one, other) => {
    const [first, second] = [place(one), place(other)];
    if (first !== second) return first < second ? -1 : 1;
    return one.created === other.created ? 0 : one.created < other.created ? -1 : 1;
  });

function headingsOf(entry: MarkEntry, by: Grouping): readonly string[] {
  if (by === 'colour') return [entry.meaning || entry.kind];
  if (by === 'tag') return entry.tags.length > 0 ? [...new Set(entry.tags)] : ['Without a tag'];
  if (by === 'none') return [''];
  if (entry.isOrphan) return [unfound];
  return [entry.offset === null ? wholePaper : entry.section || 'Before the first section'];
}

/**
 * Entries in groups, and in the order of the text within each. Groups stand as their first entries do, those by tag
 * by name; an entry stands under each of its tags.
 */
export function grouped(entries: readonly MarkEntry[], by: Grouping): readonly MarkGroup[] {
  const groups = new Map<string, MarkEntry[]>();
  for (const entry of inOrder(entries)) {
    for (const title of headingsOf(entry, by)) {
      const known = groups.get(title);
      if (known) known.push(entry);
      else groups.set(title, [entry]);
    }
  }
  const all = [...groups].map(([title, found]) => ({ title, entries: found }));
  if (by !== 'tag') return all;
  const isLast = ({ entries: found }: MarkGroup): boolean => (found[0]?.tags.length ?? 0) === 0;
  return all.sort(
    (one, other) => Number(isLast(one)) - Number(isLast(other)) || one.title.localeCompare(other.title, 'en'),
  );
}

/** `note 53, III.B ¶4 s2, p. 54`: where an entry stands, as one says it; empty where there is nothing to say. */
export const placeOf = ({ note, address, page }: MarkEntry): string =>
  [note && `note ${note}`, address, page && `p. ${page}`].filter(Boolean).join(', ');
