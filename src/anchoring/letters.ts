/** What of a character counts when passages are compared: case, diacritics, joiners and kinds of letters do not. Pure, by tables. */

/** What a character is to a text that is read as words. `alone`: a word of its own (ideographs, Thai, symbols, emoji). */
export const gap = 1;
export const letter = 2;
export const alone = 3;
/** Heard by nobody: soft hyphens, joiners, diacritics that stand behind their letter. */
export const silent = 4;

const isSilent =
  /^[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640\p{Default_Ignorable_Code_Point}]$/u;
const isAlone =
  /^(?:[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]|[\p{Sm}\p{Sc}\p{So}])$/u;
const isLetter = /^[\p{L}\p{N}\p{M}_]$/u;
const silents = new RegExp(isSilent.source.slice(1, -1), 'gu');

/** Letters that no normal form takes apart. */
const alike: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ı: 'i', ς: 'σ' }),
);

interface Known {
  readonly kind: number;
  /** What it counts as, in UTF-16 units. */
  readonly folded: readonly number[];
}

function read(character: string): Known {
  const bare = character.normalize('NFKD').replace(silents, '').toLowerCase().replace(silents, '');
  const folded = [...bare].map((one) => alike.get(one) ?? one).join('');
  const units = [...folded.split('')].map((unit) => unit.charCodeAt(0));
  if (isSilent.test(character)) return { kind: silent, folded: [] };
  if (isAlone.test(character)) return { kind: alone, folded: units };
  if (isLetter.test(character)) return { kind: units.length === 0 ? silent : letter, folded: units };
  return { kind: gap, folded: [] };
}

/**
 * By UTF-16 unit: what it counts as where that is one unit (such units are letters), else one of `gap`, `alone`,
 * `silent`, or `wide` where it must be asked for as a code point; 0 where it is not known yet.
 */
export const units = new Uint16Array(65_536);
/** No folded letter is so low a unit. */
export const wide = 5;
const known = new Map<number, Known>();

const isSurrogate = (point: number): boolean => point >= 0xd800 && point < 0xe000;

function learn(point: number): Known {
  const one = read(String.fromCodePoint(point));
  known.set(point, one);
  const [only, second] = one.folded;
  if (point < 65_536) {
    const isPlain = one.kind !== letter && one.kind !== alone;
    units[point] = isPlain ? one.kind : wide;
    if (one.kind === letter && only !== undefined && second === undefined && only > wide) units[point] = only;
    if (isSurrogate(point)) units[point] = wide;
  }
  return one;
}

/** Reads a unit for the table; what it is then. */
export function learnUnit(unit: number): number {
  learn(unit);
  return units[unit] ?? gap;
}

/** What a character is: `gap`, `letter`, `alone` or `silent`. `point` is its code point. */
export const kindOf = (point: number): number => (known.get(point) ?? learn(point)).kind;

/** What a character counts as, in UTF-16 units; none where it is a gap or silent. */
export const foldedOf = (point: number): readonly number[] => (known.get(point) ?? learn(point)).folded;

/** The letters of a text alone, as they count, run together: what two passages share that differ in setting only. */
export function bare(text: string): string {
  let letters = '';
  for (const character of text) letters += String.fromCharCode(...foldedOf(character.codePointAt(0) ?? 0));
  return letters;
}
