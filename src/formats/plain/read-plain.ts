/** Reads a plain text, as it comes out of a PDF or a library of texts, as a paper: lines, furniture, blocks, markers, notes. */
import { beat } from '../../model/beat.ts';
import type { Draft, DraftBlock, DraftFront, ImportFinding } from '../../model/draft.ts';
import { Vocabulary } from '../../text/hyphens.ts';
import type { PaperReader } from '../paper/reader.ts';
import { decodeText } from './decode.ts';
import { furniture } from './furniture.ts';
import { readLines, type Line } from './lines.ts';
import { mark } from './marked.ts';
import type { Words } from './marker-search.ts';
import type { Written } from './note-giving.ts';
import { noteLines } from './note-lines.ts';
import type { FoundNote } from './note-taking.ts';
import { pageStarts } from './pages.ts';
import { Points } from './points.ts';
import { joined, type Joining } from './prose.ts';
import { stretches, type Stretch } from './stretches.ts';

type Finding = Omit<ImportFinding, 'id' | 'state'>;

/** The label of a heading or an item is no part of its words. */
const skipOf = ({ label }: Stretch): number => label?.length ?? 0;

/** A bullet at a line's beginning goes with the list. */
const bullet = /^[•●▪◦‣]\s*/u;

function wordsOfBlocks(blocks: readonly Stretch[], joining: Joining): Words[] {
  return blocks.map((stretch, at) => {
    const first = joining.lines[stretch.lines[0] as number] as Line;
    const skip =
      stretch.kind === 'item' && !stretch.label
        ? (bullet.exec(first.text)?.[0].length ?? 0)
        : skipOf(stretch);
    const isHeading = stretch.kind === 'heading';
    return { id: `b${at + 1}`, prose: joined(stretch.lines, skip, joining), isHeading };
  });
}

/** Furniture in its place: the blocks in the order of their first lines. */
function withFurniture(
  blocks: readonly { block: DraftBlock; line: number }[],
  aside: ReadonlySet<number>,
  lines: readonly Line[],
): DraftBlock[] {
  const all = [...blocks];
  for (const at of aside) {
    beat();
    const { text, number } = lines[at] as Line;
    const content = [{ kind: 'text' as const, text }];
    all.push({ block: { id: `f${at + 1}`, kind: 'furniture', content, origin: { line: number } }, line: at });
  }
  return all.sort((a, b) => a.line - b.line).map(({ block }) => block);
}

const reach = 100;

/** The word on both sides of a place, as far as one can see. */
const wordAround = (text: string, at: number): string =>
  (/\S*$/u.exec(text.slice(Math.max(0, at - reach), at))?.[0] ?? '') +
  (/^\S*/u.exec(text.slice(at, at + reach))?.[0] ?? '');

function blockFindings(blocks: readonly Stretch[], words: readonly Words[]): Finding[] {
  return blocks.flatMap(({ isDoubtful }, at): Finding[] => {
    const { id, prose } = words[at] as Words;
    const points = new Points(prose.text);
    const quote = prose.text.slice(0, 80);
    const heading: Finding[] = isDoubtful
      ? [{ kind: 'heading-doubtful', place: { block: id, offset: 0 }, certainty: 0.6, quote }]
      : [];
    const hyphens = prose.doubts.map((doubt): Finding => ({
      kind: 'hyphen-undecided',
      place: { block: id, offset: points.upTo(doubt) },
      certainty: 0.5,
      quote: wordAround(prose.text, doubt),
    }));
    const pages = prose.pages
      .filter(({ page }) => page.evidence === 'inferred')
      .map(({ at: place, page }): Finding => ({
        kind: 'page-inferred',
        place: { block: id, offset: points.upTo(place) },
        certainty: 0.7,
        quote: page.label,
      }));
    return [...heading, ...hyphens, ...pages];
  });
}

/** What the file's name says of the title: all there is where the text has no title of its own. */
const frontOf = (name: string): DraftFront => ({
  title: name.replace(/\.[^.]+$/u, '').replace(/[_]+/gu, ' ') || 'Untitled',
});

/** Which part of the text each block is in, from 0. */
function partsOf(blocks: readonly Stretch[], breaks: readonly number[]): number[] {
  let part = 0;
  return blocks.map(({ lines }) => {
    while ((breaks[part] ?? Infinity) <= (lines[0] as number)) part += 1;
    return part;
  });
}

function writtenOf({ label, kind, lines, skip, page, isBracketed }: FoundNote, joining: Joining): Written {
  const { text } = joined(lines, skip, joining);
  const content = [[{ kind: 'text' as const, text: isBracketed ? text.replace(/\]\s*$/u, '') : text }]];
  return { label, kind, content, line: (joining.lines[lines[0] as number] as Line).number, page };
}

function wordsOf(lines: readonly Line[]): Vocabulary {
  const words = new Vocabulary();
  for (const line of lines) {
    beat();
    words.add(line.text);
  }
  return words;
}

/** Reads the text of a file. Pure. */
export function readText(text: string, name: string): Draft {
  const read = readLines(text);
  const { lines, isLoose } = read;
  const aside = furniture(read);
  const pages = pageStarts(read, aside);
  const joining: Joining = { lines, pages, words: wordsOf(lines), isLoose };
  const { notes: found, headings, breaks } = noteLines(lines, aside, pages);
  const noted = new Set([...found.flatMap((note) => note.lines), ...headings]);
  const written = found.map((note) => writtenOf(note, joining));
  const blocks = stretches({ ...read, aside: new Set([...aside, ...noted]), pages });
  const proses = wordsOfBlocks(blocks, joining);
  const { content, notes, findings } = mark(proses, written, {
    places: new Map([...pages.values()].map((page, at) => [page, at + 1])),
    vocabulary: joining.words,
    parts: breaks && partsOf(blocks, breaks),
  });
  const made = blocks.map((stretch, at) => {
    beat();
    const { id } = proses[at] as Words;
    const { kind, level, label, lines: own } = stretch;
    const extra = { ...(level === undefined ? {} : { level }), ...(label === undefined ? {} : { label }) };
    const line = own[0] as number;
    const origin = { line: (lines[line] as Line).number };
    return { block: { id, kind, ...extra, content: content.get(id) ?? [], origin }, line };
  });
  const front: Finding = { kind: 'front-guessed', place: null, certainty: 0.3, quote: name };
  const all = [front, ...blockFindings(blocks, proses), ...findings];
  return {
    format: 'text',
    front: frontOf(name),
    language: null,
    blocks: withFurniture(made, aside, lines),
    notes,
    findings: all.map((one, at) => ({ ...one, id: `i${at + 1}`, state: 'open' })),
  };
}

/** The reader of plain text. Throws `import/empty`, `import/broken` for what is no text, `import/too-large`. */
export const readPlain: PaperReader = async (bytes, context) => {
  context.progress('Reading the text', 0, 1);
  const draft = readText(decodeText(bytes), context.name);
  context.progress('Reading the text', 1, 1);
  return Promise.resolve({ draft, pictures: [] });
};
