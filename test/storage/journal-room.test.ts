/** What the journal keeps in files of their own, and how it gives room back. */
import { expect } from '@open-wc/testing';
import { compactFrom } from '../../src/storage/contract.ts';
import {
  based,
  cleanUp,
  filled,
  folderOf,
  freshName,
  meta,
  numberOf,
  openKept,
  rawDelete,
  shut,
  update,
} from './databases.ts';

const sorted = (updates: readonly Uint8Array[]): number[] => updates.map(numberOf).sort((a, b) => a - b);

afterEach(cleanUp);

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
