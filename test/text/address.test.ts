/** Addresses: each that is said, spoken or linked is found again, and what does not exist lands at the nearest that does. */
import { expect } from '@open-wc/testing';
import { readJats } from '../../src/formats/jats.ts';
import type { Paper } from '../../src/model/paper.ts';
import { addressOf, linkAddress, sayAddress, sayPlace, speakAddress } from '../../src/text/address.ts';
import { findAddress, findLink } from '../../src/text/find-address.ts';
import { sentencesOf } from '../../src/text/sentences.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { note, p, page, paper, realPaper, section } from '../support/paper.ts';
import { anyPaper } from './any-paper.ts';

/** What is found, in short. */
const found = (sample: Paper, typed: string): string | null => {
  const place = findAddress(sample, typed);
  return place && `${place.kind} ${place.name}${place.exact ? '' : ' instead'}`;
};

/** That every sentence is found again by whatever one says for it. */
function expectFoundAgain(sample: Paper): void {
  for (const { start, block } of sentencesOf(sample)) {
    const address = addressOf(sample, start);
    const kind = block.kind === 'heading' ? 'section' : 'sentence';
    const typed = [
      sayAddress(address),
      sayPlace(address),
      speakAddress(address),
      sayAddress(address).toUpperCase(),
    ];
    // A section or a paragraph alone may be a bare number in a link, which a person means as a page.
    if (kind === 'sentence') typed.push(linkAddress(sample, address));
    for (const words of typed) {
      expect(findAddress(sample, words), words).to.include({ kind, offset: start, exact: true });
    }
    expect(findLink(sample, linkAddress(sample, address))).to.include({ kind, offset: start, exact: true });
    const paragraph = { ...address, sentence: null };
    expect(findLink(sample, linkAddress(sample, paragraph))).to.include({ offset: block.start, exact: true });
    expect(findAddress(sample, sayAddress(paragraph))).to.include({ offset: block.start, exact: true });
  }
}

describe('an address that is said', () => {
  it('is found again, for every sentence of the real paper', async () => {
    expectFoundAgain(await realPaper());
  });

  it('is found again in papers of every kind', () => {
    forSeeds(80, (seed) => expectFoundAgain(anyPaper(new Dice(seed)).paper));
  });

  it('has section, paragraph, sentence, and the page beside it', () => {
    const sample = paper(
      page5(),
      section(
        'III.',
        'Three',
        section('B.', 'Bee', p('One.'), p('Two. <x>Three ', page('6', 'inferred'), '<y>four.')),
      ),
    );
    expect(sayPlace(addressOf(sample.paper, sample.at('x')))).to.equal('III.B ¶2 s2, p. 5');
    expect(sayPlace(addressOf(sample.paper, sample.at('y')))).to.equal('III.B ¶2 s2, p. [6]');
    expect(speakAddress(addressOf(sample.paper, sample.at('y')))).to.equal(
      'section III B, paragraph 2, sentence 2, page 6 (inferred)',
    );
    expect(linkAddress(sample.paper, addressOf(sample.paper, sample.at('x')))).to.equal('III.B.2.s2');
    expect(sayPlace(addressOf(sample.paper, 0))).to.equal('¶1 s1, p. 5');
  });

  it('marks a section that has a mere number, which would be a page alone', () => {
    const { paper: sample } = paper(section('4', 'Four', p('One.')));
    expect(sayAddress(addressOf(sample, 0))).to.equal('§4');
    expect(sayAddress(addressOf(sample, sample.sections.length + 8))).to.equal('§4 ¶1 s1');
  });
});

const page5 = () => p(page('5'), 'Lead.');

