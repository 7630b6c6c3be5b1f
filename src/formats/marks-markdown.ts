/** Marks as Markdown: quotations, notes, places and links, so that every renderer shows what was written. */
import type { Grouping } from './grouping.ts';
import { grouped, placeOf, type MarkEntry, type MarkSheet } from './mark-entry.ts';

/** A line that would begin a list, a heading or a rule. */
const lineStart = /^([-+=:]|\d{1,9}[.)])/u;

/** Plain words as one line of Markdown that means nothing but itself. */
export const escapeLine = (words: string): string =>
  words
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~$^]/gu, '\\$&')
    .replace(/&(?=#?\w)/gu, '\\&')
    .replace(/([=%])(?=\1)/gu, '\\$1')
    .replace(lineStart, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);

/** An address as the target of a link. */
export const linkTarget = (url: string): string => `<${url.replace(/[<>\\\s]/gu, encodeURIComponent)}>`;

const fence = /^ {0,3}(`{3,}|~{3,})/u;

/** Tags outside of code would be HTML elsewhere; here they are words. */
const withoutTags = (line: string): string =>
  line
    .split(/(`+[^`]*`+)/u)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/<(?!(?:https?:|mailto:)[^\s<>]*>)/giu, '\\<')))
    .join('');

/**
 * A reader's Markdown as a part of a larger page: what it begins ends with it, its headings stand below those of the
 * page, and HTML in it stays the words that it is in Warrant.
 */
export function containedMarkdown(body: string): string {
  let open: string | null = null;
  const lines = body
    .trim()
    .split('\n')
    .map((line) => {
      const mark = fence.exec(line)?.[1];
      if (mark !== undefined && (open === null || mark.startsWith(open))) {
        open = open === null ? mark : null;
        return line;
      }
      if (open !== null) return line;
      const heading = /^ {0,3}(#{1,6})(?=\s|$)/u.exec(line)?.[1];
      const lowered = heading
        ? `${'#'.repeat(Math.min(6, heading.length + 3))}${line.trimStart().slice(heading.length)}`
        : line;
      return withoutTags(lowered);
    });
  return [...lines, ...(open === null ? [] : [open])].join('\n');
}

const quoted = (words: string): string =>
  words
    .split('\n')
    .map(escapeLine)
    .filter(Boolean)
    .map((line) => `> ${line}`)
    .join('\n>\n');

/** What is said beside an entry: where it stands, what it is, its tags, the citation, the way back. */
function aside(entry: MarkEntry): string {
  const { kind, meaning, tags, citation, link } = entry;
  const parts = [
    escapeLine(placeOf(entry)),
    escapeLine([kind, meaning].filter(Boolean).join(', ')),
    tags.length > 0 && `tags: ${tags.map(escapeLine).filter(Boolean).join(', ')}`,
    citation.markdown,
    link && `[to the passage](${linkTarget(link)})`,
  ];
  return `— ${parts.filter(Boolean).join(' · ')}`;
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');

/** A reply as an item of a list, with its own replies within it. */
function reply(entry: MarkEntry): string {
  const by = [entry.creator, entry.created.slice(0, 10)].filter(Boolean).join(', ');
  const parts = [
    containedMarkdown(entry.body) || '(no words)',
    `— ${escapeLine(by)}`,
    ...entry.replies.map(reply),
  ];
  return `-${indented(parts.join('\n\n')).slice(1)}`;
}

const written = (entry: MarkEntry): string =>
  [...entry.quotations.map(quoted), containedMarkdown(entry.body), aside(entry), ...entry.replies.map(reply)]
    .filter(Boolean)
    .join('\n\n');

/** The sheet as a Markdown file. */
export function marksMarkdown(sheet: MarkSheet, by: Grouping): string {
  const groups = grouped(sheet.entries, by).map(({ title, entries }) =>
    [...(title ? [`## ${escapeLine(title)}`] : []), entries.map(written).join('\n\n---\n\n')].join('\n\n'),
  );
  const paper = [sheet.paper.markdown, sheet.link && `[Open the paper](${linkTarget(sheet.link)})`].filter(
    Boolean,
  );
  return `${[`# Annotations on ${escapeLine(sheet.title)}`, paper.join(' · '), ...groups].join('\n\n')}\n`;
}
