/** The search beside the page: in a worker and without one, near the reading first, with the texts that it needs. */
import { expect } from '@open-wc/testing';
import { AnchorService, nextBatch } from '../../src/app/anchor-service.ts';
import { SlicedTracing, WorkerTracing, type Tracing } from '../../src/app/tracing.ts';
import { placed, sought } from '../../src/desk/passages.ts';
import type { Store } from '../../src/desk/store.ts';
import type { Target } from '../../src/model/record-parts.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';
import { annotation, deskOn, targets } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';
import { until } from '../support/settle.ts';

const old = paper(p('Some <a>marked words<b> in a text of their own.'), p('And <c>others here<d>, too.'));
const now = paper(
  p('Put in before.'),
  p('Some marked words in a text of their own.'),
  p('And others here, too.'),
);
const version = `sha256-${'a'.repeat(64)}`;
const [one, other] = targets(old.paper, old.range('a', 'b'), old.range('c', 'd')) as [Target, Target];
const own = [annotation('m', { targets: [{ ...one, version }] }), annotation('n', { targets: [other] })];

const wordsIn = ({ desk }: Store): string[] =>
  placed(desk).passages.map(({ start, end }) => desk.paper.text.slice(start, end));

/** Runs the service on a desk until nothing is sought. */
async function run(start: () => Tracing, storage = new MemoryStorage()): Promise<Store> {
  const { store } = deskOn(now.paper, { own });
  const service = new AnchorService(store, storage, () => 0, start);
  await until(() => sought(store.desk).length === 0);
  service.stop();
  return store;
}

describe('the search beside the page', () => {
  it('finds in a worker what it finds on the page', async () => {
    const [worker, page] = [await run(() => new WorkerTracing()), await run(() => new SlicedTracing())];
    expect(wordsIn(worker)).to.deep.equal(['marked words', 'others here']);
    expect(placed(page.desk).passages).to.deep.equal(placed(worker.desk).passages);
  });

  it('goes on upon the page where the worker fails', async () => {
    const broken: Tracing = {
      know: () => undefined,
      trace: () => Promise.reject(new Error('The worker did not load.')),
      end: () => undefined,
    };
    expect(wordsIn(await run(() => broken))).to.deep.equal(['marked words', 'others here']);
  });

  it('knows the older text that was kept, and keeps the present one', async () => {
    const storage = new MemoryStorage();
    await storage.keepText({
      hash: version,
      paper: now.paper.id,
      text: old.paper.text.text,
      kept: '2026-01-01T00:00:00Z',
    });
    const told: string[] = [];
    class Listening extends SlicedTracing {
      override know(...known: Parameters<SlicedTracing['know']>): void {
        told.push(known[1]);
        super.know(...known);
      }
    }
    const store = await run(() => new Listening(), storage);
    expect(told).to.deep.equal([version]);
    const service = new AnchorService(
      store,
      storage,
      () => 0,
      () => new SlicedTracing(),
    );
    let kept: readonly string[] = [];
    await until(() => {
      void storage.texts(now.paper.id).then((all) => (kept = all.map(({ hash }) => hash)));
      return kept.includes(store.desk.version);
    });
    expect(kept, 'the old one is still referred to').to.include(version);
    service.stop();
  });

  it('looks for marks that come later', async () => {
    const { store, notebook } = deskOn(now.paper);
    const service = new AnchorService(
      store,
      new MemoryStorage(),
      () => 0,
      () => new SlicedTracing(),
    );
    notebook.apply({ label: 'Take in', put: own });
    await until(() => wordsIn(store).length === 2);
    service.stop();
    expect(placed(store.desk).searching).to.deep.equal([]);
  });
});

describe('the next batch', () => {
  const { text } = now.paper;
  const at = (start: number, target = one) => ({ text, target: { ...target, start, end: start + 5 } });

  it('is what stands near the reading, then the rest in its order', () => {
    const all = [at(0), at(50_000), at(100_000), at(50_100)];
    expect(nextBatch(all, 50_050, 10)).to.deep.equal([all[1], all[3]]);
    expect(nextBatch(all, 900_000, 3)).to.deep.equal(all.slice(0, 3));
  });

  it('is about one text at a time', () => {
    const words = { text: 'Words of a note.', length: 16, slice: () => '' };
    const all = [{ text: words, target: { ...one, note: 'fn1' } }, at(0), at(10)];
    expect(nextBatch(all, 0, 10)).to.deep.equal(all.slice(1));
    expect(nextBatch(all, 90_000, 10)).to.deep.equal(all.slice(0, 1));
    expect(nextBatch([], 0, 10)).to.deep.equal([]);
  });
});
