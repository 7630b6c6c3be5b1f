/** Opening the database: from version to version, with other tabs in the way, and where the browser refuses. */
import { expect } from '@open-wc/testing';
import type { Fault } from '../../src/model/fault.ts';
import type { Loss, Storage } from '../../src/storage/contract.ts';
import {
  openDatabase,
  schema,
  storageFault,
  type Database,
  type SchemaStep,
} from '../../src/storage/database.ts';
import { openStorage } from '../../src/storage/storage.ts';
import {
  based,
  cleanUp,
  closing,
  faultOf,
  freshName,
  numberOf,
  open,
  openKept,
  rawDelete,
  rawOpen,
  shut,
  update,
} from './databases.ts';

afterEach(cleanUp);

/** The schema of a later app. */
const later: readonly SchemaStep[] = [
  ...schema,
  (database) => {
    (database as unknown as IDBDatabase).createObjectStore('shelves');
  },
];

const openLater = async (name: string, steps = later, patience = 1500): Promise<Database> => {
  const { database } = await openDatabase({ name, factory: indexedDB, steps, patience });
  return closing(database);
};

/** A database as today's app leaves it, with one update. */
async function filled(): Promise<string> {
  const name = freshName();
  const storage = await open(name);
  await storage.append('n1', [update(7)]);
  storage.close();
  return name;
}

const kept = async (name: string): Promise<readonly number[]> => {
  const storage = await open(name);
  return (await storage.load('n1')).map(numberOf);
};

const meta = { id: 'n1', paper: 'p1', name: 'Mine', created: '2026-01-01' };
const text = { hash: 'h0', paper: 'p1', text: 'Older words.', kept: '2026-01-02' };
const layer = { id: 'l1', paper: 'p1', json: '{}', opened: '2026-01-03', look: { visible: true } };
const paper = {
  id: 'p1',
  hash: 'h1',
  firstHash: 'h0',
  front: { title: 'Mine' },
  tags: [],
  counts: { notes: 1, pages: 2, words: 3 },
  format: 'plain',
  fileName: 'mine.txt',
  size: 3,
  added: '2026-01-04',
  removed: null,
};
const body = { id: 'p1', xml: '<article/>', draft: null };
const file = {
  paper: 'p1',
  name: 'mine.txt',
  role: 'original',
  type: 'text/plain',
  bytes: Uint8Array.of(1, 2),
} as const;

/** Rows as apps of each version have written them, in the stores that there are. */
async function layRows(database: Database): Promise<void> {
  const rows = { notebooks: meta, texts: text, layers: layer, papers: paper, bodies: body, files: file };
  for (const [store, row] of Object.entries(rows))
    if (database.objectStoreNames.contains(store as 'papers'))
      await database.add(store as 'papers', row as never);
  await database.add('updates', { notebook: 'n1', update: update(1) });
  await database.add('updates', { notebook: 'n1', update: update(2) });
  await database.put('settings', { map: 0.4 }, 'split');
}

/** All that a storage holds of what `layRows` lays, as far as the version had it. */
async function everything(storage: Storage, version: number): Promise<readonly unknown[]> {
  const { papers } = storage;
  return [
    [
      await storage.notebooks('p1'),
      (await storage.load('n1')).map(numberOf).sort(),
      await storage.setting('split'),
    ],
    ...(version > 1 ? [await storage.texts('p1'), await storage.layers('p1')] : []),
    ...(version > 2
      ? [await papers.list(), await papers.body('p1'), await papers.file('p1', 'mine.txt')]
      : []),
  ];
}

const whole = (version: number): readonly unknown[] => [
  [[meta], [1, 2], { map: 0.4 }],
  ...(version > 1 ? [[text], [layer]] : []),
  ...(version > 2 ? [[paper], body, file] : []),
];

