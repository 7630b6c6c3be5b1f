/** The journal beside the database: what one of them loses comes back from the other. */
import { expect } from '@open-wc/testing';
import { compactFrom, type Storage } from '../../src/storage/contract.ts';
import {
  cleanUp,
  countRows,
  freshName,
  numberOf,
  openKept,
  rawDelete,
  rawOpen,
  update,
} from './databases.ts';

const meta = { id: 'n1', paper: 'gul-2008', name: 'Mine', created: '2026-01-01' };
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
const sorted = (updates: readonly Uint8Array[]): number[] => updates.map(numberOf).sort((a, b) => a - b);

afterEach(cleanUp);

/** Closes a storage and waits until its files are free. */
async function shut(storage: Storage, name: string): Promise<void> {
  storage.close();
  for (;;) {
    const { held } = await navigator.locks.query();
    if (!held?.some((lock) => lock.name?.startsWith(`warrant/journal/${name}/`))) return;
  }
}

/** The folder of the journal's files. */
async function folderOf(name: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle('journal')).getDirectoryHandle(name);
}

/** Deletes the journal's files. */
async function dropJournal(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await (await root.getDirectoryHandle('journal')).removeEntry(name, { recursive: true });
}

/** Waits until the journal holds all that the database does. */
async function based(name: string): Promise<void> {
  const database = await rawOpen(name);
  const isMarked = (): Promise<boolean> =>
    new Promise((resolve) => {
      const request = database.transaction('stamps').objectStore('stamps').count(['journal']);
      request.onsuccess = () => resolve(request.result > 0);
    });
  while (!(await isMarked()));
  database.close();
}

/** A database and a journal with a notebook of these updates, closed. */
async function filled(numbers: readonly number[]): Promise<string> {
  const name = freshName();
  const storage = await openKept(name);
  await storage.ensureNotebook(meta);
  for (const number of numbers) await storage.append('n1', [update(number)]);
  await storage.setSetting('split', { map: 0.4 });
  await based(name);
  await shut(storage, name);
  return name;
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

/** How many bytes the journal's files have, and how many files of large parts there are. */
async function sizeOf(name: string): Promise<{ readonly logs: number; readonly blobs: number }> {
  type Folder = Omit<FileSystemDirectoryHandle, 'values'> & { values(): AsyncIterable<FileSystemFileHandle> };
  const folder = (await folderOf(name)) as unknown as Folder;
  let logs = 0;
  for await (const entry of folder.values())
    if (entry.name.endsWith('.log')) logs += (await entry.getFile()).size;
  let blobs = 0;
  for await (const entry of ((await folder.getDirectoryHandle('blobs')) as unknown as Folder).values())
    blobs += entry.name.length > 0 ? 1 : 0;
  return { logs, blobs };
}

const noise = (length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
};

describe('papers', () => {
  const paper = {
    id: 'p1',
    hash: 'h1',
    firstHash: 'h1',
    front: { title: 'Mine' },
    tags: ['term'],
    counts: { notes: 1, pages: 2, words: 3 },
    format: 'pdf',
    fileName: 'mine.pdf',
    size: 300_000,
    added: '2026-01-01',
    removed: null,
  };
  const body = { id: 'p1', xml: '<article/>'.repeat(20_000), draft: { blocks: [] } };
  const file = { paper: 'p1', name: 'mine.pdf', role: 'original', type: 'application/pdf' } as const;

  it('come back with their texts and files, and what was dropped does not', async () => {
    const name = freshName();
    const bytes = noise(300_000);
    const storage = await openKept(name);
    await storage.papers.keep(paper, body, [{ ...file, bytes }]);
    await storage.papers.keep({ ...paper, id: 'p2' }, { ...body, id: 'p2' }, [
      { ...file, paper: 'p2', bytes: noise(100_000) },
    ]);
    await storage.papers.drop('p2');
    await based(name);
    await shut(storage, name);
    await rawDelete(name);
    const again = await openKept(name);
    expect(await again.papers.list()).to.deep.equal([paper]);
    expect(await again.papers.body('p1')).to.deep.equal(body);
    expect(await again.papers.file('p1', 'mine.pdf')).to.deep.equal({ ...file, bytes });
    expect(await again.papers.file('p2', 'mine.pdf')).to.equal(null);
  });

  it('that were dropped take no room in the journal from the next opening on', async () => {
    const name = freshName();
    const storage = await openKept(name);
    await storage.papers.keep(paper, body, [{ ...file, bytes: noise(300_000) }]);
    await based(name);
    expect((await sizeOf(name)).blobs).to.equal(2);
    await storage.papers.drop('p1');
    await shut(storage, name);
    await openKept(name);
    // Where it does not come about, the test's own time ends it.
    while ((await sizeOf(name)).blobs > 0);
  });

  it('that were purged take their notebooks with them, and a notebook of the same name can come back', async () => {
    const name = await filled([1, 2, 3]);
    const storage = await openKept(name);
    await storage.papers.purge('gul-2008');
    expect(await storage.notebooks('gul-2008')).to.deep.equal([]);
    await storage.createNotebook(meta);
    await storage.append('n1', [update(2)]);
    await shut(storage, name);
    for (const isDropped of [false, true]) {
      if (isDropped) await rawDelete(name);
      const again = await openKept(name);
      expect(await again.notebooks('gul-2008')).to.deep.equal([meta]);
      expect(sorted(await again.load('n1'))).to.deep.equal([2]);
      await shut(again, name);
    }
  });
});

describe('a journal of which most counts no more', () => {
  it('is written anew, smaller, and holds all that counts', async () => {
    const name = freshName();
    const storage = await openKept(name);
    const many = Array.from({ length: compactFrom + 1 }, () => noise(5000));
    await storage.append('n1', many);
    const before = (await sizeOf(name)).logs;
    expect(before).to.be.greaterThan(2_500_000);
    expect(await storage.compact('n1', () => update(3000))).to.equal(true);
    await storage.append('n1', [update(3001)]);
    await based(name);
    while ((await sizeOf(name)).logs > 10_000);
    await shut(storage, name);
    await rawDelete(name);
    expect(sorted(await (await openKept(name)).load('n1'))).to.deep.equal([3000, 3001]);
  });
});
