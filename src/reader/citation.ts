/** A passage as a quotation with its source, for the clipboard. */
import type { Range } from '../desk/desk.ts';
import { pageAt, type Paper } from '../model/paper.ts';

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/gu,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** The pages of a range, inferred ones in brackets: `53`, `[54]`, `53–[54]`; empty where unknown. */
export function pagesOf(paper: Paper, range: Range): string {
  const show = (offset: number): string => {
    const page = pageAt(paper, offset);
    return page ? (page.inferred ? `[${page.label}]` : page.label) : '';
  };
  const first = show(range.start);
  const last = show(Math.max(range.start, range.end - 1));
  return first === last ? first : [first, last].filter(Boolean).join('–');
}

/** Quotation marks inside a quotation change their kind, unless a block of its own is quoted. */
const quote = (text: string): string => {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return `“${flat.replace(/“/gu, '‘').replace(/”/gu, '’')}”`;
};

interface Parts {
  readonly authors: string;
  readonly title: string;
  readonly journal: string;
  readonly rest: string;
}

function citationParts(paper: Paper, range: Range): Parts {
  const { front } = paper;
  const number = [front.volume, front.issue && `no. ${front.issue}`].filter(Boolean).join(', ');
  const year = front.year === null ? '' : `(${front.year})`;
  const pages = pagesOf(paper, range);
  const rest = [number, year].filter(Boolean).join(' ') + (pages ? `: ${pages}` : '');
  return { authors: front.authors.join(', '), title: front.title, journal: front.journal ?? '', rest };
}

/** What stands between the quotation and the journal, and what comes after it. */
function frame(
  paper: Paper,
  range: Range,
): { readonly head: string; readonly journal: string; readonly tail: string } {
  const { authors, title, journal, rest } = citationParts(paper, range);
  const named = [authors, `“${title}${journal ? ',' : ''}”`].filter(Boolean).join(', ');
  const words = quote(paper.text.slice(range.start, range.end));
  return { head: `${words} (${named}${journal ? ' ' : ''}`, journal, tail: `${rest ? ` ${rest}` : ''})` };
}

/** `“…” (Author, “Title,” Journal 7, no. 2 & 3 (2008): [54])` as plain text. */
export function citePlain(paper: Paper, range: Range): string {
  const { head, journal, tail } = frame(paper, range);
  return head + journal + tail;
}

/** The same as HTML, the journal in italics. */
export function citeHtml(paper: Paper, range: Range): string {
  const { head, journal, tail } = frame(paper, range);
  return escape(head) + (journal ? `<i>${escape(journal)}</i>` : '') + escape(tail);
}

/** Puts both on the clipboard; answers what to tell the reader. */
export async function copyWithCitation(paper: Paper, range: Range): Promise<string> {
  const plain = citePlain(paper, range);
  try {
    const item = new ClipboardItem({
      'text/plain': new Blob([plain], { type: 'text/plain' }),
      'text/html': new Blob([`<p>${citeHtml(paper, range)}</p>`], { type: 'text/html' }),
    });
    await navigator.clipboard.write([item]);
    return 'Copied with citation';
  } catch {
    // Refused without a permission or a secure page: plain text may still pass.
    return navigator.clipboard.writeText(plain).then(
      () => 'Copied with citation',
      () => 'The browser does not let this page copy. Use Ctrl+C for the passage itself.',
    );
  }
}
