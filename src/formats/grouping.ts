/** What marks are put together by where they are written down. Small: a device remembers it. */

export const groupings = ['section', 'colour', 'tag', 'none'] as const;
/** See the head of this file; `none`: one after the other, as the text goes. */
export type Grouping = (typeof groupings)[number];
