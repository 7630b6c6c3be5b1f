/** Stands in for `Worker` on a page that is measured, and notes when the layout engine was asked and when it answered. */

/** One thing that was asked of a worker; times in ms, as `performance.now()` tells them. */
export interface Asked {
  readonly command: string;
  readonly sent: number;
  /** Null while there is no answer. */
  answered: number | null;
}

interface Message {
  readonly id: number;
  readonly cmd?: string;
}

/** Watches every worker that starts from now on; what is answered grows with each thing asked. */
export function watchWorkers(): readonly Asked[] {
  const all: Asked[] = [];
  globalThis.Worker = class extends Worker {
    readonly #asked = new Map<number, Asked>();

    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }: MessageEvent<Message>) => {
        const asked = this.#asked.get(data.id);
        if (asked) asked.answered = performance.now();
      });
    }

    override postMessage(message: Message, options?: StructuredSerializeOptions | Transferable[]): void {
      super.postMessage(message, options as StructuredSerializeOptions);
      const asked = { command: message.cmd ?? '', sent: performance.now(), answered: null };
      this.#asked.set(message.id, asked);
      all.push(asked);
    }
  };
  return all;
}
