/** Lights a place of the text that is proposed, without touching its elements. Owns the highlight `preview`. */
import type { EditorView } from 'prosemirror-view';
import type { Range as Offsets } from '../desk/desk.ts';
import type { PaperText } from '../model/paper-text.ts';

/** The name of the highlight that styles/verdict.css draws. */
const name = 'preview';

/** Lights a range of the text (code points); null puts the light out. Nothing where the browser has no highlights. */
export function lightPreview(view: EditorView, text: PaperText, range: Offsets | null): void {
  if (!('highlights' in CSS)) return;
  if (!range) {
    CSS.highlights.delete(name);
    return;
  }
  const from = view.domAtPos(text.toPos(range.start, 'after'), 1);
  const to = view.domAtPos(text.toPos(range.end, 'before'), -1);
  const lit = new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
  CSS.highlights.set(name, new Highlight(lit));
}
