// Finding: hits are where a naive search over characters finds them, however a query came about.
import { expect } from '@open-wc/testing';
import { foldQuery, longestQuery, piecesOf, Search, within } from '../../src/text/find.ts';
import { foldedText } from '../../src/text/folded-text.ts';
import { fold } from '../../src/text/fold.ts';
import { numbers, texts } from './texts.ts';

type Range = { readonly start: number; readonly end: number };

/** Hits as ranges of characters, as the panes have them. */
const found = (search: Search, query: string): Range[] => {
  const word = foldQuery(query);
  return [...search.hits(word)].map((hit) => ({
    start: search.text.offsetAt(hit),
    end: search.text.offsetAt(hit + word.length),
  }));
};

/** The same by trying every range of characters: the first that fits, then on behind it. */
function naive(text: string, query: string): Range[] {
  const word = foldQuery(query);
  const characters = [...text];
  const ranges: Range[] = [];
  if (word === '') return ranges;
  const own: string[] = [];
  let isSpaced = false;
  for (const character of characters) {
    const all = fold(character);
    const put: string = all === ' ' && isSpaced ? '' : all;
    if (put) isSpaced = put === ' ';
    own.push(put);
  }
  for (let start = 0; start < own.length; start += 1) {
    if (own[start] === '') continue;
    let words = '';
    let end = start;
    while (end < own.length && words.length < word.length) {
      words += own[end] ?? '';
      end += 1;
    }
    if (words !== word) continue;
    while (end < own.length && own[end] === '') end += 1;
    ranges.push({ start, end });
    start = end - 1;
  }
  return ranges;
}

const slice = (text: string, { start, end }: Range): string => [...text].slice(start, end).join('');

describe('finding', () => {
  it('finds what a naive search over characters finds, and every hit folds to the query', () => {
    const next = numbers(11);
    let hits = 0;
    for (const text of texts(600)) {
      const characters = [...text];
      const start = Math.floor(next() * characters.length);
      const query = characters.slice(start, start + 1 + Math.floor(next() * 4)).join('');
      const search = new Search(foldedText(text));
      const ranges = found(search, query);
      expect(ranges, JSON.stringify([text, query])).to.deep.equal(naive(text, query));
      for (const range of ranges) expect(foldQuery(slice(text, range))).to.equal(foldQuery(query));
      hits += ranges.length;
    }
    expect(hits).to.be.above(600);
  });

  it('finds the same whether a query is typed letter by letter, taken back, or given at once', () => {
    const next = numbers(13);
    const text = texts(80).join('');
    const typed = new Search(foldedText(text));
    let query = '';
    for (let step = 0; step < 600; step += 1) {
      const start = Math.floor(next() * (text.length - 3));
      if (query.length > 3 || next() < 0.3) query = query.slice(0, Math.floor(next() * query.length));
      else query += next() < 0.7 ? text.slice(start, start + 1) : text.slice(start, start + 3);
      expect(found(typed, query), query).to.deep.equal(found(new Search(foldedText(text)), query));
    }
  });

  it('never lets two hits overlap', () => {
    const search = new Search(foldedText('aaaa aaa'));
    expect(found(search, 'a').length).to.equal(7);
    expect(found(search, 'aa')).to.deep.equal([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
      { start: 5, end: 7 },
    ]);
  });

  it('finds neither half of a ligature by its first letter, and all of it by both', () => {
    const search = new Search(foldedText('a ﬁne line'));
    expect(found(search, 'f')).to.deep.equal([]);
    expect(found(search, 'fi')).to.deep.equal([{ start: 2, end: 3 }]);
    expect(found(search, 'fin')).to.deep.equal([{ start: 2, end: 4 }]);
  });

  it('finds a quotation copied with line breaks, other quotes and double spaces, over a paragraph’s end too', () => {
    const search = new Search(foldedText('It was a “big power”.\nAnd so it stayed.'));
    expect(found(search, '\n a\n "BIG  power".\r\n\r\nand')).to.deep.equal([{ start: 7, end: 25 }]);
  });

  it('finds nothing for nothing, and cuts a query that is too long', () => {
    const search = new Search(foldedText('abc'));
    expect(found(search, '')).to.deep.equal([]);
    expect(found(search, '  ')).to.deep.equal([]);
    expect(foldQuery('x'.repeat(longestQuery + 5)).length).to.equal(longestQuery);
    expect(foldQuery('\ud800x')).to.equal('\ufffdx');
  });
});

describe('hits within pieces', () => {
  it('are those that touch one, and the others those that touch none', () => {
    const next = numbers(17);
    for (let round = 0; round < 300; round += 1) {
      const text = foldedText(
        texts(30)
          .join('')
          .slice(Math.floor(next() * 60)),
      );
      const at = (): number => Math.floor(next() * text.folded.length);
      const ranges = Array.from({ length: Math.floor(next() * 6) }, () => {
        const start = at();
        return { start, end: start + Math.floor(next() * 30) };
      });
      const pieces = piecesOf(text, ranges);
      const hits = Int32Array.from(new Set(Array.from({ length: 20 }, at))).sort();
      const length = 1 + Math.floor(next() * 3);
      const inside = within(hits, length, pieces);
      const outside = within(hits, length, pieces, false);
      expect([...inside, ...outside].sort((one, other) => one - other)).to.deep.equal([...hits]);
      const touches = (hit: number): boolean =>
        ranges.some(({ start, end }) => {
          const [from, to] = [text.indexAt(start), text.indexAt(end)];
          return from < to && from < hit + length && to > hit;
        });
      expect([...inside]).to.deep.equal([...hits].filter(touches));
    }
  });
});
