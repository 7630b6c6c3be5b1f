/** What is printed before the items of a list of HTML. */
import type { Tag } from '../paper/tree.ts';

const letters = (count: number): string =>
  count < 1
    ? String(count)
    : (count > 26 ? letters(Math.floor((count - 1) / 26)) : '') +
      String.fromCharCode(97 + ((count - 1) % 26));

const signs: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let rest = count;
  let written = '';
  for (const [value, sign] of signs) for (; rest >= value; rest -= value) written += sign;
  return written;
}

const upper = (write: (count: number) => string) => (count: number) => write(count).toUpperCase();

const counters: Readonly<Record<string, (count: number) => string>> = {
  a: letters,
  'lower-alpha': letters,
  'lower-latin': letters,
  A: upper(letters),
  'upper-alpha': upper(letters),
  'upper-latin': upper(letters),
  i: roman,
  'lower-roman': roman,
  I: upper(roman),
  'upper-roman': upper(roman),
  none: () => '',
};

/** How a list counts: its type, or what a style says. */
function counter(list: Tag): (count: number) => string {
  const style = /list-style(?:-type)?:\s*([\w-]+)/iu.exec(list.attribute('style') ?? '')?.[1];
  return counters[style ?? list.attribute('type') ?? ''] ?? String;
}

/** Labels of the items of an ordered list, as browsers number them; others have none. */
export function itemLabels(list: Tag): ReadonlyMap<Tag, string> {
  const items = list.children('li');
  if (list.name !== 'ol') return new Map();
  const isReversed = list.attributes.has('reversed');
  const start = Number.parseInt(list.attribute('start') ?? '', 10);
  let next = Number.isNaN(start) ? (isReversed ? items.length : 1) : start;
  const write = counter(list);
  return new Map(
    items.map((item) => {
      const value = Number.parseInt(item.attribute('value') ?? '', 10);
      if (!Number.isNaN(value)) next = value;
      const label = write(next);
      next += isReversed ? -1 : 1;
      return [item, item.attribute('data-label') ?? (label ? `${label}.` : '')] as const;
    }),
  );
}
