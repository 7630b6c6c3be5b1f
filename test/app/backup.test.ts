/** Backups of a whole device: what is restored into nothing is equal, restored twice is restored once, and nothing is ever written over. */
import { expect } from '@open-wc/testing';
import { Restoring, type Told } from '../../src/app/backup-in.ts';
import { BackupMaking } from '../../src/app/backup-making.ts';
import { unsavedToFile, rememberBackup, remindLater } from '../../src/app/backup-memory.ts';
import { fetchPaper } from '../../src/app/corpus.ts';
import { holdNotebook } from '../../src/app/open-notebooks.ts';
import { BackupIn, BackupOut, verifyBackup } from '../../src/formats/backup/backup.ts';
import { noCounts } from '../../src/formats/backup/manifest.ts';
import { writeClone } from '../../src/formats/backup/clone-json.ts';
import { writeFrames } from '../../src/formats/backup/frames.ts';
import { readJats } from '../../src/formats/jats.ts';
import { hashText } from '../../src/model/paper.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { writeNotebookFile } from '../../src/notebook/file.ts';
import { Notebook } from '../../src/notebook/notebook.ts';
import { journalRows } from '../../src/storage/journal-rows.ts';
import { openRows, type KeptRows } from '../../src/storage/kept-rows.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';
import type { KeptPaper } from '../../src/storage/papers.ts';
import { annotation, claim } from '../support/desk.ts';
import {
  cleanUp,
  closing,
  freshName,
  open,
  openKept,
  rawDelete,
  rawOpen,
  startJournal,
} from '../storage/databases.ts';

const shipped = { ids: ['gul-2008'], xml: fetchPaper };

let xml = '';
before(async () => {
  xml = (await fetchPaper('melville-advocate')).replace('The Advocate', 'Mine');
});

async function fileOf(rows: KeptRows): Promise<File> {
  const { blob, manifest } = await new BackupMaking(rows, () => undefined).make([]);
  await verifyBackup(blob, manifest);
  return new File([blob], 'b.warrant-backup.zip');
}

const backup = (storage: MemoryStorage): Promise<File> => fileOf(storage.rows());

async function restore(file: File, storage: MemoryStorage): Promise<readonly Told[]> {
  const restoring = await Restoring.open(file, storage, shipped);
  const foretold = await restoring.preview();
  const told = await restoring.restore();
  expect(fates(told), 'what was done is what was foretold').to.deep.equal(fates(foretold));
  return told;
}

async function keepPaper(storage: MemoryStorage, id = 'mine', text = xml): Promise<KeptPaper> {
  const paper = readJats(text, id);
  const hash = await hashText(paper.text.text);
  const bytes = new Uint8Array([1, 2, 3]);
  const kept: KeptPaper = {
    id,
    hash,
    firstHash: hash,
    front: paper.front,
    tags: ['week 3'],
    counts: { notes: paper.notes.length, pages: paper.text.pages.length, words: 1635 },
    format: 'pdf',
    fileName: 'mine.pdf',
    size: new Blob([text]).size + 3,
    added: '2026-01-01T00:00:00Z',
    removed: null,
  };
  const file = { paper: id, name: 'mine.pdf', role: 'original' as const, type: 'application/pdf', bytes };
  await storage.papers.keep(kept, { id, xml: text, draft: null }, [file]);
  return kept;
}

/** A notebook with records, each in an update of its own. */
async function own(
  storage: MemoryStorage,
  id: string,
  put: readonly NotebookRecord[],
  { paper = 'mine', created = '2026-01-01T00:00:00Z' } = {},
): Promise<void> {
  await storage.createNotebook({ id, paper, name: `Book ${id}`, created });
  const notebook = new Notebook();
  notebook.load(await storage.load(id));
  const updates: Uint8Array[] = [];
  notebook.onUpdate((update) => void updates.push(update));
  for (const record of put) notebook.apply({ label: 'Test', put: [record] });
  await storage.append(id, updates);
}

async function records(storage: MemoryStorage, id: string): Promise<Record<string, NotebookRecord>> {
  const notebook = new Notebook();
  notebook.load(await storage.load(id));
  return Object.fromEntries(notebook.records);
}

const layer = (id: string, look: unknown = { isShown: true }) => ({
  id,
  paper: 'mine',
  json: writeNotebookFile(
    {
      id,
      name: `Layer ${id}`,
      creator: 'Somebody',
      paper: { id: 'mine', title: 'Mine', hash: `sha256-${'0'.repeat(64)}` },
      made: '2026-01-01T00:00:00Z',
    },
    [claim('c-of-layer')],
  ),
  opened: '2026-01-01T00:00:00Z',
  look,
});

