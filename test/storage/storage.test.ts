/** What every storage does, on the device as in memory. */
import { expect } from '@open-wc/testing';
import { compactFrom, type Storage } from '../../src/storage/contract.ts';
import { cleanUp, freshName, numberOf, open, startJournal, update } from './databases.ts';

const meta = (id: string, created: string, paper = 'gul-2008') => ({ id, paper, name: 'Mine', created });

const kinds = { device: {}, 'device with a journal': { journal: startJournal }, memory: { factory: null } };

for (const [name, options] of Object.entries(kinds)) {
  describe(`storage: ${name}`, () => {
    let storage: Storage;

    beforeEach(async () => {
      storage = await open(freshName(), options);
    });
    afterEach(cleanUp);

    const loaded = async (notebook: string): Promise<readonly number[]> =>
      (await storage.load(notebook)).map(numberOf);

    it('says what it is, and that nothing was there', () => {
      expect(storage.kind).to.equal(name === 'memory' ? 'memory' : 'device');
      expect(storage.journal).to.equal('journal' in options ? 'kept' : 'none');
      expect(storage.isNew).to.equal(true);
      expect(storage.recovered).to.equal(null);
    });

    it('loads what was appended, in that order, each notebook for itself', async () => {
      expect(await storage.load('n1')).to.deep.equal([]);
      await storage.append('n1', [update(1), update(2)]);
      await storage.append('n2', [update(9)]);
      await Promise.all([storage.append('n1', [update(3)]), storage.append('n1', [update(4), update(5)])]);
      expect(await loaded('n1')).to.deep.equal([1, 2, 3, 4, 5]);
      expect(await loaded('n2')).to.deep.equal([9]);
      expect((await storage.load('n1'))[0]).to.be.instanceOf(Uint8Array);
    });

    it('keeps states of a notebook by their names, the first of each, oldest first', async () => {
      const state = (at: string, byte: number, notebook = 'n1') => {
        return { notebook, paper: 'gul-2008', at, last: null, bytes: new Uint8Array([byte]) };
      };
      const { states } = storage;
      await states.keep(state('2026-11-02', 2));
      await states.keep(state('2026-11-01', 1));
      await states.keep(state('2026-11-02', 9));
      await states.keep(state('2026-11-02 10:00:00', 3));
      await states.keep(state('2026-11-01', 7, 'n2'));
      const names = ['2026-11-01', '2026-11-02', '2026-11-02 10:00:00'];
      expect(await states.names('n1')).to.deep.equal(names);
      expect((await states.list('n1')).map(({ bytes }) => bytes[0])).to.deep.equal([1, 2, 3]);
      await states.drop('n1', ['2026-11-02', 'unknown']);
      expect(await states.names('n1')).to.deep.equal(['2026-11-01', '2026-11-02 10:00:00']);
      expect(await states.names('n2')).to.deep.equal(['2026-11-01']);
      await storage.papers.purge('gul-2008');
      expect(await states.names('n1')).to.deep.equal([]);
      expect(await states.names('n2')).to.deep.equal([]);
    });

    it('lists the notebooks of a paper', async () => {
      await storage.createNotebook(meta('n1', '2026-01-01'));
      await storage.createNotebook(meta('n2', '2026-01-02'));
      await storage.createNotebook(meta('n3', '2026-01-02', 'other'));
      expect(await storage.notebooks('gul-2008')).to.deep.equal([
        meta('n1', '2026-01-01'),
        meta('n2', '2026-01-02'),
      ]);
      expect(await storage.notebooks('unknown')).to.deep.equal([]);
    });

    it('ensures one notebook for a paper, though asked twice at once', async () => {
      const [one, two] = await Promise.all([
        storage.ensureNotebook(meta('n1', '2026-01-02')),
        storage.ensureNotebook(meta('n2', '2026-01-01')),
      ]);
      expect(two).to.deep.equal(one);
      expect(await storage.notebooks('gul-2008')).to.deep.equal([one]);
    });

    it('keeps the texts of a paper, the first of a hash for good, and lets go of them', async () => {
      const text = (hash: string, words: string, paper = 'gul-2008') => ({
        hash,
        paper,
        text: words,
        kept: '2026-01-01T00:00:00Z',
      });
      await storage.keepText(text('h1', 'Old words.'));
      await storage.keepText(text('h2', 'New words.'));
      await storage.keepText(text('h3', 'Others.', 'other'));
      await storage.keepText(text('h1', 'Not these.'));
      const words = async (paper: string): Promise<readonly string[]> =>
        (await storage.texts(paper)).map((one) => one.text).sort();
      expect(await words('gul-2008')).to.deep.equal(['New words.', 'Old words.']);
      await storage.dropText('h1');
      await storage.dropText('unknown');
      expect(await words('gul-2008')).to.deep.equal(['New words.']);
      expect(await words('other')).to.deep.equal(['Others.']);
    });

    it('keeps the layers of a paper in the order of their opening, one of each id', async () => {
      const layer = (id: string, day: number, json: string, paper = 'gul-2008') => ({
        id,
        paper,
        json,
        opened: `2026-01-0${day}T00:00:00Z`,
        look: { visible: true },
      });
      await storage.keepLayers([
        layer('late', 3, '{}'),
        layer('early', 1, '{}'),
        layer('late', 2, '{}', 'b'),
      ]);
      await storage.keepLayers([layer('early', 1, '{"newer":1}')]);
      expect(await storage.layers('gul-2008')).to.deep.equal([
        layer('early', 1, '{"newer":1}'),
        layer('late', 3, '{}'),
      ]);
      await storage.dropLayer('gul-2008', 'late');
      await storage.dropLayer('gul-2008', 'unknown');
      expect((await storage.layers('gul-2008')).map((one) => one.id)).to.deep.equal(['early']);
      expect((await storage.layers('b')).map((one) => one.id)).to.deep.equal(['late']);
    });

    it('keeps settings', async () => {
      expect(await storage.setting('split')).to.equal(undefined);
      await storage.setSetting('split', { map: 0.4 });
      await storage.setSetting('__proto__', 1);
      expect(await storage.setting('split')).to.deep.equal({ map: 0.4 });
      expect(await storage.setting('__proto__')).to.equal(1);
      expect(await storage.setting('constructor')).to.equal(undefined);
    });

    it('compacts many rows to one, and few not at all', async () => {
      const many = Array.from({ length: compactFrom }, (_, at) => update(at));
      await storage.append('n1', many);
      await storage.append('n2', [update(7)]);
      let asked = 0;
      const snapshot = (): Uint8Array => {
        asked += 1;
        return update(4242);
      };
      expect(await storage.compact('n1', snapshot)).to.equal(false);
      expect(asked).to.equal(0);
      await storage.append('n1', [update(999)]);
      expect(await storage.compact('n1', snapshot)).to.equal(true);
      expect(asked).to.equal(1);
      await storage.append('n1', [update(1000)]);
      expect(await loaded('n1')).to.deep.equal([4242, 1000]);
      expect(await loaded('n2')).to.deep.equal([7]);
    });
  });
}
