/** What stands on the screen in each mode besides the text; fetched when a mode is first wanted. */
import type { Store } from '../desk/store.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import { scrollerOf } from '../reader/scroll.ts';
import { Spotlight } from '../reader/spotlight.ts';
import { ModeRequest, type StepLink } from './mode-request.ts';
import './present-strip.ts';

/** What a mode puts beside the text, and how it ends. */
export interface Stage {
  readonly element: HTMLElement;
  end(): void;
  /** Shows the step that a link names; not where there are no steps. */
  show?(at: StepLink): void;
}

/** One paragraph alone: the light on it, and a way out for those who have no Escape key. Null before the text is alive. */
export function focusStage(pane: PaperPane): Stage | null {
  const { view } = pane;
  if (!view) return null;
  const spotlight = new Spotlight(view, scrollerOf(view.dom));
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'mode-leave plain-button';
  element.textContent = 'Leave focus mode';
  element.title = 'Escape';
  element.addEventListener('click', () => element.dispatchEvent(new ModeRequest('plain')));
  return { element, end: () => spotlight.stop() };
}

/** The argument before a room: the strip that steps through it. `desk` is where text and map are found, `at` where it begins. */
export function presentStage(store: Store, desk: HTMLElement, at: StepLink | null): Stage {
  const element = document.createElement('present-strip');
  element.store = store;
  element.desk = desk;
  element.link = at;
  return { element, end: () => undefined, show: (link) => element.open(link) };
}
