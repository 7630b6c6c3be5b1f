/** Paragraphs that go on in the next column or overleaf, past what floats between. */
import { isBrokenOff, type Group } from './groups.ts';
import type { Judged } from './kinds.ts';
import type { Line } from './lines.ts';

/** A paragraph of one or more groups. `isDoubtful`: it may as well be two. */
export interface Joined extends Judged {
  readonly isDoubtful: boolean;
}

const isText = ({ kind }: Judged): boolean => kind === 'paragraph' || kind === 'quotation' || kind === 'item';

const insetOf = ({ lines, edge }: Group): number => Math.min(...lines.map(({ x }) => x)) - edge;

/** Whether the next group may go on with an open one: it ends its column, the next begins one. */
function goesOn(one: Judged, next: Judged, indent: number): boolean {
  if (one.group.below !== Infinity || next.group.above !== Infinity) return false;
  const [last, first] = [one.group.lines.at(-1), next.group.lines[0]] as [Line, Line];
  if (Math.abs(last.size - first.size) > 0.045 * last.size) return false;
  if (next.kind === 'item' || next.kind === 'heading' || next.kind === 'caption') return false;
  const inset = first.x - next.group.edge;
  const isLower = /^\p{Ll}/u.test(first.text);
  const isWithin = one.kind !== 'paragraph' || next.kind === 'quotation';
  if (isWithin && Math.abs(insetOf(next.group) - insetOf(one.group)) > first.size)
    return isLower && inset < 1;
  if (isLower) return true;
  if (indent > 0 && inset > 0.6 * indent && one.kind === 'paragraph') return false;
  const right =
    one.kind === 'paragraph' ? one.group.right : Math.max(...one.group.lines.map((line) => line.right));
  return !isBrokenOff(last, first, right);
}

function together(one: Judged, next: Judged, indent: number): Joined {
  const last = one.group.lines.at(-1) as Line;
  const isDoubtful = indent === 0 && /[.?!][”"’')\d]*$/u.test(last.text);
  const group: Group = {
    ...one.group,
    lines: [...one.group.lines, ...next.group.lines],
    below: next.group.below,
  };
  return { ...one, group, isDoubtful };
}

/** Joins what belongs together. `indent`: how far paragraphs are set in; 0 where they are not. */
export function joined(all: readonly Judged[], indent: number): readonly Joined[] {
  const out: Joined[] = [];
  for (const one of all) {
    let at = out.length - 1;
    while (at >= 0 && out[at]?.kind === 'caption') at -= 1;
    const open = out[at];
    if (open && isText(open) && isText(one) && goesOn(open, one, indent))
      out[at] = together(open, one, indent);
    else out.push({ ...one, isDoubtful: false });
  }
  return out;
}

/** How far first lines of paragraphs are set in, mostly; 0 where they are not. */
export function indentOf(groups: readonly Group[]): number {
  const counts = new Map<number, number>();
  let flush = 0;
  for (const { lines, edge } of groups) {
    const [first, second] = lines;
    if (!first || !second || lines.length < 3) continue;
    const inset = Math.round(first.x - second.x);
    if (Math.abs(second.x - edge) > 2) continue;
    if (inset > 0.5 * first.size && inset < 5 * first.size) counts.set(inset, (counts.get(inset) ?? 0) + 1);
    else if (Math.abs(inset) < 2) flush += 1;
  }
  let [best, most] = [0, 0];
  for (const [inset, count] of counts) if (count > most) [best, most] = [inset, count];
  return most > 1 && most > flush * 0.3 ? best : 0;
}
