/** Steps by sign, word, sentence and paragraph, in texts of any script. */
import { expect } from '@open-wc/testing';
import { snapToWord, stepFrom, type StepUnit } from '../../src/text/text-steps.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { p, paper, realPaper } from '../support/paper.ts';

const sample = paper(p('<a>One<b> two<c>. <d>Three 👩‍🏫<e> four.<f>'), p('<g>é<h> מילה<i> end<j>'));
const at = (name: string): number => sample.range(name, name).start;
const step = (from: string, unit: StepUnit, way: 1 | -1): number | null =>
  stepFrom(sample.paper, at(from), unit, way);

describe('steps through a text', () => {
  it('go to the ends of words, sentences and paragraphs forwards, to their beginnings backwards', () => {
    expect(step('a', 'word', 1)).to.equal(at('b'));
    expect(step('b', 'word', 1)).to.equal(at('c'));
    expect(step('c', 'word', -1)).to.equal(at('b') + 1);
    expect(step('a', 'sentence', 1)).to.equal(at('c') + 1);
    expect(step('f', 'sentence', -1)).to.equal(at('d'));
    expect(step('b', 'paragraph', 1)).to.equal(at('f'));
    expect(step('e', 'paragraph', -1)).to.equal(at('a'));
  });

  it('go over into the next block, and end where the text does', () => {
    expect(step('f', 'paragraph', 1)).to.equal(at('j'));
    expect(step('g', 'sentence', -1)).to.equal(at('d'));
    expect(step('j', 'word', 1)).to.equal(null);
    expect(step('a', 'sign', -1)).to.equal(null);
  });

  it('never stop inside a sign, however many code points it has', () => {
    expect(step('e', 'sign', -1)).to.equal(at('e') - 3);
    expect(step('h', 'sign', -1)).to.equal(at('g'));
  });

  it('always lead on, and through the whole text to its end', async () => {
    const real = await realPaper();
    forSeeds(12, (seed) => {
      const dice = new Dice(seed);
      const unit = dice.pick(['word', 'sentence', 'paragraph'] as const);
      let offset = dice.below(real.text.length - 3000);
      for (let turn = 0; turn < 40; turn += 1) {
        const next = stepFrom(real, offset, unit, 1);
        if (next === null) return;
        expect(next).to.be.above(offset);
        const back = stepFrom(real, next, unit, -1);
        expect(back).to.be.below(next);
        offset = next;
      }
    });
  });
});

describe('snapping to words', () => {
  it('takes the nearest beginning or end of a word', () => {
    expect(snapToWord(sample.paper, at('a') + 1, 'start')).to.equal(at('a'));
    expect(snapToWord(sample.paper, at('a') + 1, 'end')).to.equal(at('b'));
    expect(snapToWord(sample.paper, at('i') - 1, 'end')).to.equal(at('i'));
  });
});
