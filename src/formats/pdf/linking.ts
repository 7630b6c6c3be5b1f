/** Signs of text and notes become markers: linked to notes, or kept as markers whose notes are missing from the file. */
import { noteId } from '../../model/draft.ts';
import type { Atoms, Sign } from './atoms.ts';
import { isPower, linksOf, type Link } from './chain.ts';
import type { PrintedNote } from './notes.ts';

/** What linking made of the notes; signs know their note's id by then. */
export interface Linked {
  /** Id of each printed note, by its index. */
  readonly ids: readonly string[];
  /** Markers whose notes have no words here: ids and labels, in the order of their markers. */
  readonly missing: readonly { readonly id: string; readonly label: string }[];
  readonly marked: ReadonlySet<number>;
  /** How sure each linked sign is. */
  readonly certainty: ReadonlyMap<Sign, number>;
}

export const signsOf = (all: readonly Atoms[]): readonly Sign[] =>
  all.flatMap(({ atoms }) => atoms.flatMap((atom) => (atom.kind === 'sign' ? atom.signs : [])));

/** Signs in notes belong to notes of that label, near, that no sign of the text has. */
function inner(
  notes: readonly PrintedNote[],
  words: readonly (readonly Atoms[])[],
  marked: ReadonlySet<number>,
): readonly (Link & { at: Sign })[] {
  const free = new Map<string, number[]>();
  notes.forEach(({ label }, at) => {
    if (!marked.has(at) && label !== '') free.set(label, [...(free.get(label) ?? []), at]);
  });
  return words.flatMap((own, holder) =>
    signsOf(own).flatMap((sign) => {
      const there = free.get(sign.label) ?? [];
      const note = there.find((at) => at !== holder && isNear(sign, notes[at] as PrintedNote));
      if (note === undefined || isPower(sign)) return [];
      free.set(
        sign.label,
        there.filter((at) => at !== note),
      );
      return [{ sign: -1, note, certainty: 0.9, at: sign }];
    }),
  );
}

const isNear = (sign: Sign, note: PrintedNote): boolean =>
  note.place === 'end' || (note.page >= sign.page && note.page <= sign.page + 1);

const numberOf = ({ label }: Sign): number => (/^\d+$/u.test(label) ? Number(label) : NaN);

/** Signs that no note answers, but that the series of linked ones asks for. */
function wanted(signs: readonly Sign[], linked: ReadonlySet<number>): readonly number[] {
  if (linked.size < 3) return [];
  let last = NaN;
  return signs.flatMap((sign, at) => {
    const own = numberOf(sign);
    if (linked.has(at)) last = own;
    else if (own === last + 1 && !isPower(sign)) {
      last = own;
      return [at];
    }
    return [];
  });
}

const leastSeries = 5;

/** A series of raised numbers from 1 in a text that has no notes at all: theirs are missing from this copy. */
function orphaned(signs: readonly Sign[]): readonly number[] {
  const series: number[] = [];
  let numbers = 0;
  signs.forEach((sign, at) => {
    if (Number.isNaN(numberOf(sign))) return;
    numbers += 1;
    if (numberOf(sign) === series.length + 1 && !isPower(sign)) series.push(at);
  });
  const good = series.filter((at) => /[\p{Ll}.,;:!?)”’"']$/u.test((signs[at] as Sign).before)).length;
  return series.length >= leastSeries && series.length > numbers * 0.8 && good > series.length * 0.8
    ? series
    : [];
}

/** Links what can be linked; sets `note` of each sign that is a marker. `isCiting`: raised numbers name works of a list. */
export function linkSigns(
  signs: readonly Sign[],
  notes: readonly PrintedNote[],
  words: readonly (readonly Atoms[])[],
  isCiting: boolean,
): Linked {
  const taken = new Set<string>();
  const ids = notes.map(({ label }) => (label === '' ? '' : noteId(label, taken)));
  const links = linksOf(signs, notes);
  const certainty = new Map<Sign, number>();
  const marked = new Set<number>();
  const set = (sign: Sign, note: number, sure: number): void => {
    sign.note = ids[note] ?? null;
    certainty.set(sign, sure);
    marked.add(note);
  };
  for (const { sign, note, certainty: sure } of links) set(signs[sign] as Sign, note, sure);
  for (const { at, note, certainty: sure } of inner(notes, words, marked)) set(at, note, sure);
  const linked = new Set(links.map(({ sign }) => sign));
  const lone = isCiting ? [] : notes.length === 0 ? orphaned(signs) : wanted(signs, linked);
  const missing = lone.map((at) => {
    const sign = signs[at] as Sign;
    const id = noteId(sign.label, taken);
    sign.note = id;
    certainty.set(sign, 0.7);
    return { id, label: sign.label };
  });
  return { ids, missing, marked, certainty };
}

/** Two markers that touch (`1718`): parted where no note has the whole number and two that follow one another have its parts. */
export function partTouching(all: readonly Atoms[], notes: readonly PrintedNote[]): readonly Atoms[] {
  const pages = new Map<string, PrintedNote[]>();
  for (const note of notes) pages.set(note.label, [...(pages.get(note.label) ?? []), note]);
  const has = (label: string, sign: Sign): boolean =>
    (pages.get(label) ?? []).some((note) => isNear(sign, note));
  const part = (sign: Sign): readonly Sign[] => {
    if (!/^\d{2,8}$|^[*†‡§¶]{2,4}$/u.test(sign.label) || has(sign.label, sign)) return [sign];
    for (let cut = 1; cut < sign.label.length; cut += 1) {
      const [one, two] = [sign.label.slice(0, cut), sign.label.slice(cut)];
      const follows = Number(two) === Number(one) + 1 || !/\d/u.test(one);
      if (follows && has(one, sign) && has(two, sign))
        return [
          { ...sign, label: one },
          { ...sign, label: two },
        ];
    }
    return [sign];
  };
  return all.map((one) => ({
    ...one,
    atoms: one.atoms.map((atom) =>
      atom.kind === 'sign' ? { ...atom, signs: atom.signs.flatMap(part) } : atom,
    ),
  }));
}
