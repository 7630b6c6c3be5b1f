/** The journal as a page has it: asks its worker, starts another where that dies, does without where there can be none. */
import { Fault } from '../model/fault.ts';
import type {
  EntryChange,
  FromJournal,
  JournalQuestions,
  JournalState,
  QuestionName,
  ToJournal,
} from './journal-messages.ts';

/** Starts the journal's worker (`journal-worker.ts`). */
export type StartWorker = () => Worker;

/** So long (ms) the journal may take to open. */
const openingTime = 10_000;

/** So often a worker is followed by another before the page does without. */
const mostWorkers = 3;

interface Asked {
  readonly message: ToJournal;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Nothing waits for it but what asks. */
export class Journal {
  readonly #start: StartWorker;
  readonly #name: string;
  readonly #asked = new Map<number, Asked>();
  #worker: Worker | null = null;
  #workers = 0;
  #serial = 0;
  #ready: Promise<JournalState | null>;
  #isKept = true;

  constructor(start: StartWorker, name: string) {
    this.#start = start;
    this.#name = name;
    this.#ready = this.#begin();
  }

  /** What it holds, when it is open; null where there is none. Never rejects. */
  get ready(): Promise<JournalState | null> {
    return this.#ready;
  }

  /** False as soon as it is known that there is none. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** Keeps updates; resolves when they are durable, or at once where there is no journal. Throws faults of storage. */
  async append(
    notebook: string,
    updates: readonly Uint8Array[],
    dropped: readonly number[] = [],
  ): Promise<void> {
    await this.ask('append', { notebook, updates, dropped });
  }

  /** Keeps what was done to entries, all or none; as `append`. */
  async change(changes: readonly EntryChange[]): Promise<void> {
    if (changes.length > 0) await this.ask('change', { changes });
  }

  /** Asks the worker; null where there is no journal. The question is on its way when the call returns. */
  ask<Name extends QuestionName>(
    say: Name,
    asked: JournalQuestions[Name]['asked'],
  ): Promise<JournalQuestions[Name]['answer'] | null> {
    if (!this.#worker) return Promise.resolve(null);
    this.#serial += 1;
    const message = { ...asked, say, serial: this.#serial } as ToJournal;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#asked.set(message.serial, { message, resolve, reject });
    });
    this.#worker.postMessage(message);
    return answer as Promise<JournalQuestions[Name]['answer'] | null>;
  }

  /** Reads all anew, with another worker: what the first had open may be gone. What was asked is asked again. */
  restart(): void {
    this.#worker?.terminate();
    this.#ready = this.#begin();
  }

  /** Lets go of the files when all that was asked is done. */
  close(): void {
    const worker = this.#worker;
    const end = (): void => worker?.terminate();
    this.ask('close', {}).then(end, end);
    this.#worker = null;
  }

  async #begin(): Promise<JournalState | null> {
    this.#workers += 1;
    const before = [...this.#asked.values()].filter(({ message }) => message.say !== 'open');
    this.#asked.clear();
    if (this.#workers > mostWorkers) return this.#giveUp(before);
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const worker = this.#launch();
      const opening = this.ask('open', { name: this.#name });
      for (const one of before) {
        this.#asked.set(one.message.serial, one);
        worker.postMessage(one.message);
      }
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), openingTime);
      });
      return (await Promise.race([opening, late])) ?? this.#giveUp([...this.#asked.values()]);
    } catch {
      return this.#giveUp(before);
    } finally {
      clearTimeout(timer);
    }
  }

  #launch(): Worker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<FromJournal>) => this.#hear(data));
    worker.addEventListener('error', (event) => {
      // It is seen to here, and no mistake of the page.
      event.preventDefault();
      if (worker === this.#worker) this.restart();
    });
    this.#worker = worker;
    return worker;
  }

  #hear(data: FromJournal): void {
    const asked = this.#asked.get(data.serial);
    if (!asked) return;
    if ('failed' in data && data.failed !== 'full' && asked.message.say !== 'close') {
      this.restart();
      return;
    }
    this.#asked.delete(data.serial);
    if ('answer' in data) asked.resolve(data.answer);
    else asked.reject(new Fault('storage/full', '', { cause: new Error(data.failed) }));
  }

  /** Goes on without: what is kept in the database is all there is. */
  #giveUp(asked: readonly Asked[]): null {
    this.#worker?.terminate();
    this.#worker = null;
    this.#isKept = false;
    this.#asked.clear();
    for (const { resolve } of asked) resolve(null);
    return null;
  }
}
