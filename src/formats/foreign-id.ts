/** Ids of records for what other programs name in their own way: the same name gives the same id, on every machine. */

/** Four sums of a text, mixed well enough that names which differ in a letter share nothing. Not a secret-keeping hash. */
function sums(text: string): readonly number[] {
  const lanes = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    for (let lane = 0; lane < 4; lane += 1) {
      const before = lanes[(lane + 3) % 4] ?? 0;
      const mixed = Math.imul((lanes[lane] ?? 0) ^ (code + lane * 0x10001), 0x01000193 + lane * 0x2a);
      lanes[lane] = (mixed ^ (before >>> 13)) + at;
    }
  }
  return lanes.map((lane, at) => {
    const first = Math.imul(lane ^ (lane >>> 16) ^ (lanes[(at + 1) % 4] ?? 0), 0x7feb352d);
    const second = Math.imul(first ^ (first >>> 15), 0x846ca68b);
    return (second ^ (second >>> 16)) >>> 0;
  });
}

/** The id that a name has here: a UUID of version 8, as RFC 9562 leaves it to who makes one. */
export function idFor(name: string): string {
  const hex = sums(name)
    .map((sum) => sum.toString(16).padStart(8, '0'))
    .join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
