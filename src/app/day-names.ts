/** Days as earlier states are named by them, and which of many states are worth keeping. */

const two = (number: number): string => String(number).padStart(2, '0');

/** A local day: `2026-11-25`. */
export const dayName = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** A local day and time: `2026-11-25 14:03:22`. Names of days sort before those of their times. */
export const timeName = (date: Date): string =>
  `${dayName(date)} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;

/** The day of a name, at noon: no change of the clock moves that to another day. */
const dateOf = (name: string): Date => new Date(`${name.slice(0, 10)}T12:00:00`);

/** A day as one says it, in the reader's own language: `Wednesday, 25 November 2026`. */
export const dayWords = (name: string): string =>
  dateOf(name).toLocaleDateString(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

const day = 86_400_000;

/** Days for which every state is kept; of older ones one a week. */
const allKept = 60;
/** Bytes that the states of one notebook may take. */
const mostBytes = 32_000_000;

/** A state, as far as it matters here. */
interface Kept {
  readonly at: string;
  readonly size: number;
}

/** The week that a day lies in, counted from Monday to Sunday. */
const weekOf = (name: string): number => Math.floor((Math.round(dateOf(name).getTime() / day) + 3) / 7);

/**
 * The names of the states to let go of, where the latest is of `today` (a name): of each week that is older than 60 days the
 * first state stays, and of all the latest that have room. The latest always stays.
 */
export function tooMany(states: readonly Kept[], today: string): readonly string[] {
  const oldest = dateOf(today).getTime() - allKept * day;
  const weeks = new Set<number>();
  const worth = states.filter(({ at }) => {
    if (dateOf(at).getTime() >= oldest) return true;
    const week = weekOf(at);
    return !weeks.has(week) && weeks.add(week);
  });
  let bytes = 0;
  const kept = new Set(
    [...worth]
      .reverse()
      .filter(({ size }, at) => (bytes += size) <= mostBytes || at === 0)
      .map(({ at }) => at),
  );
  return states.filter(({ at }) => !kept.has(at)).map(({ at }) => at);
}
