/** The words of a card or folded group from some way off: larger than their place, cut to the lines that fit. Pure. */
import { roleLooks, titleFont } from './card.ts';
import type { Card, FoldedGroup } from './elements.ts';
import { tagMetrics } from './group-tag.ts';
import type { Box } from './layout.ts';
import type { Title } from './map-titles.ts';
import { clipText, isRightToLeft, textWidth, widestPiece, wrapText } from './measure.ts';
import { areOver, type Area } from './taken.ts';

/** The sizes on screen (px) that wordings and titles are set in then. */
const sizes = { wording: 9.5, title: 10.5, largest: 44 } as const;
/** No word is set smaller than this share of its size, however long it is. */
const leastShare = 0.7;

/** Words as they are set; `x` and `top` from the card's upper left corner, all in map px. */
export interface ShortWords {
  readonly lines: readonly string[];
  readonly font: string;
  readonly line: number;
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly isBackward: boolean;
}

/** A size on screen as a size on the map, in steps, so that few are measured. */
const sizeFor = (screen: number, zoom: number): number => Math.ceil(screen / zoom / 2) * 2;

/** How far titles reach down into a card. */
function covered(box: Box, titles: readonly Title[]): number {
  const area: Area = {
    left: box.x - box.width / 2,
    right: box.x + box.width / 2,
    top: box.y - box.height / 2,
    bottom: box.y + box.height / 2,
  };
  const over = titles.filter((title) => areOver(title.area, area));
  return Math.max(0, ...over.map((title) => title.area.bottom - area.top));
}

/** The words that a card shows at a zoom, clear of `titles`; null where there is no room for any. */
export function shortWords(
  node: Card | FoldedGroup,
  box: Box,
  zoom: number,
  fontText: string,
  titles: readonly Title[],
): ShortWords | null {
  const isCard = node.kind === 'card';
  const [padX, padY] = isCard ? [8, 4] : [10, 6];
  const start = padX + (isCard ? roleLooks[node.role].strip : 0);
  const over = covered(box, titles);
  const upper = Math.max(padY, over && over + 2);
  const lower = padY + (isCard && node.tag ? tagMetrics.height : 0);
  const room = { width: box.width - start - padX, height: box.height - upper - lower };
  const text = isCard ? node.wording : node.title.join(' ');
  const fontOf = (size: number): string => (isCard ? `400 ${size}px ${fontText}` : titleFont(size, fontText));
  const wanted = Math.min(sizes.largest, sizeFor(isCard ? sizes.wording : sizes.title, zoom));
  const longest = widestPiece(text, textWidth(fontOf(wanted)));
  const size = wanted * Math.max(leastShare, Math.min(1, room.width / (longest || 1)));
  const line = size * 1.15;
  const most = Math.floor(room.height / line);
  if (most < 1) return null;
  const lines = cut(text, room.width, most, textWidth(fontOf(size)));
  const top = upper + (room.height - lines.length * line) / 2;
  const isBackward = isRightToLeft(text);
  return {
    lines,
    font: fontOf(size),
    line,
    x: isBackward ? box.width - padX : start,
    top,
    width: Math.max(...lines.map(textWidth(fontOf(size)))),
    isBackward,
  };
}

/** The lines that fit; the last one tells by an ellipsis that there is more. */
function cut(text: string, width: number, most: number, measure: (text: string) => number): string[] {
  const lines = wrapText(text, width, measure);
  const shown = lines.slice(0, most);
  const next = lines[shown.length];
  const last = shown.at(-1) ?? '';
  // A line that was broken after a dash goes on without a space.
  const gap = /[–—/-]$/u.test(last) ? '' : ' ';
  if (next !== undefined) shown[shown.length - 1] = clipText(`${last}${gap}${next}`, width, measure);
  return shown;
}

/** What the words cover, in map px. */
export function wordsArea({ x, top, width, lines, line, isBackward }: ShortWords, box: Box): Area {
  const left = box.x - box.width / 2 + (isBackward ? x - width : x);
  const upper = box.y - box.height / 2 + top;
  return { left, right: left + width, top: upper, bottom: upper + lines.length * line };
}
