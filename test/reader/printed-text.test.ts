/** The text for the printed page: nothing of it lost or moved by what is drawn into it, every passage marked to the letter. */
import { expect } from '@open-wc/testing';
import type { Passage } from '../../src/desk/passages.ts';
import type { Paper } from '../../src/model/paper.ts';
import { printedText, type Inset } from '../../src/reader/printed-text.ts';
import { staticText } from '../../src/reader/static-text.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { annotation, claim } from '../support/desk.ts';
import { em, list, note, p, page, paper, quotation, realPaper, section } from '../support/paper.ts';
import { only } from '../support/settle.ts';

const sample = paper(
  section(
    'I.',
    'A <heading>title',
    p('Some <a>words', note('1'), ' with ', em('a stress'), ' and 👩‍🏫 a<b> te\u0301acher.', page('2')),
    quotation(p(page('3', 'inferred'), 'Quoted', note('2'), ' words.'), p('More <c>of them<d>.')),
    list(['(i)', 'one <e>item'], ['(ii)', 'another']),
    p('The end.'),
  ),
);

const text = (start: number, end: number) => ({ start, end });

const mark = (id: string, range: { start: number; end: number }): Passage => ({
  kind: 'annotation',
  id,
  ...range,
  record: annotation(id),
});

const sign = (id: string): Element => {
  const element = document.createElement('i');
  element.className = 'sign';
  element.dataset['id'] = id;
  element.textContent = id;
  return element;
};

/** Text of a tree without its markers and signs. */
function wordsOf(node: ParentNode): string {
  const copy = node.cloneNode(true) as ParentNode & Node;
  copy.querySelectorAll('.marker, .sign').forEach((one) => one.remove());
  return copy.textContent ?? '';
}

/** The text of each block without markers and signs, blocks joined as in the paper text. */
const blocksOf = (root: ParentNode): string =>
  [...root.querySelectorAll('h2, h3, h4, p')].map(wordsOf).join('\n');

const generated = (dice: Dice, length: number): { passages: Passage[]; insets: Inset[] } => {
  const passages = Array.from({ length: dice.below(7) }, (_, at): Passage => {
    const start = dice.below(length - 1);
    const range = text(start, start + 1 + dice.below(Math.min(60, length - start)));
    return dice.next() < 0.5
      ? mark(`a${at}`, range)
      : { kind: 'claim', id: `c${at}`, ...range, record: claim(`c${at}`) };
  });
  const offsets = Array.from({ length: dice.below(6) }, () => dice.below(length + 1)).sort((a, b) => a - b);
  return { passages, insets: offsets.map((offset, at) => ({ offset, elements: [sign(String(at))] })) };
};

/** The paper text before an element of a tree that `printedText` made. */
function offsetOf(root: DocumentFragment, element: Element): number {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEndBefore(element);
  const before = range.cloneContents();
  // A block that has only been opened counts: its line break stands before it.
  return [...blocksOf(before)].length;
}

function keepsAll({ paper: one }: { paper: Paper }, runs: number): void {
  forSeeds(runs, (seed) => {
    const { passages, insets } = generated(new Dice(seed), one.text.length);
    const made = printedText(one, { passages, insets });
    expect(blocksOf(made)).to.equal(one.text.text);
    const signs = [...made.querySelectorAll('.sign')];
    expect(signs.map((each) => each.textContent)).to.deep.equal(insets.map((_, at) => String(at)));
  });
}

describe('the text for the printed page', () => {
  it('keeps every letter in its place whatever is drawn into it', () => keepsAll(sample, 400));

  it('does so with the real paper', async () => keepsAll({ paper: await realPaper() }, 6));

  it('puts a sign before the character of its offset', () => {
    for (const block of sample.paper.text.blocks) {
      for (let offset = block.start; offset <= block.end; offset += 1) {
        const made = printedText(sample.paper, { passages: [], insets: [{ offset, elements: [sign('x')] }] });
        expect(offsetOf(made, only(made, '.sign')), `offset ${offset}`).to.equal(offset);
      }
    }
  });

  it('marks the very words of each passage', () => {
    forSeeds(300, (seed) => {
      const { passages } = generated(new Dice(seed), sample.paper.text.length);
      const marks = passages.filter((one) => one.kind === 'annotation');
      const made = printedText(sample.paper, { passages, insets: [] });
      const covered = (at: number): boolean => marks.some((one) => one.start <= at && at < one.end);
      const wanted = [...sample.paper.text.text].filter((char, at) => char !== '\n' && covered(at)).join('');
      expect([...made.querySelectorAll('.printed-mark')].map(wordsOf).join('')).to.equal(wanted);
    });
  });

  it('tells how many marks lie over each other, and keeps the claim’s line beneath', () => {
    const { at } = sample;
    const passages: Passage[] = [
      mark('one', text(at('a'), at('a') + 5)),
      mark('two', text(at('a') + 2, at('a') + 5)),
      { kind: 'claim', id: 'c', ...text(at('a'), at('a') + 5), record: claim('c', { role: 'issue' }) },
    ];
    const made = printedText(sample.paper, { passages, insets: [] });
    expect(
      [...made.querySelectorAll<HTMLElement>('.printed-mark')].map(
        (one) => `${one.dataset['depth']}:${one.textContent}`,
      ),
    ).to.deep.equal(['1:wo', '2:rds']);
    expect(
      [...made.querySelectorAll<HTMLElement>('.printed-claim')].map((one) => one.dataset['role']),
    ).to.deep.equal(['issue', 'issue']);
  });

  it('puts a sign at the start of a list item outside the box of its label', () => {
    const item = sample.paper.text.blocks.find((one) => one.kind === 'item');
    const insets = [{ offset: item!.start, elements: [sign('x')] }];
    const made = printedText(sample.paper, { passages: [], insets });
    expect(only(made, '.sign').closest('.label')).to.equal(null);
  });

  it('shares no id with the text on the screen, and leads its markers to the printed notes', () => {
    const made = printedText(sample.paper, { passages: [], insets: [] });
    const screen = document.createElement('div');
    screen.append(staticText(sample.paper));
    const ids = new Set([...screen.querySelectorAll('[id]')].map((one) => one.id));
    const printed = [...made.querySelectorAll('[id]')].map((one) => one.id);
    expect(printed).to.have.length(ids.size);
    expect(printed.filter((id) => ids.has(id))).to.deep.equal([]);
    expect([...made.querySelectorAll('.marker')].map((one) => one.getAttribute('href'))).to.deep.equal([
      '#printed-note-1',
      '#printed-note-2',
    ]);
  });
});
