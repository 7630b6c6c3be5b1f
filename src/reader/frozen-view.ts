/** A ProseMirror view that can be focused, walked and selected in, and never changed. */
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { pictureView, type PictureSource } from './pictures.ts';
import { followAtCaret, followPressed } from './text-links.ts';

const refuse = (_view: EditorView, event: Event): boolean => {
  event.preventDefault();
  return true;
};

export interface FrozenOptions {
  readonly label: string;
  readonly plugins: readonly Plugin[];
  /** Null where the text has no pictures to show. */
  readonly pictures?: PictureSource | null;
  /** Keys while the text has the focus; true where the key was used. */
  onKey(event: KeyboardEvent): boolean;
  /** After the selection changed, in ProseMirror positions. */
  onSelect(from: number, to: number): void;
  /** The selection is about to be dragged out of the text: puts it on its way; false where it is not to be dragged. */
  onDrag(transfer: DataTransfer): boolean;
}

/** Whether an event is upon the selection: links and numbers in the text are not dragged. */
function isUponSelection(view: EditorView, { clientX, clientY }: MouseEvent): boolean {
  const { from, to } = view.state.selection;
  const pos = view.posAtCoords({ left: clientX, top: clientY })?.pos ?? -1;
  return from <= pos && pos <= to;
}

/**
 * Puts the browser's selection back to the view's, where it lies outside. A dialog that was closed takes the focus back
 * to the text and then goes, with the selection still in it: the view has looked too early, and no key would move the caret.
 */
const regain = (view: EditorView): void => {
  setTimeout(() => {
    if (view.isDestroyed || !view.hasFocus()) return;
    if (!view.dom.contains(view.dom.ownerDocument.getSelection()?.anchorNode ?? null)) view.focus();
  }, 40);
};

/** What is selected may be dragged out; the browser shows it, the view has no part in it. */
function dragOut(view: EditorView, event: DragEvent, options: FrozenOptions): true {
  const { dataTransfer } = event;
  if (!dataTransfer || !isUponSelection(view, event) || !options.onDrag(dataTransfer)) event.preventDefault();
  return true;
}

/**
 * Mounts `doc` on `mount`, which must lie in the light DOM: ProseMirror's selection does not reach
 * into shadow trees. It is `editable`, since only an editable element has a caret that walks and
 * extends by keyboard; every change to the document is refused all the same.
 */
export function mountFrozen(mount: HTMLElement, doc: Node, options: FrozenOptions): EditorView {
  const state = EditorState.create({ doc, plugins: [...options.plugins] });
  const view: EditorView = new EditorView(
    { mount },
    {
      state: state.apply(state.tr.setSelection(TextSelection.atStart(doc))),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-readonly': 'true',
        'aria-label': options.label,
        inputmode: 'none',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
      },
      dispatchTransaction: (transaction) => {
        if (transaction.docChanged) return;
        const { state: next } = view.state.applyTransaction(transaction);
        view.updateState(next);
        if (transaction.selectionSet) options.onSelect(next.selection.from, next.selection.to);
      },
      handleDOMEvents: {
        beforeinput: refuse,
        paste: refuse,
        cut: refuse,
        drop: refuse,
        dragstart: (of, event) => dragOut(of, event, options),
        compositionstart: refuse,
        click: followPressed,
        focus: regain,
        // Undo and redo are the desk's: the view would swallow the keys.
        keydown: (_view, event) => (event.ctrlKey || event.metaKey) && /^[zy]$/iu.test(event.key),
      },
      nodeViews: { picture: (node) => pictureView(node, options.pictures ?? null) },
      handleKeyDown: (of, event) => followAtCaret(of, event) || options.onKey(event),
      handleTextInput: () => true,
    },
  );
  return view;
}
