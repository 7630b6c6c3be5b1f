/** The link between the tabs of one browser that have the same notebook open. */

/** Most bytes of an update that is taken from another tab. */
export const largestUpdate = 64 * 1024 * 1024;

/** `ask`: a tab that has just opened wants what is not saved. `state` answers it, and nobody else. */
type Message =
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'ask'; readonly from: string }
  | { readonly type: 'state'; readonly to: string; readonly update: Uint8Array };

export interface TabLinkOptions {
  /**
   * Takes an update of another tab. `isUnsaved`: that tab could not save it (yet), so that it is worth keeping
   * here as well; otherwise the other tab sees to it.
   */
  readonly onUpdate: (update: Uint8Array, isUnsaved: boolean) => void;
  /** What this tab holds that may not be saved, as one update; null where all is saved. */
  readonly state: () => Uint8Array | null;
}

/**
 * Open it before the notebook is loaded from storage: then what another tab saves meanwhile comes either with
 * the loading or over the link. A tab never hears itself.
 */
export class TabLink {
  readonly #channel: BroadcastChannel;
  readonly #options: TabLinkOptions;
  readonly #name = crypto.randomUUID();
  #isClosed = false;

  constructor(notebook: string, options: TabLinkOptions) {
    this.#options = options;
    this.#channel = new BroadcastChannel(`warrant/notebook/${notebook}`);
    this.#channel.onmessage = (event: MessageEvent<unknown>) => this.#receive(event.data);
    this.#post({ type: 'ask', from: this.#name });
  }

  /** Sends an update to the other tabs; after `close` it does nothing. */
  send(update: Uint8Array): void {
    this.#post({ type: 'update', update });
  }

  /** Ends the link. What was sent before still arrives. */
  close(): void {
    this.#isClosed = true;
    this.#channel.close();
  }

  #post(message: Message): void {
    if (!this.#isClosed) this.#channel.postMessage(message);
  }

  #receive(data: unknown): void {
    const message = readMessage(data);
    if (this.#isClosed || !message) return;
    if (message.type === 'update') this.#options.onUpdate(message.update, false);
    else if (message.type === 'ask') this.#answer(message.from);
    else if (message.to === this.#name) this.#options.onUpdate(message.update, true);
  }

  #answer(to: string): void {
    const update = this.#options.state();
    if (update) this.#post({ type: 'state', to, update });
  }
}

/** Another version of the app, or another app on the same origin, may speak on the channel: anything may come. */
function readMessage(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, update, from, to } = data as Record<string, unknown>;
  if (type === 'ask') return isName(from) ? { type, from } : null;
  if (!(update instanceof Uint8Array) || update.byteLength > largestUpdate) return null;
  if (type === 'update') return { type, update };
  return type === 'state' && isName(to) ? { type, to, update } : null;
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= 64;
