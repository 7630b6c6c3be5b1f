/** Keeps a paper that is being mended: draft, text, counts; the text that marks were made in is kept before it changes. */
import { draftText } from '../formats/paper/draft-text.ts';
import { writeJats } from '../formats/paper/jats-write.ts';
import { isBody, type Draft, type DraftFront } from '../model/draft.ts';
import { Fault } from '../model/fault.ts';
import { hashText } from '../model/paper.ts';
import type { Storage } from '../storage/contract.ts';
import type { KeptPaper } from '../storage/papers.ts';
import { mendedChannel } from './mend-turn.ts';

export type Keeping = 'saved' | 'saving' | 'unsaved' | 'memory';

/** An edit is written when so many ms have gone by without another; a failed write is tried again after `pause`. */
const rest = 300;
const pause = 4000;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** The counts that the library shows of a draft. */
export function countsOf(draft: Draft, text = draftText(draft)): KeptPaper['counts'] {
  const inlines = draft.blocks.filter(isBody).flatMap(({ content }) => content);
  return {
    notes: draft.notes.length,
    pages: inlines.filter(({ kind }) => kind === 'page').length,
    words: text.split(/\s+/u).filter(Boolean).length,
  };
}

/** Nothing that was pushed is dropped: what could not be written stays, and is tried again. */
export class MendKeeping {
  readonly #storage: Storage;
  readonly #id: string;
  readonly #onStatus: () => void;
  readonly #opened: string;
  readonly #channel = new BroadcastChannel(mendedChannel);
  #waiting: Draft | null = null;
  #writing: Promise<void> | null = null;
  #timer = 0;
  #hasOpened = false;
  #isClosed = false;
  fault: unknown = null;

  /** `opened` is the draft that is kept now; `onStatus` hears when the state of saving may have changed. */
  constructor(storage: Storage, id: string, opened: Draft, onStatus: () => void) {
    this.#storage = storage;
    this.#id = id;
    this.#opened = draftText(opened);
    this.#onStatus = onStatus;
  }

  get status(): Keeping {
    if (this.fault !== null) return 'unsaved';
    if (this.#waiting || this.#writing) return 'saving';
    return this.#storage.kind === 'memory' ? 'memory' : 'saved';
  }

  /** Keeps a draft soon; a later one takes its place. */
  push(draft: Draft): void {
    this.#waiting = draft;
    this.#onStatus();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.flush(), rest);
  }

  /** Writes what waits now. Resolves when that is done or has failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#writing) await this.#writing;
    const draft = this.#waiting;
    if (!draft) return;
    this.#waiting = null;
    this.#writing = this.#write(draft).then(
      () => void (this.fault = null),
      (error: unknown) => this.#failed(draft, error),
    );
    await this.#writing;
    this.#writing = null;
    this.#onStatus();
  }

  /** Writes what waits, then lets go of the other tabs. */
  async close(): Promise<void> {
    await this.flush();
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#channel.close();
  }

  #failed(draft: Draft, error: unknown): void {
    this.fault = error;
    this.#waiting ??= draft;
    if (!this.#isClosed) this.#timer = window.setTimeout(() => void this.flush(), pause);
  }

  async #write(mended: Draft): Promise<void> {
    const { papers } = this.#storage;
    const [entry, before] = await Promise.all([papers.paper(this.#id), papers.body(this.#id)]);
    if (!entry || !before) throw new Fault('paper/unknown', this.#id);
    // Title and authors are edited in the library, perhaps in another tab: what stands there counts.
    const { language = mended.language } = (before.draft ?? {}) as Partial<Draft>;
    const draft = { ...mended, front: entry.front as DraftFront, language };
    const text = draftText(draft);
    const hash = await hashText(text);
    if (hash !== entry.hash) await this.#keepOpened();
    const xml = writeJats(draft);
    const size = Math.max(0, entry.size + bytes(xml) - bytes(before.xml));
    await papers.update(
      { ...entry, hash, size, counts: countsOf(draft, text) },
      { id: this.#id, xml, draft },
    );
    if (hash !== entry.hash) this.#channel.postMessage(this.#id);
  }

  /** The text that the desks so far were opened on: marks in it are carried over from there. */
  async #keepOpened(): Promise<void> {
    if (this.#hasOpened) return;
    await this.#storage.keepText({
      hash: await hashText(this.#opened),
      paper: this.#id,
      text: this.#opened,
      kept: new Date().toISOString(),
    });
    this.#hasOpened = true;
  }
}
