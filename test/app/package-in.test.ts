/** Packages into a library: nothing that is there is written over, one's own notebook goes on, others' open as layers. */
import { expect } from '@open-wc/testing';
import { fetchPaper } from '../../src/app/corpus.ts';
import { PackageTaking, type TakenPackage } from '../../src/app/package-in.ts';
import type { Package, PackedPaper } from '../../src/formats/paper/package.ts';
import { writeJats } from '../../src/formats/paper/jats-write.ts';
import { readFront } from '../../src/model/front-shape.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { writeNotebookFile } from '../../src/notebook/file.ts';
import { Notebook } from '../../src/notebook/notebook.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';
import { manuscript } from '../imports/manuscript.ts';
import { sources, type Source } from '../imports/sources.ts';
import { annotation, claim } from '../support/desk.ts';

const hash = `sha256-${'0'.repeat(64)}`;

let xml = '';
before(async () => {
  xml = (await fetchPaper('melville-advocate')).replace('The Advocate', 'Mine');
});

const packed = (more: Partial<PackedPaper> = {}): PackedPaper => ({
  id: 'mine',
  hash,
  firstHash: hash,
  front: readFront({ title: 'What the package says' }),
  tags: ['week 3'],
  format: 'pdf',
  fileName: 'mine.pdf',
  added: null,
  xml,
  draft: null,
  files: [],
  notebooks: [],
  ...more,
});

const book = (id: string, records: readonly NotebookRecord[], made = '2026-01-01T00:00:00Z'): string =>
  writeNotebookFile(
    { id, name: `Book ${id}`, creator: 'Somebody', paper: { id: 'mine', title: 'Mine', hash }, made },
    records,
  );

async function take(
  storage: MemoryStorage,
  papers: readonly PackedPaper[],
  purpose: Package['purpose'] = 'share',
): Promise<TakenPackage> {
  const taking = new PackageTaking(storage, { ids: ['gul-2008', 'melville-advocate'], xml: fetchPaper });
  return taking.take({ made: '2026-01-01T00:00:00Z', purpose, papers }, () => undefined);
}

const fates = ({ papers }: TakenPackage): unknown => papers.map(({ fate, id }) => [fate, id]);

async function records(
  storage: MemoryStorage,
  notebook: string,
): Promise<ReadonlyMap<string, NotebookRecord>> {
  const opened = new Notebook();
  opened.load(await storage.load(notebook));
  return opened.records;
}

/** A notebook of the reader's own. */
async function own(
  storage: MemoryStorage,
  id: string,
  put: readonly NotebookRecord[],
  paper = 'mine',
): Promise<void> {
  await storage.createNotebook({ id, paper, name: 'My notebook', created: '2026-01-01T00:00:00Z' });
  const notebook = new Notebook();
  notebook.apply({ label: 'Test', put });
  await storage.append(id, [notebook.encode()]);
}

describe('a package in a library', () => {
  it('adds its paper with what its own text says, and goes to the removed ones when taken back', async () => {
    const storage = new MemoryStorage();
    const bytes = new Uint8Array([1, 2]);
    const taken = await take(storage, [
      packed({ files: [{ name: 'mine.pdf', role: 'original', type: 'application/pdf', bytes }] }),
    ]);
    expect(fates(taken)).to.deep.equal([['added', 'mine']]);
    const entry = await storage.papers.paper('mine');
    expect((entry?.front as { title: string }).title).to.equal('Mine');
    expect([entry?.counts.notes, entry?.counts.words, entry?.tags]).to.deep.equal([1, 1635, ['week 3']]);
    expect(entry?.hash).not.to.equal(hash);
    expect((await storage.papers.file('mine', 'mine.pdf'))?.bytes).to.deep.equal(bytes);
    await taken.back?.();
    expect((await storage.papers.paper('mine'))?.removed).to.be.a('string');
  });

  it('knows a paper by its text, whatever its id, and changes nothing of it', async () => {
    const storage = new MemoryStorage();
    await take(storage, [packed()]);
    const before = await storage.papers.paper('mine');
    const again = await take(storage, [
      packed({ id: 'other', tags: ['x'], xml: xml.replace('Mine', 'Theirs') }),
    ]);
    expect(fates(again)).to.deep.equal([['known', 'mine']]);
    expect(again.back).to.equal(null);
    expect(await storage.papers.paper('mine')).to.deep.equal(before);
  });

  it('brings a removed paper back on the shelf', async () => {
    const storage = new MemoryStorage();
    await (await take(storage, [packed()])).back?.();
    const again = await take(storage, [packed()]);
    expect((await storage.papers.paper('mine'))?.removed).to.equal(null);
    await again.back?.();
    expect((await storage.papers.paper('mine'))?.removed).to.be.a('string');
  });

  it('gives another text of the same id an id of its own, also where a paper that ships has it', async () => {
    const storage = new MemoryStorage();
    const other = xml.replace('Queequeg', 'Somebody');
    expect(fates(await take(storage, [packed(), packed({ xml: other })]))).to.deep.equal([
      ['added', 'mine'],
      ['added', 'mine-2'],
    ]);
    const shipped = await take(storage, [
      packed({ id: 'gul-2008', xml: other.replace('whaling', 'fishing') }),
    ]);
    expect(fates(shipped)).to.deep.equal([['added', 'gul-2008-2']]);
    const same = await take(storage, [packed({ id: 'gul-2008', xml: await fetchPaper('gul-2008') })]);
    expect(fates(same)).to.deep.equal([['known', 'gul-2008']]);
  });

  it('keeps a draft that is of this very text, and no other', async () => {
    const [source] = (await sources()) as [Source];
    const draft = manuscript(source, { seed: 3 });
    const kept = async (given: unknown): Promise<unknown> => {
      const storage = new MemoryStorage();
      await take(storage, [packed({ xml: writeJats(draft), draft: given })]);
      return (await storage.papers.body('mine'))?.draft;
    };
    expect(await kept(structuredClone(draft))).to.deep.equal(draft);
    expect(await kept({ ...draft, blocks: draft.blocks.slice(1) })).to.equal(null);
    expect(await kept({ blocks: 'none' })).to.equal(null);
  });

  it('refuses what is no article, and takes the rest', async () => {
    const storage = new MemoryStorage();
    const bomb = '<!DOCTYPE a [<!ENTITY b "c">]><article><body><p>&b;</p></body></article>';
    const taken = await take(storage, [
      packed({ id: 'a', xml: '<html/>' }),
      packed({ id: 'b', xml: bomb }),
      packed(),
    ]);
    expect(fates(taken)).to.deep.equal([
      ['refused', null],
      ['refused', null],
      ['added', 'mine'],
    ]);
    expect((await storage.papers.list()).length).to.equal(1);
  });
});

