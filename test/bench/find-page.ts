/**
 * The page that `find.mjs` measures. `begin(xml)` opens a desk on a paper; `plain(keys)` scans its text with `indexOf` for each of
 * the keys, `find(keys, scope)` has the finder look for them, and both answer what each key took, in ms, and how much it found.
 */
import type { FindScope } from '../../src/desk/find-scopes.ts';
import { finderOf, type Finder } from '../../src/desk/finder.ts';
import { readJats } from '../../src/formats/jats.ts';
import { deskOn } from '../support/desk.ts';

interface Key {
  readonly time: number;
  readonly count: number;
}

let text = '';
let finder: Finder | null = null;

const timed = (keys: readonly string[], act: (key: string) => number): Key[] =>
  keys.map((key) => {
    const start = performance.now();
    const count = act(key);
    return { time: performance.now() - start, count };
  });

const count = (key: string): number => {
  let found = 0;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) found += 1;
  return found;
};

Object.assign(globalThis, {
  /** Answers the longest that the page was held up while the text was read, in ms, and the text's length. */
  begin: async (xml: string): Promise<{ longest: number; length: number }> => {
    const { store } = deskOn(readJats(xml, 'long'));
    ({ text } = store.desk.paper.text);
    finder = finderOf(store);
    let longest = 0;
    let last = performance.now();
    finder.look('e', 'quotations');
    finder.open(0);
    while (finder.isReading) {
      await new Promise((resolve) => setTimeout(resolve));
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return { longest, length: text.length };
  },
  plain: (keys: readonly string[]): Key[] => timed(keys, count),
  find: (keys: readonly string[], scope: FindScope): Key[] => {
    finder?.look('', scope);
    return timed(keys, (key) => {
      finder?.look(key, scope);
      return finder?.textCount ?? 0;
    });
  },
});
