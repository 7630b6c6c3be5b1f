/** Dates of other programs as ours: ISO 8601 in UTC. */

const forms = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?\d*\s?(Z|[+-]\d\d:?\d\d)?)?$/u;

/** A date that is one, in UTC (`2024-12-09T07:17:52Z`); null for anything else. Without a zone it is taken as UTC. */
export function isoDate(value: unknown): string | null {
  const [, day, minute, second = ':00', fraction = '', zone = 'Z'] =
    typeof value === 'string' ? (forms.exec(value.trim()) ?? []) : [];
  if (day === undefined) return null;
  const whole = minute === undefined ? `${day}T00:00:00Z` : `${day}T${minute}${second}${zone}`;
  const time = Date.parse(whole);
  if (Number.isNaN(time)) return null;
  // To the second by the clock, and the fraction as it was written: no digit of it is lost.
  const known = new Date(time).toISOString();
  return /^\d{4}-/u.test(known) ? `${known.slice(0, 19)}${fraction}Z` : null;
}