describe('a Go-to field', () => {
  const words: readonly (readonly [string, string])[] = [
    ['III.B ¶2 s2', 'sentence III.B ¶2 s2'],
    ['iii b 2', 'paragraph III.B ¶2'],
    ['III.B.2.s2', 'sentence III.B ¶2 s2'],
    ['III.B.p2', 'paragraph III.B ¶2'],
    ['III.B para 2 sentence 2', 'sentence III.B ¶2 s2'],
    ['III.B, par. 2', 'paragraph III.B ¶2'],
    ['Section III B, paragraph 2', 'paragraph III.B ¶2'],
    ['§ III.B', 'section III.B'],
    ['iii.b', 'section III.B'],
    ['p. 54', 'page p. [54]'],
    ['p54', 'page p. [54]'],
    ['page 48', 'page p. 48'],
    ['pp. 54–56', 'page p. [54]'],
    ['[54]', 'page p. [54]'],
    ['note 53', 'note note 53'],
    ['n. 53', 'note note 53'],
    ['n53', 'note note 53'],
    ['fn 53', 'note note 53'],
    ['footnote 53', 'note note 53'],
    ['53', 'page p. [53]'],
    ['12', 'note note 12'],
    ['III.C.1', 'section III.C.1'],
    ['intro', 'section I'],
    ['russian interests', 'section III.B'],
    ['RUSSIA’S SELF', 'section III.A'],
  ];
  for (const [typed, name] of words) {
    it(`takes “${typed}” for ${name}`, async () => {
      expect(found(await realPaper(), typed)).to.equal(name);
    });
  }

  it('says what else the words name', async () => {
    const others = findAddress(await realPaper(), '53')?.others.map(({ name }) => name);
    expect(others).to.deep.equal(['note 53']);
    const section = findAddress(await realPaper(), 'III.C.1')?.others.map(({ name }) => name);
    expect(section).to.deep.equal(['III.C ¶1']);
  });

  const nearest: readonly (readonly [string, string | null])[] = [
    ['III.B ¶99', 'paragraph III.B ¶4 instead'],
    ['III.B.99', 'paragraph III.B ¶4 instead'],
    ['III.B ¶0', 'paragraph III.B ¶1 instead'],
    ['III.B ¶1 s99', 'sentence III.B ¶1 s6 instead'],
    ['p. 99', 'page p. [61] instead'],
    ['page 1', 'page p. 47 instead'],
    ['note 99', 'note note 79 instead'],
    ['99', 'page p. [61] instead'],
    ['III.F', 'section III instead'],
    ['VI', 'section V instead'],
    ['IX ¶2', 'section V instead'],
    ['note *', null],
    ['p. A-3', null],
    ['nothing of this', null],
    ['', null],
    ['¶', null],
    ['.', null],
  ];
  for (const [typed, name] of nearest) {
    it(`lands “${typed}” at ${name ?? 'nothing'}`, async () => {
      expect(found(await realPaper(), typed)).to.equal(name);
    });
  }

  it('never throws, and names only what is there', async () => {
    const real = await realPaper();
    const scraps = [
      'III',
      'B',
      '.',
      ' ',
      '¶',
      's',
      'p.',
      '54',
      'note',
      '*',
      '§',
      '[',
      ']',
      '😀',
      '(',
      '\\',
      '٣',
      '999999999999',
    ];
    forSeeds(2000, (seed) => {
      const dice = new Dice(seed);
      const typed = Array.from({ length: dice.below(8) }, () => dice.pick(scraps)).join('');
      const place = findAddress(real, typed);
      if (place) expect(place.offset).to.be.within(0, real.text.length);
    });
    expect(findAddress(real, 'a '.repeat(100_000))).to.equal(null);
  });
});

describe('in a paper without sections', () => {
  const { paper: sample } = paper(p('One. Two.'), p('Three. Four.', note('2')), p('Five.'));

  it('paragraphs have numbers alone', () => {
    expect(found(sample, '¶2')).to.equal('paragraph ¶2');
    expect(found(sample, '¶2 s2')).to.equal('sentence ¶2 s2');
    expect(found(sample, '¶9')).to.equal('paragraph ¶3 instead');
    expect(found(sample, '2')).to.equal('note note 2');
    expect(found(sample, '3')).to.equal('paragraph ¶3');
    expect(found(sample, 'p. 3')).to.equal(null);
    expect(findLink(sample, '2')?.name).to.equal('¶2');
  });
});

describe('odd labels', () => {
  it('of pages are found as they are, else the nearest of their own series', () => {
    const { paper: sample } = paper(
      p(
        page('xii'),
        'A ',
        page('xiv'),
        'b ',
        page('A-3'),
        'c ',
        page('A-9'),
        'd ',
        page('1'),
        'e ',
        page('1'),
        'f',
      ),
    );
    expect(found(sample, 'p. XII')).to.equal('page p. xii');
    expect(found(sample, 'xiv')).to.equal('page p. xiv');
    expect(found(sample, 'p. xx')).to.equal('page p. xiv instead');
    expect(found(sample, 'p. a-3')).to.equal('page p. A-3');
    expect(found(sample, 'page A-5')).to.equal('page p. A-3 instead');
    expect(found(sample, 'page A-7')).to.equal('page p. A-9 instead');
    expect(findAddress(sample, 'p. 1')?.others).to.have.length(1);
  });

  it('of notes are found as they are', () => {
    const { paper: sample } = paper(
      p('A', note('*'), ' b', note('†'), ' c', note('*', null, 'fn9'), ' d', note('12a')),
    );
    expect(found(sample, '*')).to.equal('note note *');
    expect(findAddress(sample, 'note *')?.others.map((one) => one.note)).to.deep.equal(['fn9']);
    expect(found(sample, 'fn †')).to.equal('note note †');
    expect(found(sample, 'n. 12A')).to.equal('note note 12a');
    expect(found(sample, 'note ‡')).to.equal(null);
  });

  it('of sections that are given twice stay apart', () => {
    const sec = (title: string): string =>
      `<sec><label>1.</label><title>${title}</title><p>One. Two.</p></sec>`;
    const sample = readJats(`<article><body>${sec('Alpha')}${sec('Beta')}</body></article>`, 'test');
    expectFoundAgain(sample);
    expect(found(sample, 'beta')).to.equal('section 1-2');
  });

  it('of a thousand notes are found at once', () => {
    const { paper: sample } = paper(p(...Array.from({ length: 1000 }, (_, at) => note(String(at + 1)))));
    expect(found(sample, 'note 1000')).to.equal('note note 1000');
    expect(found(sample, 'note 1001')).to.equal('note note 1000 instead');
  });
});
