// Folding: what is alike when one looks for words, and what is not.
import { expect } from '@open-wc/testing';
import { fold } from '../../src/text/fold.ts';
import { foldedText, foldInSlices } from '../../src/text/folded-text.ts';
import { texts } from './texts.ts';

describe('folding', () => {
  const alike: readonly (readonly [string, string, string])[] = [
    ['case', 'NAGORNO-Karabakh', 'nagorno-karabakh'],
    ['diacritics, joined or apart', 'Gül Gu\u0308l', 'gul gul'],
    ['Turkish letters', 'İstanbul ISPARTA ıspanak', 'istanbul isparta ispanak'],
    ['sharp s and ligatures', 'Straße ﬁnal œuvre Æon', 'strasse final oeuvre aeon'],
    ['letters with a stroke', 'Łódź Øre Đorđe', 'lodz ore dorde'],
    ['quotation marks', '“so” „so“ «so» ‘so’ ‚so‘', '"so" "so" "so" \'so\' \'so\''],
    ['dashes', 'a–b a—b a‑b a−b', 'a-b a-b a-b a-b'],
    ['spaces', 'a\u00a0b\u2009c\n d', 'a b c d'],
    ['what is not seen', 'co\u00adoperate \u200fx\ufeff', 'cooperate x'],
    ['an ellipsis', 'so … on', 'so ... on'],
    ['final sigma', 'ΛΌΓΟΣ λόγος', 'λογοσ λογοσ'],
    ['points of Hebrew', 'שָׁלוֹם', 'שלום'],
    ['vowels and stretching of Arabic', 'مُحَمَّد مـحمد', 'محمد محمد'],
    ['full width', 'ＡＢＣ', 'abc'],
  ];
  for (const [what, text, expected] of alike)
    it(`makes alike: ${what}`, () => {
      expect(fold(text)).to.equal(expected);
    });

  it('keeps what are letters of their own', () => {
    expect(fold('कि')).to.equal('कि');
    expect(fold('が')).not.to.equal(fold('か'));
    expect(fold('¨')).to.equal('¨');
    expect(fold('🦊')).to.equal('🦊');
  });

  it('of a folded character is the same again, for every character of the first two planes', () => {
    const changed: string[] = [];
    for (let point = 0; point <= 0x1ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const once = fold(String.fromCodePoint(point));
      if (fold(once) !== once) changed.push(point.toString(16));
    }
    expect(changed).to.deep.equal([]);
  });

  it('of a text does not tell its normal forms apart', () => {
    for (const text of texts(300)) {
      const composed = fold(text.normalize('NFC'));
      expect(fold(text.normalize('NFD')), text).to.equal(composed);
    }
  });
});

describe('a folded text', () => {
  it('is what folding makes of it, however it is cut into slices', () => {
    for (const text of [...texts(200), texts(40).join(' ').repeat(30), 'ﷺ '.repeat(9000)]) {
      const steps = foldInSlices(text);
      let step = steps.next();
      while (!step.done) step = steps.next();
      expect(step.value.folded).to.equal(fold(text));
      expect(foldedText(text).folded).to.equal(fold(text));
    }
  });

  it('knows for each index the offset of its character, and for each offset its index', () => {
    for (const text of texts(300)) {
      const twin = foldedText(text);
      const characters = [...text];
      let index = 0;
      let isSpaced = false;
      characters.forEach((character, offset) => {
        const all = fold(character);
        const own = all === ' ' && isSpaced ? '' : all;
        if (own) isSpaced = own === ' ';
        expect(twin.indexAt(offset), text).to.equal(index);
        if (own) expect(twin.offsetAt(index), text).to.equal(offset);
        for (let at = 0; at < own.length; at += 1) {
          expect(twin.isInside(index + at), text).to.equal(at > 0);
        }
        index += own.length;
      });
      expect(index).to.equal(twin.folded.length);
      expect(twin.offsetAt(twin.folded.length)).to.equal(characters.length);
      expect(twin.indexAt(characters.length)).to.equal(twin.folded.length);
    }
  });
});
