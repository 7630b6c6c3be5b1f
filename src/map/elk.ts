/** The layout engine: ELK in a worker of its own, one layout at a time, the newest wish wins. */
import Elk, { type ELK, type ElkNode } from 'elkjs/lib/elk-api.js';
import { Fault } from '../model/fault.ts';

// A variable of its own: written into `new Worker(…)` the bundler would rewrite the file, which is
// to be shipped as it was received (EPL-2.0).
const engineUrl = new URL('../../node_modules/elkjs/lib/elk-worker.min.js', import.meta.url).href;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

// The page admits scripts by named policy alone; this one lets through one address.
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('warrant-worker', {
  createScriptURL: (url) => {
    if (url !== engineUrl) throw new RangeError('Only the layout engine is started as a worker.');
    return url;
  },
});

interface Job {
  readonly resolve: (result: ElkNode | null) => void;
  readonly reject: (fault: Fault) => void;
}

/** Owns the worker. It starts with the first layout and is kept warm until `dispose`. */
export class LayoutEngine {
  #elk: ELK | null = null;
  #job: Job | null = null;

  /**
   * Lays out a graph. Null where a newer wish or `cancel` overtook it; rejects with
   * `Fault('map/layout')` where the engine fails.
   */
  layOut(graph: ElkNode): Promise<ElkNode | null> {
    this.cancel();
    return new Promise((resolve, reject) => {
      const job = { resolve, reject };
      this.#job = job;
      this.#started()
        .layout(graph)
        .then(
          (result) => this.#finish(job, () => resolve(result)),
          (cause: unknown) => this.#finish(job, () => reject(new Fault('map/layout', '', { cause }))),
        );
    });
  }

  /** Stops the layout under way, at once: ELK cannot be interrupted, so its worker goes. */
  cancel(): void {
    const job = this.#job;
    if (!job) return;
    this.#stop();
    job.resolve(null);
  }

  /** Starts the worker ahead of the first layout. */
  warm(): void {
    this.#started();
  }

  /** Ends the worker; a layout under way is cancelled. */
  dispose(): void {
    this.cancel();
    this.#stop();
  }

  #started(): ELK {
    this.#elk ??= new Elk({ algorithms: ['layered'], workerFactory: () => this.#worker() });
    return this.#elk;
  }

  #worker(): Worker {
    const worker = new Worker(policy?.createScriptURL(engineUrl) ?? engineUrl);
    // A worker that does not load never answers: without this the map would wait for ever.
    worker.addEventListener('error', (event) => {
      const job = this.#job;
      this.#stop();
      job?.reject(new Fault('map/layout', '', { cause: event.message }));
    });
    return worker;
  }

  #finish(job: Job, answer: () => void): void {
    if (this.#job !== job) return;
    this.#job = null;
    answer();
  }

  #stop(): void {
    this.#elk?.terminateWorker();
    this.#elk = null;
    this.#job = null;
  }
}
