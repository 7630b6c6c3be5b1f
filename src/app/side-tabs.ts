/** The tabs of the side pane: what each is called, and how its element comes. */

export type SideTab = 'contents' | 'find' | 'sources' | 'marks' | 'class' | 'compare' | 'findings' | 'places';

export interface SideTabLook {
  readonly key: SideTab;
  readonly words: string;
}

/** In the order in which they stand. */
export const sideTabs: readonly SideTabLook[] = [
  { key: 'contents', words: 'Contents' },
  { key: 'find', words: 'Find' },
  { key: 'sources', words: 'Sources' },
  { key: 'marks', words: 'Marks' },
  { key: 'class', words: 'Class' },
  { key: 'compare', words: 'Compare' },
  { key: 'findings', words: 'Findings' },
  { key: 'places', words: 'Places' },
];
