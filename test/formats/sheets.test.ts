/** Marks as Markdown, CSV and HTML: everything that was written is there, and nothing of it means more than its words. */
import { expect } from '@open-wc/testing';
import type { Grouping } from '../../src/formats/grouping.ts';
import { csvCell, marksCsv } from '../../src/formats/marks-csv.ts';
import { marksHtml } from '../../src/formats/marks-html.ts';
import { containedMarkdown, escapeLine, marksMarkdown } from '../../src/formats/marks-markdown.ts';
import { grouped, type MarkEntry, type MarkSheet } from '../../src/formats/mark-entry.ts';
import { markdownFragment } from '../../src/ui/markdown-text.ts';
import { Dice } from '../notebook/generate.ts';

const plain = (text: string): MarkEntry['citation'] => ({ text, html: text, markdown: text });

const entry = (id: string, more: Partial<MarkEntry> = {}): MarkEntry => ({
  id,
  kind: 'Comment',
  offset: 5,
  quotations: ['the oil fields'],
  language: '',
  section: 'I. The oil',
  address: 'I ¶1 s1',
  page: '7',
  note: '',
  body: 'So',
  bodyHtml: '<p>So</p>',
  tags: [],
  colour: 'green',
  meaning: 'Evidence',
  isUnderlined: false,
  isOrphan: false,
  citation: plain('(Ada, 7)'),
  link: 'https://example.org/#/p?at=5',
  creator: 'Jo',
  created: '2026-01-01T00:00:00Z',
  modified: '2026-01-02T00:00:00Z',
  replies: [],
  ...more,
});

const sheet = (...entries: readonly MarkEntry[]): MarkSheet => ({
  title: 'A test',
  paper: plain('Ada, A test'),
  link: 'https://example.org/#/p',
  now: '2026-03-04T05:06:07Z',
  entries,
});

async function rendered(markdown: string): Promise<DocumentFragment> {
  return markdownFragment(markdown);
}

const flat = (text: string | null): string => (text ?? '').replace(/\s+/gu, ' ').trim();

/** Signs that mean something somewhere, in any order. */
const soup = [
  '*',
  '_',
  '`',
  '#',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '> ',
  '<b>',
  '</b>',
  '[',
  ']',
  '(x)',
  '!',
  '|',
  '~~',
  '\\',
  '&amp;',
  '&',
  '$',
  '==',
  '---',
  ' ',
  'a',
  'Baku',
  '\n',
  '\t',
  ':',
  '^',
  '%%',
  '<!--',
  'é',
];
const mixed = (dice: Dice): string =>
  Array.from({ length: 1 + dice.below(12) }, () => dice.pick(soup)).join('');

describe('groups of marks', () => {
  const all = [
    entry('late', {
      offset: 90,
      section: 'II. The war',
      tags: ['war', 'oil'],
      colour: 'red',
      meaning: 'Doubt',
    }),
    entry('lost', { offset: null, isOrphan: true, section: '' }),
    entry('whole', { offset: null, quotations: [], section: '' }),
    entry('early', { tags: ['oil'] }),
  ];
  const shown = (by: Grouping): [string, string[]][] =>
    grouped(all, by).map(({ title, entries }) => [title, entries.map(({ id }) => id)]);

  it('by section: the paper first, then as the text goes, what is not found last', () => {
    expect(shown('section')).to.deep.equal([
      ['The paper as a whole', ['whole']],
      ['I. The oil', ['early']],
      ['II. The war', ['late']],
      ['Not found in this text', ['lost']],
    ]);
  });
  it('by colour, under the reader’s own names', () => {
    expect(shown('colour')).to.deep.equal([
      ['Evidence', ['whole', 'early', 'lost']],
      ['Doubt', ['late']],
    ]);
  });
  it('by tag, under each of them, those without one last', () => {
    expect(shown('tag')).to.deep.equal([
      ['oil', ['early', 'late']],
      ['war', ['late']],
      ['Without a tag', ['whole', 'lost']],
    ]);
  });
  it('or none', () => expect(shown('none')).to.deep.equal([['', ['whole', 'early', 'late', 'lost']]]));
});

