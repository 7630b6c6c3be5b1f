/** What is asked of the screen around a desk about earlier states of the notebook. */

/** The earlier states of the notebook are wanted. */
export class HistoryRequest extends Event {
  constructor() {
    super('history-request', { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'history-request': HistoryRequest;
  }
}
