/** The structure of a PDF: its pages as a draft. Pure; what is unsure is told in findings. */
import type { Draft, DraftBlock, DraftInline, DraftNote } from '../../model/draft.ts';
import { inlineOf, type Atom } from './atoms.ts';
import { blockOf, originOf, writtenBlocks, type WrittenBlock } from './blocks.ts';
import { endnotesAt } from './endnotes.ts';
import { findingsOf } from './findings.ts';
import { frontOf } from './front.ts';
import { groupsOf } from './groups.ts';
import { wordsOfLines } from './hyphens.ts';
import { indentOf, joined, type Joined } from './joining.ts';
import { judge, levelsOf, type Judged } from './kinds.ts';
import { layoutOf, type Layout } from './layout.ts';
import { linkSigns, signsOf } from './linking.ts';
import { noteWords } from './note-words.ts';
import { readNotes, type NoteRun } from './notes.ts';
import { pageStarts } from './page-starts.ts';
import type { PdfFile } from './pages.ts';

/** Groups of all columns, each said what it is, and joined where they go on. */
function judged({ flows, leading, measure }: Layout): readonly Joined[] {
  const groups = flows.flatMap((flow) => groupsOf(flow, leading));
  const indent = indentOf(groups);
  const all: Judged[] = [];
  for (const group of groups) all.push(judge(group, all.at(-1), { measure, leading, indent }));
  return joined(all, indent);
}

/** Takes sections of notes out of the blocks; their headings stay. */
function withoutEndnotes(blocks: readonly Joined[]): {
  readonly body: readonly Joined[];
  readonly runs: readonly NoteRun[];
} {
  const body: Joined[] = [];
  const runs: NoteRun[] = [];
  for (let at = 0; at < blocks.length;) {
    const end = endnotesAt(blocks, at);
    body.push(blocks[at] as Joined);
    if (end !== null)
      runs.push({ lines: blocks.slice(at + 1, end).flatMap(({ group }) => group.lines), place: 'end' });
    at = end ?? at + 1;
  }
  return { body, runs };
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
const furnitureOf = ({ asides }: Layout): readonly Placed[] =>
  asides.flatMap(({ words }, page) =>
    words.map(({ text, x, y }): Placed => ({
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

/** Reads a file's pages. */
export function structureOf(file: PdfFile): Draft {
  const layout = layoutOf(file);
  const { measure } = layout;
  const words = wordsOfLines(layout.lines);
  const { body, runs } = withoutEndnotes(judged(layout));
  const { front, count } = frontOf(body, measure);
  const headings = levelsOf(body.slice(count).filter(({ kind }) => kind === 'heading')) as ReadonlyMap<
    Joined,
    number
  >;
  const written = writtenBlocks(body, { words, measure, headings }).map((block, at): WrittenBlock =>
    at < count ? { ...block, kind: 'furniture' } : block,
  );
  const printed = readNotes([...layout.notes, ...runs]);
  const contents = printed.map((note) => noteWords(note, words, measure));
  const blocks = paged(written);
  const linked = linkSigns(signsOf(blocks), printed, contents, citesByNumber(body));
  const starts = pageStarts(file, layout.asides);
  const inline = (atoms: readonly Atom[], withPages: boolean): readonly DraftInline[] =>
    inlineOf(atoms, (page) => (withPages ? (starts[page] ?? null) : null));
  const done = blocks.map((block, at) => ({
    ...blockOf(block, `b${at + 1}`, inline(block.atoms, block.kind !== 'furniture')),
    page: block.page,
  }));
  const notes = printed.flatMap(({ label, paragraphs }, at): DraftNote[] => {
    const content = (contents[at] ?? []).map(({ atoms }) => inline(atoms, false));
    const id = linked.ids[at] ?? '';
    return label === '' ? [] : [{ id, label, content, origin: originOf(paragraphs.flat()) }];
  });
  const strays = printed.flatMap(({ label, paragraphs, page }, at) =>
    label !== '' || at >= contents.length
      ? []
      : (contents[at] ?? []).map(({ atoms }): Placed => ({
          page,
          block: { kind: 'uncertain', content: inline(atoms, false), origin: originOf(paragraphs.flat()) },
        })),
  );
  const aside = [...furnitureOf(layout), ...strays].sort((a, b) => a.page - b.page);
  const ordered = inMarkerOrder(done, [...notes, ...linked.missing.map((one) => ({ ...one, content: [] }))]);
  const draftBlocks = placedIn(done, aside);
  return {
    format: 'pdf',
    front,
    language: file.language,
    blocks: draftBlocks,
    notes: ordered,
    findings: findingsOf({ blocks, done, notes: ordered, linked, starts, aside: draftBlocks }),
  };
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
