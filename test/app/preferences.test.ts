/** Preferences: kept on the device, damaged or refused storage survived, and which panes have room. */
import { expect } from '@open-wc/testing';
import {
  applyTheme,
  panesFor,
  readPreferences,
  writePreferences,
  type Preferences,
} from '../../src/app/preferences.ts';

const key = 'warrant-preferences';
const standard: Preferences = {
  theme: 'auto',
  text: true,
  margin: true,
  map: true,
  contents: false,
  beside: 'map',
  split: 0.4,
  welcomed: false,
  side: 'contents',
  keys: 'all',
  print: ['text', 'claims', 'marks', 'notes', 'map'],
  addresses: 'none',
  voice: { rate: 1, saysNotes: false, chosen: {} },
};

const prototype = Object.getPrototypeOf(localStorage) as Storage;
const genuine = Object.getOwnPropertyDescriptors(prototype);

/** Makes the device refuse to read, to write, or both. */
function refuse(...what: ('getItem' | 'setItem')[]): void {
  for (const name of what) {
    prototype[name] = () => {
      throw new DOMException('Refused.', 'SecurityError');
    };
  }
}

beforeEach(() => {
  writePreferences(standard);
  localStorage.removeItem(key);
});
afterEach(() => {
  Object.defineProperties(prototype, genuine);
  writePreferences(standard);
  localStorage.removeItem(key);
});

describe('preferences', () => {
  it('are the standard where nothing is stored', () => {
    expect(readPreferences()).to.deep.equal(standard);
  });

  it('are kept on the device, one change upon another', () => {
    writePreferences({ theme: 'dark' });
    expect(writePreferences({ split: 0.5 })).to.deep.equal({ ...standard, theme: 'dark', split: 0.5 });
    expect(JSON.parse(localStorage.getItem(key) ?? '')).to.deep.include({ theme: 'dark', split: 0.5 });
    expect(readPreferences()).to.deep.equal({ ...standard, theme: 'dark', split: 0.5 });
  });

  it('that another tab has changed are read', () => {
    localStorage.setItem(key, JSON.stringify({ ...standard, margin: false }));
    expect(readPreferences().margin).to.equal(false);
    expect(writePreferences({ map: false })).to.deep.include({ margin: false, map: false });
  });
});

describe('damaged preferences', () => {
  const damaged = [
    '',
    'x',
    '{',
    'null',
    '5',
    '"dark"',
    '[1,2]',
    '{"theme":"sepia"}',
    '{"theme":5}',
    '{"margin":"yes"}',
    '{"map":null}',
    '{"beside":"both"}',
    '{"welcomed":1}',
    '{"split":"0.5"}',
    '{"split":0.1}',
    '{"split":0.9}',
    '{"split":null}',
  ];
  for (const stored of damaged) {
    it(`“${stored}” are as if nothing was stored`, () => {
      localStorage.setItem(key, stored);
      expect(readPreferences()).to.deep.include(standard);
    });
  }

  it('keep what is sound beside what is not', () => {
    localStorage.setItem(key, '{"theme":"dark","split":7,"margin":0,"contents":true}');
    expect(readPreferences()).to.deep.include({ ...standard, theme: 'dark', contents: true });
  });
});

describe('where the device refuses', () => {
  it('to read and write, preferences are kept for this tab', () => {
    refuse('getItem', 'setItem');
    expect(readPreferences()).to.deep.equal(standard);
    writePreferences({ theme: 'dark' });
    writePreferences({ map: false });
    expect(readPreferences()).to.deep.equal({ ...standard, theme: 'dark', map: false });
  });

  it('only to write, a change is kept for this tab all the same', () => {
    writePreferences({ theme: 'light' });
    refuse('setItem');
    expect(writePreferences({ theme: 'dark' }).theme).to.equal('dark');
    expect(readPreferences().theme).to.equal('dark');
    expect(writePreferences({ map: false })).to.deep.include({ theme: 'dark', map: false });
  });
});

describe('the panes of a window', () => {
  const like = (patch: Partial<Preferences>): Preferences => ({ ...standard, ...patch });
  const shown = (patch: Partial<Preferences>, width: number): string => {
    const panes = panesFor(like(patch), width);
    return (['contents', 'margin', 'map'] as const).filter((name) => panes[name]).join(' ');
  };

  it('leave the map alone on the screen where the text is put away, at any width', () => {
    for (const width of [800, 1000, 1440, 1920]) {
      const panes = panesFor(like({ text: false, contents: true, map: false }), width);
      expect(panes).to.deep.equal({ text: false, margin: false, map: true, contents: false });
    }
  });

  it('are all that is wanted where there is room', () => {
    expect(shown({}, 1440)).to.equal('margin map');
    expect(shown({ contents: true }, 1920)).to.equal('contents margin map');
    expect(shown({ margin: false, map: false }, 1440)).to.equal('');
  });

  it('are the one chosen last of margin and map where only one has room', () => {
    expect(shown({ beside: 'map' }, 1000)).to.equal('map');
    expect(shown({ beside: 'margin' }, 1000)).to.equal('margin');
    expect(shown({ beside: 'margin', margin: false }, 1000)).to.equal('map');
    expect(shown({ beside: 'map', map: false }, 1000)).to.equal('margin');
  });

  it('make room for the contents, which take it from margin and map', () => {
    expect(shown({ contents: true, beside: 'margin' }, 1400)).to.equal('contents margin');
    expect(shown({ contents: true, beside: 'map' }, 1400)).to.equal('contents map');
    expect(shown({ contents: true }, 800)).to.equal('contents');
  });

  it('never show what is not wanted, and something of what is, at any width', () => {
    for (const width of [320, 760, 899, 900, 1299, 1300, 1556, 3000]) {
      for (const margin of [true, false]) {
        for (const map of [true, false]) {
          const panes = panesFor(like({ margin, map }), width);
          expect([panes.margin && !margin, panes.map && !map]).to.deep.equal([false, false]);
          expect(panes.margin || panes.map).to.equal(margin || map);
        }
      }
    }
  });
});

describe('the theme', () => {
  afterEach(() => applyTheme('auto'));

  it('is put on the page, and taken off for the system’s', () => {
    const { dataset } = document.documentElement;
    const seen = (['dark', 'light', 'auto'] as const).map((theme) => {
      applyTheme(theme);
      return dataset['theme'];
    });
    expect(seen).to.deep.equal(['dark', 'light', undefined]);
  });
});
