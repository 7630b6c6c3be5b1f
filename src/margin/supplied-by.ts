/** Who supplied the words of a note, when, and from which copy, in a line. */
import type { Layer } from '../desk/desk.ts';
import type { Transcript } from '../model/records.ts';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** A day in words; a date that is none as it stands. */
const dayOf = (date: string): string => {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : day.format(time);
};

/** `Supplied by you (Ada) on 24 Nov 2026, from the library print`. */
export function suppliedBy({ by, copy, modified }: Transcript, layer: Layer | null): string {
  const isOwn = layer?.readOnly === false;
  const who = isOwn ? (by ? `you (${by})` : 'you') : by || (layer?.name ?? 'somebody');
  return `Supplied by ${who} on ${dayOf(modified)}, ${copy ? `from ${copy}` : 'from a copy that is not named'}`;
}
