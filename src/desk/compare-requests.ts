/** What the comparison asks of the screen around it. */

/** Two arguments are wanted on one map. */
export class CompareMapRequest extends Event {
  /** Ids of the notebooks. */
  readonly left: string;
  readonly right: string;

  constructor(left: string, right: string) {
    super('compare-map-request', { bubbles: true });
    this.left = left;
    this.right = right;
  }
}

declare global {
  interface HTMLElementEventMap {
    'compare-map-request': CompareMapRequest;
  }
}
