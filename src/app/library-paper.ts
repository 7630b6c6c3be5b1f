/** A paper as the library shows it: one value for those that ship with Warrant and those that are kept on the device. Pure. */
import { readFront } from '../model/front-shape.ts';
import type { Front } from '../model/paper.ts';
import { cleanTag } from '../model/tags.ts';
import type { KeptPaper } from '../storage/papers.ts';
import type { Listed } from './corpus.ts';

export interface LibraryPaper {
  readonly id: string;
  /** `kept`: added on this device. `shipped`: comes with Warrant; `sample`: likewise, to try things on. */
  readonly source: 'kept' | 'shipped' | 'sample';
  readonly front: Front;
  readonly counts: { readonly notes: number; readonly pages: number; readonly words: number };
  readonly tags: readonly string[];
  /** The format it was read from, and the file; null for what ships. */
  readonly format: string | null;
  readonly fileName: string | null;
  /** Bytes on this device; 0 for what ships. */
  readonly size: number;
  /** When it was added, an ISO date; null for what ships. */
  readonly added: string | null;
  /** When it was removed; null while it is on the shelf. */
  readonly removed: string | null;
}

/** What the reader has done about a paper that ships; kept in the settings, to be checked like any input. */
export interface ShippedState {
  readonly tags: readonly string[];
  readonly removed: string | null;
}

/** Name of the setting that keeps it, by id of the paper. */
export const shippedKey = 'library/shipped';

const count = (value: unknown): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;

const textOr = <T>(value: unknown, other: T): string | T =>
  typeof value === 'string' && value ? value : other;

/** The tags of a paper: clean, none twice, 100 at most. */
export const cleanTags = (value: unknown): readonly string[] => {
  const tags = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  return [...new Set(tags.slice(0, 100).map(cleanTag).filter(Boolean))];
};

/** A paper that was added; what is kept of it is checked here. */
export function keptPaper(kept: KeptPaper): LibraryPaper {
  const counts = (kept.counts as Partial<KeptPaper['counts']> | undefined) ?? {};
  return {
    id: kept.id,
    source: 'kept',
    front: readFront(kept.front),
    counts: { notes: count(counts.notes), pages: count(counts.pages), words: count(counts.words) },
    tags: cleanTags(kept.tags),
    format: textOr(kept.format, null),
    fileName: textOr(kept.fileName, null),
    size: count(kept.size),
    added: textOr(kept.added, null),
    removed: textOr(kept.removed, null),
  };
}

/** What the setting says of a paper that ships. */
export function shippedState(setting: unknown, id: string): ShippedState {
  const all = typeof setting === 'object' && setting !== null ? (setting as Record<string, unknown>) : {};
  const own = (Object.hasOwn(all, id) ? all[id] : null) as Partial<ShippedState> | null | undefined;
  return { tags: cleanTags(own?.tags), removed: textOr(own?.removed, null) };
}

/** A paper that ships, with what the reader has done about it. */
export function shippedPaper(listed: Listed, setting: unknown): LibraryPaper {
  const [firstPage = null, lastPage = null] = listed.pages?.split('–') ?? [];
  return {
    id: listed.id,
    source: listed.isSample ? 'sample' : 'shipped',
    front: readFront({ ...listed, firstPage, lastPage }),
    counts: listed.counts,
    format: null,
    fileName: null,
    size: 0,
    added: null,
    ...shippedState(setting, listed.id),
  };
}

/** Where it appeared: `Alternatives 7 (2 & 3), pp. 47–61`; empty where nothing is known. */
export function appearedIn({ journal, volume, issue, firstPage, lastPage, publisher }: Front): string {
  const place = [journal ?? publisher, volume, issue && `(${issue})`].filter(Boolean).join(' ');
  const [one, other] = [firstPage ?? lastPage, lastPage ?? firstPage];
  const pages = one === null ? '' : one === other ? `p. ${one}` : `pp. ${one}–${other}`;
  return [place, pages].filter(Boolean).join(', ');
}

/** By whom and when: `Ada Byron and Alan Turing, 1843`; of many the first, with how many more. Empty where nothing is known. */
export function writtenBy({ authors, year }: Front): string {
  const [first, ...others] = authors;
  const people =
    others.length > 3
      ? `${first} and ${others.length} others`
      : [authors.slice(0, -1).join(', '), authors.at(-1)].filter(Boolean).join(' and ');
  return [people, year === null ? '' : String(year)].filter(Boolean).join(', ');
}
