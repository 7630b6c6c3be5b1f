/** The colours of exported pictures are the page's own: they are written down twice and must not part. */
import { expect, oneEvent } from '@open-wc/testing';
import { darkPalette, lightPalette, readPalette, washColour, type Palette } from '../../src/map/palette.ts';

const root = document.documentElement;

/** Quotes and spaces in a font stack may be written either way. */
const plain = (palette: Palette): unknown =>
  JSON.parse(JSON.stringify(palette).replaceAll(/\\"|'/gu, '').toLowerCase());

describe('palettes', () => {
  let link: HTMLLinkElement;

  before(async () => {
    link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('../../styles/tokens.css', import.meta.url).href;
    const loaded = oneEvent(link, 'load');
    document.head.append(link);
    await loaded;
  });

  after(() => {
    link.remove();
    delete root.dataset['theme'];
  });

  for (const [theme, palette, other] of [
    ['light', lightPalette, darkPalette],
    ['dark', darkPalette, lightPalette],
  ] as const) {
    it(`agree with the ${theme} tokens`, () => {
      root.dataset['theme'] = theme;
      // The other theme stands in for tokens that are not set: one that is missing shows.
      expect(plain(readPalette(root, theme === 'light'))).to.deep.equal(plain(palette));
      expect(plain(palette)).not.to.deep.equal(plain(other));
    });
  }

  it('wash deeper with each group around', () => {
    expect(washColour(lightPalette, 0)).to.equal(lightPalette.paper);
    expect(washColour({ ...lightPalette, paper: '#ffffff', ink: '#000000' }, 1)).to.equal('#f5f5f5');
    expect(washColour({ ...lightPalette, paper: '#ffffff', ink: '#000000' }, 2)).to.equal('#ebebeb');
  });
});
