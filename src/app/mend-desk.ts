/** What the screen that mends works on: the draft of a kept paper, its edits, their keeping, and who may mend. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Draft } from '../model/draft.ts';
import type { DraftEdit } from '../model/draft-places.ts';
import { soundDraft } from '../model/draft-sound.ts';
import { Fault } from '../model/fault.ts';
import type { BeforeReload } from '../ui/before-reload.ts';
import { isShipped } from './corpus.ts';
import { draftOfText } from './draft-of-text.ts';
import { MendHistory } from './mend-history.ts';
import { MendKeeping, ReplacedText, takeLeft, type Keeping } from './mend-keeping.ts';
import { MendTurn } from './mend-turn.ts';
import { messageFor, type Message } from './messages.ts';
import { storage } from './own-storage.ts';

const notEditable: Message = {
  title: 'This text is not mended here',
  words: 'It ships with Warrant, edited and checked. Papers that you add yourself can be mended.',
};

const noDraft: Message = {
  title: 'There is nothing to mend',
  words:
    'Of this paper only the finished text is kept, not how it was read. Add its file once more to mend it.',
};

const elsewhere: Message = {
  title: 'Another tab is mending this paper',
  words: 'What is done there is kept there. You can look here, or mend here instead.',
};

const replaced: Message = {
  title: 'The text was replaced meanwhile',
  words:
    'A better copy took its place, and what you mended since is not put over it. What you did stands here until you leave; open this page anew to mend the new text.',
};

export class MendDesk implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #history: MendHistory | null = null;
  #keeping: MendKeeping | null = null;
  #turn: MendTurn | null = null;
  #id = '';
  title = '';
  isLocked = false;
  trouble: Message | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#flush);
    addEventListener('beforeunload', this.#onLeave);
    addEventListener('before-reload', this.#beforeReload);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#flush);
    removeEventListener('beforeunload', this.#onLeave);
    removeEventListener('before-reload', this.#beforeReload);
    void this.#close();
  }

  get draft(): Draft | null {
    return this.#history?.draft ?? null;
  }

  get canUndo(): boolean {
    return this.#history?.canUndo === true && !this.isLocked;
  }

  get canRedo(): boolean {
    return this.#history?.canRedo === true && !this.isLocked;
  }

  get keeping(): Keeping {
    return this.#keeping?.status ?? 'saved';
  }

  /** Opens a paper's draft, and takes the mending of it where no other tab has it. */
  async open(id: string, isForced = false): Promise<void> {
    await this.#close();
    this.#id = id;
    try {
      this.trouble = isShipped(id) ? notEditable : await this.#load(id, isForced);
    } catch (error) {
      this.trouble = messageFor(error);
    }
    this.#host.requestUpdate();
  }

  /** Answers what stands in the way, or null. */
  async #load(id: string, isForced: boolean): Promise<Message | null> {
    const kept = await storage();
    const turn = new MendTurn(id, () => this.#asked());
    this.#turn = turn;
    const isMine = await turn.take(isForced);
    const [entry, body] = await Promise.all([kept.papers.paper(id), kept.papers.body(id)]);
    if (!entry || !body) throw new Fault('paper/unknown', id);
    const sound = soundDraft(body.draft) ?? (await draftOfText(body, entry));
    if (!sound) return noDraft;
    const unwritten = takeLeft(id);
    const draft = unwritten ?? sound;
    this.isLocked = !isMine;
    this.title = typeof draft.front.title === 'string' ? draft.front.title : '';
    this.#keeping = new MendKeeping(kept, entry, sound, () => this.#onKeeping());
    this.#history = new MendHistory(draft, (next) => this.#onDraft(next));
    if (unwritten && isMine) this.#keeping.push(unwritten);
    return isMine ? null : elsewhere;
  }

  /** Takes the mending from the other tab, with what was done there. */
  take(): void {
    void this.open(this.#id, true);
  }

  /** Does an edit; answers why it cannot be done, or null. */
  edit(edit: DraftEdit, words: string): string | null {
    if (this.isLocked) return elsewhere.words;
    return this.#history?.do(edit, words) ?? null;
  }

  undo(): string | null {
    return this.isLocked ? null : (this.#history?.undo() ?? null);
  }

  redo(): string | null {
    return this.isLocked ? null : (this.#history?.redo() ?? null);
  }

  retry(): void {
    void this.#keeping?.flush();
  }

  /** What cannot be written would be gone with the page. */
  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.keeping === 'unsaved') event.preventDefault();
  };

  readonly #flush = (): void => void this.#keeping?.flush();

  readonly #beforeReload = (event: BeforeReload): void => event.waitFor(this.#whyUnsaved());

  async #whyUnsaved(): Promise<string | null> {
    await this.#keeping?.flush();
    return this.#keeping?.fault ? messageFor(this.#keeping.fault).words : null;
  }

  #onDraft(draft: Draft): void {
    this.#keeping?.push(draft);
    this.#host.requestUpdate();
  }

  #onKeeping(): void {
    const fault = this.#keeping?.fault ?? null;
    if (fault instanceof ReplacedText) [this.isLocked, this.trouble] = [true, replaced];
    if (!this.isLocked) this.trouble = fault === null ? null : messageFor(fault);
    this.#host.requestUpdate();
  }

  /** Another tab takes the mending over: what waits here is written before that. */
  async #asked(): Promise<void> {
    this.isLocked = true;
    await this.#keeping?.flush();
    this.trouble = this.#keeping?.fault ? messageFor(this.#keeping.fault) : elsewhere;
    this.#host.requestUpdate();
  }

  async #close(): Promise<void> {
    const [keeping, turn] = [this.#keeping, this.#turn];
    this.#keeping = null;
    this.#history = null;
    this.#turn = null;
    await keeping?.close();
    turn?.end();
  }
}
