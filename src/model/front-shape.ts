/** The gate for front matter from outside: what is kept on the device, what a package brings, what a person typed. */
import { bareDoi, salvageItem, webAddress } from './csl-shapes.ts';
import type { CslName } from './csl.ts';
import type { Front } from './paper.ts';

/** Longest that a line of front matter may be, in UTF-16 units. */
export const longestLine = 2_000;

/** A line of words with single spaces; null where there is none. Numbers count as words. */
export function lineOf(value: unknown): string | null {
  const words = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof words !== 'string') return null;
  const line = words
    .slice(0, longestLine)
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s+/gu, ' ')
    .trim();
  return line || null;
}

/** A name as one writes it: given name first. */
export const wholeName = (name: CslName): string => {
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const parts = [name.given, name['dropping-particle'], family, name.suffix];
  return name.literal ?? parts.filter(Boolean).join(' ');
};

/** A whole year; null where it is none. */
const yearOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 9999 ? value : null;

const lines = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.slice(0, 500).flatMap((one) => lineOf(one) ?? []) : [];

/**
 * Reads front matter, field by field: a frozen copy of what is sound. What is not, is unknown; a paper without a title
 * is called “Untitled”. Never throws.
 */
export function readFront(value: unknown): Front {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const field = (key: keyof Front): unknown => (Object.hasOwn(given, key) ? given[key] : undefined);
  const line = (key: keyof Front): string | null => lineOf(field(key));
  const names = salvageItem({ author: field('names') })?.item.author ?? [];
  const authors = names.length > 0 ? names.map(wholeName).filter(Boolean) : lines(field('authors'));
  return Object.freeze({
    title: line('title') ?? 'Untitled',
    authors: Object.freeze(authors),
    year: yearOf(field('year')),
    journal: line('journal'),
    volume: line('volume'),
    issue: line('issue'),
    season: line('season'),
    firstPage: line('firstPage'),
    lastPage: line('lastPage'),
    ...(names.length > 0 ? { names } : {}),
    publisher: line('publisher'),
    doi: bareDoi(line('doi') ?? ''),
    issn: line('issn'),
    url: webAddress(line('url') ?? ''),
  });
}
