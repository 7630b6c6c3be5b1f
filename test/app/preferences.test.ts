/** Preferences: kept on the device, damaged or refused storage survived, and which panes have room. */
import { expect } from '@open-wc/testing';
import { panesFor, readPreferences, writePreferences, type Preferences } from '../../src/app/preferences.ts';
import { applyLook, standardLook, steps } from '../../src/app/reading-look.ts';

const key = 'warrant-preferences';
const standard: Preferences = {
  theme: 'auto',
  face: 'serif',
  scale: 1,
  line: 64,
  leading: 1.52,
  spaced: false,
  justified: false,
  hyphenated: false,
  text: true,
  margin: true,
  map: true,
  contents: false,
  beside: 'map',
  split: 0.4,
  welcomed: false,
  side: 'contents',
  keys: 'all',
  citation: 'plain',
  print: ['text', 'claims', 'marks', 'notes', 'map'],
  addresses: 'none',
  heat: true,
  saysMarks: true,
  voice: { rate: 1, saysNotes: false, chosen: {} },
  picture: {
    format: 'png',
    scale: 2,
    part: 'whole',
    sheets: 'one',
    theme: 'light',
    isTransparent: false,
    hasTitle: true,
    hasCitation: true,
    hasLegend: true,
    hasDate: true,
    hasNotes: false,
    hasFonts: true,
  },
  argument: { format: 'argdown' },
  marks: { what: 'everything', format: 'w3c', by: 'section', hasMark: false, hasLayers: false },
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
    '{"theme":"mauve"}',
    '{"face":"comic"}',
    '{"face":"__proto__"}',
    '{"scale":0}',
    '{"scale":"1.2"}',
    '{"scale":1e9}',
    '{"line":12}',
    '{"line":[64]}',
    '{"leading":-1}',
    '{"spaced":"yes"}',
    '{"justified":1}',
    '{"hyphenated":null}',
    '{"__proto__":{"theme":"dark"}}',
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

/** A source of numbers from 0 to 1 that is the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('whatever is stored', () => {
  const oddities: readonly unknown[] = [
    null,
    true,
    false,
    0,
    1,
    1.2,
    -1,
    64,
    1e300,
    '',
    'dark',
    'sepia',
    'contrast',
    'dyslexic',
    'both',
    [],
    [1],
    {},
    { theme: 'dark' },
  ];
  const isSound = (like: Preferences): boolean =>
    ['auto', 'light', 'dark', 'sepia', 'contrast'].includes(like.theme) &&
    ['serif', 'sans', 'atkinson', 'dyslexic'].includes(like.face) &&
    like.scale >= 0.8 &&
    like.scale <= 2.5 &&
    like.line >= 45 &&
    like.line <= 80 &&
    like.leading >= 1.3 &&
    like.leading <= 2.25 &&
    like.split >= 0.2 &&
    like.split <= 0.75 &&
    ['margin', 'map'].includes(like.beside) &&
    [
      like.spaced,
      like.justified,
      like.hyphenated,
      like.margin,
      like.map,
      like.contents,
      like.welcomed,
      like.saysMarks,
      like.text,
    ].every((value) => typeof value === 'boolean');

  it('reading gives sound values, of the names that are known and no others', () => {
    const random = seeded(7);
    const names = [...Object.keys(standard), 'constructor', 'toString', '__proto__', 'other'];
    for (let round = 0; round < 500; round += 1) {
      writePreferences(standard);
      const stored = Object.fromEntries(
        names
          .filter(() => random() < 0.5)
          .map((name) => [name, oddities[Math.floor(random() * oddities.length)]]),
      );
      localStorage.setItem(key, JSON.stringify(stored));
      const read = readPreferences();
      expect(isSound(read), JSON.stringify(stored)).to.equal(true);
      expect(Object.keys(read)).to.have.members(Object.keys(standard));
    }
  });

  it('every step of the settings can be kept and read again', () => {
    for (const [name, values] of Object.entries(steps)) {
      for (const value of values) {
        writePreferences({ [name]: value });
        writePreferences({ theme: 'dark' });
        expect(readPreferences()).to.deep.include({ [name]: value });
      }
    }
  });
});

describe('the look', () => {
  afterEach(() => applyLook(standardLook));

  it('has its theme on the page, and none for the system’s', () => {
    const { dataset } = document.documentElement;
    const seen = (['dark', 'light', 'sepia', 'contrast', 'auto'] as const).map((theme) => {
      applyLook({ ...standardLook, theme });
      return dataset['theme'];
    });
    expect(seen).to.deep.equal(['dark', 'light', 'sepia', 'contrast', undefined]);
  });

  it('has its face on the page, and none for the one that goes without saying', () => {
    const { dataset } = document.documentElement;
    const seen = (['sans', 'dyslexic', 'serif'] as const).map((face) => {
      applyLook({ ...standardLook, face });
      return dataset['face'];
    });
    expect(seen).to.deep.equal(['sans', 'dyslexic', undefined]);
  });
});
