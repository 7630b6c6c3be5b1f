/** Which way a text runs: its language says, else its letters. */
import { expect } from '@open-wc/testing';
import { directionOf } from '../../src/text/direction.ts';
import { p, paper } from '../support/paper.ts';

const of = (words: string, language: string | null = null) =>
  directionOf({ text: paper(p(words)).paper.text, language });

describe('the direction of a text', () => {
  it('is that of its language', () => {
    for (const language of ['ar', 'he-IL', 'fa', 'ur', 'az-Arab']) expect(of('x', language)).to.equal('rtl');
    for (const language of ['en', 'art', 'az-Latn', 'heb-x', 'fan'])
      expect(of('x', language)).to.equal('ltr');
  });

  it('is that of most of its letters, where no language says', () => {
    expect(of('النفط في باكو (Baku)')).to.equal('rtl');
    expect(of('Oil in Baku (باكو), 1994')).to.equal('ltr');
    expect(of('1994')).to.equal('ltr');
    expect(of('')).to.equal('ltr');
  });

  it('is that of the letters, where the language is wrong', () => {
    expect(of('שלום לכם רעים', 'en')).to.equal('rtl');
  });
});
