/** What went wrong since the page was opened: heard from the whole page, each kind once, with how often. */
import { mishapOf, type Mishap } from './mishap.ts';

/** Kinds beyond this are no longer told apart: something is broken through and through. */
const mostKinds = 20;

/** A mishap was noted; it is in the log. */
export class MishapNoted extends Event {
  readonly mishap: Mishap;
  /** Whether whoever caught it tells of it. */
  readonly isSaid: boolean;

  constructor(mishap: Mishap, isSaid: boolean) {
    super('mishap-noted');
    this.mishap = mishap;
    this.isSaid = isSaid;
  }

  /** True where it is of a kind that was not known, and nobody else says it. */
  get isNews(): boolean {
    return this.mishap.count === 1 && !this.isSaid;
  }
}

/** Errors that browsers report and that mean nothing: layout that goes on in the next frame, work that was called off. */
const isHarmless = (error: unknown, message: string): boolean =>
  message.startsWith('ResizeObserver loop') || (error instanceof DOMException && error.name === 'AbortError');

/** Of scripts of others (extensions) that run in the page, browsers tell no more than this. */
const isOfOthers = ({ error, message, filename }: ErrorEvent): boolean =>
  (!error && message === 'Script error.') ||
  (filename !== '' && !filename.startsWith(location.origin) && !filename.startsWith('blob:'));

/** Fires `mishap-noted`. Noting never throws, whatever was thrown. */
export class MishapLog extends EventTarget {
  readonly #all = new Map<string, Mishap>();

  /** All kinds, in the order in which they first came. */
  get all(): readonly Mishap[] {
    return [...this.#all.values()];
  }

  /** Notes an error; `isSaid` where whoever caught it tells of it. */
  note(error: unknown, isSaid = false): void {
    const fresh = mishapOf(error, new Date().toISOString());
    const known = this.#all.get(fresh.print);
    if (!known && this.#all.size >= mostKinds) return;
    const mishap = known ? { ...known, count: known.count + 1 } : fresh;
    this.#all.set(mishap.print, mishap);
    this.dispatchEvent(new MishapNoted(mishap, isSaid));
  }

  /** Hears, from now on, of every error in the page that nobody catches. */
  watch(page: Window, signal?: AbortSignal): void {
    const options = signal ? { signal } : {};
    page.addEventListener(
      'error',
      (event) => {
        const error: unknown = event.error ?? new Error(event.message);
        if (!isHarmless(error, event.message) && !isOfOthers(event)) this.note(error);
      },
      options,
    );
    page.addEventListener(
      'unhandledrejection',
      ({ reason }: PromiseRejectionEvent) => {
        if (!isHarmless(reason, '')) this.note(reason);
      },
      options,
    );
  }
}

/** The log of this page. */
export const mishaps = new MishapLog();
