/** Where the text stands in all that is scrolled, measured at some of its blocks: what is drawn beside the scroll bar goes by it. */
import type { EditorView } from 'prosemirror-view';
import type { PaperText } from '../model/paper-text.ts';
import { frameOf } from './scroll.ts';
import { isVeiled } from './veil.ts';

/** So many parts of the text are measured; what lies between is reckoned. */
const rungs = 160;

/** Offsets of the text, rising, and how far down each stands, as a share of all that is scrolled. */
export interface Ladder {
  readonly key: string;
  readonly offsets: readonly number[];
  readonly heights: readonly number[];
}

/** Where the text can be measured without laying out more of it: at its blocks; at the outermost parts of a long one. */
function partsOf(view: EditorView, text: PaperText): { start: number; from: number }[] {
  if (!isVeiled(view)) return text.blocks.map(({ start, from }) => ({ start, from: from - 1 }));
  const parts: { start: number; from: number }[] = [];
  view.state.doc.forEach((_, from) => parts.push({ start: text.toOffset(from + 1), from }));
  return parts;
}

function measure(view: EditorView, text: PaperText, scroller: Element, key: string): Ladder {
  const parts = partsOf(view, text);
  const { scrollHeight, scrollTop } = scroller;
  const base = frameOf(scroller).top - scrollTop;
  const step = Math.max(1, Math.ceil(parts.length / rungs));
  const offsets: number[] = [];
  const heights: number[] = [];
  for (let at = 0; at < parts.length; at += step) {
    const part = parts[at];
    const element = part && view.nodeDOM(part.from);
    if (!part || !(element instanceof Element)) continue;
    offsets.push(part.start);
    heights.push((element.getBoundingClientRect().top - base) / scrollHeight);
  }
  offsets.push(text.length);
  heights.push((view.dom.getBoundingClientRect().bottom - base) / scrollHeight);
  return { key, offsets, heights };
}

/** The value between two rungs that belongs to `at`, which runs along `from` as the answer along `to`. */
export function along(at: number, from: readonly number[], to: readonly number[]): number {
  let next = 1;
  while (next < from.length - 1 && (from[next] as number) < at) next += 1;
  const [a, b] = [from[next - 1] as number, from[next] as number];
  const [c, d] = [to[next - 1] as number, to[next] as number];
  return b > a ? c + ((d - c) * (at - a)) / (b - a) : c;
}

/** The ladder of a text in its frame; `last` again where nothing has moved. */
export function ladderOf(
  view: EditorView,
  text: PaperText,
  scroller: Element,
  last: Ladder | null = null,
): Ladder {
  const key = `${scroller.scrollHeight} ${scroller.clientWidth}`;
  return last?.key === key ? last : measure(view, text, scroller, key);
}
