/** Storage on the device where it gets hard: two tabs, compaction beside them, lost connections, lost data. */
import { expect } from '@open-wc/testing';
import { compactFrom, type Loss } from '../../src/storage/contract.ts';
import { cleanUp, countRows, faultOf, freshName, numberOf, open, rawDelete, update } from './databases.ts';

const meta = { id: 'n1', paper: 'gul-2008', name: 'Mine', created: '2026-01-01' };
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
const sorted = (updates: readonly Uint8Array[]): number[] => updates.map(numberOf).sort((a, b) => a - b);

/** Lets the next transaction fail after its rows were taken: so a full disk shows, at the commit and not before. */
function failAfterAdd(): void {
  const [add, commit] = (['add', 'commit'] as const).map((name) => {
    const owner: object = name === 'add' ? IDBObjectStore.prototype : IDBTransaction.prototype;
    const real = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
    restore.push(() => Object.defineProperty(owner, name, real));
    return real.value as (this: unknown, ...values: unknown[]) => unknown;
  });
  IDBTransaction.prototype.commit = () => {
    IDBTransaction.prototype.commit = commit as typeof IDBTransaction.prototype.commit;
  };
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: unknown) {
    const request = add?.call(this, value) as IDBRequest<IDBValidKey>;
    request.addEventListener('success', () => this.transaction.abort());
    IDBObjectStore.prototype.add = add as typeof IDBObjectStore.prototype.add;
    return request;
  };
}

/** Lets the next writing transactions fail at their commit, as a disk without room does. */
function failCommits(times: number): () => number {
  const real = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'commit') as PropertyDescriptor;
  let left = times;
  IDBTransaction.prototype.commit = function (this: IDBTransaction) {
    left -= 1;
    if (left >= 0) this.abort();
    else (real.value as (this: IDBTransaction) => void).call(this);
  };
  restore.push(() => Object.defineProperty(IDBTransaction.prototype, 'commit', real));
  return () => times - Math.max(0, left);
}

const restore: (() => void)[] = [];

afterEach(async () => {
  for (const undo of restore.splice(0)) undo();
  await cleanUp();
});

describe('two tabs on one database', () => {
  it('keep 300 appends each, made at the same time', async () => {
    const name = freshName();
    const [one, two] = [await open(name), await open(name)];
    const writes = range(0, 300).flatMap((at) => [
      one.append('n1', [update(at)]),
      two.append('n1', [update(1000 + at)]),
    ]);
    await Promise.all(writes);
    const all = [...range(0, 300), ...range(1000, 1300)];
    expect(sorted(await one.load('n1'))).to.deep.equal(all);
    expect(sorted(await (await open(name)).load('n1'))).to.deep.equal(all);
  });

  it('know that the second found something', async () => {
    const name = freshName();
    expect((await open(name)).isNew).to.equal(true);
    expect((await open(name)).isNew).to.equal(false);
  });

  it('agree on the first notebook of a paper', async () => {
    const name = freshName();
    const [one, two] = [await open(name), await open(name)];
    const found = await Promise.all([one.ensureNotebook(meta), two.ensureNotebook({ ...meta, id: 'n2' })]);
    expect(found[0]).to.deep.equal(found[1]);
    expect(await countRows(name, 'notebooks')).to.equal(1);
  });
});

