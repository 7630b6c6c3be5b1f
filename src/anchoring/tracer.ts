/**
 * Traces targets into one text: those that were made in an older version of it by the difference of the two texts, all others
 * by search. Pure; made once for a text and kept.
 */
import { plainText, type PlainText } from '../model/plain-text.ts';
import type { Target } from '../model/record-parts.ts';
import { carrier, type Carried, type Carrier } from './carrier.ts';
import { locate } from './locate.ts';
import { TextIndex } from './text-index.ts';
import { movedLines } from './moved-lines.ts';
import type { Suggestion, Verdict } from './verdict.ts';

/** An older version of the text. */
interface Version {
  readonly text: PlainText;
  /** From the old text into the new one. */
  readonly there: Carrier;
  /** From the new text into the old one; made when it is first asked for. */
  back(): Carrier;
  /** Whether what stands at an offset of the old text (code points) has changed places with others. */
  isMoved(offset: number): boolean;
}

function versionOf(old: string, now: string): Version {
  const text = plainText(old);
  const there = carrier(old, now);
  let back: Carrier | null = null;
  let isMoved: ((offset: number) => boolean) | null = null;
  return {
    text,
    there,
    back: () => (back ??= carrier(now, old)),
    isMoved: (offset) => (isMoved ??= movedLines(text, there))(offset),
  };
}

const overlaps = (
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
): boolean => one.start < other.end && one.end > other.start;

/** Share of the words that two wordings have in common, 0 to 1. */
function likeness(one: string, other: string): number {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const left = new Map<string, number>();
  const [ones, others] = [words(one), words(other)];
  for (const word of ones) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of others) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return ones.length + others.length === 0 ? 0 : (2 * common) / (ones.length + others.length);
}

/** Below this likeness what stands in the old place are other words. */
const leastLikeness = 0.5;

const asSuggestions = ({ how, start, end, confidence, suggestions }: Verdict): readonly Suggestion[] =>
  how === 'orphan' ? suggestions : [{ start, end, confidence }, ...suggestions];

const orphan = (suggestions: readonly Suggestion[]): Verdict => ({
  how: 'orphan',
  start: 0,
  end: 0,
  confidence: 0,
  suggestions,
});

export class Tracer {
  readonly #text: PlainText;
  readonly #index: TextIndex;
  readonly #versions = new Map<string, Version | string>();

  constructor(text: PlainText) {
    this.#text = text;
    this.#index = new TextIndex(text);
  }

  /** Makes an older version of the text known by its hash. It is compared when a target first needs it. */
  know(hash: string, text: string): void {
    if (!this.#versions.has(hash)) this.#versions.set(hash, text);
  }

  /** Where a target stands now. */
  trace(target: Target): Verdict {
    const version = this.#versionOf(target);
    return version ? this.#carried(version, target) : locate(this.#index, target, null);
  }

  /** The version that a target was made in; null where it is not known, or the words do not stand there in it. */
  #versionOf({ version, start, end, exact }: Target): Version | null {
    const known = version === undefined ? undefined : this.#versions.get(version);
    if (version === undefined || known === undefined) return null;
    const made = typeof known === 'string' ? versionOf(known, this.#text.text) : known;
    this.#versions.set(version, made);
    return made.text.slice(start, end) === exact ? made : null;
  }

  #carried(version: Version, target: Target): Verdict {
    const carried = version.there.carry(target.start, target.end);
    if (carried?.isWhole && this.#words(carried) === target.exact) {
      const { start, end } = carried;
      const how = version.isMoved(target.start) ? 'moved' : 'placed';
      return { how, start, end, confidence: 1, suggestions: [] };
    }
    return this.#judged(version, target, carried);
  }

  /** What the search says, seen beside where the difference of the texts leads. */
  #judged(version: Version, target: Target, carried: Carried | null): Verdict {
    const found = locate(this.#index, target, carried?.start ?? null);
    const isFound = found.how !== 'orphan';
    if (isFound && carried && overlaps(found, carried)) return found;
    const isTwin = isFound && this.#wasThere(version, target, found);
    if (found.how === 'moved' && !isTwin) return found;
    if (carried && likeness(this.#words(carried), target.exact) >= leastLikeness) {
      const { start, end } = carried;
      return { how: 'doubtful', start, end, confidence: 0.5, suggestions: asSuggestions(found) };
    }
    return isTwin ? orphan(asSuggestions(found)) : found;
  }

  #words({ start, end }: Carried): string {
    return this.#text.slice(start, end);
  }

  /** Whether what was found stood in the old text already, elsewhere: then it is another passage, however like. */
  #wasThere(version: Version, target: Target, found: Suggestion): boolean {
    const before = version.back().carry(found.start, found.end);
    return before !== null && !overlaps(before, target);
  }
}
