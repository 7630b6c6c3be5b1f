/** Stops in the text, one after the other: note numbers, claims, marks, headings, pages, paragraphs, sentences. Pure. */
import { shown } from '../desk/only.ts';
import type { Desk, Focus } from '../desk/desk.ts';
import { blockAt } from '../model/paper.ts';
import { lastAtMost, type Block } from '../model/paper-text.ts';
import { sentencesIn } from '../text/sentences.ts';

export type StopKind = 'marker' | 'claim' | 'annotation' | 'heading' | 'page' | 'paragraph' | 'sentence';

/** Where one stops. */
export interface Stop {
  /** Offset in code points. */
  readonly offset: number;
  /** What stands there; null where it is a place and no thing. */
  readonly focus: Focus | null;
  /** Id of the element that takes the focus there; null where the text itself does. */
  readonly element: string | null;
  /** Its number among its kind, from 1, and how many there are; 0 where they are not counted. */
  readonly number: number;
  readonly count: number;
}

interface Found {
  readonly offset: number;
  readonly focus?: Focus;
  readonly element?: string;
}

const counted = (found: readonly Found[]): Stop[] =>
  found.map(({ offset, focus, element }, at) => ({
    offset,
    focus: focus ?? null,
    element: element ?? null,
    number: at + 1,
    count: found.length,
  }));

/** One stop for each record, at its first passage. */
function records(desk: Desk, kind: 'claim' | 'annotation'): Stop[] {
  const seen = new Set<string>();
  const found: Found[] = [];
  for (const passage of shown(desk).passages) {
    if (passage.kind !== kind || seen.has(passage.id)) continue;
    seen.add(passage.id);
    found.push({ offset: passage.start, focus: { kind, id: passage.id } });
  }
  return counted(found);
}

const markers = ({ paper }: Desk): Stop[] =>
  counted(
    paper.text.markers.map(({ offset, node }) => ({
      offset,
      focus: { kind: 'note', id: String(node.attrs['note']) },
      element: String(node.attrs['id']),
    })),
  );

const blocks = ({ paper }: Desk, wanted: (block: Block) => boolean): Stop[] =>
  counted(paper.text.blocks.filter(wanted).map(({ start }) => ({ offset: start })));

const lists: Readonly<Record<Exclude<StopKind, 'sentence'>, (desk: Desk) => Stop[]>> = {
  marker: markers,
  claim: (desk) => records(desk, 'claim'),
  annotation: (desk) => records(desk, 'annotation'),
  heading: (desk) => blocks(desk, ({ kind }) => kind === 'heading'),
  page: ({ paper }) => counted(paper.text.pages.map(({ offset }) => ({ offset }))),
  paragraph: (desk) => blocks(desk, ({ kind }) => kind !== 'heading'),
};

/** The sentences of the block at an offset and of its neighbours: a long text is not divided for one step. */
function sentences({ paper }: Desk, from: number): Stop[] {
  const here = blockAt(paper, from);
  if (!here) return [];
  const at = paper.text.blocks.indexOf(here);
  const near = paper.text.blocks.slice(Math.max(0, at - 1), at + 2);
  return near
    .flatMap((block) => sentencesIn(paper, block))
    .map(({ start }) => ({ offset: start, focus: null, element: null, number: 0, count: 0 }));
}

/** All stops of a kind, in the order of the text; of sentences those around `from`. */
export const stops = (desk: Desk, kind: StopKind, from: number): readonly Stop[] =>
  kind === 'sentence' ? sentences(desk, from) : lists[kind](desk);

/**
 * The stop before or after `from`. `last` is the stop one stands on, if one has just walked there: of two at one
 * offset none is passed over. Null at the end.
 */
export function nextStop(
  all: readonly Stop[],
  from: number,
  way: 1 | -1,
  last: Pick<Stop, 'offset' | 'number'> | null = null,
): Stop | null {
  const isThere = last && last.number > 0 && all[last.number - 1]?.offset === from;
  if (isThere) return all[last.number - 1 + way] ?? null;
  const before = lastAtMost(all, way === 1 ? from : from - 1, (stop) => stop.offset);
  return (way === 1 ? all[before + 1] : all[before]) ?? null;
}
