/** Whether the author quotes what a note supports, or says it in other words. Pure. */
import type { Support } from './records.ts';

/** `mixed`: in the author's words, with a phrase of the source's own in quotation marks. */
export type Quoting = 'quotation' | 'mixed' | 'paraphrase';

/** Pairs of quotation marks in the languages of scholarly prose; single ones are left out: an apostrophe is one too. */
const quoted = /“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|「[^」]*」|"[^"]*"/gu;

/** A quoted phrase of fewer words than this is a term, not a quotation. */
const fewest = 3;

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)*/gu)?.length ?? 0;

/**
 * How a support's span stands to its source. A quotation is what the reading calls one, or a span that stands
 * in quotation marks from its first word to its last.
 */
export function quoting({ scope, target }: Pick<Support, 'scope' | 'target'>): Quoting {
  if (scope === 'quotation' || scope === 'blockquote') return 'quotation';
  const phrases = target.exact.match(quoted) ?? [];
  const rest = wordsIn(target.exact.replace(quoted, ' '));
  if (phrases.length > 0 && rest === 0) return 'quotation';
  return phrases.some((phrase) => wordsIn(phrase) >= fewest) ? 'mixed' : 'paraphrase';
}
