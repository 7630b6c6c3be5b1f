/** Notes of Markdown with the labels that they have: written as HTML that says which note is which. */
import type { Env, MarkdownIt, StateInline, Token } from 'markdown-it';

/** What markdown-it-footnote notes down. */
export interface NoteEnv extends Env {
  footnotes?: {
    readonly refs?: Readonly<Record<string, number>>;
    readonly list?: readonly { readonly tokens?: Token[] }[];
  };
  /** Labels as printed, by the key that the text has for a note. */
  labels?: ReadonlyMap<string, string>;
}

interface NoteMeta {
  readonly label?: string;
  readonly id?: number;
}

/** Labels that are printed as they are; other keys are names, and print as numbers. */
const isPrinted = (key: string): boolean =>
  /^(?:\d{1,5}[a-z]?|[ivxlc]{1,7}|[a-z]|[*†‡§‖¶#]{1,5})$/iu.test(key.replaceAll('\\', ''));

const refPattern = /\[\^([^\s[\]]{1,200})\]/uy;

/** Whether a key is that of a note, defined or missing. */
function isNote(key: string, { footnotes }: NoteEnv): boolean {
  const isKnown = footnotes?.refs?.[`:${key}`] !== undefined;
  return isKnown || /^[\d*†‡§]+$/u.test(key) || (footnotes?.refs !== undefined && /^[\w-]+$/u.test(key));
}

/** `[^12]`: of a note that is defined, or, where the text has notes or a number stands there, of one that is missing. */
function readRef(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  refPattern.lastIndex = pos;
  const key = refPattern.exec(src)?.[1];
  if (key === undefined || refPattern.lastIndex > posMax || !isNote(key, state.env)) return false;
  if (!silent) state.push('note_ref', '', 0).meta = { label: key };
  state.pos = refPattern.lastIndex;
  return true;
}

const keyOf = ({ label, id }: NoteMeta): string => (label === undefined ? `inline ${id}` : `key ${label}`);

/** All tokens in the order of the text: those of the text first, then those of notes. */
function inOrder(tokens: readonly Token[]): Token[] {
  const body: Token[] = [];
  const inNotes: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') depth += 1;
    if (token.type === 'footnote_reference_close') depth -= 1;
    (depth > 0 ? inNotes : body).push(...(token.children ?? []));
  }
  return [...body, ...inNotes];
}

/** Gives each note its label: its own where that is a number or a sign, else its place among the notes. */
export function labelNotes(tokens: readonly Token[], env: NoteEnv): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const add = (meta: NoteMeta): void => {
    const key = keyOf(meta);
    if (labels.has(key)) return;
    const own = meta.label?.replaceAll('\\', '');
    labels.set(key, own !== undefined && isPrinted(own) ? own : String(labels.size + 1));
  };
  const see = (some: readonly Token[]): void => {
    for (const { type, meta } of some) {
      if (type !== 'note_ref' && type !== 'footnote_ref') continue;
      add(meta as NoteMeta);
      const { id } = meta as NoteMeta;
      if (id !== undefined) see(env.footnotes?.list?.[id]?.tokens ?? []);
    }
  };
  see(inOrder(tokens));
  for (const { type, meta } of tokens) if (type === 'footnote_reference_open') add(meta as NoteMeta);
  return labels;
}

/** The id of a note in HTML: letters and digits only, whatever its key is. */
const idOf = (meta: NoteMeta): string =>
  `textnote${[...new TextEncoder().encode(keyOf(meta))].map((byte) => byte.toString(16)).join('')}`;

/** Has a parser of Markdown read and write notes so. */
export function keepNotes(parser: MarkdownIt): void {
  const { escapeHtml } = parser.utils;
  const labelOf = (meta: NoteMeta, env: NoteEnv): string => escapeHtml(env.labels?.get(keyOf(meta)) ?? '');
  const link = (meta: NoteMeta, env: NoteEnv): string =>
    `<a role="doc-noteref" href="#${idOf(meta)}">${labelOf(meta, env)}</a>`;
  parser.core.ruler.disable('footnote_tail');
  parser.inline.ruler.before('footnote_ref', 'note_ref', readRef);
  // It looks from each bracket to the end of the text for the one that closes; ours has read whatever is a note.
  parser.inline.ruler.disable('footnote_ref');
  const { rules } = parser.renderer;
  rules['note_ref'] = (tokens, at, _options, env = {}) => link(tokens[at]?.meta as NoteMeta, env);
  rules['footnote_ref'] = (tokens, at, options, known) => {
    const env: NoteEnv = known ?? {};
    const meta = tokens[at]?.meta as NoteMeta;
    const inner = env.footnotes?.list?.[meta.id ?? -1]?.tokens ?? [];
    const words = parser.renderer.renderInline(inner, options, env);
    return `<span role="doc-footnote" class="footnote-inline" data-label="${labelOf(meta, env)}">${words}</span>`;
  };
  rules['footnote_reference_open'] = (tokens, at, _options, env = {}) => {
    const meta = tokens[at]?.meta as NoteMeta;
    return `<aside role="doc-footnote" id="${idOf(meta)}" data-label="${labelOf(meta, env)}">`;
  };
  rules['footnote_reference_close'] = () => '</aside>\n';
}
