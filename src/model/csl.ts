/** Works as CSL-JSON has them (the input of citation styles), and the one reader of untrusted ones. */

/** A person, or a body under `literal`. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly suffix?: string;
  readonly 'dropping-particle'?: string;
  readonly 'non-dropping-particle'?: string;
}

/** A date: year, month, day as far as they are known, or words. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly literal?: string;
}

const texts = [
  'title',
  'title-short',
  'container-title',
  'collection-title',
  'volume',
  'issue',
  'page',
  'edition',
  'genre',
  'publisher',
  'publisher-place',
  'language',
  'note',
  'DOI',
  'ISBN',
  'ISSN',
  'URL',
] as const;
const people = ['author', 'editor', 'translator'] as const;
const dates = ['issued', 'accessed'] as const;

/** An item of a bibliography. */
export type CslItem = {
  readonly id: string;
  readonly type: string;
} & Readonly<Partial<Record<(typeof texts)[number], string>>> &
  Readonly<Partial<Record<(typeof people)[number], readonly CslName[]>>> &
  Readonly<Partial<Record<(typeof dates)[number], CslDate>>>;

const longest = 10_000;
const most = 1_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** A text, or a number as one; null where it is neither or too long. */
function readText(value: unknown): string | null {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  return typeof text === 'string' && text.length <= longest
    ? text.replace(/\p{Surrogate}/gu, '\uFFFD')
    : null;
}

const nameParts = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'];

function readPeople(value: unknown): readonly CslName[] | null {
  if (!Array.isArray(value) || value.length > most) return null;
  const names = value.filter(isObject).map((one) => {
    const parts = nameParts.flatMap((part) => {
      const text = readText(own(one, part));
      return text ? [[part, text]] : [];
    });
    return Object.freeze(Object.fromEntries(parts) as CslName);
  });
  return Object.freeze(names.filter((name) => Object.keys(name).length > 0));
}

function readDate(value: unknown): CslDate | null {
  if (!isObject(value)) return null;
  const literal = readText(own(value, 'literal'));
  const parts = own(value, 'date-parts');
  if (!Array.isArray(parts) || parts.length > 2) return literal ? Object.freeze({ literal }) : null;
  const read = parts.map((one) =>
    Object.freeze(
      (Array.isArray(one) ? one.slice(0, 3) : []).map(Number).filter((part) => Number.isSafeInteger(part)),
    ),
  );
  return Object.freeze({ 'date-parts': Object.freeze(read), ...(literal ? { literal } : {}) });
}

/** Reads an item of untrusted JSON: a deeply frozen copy with what is known of it, or null where it is none. */
export function readCslItem(value: unknown): CslItem | null {
  if (!isObject(value)) return null;
  const id = readText(own(value, 'id'));
  const type = own(value, 'type');
  if (id === null || typeof type !== 'string' || !/^[a-z][a-z_-]{0,40}$/u.test(type)) return null;
  const item: Record<string, unknown> = { id, type };
  const take = (fields: readonly string[], read: (field: unknown) => unknown): void => {
    for (const field of fields) {
      const found = read(own(value, field));
      if (found !== null && found !== '') item[field] = found;
    }
  };
  take(texts, readText);
  take(people, readPeople);
  take(dates, readDate);
  return Object.freeze(item) as unknown as CslItem;
}
