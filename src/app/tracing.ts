/** Traces passages beside the page: in a worker; where there is none, on the page itself, a little at a time. */
import { Tracer } from '../anchoring/tracer.ts';
import type { Verdict } from '../anchoring/verdict.ts';
import type { PlainText } from '../model/plain-text.ts';
import type { Target } from '../model/record-parts.ts';
import { inSlices } from '../ui/slices.ts';
import { Worker } from './own-worker.ts';
import type { FromTracer, ToTracer } from './tracer-messages.ts';

/** Somewhere that passages are traced. One batch at a time. */
export interface Tracing {
  /** Makes an older version of a text known by its hash. */
  know(text: PlainText, hash: string, words: string): void;
  /** Where targets stand in a text, in their order; null where the tracing ended meanwhile. Throws where it fails. */
  trace(text: PlainText, targets: readonly Target[]): Promise<readonly Verdict[] | null>;
  end(): void;
}

/** In a worker of its own. */
export class WorkerTracing implements Tracing {
  readonly #worker = new Worker(new URL('./tracer-worker.ts', import.meta.url), { type: 'module' });
  readonly #numbers = new Map<PlainText, number>();
  #batch = 0;
  #done: ((verdicts: readonly Verdict[] | null) => void) | null = null;
  #fail: ((error: Error) => void) | null = null;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromTracer>) => {
      if (data.batch === this.#batch) this.#done?.(data.verdicts);
    });
    // A worker that does not load, or fails, never answers.
    this.#worker.addEventListener('error', ({ message }) => this.#fail?.(new Error(message)));
  }

  know(text: PlainText, hash: string, words: string): void {
    this.#send({ say: 'version', text: this.#number(text), hash, words });
  }

  trace(text: PlainText, targets: readonly Target[]): Promise<readonly Verdict[] | null> {
    this.#batch += 1;
    const message = { say: 'trace', batch: this.#batch, text: this.#number(text), targets } as const;
    return new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#fail = reject;
      this.#send(message);
    });
  }

  end(): void {
    this.#worker.terminate();
    this.#done?.(null);
  }

  /** The number of a text; the worker is told a new one first. */
  #number(text: PlainText): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
      this.#send({ say: 'text', text: number, words: text.text });
    }
    return number;
  }

  #send(message: ToTracer): void {
    this.#worker.postMessage(message);
  }
}

function* tracedOneByOne(tracer: Tracer, targets: readonly Target[]): Generator<undefined, Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const target of targets) {
    verdicts.push(tracer.trace(target));
    yield;
  }
  return verdicts;
}

/** On the page, in slices. */
export class SlicedTracing implements Tracing {
  readonly #tracers = new Map<PlainText, Tracer>();
  readonly #abort = new AbortController();

  know(text: PlainText, hash: string, words: string): void {
    this.#tracer(text).know(hash, words);
  }

  trace(text: PlainText, targets: readonly Target[]): Promise<readonly Verdict[] | null> {
    return inSlices(tracedOneByOne(this.#tracer(text), targets), this.#abort.signal);
  }

  end(): void {
    this.#abort.abort();
  }

  #tracer(text: PlainText): Tracer {
    let tracer = this.#tracers.get(text);
    if (!tracer) this.#tracers.set(text, (tracer = new Tracer(text)));
    return tracer;
  }
}

/** A worker where there can be one. */
export function startTracing(): Tracing {
  try {
    return new WorkerTracing();
  } catch {
    return new SlicedTracing();
  }
}
