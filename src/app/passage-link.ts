/** Makes links to passages: into Warrant by address and words, into the paper's public copy by a text fragment. */
import { quotePassage, textFragment, wholeWords, type Range } from '../anchoring/passage-quote.ts';
import type { Paper } from '../model/paper.ts';
import { copyWords } from '../reader/citation.ts';
import { addressOf, linkAddress } from '../text/address.ts';
import { formatRoute } from './routes.ts';

/** The whole address of a passage in Warrant, as another browser opens it. */
export function passageLink(paper: Paper, range: Range): string {
  const address = linkAddress(paper, addressOf(paper, range.start));
  const value = { address, ...quotePassage(paper.text, range) };
  return new URL(formatRoute(paper.id, { to: 'passage', value }), location.href).href;
}

/** The passage in the paper's public copy; null where the paper has no address on the web. */
export function publicLink(paper: Paper, range: Range): string | null {
  const { url } = paper.front;
  return url ? textFragment(url, quotePassage(paper.text, wholeWords(paper.text, range))) : null;
}

/** Puts a link on the clipboard; answers what to tell the reader. */
export function copyLink(paper: Paper, range: Range, way: 'route' | 'fragment'): Promise<string> {
  const link = way === 'route' ? passageLink(paper, range) : publicLink(paper, range);
  return link === null
    ? Promise.resolve('This paper has no public address that Warrant knows.')
    : copyWords(link, way === 'route' ? 'Copied a link to this passage' : 'Copied a text-fragment link');
}
