/** Reading JATS, judged on the real paper: text, markers, sections and page starts against the XML's own words. */
import { expect } from '@open-wc/testing';
import { readJats } from '../../src/formats/jats.ts';
import type { Paper } from '../../src/model/paper.ts';
import { corpusFile } from '../support/paper.ts';

let paper: Paper;
let article: Element;

before(async () => {
  const xml = await corpusFile('gul-2008/paper.xml');
  paper = readJats(xml, 'gul-2008');
  article = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
});

const collapse = (text: string): string => text.replace(/\s+/gu, ' ');
const lengthOf = (text: string): number => [...text].length;

/** A label's own words; empty where there is none. */
const labelOf = (element: Element | null): string =>
  collapse(element?.querySelector(':scope > label')?.textContent ?? '').trim();

/** The words of an element, without its markers. */
function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const marker of copy.querySelectorAll('xref[ref-type=fn]')) marker.remove();
  return collapse(copy.textContent).trim();
}

/** The label that a block begins with: a heading's, or that of the item whose first paragraph it is. */
function leadOf(element: Element): string {
  const around = element.parentElement;
  if (element.localName === 'title') return labelOf(around);
  const isFirst = around?.querySelector('p') === element;
  return around?.localName === 'list-item' && isFirst ? labelOf(around) : '';
}

/** The blocks of the body in order, by the rules of the paper text, with the element each came from. */
function blocksOf(): { element: Element; lead: string; text: string; start: number }[] {
  let start = 0;
  return [...article.querySelectorAll('body title, body p')].map((element) => {
    const lead = leadOf(element) && `${leadOf(element)} `;
    const block = { element, lead, text: lead + wordsOf(element), start };
    start += lengthOf(block.text) + 1;
    return block;
  });
}

/** The text of a block before a leaf, white space made single. */
function wordsBefore(element: Element, leaf: Element): string {
  const range = leaf.ownerDocument.createRange();
  range.setStart(element, 0);
  range.setEndBefore(leaf);
  const part = leaf.ownerDocument.createElement('part');
  part.append(range.cloneContents());
  for (const marker of part.querySelectorAll('xref[ref-type=fn]')) marker.remove();
  return collapse(part.textContent).trimStart();
}

/** The offset of every leaf that a selector finds: an end of a word for markers, the start of one for pages. */
function leaves(selector: string, cut: (text: string) => string): { leaf: Element; offset: number }[] {
  return blocksOf().flatMap(({ element, lead, start }) =>
    [...element.querySelectorAll(selector)].map((leaf) => {
      const words = cut(wordsBefore(element, leaf));
      // What stands before the first word of a title stands before its label too.
      return { leaf, offset: words || element.localName === 'p' ? start + lengthOf(lead + words) : start };
    }),
  );
}

describe('the text of the real paper', () => {
  it('is that of the XML by the rules of the paper text', () => {
    expect(paper.text.text).to.equal(
      blocksOf()
        .map((block) => block.text)
        .join('\n'),
    );
  });

  it('has single white space, and none at the ends of a block', () => {
    expect(paper.text.text).not.to.match(/[^\S\n]{2}|[^\S\n ]|^ | $|\n\n| \n|\n /u);
  });

  it('has the blocks of the XML by their ids and kinds', () => {
    const kinds = blocksOf().map(({ element }) => {
      if (element.localName === 'title')
        return ['heading', `section-${element.parentElement?.id.slice('sec-'.length)}`];
      const kind = { 'disp-quote': 'quotation', 'list-item': 'item' }[element.parentElement?.localName ?? ''];
      return [kind ?? 'paragraph', element.id];
    });
    expect(paper.text.blocks.map(({ kind, id }) => [kind, id])).to.deep.equal(kinds);
  });
});

describe('the markers of the real paper', () => {
  it('are 79, each with its note, label, id and link', () => {
    const expected = Array.from({ length: 79 }, (_, at) => ({
      id: `marker-${at + 1}`,
      note: `fn${at + 1}`,
      label: String(at + 1),
      href: `#/gul-2008?note=${at + 1}`,
    }));
    expect(paper.text.markers.map((marker) => marker.node.attrs)).to.deep.equal(expected);
  });

  it('stand right behind the word they follow in the XML', () => {
    const expected = leaves('xref[ref-type=fn]', (text) => text.trimEnd()).map(({ offset }) => offset);
    expect(paper.text.markers.map((marker) => marker.offset)).to.deep.equal(expected);
    for (const offset of expected) expect(paper.text.slice(offset - 1, offset)).to.match(/\S/u);
  });

  it('have notes that are missing from the copy, in order', () => {
    const expected = Array.from({ length: 79 }, (_, at) => ({
      id: `fn${at + 1}`,
      label: String(at + 1),
      anchor: `note-${at + 1}`,
      status: 'missing-in-source',
      text: null,
    }));
    expect(paper.notes).to.deep.equal(expected);
  });
});

describe('the page starts of the real paper', () => {
  it('are 47 to 61 with what is known of each, at their first words', () => {
    const expected = leaves('target[target-type=page]', (text) => text).map(({ leaf, offset }) => [
      { label: leaf.id.slice(1), evidence: leaf.getAttribute('specific-use') },
      offset,
    ]);
    const labels = Array.from({ length: 15 }, (_, at) => String(47 + at));
    expect(paper.text.pages.map((page) => page.node.attrs['label'] as unknown)).to.deep.equal(labels);
    expect(paper.text.pages.map((page) => [page.node.attrs, page.offset])).to.deep.equal(expected);
    for (const page of paper.text.pages)
      expect(paper.text.slice(page.offset, page.offset + 1)).to.match(/\S/u);
  });
});

describe('the sections of the real paper', () => {
  /** A section's address: the labels around it and its own, without their stops. */
  const addressOf = (section: Element): string => {
    const own = labelOf(section).replace(/\.$/u, '');
    const around = section.parentElement?.closest('sec');
    return around ? `${addressOf(around)}.${own}` : own;
  };

  it('are the tree of the XML, each starting at its label', () => {
    const starts = new Map(blocksOf().map((block) => [block.element, block.start]));
    const expected = [...article.querySelectorAll('body sec')].map((section) => {
      const title = section.querySelector(':scope > title')!;
      const address = addressOf(section);
      const level = address.split('.').length;
      const start = starts.get(title);
      return {
        address,
        label: labelOf(section),
        title: wordsOf(title),
        level,
        id: `section-${address}`,
        start,
      };
    });
    expect(expected).to.have.length(13);
    expect(paper.sections).to.deep.equal(expected);
  });

  it('give every block its section and its number there', () => {
    for (const { kind, section, address, id } of paper.text.blocks) {
      if (kind === 'heading') expect([address, id]).to.deep.equal([section, `section-${section}`]);
      else expect(`p-${address.replace(/\.(?=\d+$)/u, '-')}`, address).to.equal(id);
    }
  });
});

describe('the front matter of the real paper', () => {
  it('is what the XML says', () => {
    expect(paper.front).to.deep.equal({
      title: 'Russia and Azerbaijan: Relations after 1989',
      authors: ['Murat Gül'],
      year: 2008,
      journal: 'Alternatives: Turkish Journal of International Relations',
      volume: '7',
      issue: '2 & 3',
      season: 'Summer & Fall',
      firstPage: '47',
      lastPage: '61',
      names: [{ family: 'Gül', given: 'Murat' }],
      // The copy tells none of these, and the reader invents none.
      publisher: null,
      doi: null,
      issn: null,
      url: null,
    });
  });
});
