/** Paragraphs, headings, items and quotations as content: joined groups with their words written. */
import { beat } from '../../model/beat.ts';
import type { DraftBlock, DraftKind, DraftOrigin } from '../../model/draft.ts';
import { AtomWriter, type Atoms } from './atoms.ts';
import type { Words } from './hyphens.ts';
import { itemLabel } from './items.ts';
import type { Joined } from './joining.ts';
import { headingLabel } from './kinds.ts';
import type { Line } from './lines.ts';
import type { Measure } from './measure.ts';

/** A block with its words as atoms: markers are not yet known. */
export interface WrittenBlock extends Atoms {
  readonly kind: DraftKind;
  readonly label?: string;
  readonly level?: number;
  readonly isContinued?: true;
  readonly origin: DraftOrigin;
  readonly page: number;
  readonly certainty: number;
  readonly isDoubtful: boolean;
}

/** Where lines stand: their page (from 1), and the box of those on the first one. */
export function originOf(lines: readonly Line[]): DraftOrigin {
  const [first] = lines as [Line];
  const own = lines.filter(({ page }) => page === first.page);
  const x = Math.min(...own.map((line) => line.x));
  const top = Math.min(...own.map(({ y, size }) => y - size));
  const right = Math.max(...own.map((line) => line.right));
  const bottom = Math.max(...own.map(({ y, size }) => y + size * 0.3));
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { page: first.page + 1, box: [round(x), round(top), round(right - x), round(bottom - top)] };
}

const kinds = {
  heading: 'heading',
  quotation: 'quotation',
  item: 'item',
  caption: 'paragraph',
  paragraph: 'paragraph',
} as const;

function labelOf({ kind, group }: Joined): { readonly label: string; readonly length: number } | null {
  const [first] = group.lines as [Line];
  if (kind === 'item') {
    const found = itemLabel(first);
    return found ? { label: found.label, length: found.length } : null;
  }
  const found = kind === 'heading' ? headingLabel.exec(first.text) : null;
  return found?.[1] === undefined ? null : { label: found[1], length: found[0].length };
}

/** Where the words of an item begin, from the edge of its column. */
function wordsX({ group }: Joined): number {
  const [first, second] = group.lines as [Line, Line | undefined];
  const label = itemLabel(first);
  return (label && label.x > first.x ? label.x : (second?.x ?? first.x)) - group.edge;
}

/** Depths of items: those that begin further right than the one before are in it. */
function depths(blocks: readonly Joined[]): ReadonlyMap<Joined, number> {
  const levels = new Map<Joined, number>();
  let open: number[] = [];
  for (const block of blocks) {
    if (block.kind !== 'item') {
      open = [];
      continue;
    }
    const x = wordsX(block);
    open = open.filter((one) => one <= x + 4);
    if (!open.some((one) => Math.abs(one - x) <= 4)) open.push(x);
    levels.set(block, open.length);
  }
  return levels;
}

interface Style {
  readonly words: Words;
  readonly measure: Measure;
  readonly headings: ReadonlyMap<Joined, number>;
}

/** Blocks of a text, with their words. */
export function writtenBlocks(
  blocks: readonly Joined[],
  { words, measure, headings }: Style,
): readonly WrittenBlock[] {
  const items = depths(blocks);
  return blocks.map((block, at): WrittenBlock => {
    beat();
    const { group, kind, certainty, isDoubtful } = block;
    const look = kind === 'heading' ? { isBold: true, isItalic: true } : measure;
    const writer = new AtomWriter(
      words,
      kind === 'heading'
        ? { ...look, isBold: group.lines.every(isBold), isItalic: group.lines.every(isItalic) }
        : look,
    );
    const label = labelOf(block);
    group.lines.forEach((line, index) => writer.line(line, index === 0 ? (label?.length ?? 0) : 0));
    const level = headings.get(block) ?? items.get(block);
    const isContinued = kind === 'quotation' && blocks[at - 1]?.kind === 'quotation';
    const isBullet = kind === 'item' && itemLabel(group.lines[0] as Line)?.isBullet;
    return {
      kind: kinds[kind],
      ...(label && !isBullet ? { label: label.label } : {}),
      ...(level === undefined ? {} : { level }),
      ...(isContinued ? { isContinued: true as const } : {}),
      origin: originOf(group.lines),
      page: (group.lines[0] as Line).page,
      certainty,
      isDoubtful,
      atoms: writer.atoms,
      undecided: writer.undecided,
    };
  });
}

const isBold = ({ pieces }: Line): boolean =>
  pieces.every((one) => one.isBold || one.rise !== 0 || one.text.trim() === '');
const isItalic = ({ pieces }: Line): boolean =>
  pieces.every((one) => one.isItalic || one.rise !== 0 || one.text.trim() === '');

/** A written block as the draft has it. */
export const blockOf = (block: WrittenBlock, id: string, content: DraftBlock['content']): DraftBlock => {
  const { kind, label, level, isContinued, origin } = block;
  return {
    id,
    kind,
    content,
    ...(level === undefined ? {} : { level }),
    ...(label === undefined ? {} : { label }),
    ...(isContinued ? { isContinued } : {}),
    origin,
  };
};
