/** Whose turn it is to mend a paper: one tab at a time. Another one asks for it; what waits is written before it is given. */

/** Channel on which the tabs tell each other that a paper's text has changed; the message is the paper's id. */
export const mendedChannel = 'warrant/mended';

const channelName = 'warrant/mending';

/** So many ms another tab may take to write what waits; one that does not answer loses its turn. */
const patience = 3000;

/** The turn to mend a paper, held until it is let go or given to another tab. */
export class MendTurn {
  readonly #id: string;
  readonly #onAsked: () => Promise<void>;
  readonly #channel = new BroadcastChannel(channelName);
  #release: (() => void) | null = null;

  /** `onAsked` writes what waits and takes no more edits; it is called too where the turn is taken by force. */
  constructor(id: string, onAsked: () => Promise<void>) {
    this.#id = id;
    this.#onAsked = onAsked;
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === this.#id && this.#release) void this.#give();
    };
  }

  /** Takes the turn; false where another tab has it. `isForced` asks that tab for it, waits, and then takes it. */
  async take(isForced: boolean): Promise<boolean> {
    // Some browsers have no locks outside of secure pages: then there is no telling.
    if (!('locks' in navigator)) return true;
    if (!isForced) return this.#request({ ifAvailable: true });
    this.#channel.postMessage(this.#id);
    return (await this.#request({ signal: AbortSignal.timeout(patience) })) || this.#request({ steal: true });
  }

  /** Lets the turn go. */
  end(): void {
    this.#release?.();
    this.#release = null;
    this.#channel.close();
  }

  #request(options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      const held = navigator.locks.request(`warrant/mend/${this.#id}`, options, (lock) => {
        if (!lock) return resolve(false);
        return new Promise<void>((release) => {
          this.#release = release;
          resolve(true);
        });
      });
      held.catch(() => {
        // Taken by force, it is over here, whatever waits; else it was not to be had in time.
        if (this.#release) void this.#give();
        resolve(false);
      });
    });
  }

  async #give(): Promise<void> {
    const release = this.#release;
    this.#release = null;
    await this.#onAsked();
    release?.();
  }
}
