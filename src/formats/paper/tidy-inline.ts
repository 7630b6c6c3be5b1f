/** Inline content made tidy: white space single, runs of one style joined, nothing empty. Pure. */
import { beat } from '../../model/beat.ts';
import type { DraftInline, DraftText } from '../../model/draft.ts';

const isAlike = (one: DraftText, other: DraftText): boolean =>
  one.href === other.href && (one.marks ?? []).join() === (other.marks ?? []).join();

/** Joins a run to the one before it where nothing parts them. */
function push(content: DraftInline[], run: DraftText): void {
  const last = content.at(-1);
  if (last?.kind === 'text' && isAlike(last, run)) {
    content[content.length - 1] = { ...last, text: last.text + run.text };
  } else if (run.text) content.push(run);
}

/** The last run of words without the space behind it. */
function trimEnd(content: DraftInline[]): void {
  for (let at = content.length - 1; at >= 0; at -= 1) {
    const run = content[at];
    if (run?.kind !== 'text') continue;
    const words = run.text.trimEnd();
    if (words === '') content.splice(at, 1);
    else {
      content[at] = { ...run, text: words };
      return;
    }
  }
}

/** As paragraphs have it: no space at either end, one space between words; markers and pages are no words. */
export function tidyRuns(content: readonly DraftInline[]): DraftInline[] {
  const tidy: DraftInline[] = [];
  let isSpaced = true;
  for (const one of content) {
    beat();
    if (one.kind !== 'text') {
      tidy.push(one);
      continue;
    }
    const single = one.text.replace(/\s+/gu, ' ');
    const text: string = isSpaced && single.startsWith(' ') ? single.slice(1) : single;
    if (!text) continue;
    isSpaced = text.endsWith(' ');
    push(tidy, { ...one, text });
  }
  trimEnd(tidy);
  return tidy;
}

/** Whether there is anything to be read in it. */
export const hasWords = (content: readonly DraftInline[]): boolean =>
  content.some((one) => one.kind === 'marker' || (one.kind === 'text' && one.text.trim() !== ''));
