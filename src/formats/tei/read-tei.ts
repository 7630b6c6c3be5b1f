/** Reads TEI: texts with notes in their place or elsewhere, pages of the printed copy, editors' readings. */
import { Fault } from '../../model/fault.ts';
import { textOfBytes } from '../paper/charset.ts';
import { parseXmlDocument } from '../paper/dom.ts';
import { Drafting } from '../paper/drafting.ts';
import type { PaperReader, Reading } from '../paper/reader.ts';
import type { Tag } from '../paper/tree.ts';
import { Blocks } from './blocks.ts';
import { readFront } from './front.ts';
import { labelOfNote, type TeiWalk } from './inline.ts';

/** Notes that are the text's own; those of the header, of drafts and of machines are not. */
const isNote = (tag: Tag): boolean =>
  tag.closest((one) => one.name === 'teiHeader' || one.name === 'standOff') === null;

function walkOf(root: Tag): TeiWalk {
  const notes = new Map<string, Tag>();
  const keys = new Map<Tag, string>();
  const marked = new Set<Tag>();
  for (const tag of root.all('note')) {
    if (!isNote(tag)) continue;
    const key = tag.attribute('xml:id') ?? `note ${keys.size + 1}`;
    notes.set(key, tag);
    keys.set(tag, key);
  }
  for (const tag of root.all('ref', 'ptr', 'anchor'))
    for (const target of (tag.attribute('target') ?? tag.attribute('corresp') ?? '').split(/\s+/u)) {
      const note = target.startsWith('#') ? notes.get(target.slice(1)) : undefined;
      if (note) marked.add(note);
    }
  const anchors = anchorsOf(root, keys);
  for (const key of anchors.values()) marked.add(notes.get(key) as Tag);
  return { drafting: new Drafting(), notes, keys, marked, counted: new Map(), anchors };
}

/** Notes that say where they are marked: `target="#a1"`, with an anchor in the text. */
function anchorsOf(root: Tag, keys: ReadonlyMap<Tag, string>): ReadonlyMap<string, string> {
  const places = new Set(
    [...root.all('anchor', 'seg', 'ref', 'ptr')].map((tag) => tag.attribute('xml:id') ?? ''),
  );
  const anchors = new Map<string, string>();
  for (const [note, key] of keys) {
    const target = (note.attribute('target') ?? '').replace(/^#/u, '');
    if (target && places.has(target)) anchors.set(target, key);
  }
  return anchors;
}

function readText(root: Tag, name: string, tick: (done: number) => void): Reading {
  const text = root.name === 'TEI' || root.name.startsWith('TEI') ? root.first('text') : undefined;
  if (!text) throw new Fault('import/broken', name);
  const walk = walkOf(root);
  const blocks = new Blocks(walk);
  blocks.inside(text, { kind: 'paragraph', depth: 0 });
  tick(1);
  for (const [key, note] of walk.notes)
    walk.drafting.note(
      key,
      labelOfNote(note, walk),
      blocks.wordsOf(note),
      note.attribute('xml:id') ?? undefined,
    );
  const language =
    text.attribute('xml:lang') ??
    root.attribute('xml:lang') ??
    root.first('language')?.attribute('ident') ??
    null;
  const draft = walk.drafting.finish('tei', readFront(root), language);
  if (draft.blocks.length === 0) throw new Fault('import/empty', name);
  return { draft, pictures: [] };
}

/** See `PaperReader`. */
export const readTei: PaperReader = (bytes, context) =>
  new Promise((resolve) => {
    const { name } = context;
    const tick = (done: number): void => context.progress('Reading the text', done, 2);
    if (bytes.length === 0) throw new Fault('import/empty', name);
    tick(0);
    resolve(readText(parseXmlDocument(textOfBytes(bytes), name), name, tick));
  });
