/** The notes of a JATS article: their words, how these are set, and which further notes they lead to. Part of the JATS reader. */
import type { Node } from 'prosemirror-model';
import type { Note, NoteSpan } from '../model/paper.ts';
import { children, noteAnchor, readInline, textOf, type Walk } from './jats-inline.ts';

const lengthOf = (text: string): number => [...text].length;

/** How a run of a note is set; null where it is plain. */
function styleOf(run: Node): Omit<NoteSpan, 'start' | 'end'> | null {
  const marks = run.marks.map(({ type }) => type.name);
  const href = run.marks.find(({ type }) => type.name === 'link')?.attrs['href'] as string | undefined;
  const emphasis = marks.filter((name) => name !== 'link' && name !== 'label');
  return emphasis.length === 0 && href === undefined ? null : { marks: emphasis, href: href ?? null };
}

/** What a note is read into, paragraph by paragraph. */
interface Reading {
  text: string;
  readonly spans: NoteSpan[];
  readonly leads: { note: string; label: string }[];
}

function take(reading: Reading, content: readonly Node[]): void {
  let at = lengthOf(reading.text);
  for (const node of content) {
    const { note, label } = node.attrs as { note?: string; label?: string };
    if (node.type.name === 'marker' && note) reading.leads.push({ note, label: label ?? '' });
    if (!node.isText) continue;
    const words = node.text ?? '';
    const end = at + lengthOf(words);
    const style = styleOf(node);
    if (style) reading.spans.push({ start: at, end, ...style });
    reading.text += words;
    at = end;
  }
}

function readNote(fn: Element, walk: Walk): Note {
  const id = fn.getAttribute('id') ?? '';
  const reading: Reading = { text: '', spans: [], leads: [] };
  for (const child of fn.children) {
    if (child.localName === 'label') continue;
    const content = readInline(child, walk);
    if (content.length === 0) continue;
    if (reading.text) reading.text += '\n';
    take(reading, content);
  }
  const { text, spans, leads } = reading;
  return {
    id,
    label: textOf(children(fn, 'label')[0]) ?? id,
    anchor: noteAnchor(id),
    status: text ? 'present' : 'missing-in-source',
    text: text || null,
    ...(spans.length > 0 ? { spans } : {}),
    ...(leads.length > 0 ? { leads } : {}),
  };
}

/** The labels of all notes, by id: what a marker without one of its own shows. */
export const noteLabels = (root: Element): Map<string, string> =>
  new Map(
    [...root.querySelectorAll('back > fn-group > fn')].map((fn) => {
      const id = fn.getAttribute('id') ?? '';
      return [id, textOf(children(fn, 'label')[0]) ?? id];
    }),
  );

/** The notes, in the order of their list. */
export const readNotes = (root: Element, walk: Walk): Note[] =>
  [...root.querySelectorAll('back > fn-group > fn')].map((fn) => readNote(fn, { ...walk, seen: new Map() }));
