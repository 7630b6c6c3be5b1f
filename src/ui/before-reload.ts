/** Asks all that keeps something whether the page may be loaded anew. Knows no domain. */

/** Fired on the window before the app reloads itself: whoever has something to keep does it, and says when that is done. */
export class BeforeReload extends Event {
  readonly #answers: Promise<string | null>[] = [];

  constructor() {
    super('before-reload');
  }

  /** `answer` resolves when all is kept: null, or a sentence why the page has to stay. */
  waitFor(answer: Promise<string | null>): void {
    this.#answers.push(answer);
  }

  /** All answers, once each is there. */
  answers(): Promise<readonly (string | null)[]> {
    return Promise.all(this.#answers);
  }
}

/** Lets everything be kept; resolves with null where the page may go now, else with a sentence why not. */
export async function whyNotReload(): Promise<string | null> {
  const event = new BeforeReload();
  dispatchEvent(event);
  return (await event.answers()).find((answer) => answer !== null) ?? null;
}

declare global {
  interface WindowEventMap {
    'before-reload': BeforeReload;
  }
}
