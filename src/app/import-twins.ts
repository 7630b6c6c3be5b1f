/** Which paper an import is the same as, or a better copy of. Pure. */
import type { KeptPaper } from '../storage/papers.ts';
import { readFront } from '../model/front-shape.ts';
import { fold } from '../text/fold.ts';
import type { ImportItem, Twin } from './import-items.ts';
import { firstFamily } from './paper-id.ts';
import type { PendingPaper } from './pending-paper.ts';

/** What is there already. */
export interface Shelf {
  readonly kept: readonly KeptPaper[];
  /** The papers that ship with the app; one without a hash has no twin. */
  readonly shipped: readonly { readonly id: string; readonly title: string; readonly hash?: string }[];
}

const titleOf = ({ front }: KeptPaper): string => readFront(front).title;

const plain = (words: string): string =>
  fold(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const familyOf = ({ front }: KeptPaper): string => plain(firstFamily(readFront(front)));

/** The paper of the library with the same text, as it is now or as it was first read; null where there is none. */
export function twinOf({ hash, firstHash }: PendingPaper, { kept, shipped }: Shelf): Twin | null {
  const hashes = new Set([hash, firstHash]);
  const own = kept.find((one) => one.removed === null && (hashes.has(one.hash) || hashes.has(one.firstHash)));
  if (own) return { id: own.id, title: titleOf(own) };
  const other = shipped.find((one) => one.hash !== undefined && hashes.has(one.hash));
  return other ? { id: other.id, title: other.title } : null;
}

const isSameTwin = (one: Twin | null, other: Twin | null): boolean =>
  one?.id === other?.id && one?.title === other?.title;

/**
 * The queue with twins in it named: what was kept out of it, else the first of those with the same text. A twin in the
 * library stays. To be called after each change, since what comes first may be read last, or be left out.
 */
export function paired(items: readonly ImportItem[]): readonly ImportItem[] {
  const first = new Map<string, Twin>();
  for (const { state } of items)
    if (state.is === 'kept') first.set(state.hash, { id: state.id, title: state.title });
  return items.map((item) => {
    const { state } = item;
    if (state.is !== 'read') return item;
    const { firstHash, draft } = state.paper;
    const twin = state.twin?.id ? state.twin : (first.get(firstHash) ?? null);
    if (!first.has(firstHash)) first.set(firstHash, { id: null, title: draft.front.title ?? item.file.name });
    return isSameTwin(twin, state.twin) ? item : { ...item, state: { ...state, twin } };
  });
}

/** A kept paper of the same title whose first author, where both are known, is the same; null where there is none. */
export function olderOf({ draft: { front } }: PendingPaper, kept: readonly KeptPaper[]): KeptPaper | null {
  const title = plain(front.title ?? '');
  if (title.length < 4) return null;
  const family = plain(firstFamily(front));
  const isSame = (one: KeptPaper): boolean => {
    const other = familyOf(one);
    return plain(titleOf(one)) === title && (!family || !other || family === other);
  };
  return kept.find((one) => one.removed === null && isSame(one)) ?? null;
}
