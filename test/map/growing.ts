/** An argument as it grows under somebody's hands: one claim after another, with a step, an attack, or into a step that is there. */
import type { Claim, Inference } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { seeded } from './grown.ts';
import { attack, claim, step } from './sample.ts';

/** The records after a claim more, and the claim beside which it was put. */
export interface Grown {
  readonly records: readonly NotebookRecord[];
  readonly at: string;
}

const words =
  'the policy of Moscow towards Baku was changed by oil arms pipelines elections and old fears'.split(' ');

/** Grows `start` by `count` claims, each linked to one that is drawn (`isShown`); the same for the same seed. */
export function growing(
  start: readonly NotebookRecord[],
  count: number,
  seed: number,
  isShown: (claim: Claim) => boolean = () => true,
): readonly Grown[] {
  const random = seeded(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const states: Grown[] = [];
  let records = start;
  for (let at = 0; at < count; at += 1) {
    const claims = records.filter((one): one is Claim => one.kind === 'claim' && isShown(one));
    const target = pick(claims);
    const near = claims.filter((one) => one.group === target.group).map((one) => one.id);
    const id = `grown-${at}`;
    const wording = Array.from({ length: 4 + Math.floor(random() * 16) }, () => pick(words)).join(' ');
    const steps = records.filter(
      (one): one is Inference => one.kind === 'inference' && near.includes(one.conclusion),
    );
    const linked = [...new Set([id, pick(near)])].filter((one) => one !== target.id);
    const kind = random();
    const more: NotebookRecord[] = [claim(id, 'premise', wording, [1], target.group)];
    if (kind < 0.6 || (kind >= 0.8 && steps.length === 0)) more.push(step(`s-${id}`, [id], target.id));
    else if (kind < 0.7) more.push(step(`s-${id}`, linked, target.id));
    else if (kind < 0.8) more.push(attack(`x-${id}`, id, target.id, 'rebut'));
    else if (kind < 0.9) more.push(attack(`x-${id}`, id, pick(steps).id, 'undercut'));
    else {
      const joined = pick(steps);
      more.push({ ...joined, premises: [...joined.premises, { claim: id, role: null }] });
    }
    const replaced = new Set(more.map((one) => one.id));
    records = [...records.filter((one) => !replaced.has(one.id)), ...more];
    states.push({ records, at: target.id });
  }
  return states;
}
