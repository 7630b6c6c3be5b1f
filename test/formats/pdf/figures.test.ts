import { expect } from '@open-wc/testing';
import { wordsOf } from '../../../src/model/draft.ts';
import { readPdf } from '../../../src/formats/pdf/read-pdf.ts';
import { guessLanguage } from '../../../src/text/language.ts';
import { lines, pagesOf } from '../../imports/pdf/written.ts';

const sentence = 'It was the whiteness of the whale that above all things appalled me, and this is to be';
const bars = '0 0 1 rg 100 300 60 80 re f 170 300 60 120 re f 240 300 60 40 re f';
const captioned = `${bars}\nBT /F1 11 Tf 100 280 Td (Figure 1. Whales by colour, of all that were seen.) Tj ET`;

const read = async (content: string, info = '') => {
  const bytes = pagesOf([{ content }], { catalogue: info });
  return readPdf(bytes, { name: 'paper.pdf', password: null, progress: () => undefined });
};

describe('What a PDF holds besides its running text', () => {
  it('has a figure with its caption and a picture of its region', async () => {
    const text = lines(Array.from({ length: 16 }, () => sentence));
    const { draft, pictures } = await read(`${text}\n${captioned}`);
    const figures = draft.blocks.filter(({ kind }) => kind === 'figure');
    expect(figures.map(({ content }) => wordsOf(content))).to.deep.equal([
      'Figure 1. Whales by colour, of all that were seen.',
    ]);
    expect(pictures.map(({ name, type }) => [name, type])).to.deep.equal([['figure-1.png', 'image/png']]);
    expect(figures[0]?.picture).to.equal('figure-1.png');
    const bitmap = await createImageBitmap(new Blob([pictures[0]?.bytes as Uint8Array<ArrayBuffer>]));
    expect([bitmap.width, bitmap.height], 'twice 200 × 120 points with 3 around').to.deep.equal([412, 252]);
  });

  it('finds journal, year, pages and DOI where they are printed, as guesses', async () => {
    const head = ['Cetology Today, Vol. 12, No. 3 (Fall 1998), pp. 44-71.', 'doi:10.1234/cet.1998.44.'];
    const { draft } = await read(lines([...head, ...Array.from({ length: 20 }, () => sentence)]));
    expect(draft.front).to.include({
      journal: 'Cetology Today',
      volume: '12',
      issue: '3',
      season: 'Fall',
      year: 1998,
      firstPage: '44',
      lastPage: '71',
      doi: '10.1234/cet.1998.44',
    });
    expect(draft.findings.filter(({ kind }) => kind === 'front-guessed').length).to.be.at.least(8);
    expect(draft.language).to.equal('en');
  });

  it('tells languages by their small words, and says nothing of a few words', () => {
    const many = (words: string): string => `${words} `.repeat(8);
    expect(
      guessLanguage(many('Die Weiße des Wals ist das, was mich nicht ruhen ließ und der Grund'))?.tag,
    ).to.equal('de');
    expect(
      guessLanguage(many('La blancheur de la baleine est dans les choses que pour une fois'))?.tag,
    ).to.equal('fr');
    expect(guessLanguage('The whale')).to.equal(null);
    expect(guessLanguage(many('xyz qqq vvv www kkk zzz'))).to.equal(null);
  });
});
