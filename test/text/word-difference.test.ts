/** The difference of two wordings: what is kept makes up each of them, and nothing is called changed that is not. */
import { expect } from '@open-wc/testing';
import { wordDifference, type Piece } from '../../src/text/word-difference.ts';
import { Dice } from '../notebook/generate.ts';

const told = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ kind, words }) => (kind === 'same' ? words : kind === 'gone' ? `[-${words}-]` : `[+${words}+]`))
    .join('');

describe('the difference of two wordings', () => {
  it('names a changed word, number, name or negation, and nothing else', () => {
    expect(
      told(wordDifference('fifteen new states have emerged', 'sixteen new states have emerged')),
    ).to.equal('[-fifteen -][+sixteen +]new states have emerged');
    expect(told(wordDifference('It grew by 3.5 percent.', 'It grew by 3.6 percent.'))).to.equal(
      'It grew by [-3.5 -][+3.6 +]percent.',
    );
    expect(told(wordDifference('They agreed.', 'They never agreed.'))).to.equal('They [+never +]agreed.');
    expect(told(wordDifference('a, b', 'a b'))).to.equal('a [-, -]b');
  });

  it('is one piece where nothing differs, all where nothing agrees, none where there is nothing', () => {
    expect(wordDifference('Same words.', 'Same words.')).to.deep.equal([
      { kind: 'same', words: 'Same words.' },
    ]);
    expect(told(wordDifference('one two', 'three four'))).to.equal('[-one two-][+three four+]');
    expect(wordDifference('', '')).to.deep.equal([]);
  });

  it('tells very long wordings apart as wholes, at once', () => {
    const long = (word: string): string => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(' ');
    expect(wordDifference(long('a'), long('b')).map(({ kind }) => kind)).to.deep.equal(['gone', 'new']);
  });

  it('makes up the wording after from what is not gone, whatever the two are', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const dice = new Dice(seed);
      const [before, after] = [`${dice.text()} ${dice.text()}`, `${dice.text()} ${dice.text()}`];
      const pieces = wordDifference(before, after);
      const of = (kind: Piece['kind']): string =>
        pieces
          .filter((one) => one.kind !== kind)
          .map(({ words }) => words)
          .join('');
      const flat = (text: string): string => text.replace(/\s+/gu, '');
      expect(of('gone').trimStart(), `seed ${seed}`).to.equal(after.trimStart());
      expect(flat(of('new')), `seed ${seed}`).to.equal(flat(before));
    }
  });
});
