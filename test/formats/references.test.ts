/** References from outside: the three formats, several at once, broken ones among them, and hostile ones. */
import { expect } from '@open-wc/testing';
import { findingSentence } from '../../src/formats/finding.ts';
import { readReferences } from '../../src/formats/references.ts';
import { cslTypes, type CslDate, type CslItem, type CslName } from '../../src/model/csl.ts';
import { readCslItem } from '../../src/model/csl-shapes.ts';
import { Fault } from '../../src/model/fault.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

const read = async (text: string, hint?: string) => {
  const { items, findings } = await readReferences(text, hint);
  return { items, said: findings.map(findingSentence) };
};

const faultOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'read',
    (error: unknown) => (error instanceof Fault ? error.code : error),
  );

describe('BibTeX', () => {
  it('gives each entry as CSL, its TeX decoded', async () => {
    const { items, said } = await read(`
@string{cup = "Cambridge University Press"}
@comment{not @article{this, title={No}}}
Words between entries, with a mail address: somebody@example.org (they say nothing).
@article{smith2004,
  author = {M{\\"u}ller, J{\\'o}hann and van der Berg, Anna and {World Bank}},
  title  = {The {NATO} question: {\\"O}zg\\"ur \\& \\emph{others}},
  journal = "Journal of {X}", year = 2004, month = mar, volume = 3, number = {2}, pages = {12--34},
  doi = {https://doi.org/10.1000/XYZ}
}
@incollection(gaulle, author={de Gaulle, Charles}, editor={Doe, Jr., John}, booktitle={Big Book}, title={Small},
  publisher = cup # { Ltd}, address={Cambridge}, date={1999-05-01/1999-06})`);
    expect(said).to.deep.equal([]);
    expect(items).to.deep.equal([
      {
        id: 'smith2004',
        type: 'article-journal',
        title: 'The NATO question: Özgür & others',
        author: [
          { family: 'Müller', given: 'Jóhann' },
          { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' },
          { literal: 'World Bank' },
        ],
        issued: { 'date-parts': [[2004, 3]] },
        'container-title': 'Journal of X',
        volume: '3',
        issue: '2',
        page: '12-34',
        DOI: '10.1000/xyz',
      },
      {
        id: 'gaulle',
        type: 'chapter',
        title: 'Small',
        author: [{ family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'de' }],
        editor: [{ family: 'Doe', given: 'John', suffix: 'Jr.' }],
        issued: {
          'date-parts': [
            [1999, 5, 1],
            [1999, 6],
          ],
        },
        'container-title': 'Big Book',
        publisher: 'Cambridge University Press Ltd',
        'publisher-place': 'Cambridge',
      },
    ]);
  });

  it('takes from the entry that it refers to, and no circle holds it up', async () => {
    const { items } = await read(`
@inproceedings{a, crossref = {b}, title = {A}}
@proceedings{b, title = {Meeting}, year = 1990, crossref = {a}}
@book{c, crossref = {c}, title = {C}}`);
    expect(items.map(({ title }) => title)).to.deep.equal(['A', 'Meeting', 'C']);
    expect(items[0]).to.deep.include({ 'container-title': 'Meeting', issued: { 'date-parts': [[1990]] } });
  });

  const good = (key: string): string => `@book{${key}, title = {Title of ${key}}, year = 1999}\n`;
  const broken: readonly (readonly [string, string, string, string | null])[] = [
    [
      'no closing brace',
      '@book{bad, title = {Open, year = 1999\n',
      'Entry 2 ‘bad’, line 2: no closing brace.',
      null,
    ],
    [
      'no closing brace of the entry',
      '@book{bad, title = {Bad}\n',
      'Entry 2 ‘bad’, line 2: no closing brace; what stands before it is kept.',
      'Bad',
    ],
    [
      'no equals sign',
      '@book{bad, title = {Bad}, year 1999}\n',
      'Entry 2 ‘bad’, line 2: no equals sign after “year”; what stands before it is kept.',
      'Bad',
    ],
    ['no value', '@book{bad, title = }\n', 'Entry 2 ‘bad’, line 2: a value is missing.', null],
    [
      'no comma',
      '@book{bad, title = {Bad} year = 1999}\n',
      'Entry 2 ‘bad’, line 2: a comma is missing after “title”.',
      'Bad',
    ],
    [
      'an open quotation mark',
      '@book{bad,\n title = "Open}\n',
      'Entry 2 ‘bad’ from line 2, line 3: a closing brace without an opening one.',
      null,
    ],
    [
      'a macro that is not there',
      '@book{bad, title = nothing}\n',
      'Entry 2 ‘bad’, line 2: “nothing” stands for nothing; kept as it is written.',
      'nothing',
    ],
    [
      'a field twice',
      '@book{bad, title = {Bad}, title = {Worse}}\n',
      'Entry 2 ‘bad’, line 2: “title” stands twice; the first is kept.',
      'Bad',
    ],
    [
      'an address that is none',
      '@book{bad, title = {Bad}, url = {javascript:alert(1)}}\n',
      'Entry 2 ‘bad’, line 2: URL is not an address of the web and was left out.',
      'Bad',
    ],
    [
      'TeX that cannot be read',
      '@book{bad, title = {Bad}, note = {\\begin{a} b}}\n',
      'Entry 2 ‘bad’, line 2: the field “note” is no TeX that can be read and was left out (\\begin{a} b).',
      'Bad',
    ],
    ['nothing in it', '@book{bad}\n', 'Entry 2 ‘bad’, line 2: names no work and was left out.', null],
  ];
  for (const [what, entry, words, title] of broken) {
    it(`with ${what} names the entry and the line and keeps the others`, async () => {
      const { items, said } = await read(good('one') + entry + good('three'));
      expect(said).to.deep.equal([words]);
      const titles = ['Title of one', ...(title === null ? [] : [title]), 'Title of three'];
      expect(items.map((item) => item.title)).to.deep.equal(titles);
    });
  }
});

describe('RIS', () => {
  it('gives each record as CSL', async () => {
    const { items, said } = await read(
      `TY  - JOUR\r\nAU  - Gül, Murat\r\nAU  - World Health Organization\r\nTI  - Russia and\r\n      Azerbaijan\r\nJO  - Alternatives\r\nVL  - 7\r\nIS  - 2\r\nSP  - 47\r\nEP  - 61\r\nPY  - 2008//\r\nDO  - 10.1234/ABC\r\nUR  - http://example.org/a b\r\nSN  - 1234-5678\r\nER  - \r\n\r\nTY - BOOK\r\nA1 - Doe, J\r\nY1 - 2001/03/04\r\nT1 - B\r\nPB - P\r\nCY - L\r\nER -`,
    );
    expect(said).to.deep.equal([]);
    expect(items).to.deep.equal([
      {
        id: 'entry-1',
        type: 'article-journal',
        title: 'Russia and Azerbaijan',
        author: [{ family: 'Gül', given: 'Murat' }, { literal: 'World Health Organization' }],
        issued: { 'date-parts': [[2008]] },
        'container-title': 'Alternatives',
        volume: '7',
        issue: '2',
        page: '47-61',
        DOI: '10.1234/abc',
        ISSN: '1234-5678',
        URL: 'http://example.org/a%20b',
      },
      {
        id: 'entry-2',
        type: 'book',
        title: 'B',
        author: [{ family: 'Doe', given: 'J' }],
        issued: { 'date-parts': [[2001, 3, 4]] },
        publisher: 'P',
        'publisher-place': 'L',
      },
    ]);
  });

  const record = (title: string): string => `TY  - BOOK\nTI  - ${title}\nER  - \n`;
  const broken: readonly (readonly [string, string, string, string | null])[] = [
    [
      'no end',
      'TY  - BOOK\nTI  - Bad\n',
      'Entry 2 from line 4, line 6: no end (ER) before the next entry; what stands there is kept.',
      'Bad',
    ],
    [
      'an unknown type',
      'TY  - NOPE\nTI  - Bad\nER  - \n',
      'Entry 2, line 4: its type “NOPE” is unknown; kept as a document.',
      'Bad',
    ],
    ['nothing in it', 'TY  - BOOK\nER  - \n', 'Entry 2, line 4: names no work and was left out.', null],
    ['a stray tag', 'AU  - Doe, J\n', 'Line 4: “AU” stands outside any entry and was left out.', null],
    ['a stray line', 'Some words\n', 'Line 4: “Some words” has no tag and was left out.', null],
  ];
  for (const [what, middle, words, title] of broken) {
    it(`with ${what} names the entry and the line and keeps the others`, async () => {
      const { items, said } = await read(record('One') + middle + record('Three'));
      expect(said).to.deep.equal([words]);
      const titles = ['One', ...(title === null ? [] : [title]), 'Three'];
      expect(items.map((item) => item.title)).to.deep.equal(titles);
    });
  }
});

describe('CSL-JSON', () => {
  it('may be a list, one item, or a list under items', async () => {
    const one = { id: 'a', type: 'book', title: 'A' };
    const other = { id: 7, type: 'chapter', title: 'B', issued: { 'date-parts': [['2001', '3']] } };
    const second = { id: '7', type: 'chapter', title: 'B', issued: { 'date-parts': [[2001, 3]] } };
    for (const [text, items] of [
      [JSON.stringify([one, other]), [one, second]],
      [JSON.stringify(one), [one]],
      [JSON.stringify({ items: [one] }, null, 2), [one]],
    ] as const)
      expect(await read(text)).to.deep.equal({ items, said: [] });
  });

  it('that is torn loses the torn item alone', async () => {
    const text = `[
  { "id": "a", "type": "book", "title": "A" },
  { "id": "bad", "type": "book", "title": "B", "author": [{ "family": "X" },
  { "id": "worse", "type": "book", "title": C },
  { "id": "d", "type": "book", "title": "D" }
]`;
    const { items, said } = await read(text);
    expect(items.map(({ id }) => id)).to.deep.equal(['a', 'd']);
    expect(said).to.deep.equal([
      'Entry 2 ‘bad’, line 3: no closing brace; left out.',
      'Entry 3 ‘worse’, line 4: is not JSON that can be read; left out.',
    ]);
  });

  it('with fields that are not sound loses these alone, and says which', async () => {
    const { items, said } = await read(
      JSON.stringify([
        {
          id: 'a',
          type: 'poster',
          title: 'A <i>b</i>',
          author: [{ family: 'X' }, 7, {}, { given: '' }],
          issued: { 'date-parts': [[2001, 77]] },
          URL: 'javascript:alert(1)',
          DOI: 'doi:10.1000/ABC',
          volume: { toString: 'x' },
          page: 12,
        },
        7,
        null,
      ]),
    );
    expect(items).to.deep.equal([
      { id: 'a', type: 'document', title: 'A b', author: [{ family: 'X' }], DOI: '10.1000/abc', page: '12' },
    ]);
    expect(said).to.have.length(7);
    expect(said.filter((words) => words.includes('its type is unknown'))).to.have.length(1);
    expect(said.filter((words) => words.includes('names no work'))).to.have.length(2);
    for (const field of ['author', 'issued', 'URL', 'volume'])
      expect(
        said.filter((words) => words.includes(`: ${field} `)),
        field,
      ).to.have.length(1);
  });

  it('of the reader’s own items is read back as it was', async () => {
    const dice = (seed: number): CslItem[] => {
      const made = new Dice(seed);
      const scraps = ['Gül', 'a', '“b”', 'ß', '𝔸', '&', '"', '\\', 'x < y', 'é', 'مرحبا'];
      const text = (): string => Array.from({ length: 1 + made.below(4) }, () => made.pick(scraps)).join(' ');
      const name = (): CslName =>
        made.pick([
          { literal: text() },
          { family: text(), given: text() },
          { family: text(), suffix: 'Jr.', 'non-dropping-particle': 'van' },
        ]);
      const date = (): CslDate =>
        made.pick([
          { 'date-parts': [[1000 + made.below(1000), 1 + made.below(12), 1 + made.below(28)]] },
          { 'date-parts': [[made.below(2000) + 1], [2001, 2]], circa: true },
          { literal: text() },
          { 'date-parts': [[2008]], season: 'Summer' },
        ]);
      return Array.from({ length: 1 + made.below(4) }, (_, at) => ({
        id: `${at} ${text()}`,
        type: made.pick(cslTypes),
        ...(made.below(2) ? { title: text(), volume: text(), note: text() } : { page: '1–2' }),
        ...(made.below(2) ? { author: [name(), name()], issued: date() } : { editor: [name()] }),
        ...(made.below(2)
          ? { DOI: '10.1000/ab.c', URL: 'https://example.org/ü'.replace('ü', '%C3%BC') }
          : {}),
      }));
    };
    for (let seed = 0; seed < 200; seed += 1) {
      const items = dice(seed);
      const back = await readReferences(JSON.stringify(items));
      expect(back.items, `seed ${seed}`).to.deep.equal(items);
      expect(back.findings, `seed ${seed}`).to.deep.equal([]);
      expect(items.map(readCslItem), `seed ${seed}`).to.deep.equal(items);
    }
  });
});

describe('references', () => {
  it('never have the same id twice', async () => {
    const { items } = await read('@book{a, title={A}} @book{a, title={B}} @book{, title={C}}');
    expect(items.map(({ id }) => id)).to.deep.equal(['a', 'a-2', 'entry-3']);
  });

  it('that are none are refused, and so is a text without end', async () => {
    for (const text of ['', ' ', 'Words.', '<html></html>', '7', '[]', '{}', '"x"', 'a@b.c', '{"a": 1}', '['])
      expect(await faultOf(readReferences(text)), text).to.equal('references/unknown');
    expect(await faultOf(readReferences('@'.repeat(2_000_001)))).to.equal('references/too-large');
  });

  it('in pieces, doubled and shuffled, never make the reader fail', async () => {
    const scraps = [
      '@book{',
      '@',
      '{',
      '}',
      '"',
      ',',
      '=',
      'title',
      'TY  - ',
      'ER  - \n',
      '\n',
      '\\',
      '#',
      '%',
      '[',
      ']',
      '{"id":"',
      '":',
      '\u0000',
      '𝔸',
      'a',
      '1',
      'author = {',
      'and',
      '$',
      '^',
      '\\begin',
      '@string{',
      '__proto__',
      'crossref={',
    ];
    const texts: string[] = [];
    forSeeds(400, (seed) => {
      const dice = new Dice(seed);
      texts.push(Array.from({ length: 1 + dice.below(60) }, () => dice.pick(scraps)).join(''));
    });
    for (const text of texts) {
      expect(await faultOf(readReferences(text)), JSON.stringify(text)).to.be.oneOf([
        'read',
        'references/unknown',
      ]);
    }
    expect('polluted' in {}).to.equal(false);
  });

  it('that lie as deep as a file can make them do no harm', async () => {
    const deep = 100_000;
    const { said } = await read(
      `@book{a, title={${'{'.repeat(deep)}${'}'.repeat(deep)}}}\n@book{b, title={B}}`,
    );
    expect(said).to.deep.equal(['Entry 1 ‘a’, line 1: braces lie too deep.']);
    expect(await faultOf(readReferences(`[{"id":"a","title":${'['.repeat(deep)}`))).to.equal('read');
  });

  it('are read up to the five-thousandth, in reasonable time', async () => {
    const many = Array.from(
      { length: 5_100 },
      (_, at) => `@book{k${at}, title={Title {\\"u} ${at}}, author={Doe, J. and Roe, R.}, year=1999}`,
    );
    const { items, said } = await read(many.join('\n'));
    expect(items).to.have.length(5_000);
    expect(said).to.deep.equal(['Line 5001: only the first 5,000 entries were read.']);
  }).timeout(20_000);
});
