/** Packages give back what went into them, whatever that is; and every part of a hostile one is refused or left out. */
import { expect } from '@open-wc/testing';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import {
  isPicture,
  readPackage,
  safeName,
  writePackage,
  type Package,
  type PackedFile,
  type PackedPaper,
} from '../../../src/formats/paper/package.ts';
import { Fault } from '../../../src/model/fault.ts';
import { readFront } from '../../../src/model/front-shape.ts';

/** Numbers that look random and are the same in each run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const alphabet = [
  'a',
  'Z',
  '0',
  ' ',
  '/',
  '\\',
  '..',
  'é',
  'ﷺ',
  'שלום',
  '👩‍🏫',
  '<',
  '&',
  '"',
  '\n',
  '\uFEFF',
  '-',
  '.',
];
const hex = (next: () => number): string =>
  Array.from({ length: 64 }, () => Math.floor(next() * 16).toString(16)).join('');

class Making {
  readonly next: () => number;
  constructor(seed: number) {
    this.next = random(seed);
  }
  int = (most: number): number => Math.floor(this.next() * (most + 1));
  text = (most: number): string =>
    Array.from({ length: this.int(most) }, () => alphabet[this.int(alphabet.length - 1)] ?? '').join('');
  bytes = (most: number): Uint8Array<ArrayBuffer> =>
    Uint8Array.from({ length: this.int(most) }, () => this.int(255));
  list = <T>(most: number, make: () => T): T[] => Array.from({ length: this.int(most) }, make);

  file = (): PackedFile =>
    this.next() < 0.5
      ? { name: this.text(20), role: 'original', type: 'application/pdf', bytes: this.bytes(400) }
      : {
          name: `${this.text(8)}.png`,
          role: 'picture',
          type: 'image/png',
          bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, ...this.bytes(300)),
        };

  paper = (): PackedPaper => ({
    id: `p${this.int(99_999)}`,
    hash: `sha256-${hex(this.next)}`,
    firstHash: `sha256-${hex(this.next)}`,
    front: readFront({
      title: this.text(30),
      authors: this.list(3, () => this.text(10)),
      year: this.int(3000) - 500,
      journal: this.text(10) || null,
      doi: '10.1234/ab.c',
      url: 'https://example.org/a?b=c',
    }),
    tags: [...new Set(this.list(3, () => `tag ${this.int(9)}`))],
    format: 'pdf',
    fileName: this.text(20),
    added: this.next() < 0.5 ? null : '2026-01-02T03:04:05.678Z',
    xml: `<article>${this.text(500)}</article>`,
    draft: this.next() < 0.5 ? null : { blocks: this.list(5, () => ({ text: this.text(20) })) },
    files: this.list(4, this.file),
    notebooks: this.list(3, () => this.text(100)),
  });
}

const packageOf = (seed: number): Package => {
  const making = new Making(seed);
  const purpose = making.next() < 0.5 ? 'continue' : 'share';
  return { made: '2026-01-02T03:04:05Z', purpose, papers: making.list(4, making.paper) };
};

/** The code of the fault that reading ends in; empty where it ends well. */
function faultOf(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    readPackage(bytes, 'file.warrant.zip');
    return '';
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
}

const sample: Package = {
  made: '2026-01-02T03:04:05Z',
  purpose: 'share',
  papers: [
    {
      id: 'p1',
      hash: `sha256-${'0'.repeat(64)}`,
      firstHash: `sha256-${'1'.repeat(64)}`,
      front: readFront({ title: 'A title' }),
      tags: [],
      format: 'text',
      fileName: 'a.txt',
      added: null,
      xml: '<article/>',
      draft: { blocks: [] },
      files: [
        {
          name: 'a.txt',
          role: 'original',
          type: 'text/plain',
          bytes: strToU8('words'),
        },
      ],
      notebooks: ['{}'],
    },
  ],
};

type Json = Record<string, unknown>;

/** The sample with its entries changed. */
function changed(change: (zip: Zippable, about: Json, paper: Json) => void): Uint8Array<ArrayBuffer> {
  const zip: Record<string, Uint8Array> = unzipSync(writePackage(sample));
  const about = JSON.parse(new TextDecoder().decode(zip['about.json'])) as Json;
  change(zip, about, (about['papers'] as Json[])[0] as Json);
  if (zip['about.json']) zip['about.json'] = strToU8(JSON.stringify(about));
  return zipSync(zip);
}