/** A device in use: a paper, three notebooks on two papers, a text, a layer, settings. */
async function device(): Promise<MemoryStorage> {
  const storage = new MemoryStorage();
  await keepPaper(storage);
  await own(storage, 'n1', [claim('c1'), annotation('a1'), claim('c2')]);
  await own(storage, 'n2', [claim('c3')], { created: '2026-01-02T00:00:00Z' });
  await own(storage, 'n3', [claim('c4')], { paper: 'gul-2008' });
  const text = 'As it once was.';
  await storage.keepText({ hash: await hashText(text), paper: 'mine', text, kept: '2026-01-01T00:00:00Z' });
  await storage.keepLayers([layer('l1')]);
  const bytes = new Uint8Array([31, 139, 1]);
  await storage.states.keep({ notebook: 'n1', paper: 'mine', at: '2026-01-02', last: '2026-01-01', bytes });
  await storage.setSetting('progress/mine', { reached: 0.5 });
  await storage.setSetting('map/n1', new Map([['c1', new Uint8Array([9])]]));
  return storage;
}

/** All that a storage holds and a reader could see. */
async function seen(storage: MemoryStorage): Promise<unknown> {
  const rows = storage.rows();
  const all = async (store: string): Promise<unknown> =>
    Object.fromEntries((await rows.rows(store, null, 1000)).map(([key, row]) => [JSON.stringify(key), row]));
  const ids = (await rows.keys('notebooks')) as readonly string[];
  const books = Object.fromEntries(
    await Promise.all(ids.map(async (id) => [id, await records(storage, id)] as const)),
  );
  const stores = ['notebooks', 'settings', 'texts', 'layers', 'papers', 'bodies', 'files', 'states'];
  return { books, stores: await Promise.all(stores.map(all)) };
}

const fates = (told: readonly Told[]): readonly string[] =>
  told.map(({ kind, fate, fresh }) => `${kind} ${fate} ${fresh}`);

