/** Findings: each kind where it is and nowhere else, each record that points nowhere, and no more time than the argument takes. */
import { expect } from '@open-wc/testing';
import { buildArgument } from '../../src/model/argument.ts';
import type { Footing } from '../../src/model/authorities.ts';
import { findingKinds, findingsIn, type FindingKind } from '../../src/model/findings.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { schemes } from '../../src/model/schemes.ts';
import { attack, claim, preference, step } from '../support/desk.ts';

const some = { start: 0, end: 3, exact: 'One', prefix: '', suffix: '' };
const stated = { targets: [some] };

interface More {
  readonly footings?: Readonly<Record<string, Footing>>;
  readonly lost?: readonly string[];
}

/** `kind about detail` of everything that is found. */
const found = (
  records: readonly NotebookRecord[],
  { footings = {}, lost = [] }: More = {},
): readonly string[] =>
  findingsIn({
    argument: buildArgument(records),
    records,
    footings: new Map(Object.entries(footings)),
    lost: new Set(lost),
  }).map(({ kind, about, detail }) => [kind, about, detail].filter(Boolean).join(' '));

/** A sound argument: a premise with a note and a passage under a conclusion. */
const sound = [
  claim('p', { ...stated, notes: ['fn1'] }),
  claim('c', { ...stated, role: 'conclusion' }),
  step('s', ['p'], 'c'),
];

const [scheme] = schemes;
const [first, ...others] = scheme?.questions ?? [];