describe('packages', () => {
  it('give back what went in: 200 made at random', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const whole = packageOf(seed);
      expect(readPackage(writePackage(whole), 'x'), `seed ${seed}`).to.deep.equal(whole);
    }
  });

  it('are the same bytes for the same papers', () => {
    expect(writePackage(sample)).to.deep.equal(writePackage(sample));
  });

  it('say what they are in their first file', () => {
    expect(Object.keys(unzipSync(writePackage(sample)))[0]).to.equal('about.json');
  });

  const broken: Readonly<Record<string, (zip: Zippable, about: Json, paper: Json) => void>> = {
    'without its text': (zip) => void delete zip['paper-1/paper.xml'],
    'without the draft that it names': (zip) => void delete zip['paper-1/draft.json'],
    'without a notebook that it names': (zip) => void delete zip['paper-1/notebooks/1.json'],
    'without a file that it names': (zip) => void delete zip['paper-1/original/a.txt'],
    'with a text that is no UTF-8': (zip) =>
      void (zip['paper-1/paper.xml'] = Uint8Array.of(0xff, 0xfe, 0xff)),
    'with a draft that is no JSON': (zip) => void (zip['paper-1/draft.json'] = strToU8('{')),
    'with a folder that leads out': (_zip, _about, paper) => void (paper['folder'] = '../other'),
    'with a file that leads out': (_zip, _about, paper) =>
      void (paper['files'] = [{ name: 'a', role: 'original', type: 'text/plain', path: 'original/..' }]),
    'with a notebook that leads out': (_zip, _about, paper) => void (paper['notebooks'] = ['../about.json']),
    'with an id that is none': (_zip, _about, paper) => void (paper['id'] = '__proto__/../x'),
    'with a hash that is none': (_zip, _about, paper) => void (paper['hash'] = 'sha256-zz'),
    'with an unknown role': (_zip, _about, paper) =>
      void (paper['files'] = [{ name: 'a', role: 'script', type: 'text/plain', path: 'original/a.txt' }]),
    'with too many papers': (_zip, about, paper) =>
      void (about['papers'] = Array.from({ length: 2_001 }, () => paper)),
  };
  for (const [what, change] of Object.entries(broken))
    it(`are refused ${what}`, () => expect(faultOf(changed(change))).to.equal('import/broken'));

  it('are told from other archives', () => {
    expect(faultOf(zipSync({ 'a.txt': strToU8('a') }))).to.equal('import/unknown');
    expect(faultOf(changed((_zip, about) => void (about['type'] = 'other')))).to.equal('import/unknown');
    expect(faultOf(changed((_zip, about) => void (about['version'] = 2)))).to.equal('import/unknown');
    expect(faultOf(strToU8('no archive at all'))).to.equal('import/broken');
    const whole = writePackage(sample);
    expect(faultOf(whole.slice(0, whole.length - 40))).to.equal('import/broken');
  });

  it('unpack no bomb', () => {
    const bomb = changed((zip) => void (zip['paper-1/paper.xml'] = new Uint8Array(40 * 2 ** 20)));
    expect(bomb.length).to.be.below(2 ** 20);
    expect(faultOf(bomb)).to.equal('import/too-large');
  });

  it('bring no picture that is none, and nothing that they do not name', () => {
    const bytes = changed((zip, _about, paper) => {
      zip['paper-1/pictures/evil.png'] = strToU8('<svg onload="alert(1)"/>');
      zip['paper-1/original/unnamed.html'] = strToU8('<script>alert(1)</script>');
      paper['files'] = [
        ...(paper['files'] as Json[]),
        { name: 'evil.png', role: 'picture', type: 'image/png', path: 'pictures/evil.png' },
        { name: 'evil.svg', role: 'picture', type: 'image/svg+xml', path: 'pictures/evil.png' },
      ];
    });
    const [paper] = readPackage(bytes, 'x').papers;
    expect(paper?.files.map(({ name }) => name)).to.deep.equal(['a.txt']);
  });
});

describe('names of files in packages', () => {
  it('are names that every disk takes, none twice', () => {
    const taken = new Set<string>();
    const given = [
      'a/b.pdf',
      'A-b.pdf',
      '../../x',
      '...',
      '',
      `${'long'.repeat(60)}.pdf`,
      'con:1.png',
      'ü.txt',
    ];
    const safe = given.map((name) => safeName(name, taken));
    expect(new Set(safe.map((name) => name.toLowerCase())).size).to.equal(given.length);
    for (const name of safe) expect(name).to.match(/^[^./\\:][^/\\:]{0,99}$/u);
    expect(safe[5]).to.match(/\.pdf$/u);
  });

  it('pictures are known by how they begin, not by what they are called', () => {
    expect(isPicture('image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).to.equal(true);
    expect(isPicture('image/jpeg', Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).to.equal(false);
    expect(isPicture('constructor', Uint8Array.of(1))).to.equal(false);
  });
});