describe('a backup', () => {
  it('restored into an empty app makes it equal', async () => {
    const storage = await device();
    const empty = new MemoryStorage();
    const told = await restore(await backup(storage), empty);
    expect(fates(told)).to.deep.equal([
      'paper add 0',
      'text add 0',
      'notebook add 3',
      'notebook add 1',
      'notebook add 1',
      'layer add 0',
      'state add 0',
      'settings add 2',
    ]);
    expect(await seen(empty)).to.deep.equal(await seen(storage));
  });

  it('restored twice is restored once, and into itself is nothing', async () => {
    const storage = await device();
    const file = await backup(storage);
    const rows = async (): Promise<number> => (await storage.rows().keys('updates')).length;
    const [before, count] = [await seen(storage), await rows()];
    const told = await restore(file, storage);
    expect(new Set(told.map(({ fate }) => fate))).to.deep.equal(new Set(['known']));
    expect(await seen(storage)).to.deep.equal(before);
    expect(await rows()).to.equal(count);
    const empty = new MemoryStorage();
    await restore(file, empty);
    await restore(file, empty);
    expect(await seen(empty)).to.deep.equal(before);
  });

  it('restored into a used app gives the union: each side keeps what it did since', async () => {
    const storage = await device();
    const file = await backup(storage);
    const elsewhere = new MemoryStorage();
    await restore(file, elsewhere);
    await own(storage, 'n1', [claim('here')]);
    await own(elsewhere, 'n1', [claim('there')]);
    await elsewhere.setSetting('progress/mine', { reached: 0.9 });
    await elsewhere.keepLayers([layer('l1', { isShown: false }), layer('l2')]);
    await restore(await backup(elsewhere), storage);
    expect(Object.keys(await records(storage, 'n1')).sort()).to.deep.equal([
      'a1',
      'c1',
      'c2',
      'here',
      'there',
    ]);
    expect(await storage.setting('progress/mine')).to.deep.equal({ reached: 0.5 });
    expect((await storage.layers('mine')).map(({ id, look }) => [id, look])).to.deep.equal([
      ['l1', { isShown: true }],
      ['l2', { isShown: true }],
    ]);
  });

  it('keeps what was deleted here deleted, of the same notebook', async () => {
    const storage = await device();
    const file = await backup(storage);
    const notebook = new Notebook();
    notebook.load(await storage.load('n1'));
    const updates: Uint8Array[] = [];
    notebook.onUpdate((update) => void updates.push(update));
    notebook.apply({ label: 'Delete', remove: ['c1'] });
    await storage.append('n1', updates);
    await restore(file, storage);
    expect(Object.keys(await records(storage, 'n1')).sort()).to.deep.equal(['a1', 'c2']);
  });

  for (const [when, created] of [
    ['older', '2025-12-01T00:00:00Z'],
    ['younger', '2026-02-01T00:00:00Z'],
  ] as const)
    it(`shows all on one desk where a ${when} notebook on the same paper was begun here`, async () => {
      const storage = new MemoryStorage();
      await own(storage, 'other', [claim('mine'), claim('c1', { wording: 'As I have it.' })], { created });
      const before = await records(storage, 'other');
      const file = await backup(await device());
      await restore(file, storage);
      const [opened] = [...(await storage.notebooks('mine'))].sort((one, two) =>
        one.created < two.created ? -1 : 1,
      );
      expect(opened?.id).to.equal(when === 'older' ? 'other' : 'n1');
      expect(Object.keys(await records(storage, opened?.id ?? '')).sort()).to.deep.equal([
        'a1',
        'c1',
        'c2',
        'mine',
      ]);
      // Whichever it is, what was here is still here word for word.
      for (const [id, record] of Object.entries(before))
        expect((await records(storage, 'other'))[id]).to.deep.equal(record);
      const once = await seen(storage);
      await restore(file, storage);
      expect(await seen(storage)).to.deep.equal(once);
    });

  it('knows a paper by its text whatever its id, and moves what is about it', async () => {
    const storage = new MemoryStorage();
    await keepPaper(storage, 'known-as');
    const told = await restore(await backup(await device()), storage);
    expect(told[0]?.fate).to.equal('known');
    expect((await storage.papers.list()).map(({ id }) => id)).to.deep.equal(['known-as']);
    expect((await storage.notebooks('known-as')).map(({ id }) => id).sort()).to.deep.equal(['n1', 'n2']);
    expect((await storage.layers('known-as')).length).to.equal(1);
    expect((await storage.texts('known-as')).length).to.equal(1);
  });

  it('gives another paper of the same id an id of its own, with its notebooks', async () => {
    const storage = new MemoryStorage();
    await keepPaper(storage, 'mine', xml.replace('Queequeg', 'Somebody'));
    await own(storage, 'n1', [claim('theirs')]);
    const before = await storage.papers.paper('mine');
    await restore(await backup(await device()), storage);
    expect((await storage.papers.list()).map(({ id }) => id).sort()).to.deep.equal(['mine', 'mine-2']);
    expect(await storage.papers.paper('mine')).to.deep.equal(before);
    // Its notebook has the id of one that is here on another paper: neither goes into the other.
    expect(Object.keys(await records(storage, 'n1'))).to.deep.equal(['theirs']);
    const [one] = await storage.notebooks('mine-2');
    expect(Object.keys(await records(storage, one?.id ?? '')).sort()).to.deep.equal(['a1', 'c1', 'c2']);
    const once = await seen(storage);
    await restore(await backup(await device()), storage);
    expect(await seen(storage)).to.deep.equal(once);
  });

  it('brings a removed paper back on the shelf, and keeps the text of one that was mended since', async () => {
    const storage = await device();
    const file = await backup(storage);
    const kept = (await storage.papers.paper('mine')) as KeptPaper;
    await storage.papers.update({ ...kept, removed: '2026-03-01T00:00:00Z' });
    expect((await restore(file, storage))[0]?.fate).to.equal('merge');
    expect((await storage.papers.paper('mine'))?.removed).to.equal(null);
    const mended = { ...kept, hash: `sha256-${'1'.repeat(64)}` };
    await storage.papers.update(mended);
    expect((await restore(file, storage))[0]?.fate).to.equal('merge');
    expect(await storage.papers.paper('mine')).to.deep.equal(mended);
    expect((await storage.texts('mine')).some(({ hash }) => hash === kept.hash)).to.equal(true);
  });

  it('holds what is open and could not be saved', async () => {
    const storage = new MemoryStorage();
    const notebook = new Notebook();
    notebook.apply({ label: 'Test', put: [claim('unsaved')] });
    const meta = { id: 'open', paper: 'mine', name: 'Mine', created: '2026-01-01T00:00:00Z' };
    const release = holdNotebook({ meta, isSaved: () => false, encode: () => notebook.encode() });
    try {
      const empty = new MemoryStorage();
      await restore(await backup(storage), empty);
      expect(Object.keys(await records(empty, 'open'))).to.deep.equal(['unsaved']);
      expect(await empty.notebook('open')).to.deep.equal(meta);
    } finally {
      release();
    }
  });
});

