/**
 * Finding in an open desk: the query, the scope, the hits and the current one. It stands beside the store, one for each,
 * and not in the session: a keystroke here must not make every pane look at the desk.
 */
import { foldQuery, Search, within } from '../text/find.ts';
import { foldInSlices, lastAtMost, type FoldedText } from '../text/folded-text.ts';
import { atLeisure } from './at-leisure.ts';
import type { Layer } from './desk.ts';
import { entryIndex, type Entry, type EntryIndex } from './find-entries.ts';
import { entryScope, quotationSteps, textScope, type FindScope, type TextScope } from './find-scopes.ts';
import type { Store } from './store.ts';

/** A hit in the paper's text (code points of it), or in an entry's words (code points of these). */
export type Hit =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly start: number; readonly end: number };

/** What has changed: there are other hits, another one is the current one, or finding began or ended. */
export type FindChange = 'hits' | 'current' | 'open';

const none = new Int32Array(0);

/** Where one looks: pieces of the text and of the entries' text, null for all of it. */
interface Area {
  readonly layers: readonly Layer[];
  readonly scope: FindScope;
  readonly inText: TextScope | null;
  readonly entries: EntryIndex;
  readonly inEntries: Int32Array | null;
}

export class Finder {
  readonly #store: Store;
  readonly #listeners = new Set<(change: FindChange) => void>();
  #text: Search | null = null;
  #quotations: Int32Array | null = null;
  #reading: Promise<void> | null = null;
  #isOpen = false;
  #query = '';
  #scope: FindScope = 'everything';
  #word = '';
  #inText: Int32Array = none;
  #inEntries: Int32Array = none;
  #area: Area | null = null;
  #current = -1;
  #isShown = false;
  /** Where one looks from, in code points: the first hit from here on is the current one. */
  #origin = 0;

