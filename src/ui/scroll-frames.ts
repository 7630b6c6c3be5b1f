/** Scrolling, looked at once a frame. Knows no domain. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls `look` in the frame after `host` was scrolled, while it stands in the page. */
export class ScrollFrames implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #look: () => void;
  #frame = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, look: () => void) {
    this.#host = host;
    this.#look = look;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('scroll', this.#onScroll, { passive: true });
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('scroll', this.#onScroll);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  readonly #onScroll = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#look();
    });
  };
}