describe('findings', () => {
  it('are none where nothing is to be looked at', () => {
    expect(found(sound, { footings: { p: 'several' } })).to.deep.equal([]);
    expect(found([])).to.deep.equal([]);
  });

  const cases: readonly (readonly [FindingKind, readonly NotebookRecord[], More, readonly string[]])[] = [
    ['unsupported', [...sound, claim('q', stated), step('t', ['q'], 'c')], {}, ['unsupported q']],
    ['single', sound, { footings: { p: 'one', c: 'one' } }, ['single p']],
    [
      'circular',
      [...sound, claim('a', stated), claim('b', stated), step('t', ['a'], 'b'), step('u', ['b'], 'a')],
      {},
      ['circular a 2'],
    ],
    ['circular', [...sound, step('t', ['c', 'p'], 'c')], {}, ['circular c 1']],
    ['orphan', sound, { lost: ['p'] }, ['orphan p']],
    ['unstated', [...sound, claim('q', { notes: ['fn2'] }), step('t', ['q'], 'c')], {}, ['unstated q']],
    ['unsaid', [...sound.slice(0, 2), { ...step('s', ['p'], 'c'), implicit: true }], {}, ['unsaid s']],
    ['nowhere', [...sound, claim('q', stated)], {}, ['nowhere q']],
    ['nowhere', [...sound, claim('q', { ...stated, aside: true })], {}, []],
    ['untitled', [...sound, claim('q', { ...stated, aside: true, wording: ' ' })], {}, ['untitled q']],
    [
      'failed',
      [
        ...sound.slice(0, 2),
        { ...step('s', ['p'], 'c'), questions: [{ question: 'mine', answer: 'failed', remark: '' }] },
      ],
      {},
      ['failed s 1'],
    ],
    [
      'open',
      [...sound.slice(0, 2), { ...step('s', ['p'], 'c'), scheme: scheme?.key ?? null }],
      {},
      [`open s ${others.length + 1}`],
    ],
    [
      'open',
      [
        ...sound.slice(0, 2),
        {
          ...step('s', ['p'], 'c'),
          scheme: scheme?.key ?? null,
          questions: [{ question: first?.key ?? '', answer: 'met', remark: '' }],
        },
      ],
      {},
      [`open s ${others.length}`],
    ],
  ];
  for (const [kind, records, more, expected] of cases)
    it(`tell of ${kind}: ${expected.join(', ') || 'nothing'}`, () =>
      expect(found(records, more)).to.deep.equal(expected));

  it('tell of attacks that nothing answers, on claims and on steps', () => {
    const attacker = claim('x', { ...stated, notes: ['fn3'] });
    const at = (...more: readonly NotebookRecord[]): readonly string[] =>
      found([...sound, attacker, ...more]);
    expect(at(attack('k', 'x', 'p'))).to.deep.equal(['unanswered k']);
    expect(at(attack('k', 'x', 's', { attack: 'undercut' }))).to.deep.equal(['unanswered k step']);
    expect(at(attack('k', 'x', 'p', { mutual: true }))).to.deep.equal([]);
    expect(at(attack('k', 'x', 'p'), preference('r', 'p', 'x'))).to.deep.equal([]);
    const answer = claim('y', { ...stated, notes: ['fn4'] });
    expect(at(attack('k', 'x', 'p'), answer, attack('l', 'y', 'x'))).to.deep.equal(['unanswered l']);
  });

  it('tell of what the map leaves out: steps, attacks and preferences that lack an end', () => {
    const told = found([
      ...sound,
      step('t', ['gone'], 'c'),
      step('u', ['p', 'gone'], 'c'),
      step('v', ['p'], 'gone'),
      step('w', [], 'c'),
      attack('k', 'gone', 'p'),
      attack('l', 'p', 'gone'),
      attack('m', 's', 'p'),
      preference('r', 'p', 'gone'),
    ]);
    expect(told.filter((one) => one.startsWith('broken'))).to.deep.equal([
      'broken t premise-1',
      'broken u premise-1',
      'broken v conclusion',
      'broken w no-premise',
      'broken k conflict',
      'broken l conflict',
      'broken m conflict',
      'broken r preference',
    ]);
  });

  it('tell of a step that a file gave with two conclusions, and of what is kept of files', () => {
    const kept = JSON.stringify({ format: 'aif', file: 'f', was: '', twin: 's', parts: [] });
    const other = claim('d', { ...stated, role: 'conclusion' });
    const extra = (id: string, format: 'aif' | 'argdown'): NotebookRecord => ({
      kind: 'extra',
      id,
      format,
      what: 'node',
      content: '{}',
      creator: '',
      created: '2026-01-02T03:04:05Z',
      modified: '2026-01-02T03:04:05Z',
    });
    const twin = { ...step('t', ['p'], 'd'), foreign: kept };
    expect(found([...sound, other, twin])).to.deep.equal(['several t']);
    for (const foreign of ['{"twin":', '{"twin":7}', '{"twin":"nobody"}', 'null "twin"'])
      expect(found([...sound, other, { ...twin, foreign }]), foreign).to.deep.equal([]);
    expect(found([...sound, extra('e1', 'aif'), extra('e2', 'aif'), extra('e3', 'argdown')])).to.deep.equal([
      'kept aif 2',
      'kept argdown 1',
    ]);
  });

  it('come kind by kind, and each once', () => {
    const records = [...sound, claim('q'), claim('r', { wording: '' }), step('t', ['q'], 'c')];
    const all = findingsIn({
      argument: buildArgument(records),
      records,
      footings: new Map(),
      lost: new Set(['q']),
    });
    const order = all.map(({ kind }) => findingKinds.indexOf(kind));
    expect(order).to.deep.equal([...order].sort((one, other) => one - other));
    expect(new Set(all.map(({ key }) => key)).size).to.equal(all.length);
  });

  it('take time in proportion to the argument', () => {
    const grown = (size: number): NotebookRecord[] => [
      ...Array.from({ length: size + 1 }, (_, at) => claim(`c${at}`, at % 3 ? { notes: [`fn${at}`] } : {})),
      ...Array.from({ length: size }, (_, at) => step(`s${at}`, [`c${at + 1}`], `c${at % 7 ? at : 0}`)),
      ...Array.from({ length: size / 4 }, (_, at) => attack(`x${at}`, `c${at * 3}`, `c${at}`)),
    ];
    const best = (size: number): number => {
      const records = grown(size);
      const ground = {
        argument: buildArgument(records),
        records,
        footings: new Map(),
        lost: new Set<string>(),
      };
      const times = Array.from({ length: 4 }, () => {
        const start = performance.now();
        findingsIn(ground);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    best(1000);
    // Eight times as much; what grows with the square would take sixty-four times.
    expect(best(16_000) / Math.max(0.5, best(2_000))).to.be.below(30);
  });
});
