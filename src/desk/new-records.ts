/** Records of the argument as they begin: whatever nobody has said yet is empty. */
import {
  bareClaim,
  bareConflict,
  bareStep,
  type Claim,
  type Conflict,
  type Group,
  type Inference,
} from '../model/argument-records.ts';
import { newId } from '../notebook/id.ts';
import { stamp } from './own-records.ts';

/** A claim without passages; a premise outside any group until it is said otherwise. */
export const newClaim = (more: Partial<Claim> & Pick<Claim, 'wording'>): Claim => ({
  kind: 'claim',
  id: newId(),
  role: 'premise',
  targets: [],
  notes: [],
  group: null,
  aside: false,
  ...bareClaim,
  ...stamp(),
  ...more,
});

/** A step from claims to a claim; several premises are linked. */
export const newInference = (
  premises: readonly string[],
  conclusion: string,
  more: Partial<Inference> = {},
): Inference => ({
  kind: 'inference',
  id: newId(),
  premises: premises.map((claim) => ({ claim, role: null })),
  conclusion,
  gist: '',
  implicit: false,
  ...bareStep,
  ...stamp(),
  ...more,
});

/** An attack of a claim on a claim, or on a step where it is an undercut. */
export const newConflict = (
  from: string,
  to: string,
  attack: Conflict['attack'],
  more: Partial<Conflict> = {},
): Conflict => ({
  kind: 'conflict',
  id: newId(),
  from,
  to,
  attack,
  mutual: false,
  gist: '',
  ...bareConflict,
  ...stamp(),
  ...more,
});

/** A group outside any other until it is said otherwise. */
export const newGroup = (more: Partial<Group> & Pick<Group, 'title'>): Group => ({
  kind: 'group',
  id: newId(),
  section: null,
  parent: null,
  foreign: null,
  ...stamp(),
  ...more,
});
