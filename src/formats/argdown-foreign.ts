/** What an Argdown file said of an element that Warrant has no word for: kept in the record as JSON text, and written back. */
import { escapeText } from './argdown-text.ts';
import { isObject, own, parsed, type JsonObject } from './json-values.ts';

/** An element's `foreign`, whole, and whether it says more than Warrant would write of its own. */
export interface Kept {
  readonly full: string;
  readonly hasMore: boolean;
}

/** What Argdown said in the JSON text; null where it came from elsewhere. */
export function argdownIn(foreign: string | null): JsonObject | null {
  const value = foreign === null ? undefined : parsed(foreign);
  return isObject(value) && own(value, 'format') === 'argdown' ? value : null;
}

/** An object with its keys in order, so that the same value has the same text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}

/** `format` first, then what is said, without what says nothing. */
function text(said: JsonObject): string {
  const some = Object.entries(said).filter(
    ([, one]) =>
      one !== undefined &&
      one !== null &&
      one !== '' &&
      one !== false &&
      !(Array.isArray(one) && one.length === 0) &&
      !(isObject(one) && Object.keys(one).length === 0),
  );
  return JSON.stringify({
    format: 'argdown',
    ...Object.fromEntries(some.map(([key, one]) => [key, sorted(one)])),
  });
}

/** Words as they stand in a text, where that is not how Warrant would write them. */
export interface Formatted {
  readonly words: string;
  readonly source: string;
  readonly tags: readonly string[];
}

const isPlain = ({ words, source, tags }: Formatted): boolean =>
  tags.length === 0 && source === escapeText(words);

const formatted = (one: Formatted): JsonObject =>
  isPlain(one) ? {} : { words: one.words, source: one.source, tags: one.tags };

/** Of a statement or a sketched argument. */
export interface ClaimParts {
  readonly title: string;
  /** Whether it is an argument without premises and conclusion. */
  readonly isSketch: boolean;
  /** False where it is referred to alone. */
  readonly isDefined: boolean;
  readonly content: Formatted;
  /** Its other wordings, in order. */
  readonly others: readonly Formatted[];
  /** Tags that stand where it is referred to. */
  readonly references: readonly string[];
  readonly data: JsonObject;
}

export function keptOfClaim({
  title,
  isSketch,
  isDefined,
  content,
  others,
  references,
  data,
}: ClaimParts): Kept {
  const isFormatted = others.some((one) => !isPlain(one));
  const more = {
    ...(isSketch ? { as: 'argument' } : {}),
    ...(isDefined ? formatted(content) : { isUndefined: true }),
    references,
    ...(isFormatted ? { others: others.map(formatted) } : {}),
    data,
  };
  const full = text({ title, ...more });
  return { full, hasMore: full !== text({ title }) };
}

/** Of a heading. `level` is null where it is one below the heading above. */
export function keptOfGroup(content: Formatted, level: number | null, data: JsonObject): Kept {
  const full = text({ ...formatted(content), level, data });
  return { full, hasMore: full !== text({}) };
}

/** Of a relation: its kind, and the argument that it is about as a whole (by title), where it is. */
export const keptOfRelation = (form: string, to: string | null): Kept => ({
  full: text({ form, to }),
  hasMore: false,
});

/** Of a step in a premise-conclusion structure. */
export interface StepParts {
  /** Title of the argument. */
  readonly argument: string;
  readonly step: number;
  /** The rules as they stand, where that is not how Warrant would write them; else null. */
  readonly rules: { readonly words: string; readonly source: string } | null;
  readonly data: JsonObject;
  /** Of the last step: all of the argument; null for the others. */
  readonly whole: WholeParts | null;
}

/** An argument as a whole. */
export interface WholeParts {
  /** Ids of the claims of its rows, and of its steps with the index of their conclusion. */
  readonly rows: readonly string[];
  readonly steps: readonly { readonly id: string; readonly at: number }[];
  readonly descriptions: readonly Formatted[];
  readonly tags: readonly string[];
  readonly data: JsonObject;
  /** Id of the group in which it stands, where that is not its conclusion's. */
  readonly group: string | null;
  readonly isElsewhere: boolean;
}

/** Whether an argument is more than a step with at most a plain description. */
const isMore = ({ steps, descriptions, tags, data }: WholeParts): boolean =>
  steps.length > 1 ||
  descriptions.length > 1 ||
  tags.length > 0 ||
  Object.keys(data).length > 0 ||
  !descriptions.every(isPlain);

export function keptOfStep({ argument, step, rules, data, whole }: StepParts): Kept {
  const { isElsewhere = false, group = null, ...parts } = whole ?? {};
  const all = whole && { ...parts, ...(isElsewhere ? { group: group ?? '' } : {}) };
  const full = text({ form: 'step', argument, step, rules, data, whole: all });
  const hasMore = !whole || isMore(whole) || rules !== null || Object.keys(data).length > 0;
  return { full, hasMore };
}
