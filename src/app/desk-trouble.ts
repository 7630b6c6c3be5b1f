/** What a desk is in trouble with, and what it does when a way out is chosen. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LoadedDesk } from './load-desk.ts';
import { mishaps } from './mishap-log.ts';
import { reloadPage } from './reload-page.ts';
import type { OfferTaken } from './trouble-banner.ts';
import { troubleOf, type Trouble } from './trouble.ts';

/** What the desk can do. */
interface Ways {
  /** The open desk; null while there is none. */
  readonly loaded: () => LoadedDesk | null;
  /** Opens the desk once more. */
  readonly open: () => void;
}

/** Belongs to a desk. Trouble with keeping and other trouble show side by side. */
export class DeskTrouble implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #ways: Ways;
  #keeping: Trouble | null = null;
  #other: Trouble | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, ways: Ways) {
    this.#host = host;
    this.#ways = ways;
    host.addController(this);
  }

  /** What is to be shown. */
  get all(): readonly Trouble[] {
    return [this.#keeping, this.#other].filter((one) => one !== null);
  }

  hostConnected(): void {
    this.#host.addEventListener('offer-taken', this.#onOffer);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('offer-taken', this.#onOffer);
  }

  /** Hears of an error; null where trouble with keeping is over. `isOpening` where there is no desk without it. */
  readonly hear = (error: unknown, isOpening = false): void => {
    const trouble = error === null ? null : troubleOf(error, !isOpening);
    if (error !== null) mishaps.note(error, true);
    if (!trouble || trouble.isStorage) this.#keeping = trouble;
    else this.#other = trouble;
    this.#host.requestUpdate();
  };

  readonly #onOffer = ({ offer }: OfferTaken): void => {
    const loaded = this.#ways.loaded();
    if (offer === 'reload') void reloadPage();
    else if (loaded) void loaded.open.queue.retry();
    else void this.#openAgain(offer === 'aside');
  };

  async #openAgain(isAside: boolean): Promise<void> {
    if (isAside) {
      const { setAside } = await import('./own-storage.ts');
      setAside();
    }
    this.#keeping = null;
    this.#host.requestUpdate();
    this.#ways.open();
  }
}
