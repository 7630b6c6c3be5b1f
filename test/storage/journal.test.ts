/** The journal beside the database: what one of them loses comes back from the other. */
import { expect } from '@open-wc/testing';
import { compactFrom } from '../../src/storage/contract.ts';
import {
  based,
  cleanUp,
  countRows,
  faultOf,
  filled,
  folderOf,
  freshName,
  meta,
  numberOf,
  openKept,
  rawDelete,
  rawOpen,
  shut,
  startJournal,
  update,
} from './databases.ts';

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
const sorted = (updates: readonly Uint8Array[]): number[] => updates.map(numberOf).sort((a, b) => a - b);

afterEach(cleanUp);

/** Deletes the journal's files. */
async function dropJournal(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await (await root.getDirectoryHandle('journal')).removeEntry(name, { recursive: true });
}

/** Deletes the rows of the database that hold one of these numbers. */
async function loseRows(name: string, numbers: readonly number[]): Promise<void> {
  const database = await rawOpen(name);
  const transaction = database.transaction('updates', 'readwrite');
  const cursor = transaction.objectStore('updates').openCursor();
  cursor.onsuccess = () => {
    const row = cursor.result;
    if (row && numbers.includes(numberOf((row.value as { update: Uint8Array }).update))) row.delete();
    row?.continue();
  };
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

describe('a database that is gone', () => {
  it('is filled from the journal before anything is read of it, and says so', async () => {
    const name = await filled(range(0, 20));
    await rawDelete(name);
    const storage = await openKept(name);
    expect(storage.isNew).to.equal(false);
    expect(storage.recovered).to.deep.equal({ healed: 'database', count: 22 });
    expect(await storage.ensureNotebook({ ...meta, id: 'another' })).to.deep.equal(meta);
    expect(sorted(await storage.load('n1'))).to.deep.equal(range(0, 20));
    expect(await storage.setting('split')).to.deep.equal({ map: 0.4 });
  });

  it('though another has made an empty one meanwhile', async () => {
    const name = await filled([1, 2]);
    await rawDelete(name);
    const reader = await openKept(name, { journal: null });
    expect(await reader.load('n1')).to.deep.equal([]);
    const storage = await openKept(name);
    expect(storage.recovered?.healed).to.equal('database');
    expect(sorted(await reader.load('n1'))).to.deep.equal([1, 2]);
  });

  it('comes back as it was compacted, and no more', async () => {
    const name = freshName();
    const storage = await openKept(name);
    await storage.append('n1', range(0, compactFrom + 1).map(update));
    expect(await storage.compact('n1', () => update(3000))).to.equal(true);
    await storage.append('n1', [update(3001)]);
    await based(name);
    await shut(storage, name);
    await rawDelete(name);
    expect(sorted(await (await openKept(name)).load('n1'))).to.deep.equal([3000, 3001]);
  });

  it('under an open page comes back before the page is told', async () => {
    const name = freshName();
    const storage = await openKept(name);
    await storage.ensureNotebook(meta);
    await storage.append('n1', range(0, 10).map(update));
    await based(name);
    const losses: string[] = [];
    storage.onLost((loss) => losses.push(loss));
    await rawDelete(name);
    await storage.append('n1', [update(42)]);
    expect(losses).to.deep.equal(['superseded', 'wiped']);
    // What was under way at that moment may stand there twice.
    expect([...new Set(sorted(await storage.load('n1')))]).to.deep.equal([...range(0, 10), 42]);
    expect(storage.recovered?.healed).to.equal('database');
  });
});

describe('a database that lacks something', () => {
  it('gets it from the journal when the notebook is opened', async () => {
    const name = await filled(range(0, 20));
    await loseRows(name, [3, 4, 19]);
    const storage = await openKept(name);
    expect(sorted(await storage.load('n1'))).to.deep.equal(range(0, 20));
    expect(storage.recovered).to.deep.equal({ healed: 'changes', count: 3 });
    expect(await countRows(name)).to.equal(20);
  });
});

describe('a journal that is gone', () => {
  it('is written anew from the database, and says so', async () => {
    const name = await filled(range(0, 20));
    await dropJournal(name);
    const storage = await openKept(name);
    const recovery = await new Promise((resolve) => storage.onRecovered(resolve));
    expect(recovery).to.deep.equal({ healed: 'journal', count: 22 });
    expect(storage.journal).to.equal('kept');
    await shut(storage, name);
    await rawDelete(name);
    expect(sorted(await (await openKept(name)).load('n1'))).to.deep.equal(range(0, 20));
  });

  it('or cannot be had leaves the database alone, and says so', async () => {
    const storage = await openKept(freshName(), {
      journal: () => new Worker('data:text/javascript,postMessage({ serial: 1, answer: null })'),
    });
    await storage.append('n1', [update(1)]);
    expect(storage.journal).to.equal('none');
    expect(sorted(await storage.load('n1'))).to.deep.equal([1]);
  });
});

describe('the end of a journal', () => {
  it('that is torn is cut, and what stands before it counts', async () => {
    const name = await filled(range(0, 20));
    const folder = await folderOf(name);
    const file = await folder.getFileHandle('0.log');
    const { size } = await file.getFile();
    const writer = await file.createWritable({ keepExistingData: true });
    await writer.truncate(size - 1);
    await writer.close();
    await rawDelete(name);
    const storage = await openKept(name);
    // The last record was the base; before it the setting and the updates.
    expect(sorted(await storage.load('n1'))).to.deep.equal(range(0, 20));
    await storage.append('n1', [update(77)]);
    await shut(storage, name);
    await rawDelete(name);
    expect(sorted(await (await openKept(name)).load('n1'))).to.deep.equal([...range(0, 20), 77]);
  });
});

describe('several tabs', () => {
  it('write a file each, and a tab that is gone is followed by another', async () => {
    const name = freshName();
    const [one, two] = [await openKept(name), await openKept(name)];
    await Promise.all(
      range(0, 100).flatMap((at) => [one.append('n1', [update(at)]), two.append('n1', [update(1000 + at)])]),
    );
    await based(name);
    two.close();
    await one.append('n1', [update(5000)]);
    await shut(one, name);
    await rawDelete(name);
    expect(sorted(await (await openKept(name)).load('n1'))).to.deep.equal([
      ...range(0, 100),
      ...range(1000, 1100),
      5000,
    ]);
  });
});

/** A worker that answers like an empty journal, but does `instead` for what it is asked to append. */
const odd = (instead: string): Worker =>
  new Worker(
    `data:text/javascript,${encodeURIComponent(`
      const empty = { lacking: [], newer: [], wanted: [] };
      const answers = { open: { hasBase: true, count: 0 }, compare: empty, stamps: empty, notebooks: [] };
      let asked = 0;
      onmessage = ({ data: { serial, say } }) => {
        if (say === 'append') { asked += 1; ${instead} }
        postMessage({ serial, answer: answers[say] ?? null });
      };`)}`,
  );

describe('a journal that fails', () => {
  it('for want of room lets nothing count as saved; tried again, it stands in the database once', async () => {
    const full = `if (asked === 1) { postMessage({ serial, failed: 'full' }); return; }`;
    const storage = await openKept(freshName(), { journal: () => odd(full) });
    expect(await faultOf(storage.append('n1', [update(1)]))).to.equal('storage/full');
    await storage.append('n1', [update(1), update(2)]);
    expect(sorted(await storage.load('n1'))).to.deep.equal([1, 2]);
  });

  it('because its worker dies is followed by another, which is asked the same', async () => {
    const name = freshName();
    let started = 0;
    const journal = (): Worker => {
      started += 1;
      return started === 1 ? odd(`throw new Error('dead');`) : startJournal();
    };
    const storage = await openKept(name, { journal });
    await storage.append('n1', [update(1)]);
    expect(started).to.equal(2);
    expect(storage.journal).to.equal('kept');
    await shut(storage, name);
    await rawDelete(name);
    expect(sorted(await (await openKept(name)).load('n1'))).to.deep.equal([1]);
  });

  it('each time is done without, and what is saved stands in the database', async () => {
    const storage = await openKept(freshName(), { journal: () => odd(`throw new Error('dead');`) });
    await storage.append('n1', [update(1)]);
    expect(storage.journal).to.equal('none');
    expect(sorted(await storage.load('n1'))).to.deep.equal([1]);
  });
});
