/** The words of notes where a plain text has them: at the foot of its pages, or under a heading of their own. Part of the reader of plain text. */
import { beat } from '../../model/beat.ts';
import type { DraftPage } from '../../model/draft.ts';
import type { Line } from './lines.ts';

export interface FoundNote {
  readonly label: string;
  /** Indices of its lines; of the first without the label: `skip` characters. */
  readonly lines: number[];
  readonly skip: number;
}

const begin = /^[[(]?(\d{1,4})[\]).:]?\s*(?=[\p{L}“"‘'«(])/u;
const section =
  /^(?:notes|endnotes|footnotes|notes and references|anmerkungen|fu(?:ß|ss)noten|notas?|note)[:.]?$/iu;

const valueOf = ({ text }: Line): number => Number(begin.exec(text)?.[1] ?? -1);

/** Takes lines from `from` up to `to` as notes; each begins with the next number, the rest belongs to the one before. */
function take(lines: readonly Line[], indices: readonly number[], first: number): FoundNote[] {
  const notes: FoundNote[] = [];
  let next = first;
  for (const at of indices) {
    beat();
    const line = lines[at] as Line;
    const value = valueOf(line);
    if (value >= next && value <= next + (notes.length === 0 ? 0 : 3)) {
      notes.push({ label: String(value), lines: [at], skip: begin.exec(line.text)?.[0].length ?? 0 });
      next = value + 1;
    } else notes.at(-1)?.lines.push(at);
  }
  return notes;
}

/** Whether `text` holds a number that is printed as a marker is. */
const hasMarker = (text: string, value: number): boolean =>
  new RegExp(`[\\p{L}.,;:!?)\\]”’"»]${value}(?![\\d%])`, 'u').test(text);

/** From the foot of each page: what begins with the next number, whose marker stands above it. */
function atFeet(lines: readonly Line[], bodies: readonly (readonly number[])[]): FoundNote[] {
  const notes: FoundNote[] = [];
  for (const body of bodies) {
    let above = '';
    const last = Number(notes.at(-1)?.label ?? 0);
    const start = body.findIndex((at) => {
      beat();
      const line = lines[at] as Line;
      const value = valueOf(line);
      const isNext = (value > last && value <= last + 3) || (value === 1 && last > 0);
      const isNote = isNext && hasMarker(above, value);
      above += `${line.text}\n`;
      return isNote;
    });
    if (start >= 0)
      notes.push(...take(lines, body.slice(start), valueOf(lines[body[start] as number] as Line)));
  }
  return notes;
}

/** Pages as the indices of their lines that are no furniture. */
function bodiesOf(
  count: number,
  aside: ReadonlySet<number>,
  pages: ReadonlyMap<number, DraftPage>,
): number[][] {
  const bodies: number[][] = [[]];
  for (let at = 0; at < count; at += 1) {
    if (pages.has(at)) bodies.push([]);
    if (!aside.has(at)) bodies.at(-1)?.push(at);
  }
  return bodies;
}

/** The notes of the text, in order, and the heading above them (an index), where there is one. */
export function noteLines(
  lines: readonly Line[],
  aside: ReadonlySet<number>,
  pages: ReadonlyMap<number, DraftPage>,
): { readonly notes: readonly FoundNote[]; readonly heading: number | null } {
  const heading = lines.findLastIndex(({ text }, at) => section.test(text) && !aside.has(at));
  const below = lines
    .map((_, at) => at)
    .slice(heading + 1)
    .filter((at) => !aside.has(at));
  if (heading >= 0 && valueOf(lines[below[0] ?? -1] ?? ({ text: '' } as Line)) === 1)
    return { notes: take(lines, below, 1), heading };
  const bodies = bodiesOf(lines.length, aside, pages);
  return { notes: bodies.length > 1 ? atFeet(lines, bodies) : [], heading: null };
}
