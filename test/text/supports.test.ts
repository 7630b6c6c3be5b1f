/** What each note supports: the span by where its marker stands, the doubts, and whom the text names for it. */
import { expect } from '@open-wc/testing';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import { sourceRecords, supportRecord } from '../../src/text/support-records.ts';
import { supportsOf, type SupportReading } from '../../src/text/supports.ts';
import { sentencesIn } from '../../src/text/sentences.ts';
import { describe as describeRange } from '../../src/anchoring/describe.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import {
  corpusFile,
  list,
  note,
  p,
  paper,
  quotation,
  realPaper,
  section,
  type Builder,
} from '../support/paper.ts';
import { anyPaper } from './any-paper.ts';
import { passageGold, sentenceGold } from './gold.ts';
import { pairsOf, scoreOf, sentenceScore, wantedIn, wantedOf } from './measure.ts';

/** What the notes of a paper support, as words with their scope. */
function read(...blocks: readonly Builder[]): string[] {
  const { paper: sample } = paper(...blocks);
  return supportsOf(sample).map(({ start, end, scope }) => `${scope}: ${sample.text.slice(start, end)}`);
}

const only = (...blocks: readonly Builder[]): SupportReading => {
  const [found] = supportsOf(paper(...blocks).paper);
  if (!found) throw new RangeError('The paper has a note.');
  return found;
};

describe('a marker', () => {
  it('at the end of a sentence supports the sentence', () => {
    expect(read(p('One is. Two is.', note('1'), ' Three.'))).to.deep.equal(['sentence: Two is.']);
    expect(read(p('One is. Two is', note('1'), '. Three.'))).to.deep.equal(['sentence: Two is.']);
  });

  it('behind a quotation supports the quotation, of however many sentences', () => {
    expect(read(p('He says: “One. Two is so.”', note('1'), ' Three.'))).to.deep.equal([
      'quotation: “One. Two is so.”',
    ]);
    expect(read(p('He says ‘one of the many’', note('1'), ', not two.'))).to.deep.equal([
      'quotation: ‘one of the many’',
    ]);
    expect(read(p('He says "one of the many".', note('1')))).to.deep.equal(['quotation: "one of the many"']);
    expect(read(p('Er sagt „eines von den vielen“.', note('1')))).to.deep.equal([
      'quotation: „eines von den vielen“',
    ]);
  });

  it('behind several quotations supports the sentence, and says why', () => {
    const found = only(p('He says “one of the many ways,” and “another of the many ways.”', note('1')));
    expect(found).to.include({ scope: 'sentence', doubt: 'several-quotations' });
  });

  it('behind a quotation that was never opened supports the sentence, and says why', () => {
    expect(only(p('He says one of the many.”', note('1')))).to.include({
      scope: 'sentence',
      doubt: 'unopened-quotation',
    });
  });

  it('inside a sentence supports the clause up to it, less what an earlier one supports', () => {
    expect(
      read(p('Because it rained,', note('1'), ' we stayed;', note('2'), ' they left.', note('3'))),
    ).to.deep.equal(['clause: Because it rained,', 'clause: we stayed;', 'sentence: they left.']);
    expect(read(p('We stayed (as they had asked', note('1'), ') until noon.'))).to.deep.equal([
      'clause: as they had asked',
    ]);
  });

  it('at the end of a block quotation supports all of it', () => {
    const block = quotation(p('One. Two.'), p('Three.', note('1')));
    expect(read(p('He says:'), block)).to.deep.equal(['blockquote: One. Two.\nThree.']);
  });

  it('on the words that introduce a block quotation without a marker supports the quotation', () => {
    expect(read(p('He says:', note('1')), quotation(p('One. Two.')))).to.deep.equal([
      'blockquote: One. Two.',
    ]);
    expect(only(p('He says:', note('1')), quotation(p('One.'))).doubt).to.equal('introduction');
  });

  it('does not reach into the block quotation beside its own', () => {
    expect(read(quotation(p('One.')), quotation(p('Two.', note('1'))))).to.deep.equal(['blockquote: Two.']);
  });

  it('at the end of a list supports the list, and inside it only its sentence', () => {
    expect(read(list(['(i)', 'one,'], ['(ii)', 'two.', note('1')]))).to.deep.equal([
      'list: (i) one,\n(ii) two.',
    ]);
    expect(read(list(['(i)', 'One.', note('1')], ['(ii)', 'Two.', note('2')]))).to.deep.equal([
      'sentence: (i) One.',
      'sentence: (ii) Two.',
    ]);
  });

  it('beside another supports the same', () => {
    expect(read(p('One is.', note('1'), note('2')))).to.deep.equal([
      'sentence: One is.',
      'sentence: One is.',
    ]);
  });

  it('in a heading supports the heading, weakly', () => {
    const found = only(section('I.', 'One', p('Two.')), section('II.', 'Two', p('x', note('1'))));
    expect(found.scope).to.equal('sentence');
  });
});