describe('a backup of a database', () => {
  afterEach(cleanUp);

  it('is made of one that a newer app has left, with what this one does not know', async () => {
    const name = freshName();
    const storage = await open(name);
    await storage.createNotebook({ id: 'n1', paper: 'mine', name: 'Mine', created: '2026-01-01' });
    const notebook = new Notebook();
    notebook.apply({ label: 'Test', put: [claim('c1')] });
    await storage.append('n1', [notebook.encode()]);
    storage.close();
    await new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 99);
      request.onerror = () => reject(request.error ?? new Error());
      request.onupgradeneeded = () => {
        request.result.createObjectStore('future').put({ at: new Date(5) }, 'k');
      };
      request.onsuccess = () => resolve(closing(request.result));
    });
    const rows = closing((await openRows(name)) as KeptRows);
    expect(rows.schema).to.equal(99);
    const file = await fileOf(rows);
    const empty = new MemoryStorage();
    await restore(file, empty);
    expect(Object.keys(await records(empty, 'n1'))).to.deep.equal(['c1']);
    const read = await BackupIn.open(file, 'b');
    expect([read.manifest.schema, read.manifest.counts.others]).to.deep.equal([99, 1]);
    expect(await read.text('other/1.json')).to.contain('"store":"future"');
  });

  it('is not made where there is none, and none is left behind', async () => {
    const name = freshName();
    expect(await openRows(name)).to.equal(null);
    expect((await indexedDB.databases()).map((one) => one.name)).not.to.contain(name);
    expect((await rawOpen(name, 1)).objectStoreNames.length).to.equal(0);
  });
});

describe('a backup without a database', () => {
  afterEach(cleanUp);

  it('is made of the journal, and holds as much', async () => {
    const name = freshName();
    const kept = await openKept(name);
    await kept.createNotebook({ id: 'n1', paper: 'mine', name: 'Mine', created: '2026-01-01' });
    const notebook = new Notebook();
    notebook.apply({ label: 'Test', put: [claim('c1')] });
    await kept.append('n1', [notebook.encode()]);
    await kept.setSetting('progress/mine', { reached: 0.5 });
    await kept.keepLayers([layer('l1')]);
    kept.close();
    await rawDelete(name);
    const rows = await journalRows(startJournal, name);
    expect(rows?.stores).to.include.members(['updates', 'notebooks', 'settings', 'layers']);
    const empty = new MemoryStorage();
    await restore(await fileOf(rows as KeptRows), empty);
    expect(Object.keys(await records(empty, 'n1'))).to.deep.equal(['c1']);
    expect(await empty.setting('progress/mine')).to.deep.equal({ reached: 0.5 });
    expect(await empty.layers('mine')).to.deep.equal([layer('l1')]);
  });

  it('is none where there is no journal either', async () => {
    expect(await journalRows(startJournal, freshName())).to.equal(null);
  });
});

