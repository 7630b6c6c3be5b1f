/** Shapes of the records of which an argument is made. */
import {
  answers,
  bareClaim,
  bareConflict,
  bareStep,
  claimRoles,
  premiseRoles,
  type Claim,
  type Conflict,
  type Extra,
  type Group,
  type Inference,
  type Pin,
  type Preference,
  type Premise,
  type Presentation,
  type QuestionAnswer,
  type Wording,
} from '../model/argument-records.ts';
import { flag, list, nullable, object, oneOf, text, Unsound, type Shape } from '../model/shapes.ts';
import { foreign, id, ids, limits, name, sentence, stamp, targets, type Fields } from './part-shapes.ts';

/** Of a claim. */
export const claim: Fields<'claim'> = {
  ...stamp,
  kind: oneOf<Claim['kind']>('claim'),
  role: oneOf(...claimRoles),
  wording: sentence,
  targets,
  notes: ids,
  group: nullable(id),
  aside: flag,
  wordings: list(object<Wording>({ id, text: sentence }), limits.items),
  foreign,
};

const premise = object<Premise>({
  claim: id,
  role: nullable(oneOf(...premiseRoles)),
});

const answer = object<QuestionAnswer>({ question: name, answer: oneOf(...answers), remark: sentence });

/** Of an inference. */
export const inference: Fields<'inference'> = {
  ...stamp,
  kind: oneOf<Inference['kind']>('inference'),
  premises: list(premise, limits.items),
  conclusion: id,
  gist: sentence,
  implicit: flag,
  scheme: nullable(name),
  qualifier: nullable(name),
  questions: list(answer, limits.items),
  foreign,
};

/** Of a conflict. */
export const conflict: Fields<'conflict'> = {
  ...stamp,
  kind: oneOf<Conflict['kind']>('conflict'),
  from: id,
  to: id,
  attack: oneOf<Conflict['attack']>('rebut', 'undermine', 'undercut'),
  mutual: flag,
  gist: sentence,
  question: nullable(name),
  foreign,
};

/** Of a group. */
export const group: Fields<'group'> = {
  ...stamp,
  kind: oneOf<Group['kind']>('group'),
  title: name,
  section: nullable(name),
  parent: nullable(id),
  foreign,
};

const coordinate: Shape<number> = (value) =>
  typeof value === 'number' && Math.abs(value) <= limits.map ? value : new Unsound('is not a place on a map');

/** Of a preference. */
export const preference: Fields<'preference'> = {
  ...stamp,
  kind: oneOf<Preference['kind']>('preference'),
  over: id,
  under: id,
  gist: sentence,
  foreign,
};

/** Of a pin. */
export const pin: Fields<'pin'> = {
  ...stamp,
  kind: oneOf<Pin['kind']>('pin'),
  claim: id,
  x: coordinate,
  y: coordinate,
};

/** Of a presentation. */
export const presentation: Fields<'presentation'> = {
  ...stamp,
  kind: oneOf<Presentation['kind']>('presentation'),
  title: name,
  steps: ids,
};

/** Of what a file said beside its records. */
export const extra: Fields<'extra'> = {
  ...stamp,
  kind: oneOf<Extra['kind']>('extra'),
  format: oneOf<Extra['format']>('aif', 'argdown'),
  what: name,
  content: text(limits.foreign),
};

/** What records lack that were made before these fields were. */
export const defaults = {
  claim: bareClaim,
  inference: bareStep,
  conflict: bareConflict,
  group: { foreign: null },
} as const;
