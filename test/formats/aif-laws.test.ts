/** AIF, out and in: maps come back as they were, files of others go out as they came, and what is edited between is all that changes. */
import { expect } from '@open-wc/testing';
import { cameAs } from '../../src/formats/aif-kept.ts';
import { readAif } from '../../src/formats/aif-read.ts';
import { aifValue, writeAif, type AifContext } from '../../src/formats/aif-write.ts';
import { premiseRoles, type Claim, type Conflict, type Inference } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { isSame } from '../../src/model/same.ts';
import { Unsound } from '../../src/model/shapes.ts';
import { readRecord } from '../../src/notebook/validate.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { aForeignFile } from './aif-foreign.ts';
import { aMap, byId, plainTarget } from './argument-maps.ts';

const now = '2026-03-04T05:06:07Z';
const context = (dialect: AifContext['dialect']): AifContext => ({
  title: 'My map',
  paper: { title: 'A paper', hash: 'sha256-0' },
  speaker: { firstname: 'Murad', surname: 'Gul' },
  made: now,
  dialect,
});

/** A value with the keys of its objects in order, as text: lists in their order, keys in any. */
const steady = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

const asSaid = (record: NotebookRecord): unknown => {
  const said = Object.entries(record).filter(([key]) => !['creator', 'created', 'modified'].includes(key));
  return { ...Object.fromEntries(said), foreign: null };
};

const editedClaim = (claim: Claim, dice: Dice): Claim => {
  const target = plainTarget(dice);
  return dice.pick<Claim>([
    { ...claim, wording: 'New words' },
    { ...claim, role: 'issue', notes: ['fn3'], group: 'g1', aside: true },
    { ...claim, targets: [target] },
    { ...claim, wordings: [...claim.wordings.slice(1), { id: 'new', text: 'Anew' }] },
  ]);
};

const editedStep = (step: Inference, dice: Dice, claims: readonly string[]): Inference =>
  dice.pick<Inference>([
    { ...step, gist: 'So' },
    { ...step, premises: dice.shuffle([...step.premises, { claim: dice.pick(claims), role: 'warrant' }]) },
    { ...step, premises: step.premises.map(({ claim }) => ({ claim, role: dice.pick(premiseRoles) })) },
    { ...step, scheme: dice.pick([null, 'analogy', 'a rule']) },
    { ...step, conclusion: dice.pick(claims) },
  ]);

const editedAttack = (attack: Conflict, dice: Dice, claims: readonly string[]): Conflict =>
  dice.pick<Conflict>([
    { ...attack, mutual: true },
    { ...attack, from: dice.pick(claims) },
    { ...attack, attack: 'undermine' },
    { ...attack, gist: 'Why' },
  ]);

/** The records with some of them edited as a reader would. */
function edited(records: readonly NotebookRecord[], dice: Dice): readonly NotebookRecord[] {
  const claims = records.filter(({ kind }) => kind === 'claim').map(({ id }) => id);
  return records.map((record) => {
    if (dice.next() < 0.6) return record;
    if (record.kind === 'claim') return editedClaim(record, dice);
    if (record.kind === 'inference') return editedStep(record, dice, claims);
    return record.kind === 'conflict' ? editedAttack(record, dice, claims) : record;
  });
}

describe('the laws of AIF', () => {
  it('model → AIF → model is the identity, in both dialects', () => {
    forSeeds(60, (seed) => {
      const map = aMap(seed, 1 + (seed % 15));
      for (const dialect of ['aifdb', 'ova'] as const) {
        const read = readAif(writeAif(map, context(dialect)), now);
        expect(read.findings, `seed ${seed}`).to.deep.equal([]);
        expect(byId(read.records), `seed ${seed} as ${dialect}`).to.deep.equal(byId(map));
      }
    });
  });

  it('so it is for a map of 5,000 nodes', () => {
    const map = aMap(7, 1_700);
    const text = writeAif(map, context('aifdb'));
    const { nodes } = JSON.parse(text) as { nodes: unknown[] };
    expect(nodes.length).to.be.greaterThan(5_000);
    expect(isSame(byId(readAif(text, now).records), byId(map))).to.equal(true);
  });

  it('a file is the same whatever the order of the records, and however often it is written', () => {
    forSeeds(10, (seed) => {
      const map = aMap(seed, 12);
      const shuffled = new Dice(seed).shuffle(map);
      expect(writeAif(shuffled, context('ova'))).to.equal(writeAif(map, context('ova')));
    });
  });

  it('AIF → model → AIF is the identity, keys in any order, for files of others, sound, odd or broken', () => {
    forSeeds(250, (seed) => {
      const text = JSON.stringify(aForeignFile(seed, 1 + (seed % 30)));
      const { records } = readAif(text, now);
      const again = aifValue(records, context(cameAs(records) ?? 'aifdb'));
      expect(steady(again) === steady(JSON.parse(text)), `seed ${seed}`).to.equal(true);
    });
  });

  it('what is read of files of others is sound, each id once', () => {
    forSeeds(60, (seed) => {
      const { records } = readAif(JSON.stringify(aForeignFile(seed, 1 + (seed % 30))), now);
      for (const record of records) {
        const read = readRecord(record);
        expect(read instanceof Unsound ? read.toString() : 'sound', `seed ${seed}`).to.equal('sound');
      }
      expect(new Set(records.map(({ id }) => id)).size).to.equal(records.length);
    });
  });

  it('what a reader edits of such a file goes out with it, and comes back', () => {
    forSeeds(150, (seed) => {
      const { records } = readAif(JSON.stringify(aForeignFile(seed, 1 + (seed % 20))), now);
      const changed = edited(records, new Dice(seed, 'edits'));
      const text = writeAif(changed, context(cameAs(records) ?? 'aifdb'));
      const again = new Map(readAif(text, now).records.map((record) => [record.id, record]));
      for (const record of changed.filter(({ kind }) => kind !== 'extra')) {
        const found = again.get(record.id);
        expect(found && asSaid(found), `seed ${seed}`).to.deep.equal(asSaid(record));
      }
    });
  });
});
