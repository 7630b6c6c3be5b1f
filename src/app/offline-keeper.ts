/** Keeps the app itself on this device, so that it opens without a connection, and hears of newer versions of it. */
import { versionName, type ToPage, type ToWorker } from '../offline/protocol.ts';
import { ownScript } from './own-worker.ts';

/**
 * `none`: this browser, or this page, cannot. `keeping`: it is on its way. `kept`: all of it is there. `failed`: something did
 * not arrive, and is tried again.
 */
export type OfflineState = 'none' | 'keeping' | 'kept' | 'failed';

/** The longest that a new version may take to come into force, in ms. */
const patience = 5000;

/** So often a page that stays open asks for a newer version, in ms. */
const between = 60 * 60_000;

/** The version of this page's files; null where it was not built, as in development. */
const version = (): string | null =>
  document.querySelector<HTMLMetaElement>(`meta[name="${versionName}"]`)?.content ?? null;

const container = (): ServiceWorkerContainer | null =>
  'serviceWorker' in navigator ? navigator.serviceWorker : null;

/** One for the page. Fires `offline-changed` when `state` or `hasUpdate` is another. */
export class OfflineKeeper extends EventTarget {
  #state: OfflineState = 'none';
  #hasUpdate = false;
  #isControlled = Boolean(container()?.controller);
  #registration: ServiceWorkerRegistration | null = null;
  #asked = 0;

  get state(): OfflineState {
    return this.#state;
  }

  /** Whether a newer version is ready, here or in force for other tabs already. */
  get hasUpdate(): boolean {
    return this.#hasUpdate;
  }

  /** Begins. To be called once, when the page rests. */
  start(): void {
    const workers = container();
    if (!workers || version() === null) return;
    workers.addEventListener('message', this.#answer);
    workers.addEventListener('controllerchange', this.#onController);
    addEventListener('online', () => void this.#register(workers));
    document.addEventListener('visibilitychange', this.#ask);
    void this.#register(workers);
  }

  async #register(workers: ServiceWorkerContainer): Promise<void> {
    if (this.#state === 'kept' || this.#state === 'keeping') return;
    this.#tell('keeping');
    try {
      const address = new URL('./sw.js', document.baseURI);
      const registration = await workers.register(ownScript(address), { updateViaCache: 'none' });
      this.#asked = Date.now();
      this.#watch(registration);
    } catch {
      // Refused by the browser's settings, or the worker's file did not arrive: without it the app works as before.
      this.#tell('failed');
    }
  }

  #watch(registration: ServiceWorkerRegistration): void {
    this.#registration = registration;
    registration.addEventListener('updatefound', () => this.#follow(registration.installing));
    this.#follow(registration.installing);
    this.#look();
    registration.active?.postMessage({ is: 'look-after' } satisfies ToWorker);
  }

  #follow(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => this.#look());
  }

  #look(): void {
    const { installing, waiting, active } = this.#registration ?? {};
    if (active && waiting) this.#offer();
    this.#tell(active ? 'kept' : (installing ?? waiting) ? 'keeping' : 'failed');
  }

  #tell(state: OfflineState): void {
    if (state === this.#state) return;
    const isFirst = state === 'kept' && !this.#isControlled;
    this.#state = state;
    this.dispatchEvent(new Event('offline-changed'));
    if (isFirst) this.dispatchEvent(new Event('offline-first-kept'));
  }

  #offer(): void {
    if (this.#hasUpdate) return;
    this.#hasUpdate = true;
    this.dispatchEvent(new Event('offline-changed'));
  }

  /** A first worker takes pages over as they are; a further one means that another tab has gone on to newer files. */
  readonly #onController = (): void => {
    if (this.#isControlled) this.#offer();
    this.#isControlled = true;
  };

  readonly #answer = ({ data, ports }: MessageEvent<ToPage>): void => {
    if (data.is === 'which-version') ports[0]?.postMessage(version());
  };

  readonly #ask = (): void => {
    if (document.hidden || Date.now() - this.#asked < between) return;
    this.#asked = Date.now();
    // Without a connection there is nothing to hear of.
    this.#registration?.update().catch(() => undefined);
  };

  /** Brings the newer version into force; resolves when the page may be loaded anew. */
  async takeOver(): Promise<void> {
    const { waiting } = this.#registration ?? {};
    if (!waiting) return;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, patience);
      container()?.addEventListener('controllerchange', () => resolve(), { once: true });
      waiting.postMessage({ is: 'take-over' } satisfies ToWorker);
    });
  }
}

/** The page's own. */
export const offline = new OfflineKeeper();