describe('notebooks in a package', () => {
  it('of others open as layers, newer ones in the place of older', async () => {
    const storage = new MemoryStorage();
    const first = await take(storage, [
      packed({ notebooks: [book('b1', [claim('c1')], '2026-01-02T00:00:00Z')] }),
    ]);
    expect(first.papers[0]?.notebooks.layers).to.equal(1);
    const older = await take(storage, [packed({ notebooks: [book('b1', [], '2026-01-01T00:00:00Z')] })]);
    expect(older.papers[0]?.notebooks.known).to.equal(1);
    const newer = await take(storage, [packed({ notebooks: [book('b1', [], '2026-01-03T00:00:00Z')] })]);
    expect(newer.papers[0]?.notebooks.layers).to.equal(1);
    expect((await storage.layers('mine')).length).to.equal(1);
    expect(await storage.notebooks('mine')).to.deep.equal([]);
    await newer.back?.();
    expect((await storage.layers('mine'))[0]?.json).to.contain('"c1"');
  });

  it('of one’s own go on on a device that has none, and come back merged', async () => {
    const [home, away] = [new MemoryStorage(), new MemoryStorage()];
    const mark = annotation('a1', { body: 'First.' });
    await take(away, [packed({ notebooks: [book('n', [mark])] })], 'continue');
    expect((await away.notebooks('mine')).map(({ id }) => id)).to.deep.equal(['n']);
    expect([...(await records(away, 'n')).keys()]).to.deep.equal(['a1']);

    await take(home, [packed()]);
    await own(home, 'n', [mark, annotation('a2')]);
    const changed = { ...mark, body: 'Second.', modified: '2030-01-01T00:00:00.000Z' };
    const taken = await take(home, [packed({ notebooks: [book('n', [changed, claim('c1')])] })], 'continue');
    expect(taken.papers[0]?.notebooks.own).to.equal(2);
    const after = await records(home, 'n');
    expect([...after.keys()].sort()).to.deep.equal(['a1', 'a2', 'c1']);
    expect(after.get('a1')).to.deep.include({ body: 'Second.' });
    await taken.back?.();
    const undone = await records(home, 'n');
    expect([...undone.keys()].sort()).to.deep.equal(['a1', 'a2']);
    expect(undone.get('a1')).to.deep.include({ body: 'First.' });
  });

  it('never put an older wording over a newer one', async () => {
    const storage = new MemoryStorage();
    await take(storage, [packed()]);
    const mark = annotation('a1', { body: 'Old.' });
    await own(storage, 'n', [{ ...mark, body: 'New.', modified: '2030-01-01T00:00:00.000Z' }]);
    const taken = await take(storage, [packed({ notebooks: [book('n', [mark])] })], 'continue');
    expect(taken.papers[0]?.notebooks.known).to.equal(1);
    expect((await records(storage, 'n')).get('a1')).to.deep.include({ body: 'New.' });
  });

  it('that were shared never write into the notebook whose id they bear', async () => {
    const storage = new MemoryStorage();
    await take(storage, [packed()]);
    const mark = annotation('a1', { body: 'Mine.' });
    await own(storage, 'n', [mark]);
    const forged = { ...mark, body: 'Forged.', modified: '2030-01-01T00:00:00.000Z' };
    const taken = await take(storage, [packed({ notebooks: [book('n', [forged])] })], 'share');
    expect(taken.papers[0]?.notebooks).to.deep.include({ own: 0, layers: 0, known: 1 });
    expect((await records(storage, 'n')).get('a1')).to.deep.include({ body: 'Mine.' });
  });

  it('never take a notebook away from the paper that it is about', async () => {
    const storage = new MemoryStorage();
    await own(storage, 'n', [annotation('a1')], 'gul-2008');
    await take(storage, [packed({ notebooks: [book('n', [claim('c1')])] })], 'continue');
    expect((await storage.notebooks('gul-2008')).map(({ id }) => id)).to.deep.equal(['n']);
    expect([...(await records(storage, 'n')).keys()]).to.deep.equal(['a1']);
    const [mine] = await storage.notebooks('mine');
    expect([...(await records(storage, mine?.id ?? '')).keys()]).to.deep.equal(['c1']);
  });

  it('that are none are counted, and the paper is taken', async () => {
    const storage = new MemoryStorage();
    const taken = await take(storage, [packed({ notebooks: ['{', '{"type":"other"}', book('b', [])] })]);
    expect(fates(taken)).to.deep.equal([['added', 'mine']]);
    expect(taken.papers[0]?.notebooks).to.deep.include({ refused: 2, layers: 1 });
  });
});
