/** What a walk through the blocks of HTML is told, and what it remembers of where it is. */
import type { DraftBlock, DraftInline, DraftKind } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';
import { hasRole } from './vocabulary.ts';

/** What the blocks being read are part of. */
export interface Place {
  readonly kind: DraftKind;
  readonly level?: number;
  readonly label?: string;
  /** Of quotations and items: whether the next block goes on with them. Shared by all blocks of one. */
  readonly run?: { isBegun: boolean };
}

/** Elements that are kept, but are no part of the text: what their blocks become. */
export type Aside = (tag: Tag) => DraftKind | null;

/** Where blocks go; answers a block's id, null where there was nothing in it. */
export type Sink = (
  kind: DraftKind,
  content: readonly DraftInline[],
  more: Partial<DraftBlock>,
) => string | null;

/** What a walk is told besides. */
export interface BlockRules {
  readonly aside: Aside;
  /** The depth of a heading of a level of HTML. */
  levels(level: number): number;
  readonly sink: Sink;
  /** Hears of each note that stands in the walk's way. */
  passed?(note: Tag): void;
}

/** Whether an element is a mere aside of the page: navigation. */
export const navigation: Aside = (tag) =>
  tag.name === 'nav' ||
  hasRole(tag, 'toc', 'navigation', 'landmarks', 'page-list', 'search', 'banner', 'contentinfo')
    ? 'furniture'
    : null;
