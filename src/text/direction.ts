/** Which way a text runs: by its language, and where that says nothing by its letters. Pure. */
import type { Readable } from './sentences.ts';

/** Languages (and scripts) that are written from right to left. */
const rightToLeft =
  /^(?:ar|arc|ckb|dv|fa|he|iw|ji|ku-arab|ps|sd|syr|ug|ur|yi)\b|-(?:arab|hebr|syrc|thaa|nkoo)\b/iu;

const letters = /\p{L}/u;
const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** So many code points from the beginning decide. */
const sight = 4000;

/** `rtl` or `ltr`. */
export function directionOf({ text, language }: Readable): 'ltr' | 'rtl' {
  if (language && rightToLeft.test(language)) return 'rtl';
  let [right, left] = [0, 0];
  for (const point of text.slice(0, Math.min(sight, text.length))) {
    if (fromRight.test(point)) right += 1;
    else if (letters.test(point)) left += 1;
  }
  return right > left ? 'rtl' : 'ltr';
}
