/** Ids of new records: UUIDs of version 7, so that ids made later on one machine also sort later. */

let lastTime = 0;
let counter = 0;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * A new id, unlike any other: 36 characters, lower case, as RFC 9562 lays out version 7. Ids made in one
 * page sort in the order of their making, also within a millisecond and when the clock is set back.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    counter = 0;
  } else {
    counter += 1;
    // The counter has twelve bits; what overflows borrows the next millisecond.
    if (counter > 0xfff) {
      lastTime += 1;
      counter = 0;
    }
  }
  const time = hex(lastTime, 12);
  const [a = 0, b = 0, c = 0, d = 0, ...rest] = crypto.getRandomValues(new Uint8Array(8));
  const tail = [c, d, ...rest].map((byte) => hex(byte, 2)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${hex(0x80 | (a & 0x3f), 2)}${hex(b, 2)}-${tail}`;
}
