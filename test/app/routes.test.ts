/** Addresses: what is formatted is parsed back, and no hash, however broken, is taken for something else. */
import { expect } from '@open-wc/testing';
import { fetchPaper, fetchReading, listPapers } from '../../src/app/corpus.ts';
import { formatRoute, mendRoute, parseRoute, type Aim } from '../../src/app/routes.ts';
import { Fault } from '../../src/model/fault.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

const scraps = [
  'a',
  'III',
  '.',
  '/',
  '?',
  '#',
  '&',
  '=',
  '+',
  '%',
  '%2F',
  '%E0',
  ' ',
  'ü',
  '😀',
  '"',
  '<',
  '\\',
  ':',
  '@',
  ';',
  'note',
];

const text = (dice: Dice): string =>
  Array.from({ length: 1 + dice.below(6) }, () => dice.pick(scraps)).join('');

function aim(dice: Dice): Aim {
  const to = dice.pick([
    'start',
    'notes',
    'offset',
    'address',
    'note',
    'list',
    'marker',
    'claim',
    'annotation',
    'passage',
    'step',
  ] as const);
  if (to === 'start' || to === 'notes') return { to };
  // An id is short: what is longer is no step.
  if (to === 'step') return { to, value: { step: text(dice), order: text(dice) } };
  if (to === 'passage') {
    const [address, end] = dice.pick([['', ''] as const, [text(dice), text(dice)] as const]);
    const context = dice.pick([['', ''] as const, [text(dice), text(dice)] as const]);
    return { to, value: { address, start: `x${text(dice)}`, end, prefix: context[0], suffix: context[1] } };
  }
  return to === 'offset' ? { to, value: dice.below(40_000) } : { to, value: text(dice) };
}

describe('an address', () => {
  it('that is formatted is parsed back, whatever is in it', () => {
    forSeeds(1000, (seed) => {
      const dice = new Dice(seed);
      const [paper, wish] = [text(dice), aim(dice)];
      expect(parseRoute(formatRoute(paper, wish))).to.deep.equal({ screen: 'desk', paper, aim: wish });
    });
  });

  it('survives the address bar', () => {
    const before = location.hash;
    forSeeds(100, (seed) => {
      const dice = new Dice(seed);
      const [paper, wish] = [text(dice), aim(dice)];
      history.replaceState(null, '', formatRoute(paper, wish));
      expect(parseRoute(location.hash)).to.deep.equal({ screen: 'desk', paper, aim: wish });
    });
    history.replaceState(null, '', before || '#');
  });
});

describe('a hash', () => {
  const desk = (wish: Aim) => ({ screen: 'desk', paper: 'gul-2008', aim: wish });
  const cases: readonly (readonly [string, unknown])[] = [
    ['', { screen: 'library' }],
    ['#', { screen: 'library' }],
    ['#/', { screen: 'library' }],
    ['#/gul-2008', desk({ to: 'start' })],
    ['#/gul-2008/', desk({ to: 'start' })],
    ['#/gul-2008/III.B.2', desk({ to: 'address', value: 'III.B.2' })],
    ['#/gul-2008?note=53', desk({ to: 'note', value: '53' })],
    ['#/gul-2008?claim=x', desk({ to: 'claim', value: 'x' })],
    ['#/gul-2008?present=x&order=text', desk({ to: 'step', value: { step: 'x', order: 'text' } })],
    ['#/gul-2008?present=x', desk({ to: 'step', value: { step: 'x', order: 'argument' } })],
    ['#/gul-2008?claim=x&present=y', desk({ to: 'claim', value: 'x' })],
    ['#/gul-2008?present', desk({ to: 'start' })],
    ['#/gul-2008?present=&order=text', desk({ to: 'start' })],
    [`#/gul-2008?present=${'x'.repeat(65)}`, desk({ to: 'start' })],
    [`#/gul-2008/III.B?present=x&order=${'x'.repeat(65)}`, desk({ to: 'address', value: 'III.B' })],
    ['#/gul-2008?notes', desk({ to: 'notes' })],
    ['#/gul-2008?at=120', desk({ to: 'offset', value: 120 })],
    ['#/gul-2008?at=-1', desk({ to: 'start' })],
    ['#/gul-2008?at=1e9', desk({ to: 'start' })],
    ['#/gul-2008?at=99999999999999999999', desk({ to: 'start' })],
    [
      '#/gul-2008/III.B.4.s2?quote=a%20b&to=c',
      desk({
        to: 'passage',
        value: { address: 'III.B.4.s2', start: 'a b', end: 'c', prefix: '', suffix: '' },
      }),
    ],
    ['#/gul-2008/III.B?quote=', desk({ to: 'address', value: 'III.B' })],
    [`#/gul-2008/III.B?quote=${'x'.repeat(601)}`, desk({ to: 'address', value: 'III.B' })],
    [`#/gul-2008?quote=x&after=${'x'.repeat(601)}`, desk({ to: 'start' })],
    ['#/gul-2008?note=', desk({ to: 'start' })],
    ['#/gul-2008?unknown=1', desk({ to: 'start' })],
  ];
  for (const [hash, route] of cases) {
    it(`“${hash}” means what it says`, () => {
      expect(parseRoute(hash)).to.deep.equal(route);
    });
  }
});

describe('a broken address', () => {
  const broken = [
    '#x',
    '#//',
    '#//x',
    '#/%',
    '#/%E0%A4%A',
    '#/a/%ZZ',
    '#/a/b/c',
    '#/?note=1',
    '#!/a',
    '#reading',
  ];
  for (const hash of broken) {
    it(`“${hash}” is unknown, and says so with its own words`, () => {
      expect(parseRoute(hash)).to.deep.equal({ screen: 'unknown', hash });
    });
  }

  it('of any kind never throws', () => {
    forSeeds(1000, (seed) => {
      const hash = `#${text(new Dice(seed))}`;
      expect(parseRoute(hash).screen).to.be.oneOf(['library', 'desk', 'unknown']);
    });
  });

  it('in a value is not taken apart', () => {
    expect(parseRoute('#/a?note=%E0%A4%A')).to.deep.include({ screen: 'desk', paper: 'a' });
    expect(parseRoute('#/..%2F..%2Fetc')).to.deep.include({ paper: '../../etc' });
  });
});

describe('the corpus', () => {
  const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => 'read',
      (error: unknown) => (error instanceof Fault ? error.code : error),
    );

  it('knows its papers and no others, whatever they are called', async () => {
    for (const name of [
      'nobody',
      '',
      '__proto__',
      'constructor',
      'toString',
      '../gul-2008',
      'gul-2008/paper.xml',
    ]) {
      expect(await codeOf(fetchPaper(name)), name).to.equal('paper/unknown');
      expect(await fetchReading(name), name).to.equal(null);
    }
  });

  it('has every paper that it lists', async () => {
    const papers = await listPapers();
    expect(papers.map((paper) => paper.id)).to.deep.equal([
      'gul-2008',
      'melville-advocate',
      'melville-affidavit',
    ]);
    for (const { id } of papers) expect(await fetchPaper(id)).to.contain('<article');
  });

  it('lead to the screen on which a text is mended', () => {
    expect(parseRoute('#/my-paper?mend')).to.deep.equal({ screen: 'mend', paper: 'my-paper' });
    expect(parseRoute(mendRoute('a paper/of mine'))).to.deep.equal({
      screen: 'mend',
      paper: 'a paper/of mine',
    });
  });
});
