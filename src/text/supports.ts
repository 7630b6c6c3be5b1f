/**
 * What each marker of an author's note supports, and whom the text names for it: by rules, with a confidence.
 * Never more than the sentence, the quotation or the list: whether a note covers more, a person has to say. Pure.
 */
import { lastAtMost, type Block, type PaperText, type Point } from '../model/paper-text.ts';
import { attributionsOf, type Attribution } from './attributions.ts';
import { sentencesIn, type Readable } from './sentences.ts';
import { groundOf, runAround, spanAt, takesUp, type Ground, type Span } from './support-spans.ts';

/** What one marker supports. A note with several markers has several. */
export interface SupportSpan extends Span {
  /** Id of the note. */
  readonly note: string;
  /** Offset of its marker. */
  readonly marker: number;
}

/** The same with those whom the text names for it. */
export interface SupportReading extends SupportSpan {
  /** Sources first to last as they stand; each with its own confidence. */
  readonly sources: readonly Attribution[];
  readonly speakers: readonly Attribution[];
}

function markersIn({ markers }: PaperText, { start, end }: Block): readonly Point[] {
  const first = lastAtMost(markers, start - 1, (marker) => marker.offset) + 1;
  const last = lastAtMost(markers, end, (marker) => marker.offset);
  return markers.slice(first, last + 1);
}

const isAtEnd = ({ words, block }: Ground, marker: number): boolean =>
  !/[\p{L}\p{N}]/u.test(words.words.slice(words.index(marker), words.index(block.end)));

/** From the first word of some blocks to the last; nothing where they are empty. */
function wordsOf(paper: Readable, run: readonly Block[]): { start: number; end: number } {
  const filled = run.map((block) => sentencesIn(paper, block)).filter((sentences) => sentences.length > 0);
  return { start: filled[0]?.[0]?.start ?? 0, end: filled.at(-1)?.at(-1)?.end ?? 0 };
}

/** A quotation or list whose only marker stands at its end belongs to it as a whole. */
function wholeRun(paper: Readable, ground: Ground, marker: Point): Span | null {
  const { kind } = ground.block;
  if (kind !== 'quotation' && kind !== 'item') return null;
  const run = runAround(paper.text, ground.block);
  const isOnly = run
    .flatMap((block) => markersIn(paper.text, block))
    .every(({ offset }) => offset === marker.offset);
  if (run.at(-1) !== ground.block || !isOnly || !isAtEnd(ground, marker.offset)) return null;
  if (kind === 'item' && run.length < 2) return null;
  const scope = kind === 'item' ? 'list' : 'blockquote';
  const confidence = kind === 'item' ? 0.9 : 0.97;
  return { ...wordsOf(paper, run), scope, confidence, doubt: null };
}

/** A marker at the end of the words that introduce a quotation or a list without any marker of its own. */
function introduced(paper: Readable, ground: Ground, marker: Point): Span | null {
  const { blocks } = paper.text;
  const next = blocks[lastAtMost(blocks, ground.block.start, (block) => block.start) + 1];
  if (next?.kind !== 'quotation' || ground.block.kind !== 'paragraph') return null;
  if (!isAtEnd(ground, marker.offset) || !/[:,]\s*$/u.test(ground.words.words)) return null;
  const run = runAround(paper.text, next);
  if (run.some((block) => markersIn(paper.text, block).length > 0)) return null;
  return { ...wordsOf(paper, run), scope: 'blockquote', confidence: 0.75, doubt: 'introduction' };
}

/** Sentences of the block between an earlier marker, or its start, and the sentence of this one. */
function unmarkedBefore({ sentences }: Ground, marker: number, last: number): number {
  const own = sentences.findLastIndex(({ start }) => start < marker);
  const before = sentences.findLastIndex(({ start }) => start < last);
  return Math.max(0, own - before - 1);
}

