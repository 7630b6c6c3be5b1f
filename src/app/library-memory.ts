/** What the library remembers of how one looks at it: the order on this device, what was typed and chosen in this tab. */
import { librarySorts, type LibrarySort } from './library-order.ts';

/** How one looks at the library. */
export interface LibraryView {
  readonly sort: LibrarySort;
  /** What was typed into the field that searches. */
  readonly query: string;
  /** The tag that papers must have; null for all. */
  readonly tag: string | null;
}

const key = 'warrant-library';

/** Longest query that is kept, in UTF-16 units. */
const longest = 2_000;

const first: LibraryView = { sort: 'read', query: '', tag: null };

function stored(storage: () => globalThis.Storage): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(storage().getItem(key) ?? '{}') as unknown;
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    // Refused or damaged: one begins anew.
    return {};
  }
}

function keep(storage: () => globalThis.Storage, value: unknown): void {
  try {
    storage().setItem(key, JSON.stringify(value));
  } catch {
    // Refused or full: this page goes on with what it has.
  }
}

/** How one looked last. */
export function readView(): LibraryView {
  const { sort } = stored(() => localStorage);
  const { query, tag } = stored(() => sessionStorage);
  return {
    sort: typeof sort === 'string' && Object.hasOwn(librarySorts, sort) ? (sort as LibrarySort) : first.sort,
    query: typeof query === 'string' ? query.slice(0, longest) : first.query,
    tag: typeof tag === 'string' ? tag : first.tag,
  };
}

/** Keeps how one looks. */
export function keepView({ sort, query, tag }: LibraryView): void {
  keep(() => localStorage, { sort });
  keep(() => sessionStorage, { query: query.slice(0, longest), tag });
}