describe('a backup that means harm', () => {
  const notebook = (): Uint8Array => {
    const made = new Notebook();
    made.apply({ label: 'Test', put: [claim('c1')] });
    return made.encode();
  };

  /** A file of these parts. */
  async function parts(
    list: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[],
  ): Promise<File> {
    const out = new BackupOut();
    for (const [path, content] of list) await out.add(path, content);
    const { blob } = await out.finish({
      made: '2026-01-01T00:00:00Z',
      schema: 4,
      counts: noCounts,
      unread: [],
    });
    return new File([blob], 'hostile.zip');
  }

  const book = (id: string, paper: string, updates = 1): string =>
    writeClone({ id, meta: { id, paper, name: 'X', created: '2026-01-01' }, updates });

  it('with ids that are keys or paths is refused, and changes nothing', async () => {
    for (const id of ['__proto__', 'constructor/../x', '../x', '', 'a b', '"], [data-x']) {
      const storage = new MemoryStorage();
      const file = await parts([
        ['notebooks/1.json', book(id, 'mine')],
        ['notebooks/1.updates', writeFrames([notebook()])],
        ['notebooks/2.json', book('n2', id)],
        ['notebooks/2.updates', writeFrames([notebook()])],
      ]);
      const told = await restore(file, storage);
      expect(fates(told), id).to.deep.equal(['notebook refused 0', 'notebook refused 0']);
      expect((await storage.rows().keys('updates')).length, id).to.equal(0);
    }
  });

  it('with one damaged change takes nothing of that notebook, and all of the next', async () => {
    const storage = new MemoryStorage();
    const file = await parts([
      ['notebooks/1.json', book('n1', 'mine', 2)],
      ['notebooks/1.updates', writeFrames([notebook(), new Uint8Array([1, 255, 255, 255])])],
      ['notebooks/2.json', book('n2', 'mine', 1)],
      ['notebooks/2.updates', writeFrames([notebook()])],
    ]);
    expect(fates(await restore(file, storage))).to.deep.equal(['notebook refused 0', 'notebook add 1']);
    expect(await storage.load('n1')).to.deep.equal([]);
    expect(await storage.notebook('n1')).to.equal(null);
    expect(Object.keys(await records(storage, 'n2'))).to.deep.equal(['c1']);
  });

  it('with a paper that is no article, or not the one it says, adds none', async () => {
    const storage = new MemoryStorage();
    const other = new MemoryStorage();
    const kept = await keepPaper(other);
    const file = await parts([
      ['papers/1/entry.json', writeClone({ entry: kept, files: [] })],
      ['papers/1/paper.xml', '<!DOCTYPE a [<!ENTITY b "c">]><article><body><p>&b;</p></body></article>'],
      [
        'papers/2/entry.json',
        writeClone({ entry: { ...kept, id: 'two', hash: `sha256-${'2'.repeat(64)}` }, files: [] }),
      ],
      ['papers/2/paper.xml', xml],
      [
        'papers/3/entry.json',
        writeClone({ entry: kept, files: [{ name: 'x', role: 'original', type: 'a/b', path: '../../x' }] }),
      ],
    ]);
    const restoring = await Restoring.open(file, storage, shipped);
    const told = await restoring.restore();
    expect(told.map(({ fate }) => fate)).to.deep.equal(['refused', 'refused', 'refused']);
    expect(await storage.papers.list()).to.deep.equal([]);
  });

  it('with settings of its own takes none that is about this device’s backups, nor any that is set', async () => {
    const storage = new MemoryStorage();
    await storage.setSetting('a', 1);
    const file = await parts([
      [
        'settings.json',
        writeClone([
          ['a', 2],
          ['backup/last', { at: '2030-01-01T00:00:00Z', reached: 9 }],
          ['__proto__', 3],
        ]),
      ],
      ['preferences.json', writeClone({})],
    ]);
    await restore(file, storage);
    expect([await storage.setting('a'), await storage.setting('backup/last')]).to.deep.equal([1, undefined]);
    expect(await storage.setting('__proto__')).to.equal(3);
  });

  it('with a text that is not what its hash says is refused', async () => {
    const storage = new MemoryStorage();
    const text = { hash: `sha256-${'3'.repeat(64)}`, paper: 'mine', text: 'x', kept: '2026-01-01' };
    expect(fates(await restore(await parts([['texts/1.json', writeClone(text)]]), storage))).to.deep.equal([
      'text refused 0',
    ]);
  });
});

describe('the reminder of backups', () => {
  const day = 86_400_000;
  const now = Date.parse('2026-06-01T00:00:00Z');

  it('counts what came since the last one, and speaks of much, or of some for long', async () => {
    const storage = new MemoryStorage();
    expect(await unsavedToFile(storage, 12, now)).to.deep.equal({
      changes: 12,
      papers: 0,
      days: null,
      isMuch: false,
    });
    expect((await unsavedToFile(storage, 30, now)).isMuch).to.equal(true);
    await rememberBackup(storage, new Date(now - 3 * day).toISOString(), 100);
    expect(await unsavedToFile(storage, 150, now)).to.deep.equal({
      changes: 50,
      papers: 0,
      days: 3,
      isMuch: false,
    });
    expect((await unsavedToFile(storage, 300, now)).isMuch).to.equal(true);
    expect((await unsavedToFile(storage, 150, now + 4 * day)).isMuch).to.equal(true);
  });

  it('counts papers, and is silent for a week when told so, and on the day itself', async () => {
    const storage = new MemoryStorage();
    await rememberBackup(storage, '2025-01-01T00:00:00Z', 0);
    await keepPaper(storage);
    expect(await unsavedToFile(storage, 10, now)).to.deep.include({ papers: 1, isMuch: true });
    await remindLater(storage, now);
    expect((await unsavedToFile(storage, 900, now + 6 * day)).isMuch).to.equal(false);
    expect((await unsavedToFile(storage, 900, now + 7 * day)).isMuch).to.equal(true);
    await rememberBackup(storage, new Date(now + 8 * day).toISOString(), 900);
    expect((await unsavedToFile(storage, 5000, now + 8.5 * day)).isMuch).to.equal(false);
  });

  it('counts from the beginning where the database was made anew', async () => {
    const storage = new MemoryStorage();
    await rememberBackup(storage, '2026-05-01T00:00:00Z', 500);
    expect((await unsavedToFile(storage, 40, now)).changes).to.equal(40);
  });
});
