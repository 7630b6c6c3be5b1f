/** What the drawn half of the map tells the pane around it. */

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
    'map-failed': MapFailed;
  }
}
