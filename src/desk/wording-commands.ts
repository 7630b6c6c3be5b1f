/** What a reader does with the wordings of a claim of their own: adds one with or without a passage, promotes, removes. */
import type { Claim } from '../model/argument-records.ts';
import type { Target } from '../model/record-parts.ts';
import { newId } from '../notebook/id.ts';
import { limits } from '../notebook/part-shapes.ts';
import { whyNotWording, wordingFrom } from './claim-commands.ts';
import type { Desk, Range } from './desk.ts';
import { commandOf, ownOf, reasonAgainst, unchanged, type Move } from './moves.ts';
import { touched } from './own-records.ts';
import type { Command } from './store.ts';
import { isSamePassage, targetFor } from './targets.ts';

/** One way in which a claim is worded, with the passages that state it so. */
export interface Worded {
  /** Null for the canonical wording, and for one that has none yet. */
  readonly id: string | null;
  readonly text: string;
  readonly targets: readonly Target[];
}

/** All wordings of a claim with their passages, the canonical one first. */
export function wordingsOf({ wording, wordings, targets }: Claim): readonly Worded[] {
  const ids = new Set(wordings.map(({ id }) => id));
  const isCanonical = (target: Target): boolean => target.wording === undefined || !ids.has(target.wording);
  return [
    { id: null, text: wording, targets: targets.filter(isCanonical) },
    ...wordings.map(({ id, text }) => ({ id, text, targets: targets.filter((one) => one.wording === id) })),
  ];
}

const flat = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** Passages of two lists, none twice. */
const joinTargets = (one: readonly Target[], other: readonly Target[]): readonly Target[] => [
  ...one,
  ...other.filter((target) => !one.some((known) => isSamePassage(known, target))),
];

/** The same wordings, those that say the same in the same words as one with the passages of both. */
export function folded(wordings: readonly Worded[]): readonly Worded[] {
  const byText = new Map<string, Worded>();
  for (const one of wordings) {
    const known = byText.get(flat(one.text));
    byText.set(flat(one.text), known ? { ...known, targets: joinTargets(known.targets, one.targets) } : one);
  }
  return [...byText.values()];
}

/** A passage as one that states the wording of an id; of the canonical one where that is null. */
function stating({ wording: _, ...target }: Target, id: string | null): Target {
  return id === null ? target : { ...target, wording: id };
}

/** What of a claim changes where it is worded so from now on; the first wording is the canonical one. */
export function wordedAs(all: readonly Worded[]): Pick<Claim, 'wording' | 'targets' | 'wordings'> {
  const [first, ...rest] = all;
  if (!first) throw new RangeError('A claim has at least one wording.');
  const used = new Set<string>();
  const others = rest.map((one) => {
    const id = one.id === null || used.has(one.id) ? newId() : one.id;
    used.add(id);
    return { ...one, id };
  });
  return {
    wording: first.text,
    wordings: others.map(({ id, text }) => ({ id, text })),
    targets: [{ ...first, id: null }, ...others].flatMap(({ id, targets }) =>
      targets.map((target) => stating(target, id)),
    ),
  };
}

/** Why a claim cannot hold so many wordings and passages; null where it can. */
export const whyNotSoMany = ({ wordings, targets }: Pick<Claim, 'wordings' | 'targets'>): string | null =>
  Math.max(wordings.length, targets.length) > limits.items
    ? `A claim has at most ${limits.items.toLocaleString('en')} wordings and as many passages.`
    : null;

const wordedBy = (desk: Desk, what: Range | string): Worded | string => {
  if (typeof what === 'string') return whyNotWording(what) ?? { id: null, text: flat(what), targets: [] };
  const target = targetFor(desk, what);
  return target
    ? { id: null, text: wordingFrom(target.exact), targets: [target] }
    : 'No passage is selected.';
};