describe('compaction', () => {
  it('leaves what another tab has appended unseen, before, between and after its own rows', async () => {
    const name = freshName();
    const [one, two] = [await open(name), await open(name)];
    await one.append('n1', range(0, compactFrom).map(update));
    await two.append('n1', [update(2001)]);
    await one.append('n1', [update(1000)]);
    const compacting = one.compact('n1', () => update(3000));
    await two.append('n1', [update(2002)]);
    expect(await compacting).to.equal(true);
    expect(sorted(await two.load('n1'))).to.deep.equal([2001, 2002, 3000]);
  });

  it('leaves what is appended while the snapshot is made', async () => {
    const storage = await open(freshName());
    await storage.append('n1', range(0, compactFrom + 1).map(update));
    let late: Promise<void> = Promise.resolve();
    const snapshot = (): Uint8Array => {
      late = storage.append('n1', [update(1000)]);
      return update(3000);
    };
    await storage.compact('n1', snapshot);
    await late;
    expect(sorted(await storage.load('n1'))).to.deep.equal([1000, 3000]);
  });

  it('by both tabs loses nothing', async () => {
    const name = freshName();
    const [one, two] = [await open(name), await open(name)];
    await one.append('n1', range(0, compactFrom + 1).map(update));
    await two.load('n1');
    await two.append('n1', [update(1000)]);
    const done = await Promise.all([
      one.compact('n1', () => update(3001)),
      two.compact('n1', () => update(3002)),
    ]);
    expect(done).to.deep.equal([true, false]);
    expect(sorted(await one.load('n1'))).to.deep.equal([1000, 3001]);
  });

  it('changes nothing where the snapshot fails', async () => {
    const storage = await open(freshName());
    await storage.append('n1', range(0, compactFrom + 1).map(update));
    const failing = storage.compact('n1', () => {
      throw new RangeError('no snapshot');
    });
    expect(await faultOf(failing)).to.equal('RangeError: no snapshot');
    expect(await storage.load('n1')).to.have.length(compactFrom + 1);
    expect(await storage.compact('n1', () => update(1))).to.equal(true);
  });
});

describe('a write that fails at its commit', () => {
  it('is a fault, keeps nothing of it, and the next one works', async () => {
    const storage = await open(freshName());
    await storage.append('n1', [update(1)]);
    const failed = failCommits(1);
    expect(await faultOf(storage.append('n1', [update(2), update(3)]))).to.equal('storage/failed');
    expect(failed()).to.equal(1);
    await storage.append('n1', [update(4)]);
    expect(sorted(await storage.load('n1'))).to.deep.equal([1, 4]);
  });
});

describe('a write whose rows were taken', () => {
  it('does not count before its commit', async () => {
    const storage = await open(freshName());
    failAfterAdd();
    expect(await faultOf(storage.append('n1', [update(1)]))).to.equal('storage/failed');
    expect(await storage.load('n1')).to.deep.equal([]);
    await storage.append('n1', [update(2)]);
    expect(sorted(await storage.load('n1'))).to.deep.equal([2]);
  });
});

describe('a lost connection', () => {
  /** A factory whose connections the test can cut without any event, as a full disk does. */
  function cuttable() {
    const requests: IDBOpenDBRequest[] = [];
    const openNow = (name: string, version?: number): IDBOpenDBRequest => {
      const request = indexedDB.open(name, version);
      requests.push(request);
      return request;
    };
    const factory = { open: openNow } as IDBFactory;
    return { factory, requests, cut: () => requests.at(-1)?.result.close() };
  }

  it('is opened again by the next call, and nobody is told, for nothing is lost', async () => {
    const { factory, requests, cut } = cuttable();
    const storage = await open(freshName(), { factory });
    const losses: Loss[] = [];
    storage.onLost((loss) => losses.push(loss));
    await storage.append('n1', [update(1)]);
    cut();
    await Promise.all([storage.append('n1', [update(2)]), storage.append('n1', [update(3)])]);
    expect(sorted(await storage.load('n1'))).to.deep.equal([1, 2, 3]);
    expect(requests).to.have.length(2);
    expect(losses).to.deep.equal([]);
  });

  it('to a deleted database is told; what the page holds can be kept again, also by compaction', async () => {
    const name = freshName();
    const storage = await open(name);
    const losses: Loss[] = [];
    storage.onLost((loss) => losses.push(loss));
    await storage.ensureNotebook(meta);
    await storage.append('n1', range(0, 10).map(update));
    await rawDelete(name);
    expect(losses).to.deep.equal(['superseded']);
    const other = await open(name);
    other.close();
    await rawDelete(name);
    await storage.append('n1', [update(42)]);
    expect(losses).to.deep.equal(['superseded', 'wiped']);
    expect(await storage.notebooks('gul-2008')).to.deep.equal([meta]);
    // Another tab's rows now bear the keys that this page once saw: its compaction must not take them for its own.
    const fresh = await open(name);
    await fresh.append('n1', range(100, 101 + compactFrom).map(update));
    await storage.compact('n1', () => update(3000));
    expect(sorted(await fresh.load('n1'))).to.deep.equal([...range(100, 101 + compactFrom), 3000]);
  });

  it('is final after close', async () => {
    const storage = await open(freshName());
    storage.close();
    expect(await faultOf(storage.append('n1', [update(1)]))).to.equal('storage/failed');
  });
});
