/** The library as a list: what is kept is checked, the order depends on nothing else, and each act has a way back. */
import { expect } from '@open-wc/testing';
import { fetchPaper, listPapers } from '../../src/app/corpus.ts';
import { librarySorts, sorted, tagsIn, type LibrarySort } from '../../src/app/library-order.ts';
import {
  appearedIn,
  keptPaper,
  shippedKey,
  writtenBy,
  type LibraryPaper,
} from '../../src/app/library-paper.ts';
import { LibraryShelf } from '../../src/app/library-shelf.ts';
import { noWork, type Work } from '../../src/app/library-work.ts';
import { readJats } from '../../src/formats/jats.ts';
import { readFront } from '../../src/model/front-shape.ts';
import { Notebook } from '../../src/notebook/notebook.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';
import type { KeptPaper } from '../../src/storage/papers.ts';
import { Dice } from '../notebook/generate.ts';
import { annotation, claim } from '../support/desk.ts';

const kept = (id: string, more: Partial<KeptPaper> = {}): KeptPaper => ({
  id,
  hash: `sha256-${'0'.repeat(64)}`,
  firstHash: `sha256-${'0'.repeat(64)}`,
  front: { title: `Paper ${id}`, authors: ['Ada Byron'], year: 1843 },
  tags: [],
  counts: { notes: 1, pages: 2, words: 3 },
  format: 'pdf',
  fileName: `${id}.pdf`,
  size: 10,
  added: '2026-01-01T00:00:00.000Z',
  removed: null,
  ...more,
});

describe('a paper of the library', () => {
  it('is sound whatever is kept of it', () => {
    const bad = {
      front: { title: 7, names: 'x', year: '1', url: 'javascript:1' },
      tags: [1, ' #a ', 'a'],
      counts: null,
    };
    const paper = keptPaper(kept('x', bad as unknown as KeptPaper));
    expect([paper.front.title, paper.front.url, paper.tags]).to.deep.equal(['7', null, ['a']]);
    expect(paper.counts).to.deep.equal({ notes: 0, pages: 0, words: 0 });
    for (const front of [null, 3, [], { authors: [null, '  Ada   Byron '] }])
      expect(keptPaper(kept('x', { front })).front.title).to.equal('Untitled');
  });

  it('says by whom it is and where it appeared, as far as that is known', () => {
    const by = (front: object): string => writtenBy(readFront(front));
    expect(by({})).to.equal('');
    expect(by({ authors: ['A'], year: 1 })).to.equal('A, 1');
    expect(by({ authors: ['A', 'B', 'C'] })).to.equal('A, B and C');
    expect(by({ authors: ['A', 'B', 'C', 'D', 'E'], year: 2 })).to.equal('A and 4 others, 2');
    const where = (front: object): string => appearedIn(readFront(front));
    expect(where({})).to.equal('');
    expect(where({ journal: 'J', volume: '7', issue: '2', firstPage: '1', lastPage: '9' })).to.equal(
      'J 7 (2), pp. 1–9',
    );
    expect(where({ publisher: 'P', firstPage: '4', lastPage: '4' })).to.equal('P, p. 4');
    expect(where({ lastPage: '4' })).to.equal('p. 4');
  });
});

describe('the order of the library', () => {
  const titles = ['The Zebra', 'an Apple', 'A bear', 'Émile', 'eagle', '', '10 things', '9 things'];

  function anyPapers(dice: Dice): readonly LibraryPaper[] {
    return Array.from({ length: 12 }, (_, at) =>
      keptPaper(
        kept(`p${at}`, {
          front: {
            title: dice.pick(titles),
            authors: dice.below(3) ? [dice.pick(['Ada Byron', 'Plato', 'Zoë Ångström'])] : [],
            year: dice.below(3) ? 1900 + dice.below(3) : null,
          },
          added: dice.below(3) ? `2026-01-0${1 + dice.below(3)}T00:00:00.000Z` : '',
        }),
      ),
    );
  }

  it('does not depend on how the papers came, by any key: 100 shelves made at random', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const dice = new Dice(seed);
      const papers = anyPapers(dice);
      const works = new Map(
        papers.map(({ id }) => [
          id,
          dice.below(2) ? noWork : { ...noWork, read: `2026-02-0${1 + dice.below(3)}` },
        ]),
      );
      const workOn = (id: string): Work => works.get(id) ?? noWork;
      for (const sort of Object.keys(librarySorts) as LibrarySort[]) {
        const one = sorted(papers, sort, workOn);
        expect(sorted(dice.shuffle(papers), sort, workOn), `seed ${seed}, ${sort}`).to.deep.equal(one);
        expect(one).to.have.members(papers);
      }
    }
  });

  it('passes over articles, cases and accents of titles, and counts their numbers', () => {
    const papers = titles.map((title, at) => keptPaper(kept(`p${at}`, { front: { title } })));
    const names = sorted(papers, 'title', () => noWork).map(({ front }) => front.title);
    expect(names).to.deep.equal([
      '9 things',
      '10 things',
      'an Apple',
      'A bear',
      'eagle',
      'Émile',
      'Untitled',
      'The Zebra',
    ]);
  });

  it('puts what is unknown last', () => {
    const papers = [null, 1900, 2000].map((year, at) =>
      keptPaper(kept(`p${at}`, { front: { title: 'T', year } })),
    );
    expect(sorted(papers, 'year', () => noWork).map(({ front }) => front.year)).to.deep.equal([
      2000,
      1900,
      null,
    ]);
  });

  it('counts tags, the most used first', () => {
    const papers = [['b'], ['b', 'a'], ['c']].map((tags, at) => keptPaper(kept(`p${at}`, { tags })));
    expect(tagsIn(papers).map(({ tag, count }) => `${tag} ${count}`)).to.deep.equal(['b 2', 'a 1', 'c 1']);
  });
});

