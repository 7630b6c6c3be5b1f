/** Changes in the text's DOM that are ours and no change of the text: classes, sizes. */
import type { EditorView } from 'prosemirror-view';

/**
 * The part of the view that watches its DOM. It is not in the types; where it should ever be gone, the
 * view would take the classes for changes and draw the marks anew: slower, and as right as before.
 */
interface Watching {
  readonly domObserver?: { stop(): void; start(): void };
}

/** Changes classes in the view's DOM without the view taking them for changes of the text. */
export function unobserved(view: EditorView, change: () => void): void {
  const { domObserver } = view as unknown as Watching;
  domObserver?.stop();
  try {
    change();
  } finally {
    domObserver?.start();
  }
}
