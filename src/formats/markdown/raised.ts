/** What pandoc raises and lowers: `x^2^`, `H~2~O`. Part of the reader of Markdown. */
import type { MarkdownIt, StateInline } from 'markdown-it';

const patterns = {
  // No space inside but an escaped one; `~~` strikes out, `^[` begins a note.
  '^': /\^((?:[^\s^\\[]|\\[^\n])(?:[^\s^\\]|\\[^\n])*)\^/uy,
  '~': /~((?:[^\s~\\]|\\[^\n])+)~(?!~)/uy,
} as const;

const names = { '^': 'sup', '~': 'sub' } as const;

function read(state: StateInline, sign: '^' | '~', silent: boolean): boolean {
  if (state.src[state.pos] !== sign || (sign === '~' && state.src[state.pos - 1] === '~')) return false;
  const pattern = patterns[sign];
  pattern.lastIndex = state.pos;
  const words = pattern.exec(state.src)?.[1];
  if (words === undefined || pattern.lastIndex > state.posMax) return false;
  if (!silent) {
    state.push(`${names[sign]}_open`, names[sign], 1);
    state.push('text', '', 0).content = words.replace(/\\([^\n])/gu, '$1');
    state.push(`${names[sign]}_close`, names[sign], -1);
  }
  state.pos = pattern.lastIndex;
  return true;
}

/** Has a parser of Markdown read and write them. */
export function raiseAndLower(parser: MarkdownIt): void {
  for (const sign of ['^', '~'] as const)
    parser.inline.ruler.before('strikethrough', names[sign], (state, silent) => read(state, sign, silent));
}
