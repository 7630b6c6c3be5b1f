/** What is printed before the words of a heading: `III.`, `2.1`, `A.`. Pure. */
import { wordsOf, type DraftInline } from '../../model/draft.ts';

const label =
  /^\s*((?:\d{1,3}(?:\.\d{1,3}){0,4}\.?|[IVXLC]{1,7}\.|[A-Z]\.|[a-z]\.|[ivx]{1,5}\.|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|§\s?\d{1,3}\.?))\s+(?=\S)/u;

/** A heading's label and the rest of its words; the label is null where it has none. */
export function headingParts(content: readonly DraftInline[]): {
  readonly label: string | null;
  readonly content: readonly DraftInline[];
} {
  const found = label.exec(wordsOf(content).replace(/\s+/gu, ' '));
  const words = found?.[1];
  if (!found || !words || /^\d{4}$/u.test(words)) return { label: null, content };
  let left = words.length;
  const rest: DraftInline[] = [];
  for (const one of content) {
    if (left === 0 || one.kind !== 'text') rest.push(one);
    else {
      const text = (rest.some((other) => other.kind === 'text') ? one.text : one.text.trimStart()).replace(
        /\s+/gu,
        ' ',
      );
      const taken = Math.min(left, text.length);
      left -= taken;
      const kept = text.slice(taken);
      if (kept) rest.push({ ...one, text: left === 0 ? kept.trimStart() : kept });
    }
  }
  return { label: words, content: rest };
}
