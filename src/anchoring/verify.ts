/** The cheap question: does a passage still stand where it was marked? Pure; the cost is that of the quotation alone. */
import type { PlainText } from '../model/plain-text.ts';
import type { Target } from '../model/record-parts.ts';
import { codePointsOf } from './code-points.ts';

/** True where quotation and context stand, word for word, at the stored position: no search is needed then. */
export function verify(text: PlainText, { start, end, exact, prefix, suffix }: Target): boolean {
  if (exact === '' || !(start >= 0 && end > start && end <= text.length)) return false;
  const points = codePointsOf(text);
  const from = points.toUnit(start);
  const to = from + exact.length;
  return (
    points.toUnit(end) === to &&
    text.text.startsWith(exact, from) &&
    from >= prefix.length &&
    text.text.startsWith(prefix, from - prefix.length) &&
    text.text.startsWith(suffix, to)
  );
}
