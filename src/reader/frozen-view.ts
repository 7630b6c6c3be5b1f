/** A ProseMirror view that can be focused, walked and selected in, and never changed. */
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

const refuse = (_view: EditorView, event: Event): boolean => {
  event.preventDefault();
  return true;
};

export interface FrozenOptions {
  readonly label: string;
  readonly plugins: readonly Plugin[];
  /** Keys while the text has the focus; true where the key was used. */
  onKey(event: KeyboardEvent): boolean;
  /** After the selection changed, in ProseMirror positions. */
  onSelect(from: number, to: number): void;
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
        dragstart: refuse,
        compositionstart: refuse,
        // Undo and redo are the desk's: the view would swallow the keys.
        keydown: (_view, event) => (event.ctrlKey || event.metaKey) && /^[zy]$/iu.test(event.key),
      },
      handleKeyDown: (_view, event) => options.onKey(event),
      handleTextInput: () => true,
    },
  );
  return view;
}
