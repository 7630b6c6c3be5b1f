/** What the desk is for at the moment: reading with everything beside it, one paragraph alone, or the argument before a room. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Focus } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import type { Place } from '../reader/scroll.ts';
import { LookChange } from './change-look.ts';
import { ModeRequest, type Mode, type StepLink } from './mode-request.ts';
import type { Stage } from './mode-stages.ts';
import { readPreferences, type Panes } from './preferences.ts';

/** How things were before a mode began. */
interface Before {
  readonly place: Place | null;
  readonly focus: Focus | null;
  readonly active: Element | null;
}

/** Belongs to the desk. Nothing of a mode is remembered: when it ends, panes, sizes and place are as they were. */
export class DeskMode implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #store: () => Store | null;
  #mode: Mode = 'plain';
  #stage: Stage | null = null;
  #before: Before | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, store: () => Store | null) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('mode-request', this.#onRequest);
    addEventListener('keydown', this.#onKey, { capture: true });
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('mode-request', this.#onRequest);
    removeEventListener('keydown', this.#onKey, { capture: true });
    this.#end();
    this.#wear('plain');
  }

  get mode(): Mode {
    return this.#mode;
  }

  /** The panes that show in a window of `width` px, where `liked` would show in plain reading. */
  panes(liked: Panes, width: number): Panes {
    if (this.#mode === 'plain') return liked;
    const hasMap = this.#mode === 'present' && width >= 760;
    return { text: true, margin: false, map: hasMap, contents: false };
  }

  get #pane(): PaperPane | null {
    return this.#host.querySelector('paper-pane');
  }

  /** Goes into a mode, a presentation at a step, or back to plain reading. Does nothing before the text is alive. */
  async enter(mode: Mode, at: StepLink | null = null): Promise<void> {
    const store = this.#store();
    if (mode === this.#mode || !store || !this.#pane?.view) return;
    const was = this.#mode;
    const place = this.#pane.place();
    const active = document.activeElement;
    this.#before ??= { place, focus: store.desk.session.focus, active };
    dispatchEvent(new LookChange('look-changing', readPreferences()));
    this.#end();
    this.#wear(mode);
    await this.#host.updateComplete;
    dispatchEvent(new LookChange('look-changed', readPreferences()));
    if (mode === 'plain') this.#restore(store, was);
    else await this.#begin(mode, store, at);
  }

  /** What the sheets know the mode by. */
  #wear(mode: Mode): void {
    this.#mode = mode;
    const { dataset } = document.documentElement;
    if (mode === 'plain') delete dataset['mode'];
    else dataset['mode'] = mode;
    this.#host.requestUpdate();
  }

  async #begin(mode: Exclude<Mode, 'plain'>, store: Store, at: StepLink | null): Promise<void> {
    const { focusStage, presentStage } = await import('./mode-stages.ts');
    const pane = this.#pane;
    if (this.#mode !== mode || this.#stage || !pane?.view) return;
    this.#stage = mode === 'focus' ? focusStage(pane) : presentStage(store, this.#host, at);
    if (this.#stage) this.#host.append(this.#stage.element);
    if (mode === 'focus') pane.view.dom.focus({ preventScroll: true });
  }

  #end(): void {
    this.#stage?.end();
    this.#stage?.element.remove();
    this.#stage = null;
  }

  /** What was lit and where one read come back; after one paragraph alone one goes on where one has come to. */
  #restore(store: Store, was: Mode): void {
    const before = this.#before;
    this.#before = null;
    if (!before) return;
    if (before.focus !== store.desk.session.focus) store.setSession({ focus: before.focus });
    if (before.place && was === 'present') {
      this.#pane?.returnTo(before.place);
      // The panes get their widths back after this: that is the line to stay at.
      dispatchEvent(new LookChange('look-changing', readPreferences()));
    }
    if (before.active instanceof HTMLElement && before.active.checkVisibility())
      before.active.focus({ preventScroll: true });
    else this.#pane?.view?.focus();
  }

  readonly #onRequest = ({ mode, at }: ModeRequest): void => {
    if (at && mode === this.#mode) this.#stage?.show?.(at);
    else void this.enter(mode === this.#mode ? 'plain' : mode, at);
  };

  /** Escape leaves, unless something smaller can still be left: a dialog, a note, words being written, what is lit. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const session = this.#store()?.desk.session;
    if (this.#mode === 'plain' || event.key !== 'Escape' || !session) return;
    if (this.#host.querySelector('dialog[open], :popover-open')) return;
    const { selection, note, editing, focus } = session;
    if (selection ?? note ?? editing ?? (this.#mode === 'focus' ? focus : null)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#host.dispatchEvent(new ModeRequest('plain'));
  };
}
