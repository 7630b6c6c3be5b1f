/** The plain citation: no style's, made without the processor: `(Author, “Title,” Journal 7, no. 2 (2008): 54)`. */
import type { Front } from '../model/paper.ts';
import type { Locator } from './cite.ts';
import { plainRich, type RichText } from './rich-text.ts';

const italic = (text: string): RichText => {
  const { html, markdown } = plainRich(text);
  return { text, html: `<i>${html}</i>`, markdown: `*${markdown}*` };
};

/** Several pieces one behind the other. */
export const joinRich = (...pieces: readonly RichText[]): RichText => ({
  text: pieces.map(({ text }) => text).join(''),
  html: pieces.map(({ html }) => html).join(''),
  markdown: pieces.map(({ markdown }) => markdown).join(''),
});

/** `7, no. 2 (2008): 54`: what stands behind the journal or the title, with the sign or space before it. */
function tailOf(front: Front, { pages, place }: Locator): string {
  const number = [front.volume, front.issue && `no. ${front.issue}`].filter(Boolean).join(', ');
  const issued = [number, front.year !== null && `(${front.year})`].filter(Boolean).join(' ');
  const where = pages ? `: ${pages}` : place ? `, ${place}` : '';
  return (issued && ` ${issued}`) + where;
}

/** The work with the place in it, without brackets around it; what is not known is left out. */
export function plainCitation(front: Front, locator: Locator): RichText {
  const { journal, authors, title } = front;
  const quoted = plainRich(`“${title}${journal ? ',' : ''}”`);
  const names = plainRich(authors.length > 0 ? `${authors.join(', ')}, ` : '');
  const container = journal ? [plainRich(' '), italic(journal)] : [];
  return joinRich(names, quoted, ...container, plainRich(tailOf(front, locator)));
}
