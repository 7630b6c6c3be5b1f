/** What a Markdown file says of itself before its text: YAML, TOML in its simplest form, the title block of pandoc. */
import { CORE_SCHEMA, load } from 'js-yaml';
import { bareDoi, webAddress } from '../../model/csl-shapes.ts';
import type { DraftFront } from '../../model/draft.ts';

export interface MarkdownFront {
  readonly front: DraftFront;
  readonly language: string | null;
  /** The text behind it. */
  readonly rest: string;
}

type Fields = Readonly<Record<string, unknown>>;

const most = 200_000;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null;

/** Authors in all forms that pandoc, Jekyll, Quarto and Hugo have: a name, names, objects with names in parts. */
function authorsIn(value: unknown, depth = 0): string[] {
  if (depth > 4) return [];
  if (typeof value === 'string') return value.split(/;\s*|\s+and\s+(?=\p{Lu})/u).map((name) => name.trim());
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((one) => authorsIn(one, depth + 1));
  if (!isFields(value)) return [];
  const parts = [value['given'] ?? value['given-names'], value['family'] ?? value['surname']]
    .map(textOf)
    .filter(Boolean);
  return parts.length > 0 ? [parts.join(' ')] : authorsIn(value['name'] ?? value['literal'], depth + 1);
}

function fieldsOfYaml(text: string): Fields {
  try {
    const value = load(text, { schema: CORE_SCHEMA, json: true });
    return isFields(value) ? value : {};
  } catch {
    // Not YAML after all: nothing is known.
    return {};
  }
}

/** Lines `key = "value"`; tables and lists are left alone. */
const fieldsOfToml = (text: string): Fields =>
  Object.fromEntries(
    [...text.matchAll(/^(\w+)\s*=\s*["']([^"'\n]*)["']\s*$/gmu)].map(([, key = '', value = '']) => [
      key,
      value,
    ]),
  );

function titleBlock(text: string): { fields: Fields; rest: string } | null {
  const found = /^%(.*(?:\n[ \t].*)*)\n(?:%(.*(?:\n[ \t].*)*)(?:\n|$))?(?:%(.*)(?:\n|$))?/u.exec(text);
  if (!found) return null;
  const [whole, title, author, date] = found;
  const names = (author ?? '')
    .split(/;|\n/u)
    .map((name) => name.trim())
    .filter(Boolean);
  return {
    fields: { title: (title ?? '').replace(/\s+/gu, ' ').trim(), author: names, date: date?.trim() },
    rest: text.slice(whole.length),
  };
}

function parted(text: string): { fields: Fields; rest: string } {
  const yaml = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(text);
  const toml = yaml ? null : /^\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/u.exec(text);
  const found = yaml ?? toml;
  if (!found) return titleBlock(text) ?? { fields: {}, rest: text };
  const inner = found[1] ?? '';
  if (inner.length > most || (yaml && !/^\s*[\w-]+\s*:/mu.test(inner))) return { fields: {}, rest: text };
  return { fields: yaml ? fieldsOfYaml(inner) : fieldsOfToml(inner), rest: text.slice(found[0].length) };
}

/** The first of the fields that says something, as text. */
const first = (fields: Fields, ...names: readonly string[]): string | null =>
  names.map((name) => textOf(fields[name])).find((text) => text !== null) ?? null;

function titleOf(fields: Fields): string | null {
  const [title, subtitle] = [first(fields, 'title'), first(fields, 'subtitle')];
  return title && subtitle ? `${title}: ${subtitle}` : title;
}

const authorsOf = (fields: Fields): readonly string[] | null => {
  const names = ['author', 'authors', 'by'].flatMap((name) => authorsIn(fields[name])).filter(Boolean);
  return names.length > 0 ? [...new Set(names)] : null;
};

/** Reads it, and parts it from the text. */
export function readFront(text: string): MarkdownFront {
  const { fields, rest } = parted(text);
  const year = /\b(1[0-9]{3}|20[0-9]{2})\b/u.exec(first(fields, 'date', 'year', 'issued') ?? '')?.[1];
  const tag = first(fields, 'lang', 'language');
  const known = Object.entries({
    title: titleOf(fields),
    authors: authorsOf(fields),
    year: year ? Number(year) : null,
    journal: first(fields, 'journal'),
    volume: first(fields, 'volume'),
    issue: first(fields, 'issue'),
    publisher: first(fields, 'publisher'),
    doi: bareDoi(first(fields, 'doi', 'DOI') ?? ''),
    url: webAddress(first(fields, 'url') ?? ''),
  }).filter(([, value]) => value);
  return {
    front: Object.fromEntries(known),
    language: tag && /^[a-z]{2,3}(?:[-_][\w-]+)?$/iu.test(tag) ? tag.replace('_', '-') : null,
    rest,
  };
}
