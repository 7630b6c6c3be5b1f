/** Paragraphs that go on in the next column or overleaf, past what floats between. */
import { isBrokenOff, type Group } from './groups.ts';
import type { Judged } from './kinds.ts';
import type { Line } from './lines.ts';
import { commonest } from './measure.ts';

/** A paragraph of one or more groups. `isDoubtful`: it may as well be two. */
export interface Joined extends Judged {
  readonly isDoubtful: boolean;
}

const isText = ({ kind }: Judged): boolean => kind === 'paragraph' || kind === 'quotation' || kind === 'item';

const insetOf = ({ lines, edge }: Group): number => Math.min(...lines.map(({ x }) => x)) - edge;

/** Whether kinds, places and sizes allow the next group to go on with an open one. */
function mayGoOn(one: Judged, next: Judged): boolean {
  if (one.group.below !== Infinity || next.group.above !== Infinity || next.kind === 'item') return false;
  const [last, first] = [one.group.lines.at(-1), next.group.lines[0]] as [Line, Line];
  return Math.abs(last.size - first.size) <= 0.045 * last.size;
}

/** Whether the next group goes on with an open one: it ends its column, the next begins one. */
function goesOn(one: Judged, next: Judged, indent: number): boolean {
  if (!mayGoOn(one, next)) return false;
  const [last, first] = [one.group.lines.at(-1), next.group.lines[0]] as [Line, Line];
  const inset = first.x - next.group.edge;
  const isLower = /^\p{Ll}/u.test(first.text);
  const isPlain = one.kind === 'paragraph';
  const isOther = Math.abs(insetOf(next.group) - insetOf(one.group)) > first.size;
  if (isOther && (!isPlain || next.kind === 'quotation')) return isLower && inset < 1;
  if (isLower) return true;
  if (isPlain && indent > 0 && inset > 0.6 * indent) return false;
  const right = isPlain ? one.group.right : Math.max(...one.group.lines.map((line) => line.right));
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

/** How far the first line of a paragraph is set in; null where it is no paragraph to tell by. */
function insetOfFirst({ lines, edge }: Group): number | null {
  const [first, second] = lines;
  if (!first || !second || lines.length < 3 || Math.abs(second.x - edge) > 2) return null;
  const inset = Math.round(first.x - second.x);
  return inset < 5 * first.size && inset > -2 ? inset : null;
}

/** How far first lines of paragraphs are set in, mostly; 0 where they are not. */
export function indentOf(groups: readonly Group[]): number {
  const all = groups.map(insetOfFirst).filter((inset) => inset !== null);
  const set = all.filter((inset) => inset > 4);
  const best = commonest(set);
  const count = set.filter((inset) => inset === best).length;
  return count > 1 && count > (all.length - set.length) * 0.3 ? best : 0;
}
