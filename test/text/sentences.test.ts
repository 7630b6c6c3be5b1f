/** Sentences: they tile each block of any paper, and end where a reader would say that they end. */
import { expect } from '@open-wc/testing';
import type { Paper } from '../../src/model/paper.ts';
import { sentenceAt, sentencesIn, sentencesOf } from '../../src/text/sentences.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { note, p, page, paper, quotation, realPaper, section, type Piece } from '../support/paper.ts';
import { anyPaper } from './any-paper.ts';

/** The sentences of one paragraph, as a reader would see them. */
function split(...pieces: readonly Piece[]): string[] {
  const { paper: sample } = paper(p(...pieces));
  return [...sentencesOf(sample)].map(({ start, end }) => sample.text.slice(start, end));
}

/** That nothing but white space stands outside the sentences of each block, and none at their ends. */
function expectTiles(sample: Paper): void {
  for (const block of sample.text.blocks) {
    const sentences = sentencesIn(sample, block);
    let at = block.start;
    sentences.forEach(({ start, end, number, block: own }, index) => {
      expect(own).to.equal(block);
      expect(number).to.equal(index + 1);
      expect(sample.text.slice(at, start).trim(), 'between two sentences').to.equal('');
      const words = sample.text.slice(start, end);
      expect(words, 'a sentence').to.equal(words.trim());
      expect(words).to.not.equal('');
      at = end;
    });
    expect(sample.text.slice(at, block.end).trim(), 'behind the last sentence').to.equal('');
  }
}

describe('the sentences of a block', () => {
  it('leave nothing out and overlap nowhere, in any paper', () => {
    forSeeds(300, (seed) => expectTiles(anyPaper(new Dice(seed)).paper));
  });

  it('leave nothing out in the real paper', async () => {
    const real = await realPaper();
    expectTiles(real);
    expect([...sentencesOf(real)].length).to.be.above(real.text.blocks.length);
  });

  it('are found again at every offset inside them', () => {
    forSeeds(60, (seed) => {
      const { paper: sample } = anyPaper(new Dice(seed));
      for (const sentence of sentencesOf(sample)) {
        for (const offset of [sentence.start, (sentence.start + sentence.end) >> 1, sentence.end - 1]) {
          expect(sentenceAt(sample, offset)).to.equal(sentence);
        }
      }
    });
  });

  it('are divided once', () => {
    const { paper: sample } = paper(p('One. Two.'));
    const [block] = sample.text.blocks;
    if (!block) throw new RangeError('The paper has a block.');
    expect(sentencesIn(sample, block)).to.equal(sentencesIn(sample, block));
  });

  it('are one for a heading, and none for an empty block', () => {
    const { paper: sample } = paper(
      section('I.', 'What is it? A question. Answered.', p(''), p('One. Two.')),
    );
    expect(sample.text.blocks.map((block) => sentencesIn(sample, block).length)).to.deep.equal([1, 0, 2]);
    expect(sentenceAt(sample, sample.text.blocks[1]?.start ?? 0)).to.equal(null);
  });
});

describe('a marker', () => {
  it('keeps two sentences apart that touch without it', () => {
    expect(
      split('It was policy.', note('1'), 'They knew.', note('2'), '“Why?”', note('3'), 'Nobody knew.'),
    ).to.deep.equal(['It was policy.', 'They knew.', '“Why?”', 'Nobody knew.']);
  });

  it('divides no number and no word', () => {
    expect(
      split('It cost 3.', note('1'), '5 million, as e.', note('2'), 'g. the pipeline did.'),
    ).to.have.length(1);
  });

  it('before the full stop changes nothing, and neither does a page start', () => {
    expect(split('It was policy', note('1'), '. They ', page('5'), 'knew.')).to.deep.equal([
      'It was policy.',
      'They knew.',
    ]);
  });
});

describe('a full stop', () => {
  const whole = [
    'Dr. Smith met Prof. J. R. R. Tolkien and Mr. George W. Bush in St. Petersburg.',
    'See Art. 5, vol. 7, no. 2, pp. 3–5, fig. B and § 4.',
    'The U.S. Senate voted at 5 p.m. Monday.',
    'It costs $1.5 million, i.e. little, e.g. for the E.U. Commission, cf. Russell.',
    'Smith et al. Nature’s editors said so.',
    'He left on Jan. 5 and came back on Sept. 12.',
    'Russell Ltd. London printed it.',
    '“Why?” he asked.',
    '“Why now?” Smith asked.',
    'It is new (sic!) and old.',
    'The world … Gorbachev said … was new.',
    'Er kam am 3. Oktober.',
  ];
  for (const words of whole)
    it(`ends no sentence inside “${words}”`, () => expect(split(words)).to.deep.equal([words]));

  const apart: readonly (readonly string[])[] = [
    ['He lived in the U.S.', 'The war began at 5 p.m.', 'It was late.'],
    ['That was in 1992.', 'In 1993 it ended.'],
    ['They chose plan B.', 'It failed.'],
    ['Arms were gathered…', '[A]ttacks became frequent…', 'Gorbachev issued a decree.'],
    ['He said “It is over.”', 'Then he left.'],
    ['It is (he said) over.', '(Nobody heard.)', '[Therefore], he left.'],
    ['So it was.', '(i) First, it rained.', '(ii) Second, it snowed.'],
    ['Is it so?', 'Yes!', 'Sure.'],
    ['彼は来た。', '彼女も来た。'],
    ['هل جاء؟', 'نعم.'],
    ['Emoji 👩‍👩‍👧 end.', 'Zo\u0308e came.'],
  ];
  for (const words of apart) {
    it(`ends each of “${words.join('|')}”`, () => {
      expect(split(words.join(words[0]?.endsWith('。') ? '' : ' '))).to.deep.equal(words);
    });
  }

  it('behind an enumerator at the start ends nothing', () => {
    expect(split('1. The first. 2. The second.')).to.deep.equal(['1. The first.', '2. The second.']);
    expect(split('IV. The fourth.')).to.deep.equal(['IV. The fourth.']);
  });
});

describe('a language', () => {
  it('that is none is taken for English', () => {
    const { paper: sample } = paper(p('One. Two.'));
    expect([...sentencesOf({ text: sample.text, language: 'not a tag!' })]).to.have.length(2);
  });
});

describe('a quotation', () => {
  it('has the sentences of each of its paragraphs', () => {
    const { paper: sample } = paper(p('He said:'), quotation(p('One. Two.'), p('Three.')));
    expect([...sentencesOf(sample)].map(({ block, number }) => `${block.address} ${number}`)).to.deep.equal([
      '1 1',
      '2 1',
      '2 2',
      '3 1',
    ]);
  });
});
