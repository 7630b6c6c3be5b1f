/** The structure of a PDF: its pages as a draft. Pure; what is unsure is told in findings. */
import { beat } from '../../model/beat.ts';
import type { Draft, DraftBlock, DraftInline, DraftNote } from '../../model/draft.ts';
import { inlineOf, type Atom, type Atoms } from './atoms.ts';
import { blockOf, originOf, writtenBlocks, type WrittenBlock } from './blocks.ts';
import { endnotesAt, trailingNotesAt } from './endnotes.ts';
import { findingsOf } from './findings.ts';
import { frontOf } from './front.ts';
import { groupsOf } from './groups.ts';
import { wordsOfLines } from './hyphens.ts';
import { indentOf, joined, type Joined } from './joining.ts';
import { judge, levelsOf, type Judged } from './kinds.ts';
import { layoutOf, type Layout } from './layout.ts';
import { linkSigns, partTouching, signsOf } from './linking.ts';
import { noteWords } from './note-words.ts';
import { readNotes, runsInOrder, type NoteRun, type PrintedNote } from './notes.ts';
import { pageStarts } from './page-starts.ts';
import type { PdfFile } from './pages.ts';

/** Groups of all columns, each said what it is, and joined where they go on. */
function judged({ flows, leading, measure }: Layout): readonly Joined[] {
  const groups = flows.flatMap((flow) => groupsOf(flow, leading));
  const indent = indentOf(groups);
  const all: Judged[] = [];
  for (const group of groups) {
    beat();
    all.push(judge(group, all.at(-1), { measure, leading, indent }));
  }
  return joined(all, indent);
}

/** Takes sections of notes out of the blocks; their headings stay. */
function withoutEndnotes(
  all: readonly Joined[],
  feet: readonly NoteRun[],
): {
  readonly body: readonly Joined[];
  readonly runs: readonly NoteRun[];
} {
  const trailing = trailingNotesAt(
    all,
    feet.flatMap(({ lines }) => lines),
  );
  const blocks = all.slice(0, trailing ?? all.length);
  const body: Joined[] = [];
  const runs: NoteRun[] = [];
  for (let at = 0; at < blocks.length;) {
    const end = endnotesAt(blocks, at);
    body.push(blocks[at] as Joined);
    if (end !== null)
      runs.push({ lines: blocks.slice(at + 1, end).flatMap(({ group }) => group.lines), place: 'end' });
    at = end ?? at + 1;
  }
  const lines = all.slice(blocks.length).flatMap(({ group }) => group.lines);
  return { body, runs: lines.length > 0 ? [...runs, { lines, place: 'end' }] : runs };
}

const references =
  /^(?:\d+\.?\s+)?(?:references|bibliography|works cited|literatur(?:verzeichnis)?|bibliographie|literature)$/iu;

/** Whether a list of numbered works stands in the text: raised numbers may name them. */
const citesByNumber = (blocks: readonly Joined[]): boolean =>
  blocks.some((block, at) => {
    const text = block.group.lines.map((line) => line.text).join(' ');
    return references.test(text) && blocks.slice(at + 1, at + 6).some(({ kind }) => kind === 'item');
  });

/** Blocks with the beginnings of pages put in: each page once, before the first words that stand on it. */
function paged(blocks: readonly WrittenBlock[]): readonly WrittenBlock[] {
  const begun = new Set<number>();
  return blocks.map((block) => {
    if (block.kind === 'furniture') return block;
    const atoms: Atom[] = [];
    const isFirst = !begun.has(block.page);
    begun.add(block.page);
    if (isFirst) atoms.push({ kind: 'page', page: block.page });
    for (const atom of block.atoms) {
      if (atom.kind === 'page' && begun.has(atom.page)) continue;
      if (atom.kind === 'page') begun.add(atom.page);
      atoms.push(atom);
    }
    return { ...block, atoms };
  });
}

interface Placed {
  readonly page: number;
  readonly block: Omit<DraftBlock, 'id'>;
}

/** Running heads and feet as blocks, those of a page together. */
const furnitureOf = ({ asides, inside }: Layout): readonly Placed[] =>
  asides.flatMap(({ words }, page) =>
    [...words, ...(inside[page] ?? [])].map(({ text, x, y }): Placed => ({
      page,
      block: {
        kind: 'furniture',
        content: [{ kind: 'text', text }],
        origin: { page: page + 1, box: [Math.round(x), Math.round(y - 10), 0, 12] },
      },
    })),
  );

