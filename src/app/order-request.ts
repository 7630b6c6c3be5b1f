/** Asks the desk for the dialog in which the reader's own order of showing is made. */

/** The reader wants to see to the order in which they show the argument. */
export class OrderRequest extends Event {
  constructor() {
    super('order-request', { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'order-request': OrderRequest;
  }
}
