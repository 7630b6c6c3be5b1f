/** Looks for what no longer stands where it was made, beside the page and near the reading first; keeps the texts it needs. */
import type { Desk } from '../desk/desk.ts';
import { sought } from '../desk/passages.ts';
import type { Sought } from '../desk/placing.ts';
import { hasTargets } from '../desk/record-places.ts';
import type { Store } from '../desk/store.ts';
import type { KeptText, Storage } from '../storage/contract.ts';
import { rested } from '../ui/slices.ts';
import { SlicedTracing, startTracing, type Tracing } from './tracing.ts';

/** Passages in the first batch, and in the largest: what is in sight shows soon, and a desk changes seldom. */
const firstBatch = 24;
const largestBatch = 250;

/** What stands within so many code points of the reading comes first. */
const nearby = 8_000;

/** A text that nothing refers to any more is still kept so long, in ms: an undo may bring a record back. */
const patience = 30 * 24 * 60 * 60 * 1000;

type Texts = Pick<Storage, 'keepText' | 'texts' | 'dropText'>;

/**
 * The next targets to look for: of one text, those near an offset first.
 * Of what is equally near the order is kept.
 */
export function nextBatch(all: readonly Sought[], near: number, size: number): readonly Sought[] {
  const isNear = ({ target }: Sought): boolean =>
    target.note === undefined && Math.abs(target.start - near) <= nearby;
  const close = all.filter(isNear);
  const wanted = close.length > 0 ? close : all;
  return wanted.filter(({ text }) => text === wanted[0]?.text).slice(0, size);
}

/** The versions of the paper's text that records refer to. */
function versionsIn(desk: Desk): ReadonlySet<string> {
  const versions = new Set([desk.version]);
  for (const record of desk.layers.flatMap((layer) => [...layer.records.values()])) {
    const targets = hasTargets(record) ? record.targets : record.kind === 'support' ? [record.target] : [];
    for (const { version } of targets) if (version !== undefined) versions.add(version);
  }
  return versions;
}

/** Follows a store until `stop`. */
export class AnchorService {
  readonly #store: Store;
  readonly #texts: Texts;
  readonly #near: () => number;
  readonly #end: () => void;
  readonly #start: () => Tracing;
  readonly #told = new Set<string>();
  #kept: Promise<readonly KeptText[]> | null = null;
  #tracing: Tracing | null = null;
  #isBusy = false;
  #isOver = false;
  #size = firstBatch;

  /** `near`: the offset (code points) that one reads at. */
  constructor(store: Store, texts: Texts, near: () => number, start: () => Tracing = startTracing) {
    this.#store = store;
    this.#texts = texts;
    this.#near = near;
    this.#start = start;
    this.#end = store.subscribe((desk, previous) => {
      if (desk.layers !== previous.layers) void this.#work();
    });
    void this.#work();
    void this.#keep();
  }

  stop(): void {
    this.#isOver = true;
    this.#end();
    this.#tracing?.end();
  }

  /** Looks for all that is sought, batch after batch. */
  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (!this.#isOver && (await this.#next()));
    } finally {
      this.#isBusy = false;
    }
  }

  /** Looks for the next few; false where nothing is sought. */
  async #next(): Promise<boolean> {
    // Where one reads is asked when the page rests: asked in the middle of a change it would be laid out for that.
    await rested();
    const { desk } = this.#store;
    const batch = nextBatch(sought(desk), this.#near(), this.#size);
    const [first] = batch;
    if (!first) return false;
    this.#tracing ??= this.#start();
    await this.#tell(desk, batch);
    const targets = batch.map(({ target }) => target);
    const verdicts = await this.#trace(first.text, targets);
    // Painting what was found may wait for the page, not the page for it.
    await rested();
    if (!verdicts || this.#isOver) return false;
    const found = batch.flatMap((one, at) => {
      const verdict = verdicts[at];
      return verdict ? [{ ...one, verdict }] : [];
    });
    this.#store.setFound(found);
    this.#size = Math.min(largestBatch, this.#size * 5);
    return found.length > 0;
  }

  /** Where a worker fails, the page goes on by itself. */
  async #trace(text: Sought['text'], targets: readonly Sought['target'][]) {
    try {
      return (await this.#tracing?.trace(text, targets)) ?? null;
    } catch (error) {
      if (this.#tracing instanceof SlicedTracing) throw error;
      this.#tracing?.end();
      this.#tracing = new SlicedTracing();
      this.#told.clear();
      await this.#tell(
        this.#store.desk,
        targets.map((target) => ({ text, target })),
      );
      return this.#tracing.trace(text, targets);
    }
  }

  /** Makes the older versions known that the targets were made in, as far as they are kept. */
  async #tell({ paper, version: now }: Desk, batch: readonly Sought[]): Promise<void> {
    const wanted = new Set(
      batch.flatMap(({ text, target }) => (text === paper.text && target.version ? [target.version] : [])),
    );
    for (const version of wanted) {
      if (version === now || this.#told.has(version)) continue;
      this.#told.add(version);
      this.#kept ??= this.#texts.texts(paper.id).catch(() => []);
      const old = (await this.#kept).find(({ hash }) => hash === version);
      if (old) this.#tracing?.know(paper.text, version, old.text);
    }
  }

  /** Keeps the present text, once, and lets go of old ones that nothing refers to any more. */
  async #keep(): Promise<void> {
    const { desk } = this.#store;
    const { paper, version } = desk;
    await rested(2000);
    const now = new Date();
    try {
      await this.#texts.keepText({
        hash: version,
        paper: paper.id,
        text: paper.text.text,
        kept: now.toISOString(),
      });
      const used = versionsIn(this.#store.desk);
      for (const { hash, kept } of await this.#texts.texts(paper.id)) {
        const isOld = now.getTime() - Date.parse(kept) > patience;
        if (isOld && !used.has(hash)) await this.#texts.dropText(hash);
      }
    } catch {
      // A full disk says so where something is written; without the text passages are searched for instead.
    }
  }
}