describe('the confidence of a span', () => {
  const of = (...blocks: readonly Builder[]): number => only(...blocks).confidence;

  it('is less where sentences before it have no marker', () => {
    expect(of(p('One is. Two is.', note('1')))).to.be.below(of(p('Two is.', note('1'))));
    expect(of(p('One is. One is. Two is.', note('1')))).to.be.below(of(p('One is. Two is.', note('1'))));
  });

  it('is less behind no punctuation, and behind a quoted word or two', () => {
    expect(of(p('One', note('1'), ' is.'))).to.be.below(of(p('One,', note('1'), ' is.')));
    expect(of(p('The “near abroad”', note('1'), ' is.'))).to.be.below(
      of(p('He says “it is near abroad now”', note('1'), ' there.')),
    );
  });
});

describe('whom the text names for a note', () => {
  const names = (...blocks: readonly Builder[]): string[][] =>
    supportsOf(paper(...blocks).paper).map(({ sources }) => sources.map(({ name }) => name));

  it('is named in its sentence, up to its marker and not before the one before', () => {
    expect(
      names(p('As Russell argues, it is,', note('1'), ' but according to Blank, it is not.', note('2'))),
    ).to.deep.equal([['Russell'], ['Blank']]);
  });

  it('is named in the sentence that introduces a quotation or list', () => {
    expect(names(p('It is. Lynch’s explanation helps:'), quotation(p('One.', note('1'))))).to.deep.equal([
      ['Lynch'],
    ]);
    expect(names(p('Lynch explains it. It is so:'), quotation(p('One.', note('1'))))).to.deep.equal([[]]);
  });

  it('goes over to a sentence that takes up the one before, as a suggestion', () => {
    const [found] = supportsOf(paper(p('According to Lynch, it is. This was so.', note('1'))).paper);
    expect(found?.sources.map(({ name }) => name)).to.deep.equal(['Lynch']);
    expect(found?.sources[0]?.confidence ?? 1).to.be.below(0.65);
    expect(names(p('According to Lynch, it is. Rain fell.', note('1')))).to.deep.equal([[]]);
  });
});

describe('in any paper', () => {
  it('each marker supports something inside one sentence, quotation or list, up to it or around it', () => {
    forSeeds(300, (seed) => {
      const { paper: sample } = anyPaper(new Dice(seed));
      for (const { start, end, confidence, scope, marker } of supportsOf(sample)) {
        const words = sample.text.slice(start, end);
        expect(words).to.equal(words.trim());
        expect(words).to.not.equal('');
        expect(confidence).to.be.within(0, 1);
        const block = sample.text.blocks.findLast((one) => one.start <= start);
        if (scope === 'clause' || scope === 'sentence') {
          const around =
            block && sentencesIn(sample, block).find((one) => one.start <= start && end <= one.end);
          expect(around, `seed ${seed}: “${words}”`).to.not.equal(undefined);
        }
        if (scope === 'clause' || scope === 'quotation') expect(end).to.be.at.most(marker);
      }
    });
  });
});

describe('the records', () => {
  it('are sound supports and sources of a notebook', () => {
    const { paper: sample } = paper(
      p('As Nicole Jackson argues, it is.', note('1'), ' Jackson explains it.', note('2')),
    );
    const readings = supportsOf(sample);
    const stamp = {
      creator: 'rules',
      created: '2026-01-01T00:00:00.000Z',
      modified: '2026-01-01T00:00:00.000Z',
    };
    const records = readings.map((one) =>
      supportRecord(one, describeRange(sample.text, one.start, one.end), stamp),
    );
    expect(records.map(({ note: id, attribution, scope }) => [id, attribution, scope])).to.deep.equal([
      ['fn1', 'As Nicole Jackson argues', 'sentence'],
      ['fn2', 'Jackson explains', 'sentence'],
    ]);
    const [source, ...more] = sourceRecords(readings, stamp);
    expect(more).to.deep.equal([]);
    expect(source).to.deep.include({ kind: 'source', name: 'Nicole Jackson', variants: ['Jackson'] });
    for (const { sources } of records) expect(sources).to.deep.equal([source?.id]);
  });
});

describe('what the rules are worth', () => {
  it('on the real paper is the span of every note, and every authority', async () => {
    const reading = JSON.parse(await corpusFile('gul-2008/reading.json')) as NotebookFile;
    const score = scoreOf(pairsOf(await realPaper(), wantedOf(reading)));
    expect(score).to.deep.include({ notes: 79, exact: 79, scope: 79, overlap: 1 });
    expect(score.names).to.deep.equal({ wanted: 32, found: 32, right: 32 });
  });

  it('on passages of other fields never falls', () => {
    const score = scoreOf(passageGold().flatMap((one) => pairsOf(one.sample.paper, wantedIn(one))));
    expect(score.notes).to.equal(47);
    expect(score.exact).to.be.at.least(44);
    expect(score.names.right).to.be.at.least(27);
    expect(score.names.found - score.names.right).to.be.at.most(1);
  });

  it('is more where they are sure: weak spans are wrong more often', () => {
    const [sure, middle, weak] = scoreOf(
      passageGold().flatMap((one) => pairsOf(one.sample.paper, wantedIn(one))),
    ).spans;
    const share = (band = { count: 0, right: 0 }): number => band.right / band.count;
    expect(share(sure)).to.be.at.least(share(middle));
    expect(share(middle)).to.be.at.least(share(weak));
  });

  it('for sentences is all ends, and hardly one too many', () => {
    const { wanted, found, right, passages } = sentenceScore(sentenceGold);
    expect(passages).to.equal(48);
    expect(right).to.equal(wanted);
    expect(found - right).to.be.at.most(3);
  });
});
