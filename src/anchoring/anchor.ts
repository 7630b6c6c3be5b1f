/** Finds a target's passage in a paper text: at its stored position, else by its quotation. Pure. */
import type { PaperText } from '../model/paper-text.ts';
import type { Target } from '../model/records.ts';

/**
 * Where a target stands now, in code points. `placed`: the quotation stands at the stored position.
 * `moved`: it stands elsewhere, and its context agrees there and nowhere else.
 */
export interface Placement {
  readonly start: number;
  readonly end: number;
  readonly how: 'placed' | 'moved';
}

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
  readonly unit: number;
  readonly score: number;
}

/** Every exact occurrence with the agreement of its context, best first. */
function candidates(text: string, target: Target): Candidate[] {
  const found: Candidate[] = [];
  for (let at = text.indexOf(target.exact); at >= 0; at = text.indexOf(target.exact, at + 1)) {
    const before = text.slice(Math.max(0, at - target.prefix.length), at);
    const after = text.slice(at + target.exact.length, at + target.exact.length + target.suffix.length);
    const score = agreeing(before, target.prefix, 'end') + agreeing(after, target.suffix, 'start');
    found.push({ unit: at, score });
  }
  return found.sort((one, other) => other.score - one.score);
}

/**
 * The passage of a target; null where it is an orphan. Of several equal quotations the one whose
 * context agrees best is taken, and none where two agree alike: never a guess.
 */
export function anchor(text: PaperText, target: Target): Placement | null {
  const { start, end, exact } = target;
  if (exact === '') return null;
  if (end > start && text.slice(start, end) === exact) return { start, end, how: 'placed' };
  const [best, second] = candidates(text.text, target);
  if (!best || second?.score === best.score) return null;
  const from = points(text.text.slice(0, best.unit));
  return { start: from, end: from + points(exact), how: 'moved' };
}
