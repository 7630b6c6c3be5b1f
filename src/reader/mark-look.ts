/**
 * How the reader's marks on one segment look, as attributes of its element: the wash of the innermost highlight, a stripe for
 * each further mark up to what still reads, a number where there are more or several cover the very same words, and a sign
 * where a question or a bookmark begins. Pure.
 */
import type { Passage } from '../desk/passages.ts';
import { colours, firstColour } from '../model/colours.ts';
import type { Annotation } from '../model/records.ts';
import type { Segment } from './segments.ts';

/** So many stripes are told apart under a line of text. */
const mostStripes = 3;

interface Mark {
  readonly passage: Passage;
  readonly record: Annotation;
}

/** The marks on a segment, the innermost last, each once. */
function marksOn(segment: Segment | undefined): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const passage of segment?.passages ?? []) {
    const { record } = passage;
    if (record.kind === 'annotation') marks.set(record.id, { passage, record });
  }
  return [...marks.values()];
}

const known = new Set(colours.map(({ key }) => key));

/** A record may come from any file: a colour that is none of ours shows as the first one. */
const colourOf = ({ record }: Mark): string => (known.has(record.colour) ? record.colour : firstColour);

const spanOf = ({ passage }: Mark): string => `${passage.start} ${passage.end}`;

/** The colours of the stripes, the innermost first: of all marks but the wash. Marks of one colour on the same words share one. */
function stripes(marks: readonly Mark[], wash: Mark | undefined): readonly string[] {
  const told = new Set<string>();
  const rows: string[] = [];
  const keyOf = (mark: Mark): string => `${spanOf(mark)} ${mark.record.colour} ${mark.record.style}`;
  if (wash) told.add(keyOf(wash));
  for (const mark of marks.toReversed()) {
    if (told.has(keyOf(mark))) continue;
    told.add(keyOf(mark));
    rows.push(colourOf(mark));
  }
  return rows;
}

/** Whether several marks cover the same words, which begin here. */
function hasTwins(marks: readonly Mark[], start: number): boolean {
  const begun = marks.filter(({ passage }) => passage.start === start).map(spanOf);
  return new Set(begun).size < begun.length;
}

/** Whether no segment that touches this one lies under more marks; of equals the first counts. */
function isDeepest(segments: readonly Segment[], at: number, depth: number): boolean {
  const [before, here, after] = [segments[at - 1], segments[at] as Segment, segments[at + 1]];
  const left = before?.end === here.start ? marksOn(before).length : 0;
  const right = after?.start === here.end ? marksOn(after).length : 0;
  return left < depth && right <= depth;
}

const signs: Readonly<Partial<Record<Annotation['motivation'], string>>> = {
  questioning: 'question',
  bookmarking: 'bookmark',
};

/** The attributes; none where no mark covers the segment. `segments` are those of one block, in their order. */
export function markLook(segments: readonly Segment[], at: number): Record<string, string> {
  const segment = segments[at] as Segment;
  const marks = marksOn(segment);
  const innermost = marks.at(-1);
  if (!innermost) return {};
  const wash = marks.findLast(({ record }) => record.style === 'highlight');
  const rows = stripes(marks, wash);
  const look: Record<string, string> = {
    'data-colour': colourOf(wash ?? innermost),
    'data-style': wash ? 'highlight' : 'underline',
  };
  if (marks.length > 1) look['data-depth'] = String(marks.length);
  if (rows.length > 0) {
    look['data-rows'] = String(Math.min(rows.length, mostStripes));
    for (const [row, colour] of rows.slice(0, mostStripes).entries()) look[`data-row-${row + 1}`] = colour;
  }
  const isTooDeep = rows.length > mostStripes && isDeepest(segments, at, marks.length);
  if (isTooDeep || hasTwins(marks, segment.start)) look['data-count'] = String(marks.length);
  const begun = marks.findLast(
    ({ passage, record }) => passage.start === segment.start && signs[record.motivation],
  );
  if (begun) look['data-sign'] = signs[begun.record.motivation] ?? '';
  return look;
}
