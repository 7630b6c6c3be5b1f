/** The formats of files of marks: their names, what they are good for, how their files end. */
import type { MarksFormat } from './marks-choice.ts';

/** What a format is called, what it is for, and how its files end. */
export const formatWords: Readonly<
  Record<
    MarksFormat,
    { readonly name: string; readonly about: string; readonly ending: string; readonly type: string }
  >
> = {
  w3c: {
    name: 'Web Annotations (JSON-LD)',
    about: 'All that the notebook says, in the W3C standard. Warrant reads it back unchanged.',
    ending: 'jsonld',
    type: 'application/ld+json',
  },
  hypothesis: {
    name: 'Hypothesis (JSON)',
    about: 'Marks, notes and replies, for the importer of Hypothesis.',
    ending: 'hypothesis.json',
    type: 'application/json',
  },
  zotero: {
    name: 'Zotero (JSON)',
    about: 'Marks and notes with their eight colours, as items of Zotero.',
    ending: 'zotero.json',
    type: 'application/json',
  },
  markdown: {
    name: 'Markdown',
    about: 'To be read: quotations, notes, places and links. For Obsidian, Logseq or a word processor.',
    ending: 'md',
    type: 'text/markdown',
  },
  csv: {
    name: 'Table (CSV)',
    about: 'A row for each mark, for a spreadsheet.',
    ending: 'csv',
    type: 'text/csv',
  },
  html: {
    name: 'Web page (HTML)',
    about: 'To be read and printed: one page that needs nothing beside it.',
    ending: 'html',
    type: 'text/html',
  },
};

/** Whether a format is made for people: then it is grouped, and can be copied. */
export const isSheet = (format: MarksFormat): boolean =>
  format === 'markdown' || format === 'csv' || format === 'html';