describe('an upgrade', () => {
  it('keeps what was there and adds what is new', async () => {
    const name = await filled();
    const database = await openLater(name);
    expect(database.version).to.equal(schema.length + 1);
    const names = [
      'bodies',
      'files',
      'layers',
      'notebooks',
      'papers',
      'settings',
      'shelves',
      'stamps',
      'states',
      'texts',
      'updates',
    ];
    expect([...database.objectStoreNames]).to.deep.equal(names);
    expect(await database.getAll('updates')).to.deep.equal([{ notebook: 'n1', update: update(7) }]);
  });

  it('from every earlier version keeps all that was there, in the database and then in the journal', async () => {
    for (let version = 1; version < schema.length; version += 1) {
      const name = freshName();
      const old = await openLater(name, schema.slice(0, version));
      await layRows(old);
      old.close();
      const storage = await openKept(name);
      expect(await everything(storage, version), `from version ${version}`).to.deep.equal(whole(version));
      expect(storage.isNew).to.equal(false);
      await based(name);
      await shut(storage, name);
      await rawDelete(name);
      const again = await openKept(name);
      expect(await everything(again, version), `out of the journal`).to.deep.equal(whole(version));
    }
  });

  it('that fails leaves everything as it was, for the older app too', async () => {
    const name = await filled();
    const broken: SchemaStep = (database) => {
      database.deleteObjectStore('updates');
      throw new Error('half way');
    };
    expect(await faultOf(openLater(name, [...schema, broken]))).to.equal('storage/failed');
    expect(await kept(name)).to.deep.equal([7]);
  });

  it('makes an open tab let go, tell, and refuse kindly afterwards', async () => {
    const name = await filled();
    const old = await open(name);
    const losses: Loss[] = [];
    let parting: Promise<void> = Promise.reject(new Error('not asked to part'));
    parting.catch(() => null);
    old.onLost((loss) => {
      losses.push(loss);
      // What waits can still be written at this moment.
      parting = old.append('n1', [update(8)]);
    });
    const database = await openLater(name);
    await parting;
    expect(losses).to.deep.equal(['superseded']);
    expect(await database.count('updates')).to.equal(2);
    expect(await faultOf(old.append('n1', [update(9)]))).to.equal('storage/newer');
  });

  it('that a tab blocks is given up in time, and leaves no connection behind when the way is free', async () => {
    const name = await filled();
    const blocker = await rawOpen(name);
    const start = performance.now();
    expect(await faultOf(openLater(name, later, 300))).to.equal('storage/blocked');
    expect(performance.now() - start).to.be.within(290, 850);
    blocker.close();
    let wasBlocked = false;
    await rawDelete(name, () => (wasBlocked = true));
    expect(wasBlocked).to.equal(false);
  });

  it('that a tab blocks for a moment goes on when the tab has closed', async () => {
    const name = await filled();
    const blocker = await rawOpen(name);
    blocker.onversionchange = () => setTimeout(() => blocker.close());
    const database = await openLater(name);
    expect(database.version).to.equal(schema.length + 1);
  });
});

describe('opening', () => {
  it('behind another tab’s blocked upgrade, where no event tells, is given up in time', async () => {
    const name = await filled();
    const blocker = await rawOpen(name);
    let deleted: Promise<unknown> = Promise.resolve();
    await new Promise<void>((resolve) => {
      deleted = rawDelete(name, resolve);
    });
    expect(await faultOf(openStorage({ name, patience: 30 }))).to.equal('storage/blocked');
    blocker.close();
    await deleted;
  });

  it('refuses a database of a later app, and leaves it alone', async () => {
    const name = await filled();
    (await openLater(name)).close();
    expect(await faultOf(openStorage({ name }))).to.equal('storage/newer');
    expect((await rawOpen(name)).version).to.equal(schema.length + 1);
  });

  it('keeps to memory where the browser has no database or refuses it', async () => {
    const refusing = (name: string) =>
      ({
        open() {
          throw new DOMException('no', name);
        },
      }) as unknown as IDBFactory;
    for (const factory of [null, refusing('SecurityError'), refusing('InvalidStateError')]) {
      const storage = await openStorage({ name: freshName(), factory });
      expect(storage.kind).to.equal('memory');
      await storage.append('n1', [update(1)]);
      expect(await storage.load('n1')).to.deep.equal([update(1)]);
    }
  });

  it('tells what a database throws: full, failed, or none of its making', () => {
    const codeOf = (error: unknown): unknown => (storageFault(error) as Fault).code;
    expect(codeOf(new DOMException('', 'QuotaExceededError'))).to.equal('storage/full');
    expect(codeOf(new DOMException('IO error: FILE_ERROR_NO_SPACE', 'UnknownError'))).to.equal(
      'storage/full',
    );
    expect(codeOf(new DOMException('', 'AbortError'))).to.equal('storage/failed');
    const other = new RangeError('mine');
    expect(storageFault(other)).to.equal(other);
  });
});
