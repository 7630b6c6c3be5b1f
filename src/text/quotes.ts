/** Quotations inside a block, by their marks. Pure; indexes are UTF-16, into the text given. */

export interface Quotation {
  /** Index of the opening mark. */
  readonly start: number;
  /** Index behind the closing mark. */
  readonly end: number;
  /** 0 for one that stands in no other. */
  readonly depth: number;
}

/** The quotations of a text, and the closing marks that close nothing. */
export interface Quotes {
  readonly quotations: readonly Quotation[];
  readonly unopened: readonly number[];
}

const closers: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '«': '»', '„': '“', '‹': '›' };

const isLetter = (sign = ''): boolean => /[\p{L}\p{N}]/u.test(sign);

/** Whether a mark closes what is open: an apostrophe stands inside a word, a straight mark opens at a word's start. */
function closes(text: string, at: number): boolean {
  const [before, mark, after] = [text[at - 1] ?? '', text[at], text[at + 1]];
  if (mark === '’') return !(isLetter(before) && isLetter(after));
  return mark !== '"' || !/[\s([—–-]|^$/u.test(before);
}

/**
 * Finds the quotations in a block. A mark that is opened and never closed is none; nor is `’` where nothing is
 * open, which is an apostrophe.
 */
export function quotesIn(text: string): Quotes {
  const open: { closer: string; start: number }[] = [];
  const quotations: Quotation[] = [];
  const unopened: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[“”‘’«»„‹›"]/gu)) {
    const at = open.findLastIndex(({ closer }) => closer === mark);
    const from = open[at];
    if (from && closes(text, index)) {
      quotations.push({ start: from.start, end: index + 1, depth: at });
      open.length = at;
    } else if (mark === '"' || mark in closers) {
      open.push({ closer: closers[mark] ?? '"', start: index });
    } else if (mark === '”' || mark === '»') {
      unopened.push(index);
    }
  }
  return { quotations: quotations.sort((a, b) => a.start - b.start), unopened };
}
