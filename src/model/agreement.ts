/**
 * How far people agree beyond chance: Krippendorff's alpha for nominal data (K. Krippendorff, “Computing
 * Krippendorff’s Alpha-Reliability”, 2011, and _Content Analysis_, chapter on reliability). Pure.
 *
 * Alpha, not kappa, since it is the one measure for any number of people, and for units that not all of them judged.
 */

/** Of one unit: how many people gave it each of the values, in an order that is the same for all units. */
export type Tally = readonly number[];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Alpha: 1 where all agree, 0 where they agree as often as chance would have it, below 0 where less. Units that
 * fewer than two people judged say nothing and are left out. Null where nothing can be said: no unit is left, or
 * all of them were given the same value.
 */
export function alpha(units: readonly Tally[]): number | null {
  const pairable = units.filter((unit) => sum(unit) >= 2);
  const totals: number[] = [];
  let observed = 0;
  for (const unit of pairable) {
    const people = sum(unit);
    // Pairs of different values: all pairs less those of the same one.
    const same = sum(unit.map((count) => count * (count - 1)));
    observed += (people * (people - 1) - same) / (people - 1);
    unit.forEach((count, value) => (totals[value] = (totals[value] ?? 0) + count));
  }
  const all = sum(totals);
  const expected = all * all - sum(totals.map((count) => count * count));
  return expected > 0 ? 1 - ((all - 1) * observed) / expected : null;
}
