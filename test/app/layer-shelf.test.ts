/** Notebooks of others on a desk: opened twice is opened once, newer takes the place of older, each with a way back; kept and restored. */
import { expect } from '@open-wc/testing';
import { LayerShelf, type Opening } from '../../src/app/layer-shelf.ts';
import { openingSentence } from '../../src/app/opening-words.ts';
import type { Layer } from '../../src/desk/desk.ts';
import { openedIn } from '../../src/desk/layers.ts';
import type { Store } from '../../src/desk/store.ts';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';
import { annotation, claim, deskOn } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';
import { Dice } from '../notebook/generate.ts';

const sample = paper(p('The first sentence. The second one.'));

const book = (id: string, records: readonly NotebookRecord[], more: object = {}): NotebookFile => ({
  type: 'warrant-notebook',
  version: 1,
  id,
  name: `Notebook ${id}`,
  creator: `Reader ${id}`,
  paper: { id: 'test', title: 'A test of papers', hash: `sha256-${'0'.repeat(64)}` },
  made: '2026-11-02T10:00:00Z',
  records,
  ...more,
});

const fileOf = (content: unknown, name = 'file.json'): File =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name);

interface Bench {
  readonly store: Store;
  readonly storage: MemoryStorage;
  readonly shelf: LayerShelf;
  readonly troubles: unknown[];
  readonly open: (...files: readonly File[]) => Promise<readonly Opening[]>;
}

function bench(storage = new MemoryStorage(), own: readonly NotebookRecord[] = []): Bench {
  const { store } = deskOn(sample.paper, { own });
  const troubles: unknown[] = [];
  const shelf = new LayerShelf(store, storage, (error) => troubles.push(error));
  const open = async (...files: readonly File[]): Promise<readonly Opening[]> =>
    (await shelf.open(files, new AbortController().signal, () => null)) ?? [];
  return { store, storage, shelf, troubles, open };
}

const fates = (openings: readonly Opening[]): readonly string[] => openings.map(({ fate }) => fate);

/** What a reader sees of the layers. */
const seen = (store: Store): unknown =>
  store.desk.layers.map(({ id, name, sign, tint, visible, before, records }) => ({
    id,
    name,
    sign,
    tint,
    visible,
    before,
    records: [...records.values()],
  }));

describe('opening notebooks', () => {
  it('twice is opening once, whatever is in them and in whatever order', async () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const dice = new Dice(seed);
      const files = Array.from({ length: 4 }, (_, at) =>
        fileOf(
          book(
            `n${at}`,
            Array.from({ length: dice.below(12) }, () => dice.record()),
          ),
        ),
      );
      const { store, open } = bench();
      await open(...files);
      const once = store.desk.layers;
      expect(fates(await open(...dice.shuffle(files))), `seed ${seed}`).to.deep.equal(
        files.map(() => 'known'),
      );
      expect(store.desk.layers, `seed ${seed}`).to.equal(once);
    }
  });

  it('the same file written otherwise is the same file', async () => {
    const { store, open } = bench();
    const one = book('ada', [annotation('a')]);
    await open(fileOf(JSON.stringify(one, null, 4)));
    const once = store.desk.layers;
    const turned = Object.fromEntries(Object.entries(one).reverse());
    expect(fates(await open(fileOf({ ...turned, surplus: 1 })))).to.deep.equal(['known']);
    expect(store.desk.layers).to.equal(once);
  });

  it('says what became of each', async () => {
    const { open } = bench();
    await open(fileOf(book('ada', [annotation('a')])), fileOf(book('ben', [annotation('b')])));
    const openings = await open(
      fileOf(book('ada', [annotation('a')])),
      fileOf(book('ben', [annotation('b2')], { made: '2026-11-03T10:00:00Z' })),
      fileOf(book('ada', [annotation('a0')], { made: '2026-11-01T10:00:00Z' })),
      fileOf(book('own', [])),
      fileOf(book('cem', [])),
      fileOf('{'),
      fileOf(book('dan', [], { paper: { id: 'x', title: 'Elsewhere', hash: `sha256-${'1'.repeat(64)}` } })),
    );
    expect(fates(openings)).to.deep.equal([
      'known',
      'replaced',
      'older',
      'own',
      'opened',
      'refused',
      'refused',
    ]);
    expect(openingSentence(openings)).to.equal(
      '1 opened, 1 was open already (unchanged), 1 newer copy replaced the older of the same notebook, 1 older copy left aside: the newer stays open, 1 is your own notebook, which is open as yours, 2 refused.',
    );
  });

  it('takes another text of the same paper, by its id or its title, and says so', async () => {
    const { open, store } = bench();
    const hash = `sha256-${'2'.repeat(64)}`;
    const [target] = [{ exact: 'first', prefix: '', suffix: '', start: 4, end: 9 }];
    const openings = await open(
      fileOf(book('a', [annotation('m', { targets: [target] })], { paper: { id: 'test', title: '', hash } })),
      fileOf(book('b', [], { paper: { id: 'copy', title: 'A TEST of  papers!', hash } })),
    );
    expect(openings.map(({ fate, isOtherText }) => [fate, isOtherText])).to.deep.equal([
      ['opened', true],
      ['opened', true],
    ]);
    const record = store.desk.layers[0]?.records.get('m');
    expect(record?.kind === 'annotation' && record.targets[0]?.version).to.equal(hash);
  });

  it('ended in the middle changes nothing', async () => {
    const { store, shelf } = bench();
    const before = store.desk;
    const abort = new AbortController();
    const files = Array.from({ length: 5 }, (_, at) => fileOf(book(`n${at}`, [])));
    const result = await shelf.open(files, abort.signal, (done) => done === 3 && abort.abort());
    expect(result).to.equal(null);
    expect(store.desk).to.equal(before);
  });

  it('never writes the reader’s own notebook', async () => {
    const own = [annotation('mine', { body: 'Mine.' }), claim('c')];
    const { store, open } = bench(undefined, own);
    const before = store.desk.layers.at(-1);
    await open(
      fileOf(book('thief', [annotation('mine', { body: 'Taken.' }), claim('c', { wording: 'Taken.' })])),
    );
    expect(store.desk.layers.at(-1)).to.equal(before);
    expect(store.desk.canUndo).to.equal(false);
  });
});

