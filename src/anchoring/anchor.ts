/** Finds a target's passage in a text (the paper's, or a note's words): at its stored position, else by its quotation. Pure. */
import type { PlainText } from '../model/plain-text.ts';
import type { Target } from '../model/records.ts';

/**
 * Where a target stands now, in code points. `placed`: the quotation stands at the stored position.
 * `moved`: it stands elsewhere, and its context agrees there better than anywhere else.
 */
export interface Placement {
  readonly start: number;
  readonly end: number;
  readonly how: 'placed' | 'moved';
}

/** So many characters must agree, quotation and context together, where there were as many: less is chance. */
const leastAgreement = 18;

/** And so many of them in the context, however long the quotation is. */
const leastContext = 8;

/** Length of `text` in code points. */
const points = (text: string): number => Array.from(text).length;

/** How many characters agree, counted from the joint outwards. */
function agreeing(one: string, other: string, from: 'start' | 'end'): number {
  const limit = Math.min(one.length, other.length);
  let count = 0;
  const at = (text: string, index: number): string | undefined =>
    from === 'start' ? text[index] : text[text.length - 1 - index];
  while (count < limit && at(one, count) === at(other, count)) count += 1;
  return count;
}

interface Candidate {
  readonly start: number;
  readonly score: number;
}

/** Every exact occurrence with the agreement of its context: best first, the stored position before its equals. */
function candidates(text: string, target: Target): Candidate[] {
  const found: Candidate[] = [];
  let start = 0;
  let read = 0;
  for (let at = text.indexOf(target.exact); at >= 0; at = text.indexOf(target.exact, at + 1)) {
    start += points(text.slice(read, at));
    read = at;
    const before = text.slice(Math.max(0, at - target.prefix.length), at);
    const after = text.slice(at + target.exact.length, at + target.exact.length + target.suffix.length);
    const score = agreeing(before, target.prefix, 'end') + agreeing(after, target.suffix, 'start');
    found.push({ start, score });
  }
  const isStored = (one: Candidate): number => Number(one.start === target.start);
  return found.sort((one, other) => other.score - one.score || isStored(other) - isStored(one));
}

/** True where quotation and context stand exactly as stored: no search is needed then. */
function isUntouched(text: PlainText, { start, end, exact, prefix, suffix }: Target): boolean {
  return (
    text.slice(start, end) === exact &&
    text.slice(Math.max(0, start - points(prefix)), start) === prefix &&
    text.slice(end, end + points(suffix)) === suffix
  );
}

/**
 * The passage of a target; null where it is an orphan. Of several equal quotations the one whose
 * context agrees best is taken, and none where two agree alike or none agrees: never a guess.
 */
export function anchor(text: PlainText, target: Target): Placement | null {
  if (target.exact === '') return null;
  if (isUntouched(text, target)) return { start: target.start, end: target.end, how: 'placed' };
  const [best, second] = candidates(text.text, target);
  if (!best) return null;
  const isHere = best.start === target.start;
  if (second?.score === best.score && !isHere) return null;
  const wanted = Math.max(leastContext, leastAgreement - target.exact.length);
  if (best.score < Math.min(wanted, target.prefix.length + target.suffix.length)) return null;
  return { start: best.start, end: best.start + points(target.exact), how: isHere ? 'placed' : 'moved' };
}
