/** Makes CSL-JSON as programs write it into CSL-JSON as it is specified: dates, markup, lists. Part of references. */

/** Markup that CSL processors allow in a text; the words stay. */
const markup = /<\/?(?:i|b|sc|sub|sup|span)(?:\s[^<>]{0,200})?>/giu;

/** Plain words with single spaces; what is not a text is left as it is. */
function tidyText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value
    .replace(markup, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** `2001/03/04/spring` and `2001-03-04` as they stand in `raw` or instead of an object. */
function tidyDate(value: unknown): unknown {
  const raw =
    typeof value === 'string' || typeof value === 'number' ? value : (value as { raw?: unknown } | null)?.raw;
  if (typeof raw !== 'string' && typeof raw !== 'number') return tidyDateParts(value);
  const words = String(raw).trim();
  const [, year, month, day, season] =
    /^(-?\d{4})(?:[/-](\d{1,2})?)?(?:[/-](\d{1,2})?)?(?:[/-](.*))?$/u.exec(words) ?? [];
  if (year === undefined) return { literal: words };
  const parts = [year, month, month && day].filter(Boolean).map(Number);
  return { 'date-parts': [parts], ...(season ? { season } : {}) };
}

/** Empty parts at the end of a date are none: `[2001, null]`, `[2001, ""]`, `[2001, 0]`. */
function tidyDateParts(value: unknown): unknown {
  const parts = (value as { 'date-parts'?: unknown } | null)?.['date-parts'];
  if (!Array.isArray(parts)) return value;
  const full = parts.slice(0, 3).flatMap((part: unknown) => {
    if (!Array.isArray(part)) return [part];
    const numbers = part.map((one: unknown) =>
      typeof one === 'string' && /^-?\d{1,4}$/u.test(one) ? Number(one) : one,
    );
    const end = numbers.findIndex((one, at) => at > 0 && !one);
    const kept = numbers.slice(0, end < 0 ? 3 : end);
    return kept.length > 0 && kept[0] !== null && kept[0] !== '' ? [kept] : [];
  });
  return { ...(value as object), 'date-parts': full };
}

function tidyName(value: unknown): unknown {
  if (typeof value === 'string') return { literal: tidyText(value) };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, tidyText(part)] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== ''));
}

const dates = ['issued', 'accessed', 'original-date'];
const people = ['author', 'editor', 'translator', 'container-author'];

function tidyField(key: string, value: unknown): unknown {
  if (dates.includes(key)) return tidyDate(value);
  if (people.includes(key)) return (Array.isArray(value) ? value : [value]).map(tidyName);
  // Some programs give lists where CSL has one text.
  const isTexts = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
  return tidyText(isTexts ? (key === 'URL' || key === 'DOI' ? value[0] : value.join('; ')) : value);
}

/** The same item, its own fields tidied; anything else is left as it is. Pure. */
export function tidyItem(csl: unknown): unknown {
  if (typeof csl !== 'object' || csl === null || Array.isArray(csl)) return csl;
  const fields = Object.entries(csl).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(fields.map(([key, value]) => [key, tidyField(key, value)]));
}
