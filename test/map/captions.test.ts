/** The notes beneath a picture: the copy's words, supplied ones, whom the text names, and nothing invented. */
import { expect } from '@open-wc/testing';
import { captionsFor } from '../../src/map/captions.ts';
import { claim, deskOn, source, support } from '../support/desk.ts';
import { note, p, paper } from '../support/paper.ts';

const { paper: page } = paper(
  p(
    'One.',
    note('1', 'See Noam, p. 3.'),
    ' Two.',
    note('2'),
    ' Three.',
    note('3'),
    ' Four.',
    note('4'),
    ' Five.',
    note('5'),
  ),
);
const stamp = { creator: 'tester', created: '2026-01-02T03:04:05Z', modified: '2026-01-02T03:04:05Z' };

describe('captions', () => {
  it('say what there is of each note, in the order of the paper, each note once', () => {
    const { store } = deskOn(page, {
      edition: [
        source('russell', 'Russell'),
        support(page, '4', { start: 0, end: 3 }, { sources: ['russell'] }),
      ],
      own: [
        { ...stamp, kind: 'transcript', id: 't', note: 'fn2', text: 'Ibid., 7.', copy: '', by: '' },
        { ...stamp, kind: 'work', id: 'w', item: { id: 'w', type: 'book', title: 'Of Oil' } },
        { ...stamp, kind: 'citation', id: 'c', note: 'fn3', source: null, work: 'w', locator: '57' },
      ],
    });
    const claims = [
      claim('b', { notes: ['fn5', 'fn4', 'fn3'] }),
      claim('a', { notes: ['fn1', 'fn2', 'fn3'] }),
    ];
    const told = captionsFor(store.desk, claims).map(({ label, words }) => `${label} ${words}`);
    expect(told).to.have.length(5);
    expect(told[0]).to.equal('1 See Noam, p. 3.');
    expect(told[1]).to.equal('2 Ibid., 7.');
    expect(told[2]).to.match(/^3 .*Of Oil.*57$/u);
    expect(told[3]).to.equal('4 Russell, as named in the text; the note is not in this copy.');
    expect(told[4]).to.equal(' Not in this copy, and no name with them: 5.');
    expect(captionsFor(store.desk, [claim('x')])).to.deep.equal([]);
  });

  it('cut an essay of a note at a word', () => {
    const { paper: long } = paper(p('One.', note('1', 'word '.repeat(400))));
    const [caption] = captionsFor(deskOn(long).store.desk, [claim('a', { notes: ['fn1'] })]);
    expect(caption?.words).to.match(/^(word )+…$/u);
    expect(caption?.words.length).to.be.below(420);
  });
});
