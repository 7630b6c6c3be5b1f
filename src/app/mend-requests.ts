/** What the text on the screen that mends asks for. */

/** A handle was pressed: the menu of its block or note is wanted. */
export class MendMenuRequest extends Event {
  readonly handle: HTMLElement;
  constructor(handle: HTMLElement) {
    super('mend-menu-request', { bubbles: true });
    this.handle = handle;
  }
}

declare global {
  interface HTMLElementEventMap {
    'mend-menu-request': MendMenuRequest;
  }
}
