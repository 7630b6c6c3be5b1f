/** Generated texts with everything that is hard to search: marks, ligatures, emoji, other scripts, odd spaces. */

/** A source of numbers from 0 up to 1 that gives the same ones each time. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const pieces = [
  ...'aabbsfiıİéEßÉ',
  'e\u0301',
  'A\u030a\u0323',
  'ﬁ',
  'ﬀ',
  'ss',
  '🦊',
  '👩\u200d🚀',
  '“',
  '"',
  '’',
  '–',
  ' ',
  '\n',
  '\u00a0',
  '  ',
  '\u00ad',
  '…',
  'שָׁ',
  'مُح',
  '한',
  'が',
  'कि',
  'Σς',
  'ﷺ',
];

/** `count` short texts, the same ones each time. */
export function texts(count: number): string[] {
  const next = numbers(7);
  return Array.from({ length: count }, () =>
    Array.from({ length: Math.floor(next() * 24) }, () => pieces[Math.floor(next() * pieces.length)]).join(
      '',
    ),
  );
}