function spanOf(paper: Readable, ground: Ground, marker: Point, last: SupportSpan | undefined): Span | null {
  if (last?.marker === marker.offset) return last;
  const whole = wholeRun(paper, ground, marker) ?? introduced(paper, ground, marker);
  if (whole) return whole;
  const { start } = ground.block;
  const taken = last ? Math.max(last.end, last.marker) : start;
  return spanAt(ground, marker.offset, taken, unmarkedBefore(ground, marker.offset, last?.marker ?? start));
}

const known = new WeakMap<Block, readonly SupportSpan[]>();

/** What the markers of one block support, in order. Two markers in one place support the same. */
export function supportSpansIn(paper: Readable, block: Block): readonly SupportSpan[] {
  const before = known.get(block);
  if (before) return before;
  const markers = markersIn(paper.text, block);
  const found: SupportSpan[] = [];
  if (markers.length > 0) {
    const ground = groundOf(paper, block);
    for (const marker of markers) {
      const own = spanOf(paper, ground, marker, found.at(-1));
      const note = String(marker.node.attrs['note']);
      if (own && own.end > own.start) found.push({ ...own, note, marker: marker.offset });
    }
  }
  known.set(block, found);
  return found;
}

/** Attributions by block, since each support asks for those around it only. */
function byBlock(all: readonly Attribution[]): ReadonlyMap<Block, readonly Attribution[]> {
  const found = new Map<Block, Attribution[]>();
  for (const one of all) {
    const own = found.get(one.sentence.block);
    if (own) own.push(one);
    else found.set(one.sentence.block, [one]);
  }
  return found;
}

type Named = ReadonlyMap<Block, readonly Attribution[]>;

/** Who is named in the sentence that introduces a quotation or a list: the last of the block before it. */
function introducing({ blocks }: PaperText, at: number, named: Named): readonly Attribution[] {
  const lead = blocks[at - 1];
  if (!lead || lead.kind === 'heading') return [];
  const own = named.get(lead) ?? [];
  const last = own.at(-1)?.sentence;
  return last && last.end >= lead.end - 1 ? own.filter(({ sentence }) => sentence === last) : [];
}

/** Who is named for a span: in its sentences up to the marker, or in the words that introduce it. */
function namedFor(
  paper: Readable,
  support: SupportSpan,
  since: number,
  named: Named,
): readonly Attribution[] {
  const { blocks } = paper.text;
  const at = lastAtMost(blocks, support.start, (one) => one.start);
  const block = blocks[at];
  if (!block) return [];
  if (support.scope === 'blockquote' || support.scope === 'list') return introducing(paper.text, at, named);
  const own = named.get(block) ?? [];
  const isInside = ({ sentence, start }: Attribution): boolean =>
    sentence.end > support.start && sentence.start < support.end && start >= since && start < support.marker;
  const inside = own.filter(isInside);
  return inside.length > 0 ? inside : carried(paper, support, since, own);
}

/** The source of the sentence before, where that has no marker and this one takes it up: a suggestion. */
function carried(
  paper: Readable,
  support: SupportSpan,
  since: number,
  own: readonly Attribution[],
): readonly Attribution[] {
  const before = own.findLast(({ sentence }) => sentence.end <= support.start);
  if (before?.role !== 'source' || before.start < since) return [];
  const between = paper.text.slice(before.sentence.end, support.marker).trimStart();
  return takesUp.test(between) ? [{ ...before, confidence: before.confidence * 0.65 }] : [];
}

/** What every marker of the paper supports, with those whom the text names for it; in the order of the text. */
export function supportsOf(paper: Readable): readonly SupportReading[] {
  const named = byBlock(attributionsOf(paper));
  return paper.text.blocks.flatMap((block) => {
    const spans = supportSpansIn(paper, block);
    return spans.map((support) => {
      const earlier = spans.findLast(({ marker }) => marker < support.marker);
      const all = namedFor(paper, support, earlier?.marker ?? block.start - 1, named);
      const of = (role: Attribution['role']): Attribution[] => all.filter((one) => one.role === role);
      return { ...support, sources: of('source'), speakers: of('speaker') };
    });
  });
}
