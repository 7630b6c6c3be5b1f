/** What stands in the margin: one item a record in the order of the text, and which of very many stand at once. Pure. */
import { claimsLitBy } from '../desk/backing.ts';
import { argument, derived, type Desk, type Range } from '../desk/desk.ts';
import type { Placed } from '../desk/passages.ts';
import { claimsJoined } from '../model/argument.ts';
import { lastAtMost } from '../model/paper-text.ts';

/**
 * A card, and the offset that it stands beside: of its first passage, or of the marker of the note that it lies
 * in; null for orphans, which come first.
 */
export interface Item {
  readonly id: string;
  readonly start: number | null;
}

/** Up to so many cards all stand; of more only those around what one reads. */
export const mostAtOnce = 160;

/** A stretch of the items: from the first index up to, not including, the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One item a record: beside its first passage or the marker of its note, in the order of the text. */
export const itemsOf = derived(
  ({ passages, inNotes, orphans, searching, unsettled }: Placed): readonly Item[] => {
    const starts = new Map<string, number>();
    for (const { id, start } of passages) if (!starts.has(id)) starts.set(id, start);
    for (const { id, marked } of inNotes) if (!starts.has(id)) starts.set(id, Math.max(0, (marked ?? 0) - 1));
    // What is being looked for waits where it stood.
    for (const id of searching) starts.set(id, unsettled.get(id)?.record.targets[0]?.start ?? 0);
    const items = [...starts].map(([id, start]) => ({ id, start }));
    if (inNotes.length + searching.length > 0) items.sort((one, other) => one.start - other.start);
    return [...orphans.map((id) => ({ id, start: null })), ...items];
  },
);

const startOf = (item: Item): number => item.start ?? -1;

/** The items whose passages begin within one and a half screens of what is seen; `seen` counts code points. */
export function stretchAround(items: readonly Item[], seen: Range): Stretch {
  const reach = Math.ceil((seen.end - seen.start) * 1.5);
  const first = lastAtMost(items, seen.start - reach - 1, startOf) + 1;
  return { from: seen.start <= reach ? 0 : first, to: lastAtMost(items, seen.end + reach, startOf) + 1 };
}

/** So many items stand on either side of the one at an index, where cards follow each other like a list. */
export const stretchAt = (items: readonly Item[], index: number): Stretch => ({
  from: Math.max(0, index - mostAtOnce / 4),
  to: Math.min(items.length, Math.max(0, index) + mostAtOnce / 2),
});

/** Whether everything within half a screen of what is seen stands in a stretch. */
export function covers(items: readonly Item[], { from, to }: Stretch, seen: Range): boolean {
  const slack = (seen.end - seen.start) / 2;
  const before = items[from - 1];
  const after = items[to];
  return (!before || startOf(before) < seen.start - slack) && (!after || startOf(after) > seen.end + slack);
}

/** Ids of the records whose cards are lit: the hovered one with the claims that it joins, or all claims that a hovered authority carries. */
export function litIds(desk: Desk): readonly string[] {
  const { hover } = desk.session;
  if (!hover) return [];
  return hover.kind === 'source'
    ? claimsLitBy(desk, hover)
    : [hover.id, ...claimsJoined(argument(desk), hover.id)];
}
