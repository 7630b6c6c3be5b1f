/** Details of papers: through the form and back, from references, and into the kept text, which stays letter for letter. */
import { expect } from '@open-wc/testing';
import { fetchPaper } from '../../src/app/corpus.ts';
import {
  doiIn,
  fieldsFromItem,
  fieldsOfFront,
  frontFromFields,
  wrongIn,
} from '../../src/app/front-fields.ts';
import { fillFrom } from '../../src/app/front-filling.ts';
import { withOtherFront } from '../../src/app/front-rewriting.ts';
import { readJats } from '../../src/formats/jats.ts';
import { jatsLanguage, withFront } from '../../src/formats/paper/jats-refront.ts';
import { readFront } from '../../src/model/front-shape.ts';
import type { Front } from '../../src/model/paper.ts';
import { Dice } from '../notebook/generate.ts';

const words = ['A', 'naïve', '“title”', '<b>', '&amp;', '$& $1', '𝔸', 'عنوان', 'of', 'things', ']]>'];

/** Front matter of a paper, whatever a file may say. */
function anyFront(seed: number): Front {
  const dice = new Dice(seed);
  const text = (): string => Array.from({ length: 1 + dice.below(4) }, () => dice.pick(words)).join(' ');
  const maybe = (): string | null => (dice.below(2) ? text() : null);
  const person = (): object =>
    dice.below(3) ? { family: text(), given: text() } : { literal: `${text()} ${text()} Institute` };
  const page = dice.below(2) ? String(1 + dice.below(300)) : null;
  return readFront({
    title: text(),
    names: Array.from({ length: dice.below(4) }, person),
    year: dice.below(2) ? dice.below(2100) : null,
    journal: maybe(),
    volume: maybe(),
    issue: maybe(),
    season: maybe(),
    firstPage: page,
    lastPage: page && String(Number(page) + dice.below(20)),
    publisher: maybe(),
    doi: dice.below(2) ? `10.1234/${seed}` : null,
    issn: dice.below(2) ? '1234-5678' : null,
    url: dice.below(2) ? `https://example.org/${seed}?a=b&c=d` : null,
  });
}

const empty = readFront({});

describe('details of a paper', () => {
  it('come through the form as they were: 300 made at random', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const front = anyFront(seed);
      const fields = fieldsOfFront(front, 'en');
      expect(wrongIn(fields), `seed ${seed}`).to.deep.equal({});
      expect(frontFromFields(fields, front), `seed ${seed}`).to.deep.equal(front);
    }
  });

  it('come through the kept text as they were, and that stays letter for letter', async () => {
    for (const id of ['gul-2008', 'melville-advocate']) {
      const xml = await fetchPaper(id);
      const before = readJats(xml, id);
      for (let seed = 1; seed <= 40; seed += 1) {
        const front = anyFront(seed);
        const other = withFront(xml, front, seed % 2 ? 'tr' : null);
        const read = readJats(other, id);
        expect(read.text.text).to.equal(before.text.text);
        expect(read.notes).to.deep.equal(before.notes);
        expect({ ...readFront(read.front) }, `seed ${seed}`).to.deep.equal({ ...front });
        expect(jatsLanguage(other)).to.equal(seed % 2 ? 'tr' : null);
        expect(other.slice(other.indexOf('<body'))).to.equal(xml.slice(xml.indexOf('<body')));
      }
    }
  });

  it('settle what an import guessed of them, in the draft too', async () => {
    const xml = await fetchPaper('melville-advocate');
    const findings = [
      { kind: 'front-guessed', state: 'open' },
      { kind: 'marker-weak', state: 'open' },
    ];
    const body = { id: 'x', xml, draft: { front: {}, findings, blocks: [1] } };
    const { draft } = withOtherFront(body, anyFront(3), 'en');
    expect(draft).to.deep.equal({
      front: anyFront(3),
      language: 'en',
      blocks: [1],
      findings: [
        { kind: 'front-guessed', state: 'mended' },
        { kind: 'marker-weak', state: 'open' },
      ],
    });
    expect(withOtherFront({ ...body, draft: null }, anyFront(3), null).draft).to.equal(null);
  });

  it('say what is wrong, field by field', () => {
    const typed = fieldsOfFront(empty, null);
    const wrong = wrongIn({
      ...typed,
      title: ' ',
      year: '20x',
      doi: 'doi',
      url: 'javascript:alert(1)',
      language: 'e n',
    });
    expect(Object.keys(wrong)).to.have.members(['title', 'year', 'doi', 'url', 'language']);
  });

  it('are known as names however they are typed', () => {
    const named = (given: string, family: string): unknown =>
      frontFromFields({ ...fieldsOfFront(empty, null), names: [{ given, family }] }, empty).names?.[0];
    expect(named('Ada', 'Byron')).to.deep.equal({ family: 'Byron', given: 'Ada' });
    expect(named('', 'World Bank')).to.deep.equal({ literal: 'World Bank' });
    expect(named('Plato', '')).to.deep.equal({ literal: 'Plato' });
    expect(named('Martin', 'King, Jr.')).to.deep.equal({ family: 'King', given: 'Martin', suffix: 'Jr.' });
    expect(named(' ', '')).to.equal(undefined);
  });

  it('know pages in any dash', () => {
    const pages = (typed: string): unknown => {
      const { firstPage, lastPage } = frontFromFields({ ...fieldsOfFront(empty, null), pages: typed }, empty);
      return [firstPage, lastPage];
    };
    for (const typed of ['47–61', '47-61', 'pp. 47 -- 61', '47—61'])
      expect(pages(typed)).to.deep.equal(['47', '61']);
    expect(pages('xi')).to.deep.equal(['xi', 'xi']);
    expect(pages('')).to.deep.equal([null, null]);
  });
});

