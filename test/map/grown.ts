/** Arguments of any size, grown from a seed: every kind of step and conflict, groups, premises that serve twice. */
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import { claimRoles, type ClaimRole } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { attack, claim, group, step } from './sample.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words =
  'the policy of Moscow towards Baku was changed by oil arms pipelines elections and old fears'.split(' ');

const roleAt = (depth: number): ClaimRole => claimRoles[Math.min(depth, claimRoles.length - 1)] ?? 'premise';

/** Records of an argument of `size` claims. */
export function grownRecords(size: number, seed = 1): readonly NotebookRecord[] {
  const random = seeded(seed);
  const pick = (below: number): number => Math.floor(random() * below);
  const groupCount = Math.max(1, Math.round(size / 12));
  const records: NotebookRecord[] = Array.from({ length: groupCount }, (_, at) =>
    group(`g${at}`, `${at + 1}`, `Part ${at + 1} of it`, at > 2 && at % 3 === 0 ? `g${at - 1}` : null),
  );
  const depths: number[] = [];
  for (let at = 0; at < size; at += 1) {
    const parent = at === 0 ? 0 : pick(Math.min(at, Math.ceil(size / 2.4)));
    const depth = at === 0 ? 0 : (depths[parent] ?? 0) + 1;
    depths.push(depth);
    const wording = Array.from({ length: 4 + pick(18) }, () => words[pick(words.length)]).join(' ');
    const notes = Array.from({ length: pick(4) }, () => 1 + pick(79)).sort((one, other) => one - other);
    const home = at === 0 ? 'g0' : `g${Math.min(groupCount - 1, Math.floor((at / size) * groupCount))}`;
    records.push(claim(`c${at}`, roleAt(depth), wording, notes, home));
    if (at === 0) continue;
    const kind = random();
    if (kind < 0.1) records.push(attack(`x${at}`, `c${at}`, `c${parent}`, 'rebut', kind < 0.03));
    else if (kind < 0.14 && at > 4) records.push(attack(`x${at}`, `c${at}`, `s${at - 1}`, 'undercut'));
    else if (kind < 0.3 && at > 3)
      records.push(step(`s${at}`, [`c${at}`, `c${at - 1}`], `c${Math.min(parent, at - 2)}`));
    else records.push(step(`s${at}`, [`c${at}`], `c${parent}`));
  }
  return records;
}

/** An argument of `size` claims. */
export const grownArgument = (size: number, seed = 1): Argument => buildArgument(grownRecords(size, seed));
