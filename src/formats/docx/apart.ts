/** What a Word file keeps apart from its text: notes, running heads, comments. */
import type { Tag } from '../paper/tree.ts';
import { hasWords } from '../paper/tidy-inline.ts';
import { Body } from './body.ts';
import type { NoteKind } from './note-labels.ts';
import type { Relations } from './package.ts';
import type { DraftInline } from '../../model/draft.ts';
import type { WordState } from './state.ts';

/** A mark that the author chose is typed once more before the note's words. */
function withoutLabel(paragraphs: DraftInline[][], label: string): DraftInline[][] {
  const [first] = paragraphs;
  const at = first?.findIndex((one) => one.kind === 'text' && one.text.trim() !== '') ?? -1;
  const one = first?.[at];
  if (!first || one?.kind !== 'text' || !label || !one.text.trimStart().startsWith(label)) return paragraphs;
  first[at] = { ...one, text: one.text.trimStart().slice(label.length) };
  return paragraphs;
}

/** The notes of one kind, in the order of the file. Those that no mark leads to have no label. */
export function readNotes(kind: NoteKind, state: WordState, relations: Relations): void {
  const part = state.source.part(relations, `${kind}s`);
  if (!part) return;
  const own = state.source.relations(part.path);
  const notes = part.tree.children(kind);
  notes.forEach((tag, at) => {
    if (at % 200 === 0) state.context.progress('Reading the notes', at, notes.length);
    const type = tag.attribute('type');
    if (type !== null && type !== 'normal') return;
    const key = `${kind} ${tag.attribute('id') ?? ''}`;
    const seen = state.labelsSeen.get(key);
    const isCounted = tag.first(`${kind}Ref`) !== undefined;
    const paragraphs = new Body(state, own).aside(tag);
    // What is left of a note that was deleted.
    if (seen === undefined && !paragraphs.some(hasWords)) return;
    const id = state.drafting.note(
      key,
      seen ?? '',
      isCounted ? paragraphs : withoutLabel(paragraphs, seen ?? ''),
    );
    settleIn(id, state);
  });
}

const settleIn = (_note: string, state: WordState): void => state.settle(null);

/** Running heads and feet, each once, before the text. */
export function readRunning(state: WordState, relations: Relations): void {
  const known = new Set<string>();
  for (const type of ['header', 'footer']) {
    for (const { target } of state.source.relationsOfType(relations, type)) {
      const tree = state.source.tree(target);
      if (tree) addAside(tree, target, state, known);
    }
  }
}

/** What others wrote beside the text, behind it. */
export function readComments(state: WordState, relations: Relations): void {
  const part = state.source.part(relations, 'comments');
  for (const tag of part?.tree.children('comment') ?? []) addAside(tag, part?.path ?? '', state, new Set());
}

function addAside(tag: Tag, path: string, state: WordState, known: Set<string>): void {
  for (const content of new Body(state, state.source.relations(path)).aside(tag)) {
    const words = content
      .map((one) => (one.kind === 'text' ? one.text : ''))
      .join('')
      .trim();
    if (!words || known.has(words)) continue;
    known.add(words);
    state.drafting.add('furniture', content, { origin: { part: path } });
  }
}
