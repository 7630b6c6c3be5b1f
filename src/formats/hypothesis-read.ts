/** Reads one annotation of a Hypothesis export (or of its API): marks, page notes and replies. */
import { codePointsOf } from '../anchoring/code-points.ts';
import { firstColour } from '../model/colours.ts';
import type { PaperText } from '../model/paper-text.ts';
import type { Target } from '../model/record-parts.ts';
import { idFor } from './foreign-id.ts';
import { isoDate } from './iso-date.ts';
import {
  isObject,
  listOf,
  objectIn,
  offsetIn,
  own,
  textIn,
  textsIn,
  type JsonObject,
} from './json-values.ts';
import { keepForeign, type LeftOut, type MarkDraft, type MarkScene } from './mark-draft.ts';
import { quotedTarget } from './quoted-target.ts';

/** Where Hypothesis shows an annotation: its ids are made from that, so that its JSON and its JSON-LD give one id. */
const annotationPage = 'https://hypothes.is/a/';

/** Where a file of ours keeps what Hypothesis has no word for: its own place for the data of whoever embeds it. */
export const ownKey = 'warrant';

/** What a file of ours says of an annotation beyond the words of Hypothesis; null in any other file. */
export const ownWords = (item: JsonObject): JsonObject | null => {
  const metadata = objectIn(item, 'metadata');
  return metadata && objectIn(metadata, ownKey);
};

/** The id here of an annotation there. */
export const idOfHypothesis = (id: string): string => idFor(annotationPage + id);

/** The id that an item has here; made from all it says where it has none there. */
export const idOfItem = (item: JsonObject): string => {
  const id = textIn(item, 'id');
  return id ? idOfHypothesis(id) : idFor(JSON.stringify(item));
};

/** `Ada` for `acct:ada@hypothes.is` where she calls herself so; else `ada`. */
function creatorOf(item: JsonObject): string {
  const shown = textIn(own(item, 'user_info'), 'display_name');
  const user = textIn(item, 'user').replace(/^acct:/u, '');
  return (shown || user.replace(/@[^@]*$/u, '')).slice(0, 1_000);
}

/** One target; null where it selects nothing: then the annotation is about the page. */
function targetOf(value: unknown, text: PaperText): { target: Target | null; hasSelector: boolean } {
  const selectors = listOf(own(value, 'selector')).filter(isObject).slice(0, 20);
  const quote = selectors.find((one) => typeof own(one, 'exact') === 'string');
  if (!quote) return { target: null, hasSelector: selectors.length > 0 };
  const position = selectors.find((one) => textIn(one, 'type') === 'TextPositionSelector');
  const page = selectors.find((one) => textIn(one, 'type') === 'PageSelector');
  const points = codePointsOf(text);
  const unit = (key: string): number | null => {
    const offset = offsetIn(position, key);
    return offset === null || offset > text.text.length ? null : points.toPoint(offset);
  };
  const target = quotedTarget(text, {
    exact: textIn(quote, 'exact'),
    prefix: textIn(quote, 'prefix'),
    suffix: textIn(quote, 'suffix'),
    start: unit('start'),
    end: unit('end'),
    page: textIn(page, 'label'),
  });
  return { target, hasSelector: true };
}

/** What the record would be by the words of Hypothesis alone. */
export function hypothesisFields(
  item: JsonObject,
  { text, now }: MarkScene,
): JsonObject & { lost: string[] } {
  const found = listOf(own(item, 'target'))
    .slice(0, 1_000)
    .map((one) => targetOf(one, text));
  const isUnfound = found.some(({ target, hasSelector }) => hasSelector && target === null);
  const body = textIn(item, 'text');
  const tags = textsIn(item, 'tags');
  const parent = textsIn(item, 'references').at(-1);
  const created = isoDate(own(item, 'created')) ?? isoDate(own(item, 'updated')) ?? now;
  return {
    kind: 'annotation',
    creator: creatorOf(item),
    created,
    modified: isoDate(own(item, 'updated')) ?? created,
    motivation: body ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting',
    targets: found.flatMap(({ target }) => target ?? []),
    body,
    colour: firstColour,
    tags,
    style: 'highlight',
    replyTo: parent === undefined ? null : idOfHypothesis(parent),
    foreign: null,
    lost: isUnfound ? ['selects no words that could be looked for; kept as a note on the paper'] : [],
  };
}

/** Reads an annotation. Never throws. */
export function readHypothesis(item: JsonObject, scene: MarkScene): MarkDraft | LeftOut {
  const { lost, ...fields } = hypothesisFields(item, scene);
  const id = textIn(item, 'id');
  const known = ownWords(item);
  if (known) return { record: { id, ...fields, ...known, kind: 'annotation' }, isDated: true, lost: [] };
  const isSilent = fields['body'] === '' && listOf(fields['tags']).length === 0;
  if (isSilent && listOf(fields['targets']).length === 0) {
    const why =
      lost.length > 0 ? 'selects no words that could be looked for, and says nothing' : 'says nothing';
    return { why: `${why}; left out` };
  }
  const foreign = keepForeign('hypothesis', item);
  if (foreign === null) lost.push('what only Hypothesis understands is too long to be kept');
  return {
    record: { id: idOfItem(item), ...fields, foreign },
    isDated: isoDate(own(item, 'created')) !== null,
    lost,
  };
}

/** True where an object looks like an annotation of Hypothesis. */
export const isHypothesis = (item: unknown): item is JsonObject => {
  if (!isObject(item)) return false;
  const has = (key: string): boolean => own(item, key) !== undefined;
  const isTheirs = ['uri', 'user', 'group', 'permissions', 'references'].some(has);
  return isTheirs && (has('target') || has('text') || has('tags')) && own(item, '@context') === undefined;
};
