/** Whether a change of words changes what is said: names, numbers and negations do; setting and spelling may not. Pure. */
import { bare } from './letters.ts';

/** A word as it stands, and whether it is a name: its capital is its own, not that of a sentence's beginning. */
export interface Word {
  readonly text: string;
  readonly isName: boolean;
}

const negations: ReadonlySet<string> = new Set(
  (
    'not no non never none nobody nothing nowhere neither nor cannot without hardly scarcely barely seldom rarely except unless ' +
    'lack lacks lacked lacking fail fails failed nicht kein keine keinen keinem keiner keines nie niemals nichts ohne weder ' +
    'ne pas jamais rien aucun aucune sans ni sin nunca jamas ningun ninguna nada nao nem sem нет не ни без никогда ничего ' +
    'yok degil hic nunca nulla mai senza nessun nessuno niet geen nooit zonder ikke inte aldrig utan'
  ).split(' '),
);

const numbers: ReadonlySet<string> = new Set(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million ' +
    'millions billion billions trillion first second third fourth fifth sixth seventh eighth ninth tenth half double twice ' +
    'thrice once dozen percent eins zwei drei vier funf sechs sieben acht neun zehn hundert tausend deux trois quatre cinq ' +
    'sept huit neuf dix cent mille dos tres cuatro cinco seis siete ocho nueve diez cien mil'
  ).split(' '),
);

const isNegation = ({ text }: Word): boolean => /n['’]t$/iu.test(text) || negations.has(bare(text));
const isNumber = ({ text }: Word): boolean => /[\p{N}\p{Sc}\p{Sm}]/u.test(text) || numbers.has(bare(text));

const prefixes = /^(?:un|in|im|il|ir|dis|non|anti|counter|mis|a)$/u;

/** True where the words are one and its opposite: "happy", "unhappy"; "useful", "useless". */
function isOpposite(one: string, two: string): boolean {
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  if (short.length >= 3 && long.endsWith(short) && prefixes.test(long.slice(0, -short.length))) return true;
  return (
    /less(?:ly|ness)?$/u.test(one) !== /less(?:ly|ness)?$/u.test(two) && one.slice(0, 3) === two.slice(0, 3)
  );
}

/** True where a change of these words into those changes what is said. */
export function changesMeaning(before: readonly Word[], after: readonly Word[]): boolean {
  const [old, fresh] = [before, after].map((words) => words.map(({ text }) => bare(text)));
  const lost = before.filter((_, at) => !fresh?.includes(old?.[at] ?? ''));
  const won = after.filter((_, at) => !old?.includes(fresh?.[at] ?? ''));
  const all = [...lost, ...won];
  if (all.some((word) => word.isName || isNegation(word) || isNumber(word))) return true;
  return lost.some((one) => won.some((two) => isOpposite(bare(one.text), bare(two.text))));
}

/** Thousands that are grouped, written as one: "1,000" is "1000", "3.5" is not "35". */
const ungrouped = (text: string): string =>
  text.replace(/\b\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+\b/gu, (all) => all.replace(/\D/gu, ''));

/** What stands between digits counts; what stands elsewhere does not. */
const figures = (text: string): string =>
  (ungrouped(text).match(/\p{N}+(?:[^\p{L}\p{N}]+\p{N}+)*/gu) ?? []).join(' ');

const [last, row] = [new Uint8Array(64), new Uint8Array(64)];

/** How many letters must be changed, put in or left out to make the one of the other; neither longer than 48. */
function distance(one: string, two: string): number {
  for (let j = 0; j <= two.length; j += 1) last[j] = j;
  for (let i = 1; i <= one.length; i += 1) {
    row[0] = i;
    for (let j = 1; j <= two.length; j += 1) {
      const same = (last[j - 1] ?? 0) + (one.charCodeAt(i - 1) === two.charCodeAt(j - 1) ? 0 : 1);
      row[j] = Math.min(same, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
    }
    last.set(row);
  }
  return last[two.length] ?? 0;
}

/** Words longer than these together are not compared letter by letter. */
const longest = 48;

/** Less alike is not alike at all. */
const alike = 0.6;

/** How like the letters of two stretches of text are: 1 where they differ in setting only, 0 below .6. */
export function likeness(before: string, after: string): number {
  const [one, two] = [bare(before), bare(after)];
  if (one === two) return figures(before) === figures(after) ? 1 : 0;
  const [short, long] = one.length < two.length ? [one.length, two.length] : [two.length, one.length];
  if (long > longest || short < long * alike) return 0;
  const like = 1 - distance(one, two) / long;
  return like < alike ? 0 : like;
}