const adding =
  (id: string, what: Range | string): Move =>
  (desk) => {
    const claim = ownOf(desk, 'claim', id);
    if (typeof claim === 'string') return claim;
    const added = wordedBy(desk, what);
    if (typeof added === 'string') return added;
    const isThere = (target: Target): boolean => claim.targets.some((one) => isSamePassage(one, target));
    if (added.targets.some(isThere)) return 'The claim has this passage already.';
    const known = wordingsOf(claim);
    const isWorded = known.some(({ text }) => flat(text) === flat(added.text));
    if (isWorded && added.targets.length === 0) return 'The claim is worded so already.';
    const worded = wordedAs(folded([...known, added]));
    return whyNotSoMany(worded) ?? { label: 'Add wording', put: [touched(claim, worded)] };
  };

/**
 * Words a claim in another way too: in the words of a passage, which then states it so, or in words of one's own. A
 * passage in the very words of a wording is added to it.
 */
export const addWording = (claim: string, what: Range | string): Command => commandOf(adding(claim, what));

/** Why a wording cannot be added; null where it can. */
export const whyNotAddWording = (desk: Desk, claim: string, what: Range | string): string | null =>
  reasonAgainst(desk, adding(claim, what));

/** A move on one of the other wordings of a claim of the reader's own. */
const onWording =
  (
    id: string,
    wording: string,
    label: string,
    change: (all: readonly Worded[], at: number) => readonly Worded[] | string,
    joins?: string,
  ): Move =>
  (desk) => {
    const claim = ownOf(desk, 'claim', id);
    if (typeof claim === 'string') return claim;
    const known = wordingsOf(claim);
    const at = known.findIndex((one) => one.id === wording);
    if (at < 1) return 'This wording is gone.';
    const all = change(known, at);
    if (typeof all === 'string') return all;
    return { label, put: [touched(claim, wordedAs(all))], ...(joins === undefined ? {} : { joins }) };
  };

const promoting = (id: string, wording: string): Move =>
  onWording(id, wording, 'Promote wording', (all, at) => [
    ...all.slice(at, at + 1),
    ...all.slice(1, at),
    ...all.slice(0, 1),
    ...all.slice(at + 1),
  ]);

/** Makes another wording, by its id, the canonical one; the canonical one takes its place among the others. */
export const promoteWording = (claim: string, wording: string): Command =>
  commandOf(promoting(claim, wording));

/** Why a wording cannot be promoted; null where it can. */
export const whyNotPromoteWording = (desk: Desk, claim: string, wording: string): string | null =>
  reasonAgainst(desk, promoting(claim, wording));

const removing = (id: string, wording: string): Move =>
  onWording(id, wording, 'Remove wording', (all, at) => all.toSpliced(at, 1));

/** Takes another wording, by its id, away, with its passages. */
export const removeWording = (claim: string, wording: string): Command => commandOf(removing(claim, wording));

/** Why a wording cannot be removed; null where it can. */
export const whyNotRemoveWording = (desk: Desk, claim: string, wording: string): string | null =>
  reasonAgainst(desk, removing(claim, wording));

const rewording = (id: string, wording: string, words: string, writing: string): Move =>
  onWording(
    id,
    wording,
    'Edit wording',
    (all, at) => {
      const why = whyNotWording(words);
      const known = all[at];
      if (why !== null || !known) return why ?? 'This wording is gone.';
      return known.text === words ? unchanged : all.with(at, { ...known, text: words });
    },
    `write ${id} ${wording} ${writing}`,
  );

/** Changes the words of another wording, by its id; edits of one `writing` are undone as one. */
export const editWording = (claim: string, wording: string, words: string, writing = ''): Command =>
  commandOf(rewording(claim, wording, words, writing));

/** Why a wording cannot be changed so; null where it can. */
export const whyNotEditWording = (desk: Desk, claim: string, wording: string, words: string): string | null =>
  reasonAgainst(desk, rewording(claim, wording, words, ''));
