/** What another program's annotation may say in a file of ours: whatever breaks a MUST of the recommendation stays out. */
import { isObject, listOf, offsetIn, own, textIn, without, type JsonObject } from './json-values.ts';
import { annotationContext } from './w3c-vocabulary.ts';

/** True for an IRI with a scheme and nothing in it that an IRI may not hold. */
export const isIri = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/iu.test(value);

const isDate = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u.test(value) &&
  !Number.isNaN(Date.parse(value));

const isIris = (value: unknown): boolean => listOf(value).every(isIri);

const withValue = new Set(['FragmentSelector', 'CssSelector', 'XPathSelector', 'SvgSelector']);
const withOffsets = new Set(['TextPositionSelector', 'DataPositionSelector']);

function isSelector(value: unknown, level = 0): boolean {
  if (typeof value === 'string') return isIri(value);
  if (!isObject(value) || level > 8) return false;
  const type = textIn(value, 'type');
  const refined = own(value, 'refinedBy');
  if (refined !== undefined && !listOf(refined).every((one) => isSelector(one, level + 1))) return false;
  if (type === 'TextQuoteSelector') return typeof own(value, 'exact') === 'string';
  if (withOffsets.has(type)) return offsetIn(value, 'start') !== null && offsetIn(value, 'end') !== null;
  if (withValue.has(type)) return typeof own(value, 'value') === 'string';
  const ends = [own(value, 'startSelector'), own(value, 'endSelector')];
  return type === 'RangeSelector' && ends.every((one) => isObject(one) && isSelector(one, level + 1));
}

function isState(value: unknown): boolean {
  if (!isObject(value)) return isIri(value);
  const dates = ['sourceDate', 'sourceDateStart', 'sourceDateEnd'].flatMap((key) => listOf(own(value, key)));
  const hasStart = own(value, 'sourceDateStart') !== undefined;
  const isPaired = hasStart === (own(value, 'sourceDateEnd') !== undefined);
  const isTime = textIn(value, 'type') === 'TimeState' && dates.every(isDate) && isPaired;
  return isTime || (textIn(value, 'type') === 'HttpRequestState' && typeof own(value, 'value') === 'string');
}

function isTarget(value: unknown): boolean {
  if (!isObject(value)) return isIri(value);
  const source = own(value, 'source');
  if (source === undefined) return isIri(own(value, 'id')) && own(value, 'value') === undefined;
  const hasSource = isIri(source) || isIri(own(source, 'id'));
  const selectors = listOf(own(value, 'selector'));
  return hasSource && selectors.every((one) => isSelector(one)) && listOf(own(value, 'state')).every(isState);
}

const isTextual = (body: JsonObject): boolean =>
  typeof own(body, 'value') === 'string' &&
  own(body, 'items') === undefined &&
  own(body, 'source') === undefined;

function isBody(value: unknown): boolean {
  if (!isObject(value)) return isIri(value);
  if (own(value, 'value') !== undefined) return isTextual(value);
  if (own(value, 'source') !== undefined) return isTarget(value) && own(value, 'items') === undefined;
  if (own(value, 'items') !== undefined)
    return own(value, 'purpose') === undefined && listOf(own(value, 'items')).every(isBody);
  return isIri(own(value, 'id')) && own(value, 'purpose') === undefined;
}

/** What each key must be, where it is there. */
const musts: Readonly<Record<string, (value: unknown) => boolean>> = {
  created: isDate,
  modified: isDate,
  generated: isDate,
  rights: isIris,
  canonical: isIri,
  via: isIris,
  target: (value) => listOf(value).length > 0 && listOf(value).every(isTarget),
  body: (value) => listOf(value).length > 0 && listOf(value).every(isBody),
  bodyValue: (value) => typeof value === 'string',
};

/** An annotation without the keys whose values break the recommendation, in the context that it must be in. */
export function soundItem(item: JsonObject): JsonObject {
  const broken = Object.keys(musts).filter((key) => {
    const value = own(item, key);
    return value !== undefined && !musts[key]?.(value);
  });
  if (own(item, 'body') !== undefined) broken.push('bodyValue');
  const contexts = listOf(own(item, '@context'));
  const sound = without(item, broken);
  return contexts.includes(annotationContext) ? sound : { ...sound, '@context': annotationContext };
}
