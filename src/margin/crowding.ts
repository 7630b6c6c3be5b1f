/** Where more cards want a place than there is beside their passages: which of them fold to a line. Pure; all in px. */
import { stack, type Box } from './stack.ts';

/** A closed card that wants a place. */
export interface Wanting {
  readonly id: string;
  /** Where it would like to stand. */
  readonly wish: number;
  /** How high it is when it is whole and closed. */
  readonly height: number;
  /** True where it says nothing but that its words are marked: several in a row can be told as one. */
  readonly isBare: boolean;
  /** True where it stays whole: the open card, what is not a card. */
  readonly isWhole: boolean;
}

/** What folds. Runs are of three cards or more, in order; their cards are folded too. */
export interface Folds {
  readonly folded: ReadonlySet<string>;
  readonly runs: readonly (readonly string[])[];
}

export const noFolds: Folds = { folded: new Set(), runs: [] };

/** A folded card is so high, with less space below it. */
export const lineHeight = 24;
export const lineGap = 2;

/** Fewer bare marks in a row stay lines of their own. */
const leastRun = 3;

/**
 * The cards in jams: rows of cards each of which pushes the next one down, where one comes to stand further
 * than `slack` below its wish.
 */
function jammed(boxes: readonly Box[], gap: number, slack: number): boolean[] {
  const tops = stack(boxes, gap);
  const inJam = boxes.map(() => false);
  let from = 0;
  let worst = 0;
  const close = (to: number): void => {
    if (worst > slack) inJam.fill(true, from, to);
  };
  tops.forEach((top, at) => {
    const push = top - Math.max(0, boxes[at]?.wish ?? 0);
    if (push <= 0) {
      close(at);
      from = at;
      worst = 0;
    }
    worst = Math.max(worst, push);
  });
  close(boxes.length);
  return inJam;
}

/** What folds so that cards stand near their passages. What the cards look like now plays no part: it never flickers. */
export function crowding(cards: readonly Wanting[], gap: number, slack: number): Folds {
  const isCrowded = jammed(cards, gap, slack);
  const folds = cards.map((card, at) => Boolean(isCrowded[at]) && !card.isWhole);
  if (!folds.includes(true)) return noFolds;
  const lines = cards.map(({ wish, height }, at): Box =>
    folds[at] ? { wish, height: lineHeight, gap: lineGap } : { wish, height },
  );
  const isStill = jammed(lines, gap, slack);
  const runs: string[][] = [];
  let run: string[] = [];
  cards.forEach((card, at) => {
    if (folds[at] && isStill[at] && card.isBare) run.push(card.id);
    else run = [];
    if (run.length === leastRun) runs.push(run);
  });
  return { folded: new Set(cards.filter((_, at) => folds[at]).map((card) => card.id)), runs };
}

/** Whether two say the same. */
export const sameFolds = (one: Folds, other: Folds): boolean =>
  one.folded.size === other.folded.size &&
  [...one.folded].every((id) => other.folded.has(id)) &&
  one.runs.map(String).join(';') === other.runs.map(String).join(';');
