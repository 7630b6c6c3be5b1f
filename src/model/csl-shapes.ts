/** The gate for references from outside: reads CSL-JSON that may be hostile, whole or as far as it goes. */
import { cslTypes, type CslDate, type CslDateParts, type CslItem, type CslName } from './csl.ts';
import { list, matching, oneOf, partial, text, Unsound, type Shape } from './shapes.ts';

const most = Object.freeze({ names: 500, name: 500, line: 2_000, note: 10_000, url: 2_000 });

/** A text that is not empty; CSL-JSON also writes numbers where it means texts. */
const line =
  (max: number): Shape<string> =>
  (value) => {
    const read = text(max)(typeof value === 'number' && Number.isFinite(value) ? String(value) : value);
    return read === '' ? new Unsound('is empty') : read;
  };

const words = line(most.line);

/** The identifier of a DOI without its resolver, in lower case as the DOI rules compare it; null where it is none. */
export function bareDoi(value: string): string | null {
  const bare = value.trim().replace(/^(?:https?:\/\/)?(?:dx\.)?(?:www\.)?doi\.org\/|^doi:\s*/iu, '');
  return /^10\.\d{4,9}\/[^\s"<>]{1,500}$/u.test(bare) ? bare.toLowerCase() : null;
}

const doi: Shape<string> = (value) =>
  (typeof value === 'string' ? bareDoi(value) : null) ?? new Unsound('is not a DOI');

/** The address as the browser writes it, where it is one of the web; null otherwise. */
export function webAddress(value: string): string | null {
  if (value.length > most.url || !URL.canParse(value.trim())) return null;
  const url = new URL(value.trim());
  const isWeb = (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password;
  return isWeb ? url.href : null;
}

const address: Shape<string> = (value) =>
  (typeof value === 'string' ? webAddress(value) : null) ?? new Unsound('is not an address of the web');

const name: Shape<CslName> = (value) => {
  const read = partial<CslName>({
    family: line(most.name),
    given: line(most.name),
    'dropping-particle': line(most.name),
    'non-dropping-particle': line(most.name),
    suffix: line(most.name),
    literal: line(most.name),
  })(value);
  if (read instanceof Unsound || read.family || read.literal || read.given) return read;
  return new Unsound('is no name');
};

const whole = (value: unknown, least: number, top: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= top;

/** `[2004, 3, 1]`: also with its numbers as texts, as many programs write them. */
const dateParts: Shape<CslDateParts> = (value) => {
  if (!Array.isArray(value) || value.length < 1 || value.length > 3) return new Unsound('is not a date');
  const parts = value.map((part: unknown) =>
    typeof part === 'string' && /^-?\d{1,4}$/u.test(part) ? Number(part) : part,
  );
  const [year, month = 1, day = 1] = parts;
  // Months above 12 are seasons in older data.
  const isDate = whole(year, -9999, 9999) && whole(month, 1, 24) && whole(day, 1, 31);
  return isDate ? Object.freeze(parts as number[]) : new Unsound('is not a date');
};

const date: Shape<CslDate> = (value) => {
  const read = partial<CslDate>({
    'date-parts': list(dateParts, 2),
    season: line(100),
    circa: (given) => given === true || given === 'true' || given === 1 || new Unsound('is not true'),
    literal: words,
  })(value);
  if (read instanceof Unsound || read['date-parts']?.length || read.literal) return read;
  return new Unsound('is no date');
};

const names = list(name, most.names);

type Fields = { readonly [K in keyof CslItem]-?: Shape<NonNullable<CslItem[K]>> };

const fields: Fields = {
  id: line(most.name),
  type: oneOf(...cslTypes),
  title: words,
  'title-short': words,
  author: names,
  editor: names,
  translator: names,
  'container-author': names,
  issued: date,
  accessed: date,
  'original-date': date,
  'container-title': words,
  'collection-title': words,
  'collection-number': words,
  'event-title': words,
  authority: words,
  volume: words,
  'number-of-volumes': words,
  issue: words,
  page: words,
  number: words,
  edition: words,
  genre: words,
  medium: words,
  archive: words,
  archive_location: words,
  publisher: words,
  'publisher-place': words,
  DOI: doi,
  ISBN: words,
  ISSN: words,
  URL: address,
  language: matching(/^[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}$/u, 'a language tag'),
  note: line(most.note),
};

/** What `salvageItem` kept, and what it could not: `where` names the field. */
export interface Salvaged {
  readonly item: CslItem;
  readonly lost: readonly Unsound[];
}

/** The items of a list that can be read, one by one; the whole value where it is no list. */
function salvageField(key: keyof CslItem, value: unknown, lost: Unsound[]): unknown {
  const read = fields[key](value);
  if (!(read instanceof Unsound)) return read;
  lost.push(read.within(key));
  if (fields[key] !== names || !Array.isArray(value)) return undefined;
  const kept = value.slice(0, most.names).flatMap((one) => {
    const person = name(one);
    return person instanceof Unsound ? [] : [person];
  });
  return kept.length > 0 ? Object.freeze(kept) : undefined;
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * Reads what can be read of an object from outside, field by field, and tells what could not: a deeply frozen
 * copy. An unknown or missing type becomes `document`, a missing id is an empty one. Null where it is no object.
 */
export function salvageItem(value: unknown): Salvaged | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const given = value as Record<string, unknown>;
  const kept: Record<string, unknown> = { id: '', type: 'document' };
  const lost: Unsound[] = [];
  for (const key of Object.keys(fields) as (keyof CslItem)[]) {
    if (!Object.hasOwn(given, key) || isNothing(given[key])) continue;
    const read = salvageField(key, given[key], lost);
    if (read !== undefined) kept[key] = read;
  }
  return { item: Object.freeze(kept) as unknown as CslItem, lost };
}

/**
 * Reads an item as a notebook keeps it; null where it has no id or no known type. A field that is not sound is
 * left behind, as every reader of CSL leaves what it does not understand.
 */
export function readCslItem(value: unknown): CslItem | null {
  const salvaged = salvageItem(value);
  const type = (value as { readonly type?: unknown } | null)?.type;
  return salvaged && salvaged.item.id !== '' && salvaged.item.type === type ? salvaged.item : null;
}
