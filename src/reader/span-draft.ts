/** A passage of a mark while its ends are moved: steps, drags, and the light on what it would be. Nothing is kept until it is done. */
import type { EditorView } from 'prosemirror-view';
import type { Range as Offsets } from '../desk/desk.ts';
import type { Paper } from '../model/paper.ts';
import { stepFrom, type StepUnit } from '../text/text-steps.ts';

export type Side = 'start' | 'end';

/** Which passage is changed, and what it would be. */
export interface SpanDraft extends Offsets {
  readonly id: string;
  /** Which of the record's targets it is. */
  readonly index: number;
}

/** The draft with one end at `offset`; as it was where nothing would be left of it. */
export function withEnd(draft: SpanDraft, side: Side, offset: number): SpanDraft {
  const next = { ...draft, [side]: offset };
  return next.start < next.end ? next : draft;
}

/** The draft with one end a step on; as it was where the text ends. */
export function stepped(paper: Paper, draft: SpanDraft, side: Side, unit: StepUnit, way: 1 | -1): SpanDraft {
  const offset = stepFrom(paper, draft[side], unit, way);
  return offset === null ? draft : withEnd(draft, side, offset);
}

/** The unit and the way that a key means for an end of a passage; null where it means none. */
export function stepOf(event: KeyboardEvent): { readonly unit: StepUnit; readonly way: 1 | -1 } | null {
  const way = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key];
  if (way !== 1 && way !== -1) return null;
  const isAcross = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
  const isMore = event.altKey;
  if (!isAcross) return { unit: isMore || event.key.startsWith('Page') ? 'paragraph' : 'sentence', way };
  if (isMore) return { unit: 'sentence', way };
  return { unit: event.ctrlKey || event.metaKey ? 'word' : 'sign', way };
}

/** So many words say where a passage begins or ends. */
const said = 4;

/** The words at one end of a passage, as one says them. */
export function wordsAtEnd({ text }: Paper, { start, end }: Offsets, side: Side): string {
  const words = text.slice(start, end).split(/\s+/u).filter(Boolean);
  const some = side === 'start' ? words.slice(0, said) : words.slice(-said);
  const isAll = words.length <= said;
  const quote = some.join(' ');
  return isAll ? `“${quote}”` : side === 'start' ? `“${quote} …”` : `“… ${quote}”`;
}

const light = 'span-preview';

/** Lights a draft in the text, touching no element; null puts the light out. */
export function lightDraft(view: EditorView, paper: Paper, draft: Offsets | null): void {
  if (!('highlights' in CSS)) return;
  if (!draft) {
    CSS.highlights.delete(light);
    return;
  }
  const from = view.domAtPos(paper.text.toPos(draft.start, 'after'), 1);
  const to = view.domAtPos(paper.text.toPos(draft.end, 'before'), -1);
  const range = new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
  const highlight = new Highlight(range);
  highlight.priority = 2;
  CSS.highlights.set(light, highlight);
}
