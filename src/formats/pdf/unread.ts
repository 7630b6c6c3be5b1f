/** Pages whose words could not be had, told in a draft: scans, fonts that do not say their letters, damaged pages. Pure. */
import type { Draft, DraftPlace, ImportFinding } from '../../model/draft.ts';
import type { OpenedPdf } from './open.ts';

type Opened = Pick<OpenedPdf, 'pages' | 'unread' | 'scanned'>;

/** Pages (from 0) that follow one another, as the first and the last of each row. */
function rangesOf(pages: readonly number[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges;
}

/** Before the first block that begins there or later; null where none does. */
function placeAt({ blocks }: Draft, page: number): DraftPlace | null {
  const block = blocks.find(({ origin }) => (origin?.page ?? 0) > page);
  return block ? { block: block.id, offset: 0 } : null;
}

/** A draft with a finding for each row of pages that were not read, or only in part. */
export function withUnread(draft: Draft, { pages, unread, scanned }: Opened): Draft {
  const broken = pages.filter(({ width }) => width === 0).map(({ index }) => index);
  const findings = rangesOf([...unread, ...scanned, ...broken]).map(([first, last], at): ImportFinding => ({
    id: `unread-${at + 1}`,
    kind: 'unread',
    place: placeAt(draft, first),
    certainty: 1,
    quote: first === last ? `p. ${first + 1}` : `pp. ${first + 1}–${last + 1}`,
    state: 'open',
  }));
  return { ...draft, findings: [...draft.findings, ...findings] };
}
