/** Wrapping: no line too long, no word lost, whatever the script. */
import { expect } from '@open-wc/testing';
import { clipText, isRightToLeft, textWidth, wrapText } from '../../src/map/measure.ts';

const width = textWidth('400 14px serif');
const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const texts = [
  'Relations swung between pressure and accommodation.',
  long,
  `a ${long} b`,
  'sea–or–lake and/or self-image',
  'יחסי רוסיה ואזרבייג׳ן התנדנדו בין לחץ לפיוס לאורך שנים רבות',
  '里海地位問題使兩國關係陷入長期的分歧與爭議之中',
  '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦',
  '',
];

describe('wrapping', () => {
  for (const text of texts) {
    it(`keeps “${text.slice(0, 24)}” whole and within its measure`, () => {
      const lines = wrapText(text, 120, width);
      expect(lines).to.have.length.greaterThan(0);
      for (const line of lines) expect(width(line), line).to.be.at.most(120);
      expect(lines.join('').replaceAll(/\s/gu, '')).to.equal(text.replaceAll(/\s/gu, ''));
    });
  }

  it('keeps words whole where they fit', () => {
    const words = texts[0]?.split(' ') ?? [];
    expect(wrapText(texts[0] ?? '', 120, width).flatMap((line) => line.split(' '))).to.deep.equal(words);
  });

  it('clips to the measure, after a word', () => {
    const clipped = clipText('Relations swung between pressure', 120, width);
    expect(width(clipped)).to.be.at.most(120);
    expect(clipped).to.match(/^Relations( swung)?…$/u);
    expect(clipText('Short', 120, width)).to.equal('Short');
  });

  it('knows which way a text runs', () => {
    expect(isRightToLeft('יחסי Russia')).to.equal(true);
    expect(isRightToLeft('“Russia” יחסי')).to.equal(false);
    expect(isRightToLeft('1991–2008')).to.equal(false);
  });
});
