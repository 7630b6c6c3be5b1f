/**
 * The MUSTs of the Web Annotation Data Model (W3C Recommendation of 23 February 2017), as checks of our own words, each
 * by the number of its section: what every annotation, collection and page in a file has to be.
 */

type Value = Readonly<Record<string, unknown>>;

/** One MUST: true where a thing keeps it. */
export interface Must {
  readonly name: string;
  readonly holds: (thing: Value) => boolean;
}

const anno = 'http://www.w3.org/ns/anno.jsonld';

const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
/** RFC 3986 and 3987: a scheme, and none of the signs that must be encoded. */
const isIri = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/u.test(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
/** xsd:dateTime in UTC, written with Z. */
const isDate = (value: unknown): boolean =>
  isText(value) &&
  /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u.test(value as string) &&
  !Number.isNaN(Date.parse(value as string));
const single = (check: (value: unknown) => boolean) => (value: unknown) =>
  list(value).length === 1 && list(value).every(check);
const each = (check: (value: unknown) => boolean) => (value: unknown) => list(value).every(check);
const hasType = (value: Value, type: string): boolean => list(value['type']).includes(type);

/** A MUST about a key, where it is there. */
const may = (section: string, key: string, words: string, check: (value: unknown) => boolean): Must => ({
  name: `${section} ${key} ${words}`,
  holds: (thing) => thing[key] === undefined || check(thing[key]),
});
const must = (section: string, key: string, words: string, check: (value: unknown) => boolean): Must => ({
  name: `${section} ${key} ${words}`,
  holds: (thing) => thing[key] !== undefined && check(thing[key]),
});

const stamps: readonly Must[] = [
  may('3.3.1', 'created', 'is one dateTime in UTC', single(isDate)),
  may('3.3.1', 'modified', 'is one dateTime in UTC', single(isDate)),
  may('3.3.1', 'generated', 'is one dateTime in UTC', single(isDate)),
  may('3.3.6', 'rights', 'are IRIs', each(isIri)),
  may('3.3.7', 'canonical', 'is one IRI', single(isIri)),
  may('3.3.7', 'via', 'are IRIs', each(isIri)),
];

/** Everything called a selector within a target or body, refined ones and both ends of ranges included. */
function selectorsIn(value: unknown): Value[] {
  return list(value)
    .filter(isObject)
    .flatMap((one) => [
      one,
      ...selectorsIn(one['refinedBy']),
      ...selectorsIn(one['startSelector']),
      ...selectorsIn(one['endSelector']),
    ]);
}

const resources = (thing: Value): Value[] =>
  [...list(thing['target']), ...list(thing['body'])]
    .filter(isObject)
    .flatMap((one) => [one, ...list(one['items']).filter(isObject)]);
const specific = (thing: Value): Value[] =>
  resources(thing).filter((one) => one['source'] !== undefined || hasType(one, 'SpecificResource'));
const textual = (thing: Value): Value[] =>
  list(thing['body'])
    .filter(isObject)
    .filter((one) => one['value'] !== undefined || hasType(one, 'TextualBody'));
const sets = (thing: Value): Value[] =>
  resources(thing).filter((one) =>
    ['Choice', 'Composite', 'List', 'Independents'].some((type) => hasType(one, type)),
  );
const states = (thing: Value): Value[] => specific(thing).flatMap((one) => selectorsIn(one['state']));
const ofType = (thing: Value, ...types: string[]): Value[] =>
  specific(thing)
    .flatMap((one) => selectorsIn(one['selector']))
    .filter((one) => types.some((type) => hasType(one, type)));

const all = (name: string, of: (thing: Value) => readonly Value[], check: (one: Value) => boolean): Must => ({
  name,
  holds: (thing) => of(thing).every(check),
});

const isResource = (value: unknown, canBeText: boolean): boolean => {
  if (!isObject(value)) return isIri(value);
  if (value['source'] !== undefined) return true;
  if (list(value['items']).length > 0) return true;
  return canBeText && value['value'] !== undefined ? isText(value['value']) : isIri(value['id']);
};

/** Selectors, and the states that may refine them. */
const known =
  /^(?:(?:Fragment|Css|XPath|TextQuote|TextPosition|DataPosition|Svg|Range)Selector|TimeState|HttpRequestState)$/u;

/** What every annotation must be. */
export const annotationMusts: readonly Must[] = [
  must('3.1', '@context', 'is there, and names the recommendation', (value) => list(value).includes(anno)),
  must(
    '3.1',
    '@context',
    'is a string where it is alone',
    (value) => !Array.isArray(value) || value.length > 1,
  ),
  must('3.1', 'id', 'is exactly one IRI', single(isIri)),
  must('3.1', 'type', 'includes Annotation', (value) => list(value).includes('Annotation')),
  must('3.1', 'target', 'is there', (value) => list(value).length > 0),
  must('3.2', 'target', 'is an IRI, a web resource, a set or a specific resource', (value) =>
    list(value).every((one) => isResource(one, false)),
  ),
  may(
    '3.2',
    'body',
    'is an IRI, a web resource, a text, a set or a specific resource',
    (value) => list(value).length > 0 && list(value).every((one) => isResource(one, true)),
  ),
  {
    name: '3.2.5 body and bodyValue are not both there',
    holds: (one) => !('body' in one && 'bodyValue' in one),
  },
  may('3.2.5', 'bodyValue', 'is one text', single(isText)),
  all(
    '3.2.1 textDirection is auto, ltr or rtl',
    resources,
    ({ textDirection: way }) => way === undefined || way === 'auto' || way === 'ltr' || way === 'rtl',
  ),
  all('3.2.4 a text has exactly one value', textual, (one) => isText(one['value'])),
  all('3.2.4 a text is no set', textual, (one) => one['items'] === undefined),
  all('3.2.4 a text has no source', textual, (one) => one['source'] === undefined),
  all('3.2.7 a set has items', sets, (one) => list(one['items']).length > 0),
  all('3.2.7 a set has no value, no source and no purpose', sets, (one) =>
    ['value', 'source', 'purpose'].every((key) => one[key] === undefined),
  ),
  all(
    '3.3.5 a web resource has no purpose',
    resources,
    (one) => one['purpose'] === undefined || one['value'] !== undefined || one['source'] !== undefined,
  ),
  ...stamps,
  ...['created', 'modified', 'generated'].map((key) =>
    all(
      `3.3.1 ${key} of a body or target is one dateTime in UTC`,
      resources,
      (one) => one[key] === undefined || single(isDate)(one[key]),
    ),
  ),
  may(
    '4.4',
    'stylesheet',
    'is an IRI, or a CssStylesheet with either id or value',
    (value) =>
      isIri(value) || (isObject(value) && (value['id'] === undefined) !== (value['value'] === undefined)),
  ),
  all(
    '4 a specific resource has exactly one source',
    specific,
    (one) =>
      list(one['source']).length === 1 && (isIri(one['source']) || isIri((one['source'] as Value)['id'])),
  ),
  all(
    '4 a specific resource has no items and no value',
    specific,
    (one) => one['items'] === undefined && one['value'] === undefined,
  ),
  all('4 a specific resource says what is specific in it', specific, (one) =>
    ['purpose', 'selector', 'state', 'styleClass', 'renderedVia', 'scope'].some(
      (key) => one[key] !== undefined,
    ),
  ),
  all('4.2 a selector is of a kind that the model knows', specific, (one) =>
    selectorsIn(one['selector']).every((selector) => known.test(String(selector['type']))),
  ),
  all(
    '4.2.1–3, 4.2.7 such a selector has exactly one value',
    (one) => ofType(one, 'FragmentSelector', 'CssSelector', 'XPathSelector', 'SvgSelector'),
    (one) => isText(one['value']) || isIri(one['id']),
  ),
  all(
    '4.2.4 a quotation has exactly one exact text',
    (one) => ofType(one, 'TextQuoteSelector'),
    (one) => isText(one['exact']),
  ),
  all(
    '4.2.4 a quotation has at most one prefix and one suffix',
    (one) => ofType(one, 'TextQuoteSelector'),
    (one) => [one['prefix'], one['suffix']].every((text) => text === undefined || isText(text)),
  ),
  all(
    '4.2.5–6 a position has one start and one end, from 0',
    (one) => ofType(one, 'TextPositionSelector', 'DataPositionSelector'),
    (one) => isCount(one['start']) && isCount(one['end']),
  ),
  all(
    '4.2.8 a range has one start and one end selector',
    (one) => ofType(one, 'RangeSelector'),
    (one) => isObject(one['startSelector']) && isObject(one['endSelector']),
  ),
  all(
    '4.3 a state is a TimeState or an HttpRequestState',
    states,
    (one) => hasType(one, 'TimeState') || hasType(one, 'HttpRequestState'),
  ),
  all('4.3.1 a TimeState has dates in UTC', states, (one) =>
    ['sourceDate', 'sourceDateStart', 'sourceDateEnd'].every((key) => each(isDate)(one[key])),
  ),
  all(
    '4.3.1 a TimeState has both ends of a span, or none, and no date beside them',
    states,
    (one) =>
      (one['sourceDateStart'] === undefined) === (one['sourceDateEnd'] === undefined) &&
      !(one['sourceDate'] !== undefined && one['sourceDateStart'] !== undefined),
  ),
  all('4.3.1 what is cached has an IRI', states, (one) => each(isIri)(one['cached'])),
  all(
    '4.3.2 an HttpRequestState has one value',
    states,
    (one) => !hasType(one, 'HttpRequestState') || isText(one['value']),
  ),
  all('4.4 a styleClass is a text', resources, (one) => each(isText)(one['styleClass'])),
  all('4.5 renderedVia is an IRI or a thing with one', resources, (one) =>
    list(one['renderedVia']).every((via) => isIri(isObject(via) ? via['id'] : via)),
  ),
  all('4.6 a scope is an IRI', resources, (one) => each(isIri)(one['scope'])),
];

const isPage = (value: unknown): boolean => isObject(value) && hasType(value, 'AnnotationPage');

/** What every collection must be. */
export const collectionMusts: readonly Must[] = [
  must('5.1', '@context', 'names the recommendation', (value) => list(value).includes(anno)),
  must('5.1', 'id', 'is exactly one IRI', single(isIri)),
  must('5.1', 'type', 'includes AnnotationCollection', (value) =>
    list(value).includes('AnnotationCollection'),
  ),
  may('5.1', 'label', 'is text', each(isText)),
  may('5.1', 'total', 'is one count', single(isCount)),
  {
    name: '5.1 first is there where total is above 0',
    holds: (one) => !((one['total'] as number) > 0) || one['first'] !== undefined,
  },
  may(
    '5.1',
    'first',
    'is one page or its IRI',
    single((value) => isPage(value) || isIri(value)),
  ),
  may('5.1', 'last', 'is one IRI', single(isIri)),
  {
    name: '5.1 total is the number of the annotations',
    holds: (one) => {
      const { first } = one;
      return !isObject(first) || first['next'] !== undefined || one['total'] === list(first['items']).length;
    },
  },
  ...stamps,
];

/** What every page must be. */
export const pageMusts: readonly Must[] = [
  must('5.2', 'id', 'is exactly one IRI', single(isIri)),
  must('5.2', 'type', 'includes AnnotationPage', (value) => list(value).includes('AnnotationPage')),
  must(
    '5.2',
    'items',
    'are a list of one or more annotations',
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((one) => isIri(one) || (isObject(one) && hasType(one, 'Annotation'))),
  ),
  may(
    '5.2',
    'partOf',
    'is one collection or its IRI',
    single((value) => isIri(isObject(value) ? value['id'] : value)),
  ),
  may('5.2', 'next', 'is one IRI', single(isIri)),
  may('5.2', 'prev', 'is one IRI', single(isIri)),
  may('5.2', 'startIndex', 'is one count', single(isCount)),
  ...stamps,
];

/** The MUSTs that a thing breaks, by name. */
export const broken = (thing: unknown, musts: readonly Must[]): readonly string[] =>
  musts.filter(({ holds }) => !holds(thing as Value)).map(({ name }) => name);
