/** Figures, tables, links and bullets in the open text: their words count and can be found, pictures come from the paper's files alone. */
import { expect } from '@open-wc/testing';
import { readJats } from '../../src/formats/jats.ts';
import { writeJats } from '../../src/formats/paper/jats-write.ts';
import type { Draft } from '../../src/model/draft.ts';
import { printedText } from '../../src/reader/printed-text.ts';
import { openPane } from './pane.ts';
import { until } from '../support/settle.ts';

const text = (words: string) => [{ kind: 'text', text: words }] as const;

const draft: Draft = {
  format: 'docx',
  front: { title: 'Of figures' },
  language: 'en',
  notes: [{ id: 'fn1', label: '1', content: [text('A note.')] }],
  findings: [],
  blocks: [
    {
      id: 'b1',
      kind: 'paragraph',
      content: [
        ...text('See '),
        { kind: 'text', text: 'this page', href: 'https://example.org/a' },
        { kind: 'text', text: ' or ', href: 'javascript:alert(1)' },
        ...text('that.'),
      ],
    },
    { id: 'b2', kind: 'figure', content: text('Figure 1. A ship.'), picture: 'ship.png' },
    {
      id: 'b3',
      kind: 'table',
      content: [...text('Table 1. Trade'), { kind: 'marker', note: 'fn1', label: '1' }],
      table: [
        [
          { content: text('Year'), isHead: true },
          { content: text('Tons'), isHead: true },
        ],
        [{ content: text('1994') }, { content: [] }],
      ],
    },
    { id: 'b4', kind: 'item', level: 1, content: text('one') },
    { id: 'b5', kind: 'item', level: 2, content: text('deeper') },
    { id: 'b6', kind: 'item', level: 1, label: '(ii)', content: text('two') },
    { id: 'b7', kind: 'paragraph', content: text('The end.') },
  ],
};

const paper = readJats(writeJats(draft), 'test');

/** A picture of one dot. */
const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

describe('the open text', () => {
  it('shows figures with their words, and counts them in', async () => {
    const { pane, view } = await openPane(paper);
    const [ship, trade] = [...view.dom.querySelectorAll('figure')];
    expect(ship?.querySelector('figcaption')?.textContent).to.equal('Figure 1. A ship.');
    expect(ship?.querySelector('img')?.alt).to.equal('Figure 1. A ship.');
    expect([...(trade?.querySelectorAll('th') ?? [])].map((cell) => cell.textContent)).to.deep.equal([
      'Year',
      'Tons',
    ]);
    expect(paper.text.text).to.contain('Figure 1. A ship.\nTable 1. Trade\nYear\nTons\n1994\n\none');
    const at = [...paper.text.text].join('').indexOf('1994');
    pane.select(at, at + 4);
    await until(() => document.getSelection()?.toString() === '1994');
  });

  it('counts paragraphs without figures', () => {
    const last = paper.text.blocks.at(-1);
    expect(last?.address).to.equal('5');
  });

  it('gives pictures the source that the paper has, and words where it has none', async () => {
    const asked: string[] = [];
    const { pane } = await openPane(paper);
    pane.pictures = (name) => {
      asked.push(name);
      return Promise.resolve(name === 'ship.png' ? dot : null);
    };
    pane.paper = readJats(writeJats(draft), 'again');
    const picture = await until(() => pane.querySelector<HTMLImageElement>('img[src]'));
    expect(picture.src).to.equal(dot);
    expect(asked).to.contain('ship.png');
  });

  it('sets bullets where no label is printed, and lists in lists', async () => {
    const { view } = await openPane(paper);
    expect(view.dom.querySelectorAll('li.bulleted')).to.have.length(2);
    expect(view.dom.querySelector('li li')?.textContent).to.equal('deeper');
  });

  it('leads outside by safe links only, and knows nothing of where they lead', async () => {
    const { view } = await openPane(paper);
    const links = [...view.dom.querySelectorAll<HTMLAnchorElement>('.text-link')];
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(['https://example.org/a']);
    expect(links[0]?.rel).to.contain('noopener');
  });

  it('is printed whole', () => {
    const printed = printedText(paper, { passages: [], insets: [] });
    expect(printed.querySelectorAll('td, th')).to.have.length(4);
    expect(printed.querySelector('figcaption')?.textContent).to.equal('Figure 1. A ship.');
  });
});