interface Bench {
  readonly storage: MemoryStorage;
  readonly shelf: LibraryShelf;
  readonly paper: (id: string) => LibraryPaper;
}

/** A shelf with what ships and one paper of one's own, `own`, on which there are a mark and a claim. */
async function bench(): Promise<Bench> {
  const storage = new MemoryStorage();
  const xml = await fetchPaper('melville-advocate');
  await storage.papers.keep(kept('own'), { id: 'own', xml, draft: null }, []);
  await storage.ensureNotebook({ id: 'n', paper: 'own', name: 'Mine', created: '2026-01-01T00:00:00.000Z' });
  const notebook = new Notebook();
  notebook.apply({ label: 'Test', put: [annotation('a1'), claim('c1')] });
  await storage.append('n', [notebook.encode()]);
  const shelf = new LibraryShelf(await listPapers(), storage, () => undefined);
  await shelf.read();
  return { storage, shelf, paper: (id) => shelf.papers.find((one) => one.id === id) as LibraryPaper };
}

describe('the shelf of the library', () => {
  it('counts what was made of each paper', async () => {
    const { shelf } = await bench();
    expect(shelf.workOn('own').made).to.equal(null);
    await shelf.count(['own', 'gul-2008'], new AbortController().signal);
    expect(shelf.workOn('own').made).to.deep.equal({ marks: 1, claims: 1 });
    expect(shelf.workOn('gul-2008').made).to.deep.equal({ marks: 0, claims: 0 });
  });

  for (const id of ['own', 'gul-2008'])
    it(`removes ${id} and brings it back, tags it and takes that back`, async () => {
      const { shelf, paper } = await bench();
      const back = await shelf.remove(paper(id));
      expect(paper(id).removed).to.be.a('string');
      await back();
      expect(paper(id).removed).to.equal(null);
      const untag = await shelf.tag(paper(id), ['week 3', ' week 3', '#oil']);
      expect(paper(id).tags).to.deep.equal(['week 3', 'oil']);
      await untag();
      expect(paper(id).tags).to.deep.equal([]);
    });

  it('keeps what one paper that ships has while another is changed', async () => {
    const { shelf, paper, storage } = await bench();
    await shelf.tag(paper('gul-2008'), ['a']);
    await shelf.tag(paper('melville-advocate'), ['b']);
    expect(paper('gul-2008').tags).to.deep.equal(['a']);
    await storage.setSetting(shippedKey, 'damaged');
    await shelf.read();
    expect(paper('gul-2008').tags).to.deep.equal([]);
  });

  it('edits the entry and the text together, and takes that back', async () => {
    const { shelf, paper, storage } = await bench();
    const xml = async (): Promise<string> => (await storage.papers.body('own'))?.xml ?? '';
    const before = await xml();
    const front = readFront({
      title: 'Another',
      authors: ['Ada Byron'],
      names: [{ family: 'Byron', given: 'Ada' }],
    });
    const back = await shelf.edit(paper('own'), { front, language: 'de' });
    expect(paper('own').front.title).to.equal('Another');
    const read = readJats(await xml(), 'own');
    expect([read.front.title, read.front.names, read.language]).to.deep.equal(['Another', front.names, 'de']);
    await back();
    expect(paper('own').front.title).to.equal('Paper own');
    expect(readJats(await xml(), 'own').text.text).to.equal(readJats(before, 'own').text.text);
    expect(readJats(await xml(), 'own').language).to.equal('en');
  });

  it('lets go of a paper with all that was made of it, and of nothing else', async () => {
    const { shelf, paper, storage } = await bench();
    await storage.ensureNotebook({
      id: 'other',
      paper: 'gul-2008',
      name: 'Mine',
      created: '2026-01-01T00:00:00.000Z',
    });
    await shelf.remove(paper('own'));
    expect(await shelf.madeOf(paper('own'))).to.deep.equal({ marks: 1, claims: 1 });
    await shelf.purge(paper('own'));
    expect(paper('own')).to.equal(undefined);
    expect(await storage.papers.body('own')).to.equal(null);
    expect(await storage.notebooks('own')).to.deep.equal([]);
    expect(await storage.load('n')).to.deep.equal([]);
    expect((await storage.notebooks('gul-2008')).length).to.equal(1);
  });

  it('does not bring back a paper that was dropped meanwhile', async () => {
    const { shelf, paper, storage } = await bench();
    const back = await shelf.remove(paper('own'));
    await storage.papers.drop('own');
    await back();
    expect(paper('own')).to.equal(undefined);
  });
});
