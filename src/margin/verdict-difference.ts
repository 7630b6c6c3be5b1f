/** The difference of two wordings as one reads it, and as it is read aloud. */
import { html, type TemplateResult } from 'lit';
import { wordDifference, type Piece } from '../text/word-difference.ts';

/** What stays the same is cut in the middle above so many characters: what changed is what matters. */
const mostSame = 72;

/** So much of a piece is shown; a whole chapter may have been put in. */
const mostChanged = 600;

const cutEnd = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most)} … ` : words;

function shortSame(words: string, isFirst: boolean, isLast: boolean): string {
  if (words.length <= mostSame) return words;
  const half = mostSame / 2;
  const head = words.slice(0, half).replace(/\s\S*$/u, ' ');
  const tail = words.slice(-half).replace(/^\S*\s/u, '');
  return `${isFirst ? '' : head}… ${isLast ? '' : tail}`;
}

const aloud = (words: string): TemplateResult => html`<span class="visually-hidden">${words}</span>`;

function shown({ kind, words }: Piece, at: number, all: readonly Piece[]): TemplateResult {
  // The space behind a word is neither struck out nor underlined.
  const own = cutEnd(words.trimEnd(), mostChanged);
  if (kind === 'gone') return html`<del>${aloud(' removed: ')}${own}</del> `;
  if (kind === 'new') return html`<ins>${aloud(' added: ')}${own}</ins>${/\s$/u.test(words) ? ' ' : ''}`;
  const before = at > 0 ? aloud(' unchanged: ') : '';
  return html`${before}<span>${shortSame(words, at === 0, at === all.length - 1)}</span>`;
}

/** What was marked and what stands there now, in one line of words: struck out what is gone, underlined what is new. */
export const difference = (before: string, after: string): TemplateResult =>
  html`<p class="difference">${wordDifference(before, after).map(shown)}</p>`;
