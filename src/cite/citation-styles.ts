/** The citation styles that a reader may choose, by key and by name: apart from what sets them, which is heavy. */

/** The styles that citeproc sets; `plain` is our own and needs none. */
export const cslStyles = ['chicago-notes', 'chicago-author-date', 'mla', 'apa'] as const;
export type CslStyle = (typeof cslStyles)[number];

/** All styles a reader may choose. */
export const citationStyles = ['plain', ...cslStyles] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** What the styles are called. */
export const styleNames: Readonly<Record<CitationStyle, string>> = {
  plain: 'Plain',
  'chicago-notes': 'Chicago, notes',
  'chicago-author-date': 'Chicago, author-date',
  mla: 'MLA',
  apa: 'APA',
};
