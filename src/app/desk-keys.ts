/** Keys that hold on the whole desk: undo and redo, and F6 to walk from pane to pane. */

export interface KeyActions {
  travel(way: 'undo' | 'redo'): void;
}

const panes = ['.desk-bar', '.paper-text', 'margin-column', '.desk-map'];

/** The first thing in a pane that takes the focus. */
const stopIn = (pane: HTMLElement): HTMLElement | null =>
  pane.matches('.paper-text')
    ? pane
    : pane.querySelector<HTMLElement>('a[href], button:not(:disabled), [tabindex="0"]');

function cyclePanes(root: HTMLElement, step: number): void {
  const shown = panes
    .map((selector) => root.querySelector<HTMLElement>(selector))
    .filter((pane): pane is HTMLElement => pane !== null && pane.offsetParent !== null);
  const now = shown.findIndex((pane) => pane.contains(document.activeElement));
  const from = now < 0 && step < 0 ? 0 : now;
  const next = shown[(from + step + shown.length) % shown.length];
  if (next) stopIn(next)?.focus();
}

/** What the keys for undo and redo mean on all systems: Ctrl or Cmd with Z, Shift+Z, Y. */
function wayOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'y') return 'redo';
  if (key !== 'z') return null;
  return event.shiftKey ? 'redo' : 'undo';
}

/** Acts on a key, unless a field has the focus (it has an undo of its own) or a dialog is open. */
export function onDeskKey(event: KeyboardEvent, root: HTMLElement, actions: KeyActions): void {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (event.defaultPrevented || target?.closest('dialog')) return;
  const inField = target?.matches('input:not([type="checkbox"]), textarea, select') ?? false;
  const way = inField ? null : wayOf(event);
  if (event.key === 'F6') cyclePanes(root, event.shiftKey ? -1 : 1);
  else if (way) actions.travel(way);
  else return;
  event.preventDefault();
}
