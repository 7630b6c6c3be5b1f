/** The line between a notebook and its storage: groups updates, tries again, says how things stand, drops nothing. */
import { Fault } from '../model/fault.ts';
import type { UpdateSink } from './contract.ts';

/** `saved`: all is durable. `saving`: a write is under way. `unsaved`: the last one failed; it will be tried again. */
export type SaveStatus = 'saved' | 'saving' | 'unsaved';

export interface SaveQueueOptions {
  /** Calls `run` after some milliseconds; returns the way to call it off. The page's timer by default. */
  readonly later?: (run: () => void, milliseconds: number) => () => void;
}

const shortest = 250;
const longest = 30_000;

const pageTimer = (run: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** Keeps the updates of one notebook. Updates may be kept twice, and in another order: neither does harm. */
export class SaveQueue {
  readonly #sink: UpdateSink;
  readonly #notebook: string;
  readonly #later: NonNullable<SaveQueueOptions['later']>;
  readonly #listeners = new Set<(status: SaveStatus) => void>();
  readonly #settling = new Set<(status: SaveStatus) => void>();
  #waiting: Uint8Array[] = [];
  #writes = 0;
  #failures = 0;
  #fault: Fault | null = null;
  #isScheduled = false;
  #callOff: (() => void) | null = null;
  #told: SaveStatus = 'saved';

  constructor(sink: UpdateSink, notebook: string, options: SaveQueueOptions = {}) {
    this.#sink = sink;
    this.#notebook = notebook;
    this.#later = options.later ?? pageTimer;
  }

  get status(): SaveStatus {
    if (this.#fault) return 'unsaved';
    return this.#writes > 0 || this.#waiting.length > 0 ? 'saving' : 'saved';
  }

  /** Why the last write failed; null where it did not. */
  get fault(): Fault | null {
    return this.#fault;
  }

  /** Tells of each new status; returns the way to stop. */
  onStatus(listener: (status: SaveStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes an update to be kept. All that come in one tick, or while a write is under way, are written as one. */
  push(update: Uint8Array): void {
    this.#waiting.push(update);
    this.#tell();
    if (this.#isScheduled || this.#writes > 0 || this.#fault) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      if (this.#writes === 0 && !this.#fault) this.#start();
    });
  }

  /** Tries again at once what could not be saved, without waiting for its time. */
  retry(): Promise<SaveStatus> {
    return this.flush();
  }

  /** Starts writing all that waits before it returns: for the moment when the page is left. Resolves as `settled`. */
  flush(): Promise<SaveStatus> {
    this.#start();
    return this.settled();
  }

  /** Resolves when nothing is under way: `saved`, or `unsaved` where the last write failed. */
  settled(): Promise<SaveStatus> {
    return this.#isSettled
      ? Promise.resolve(this.status)
      : new Promise((resolve) => this.#settling.add(resolve));
  }

  get #isSettled(): boolean {
    return this.#writes === 0 && (this.#waiting.length === 0 || this.#fault !== null);
  }

  #start(): void {
    this.#callOff?.();
    this.#callOff = null;
    if (this.#waiting.length === 0) return;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#writes += 1;
    this.#sink.append(this.#notebook, batch).then(
      () => this.#succeeded(),
      (error: unknown) => this.#failed(batch, error),
    );
    this.#tell();
  }

  #succeeded(): void {
    this.#writes -= 1;
    this.#failures = 0;
    this.#fault = null;
    if (this.#writes === 0) this.#start();
    this.#tell();
  }

  #failed(batch: readonly Uint8Array[], error: unknown): void {
    this.#writes -= 1;
    this.#waiting = [...batch, ...this.#waiting];
    this.#fault = error instanceof Fault ? error : new Fault('storage/failed', '', { cause: error });
    const pause = Math.min(longest, shortest * 2 ** this.#failures);
    this.#failures += 1;
    this.#callOff?.();
    this.#callOff = this.#later(() => this.#start(), pause);
    this.#tell();
  }

  #tell(): void {
    const { status } = this;
    if (status !== this.#told) {
      this.#told = status;
      for (const listener of [...this.#listeners]) listener(status);
    }
    if (!this.#isSettled) return;
    for (const resolve of this.#settling) resolve(status);
    this.#settling.clear();
  }
}
