/** The words of a paper for the library: what is found, where it says that stands, and where it leads. */
import { expect } from '@open-wc/testing';
import { findQuote } from '../../src/anchoring/passage-quote.ts';
import { fetchPaper } from '../../src/app/corpus.ts';
import { mostHits, PaperIndex, type LibraryHit } from '../../src/app/search-index.ts';
import { SearchSession } from '../../src/app/search-session.ts';
import { jatsWords } from '../../src/formats/jats-words.ts';
import { readJats } from '../../src/formats/jats.ts';
import { writeJats } from '../../src/formats/paper/jats-write.ts';
import { plainText } from '../../src/model/plain-text.ts';
import { Notebook } from '../../src/notebook/notebook.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';
import { fold } from '../../src/text/fold.ts';
import { manuscript } from '../imports/manuscript.ts';
import { sources, type Source } from '../imports/sources.ts';
import { Dice } from '../notebook/generate.ts';
import { annotation, claim } from '../support/desk.ts';

const only = (hits: readonly LibraryHit[]): LibraryHit => {
  expect(hits.length).to.equal(1);
  return hits[0] as LibraryHit;
};

describe('the words of a paper in the library', () => {
  it('are found in text, notes and own writing, each with its place', async () => {
    const records = [
      annotation('a1', { body: 'On *harpooneers*', tags: ['whale oil'] }),
      claim('c1', { wording: 'Whaling is a noble calling.' }),
      annotation('a2'),
    ];
    const index = new PaperIndex(jatsWords(await fetchPaper('melville-advocate')), records);
    const note = only(index.find(fold('subsequent chapters for')).hits);
    expect([note.where, note.kind, note.aim]).to.deep.equal(['Note *', 'note', { to: 'note', value: '1' }]);
    const mark = only(index.find(fold('whale oil')).hits);
    expect([mark.where, mark.words, mark.aim]).to.deep.equal([
      'Your annotation',
      'whale oil',
      { to: 'annotation', value: 'a1' },
    ]);
    const own = only(index.find(fold('noble CALLING')).hits);
    expect([own.before, own.words, own.after, own.aim]).to.deep.equal([
      'Whaling is a ',
      'noble calling',
      '.',
      { to: 'claim', value: 'c1' },
    ]);
    expect(index.find('no such words')).to.deep.equal({ hits: [], count: 0 });
  });

  it('shows some of very many, and counts them all', async () => {
    const index = new PaperIndex(jatsWords(await fetchPaper('melville-advocate')), []);
    const { hits, count } = index.find('whale');
    expect(hits.length).to.equal(mostHits);
    const text = readJats(await fetchPaper('melville-advocate'), 'x').text.text;
    expect(count).to.equal(text.toLowerCase().split('whale').length - 1);
  });

  it('lead to the very passage: words at random of manuscripts at random', async () => {
    const [source] = (await sources()) as [Source];
    for (let seed = 1; seed <= 8; seed += 1) {
      const xml = writeJats(manuscript(source, { seed, scripts: true, lists: 2, quotations: 2 }));
      const { text } = readJats(xml, 'x');
      const index = new PaperIndex(jatsWords(xml), []);
      const dice = new Dice(seed);
      const points = [...text.text];
      for (let turn = 0; turn < 30; turn += 1) {
        const start = dice.below(points.length - 40);
        const words = points
          .slice(start, start + 12 + dice.below(28))
          .join('')
          .trim();
        if (words === '' || words.includes('\n')) continue;
        for (const hit of index.find(fold(words).trim()).hits) {
          if (hit.aim.to !== 'passage') continue;
          const found = findQuote(text, hit.aim.value, null);
          expect(found, `seed ${seed}: “${words}”`).not.to.equal(null);
          expect(fold(plainText(text.text).slice(found?.start ?? 0, found?.end ?? 0))).to.equal(
            fold(words).trim(),
          );
          expect(hit.words).to.equal(text.slice(found?.start ?? 0, found?.end ?? 0));
        }
      }
    }
  });
});

describe('looking through the library', () => {
  async function session(): Promise<SearchSession> {
    const storage = new MemoryStorage();
    await storage.ensureNotebook({
      id: 'n',
      paper: 'gul-2008',
      name: 'Mine',
      created: '2026-01-01T00:00:00Z',
    });
    const notebook = new Notebook();
    notebook.apply({ label: 'Test', put: [claim('c1', { wording: 'Oil is what it is about.' })] });
    await storage.append('n', [notebook.encode()]);
    return new SearchSession(storage);
  }

  it('tells of each paper in its turn, also of one that cannot be read', async () => {
    const told: unknown[] = [];
    const isWhole = await (
      await session()
    ).find('Oil is what', ['gul-2008', 'gone', 'melville-advocate'], (paper, hits, done) =>
      told.push([paper, hits?.count ?? null, done]),
    );
    expect(isWhole).to.equal(true);
    expect(told).to.deep.equal([
      ['gul-2008', 1, 1],
      ['gone', null, 2],
      ['melville-advocate', 0, 3],
    ]);
  });

  it('is ended by the next query', async () => {
    const searching = await session();
    const first = searching.find('oil', ['gul-2008', 'melville-advocate'], () => expect.fail('It is over.'));
    const second = searching.find('whale', ['melville-advocate'], () => undefined);
    expect([await first, await second]).to.deep.equal([false, true]);
  });
});
