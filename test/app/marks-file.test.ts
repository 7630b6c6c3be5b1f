/** Files of marks made from a desk: which records go in, what a format leaves out, and that every mark can be found again. */
import { expect } from '@open-wc/testing';
import { firstMarks, isMarksChoice, marksFormats } from '../../src/app/marks-choice.ts';
import { leftOut, marksFile } from '../../src/app/marks-file.ts';
import { noFilter, takenRecords } from '../../src/app/marks-taken.ts';
import { passageLink } from '../../src/app/passage-link.ts';
import { annotation, claim, deskOn, step, targets } from '../support/desk.ts';
import { sample } from '../formats/exchange.ts';

const { paper, range } = sample;
const at = (from: string, to: string): { targets: ReturnType<typeof targets> } => ({
  targets: targets(paper, range(from, to)),
});

/** Two marks, a reply, a note on the paper, a lost one, claims of the reader and of the edition. */
function desk(): ReturnType<typeof deskOn> {
  return deskOn(paper, {
    own: [
      annotation('first', {
        ...at('a', 'b'),
        motivation: 'commenting',
        body: 'So **it** is',
        tags: ['oil'],
        colour: 'green',
      }),
      annotation('second', { ...at('e', 'f'), colour: 'red', style: 'underline' }),
      annotation('reply', { replyTo: 'first', body: 'Is it?', targets: [] }),
      annotation('whole', { targets: [], body: 'All of it' }),
      annotation('lost', { targets: [{ exact: 'gone', prefix: 'x', suffix: 'y', start: 1, end: 5 }] }),
      claim('mine', at('c', 'd')),
    ],
    edition: [claim('theirs', at('a', 'b')), step('s', ['mine'], 'theirs')],
  });
}

const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id).sort();

describe('what goes into a file of marks', () => {
  const { store } = desk();
  const taken = (more: Partial<typeof firstMarks>, filter = {}): string[] =>
    ids(takenRecords(store.desk, { ...firstMarks, ...more }, { ...noFilter, ...filter }));

  it('is everything of one’s own, with the layers that show where they are wanted', () => {
    expect(taken({})).to.deep.equal(['first', 'lost', 'mine', 'reply', 'second', 'whole']);
    expect(taken({ hasLayers: true })).to.include.members(['theirs', 's', 'mine']);
  });
  it('or marks alone, of a colour, with a tag, or those selected, each with what answers it', () => {
    expect(taken({ what: 'marks' })).to.deep.equal(['first', 'lost', 'reply', 'second', 'whole']);
    expect(taken({ what: 'marks' }, { colour: 'green' })).to.deep.equal(['first', 'reply']);
    expect(taken({ what: 'marks' }, { tag: 'oil', colour: 'red' })).to.deep.equal([]);
    expect(taken({}, { ids: ['first', 'second'] })).to.deep.equal(['first', 'reply', 'second']);
  });
  it('is told where a format has no place for it', () => {
    const records = takenRecords(store.desk, firstMarks, noFilter);
    expect(leftOut(records, 'w3c')).to.deep.equal([]);
    expect(leftOut(records, 'markdown')).to.deep.equal([]);
    expect(leftOut(records, 'zotero')).to.deep.equal([
      'Zotero has no replies: 1 reply stays out.',
      '1 record of the argument and of sources stays out.',
    ]);
  });
});

describe('a file of marks', () => {
  for (const format of marksFormats)
    it(`has every mark in ${format}, and is named after the paper`, async () => {
      const { store } = desk();
      const records = takenRecords(store.desk, firstMarks, noFilter);
      const { name, text } = await marksFile(store.desk, records, { ...firstMarks, format }, 'plain');
      expect(name).to.match(/^test-annotations\.[a-z.]+$/u);
      for (const words of ['the oil fields', 'nationalised', 'gone', 'All of it'])
        expect(text).to.include(words);
      if (format !== 'zotero') expect(text).to.include('Is it?');
      expect(JSON.stringify(text)).not.to.include('undefined');
    });

  it('for people says place, page, citation and the way back to the words', async () => {
    const { store } = desk();
    const records = takenRecords(store.desk, firstMarks, noFilter);
    const page = await marksFile(store.desk, records, { ...firstMarks, format: 'html' }, 'plain');
    const html = new DOMParser().parseFromString(page.text, 'text/html');
    expect([...html.querySelectorAll('h2')].map((one) => one.textContent)).to.deep.equal([
      'The paper as a whole',
      'I. The oil',
      'Not found in this text',
    ]);
    const [first] = [...html.querySelectorAll('article')].filter((one) =>
      one.textContent?.includes('So it is'),
    );
    expect(first?.querySelector('strong')?.textContent).to.equal('it');
    expect(first?.querySelector('.aside')?.textContent).to.equal(
      'I ¶1 s1, p. 7 · Comment, Evidence · tags: oil · (Ada Writer, “A test of papers,” Journal of Tests 3, no. 4 (2001): 7) · to the passage',
    );
    expect(first?.querySelector('a')?.href).to.equal(passageLink(paper, range('a', 'b')));
    expect(first?.querySelector('.replies')?.textContent).to.include('Is it?');
  });
});

describe('a choice that was remembered', () => {
  it('is taken whole or not at all', () => {
    expect(isMarksChoice(firstMarks)).to.equal(true);
    for (const bad of [
      null,
      3,
      {},
      { ...firstMarks, by: 'x' },
      { ...firstMarks, format: '__proto__' },
      { ...firstMarks, hasMark: 1 },
    ])
      expect(isMarksChoice(bad)).to.equal(false);
  });
});
