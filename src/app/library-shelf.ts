/** The papers of the library as they are now, and what can be done with them; each act answers its way back. */
import { jatsLanguage } from '../formats/paper/jats-refront.ts';
import { readFront } from '../model/front-shape.ts';
import type { Front } from '../model/paper.ts';
import type { Storage } from '../storage/contract.ts';
import type { KeptPaper } from '../storage/papers.ts';
import { rested } from '../ui/slices.ts';
import type { Listed } from './corpus.ts';
import { withOtherFront } from './front-rewriting.ts';
import { tellLibrary } from './library-news.ts';
import {
  cleanTags,
  keptPaper,
  shippedKey,
  shippedPaper,
  shippedState,
  type LibraryPaper,
  type ShippedState,
} from './library-paper.ts';
import { madeOf, noWork, reachedIn, type Work } from './library-work.ts';
import { progressKey } from './reading-place.ts';

/** What a paper says of itself. `language` is a BCP 47 tag; null where unknown. */
export interface KeptFront {
  readonly front: Front;
  readonly language: string | null;
}

/** Takes back what was done. Throws faults of storage. */
export type WayBack = () => Promise<void>;

const now = (): string => new Date().toISOString();

/** One a library screen. All acts throw faults of storage, and then nothing was changed. */
export class LibraryShelf {
  readonly #listed: readonly Listed[];
  readonly #storage: Storage;
  readonly #onChange: () => void;
  #papers: readonly LibraryPaper[] = [];
  #work: ReadonlyMap<string, Work> = new Map();
  /** Counts the readings: an older one that comes in late says nothing any more. */
  #serial = 0;

  /** `onChange` hears when `papers` or `work` are others. */
  constructor(listed: readonly Listed[], storage: Storage, onChange: () => void) {
    this.#listed = listed;
    this.#storage = storage;
    this.#onChange = onChange;
  }

  /** All papers, removed ones too, in no order. */
  get papers(): readonly LibraryPaper[] {
    return this.#papers;
  }

  workOn(id: string): Work {
    return this.#work.get(id) ?? noWork;
  }

  /** Reads the list and how far each paper was read: enough to show it in its order. */
  async read(): Promise<void> {
    this.#serial += 1;
    const serial = this.#serial;
    const [kept, setting] = await Promise.all([
      this.#storage.papers.list(),
      this.#storage.setting(shippedKey),
    ]);
    const papers = [...kept.map(keptPaper), ...this.#listed.map((listed) => shippedPaper(listed, setting))];
    const reached = await Promise.all(
      papers.map(async ({ id }): Promise<[string, Work]> => {
        const { made } = this.workOn(id);
        return [id, { ...(await reachedIn(id, this.#storage)), made }];
      }),
    );
    if (serial !== this.#serial) return;
    this.#papers = papers;
    this.#work = new Map(reached);
    this.#onChange();
  }

  /** Counts marks and claims, paper by paper while the page rests, those in front first. Ends when `signal` is aborted. */
  async count(order: readonly string[], signal: AbortSignal): Promise<void> {
    let told = performance.now();
    for (const id of order) {
      await rested();
      if (signal.aborted) return;
      const made = await madeOf(id, this.#storage);
      this.#work = new Map(this.#work).set(id, { ...this.workOn(id), made });
      if (performance.now() - told < 100) continue;
      told = performance.now();
      this.#onChange();
    }
    this.#onChange();
  }

  /** What was made of a paper, counted now. */
  madeOf({ id }: LibraryPaper): Promise<NonNullable<Work['made']>> {
    return madeOf(id, this.#storage);
  }

  /** Gives a paper other tags. */
  async tag(paper: LibraryPaper, tags: readonly string[]): Promise<WayBack> {
    const before = paper.tags;
    await this.#change(paper, { tags: cleanTags(tags) });
    return () => this.#change(paper, { tags: before });
  }

  /** Front matter and language of a paper that was added, as they are kept now; null where it is gone. */
  async front(paper: LibraryPaper): Promise<KeptFront | null> {
    const [kept, body] = await Promise.all([
      this.#storage.papers.paper(paper.id),
      this.#storage.papers.body(paper.id),
    ]);
    return kept && body ? { front: readFront(kept.front), language: jatsLanguage(body.xml) } : null;
  }

  /** Gives a paper other front matter, in its entry and in its text. */
  async edit(paper: LibraryPaper, to: KeptFront): Promise<WayBack> {
    const before = await this.front(paper);
    await this.#rewrite(paper.id, to);
    return () => (before ? this.#rewrite(paper.id, before) : Promise.resolve());
  }

  async #rewrite(id: string, { front, language }: KeptFront): Promise<void> {
    const [kept, body] = await Promise.all([this.#storage.papers.paper(id), this.#storage.papers.body(id)]);
    if (!kept || !body) return;
    await this.#storage.papers.update({ ...kept, front }, withOtherFront(body, front, language));
    await this.#done();
  }

  /** Takes a paper off the shelf; all that was made of it stays. */
  async remove(paper: LibraryPaper): Promise<WayBack> {
    await this.#change(paper, { removed: now() });
    return () => this.bringBack(paper);
  }

  /** Puts a removed paper back on the shelf. */
  bringBack(paper: LibraryPaper): Promise<void> {
    return this.#change(paper, { removed: null });
  }

  /** Lets go of a paper for good, with everything that was made of it. There is no way back. */
  async purge(paper: LibraryPaper): Promise<void> {
    await this.#storage.papers.purge(paper.id);
    await this.#storage.setSetting(progressKey(paper.id), null);
    await this.#done();
  }

  async #change(paper: LibraryPaper, patch: Partial<Pick<KeptPaper, 'tags' | 'removed'>>): Promise<void> {
    if (paper.source === 'kept') await this.#patch(paper.id, patch);
    else await this.#patchShipped(paper.id, patch);
    await this.#done();
  }

  /** What another tab has changed meanwhile stays. A paper that is gone stays gone. */
  async #patch(id: string, patch: Partial<KeptPaper>): Promise<void> {
    const fresh = await this.#storage.papers.paper(id);
    if (fresh) await this.#storage.papers.update({ ...fresh, ...patch });
  }

  async #patchShipped(id: string, patch: Partial<ShippedState>): Promise<void> {
    const setting = await this.#storage.setting(shippedKey);
    const states = this.#listed.map((one): [string, ShippedState] => [
      one.id,
      { ...shippedState(setting, one.id), ...(one.id === id ? patch : {}) },
    ]);
    await this.#storage.setSetting(shippedKey, Object.fromEntries(states));
  }

  async #done(): Promise<void> {
    await this.read();
    tellLibrary();
  }
}
