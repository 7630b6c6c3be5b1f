/** Words as Argdown text and back: what a sign of the grammar would be is escaped, what no line can hold is tamed. */
import type { ArgdownNode } from './argdown-grammar.ts';

/** Shown where there are no words: the grammar wants some. */
const noWords = '…';

/** Signs that no line of Argdown text can hold as they are. */
const unruly = /[\p{Cc}\u2028\u2029\uFEFF]+/gu;

/** Words on one line with single spaces: what is shown where the exact words cannot stand in the text. */
export const tame = (words: string): string =>
  words.replace(unruly, ' ').replace(/ {2,}/gu, ' ').trim() || noWords;

/** Signs that begin something wherever they stand. */
const always = new Set(['\\', '@', '#', '*', '_', '[', '<', '{']);

/** The names of special signs that are words: `.and.` would be read as one. */
const signNames = new Set(
  `A E O P v v_ happy smile smiley laugh lol rofl joy heart question love wink shush meh sad disappointed scream up down
  think star y agree n disagree`.split(/\s+/u),
);

/** A short name between two dots or colons is a special sign (`.and.`); so is a comment, and a row of equals signs. */
const sometimes = /^(?:\.\S+?\.|:\S+?:|\/[/*])/u;

const far = 2000;

/** Whether the rest of words begins with a special sign or a comment, or may: it goes on further than one looks. */
const isBeginning = (rest: string): boolean =>
  sometimes.test(rest) || (rest.length === far && !/\s/u.test(rest));

const abbreviated = /^\.\p{L}+\./u;

/** Tame words as text that reads back as the same words. */
export function escapeText(words: string): string {
  let text = '';
  for (let at = 0; at < words.length; at += 1) {
    const sign = words.charAt(at);
    const abbreviation = sign === '.' ? abbreviated.exec(words.slice(at, at + far))?.[0] : undefined;
    // Letters between dots are an abbreviation (“e.g.”), and are read as one token, unless they are the name of a sign.
    if (abbreviation !== undefined && !signNames.has(abbreviation.slice(1, -1))) {
      text += abbreviation;
      at += abbreviation.length - 1;
      continue;
    }
    const isRow = sign === '=' && words.slice(Math.max(0, at - 2), at + 3).includes('===');
    const isSign =
      always.has(sign) || isRow || ('.:/'.includes(sign) && isBeginning(words.slice(at, at + far)));
    text += isSign ? `\\${sign}` : sign;
  }
  return text;
}

/** Words as the name of a rule between two lines of hyphens: there hyphens and commas have a meaning too. */
export const escapeRule = (words: string): string => escapeText(words).replace(/[-,]/gu, '\\$&');

export const isToken = (node: ArgdownNode | undefined, ...names: readonly string[]): boolean =>
  node?.tokenType !== undefined && names.includes(node.tokenType.name);

/** What a piece of content says: the words, its tags, and whether they are more than plain words. */
export interface Said {
  readonly words: string;
  readonly tags: readonly string[];
}

const tagPattern = /#(?:\(([^)]+)\)|(\S+))/u;

class Saying {
  words = '';
  readonly tags: string[] = [];
  readonly #shortcodes: ReadonlyMap<string, string>;

  constructor(shortcodes: ReadonlyMap<string, string>) {
    this.#shortcodes = shortcodes;
  }

  take(node: ArgdownNode, isLast: boolean): void {
    if (node.tokenType) return this.#token(node.tokenType.name, node.image ?? '', isLast);
    const children = node.children ?? [];
    children.forEach((child, at) => child && this.take(child, at === children.length - 1));
    if ((node.name === 'bold' || node.name === 'italic') && children.at(-1)?.image?.endsWith(' '))
      this.words += ' ';
  }

  #token(name: string, image: string, isLast: boolean): void {
    if (name === 'Tag') return this.#tag(image);
    if (name === 'Newline' && (isLast || this.words.endsWith(' '))) return;
    this.words += this.#shown(name, image);
  }

  #tag(image: string): void {
    const [, long, short] = tagPattern.exec(image) ?? [];
    const tag = long ?? short ?? '';
    if (tag !== '' && !this.tags.includes(tag)) this.tags.push(tag);
  }

  #shown(name: string, image: string): string {
    const space = image.endsWith(' ') ? ' ' : '';
    if (name === 'Newline') return ' ';
    if (name === 'EscapedChar') return image.slice(1);
    if (name === 'Link') return `${/^\[([^\]]+)\]/u.exec(image)?.[1] ?? ''}${space}`;
    const sign = name === 'SpecialChar' ? this.#shortcodes.get(image.trim()) : undefined;
    if (sign !== undefined) return `${sign}${space}`;
    return /(?:Start|End)$/u.test(name) ? '' : image;
  }
}

/** What content nodes say, as the plain words of Argdown's own model but without tags. `shortcodes`: signs by their names. */
export function saidBy(nodes: readonly ArgdownNode[], shortcodes: ReadonlyMap<string, string>): Said {
  const saying = new Saying(shortcodes);
  nodes.forEach((node) => saying.take(node, false));
  return { words: saying.words.replace(/[ \t\n]+/gu, ' ').trim(), tags: saying.tags };
}

/** The tokens of a node, in order. */
function* tokensOf(node: ArgdownNode): Generator<ArgdownNode> {
  if (node.tokenType) yield node;
  else for (const child of node.children ?? []) if (child) yield* tokensOf(child);
}

/** A comment of any kind, as it stands. */
export const comments = /<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu;

/** What a token stands on, and where; `last` is inclusive. */
const placeOf = ({ image = '', startOffset: from = 0, endOffset: last = 0 }: ArgdownNode) => ({
  image,
  from,
  last,
});

/** The tokens of nodes that stand on words. */
const wordsOf = (nodes: readonly ArgdownNode[]): readonly ArgdownNode[] =>
  nodes.flatMap((node) => [...tokensOf(node)]).filter(({ image }) => image);

/** Content as it stands in the text, on one line and without comments; and whether that took something out of it. */
export function sourceOf(
  nodes: readonly ArgdownNode[],
  text: string,
): { readonly source: string; readonly isJoined: boolean } {
  let source = '';
  let isJoined = false;
  let isBroken = false;
  let end: number | null = null;
  for (const token of wordsOf(nodes)) {
    const { image, from, last } = placeOf(token);
    // Between tokens stand spaces, and comments.
    const between = text.slice(end ?? from, Math.max(from, end ?? from));
    const isBreak = isToken(token, 'Newline');
    // A break at the end joins nothing.
    isJoined ||= !isBreak && (isBroken || between.trim() !== '');
    isBroken ||= isBreak || between.trim() !== '';
    source += between.replace(comments, '') + (isBreak ? ' ' : image);
    end = last + 1;
  }
  return { source: source.replace(/(?<!\s)\s*\n\s*/gu, ' ').trim(), isJoined };
}
