/** Two arguments held against each other: nothing is missed, nothing invented, and the merged map has each thing once. */
import { expect } from '@open-wc/testing';
import type { ToldClaim } from '../../src/model/alike-claims.ts';
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import type { Claim } from '../../src/model/argument-records.ts';
import { compareArguments, type Comparison, type ToldArgument } from '../../src/model/comparison.ts';
import { mergeMaps } from '../../src/model/merged-map.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { renamed } from '../../src/notebook/renamed.ts';
import { grownRecords } from '../map/grown.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { attack, claim, step } from '../support/desk.ts';

const tell = (one: Claim): ToldClaim => ({
  claim: one,
  spans: one.targets.map(({ start, end }) => ({ start, end })),
  words: new Set(one.wording.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
});
const told = (argument: Argument): ToldArgument => ({ argument, told: tell });
const toldOf = (records: Iterable<NotebookRecord>): ToldArgument => told(buildArgument(records));
const compare = (left: Iterable<NotebookRecord>, right: Iterable<NotebookRecord>): Comparison =>
  compareArguments(toldOf(left), toldOf(right));
const at = (start: number, end: number): Claim['targets'] => [
  { exact: 'x', prefix: '', suffix: '', start, end },
];

/** Every record under another id, as somebody else would have made it. */
function byAnother(records: readonly NotebookRecord[]): NotebookRecord[] {
  const names = new Map(records.map(({ id }) => [id, `o-${id}`]));
  return records.map((record) => renamed(record, names));
}

/** Claims of their own words, each at its own place. */
const distinct = (records: readonly NotebookRecord[]): NotebookRecord[] =>
  records.map((record, index) =>
    record.kind === 'claim'
      ? {
          ...record,
          wording: `Matter${index} moves thing${index} towards end${index}.`,
          targets: at(index * 50, index * 50 + 40),
        }
      : record,
  );

const sides = ({ both, onlyLeft, onlyRight, links }: Comparison): unknown => ({
  both: both.map(({ left, right }) => [left.id, right.id].sort().join(' ')).sort(),
  only: [onlyLeft.length, onlyRight.length].sort(),
  links: links.filter(({ left, right }) => left && right).length,
});

describe('a comparison of two arguments', () => {
  it('finds an argument the same as itself, and as a copy that somebody made anew', () => {
    forSeeds(12, (seed) => {
      const records = distinct(grownRecords(30, seed));
      for (const other of [records, byAnother(records)]) {
        const found = compare(records, other);
        expect([found.onlyLeft, found.onlyRight]).to.deep.equal([[], []]);
        expect(found.both.flatMap(({ differs }) => differs)).to.deep.equal([]);
        expect(
          found.links.every(({ left, right, differs }) => left && right && differs.length === 0),
        ).to.equal(true);
      }
    });
  });

  it('tells exactly what was left out, from either side', () => {
    forSeeds(12, (seed) => {
      const dice = new Dice(seed);
      const records = distinct(grownRecords(24, seed));
      const gone = new Set(
        dice
          .shuffle(records.filter(({ kind }) => kind === 'claim'))
          .slice(0, 5)
          .map(({ id }) => id),
      );
      const fewer = byAnother(records.filter(({ id }) => !gone.has(id)));
      const found = compare(records, fewer);
      expect(new Set(found.onlyLeft.map(({ id }) => id))).to.deep.equal(gone);
      expect(found.onlyRight).to.deep.equal([]);
      expect(sides(compare(fewer, records))).to.deep.equal(sides(found));
    });
  });

  it('knows a claim by its passage though the words differ, and by its words though the passage does', () => {
    const left = [
      claim('a', { wording: 'Oil ties Baku to the West.', targets: at(100, 180) }),
      claim('b', { wording: 'Russia feared encirclement by NATO.', targets: at(300, 340) }),
      claim('c', { wording: 'Nothing else.', targets: at(900, 950) }),
    ];
    const right = [
      claim('p', { wording: 'Energy made Azerbaijan turn westward.', targets: at(104, 176) }),
      claim('q', { wording: 'NATO encirclement: Russia feared it.', targets: at(700, 740) }),
      claim('r', { wording: 'A wholly foreign thought.', targets: at(2000, 2050) }),
    ];
    const { both, onlyLeft, onlyRight } = compare(left, right);
    expect(both.map((one) => [one.left.id, one.right.id, one.by])).to.deep.equal([
      ['a', 'p', 'passage'],
      ['b', 'q', 'wording'],
    ]);
    expect(both.map(({ differs }) => differs)).to.deep.equal([['wording'], ['wording']]);
    expect([onlyLeft, onlyRight].map(([one]) => one?.id)).to.deep.equal(['c', 'r']);
  });

  it('pairs each claim once, the likest first, whatever comes first', () => {
    const left = [
      claim('a', { wording: 'Oil matters to Moscow' }),
      claim('b', { wording: 'Oil matters to Moscow greatly today' }),
    ];
    const right = [
      claim('p', { wording: 'Oil matters to Moscow greatly today' }),
      claim('q', { wording: 'Oil matters to Moscow' }),
    ];
    expect(compare(left, right).both.map((one) => `${one.left.id}${one.right.id}`)).to.deep.equal([
      'aq',
      'bp',
    ]);
  });

  it('says where links and standing differ', () => {
    const claims = ['a', 'b', 'c', 'u'].map((id) => claim(id));
    const left = [...claims, step('s', ['a', 'b'], 'c')];
    const right = [
      ...claims,
      step('t', ['a'], 'c'),
      step('v', ['b'], 'c'),
      attack('x', 'u', 'b'),
      attack('y', 'u', 't', { attack: 'undercut' }),
    ];
    const { links, both } = compare(left, right);
    const told = links.map(
      ({ left: one, right: other, differs }) => `${one?.id ?? '-'}${other?.id ?? '-'} ${differs.join()}`,
    );
    expect(told.sort()).to.deep.equal(['-v ', '-x ', '-y ', 'st shape'].sort());
    expect(both.find((one) => one.left.id === 'b')?.differs).to.deep.equal(['label']);
    expect(both.find((one) => one.left.id === 'c')?.labels).to.deep.equal({
      left: 'accepted',
      right: 'rejected',
    });
  });

  it('is merged into one sound argument: everything once, and what only one has is said to be its', () => {
    forSeeds(20, (seed) => {
      const dice = new Dice(seed);
      const all = distinct(grownRecords(20, seed));
      const part = (): NotebookRecord[] => all.filter(({ kind }) => kind !== 'claim' || dice.next() < 0.7);
      const [left, right] = [
        buildArgument(part()),
        buildArgument(dice.next() < 0.5 ? part() : byAnother(part())),
      ];
      const comparison = compareArguments(told(left), told(right));
      const merged = mergeMaps(left, right, comparison);
      const one = buildArgument(merged.records);
      expect(new Set(merged.records.map(({ id }) => id)).size).to.equal(merged.records.length);
      expect(one.claims.size).to.equal(left.claims.size + comparison.onlyRight.length);
      const links = comparison.links.filter((link) => link.left ?? link.right).length;
      expect(one.inferences.size + one.conflicts.size).to.equal(links);
      const onlyOne = comparison.links.filter((link) => !link.left || !link.right).length;
      expect(merged.sides.size).to.equal(comparison.onlyLeft.length + comparison.onlyRight.length + onlyOne);
    });
  });
});
