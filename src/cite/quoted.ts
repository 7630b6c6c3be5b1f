/** A quotation with its citation, put together as the style wants it, in all three forms. */
import type { Paper } from '../model/paper.ts';
import { citeItem } from './cite-item.ts';
import { citer } from './cite.ts';
import type { CitationStyle } from './citation-styles.ts';
import { joinRich, plainCitation } from './plain-citation.ts';
import { inMarks, locatorOf, quotationOf, type Quotation, type Span } from './quotation.ts';
import { plainRich, type RichText } from './rich-text.ts';

/** Where the citation goes: into a note, or behind the words in brackets. */
type Form = 'note' | 'in-text' | 'plain';

const paragraph = ({ html }: RichText): string => `<p>${html}</p>`;

/** Words as a citation in brackets follows them: style guides put the stop behind the bracket. */
function run(words: string, citation: RichText, form: Form): RichText {
  const [, bare = '', stop = ''] = /^(.*?)([.,;:]?)$/su.exec(words) ?? [];
  const isMoved = form === 'in-text' && stop !== '';
  const quoted = plainRich(`${inMarks(isMoved ? bare : words)} `);
  return joinRich(quoted, citation, plainRich(isMoved && stop === '.' ? '.' : ''));
}

/** A label for a note in Markdown: letters, digits and hyphens. */
const label = (id: string): string => id.replace(/[^\p{L}\p{N}]+/gu, '-') || 'note';

function inline(words: string, citation: RichText, form: Form, id: string): RichText {
  if (form !== 'note') {
    const line = run(words, citation, form);
    return { ...line, html: paragraph(line) };
  }
  const quoted = plainRich(inMarks(words));
  return {
    text: `${quoted.text}\n\n${citation.text}`,
    html: paragraph(quoted) + paragraph(citation),
    markdown: `${quoted.markdown}[^${label(id)}]\n\n[^${label(id)}]: ${citation.markdown}`,
  };
}

function block(words: readonly string[], citation: RichText, form: Form, id: string): RichText {
  const last = plainRich(words.at(-1) ?? '');
  const ends = form === 'note' ? last : joinRich(last, plainRich(' '), citation);
  const all = [...words.slice(0, -1).map(plainRich), ends];
  const isNote = form === 'note';
  const mark = isNote ? `[^${label(id)}]` : '';
  return {
    text: [...all.map(({ text }) => text), ...(isNote ? [citation.text] : [])].join('\n\n'),
    html: `<blockquote>${all.map(paragraph).join('')}</blockquote>${isNote ? paragraph(citation) : ''}`,
    markdown:
      all.map(({ markdown }) => `> ${markdown}`).join('\n>\n') +
      mark +
      (isNote ? `\n\n${mark}: ${citation.markdown}` : ''),
  };
}

/** Puts a quotation and its citation together. `id` names the note in Markdown. */
export function quoted(quotation: Quotation, citation: RichText, form: Form, id: string): RichText {
  const { paragraphs, isBlock } = quotation;
  return isBlock ? block(paragraphs, citation, form, id) : inline(paragraphs.join(' '), citation, form, id);
}

const brackets = (citation: RichText): RichText => joinRich(plainRich('('), citation, plainRich(')'));

/** The passage with the plain citation; at once, for it needs no processor. */
export function quotePlainly(paper: Paper, range: Span): RichText {
  const citation = brackets(plainCitation(paper.front, locatorOf(paper, range)));
  return quoted(quotationOf(paper, range), citation, 'plain', paper.id);
}

/** The passage with its citation in `style`. Rejects with a Fault `cite/unreachable` where the processor is missing. */
export async function quoteIn(style: CitationStyle, paper: Paper, range: Span): Promise<RichText> {
  if (style === 'plain') return quotePlainly(paper, range);
  const { citation } = (await citer(style)).cite(citeItem(paper), locatorOf(paper, range));
  return quoted(
    quotationOf(paper, range),
    citation,
    style === 'chicago-notes' ? 'note' : 'in-text',
    paper.id,
  );
}

/** The paper as an entry of a list of works, in `style`. Rejects as `quoteIn` does. */
export async function entryIn(style: CitationStyle, paper: Paper): Promise<RichText> {
  const { firstPage, lastPage } = paper.front;
  const pages = [...new Set([firstPage, lastPage].filter(Boolean))].join('–');
  const entry =
    style === 'plain'
      ? plainCitation(paper.front, { pages })
      : (await citer(style)).cite(citeItem(paper)).entry;
  return { ...entry, html: paragraph(entry) };
}
