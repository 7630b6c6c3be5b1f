/** Keeps a paper that is being mended: draft, text, counts; the text that marks were made in is kept before it changes. */
import { draftText } from '../formats/paper/draft-text.ts';
import { type Draft, type DraftFront, type ImportFinding } from '../model/draft.ts';
import { Fault } from '../model/fault.ts';
import { hashText } from '../model/paper.ts';
import type { Storage } from '../storage/contract.ts';
import type { KeptPaper, PaperBody } from '../storage/papers.ts';
import { tellLibrary } from './library-news.ts';
import { mendedChannel } from './mend-turn.ts';
import { writeDraft } from './pending-paper.ts';

export type Keeping = 'saved' | 'saving' | 'unsaved' | 'memory';

/** An edit is written when so many ms have gone by without another; a failed write is tried again after `pause`. */
const rest = 300;
const pause = 4000;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** A better copy took the place of the text, in another tab: what was mended in the old one is not put over it. */
export class ReplacedText extends Error {}

/** What was guessed of the front matter may have been looked at in the library meanwhile. */
function withFront(mended: Draft, entry: KeptPaper, before: PaperBody): Draft {
  const { language = mended.language, findings = [] } = (before.draft ?? {}) as Partial<Draft>;
  const settled = new Map<string, ImportFinding>(
    findings.flatMap((one) =>
      one.kind === 'front-guessed' && one.state !== 'open' ? [[one.id, one] as const] : [],
    ),
  );
  return {
    ...mended,
    front: entry.front as DraftFront,
    language,
    findings: mended.findings.map((one) => settled.get(one.id) ?? one),
  };
}

/** What could not be written when its screen was left, by id of the paper: it is still tried. */
const left = new Map<string, MendKeeping>();

/** What was mended and could not be written yet, to go on with; null where all is written. */
export function takeLeft(id: string): Draft | null {
  return left.get(id)?.giveUp() ?? null;
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
  #hash: string;
  #isClosed = false;
  #isLeft = false;
  fault: unknown = null;

  /** `opened` is the draft of `entry` that is kept now; `onStatus` hears when the state of saving may have changed. */
  constructor(storage: Storage, entry: KeptPaper, opened: Draft, onStatus: () => void) {
    this.#storage = storage;
    this.#id = entry.id;
    this.#hash = entry.hash;
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
    if (this.#isLeft && left.has(this.#id) && !this.#isWanted) this.#end();
    this.#onStatus();
  }

  /** Writes what waits, then lets go; where that fails it goes on trying, see `takeLeft`. */
  async close(): Promise<void> {
    this.#isLeft = true;
    await this.flush();
    if (this.#isWanted) left.set(this.#id, this);
    else this.#end();
  }

  /** True while something waits that could still be written. */
  get #isWanted(): boolean {
    return this.#waiting !== null && !(this.fault instanceof ReplacedText);
  }

  /** What still waits, which is not written from here any more. */
  giveUp(): Draft | null {
    const waiting = this.#waiting;
    this.#end();
    return waiting;
  }

  #end(): void {
    this.#waiting = null;
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#channel.close();
    if (left.get(this.#id) === this) left.delete(this.#id);
  }

  #failed(draft: Draft, error: unknown): void {
    this.fault = error;
    this.#waiting ??= draft;
    // What took its place stays; trying again would change nothing.
    if (!this.#isClosed && !(error instanceof ReplacedText))
      this.#timer = window.setTimeout(() => void this.flush(), pause);
  }

  async #write(mended: Draft): Promise<void> {
    const { papers } = this.#storage;
    const [entry, before] = await Promise.all([papers.paper(this.#id), papers.body(this.#id)]);
    if (!entry || !before) throw new Fault('paper/unknown', this.#id);
    if (entry.hash !== this.#hash) throw new ReplacedText();
    // Title and authors are edited in the library, perhaps in another tab: what stands there counts.
    const draft = withFront(mended, entry, before);
    const { xml, hash, counts } = await writeDraft(draft);
    if (hash !== entry.hash) await this.#keepOpened();
    const size = Math.max(0, entry.size + bytes(xml) - bytes(before.xml));
    await papers.update({ ...entry, hash, size, counts }, { id: this.#id, xml, draft });
    this.#hash = hash;
    if (hash !== entry.hash) this.#channel.postMessage(this.#id);
    tellLibrary();
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
