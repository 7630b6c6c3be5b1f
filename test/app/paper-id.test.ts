/** Ids of papers of one's own: readable, safe in an address, the same for the same file. */
import { expect } from '@open-wc/testing';
import { freeId, paperId } from '../../src/app/paper-id.ts';
import { parseRoute } from '../../src/app/routes.ts';

const hash = `sha256-3fa9c2${'0'.repeat(58)}`;

describe('the id of a paper', () => {
  it('has the family name of the first author, the year, and six digits of the text', () => {
    expect(paperId({ authors: ['Murat Gül'], year: 2008 }, hash)).to.equal('gul-2008-3fa9c2');
    expect(paperId({ authors: ['Gül, Murat', 'Ada Byron'] }, hash)).to.equal('gul-3fa9c2');
    expect(paperId({ names: [{ family: 'de la Cruz', given: 'Ana' }], year: 1999 }, hash)).to.equal(
      'de-la-cruz-1999-3fa9c2',
    );
    expect(paperId({ names: [{ literal: 'The Trees Society' }], year: 1999 }, hash)).to.equal(
      'society-1999-3fa9c2',
    );
  });

  it('has the first words of the title where nobody is known to have written it', () => {
    expect(paperId({ title: 'What is it like to be a bat?', year: 1974 }, hash)).to.equal(
      'what-is-it-like-to-3fa9c2',
    );
    expect(paperId({}, hash)).to.equal('paper-3fa9c2');
    expect(paperId({ title: '???', authors: [' '] }, hash)).to.equal('paper-3fa9c2');
  });

  it('can stand in an address, whatever is in the name', () => {
    const names = [
      '../../etc/passwd',
      '<script>alert(1)</script>',
      '王小明',
      'Ивáнов',
      '😀😀😀',
      'x'.repeat(5000),
      'ﷺ'.repeat(90),
      '#/?&%',
    ];
    for (const name of names) {
      const id = paperId({ authors: [name], year: 2000 }, hash);
      expect(id.length, id).to.be.below(60);
      expect(id).to.match(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*-3fa9c2$/u);
      expect(parseRoute(`#/${encodeURIComponent(id)}`)).to.deep.include({ screen: 'desk', paper: id });
    }
  });

  it('is made free by a number', () => {
    const taken = new Set(['a', 'a-2']);
    expect(freeId('a', (id) => taken.has(id))).to.equal('a-3');
    expect(freeId('b', (id) => taken.has(id))).to.equal('b');
  });
});
