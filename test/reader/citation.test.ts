/** A passage as a quotation with its source: words, pages, escaping, and what happens when the browser refuses to copy. */
import { expect } from '@open-wc/testing';
import type { Range } from '../../src/desk/desk.ts';
import type { Front, Paper } from '../../src/model/paper.ts';
import { pagesOf } from '../../src/cite/quotation.ts';
import { quotePlainly } from '../../src/cite/quoted.ts';
import { copyWithCitation } from '../../src/reader/citation.ts';
import { citationLine } from '../../src/reader/front-matter.ts';
import { note, p, page, paper, realPaper } from '../support/paper.ts';

const sample = paper(
  p('<a>No page.<b> ', page('5', 'known'), '<c>Five “said”.<d>', note('1'), ' Still <e>five.'),
  p(page('6', 'inferred'), '<f>Six & <i>“more” < all.<g> ', page('7', 'inferred'), '<h>Seven.<j>'),
);
const { range } = sample;
const citePlain = (of: Paper, span: Range): string => quotePlainly(of, span).text;
const citeHtml = (of: Paper, span: Range): string => quotePlainly(of, span).html.replace(/^<p>|<\/p>$/gu, '');
const withFront = (front: Partial<Front>): Paper => ({
  ...sample.paper,
  front: { ...sample.paper.front, ...front },
});

describe('the pages of a passage', () => {
  it('are those of its first and last sign, inferred ones in brackets', () => {
    const pages = (from: string, to: string) => pagesOf(sample.paper, range(from, to));
    expect(pages('c', 'd')).to.equal('5');
    expect(pages('e', 'g')).to.equal('5–[6]');
    expect(pages('f', 'g')).to.equal('[6]');
    expect(pages('f', 'j')).to.equal('[6]–[7]');
    expect(pages('a', 'b')).to.equal('');
    expect(pages('a', 'd')).to.equal('5');
  });

  it('do not take in the page that begins behind the passage', () => {
    expect(pagesOf(sample.paper, { start: sample.at('c'), end: sample.at('f') })).to.equal('5');
    expect(pagesOf(sample.paper, { start: sample.at('f'), end: sample.at('h') })).to.equal('[6]');
  });
});

describe('a citation', () => {
  it('quotes the words and names author, title, journal, number, year and pages', () => {
    expect(citePlain(sample.paper, range('c', 'd'))).to.equal(
      '“Five ‘said’.” (Ada Writer, “A test of papers,” Journal of Tests 3, no. 4 (2001): 5)',
    );
  });

  it('makes white space and block ends single spaces', () => {
    expect(citePlain(sample.paper, range('e', 'h'))).to.match(
      /^“five\. Six & ‘more’ < all\.” \(.*: 5–\[6\]\)$/u,
    );
  });

  it('leaves out what is not known', () => {
    const bare = withFront({ authors: [], journal: null, volume: null, issue: null, year: null });
    expect(citePlain(bare, range('a', 'b'))).to.equal('“No page.” (“A test of papers”)');
  });

  it('of the real paper is the one of the journal', async () => {
    const real = await realPaper();
    const at = real.text.text.indexOf('The sudden collapse');
    const start = [...real.text.text.slice(0, at)].length;
    expect(citePlain(real, { start, end: start + 19 })).to.equal(
      '“The sudden collapse” (Murat Gül, “Russia and Azerbaijan: Relations after 1989,” ' +
        'Alternatives: Turkish Journal of International Relations 7, no. 2 & 3 (2008): 47)',
    );
  });
});

describe('a citation as HTML', () => {
  const read = (html: string): HTMLElement => {
    const template = document.createElement('template');
    template.innerHTML = `<p>${html}</p>`;
    return template.content.firstElementChild as HTMLElement;
  };

  const hostile: readonly Partial<Front>[] = [
    { journal: 'A & B' },
    { journal: '<img src=x onerror=alert(1)>' },
    { title: '</p><script>alert(1)</script>', authors: ['"><b>'] },
    { journal: 'Costs $& and $1 $` more' },
    { journal: 'Five' },
    { journal: 'Ada' },
    { journal: '&' },
  ];
  for (const front of hostile) {
    it(`says the same as the plain one with ${JSON.stringify(front)}`, () => {
      const paper = withFront(front);
      for (const [from, to] of [
        ['c', 'd'],
        ['f', 'g'],
      ] as const) {
        const cited = read(citeHtml(paper, range(from, to)));
        expect(cited.textContent).to.equal(citePlain(paper, range(from, to)));
        expect([...cited.querySelectorAll('*')].map((one) => one.localName)).to.deep.equal(['i']);
        expect(cited.querySelector('i')?.textContent).to.equal(paper.front.journal);
        expect(cited.querySelector('i')?.previousSibling?.textContent).to.match(/,” $/u);
      }
    });
  }

  it('has nothing in italics where there is no journal', () => {
    expect(read(citeHtml(withFront({ journal: null }), range('c', 'd'))).children).to.have.length(0);
  });
});

describe('copying with citation', () => {
  const { clipboard } = navigator;
  afterEach(() => {
    Reflect.deleteProperty(clipboard, 'write');
    Reflect.deleteProperty(clipboard, 'writeText');
  });
  const stub = (write: () => Promise<void>, writeText: () => Promise<void>): void => {
    Object.defineProperty(clipboard, 'write', { value: write, configurable: true });
    Object.defineProperty(clipboard, 'writeText', { value: writeText, configurable: true });
  };
  const refuse = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
  const cited = citePlain(sample.paper, range('c', 'd'));

  it('gives text and HTML', async () => {
    const items: ClipboardItem[] = [];
    stub((...args: unknown[]) => Promise.resolve(void items.push(...(args[0] as ClipboardItem[]))), refuse);
    expect(await copyWithCitation(sample.paper, range('c', 'd'))).to.equal('Copied with citation');
    const read = async (type: string) => (await items[0]!.getType(type)).text();
    expect(await read('text/plain')).to.equal(cited);
    expect(await read('text/html')).to.equal(`<p>${citeHtml(sample.paper, range('c', 'd'))}</p>`);
  });

  it('gives text alone where only that is allowed', async () => {
    const texts: unknown[] = [];
    stub(refuse, (...args: unknown[]) => Promise.resolve(void texts.push(...args)));
    expect(await copyWithCitation(sample.paper, range('c', 'd'))).to.equal('Copied with citation');
    expect(texts).to.deep.equal([cited]);
  });

  it('says so where nothing is allowed', async () => {
    stub(refuse, refuse);
    expect(await copyWithCitation(sample.paper, range('c', 'd'))).to.match(/not let this page copy/u);
  });
});

describe('the line above the text', () => {
  it('says where the paper appeared, as far as it is known', async () => {
    expect(citationLine((await realPaper()).front)).to.equal(
      'Alternatives: Turkish Journal of International Relations 7, no. 2 & 3 (Summer & Fall 2008): 47–61',
    );
    const none = {
      journal: null,
      volume: null,
      issue: null,
      year: null,
      season: null,
      firstPage: null,
      lastPage: null,
    };
    expect(citationLine(withFront(none).front)).to.equal('');
  });
});