describe('the way back', () => {
  it('closes what was opened and puts back what was replaced', async () => {
    const { store, shelf, open } = bench();
    await open(fileOf(book('ada', [annotation('a')])));
    const before = seen(store);
    const openings = await open(
      fileOf(book('ada', [annotation('a2')], { made: '2026-12-01' })),
      fileOf(book('ben', [])),
    );
    expect(openedIn(store.desk.layers).map(({ id }) => id)).to.deep.equal(['ada', 'ben']);
    shelf.undo(openings);
    expect(seen(store)).to.deep.equal(before);
  });

  it('leads to where a layer stood that was closed', async () => {
    const { store, shelf, open } = bench();
    await open(...['a', 'b', 'c'].map((id) => fileOf(book(id, [annotation(`m-${id}`)]))));
    const before = seen(store);
    const back = shelf.close('b');
    expect(openedIn(store.desk.layers).map(({ id }) => id)).to.deep.equal(['a', 'c']);
    back?.();
    expect(seen(store)).to.deep.equal(before);
    expect(shelf.close('own')).to.equal(null);
    expect(shelf.close('nobody')).to.equal(null);
  });
});

describe('what is kept', () => {
  const reopened = async (storage: MemoryStorage): Promise<Bench> => {
    const other = bench(storage);
    await other.shelf.restore();
    return other;
  };

  it('is there again as it was left: shown or hidden, called, signed, in its order', async () => {
    const { store, storage, open } = bench();
    await open(...['a', 'b', 'c'].map((id) => fileOf(book(id, [annotation(`m-${id}`)]))));
    const change = (below: readonly Layer[]): readonly Layer[] =>
      below.map((one) => (one.id === 'b' ? { ...one, visible: false, name: 'The quiet one' } : one));
    store.changeLayers(change);
    const other = await reopened(storage);
    expect(seen(other.store)).to.deep.equal(seen(store));
  });

  it('is what an undo made of it', async () => {
    const { store, storage, shelf, open } = bench();
    await open(fileOf(book('a', [annotation('old')])));
    shelf.undo(
      await open(fileOf(book('a', [annotation('new')], { made: '2026-12-01' })), fileOf(book('b', []))),
    );
    expect(seen((await reopened(storage)).store)).to.deep.equal(seen(store));
    shelf.close('a')?.();
    expect(seen((await reopened(storage)).store)).to.deep.equal(seen(store));
    shelf.close('a');
    expect(openedIn((await reopened(storage)).store.desk.layers)).to.deep.equal([]);
  });

  it('stays released where it had been held back', async () => {
    const { store, storage, open } = bench(undefined, [annotation('mine')]);
    await open(fileOf(book('t', [annotation('theirs')], { settings: { before: 1, instructions: '' } })));
    expect(store.desk.layers[0]?.before).to.equal(0);
    // Without the mark: what had been shown is not taken away again.
    expect((await reopened(storage)).store.desk.layers[0]?.before).to.equal(0);
  });

  it('is not written again by opening the desk', async () => {
    const { storage, open } = bench();
    await open(fileOf(book('a', [])));
    const writes: unknown[] = [];
    storage.keepLayers = (layers) => Promise.resolve(void writes.push(layers));
    await reopened(storage);
    expect(writes).to.deep.equal([]);
  });

  it('that has been damaged is told, and the rest is there', async () => {
    const { storage, open } = bench();
    await open(fileOf(book('a', [])), fileOf(book('b', [])));
    const [first] = await storage.layers('test');
    if (first) await storage.keepLayers([{ ...first, json: '{"type":', look: { tint: 99, sign: 7 } }]);
    const other = await reopened(storage);
    expect(openedIn(other.store.desk.layers)).to.have.length(1);
    expect(other.troubles).to.have.length(1);
  });
});
