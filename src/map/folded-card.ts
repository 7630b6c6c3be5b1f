/** The geometry of a folded group: a pile of cards that shows its title, its main claim, and how many there are. */

/** Sizes in px of the unzoomed map. */
export const foldedMetrics = {
  /** Width of title and wording. */
  measure: 208,
  padX: 16,
  padTop: 12,
  titleLine: 17,
  line: 19,
  gap: 5,
  footer: 20,
  /** How far the edges of the cards beneath show. */
  pile: 4,
} as const;

/** The size of a folded group with so many lines of title and wording. */
export function foldedSize(title: number, head: number): { width: number; height: number } {
  const { measure, padX, padTop, titleLine, line, gap, footer, pile } = foldedMetrics;
  return {
    width: measure + padX * 2,
    height: padTop + title * titleLine + gap + head * line + footer + pile * 2 + 4,
  };
}

/** Baselines of title, wording and count, from the top left corner. */
export function foldedText(title: number, height: number): { title: number; head: number; count: number } {
  const { padTop, titleLine, gap, pile } = foldedMetrics;
  return {
    title: padTop + 12,
    head: padTop + title * titleLine + gap + 14,
    count: height - pile * 2 - 10,
  };
}

/** Heights at which the lower edges of the cards beneath are drawn. */
export const pileEdges = (height: number): readonly number[] => [
  height - foldedMetrics.pile * 2,
  height - foldedMetrics.pile,
];

/** How many claims a folded group holds, in words. */
export const foldedCount = (count: number): string => `+ ${count} ${count === 1 ? 'claim' : 'claims'}`;
