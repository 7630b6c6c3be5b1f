/** Marks as a page of HTML that needs nothing beside it: to be read, printed, or put into a word processor. */
import type { Grouping } from './grouping.ts';
import { grouped, placeOf, type MarkEntry, type MarkSheet } from './mark-entry.ts';
import { hexOf } from './mark-colours.ts';

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, within an element or an attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign);

/** Nothing in the page is fetched or run, whatever its notes hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

const style = `
  :root { color-scheme: light dark; }
  body { max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; font: 1.0625rem/1.55 Georgia, 'Times New Roman', serif; }
  h1 { font-size: 1.6rem; line-height: 1.25; } h2 { margin-top: 2.5rem; font-size: 1.2rem; }
  article { margin: 1.75rem 0; break-inside: avoid; overflow-wrap: anywhere; }
  blockquote { margin: 0 0 .6rem; padding-left: .9rem; border-left: 4px solid; }
  blockquote p { margin: 0 0 .4rem; } .note > :first-child { margin-top: 0; }
  .aside, .paper { color: color-mix(in srgb, CanvasText 72%, Canvas); font: .875rem/1.5 system-ui, sans-serif; } .aside a, .paper a { color: LinkText; }
  .swatch { display: inline-block; width: .7em; height: .7em; margin-right: .35em; border: 1px solid; border-radius: 50%; print-color-adjust: exact; }
  ul.replies { margin: .6rem 0 0; padding-left: 1.25rem; }
  pre { overflow-x: auto; white-space: pre-wrap; }
  @media print { body { margin: 0; max-width: none; font-size: 11pt; } h2 { break-after: avoid; } .aside, .paper { color: #333; } }
`;

/** Only addresses that lead somewhere and run nothing. */
const link = (url: string, words: string): string =>
  /^https?:/iu.test(url) ? `<a href="${escapeHtml(url)}">${words}</a>` : '';

const quotation = ({ colour, isUnderlined, language }: MarkEntry, words: string): string => {
  const paragraphs = words
    .split('\n')
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
  const line = colour
    ? ` style="border-color: ${hexOf(colour)}${isUnderlined ? '; border-left-style: double' : ''}"`
    : '';
  const speech = language ? ` lang="${escapeHtml(language)}"` : '';
  return `<blockquote${speech}${line}>${paragraphs}</blockquote>`;
};

const swatch = (colour: string): string =>
  `<span class="swatch" style="background: ${hexOf(colour)}" aria-hidden="true"></span>`;

function aside(entry: MarkEntry): string {
  const { kind, meaning, colour, tags, citation } = entry;
  const parts = [
    escapeHtml(placeOf(entry)),
    `${colour ? swatch(colour) : ''}${escapeHtml([kind, meaning].filter(Boolean).join(', '))}`,
    tags.length > 0 && `tags: ${escapeHtml(tags.join(', '))}`,
    citation.html,
    link(entry.link, 'to the passage'),
  ];
  return `<p class="aside">${parts.filter(Boolean).join(' · ')}</p>`;
}

const replies = (entries: readonly MarkEntry[]): string =>
  entries.length === 0 ? '' : `<ul class="replies">${entries.map(reply).join('')}</ul>`;

function reply(entry: MarkEntry): string {
  const by = [entry.creator, entry.created.slice(0, 10)].filter(Boolean).join(', ');
  return `<li><div class="note">${entry.bodyHtml}</div><p class="aside">${escapeHtml(by)}</p>${replies(entry.replies)}</li>`;
}

const article = (entry: MarkEntry): string =>
  `<article>${entry.quotations.map((words) => quotation(entry, words)).join('')}${
    entry.bodyHtml && `<div class="note">${entry.bodyHtml}</div>`
  }${aside(entry)}${replies(entry.replies)}</article>`;

/** The sheet as an HTML file. */
export function marksHtml(sheet: MarkSheet, by: Grouping): string {
  const title = escapeHtml(`Annotations on ${sheet.title}`);
  const groups = grouped(sheet.entries, by).map(
    ({ title: heading, entries }) =>
      `<section>${heading && `<h2>${escapeHtml(heading)}</h2>`}${entries.map(article).join('\n')}</section>`,
  );
  const paper = [sheet.paper.html, link(sheet.link, 'Open the paper'), escapeHtml(sheet.now.slice(0, 10))];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
<p class="paper">${paper.filter(Boolean).join(' · ')}</p>
${groups.join('\n')}
</body>
</html>
`;
}
