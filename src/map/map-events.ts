/** What the drawn half of the map and its tools tell the pane around them. */
import type { LayoutShelf } from './kept-layouts.ts';
import type { MapAction, PaneAct } from './map-keys.ts';
import type { Near } from './neighbours.ts';

/** A tool was pressed, or a key of the map that stands for one. */
export class MapActionRequest extends Event {
  readonly action: MapAction;

  constructor(action: MapAction) {
    super('map-action-request', { bubbles: true });
    this.action = action;
  }
}

/** What of a neighbourhood is to be another; `by`: more steps (1) or fewer (-1). */
export type NearChange = Partial<Near> & { readonly by?: 1 | -1 };

/** Another neighbourhood is to be shown. Null: the whole map again. */
export class NearRequest extends Event {
  readonly near: NearChange | null;

  constructor(near: NearChange | null) {
    super('near-request', { bubbles: true });
    this.near = near;
  }
}

/** What a key of the canvas asks of the pane, as the request that a tool would send. */
export function requestOf(act: PaneAct): MapActionRequest | NearRequest {
  if (act.do === 'tool') return new MapActionRequest(act.action);
  if (act.do === 'steps') return new NearRequest({ steps: act.steps });
  return new NearRequest(act.do === 'reach' ? { by: act.by } : null);
}

/** A group is to be folded, or opened. */
export class FoldRequest extends Event {
  readonly group: string;
  readonly isFolded: boolean;

  constructor(group: string, isFolded: boolean) {
    super('fold-request', { bubbles: true });
    this.group = group;
    this.isFolded = isFolded;
  }
}

/** Asks for the place where the layouts of a notebook's map are kept: whoever has one puts it into `shelf`. */
export class LayoutShelfRequest extends Event {
  /** Names the paper and the notebook. */
  readonly notebook: string;
  shelf: LayoutShelf | null = null;

  constructor(notebook: string) {
    super('layout-shelf-request', { bubbles: true });
    this.notebook = notebook;
  }
}

/** The map could not be drawn; the outline still says all of it. */
export class MapFailed extends Event {
  /** `Fault('map/layout')`, or what else went wrong. */
  readonly fault: unknown;

  constructor(fault: unknown) {
    super('map-failed', { bubbles: true });
    this.fault = fault;
  }
}

declare global {
  interface HTMLElementEventMap {
    'fold-request': FoldRequest;
    'layout-shelf-request': LayoutShelfRequest;
    'map-failed': MapFailed;
    'map-action-request': MapActionRequest;
    'near-request': NearRequest;
  }
}
