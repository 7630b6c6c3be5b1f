/** Which marker belongs to which note: both series keep their order, labels agree, and notes stand near their markers. */
import { beat } from '../../model/beat.ts';
import type { Sign } from './atoms.ts';
import type { PrintedNote } from './notes.ts';

/** A marker and its note, by their indices, and how sure that is. */
export interface Link {
  readonly sign: number;
  readonly note: number;
  readonly certainty: number;
}

interface Pair {
  readonly sign: number;
  readonly note: number;
  readonly weight: number;
}

const yOf = (note: PrintedNote): number => note.paragraphs[0]?.[0]?.y ?? 0;

/** How well a sign and a note of its label fit; 0 where they cannot. */
function fit(sign: Sign, note: PrintedNote, place: PrintedNote['place']): number {
  const ahead = note.page - sign.page;
  if (place === 'foot' && (ahead < 0 || ahead > 1)) return 0;
  if (ahead < 0) return 0;
  let weight = place === 'foot' && ahead === 0 ? 2 : 1;
  const target = sign.leads?.target;
  if (target?.page === note.page && (target.y === null || Math.abs(target.y - yOf(note)) < 40)) weight += 3;
  return weight;
}

/** The heaviest series of pairs in which both rise: a Fenwick tree over the notes, the best pair that ends at each. */
function heaviest(pairs: readonly Pair[], notes: number): readonly Pair[] {
  const best: ({ total: number; pair: number } | undefined)[] = Array.from({ length: notes + 1 });
  const before = new Int32Array(pairs.length).fill(-1);
  const upTo = (note: number): { total: number; pair: number } => {
    let most = { total: 0, pair: -1 };
    for (let at = note; at > 0; at -= at & -at)
      if ((best[at]?.total ?? 0) > most.total) most = best[at] ?? most;
    return most;
  };
  pairs.forEach(({ note, weight }, at) => {
    const last = upTo(note);
    before[at] = last.pair;
    const total = last.total + weight;
    for (let slot = note + 1; slot <= notes; slot += slot & -slot)
      if ((best[slot]?.total ?? 0) < total) best[slot] = { total, pair: at };
  });
  const chain: Pair[] = [];
  for (let at = upTo(notes).pair; at >= 0; at = before[at] as number) chain.push(pairs[at] as Pair);
  return chain.reverse();
}

/** Notes by label: at the foot of pages, or all that are left by then. */
function byLabel(
  notes: readonly PrintedNote[],
  place: PrintedNote['place'],
  linked: ReadonlySet<number>,
): ReadonlyMap<string, number[]> {
  const map = new Map<string, number[]>();
  notes.forEach((note, at) => {
    if ((place === 'foot' && note.place !== place) || linked.has(at) || note.label === '') return;
    const own = map.get(note.label);
    if (own) own.push(at);
    else map.set(note.label, [at]);
  });
  return map;
}

/** No note has more signs than this to choose from: a table full of ones stays quick. */
const mostPairs = 400;

function chainOf(
  signs: readonly Sign[],
  notes: readonly PrintedNote[],
  place: PrintedNote['place'],
  taken: ReadonlySet<number>,
  linked: ReadonlySet<number>,
): readonly Pair[] {
  const labels = byLabel(notes, place, linked);
  const pairs: Pair[] = [];
  signs.forEach((sign, at) => {
    beat();
    if (taken.has(at)) return;
    const fitting = (labels.get(sign.label) ?? [])
      .map((note) => ({ sign: at, note, weight: fit(sign, notes[note] as PrintedNote, place) }))
      .filter(({ weight }) => weight > 0);
    // later notes first: of one sign only one pair can then be in the series
    pairs.push(...fitting.slice(0, mostPairs).reverse());
  });
  return heaviest(pairs, notes.length);
}

/** A power or a unit (m², 10³): no marker that repeats an earlier one. */
export const isPower = ({ before, label }: Sign): boolean =>
  /^\d+$/u.test(label) && /(?:\d|(?:^|[\s(/·×])(?:[a-zA-Z]|[ck]m|mm|km|kg|ft|sec|min))$/u.test(before);

/** Links signs and notes. Signs in notes come with `inside`, the note that they stand in: they belong to later ones. */
export function linksOf(signs: readonly Sign[], notes: readonly PrintedNote[]): readonly Link[] {
  const links: Link[] = [];
  const taken = new Set<number>();
  const linked = new Set<number>();
  for (const place of ['foot', 'end'] as const)
    for (const { sign, note, weight } of chainOf(signs, notes, place, taken, linked)) {
      taken.add(sign);
      linked.add(note);
      links.push({ sign, note, certainty: weight >= 2 || place === 'end' ? 1 : 0.8 });
    }
  return [...links, ...again(signs, notes, links, taken)];
}

/** Signs that repeat the label of a note that is linked already, near it. */
function again(
  signs: readonly Sign[],
  notes: readonly PrintedNote[],
  links: readonly Link[],
  taken: ReadonlySet<number>,
): readonly Link[] {
  const last = new Map<string, Link>();
  const own = new Map(links.map((link) => [link.sign, link]));
  return signs.flatMap((sign, at) => {
    const link = own.get(at);
    if (link) last.set(sign.label, link);
    const earlier = last.get(sign.label);
    if (link || taken.has(at) || !earlier || isPower(sign)) return [];
    const note = notes[earlier.note] as PrintedNote;
    const isNear = note.place === 'end' || Math.abs(note.page - sign.page) <= 1;
    return isNear ? [{ sign: at, note: earlier.note, certainty: 0.6 }] : [];
  });
}
