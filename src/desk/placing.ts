/** Where targets stand: at their stored position, or where the search has found them. Values; the search itself runs elsewhere. */
import { locate } from '../anchoring/locate.ts';
import { TextIndex } from '../anchoring/text-index.ts';
import type { Verdict } from '../anchoring/verdict.ts';
import { verify } from '../anchoring/verify.ts';
import type { PlainText } from '../model/plain-text.ts';
import type { Target } from '../model/record-parts.ts';

/** What the search has found so far: for each text that was searched, verdicts by `targetKey`. Immutable. */
export type Placings = ReadonlyMap<PlainText, ReadonlyMap<string, Verdict>>;

/** Nothing has been looked for yet. */
export const noPlacings: Placings = new Map();

/** A target that does not stand where it was made, and the text that it is to be looked for in. */
export interface Sought {
  readonly text: PlainText;
  readonly target: Target;
}

/** What was found for a target. */
export interface Found extends Sought {
  readonly verdict: Verdict;
}

const keys = new WeakMap<Target, string>();

/** What two targets share that mean the same words of the same text: a record that was changed and undone keeps its place. */
export function targetKey(target: Target): string {
  let key = keys.get(target);
  if (key === undefined) {
    const { version = '', start, end, prefix, exact, suffix } = target;
    keys.set(target, (key = `${version} ${start} ${end} ${prefix}\0${exact}\0${suffix}`));
  }
  return key;
}

/** The placings with some more; the same value where nothing is new. */
export function withFound(placings: Placings, found: readonly Found[]): Placings {
  if (found.length === 0) return placings;
  const next = new Map(placings);
  const fresh = new Set<PlainText>();
  for (const { text, target, verdict } of found) {
    if (!fresh.has(text)) next.set(text, new Map(next.get(text)));
    fresh.add(text);
    (next.get(text) as Map<string, Verdict>).set(targetKey(target), verdict);
  }
  return next;
}

const none: Verdict['suggestions'] = [];

/** The verdict on what stands where it was made. */
export const untouched = ({ start, end }: Target): Verdict => ({
  how: 'placed',
  start,
  end,
  confidence: 1,
  suggestions: none,
});

/** Answers that need no search, and those of short texts: they never change. False: it does not stand where it was made. */
const answers = new WeakMap<PlainText, WeakMap<Target, Verdict | false>>();

function atItsPlace(text: PlainText, target: Target): Verdict | false {
  let known = answers.get(text);
  if (!known) answers.set(text, (known = new WeakMap()));
  let answer = known.get(target);
  if (answer === undefined) {
    answer = verify(text, target) ? untouched(target) : false;
    known.set(target, answer);
  }
  return answer;
}

/** The verdict on what stands nowhere. */
export const nowhere: Verdict = { how: 'orphan', start: 0, end: 0, confidence: 0, suggestions: [] };

/** The verdict on a target that the reader has detached: nowhere, whatever was found; that is suggested. */
function detached(found: Verdict | null): Verdict {
  if (!found) return nowhere;
  const { how, start, end, confidence, suggestions } = found;
  return {
    ...nowhere,
    suggestions: how === 'orphan' ? suggestions : [{ start, end, confidence }, ...suggestions],
  };
}

const verdictsOnDetached = new WeakMap<Verdict, Verdict>();

/** Where a target stands in a text; null while it is being looked for. */
export function placeOf(placings: Placings, text: PlainText, target: Target): Verdict | null {
  const here = atItsPlace(text, target);
  const found = here === false ? (placings.get(text)?.get(targetKey(target)) ?? null) : here;
  if (!target.detached) return found;
  if (!found) return nowhere;
  let answer = verdictsOnDetached.get(found);
  if (!answer) verdictsOnDetached.set(found, (answer = detached(found)));
  return answer;
}

/** Whether a search would tell more of a target than is known. */
export const isSought = (placings: Placings, { text, target }: Sought): boolean =>
  atItsPlace(text, target) === false && placings.get(text)?.has(targetKey(target)) !== true;

/** Texts up to so many code points are searched at once, where it is only a few times. */
const short = 20_000;

const indexes = new WeakMap<PlainText, TextIndex>();

/** Looks for a target in a short text, at once; null where the text is too long for that. */
export function lookAtOnce({ text, target }: Sought): Verdict | null {
  if (text.length > short) return null;
  let index = indexes.get(text);
  if (!index) indexes.set(text, (index = new TextIndex(text)));
  const verdict = locate(index, target, null);
  answers.get(text)?.set(target, verdict);
  return verdict;
}