  constructor(store: Store) {
    this.#store = store;
    store.subscribe((desk, before) => {
      if (this.#isOpen && desk.layers !== before.layers) this.#look();
    });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get query(): string {
    return this.#query;
  }

  get scope(): FindScope {
    return this.#scope;
  }

  /** True while the text is being read for the first time: hits come later. */
  get isReading(): boolean {
    return this.#reading !== null;
  }

  /** All hits there are, in the text and beside it. */
  get count(): number {
    return this.#inText.length + this.#inEntries.length;
  }

  /** How many of them are in the text: these come first, in its order. */
  get textCount(): number {
    return this.#inText.length;
  }

  /** The current hit, counted from 0; -1 where there is none. */
  get current(): number {
    return this.#current;
  }

  /** Calls `listener` after each change; returns the way to stop. */
  subscribe(listener: (change: FindChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins to find, from an offset of the text on. The text is read in the background, once. */
  open(origin: number): void {
    this.#origin = origin;
    this.#isOpen = true;
    this.#look();
    this.#tell('open');
  }

  /** Ends finding; the query is kept for the next time. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#set(none, none);
    this.#tell('open');
  }

  /** Looks for `query` in `scope`. Hits are there at once, unless the text is still being read. */
  look(query: string, scope: FindScope = this.#scope): void {
    if (query === this.#query && scope === this.#scope) return;
    this.#query = query;
    this.#scope = scope;
    this.#look();
  }

  /** The hit of a number; throws where there is none. */
  hit(at: number): Hit {
    const inText = this.#inText[at];
    const { length } = this.#word;
    if (inText !== undefined && this.#text) {
      const { text } = this.#text;
      return { kind: 'text', start: text.offsetAt(inText), end: text.offsetAt(inText + length) };
    }
    const index = this.#inEntries[at - this.#inText.length];
    if (index === undefined || !this.#area) {
      throw new RangeError(`There is no hit ${at} of ${this.count}.`);
    }
    const { entries, starts, search } = this.#area.entries;
    const own = lastAtMost(starts, index);
    const from = search.text.offsetAt(starts[own] as number);
    const start = search.text.offsetAt(index) - from;
    const end = Math.min(
      search.text.offsetAt(index + length) - from,
      [...(entries[own] as Entry).words].length,
    );
    return { kind: 'entry', entry: entries[own] as Entry, start, end };
  }

  /** The first hit in the text that begins at an offset or later, counted from 0; `textCount` where none does. */
  firstFrom(offset: number): number {
    return this.#text ? lastAtMost(this.#inText, this.#text.text.indexAt(offset) - 1) + 1 : 0;
  }

  /** Makes the next hit the current one, or the one before; after the last comes the first. */
  step(by: 1 | -1): void {
    const { count } = this;
    if (count === 0) return;
    // What was found while one typed is in sight when it is in the text; a record is shown when one asks for it.
    if (this.#isShown || this.#current < this.textCount) this.#current = (this.#current + by + count) % count;
    this.#go();
  }

  /** Makes a hit the current one, and brings it into view from wherever one is. */
  choose(at: number): void {
    if (at < 0 || at >= this.count) return;
    this.#current = at;
    const hit = this.hit(at);
    if (hit.kind === 'text') this.reveal(hit.start);
    this.#go();
  }

  /** Brings an offset into view as a jump, which the browser's Back takes back. */
  reveal(offset: number): void {
    this.#store.reveal({ kind: 'offset', id: String(offset), offset }, 'margin');
  }

  #go(): void {
    this.#isShown = true;
    const hit = this.hit(this.#current);
    if (hit.kind === 'text') this.#origin = hit.start;
    else if (hit.entry.target) this.#store.reveal(hit.entry.target, 'margin');
    this.#tell('current');
  }

  #look(): void {
    if (!this.#isOpen) return;
    if (!this.#text || (this.#needsQuotations && !this.#quotations)) {
      this.#reading ??= this.#read();
      this.#set(none, none);
      return;
    }
    this.#word = foldQuery(this.#query);
    if (this.#word === '') {
      this.#set(none, none);
      return;
    }
    const { length } = this.#word;
    const { inText, inEntries, entries } = (this.#area = this.#areaNow(this.#text.text));
    const textHits = this.#text.hits(this.#word);
    const entryHits = entries.search.hits(this.#word);
    this.#set(
      inText ? within(textHits, length, inText.pieces, inText.touching) : textHits,
      inEntries ? within(entryHits, length, inEntries) : entryHits,
    );
  }

  /** Where one looks; the same from keystroke to keystroke, until a record or the scope changes. */
  #areaNow(text: FoldedText): Area {
    const { desk } = this.#store;
    if (this.#area?.layers === desk.layers && this.#area.scope === this.#scope) return this.#area;
    const entries = entryIndex(desk);
    return {
      layers: desk.layers,
      scope: this.#scope,
      inText: textScope(this.#scope, desk, text, this.#quotations ?? none),
      entries,
      inEntries: entryScope(this.#scope, entries),
    };
  }

  get #needsQuotations(): boolean {
    return this.#scope === 'quotations' || this.#scope === 'own words';
  }

  async #read(): Promise<void> {
    const { text } = this.#store.desk.paper;
    this.#text ??= new Search(await atLeisure(foldInSlices(text.text)));
    if (this.#needsQuotations) this.#quotations ??= await atLeisure(quotationSteps(text, this.#text.text));
    this.#reading = null;
    this.#look();
  }

  #set(inText: Int32Array, inEntries: Int32Array): void {
    this.#inText = inText;
    this.#inEntries = inEntries;
    this.#isShown = false;
    const first = inText.length > 0 ? this.firstFrom(this.#origin) % inText.length : 0;
    this.#current = this.count > 0 ? first : -1;
    this.#tell('hits');
  }

  #tell(change: FindChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

const finders = new WeakMap<Store, Finder>();

/** The finder of a store's desk: always the same one. */
export function finderOf(store: Store): Finder {
  let finder = finders.get(store);
  if (!finder) finders.set(store, (finder = new Finder(store)));
  return finder;
}