/** Puts furniture before the first block that begins on its page or later. */
function placedIn(
  blocks: readonly (DraftBlock & { page: number })[],
  furniture: readonly Placed[],
): readonly DraftBlock[] {
  const out: DraftBlock[] = [];
  let next = 0;
  const flush = (upTo: number): void => {
    for (; next < furniture.length && (furniture[next] as Placed).page < upTo; next += 1)
      out.push({ id: `f${next + 1}`, ...(furniture[next] as Placed).block });
  };
  for (const { page, ...block } of blocks) {
    flush(page);
    out.push(block);
  }
  flush(Infinity);
  return out;
}

interface Words {
  readonly written: readonly WrittenBlock[];
  readonly printed: readonly PrintedNote[];
  readonly contents: readonly (readonly Atoms[])[];
  readonly front: Draft['front'];
  readonly isCiting: boolean;
}

/** Blocks and notes with their words, before markers are known. */
function worded(layout: Layout): Words {
  const { measure } = layout;
  const words = wordsOfLines(layout.lines);
  const { body, runs } = withoutEndnotes(judged(layout), layout.notes);
  const { front, count } = frontOf(body, measure);
  const levels = levelsOf(body.slice(count).filter(({ kind }) => kind === 'heading'));
  const headings = levels as ReadonlyMap<Joined, number>;
  const written = writtenBlocks(body, { words, measure, headings }).map((block, at): WrittenBlock =>
    at < count ? { ...block, kind: 'furniture' } : block,
  );
  const printed = readNotes(runsInOrder(layout.notes, runs));
  const contents = printed.map((note) => noteWords(note, words, measure));
  return { written, printed, contents, front, isCiting: citesByNumber(body) };
}

const withoutPages = (atoms: readonly Atom[]): readonly DraftInline[] => inlineOf(atoms, () => null);

/** Notes as the draft has them, and the words at the foot of pages that belong to none. */
function notesOf(
  { printed, contents }: Words,
  ids: readonly string[],
): { notes: DraftNote[]; strays: Placed[] } {
  const notes: DraftNote[] = [];
  const strays: Placed[] = [];
  printed.forEach(({ label, paragraphs, page }, at) => {
    beat();
    const content = (contents[at] ?? []).map(({ atoms }) => withoutPages(atoms));
    const origin = originOf(paragraphs.flat());
    if (label !== '') notes.push({ id: ids[at] ?? '', label, content, origin });
    else for (const one of content) strays.push({ page, block: { kind: 'uncertain', content: one, origin } });
  });
  return { notes, strays };
}

/** Reads a file's pages. */
export function structureOf(file: PdfFile): Draft {
  const layout = layoutOf(file);
  const words = worded(layout);
  const { printed, contents, front, isCiting } = words;
  const blocks = partTouching(paged(words.written), printed) as readonly WrittenBlock[];
  const linked = linkSigns(signsOf(blocks), printed, contents, isCiting);
  const starts = pageStarts(file, layout.asides);
  const done = blocks.map((block, at) => {
    beat();
    const hasPages = block.kind !== 'furniture';
    const content = inlineOf(block.atoms, (page) => (hasPages ? (starts[page] ?? null) : null));
    return { ...blockOf(block, `b${at + 1}`, content), page: block.page };
  });
  const { notes, strays } = notesOf(words, linked.ids);
  const all = inMarkerOrder(done, [...notes, ...linked.missing.map((one) => ({ ...one, content: [] }))]);
  const aside = [...furnitureOf(layout), ...layout.sideways, ...strays].sort((a, b) => a.page - b.page);
  const placed = placedIn(done, aside);
  const findings = findingsOf({ blocks, done, notes: all, linked, starts, aside: placed });
  return { format: 'pdf', front, language: file.language, blocks: placed, notes: all, findings };
}

/** Notes in the order of their first markers; those without where they stand. */
function inMarkerOrder(blocks: readonly DraftBlock[], notes: readonly DraftNote[]): readonly DraftNote[] {
  const first = new Map<string, number>();
  for (const { content } of blocks)
    for (const one of content)
      if (one.kind === 'marker' && !first.has(one.note)) first.set(one.note, first.size);
  let last = -1;
  const place = new Map(notes.map((note) => [note, (last = first.get(note.id) ?? last + 0.5)]));
  return [...notes].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}