describe('filling in from what is pasted', () => {
  const now = { ...fieldsOfFront(empty, null), publisher: 'Kept' };

  it('takes BibTeX, RIS and CSL-JSON, and keeps what they do not say', async () => {
    const bibtex =
      '@article{x, author={Byron, Ada and {World Bank}}, title={On {Things}}, year=1843, journal={J}, pages={1--9}, doi={10.1000/AB}}';
    const ris =
      'TY  - JOUR\nAU  - Byron, Ada\nAU  - World Bank\nTI  - On Things\nPY  - 1843\nJO  - J\nSP  - 1\nEP  - 9\nDO  - 10.1000/ab\nER  -';
    const csl = JSON.stringify({
      type: 'article-journal',
      title: 'On Things',
      author: [{ family: 'Byron', given: 'Ada' }, { literal: 'World Bank' }],
      issued: { 'date-parts': [[1843]] },
      'container-title': 'J',
      page: '1-9',
      DOI: '10.1000/ab',
    });
    for (const text of [bibtex, ris, csl]) {
      const { fields, words: said } = await fillFrom(text, '', now);
      expect(said).to.contain('On Things');
      expect([
        fields?.title,
        fields?.year,
        fields?.journal,
        fields?.pages,
        fields?.doi,
        fields?.publisher,
      ]).to.deep.equal(['On Things', '1843', 'J', '1–9', '10.1000/ab', 'Kept']);
      expect(fields?.names[0]).to.deep.equal({ given: 'Ada', family: 'Byron' });
    }
  });

  it('finds a DOI in any text, and fetches nothing', async () => {
    const { fields } = await fillFrom('See (https://doi.org/10.1080/03050629.2011.594754).', '', now);
    expect(fields).to.deep.equal({ ...now, doi: '10.1080/03050629.2011.594754' });
    expect(doiIn('no such thing as 10.5 here')).to.equal(null);
  });

  it('changes nothing where there is neither', async () => {
    const { fields, words: said } = await fillFrom('Just words.', '', now);
    expect(fields).to.equal(null);
    expect(said).to.contain('Nothing was changed');
  });

  it('knows seasons by number', () => {
    const item = { id: 'x', type: 'article', issued: { 'date-parts': [[1999]], season: '2' } };
    expect(fieldsFromItem(item, now).season).to.equal('Summer');
  });
});