describe('marks as Markdown', () => {
  it('render what was quoted, whatever signs are in it', async () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const words = mixed(new Dice(seed));
      const fragment = await rendered(escapeLine(words));
      expect(flat(fragment.textContent), `seed ${seed}: ${words}`).to.equal(flat(words));
      for (const element of fragment.querySelectorAll('*')) expect(element.localName).to.equal('p');
    }
  });

  it('keep quotation, note, place, tags, citation, link and replies together', async () => {
    const one = entry('a', {
      quotations: ['first *line*\n2. second', 'another'],
      body: 'Why **not**?',
      tags: ['oil', '# war'],
      replies: [
        entry('b', {
          body: 'Because',
          quotations: [],
          replies: [entry('c', { body: 'Ah', quotations: [] })],
        }),
      ],
    });
    const fragment = await rendered(marksMarkdown(sheet(one), 'section'));
    expect([...fragment.querySelectorAll('h1, h2')].map((one) => one.textContent)).to.deep.equal([
      'Annotations on A test',
      'I. The oil',
    ]);
    expect([...fragment.querySelectorAll('blockquote p')].map((one) => one.textContent)).to.deep.equal([
      'first *line*',
      '2. second',
      'another',
    ]);
    expect(fragment.querySelector('strong')?.textContent).to.equal('not');
    expect(flat(fragment.textContent)).to.include(
      '— I ¶1 s1, p. 7 · Comment, Evidence · tags: oil, # war · (Ada, 7) · to the passage',
    );
    expect([...fragment.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.deep.equal([
      'https://example.org/#/p',
      'https://example.org/#/p?at=5',
    ]);
    expect(flat(fragment.querySelector('li > p')?.textContent ?? '')).to.equal('Because');
    expect(flat(fragment.querySelector('li li > p')?.textContent ?? '')).to.equal('Ah');
  });

  const bodies: readonly [string, string, string][] = [
    ['ends a fence that nobody ended', '```\ncode', '```\ncode\n```'],
    ['ends one of four by four', '````\n```\ncode', '````\n```\ncode\n````'],
    ['sets headings below those of the page', '# One\n##### Five\nx #no', '#### One\n###### Five\nx #no'],
    ['leaves tags words', 'a <b>c</b> <!-- d', 'a \\<b>c\\</b> \\<!-- d'],
    ['leaves links and code alone', '<https://a.org> `<b>`', '<https://a.org> `<b>`'],
  ];
  for (const [name, body, out] of bodies) it(name, () => expect(containedMarkdown(body)).to.equal(out));

  it('keep what one note begins from the next', async () => {
    const fragment = await rendered(
      marksMarkdown(sheet(entry('a', { body: '~~~\nopen' }), entry('b', { body: 'second' })), 'none'),
    );
    expect([...fragment.querySelectorAll('p')].some((one) => one.textContent === 'second')).to.equal(true);
  });
});

/** A reader of CSV by RFC 4180 alone. */
function table(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/gy;
  for (let found = cell.exec(csv); found; found = cell.exec(csv)) {
    rows.at(-1)?.push((found[1] ?? '').replaceAll('""', '"'));
    if (found[2] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('marks as CSV', () => {
  it('are read back cell by cell, whatever is in them', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const dice = new Dice(seed);
      const body = `x${mixed(dice)}"${mixed(dice)},\r\n`;
      const csv = marksCsv(sheet(entry('a', { body, tags: [mixed(dice)] }), entry('b')), 'none', false);
      const rows = table(csv);
      expect(rows).to.have.length(3);
      expect(rows.map((row) => row.length)).to.deep.equal([18, 18, 18]);
      expect(rows[1]?.[6]).to.equal(body);
    }
  });

  for (const risky of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '|calc',
    '%0A',
    '\u200B=1',
    '\n@x',
  ])
    it(`lets no spreadsheet run ${JSON.stringify(risky)}`, () =>
      expect(csvCell(risky)).to.equal(`"'${risky}"`));

  it('leave other words alone, have a mark where one is wanted, and replies below what they answer', () => {
    expect(csvCell('a=1 - "b"')).to.equal('"a=1 - ""b"""');
    const csv = marksCsv(sheet(entry('a', { replies: [entry('b', { body: 'No' })] })), 'section', true);
    expect(csv.startsWith('\uFEFF"Group",')).to.equal(true);
    const rows = table(csv.slice(1));
    expect(rows.map((row) => [row[16], row[17]])).to.deep.equal([
      ['Id', 'Reply to'],
      ['a', ''],
      ['b', 'a'],
    ]);
  });
});

describe('marks as a page of HTML', () => {
  const script = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const page = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

  it('show every word and run none', () => {
    const one = entry(script, {
      quotations: [script],
      section: script,
      address: script,
      tags: [script],
      meaning: script,
      creator: script,
      colour: script,
      language: script,
      link: 'javascript:alert(1)',
      replies: [entry('r', { creator: script, bodyHtml: '<p>Ah</p>' })],
    });
    const found = page(
      marksHtml({ ...sheet(one), title: script, link: `https://example.org/${script}` }, 'section'),
    );
    expect(found.querySelectorAll('script, img, iframe, object, link').length).to.equal(0);
    expect(found.querySelector('blockquote')?.textContent).to.equal(script);
    expect(found.querySelector('h1')?.textContent).to.equal(`Annotations on ${script}`);
    expect(found.querySelector('h2')?.textContent).to.equal(script);
    expect([...found.querySelectorAll('a')].map((link) => link.protocol)).to.deep.equal(['https:']);
    expect(found.querySelector('.replies .note')?.textContent).to.equal('Ah');
    expect(found.querySelector('meta[http-equiv]')?.getAttribute('content')).to.include("default-src 'none'");
  });

  it('have what a reader of the page needs', () => {
    const found = page(marksHtml(sheet(entry('a', { tags: ['oil'], language: 'de' })), 'colour'));
    expect(found.documentElement.lang).to.equal('en');
    expect(found.querySelector('blockquote')?.lang).to.equal('de');
    expect(flat(found.querySelector('.aside')?.textContent ?? '')).to.equal(
      'I ¶1 s1, p. 7 · Comment, Evidence · tags: oil · (Ada, 7) · to the passage',
    );
  });
});
