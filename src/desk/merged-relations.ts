/** What becomes of the reader's own relations where one claim takes the place of another. */
import type { Conflict, Inference, Preference, Premise, QuestionAnswer } from '../model/argument-records.ts';
import type { NotebookRecord } from '../model/records.ts';
import { isSame } from '../model/same.ts';
import { ownLayer, type Desk } from './desk.ts';
import { touched } from './own-records.ts';
import { pinOf } from './pin-commands.ts';

/** What is written and what goes. */
export interface Rewired {
  readonly put: readonly NotebookRecord[];
  readonly remove: readonly string[];
}

/** What every id is called once things have become one; null: gone for good. */
type Names = Map<string, string | null>;

const nameIn = (names: Names, id: string): string | null => {
  const name = names.get(id);
  return name === undefined ? id : name;
};

function premisesAs(step: Inference, names: Names, conclusion: string): readonly Premise[] {
  const byClaim = new Map<string, Premise>();
  for (const { claim, role } of step.premises) {
    const name = nameIn(names, claim);
    if (name === null || name === conclusion) continue;
    byClaim.set(name, { claim: name, role: byClaim.get(name)?.role ?? role });
  }
  return [...byClaim.values()];
}

/** Two ends as they are called with the new names; null where one is gone, or both are one now. */
function ends(one: string, other: string, names: Names): readonly [string, string] | null {
  const [here, there] = [nameIn(names, one), nameIn(names, other)];
  return here === null || there === null || here === there ? null : [here, there];
}

function stepAs(step: Inference, names: Names): Inference | null {
  const conclusion = nameIn(names, step.conclusion);
  const premises = conclusion === null ? [] : premisesAs(step, names, conclusion);
  return conclusion === null || premises.length === 0 ? null : { ...step, conclusion, premises };
}

/** A record as it reads with the new names; null where nothing is left that it could say. */
function renamed(record: NotebookRecord, names: Names): NotebookRecord | null {
  if (record.kind === 'inference') return stepAs(record, names);
  if (record.kind === 'conflict') {
    const now = ends(record.from, record.to, names);
    return now && { ...record, from: now[0], to: now[1] };
  }
  if (record.kind === 'preference') {
    const now = ends(record.over, record.under, names);
    return now && { ...record, over: now[0], under: now[1] };
  }
  if (record.kind !== 'presentation') return record;
  return { ...record, steps: [...new Set(record.steps.flatMap((step) => nameIn(names, step) ?? []))] };
}

const sentences = (one: string, other: string): string =>
  !other || one.includes(other) ? one : [one, other].filter(Boolean).join(' ');

const agree = <T>(one: T | null, other: T | null): boolean => one === null || other === null || one === other;

/** The answers of both; to a question that both answered that of the first, with both remarks. */
function answersOf(one: Inference, other: Inference): readonly QuestionAnswer[] {
  const known = new Map(one.questions.map((answer) => [answer.question, answer]));
  for (const answer of other.questions) {
    const first = known.get(answer.question);
    known.set(answer.question, first ? { ...first, remark: sentences(first.remark, answer.remark) } : answer);
  }
  return [...known.values()];
}

/** One step for two from the same premises to the same conclusion; null where they are not the same step. */
function oneStep(one: Inference, other: Inference): Inference | null {
  const claimsOf = (step: Inference): string =>
    JSON.stringify(step.premises.map(({ claim }) => claim).sort());
  const isAlike =
    one.conclusion === other.conclusion &&
    claimsOf(one) === claimsOf(other) &&
    agree(one.scheme, other.scheme) &&
    agree(one.qualifier, other.qualifier) &&
    agree(one.foreign, other.foreign);
  if (!isAlike) return null;
  const roles = new Map(other.premises.map(({ claim, role }) => [claim, role]));
  return {
    ...one,
    premises: one.premises.map(({ claim, role }) => ({ claim, role: role ?? roles.get(claim) ?? null })),
    gist: sentences(one.gist, other.gist),
    implicit: one.implicit && other.implicit,
    scheme: one.scheme ?? other.scheme,
    qualifier: one.qualifier ?? other.qualifier,
    foreign: one.foreign ?? other.foreign,
    questions: answersOf(one, other),
  };
}

/** Whether two attacks are between the same ends, also where both go both ways. */
const isBetweenSame = (one: Conflict, other: Conflict): boolean =>
  (one.from === other.from && one.to === other.to) ||
  (one.mutual && other.mutual && one.from === other.to && one.to === other.from);

/** One attack for two between the same ends; null where they are not the same attack. */
function oneAttack(one: Conflict, other: Conflict): Conflict | null {
  const isAlike =
    isBetweenSame(one, other) &&
    one.attack === other.attack &&
    agree(one.question, other.question) &&
    agree(one.foreign, other.foreign);
  if (!isAlike) return null;
  return {
    ...one,
    mutual: one.mutual || other.mutual,
    gist: sentences(one.gist, other.gist),
    question: one.question ?? other.question,
    foreign: one.foreign ?? other.foreign,
  };
}

const onePreference = (one: Preference, other: Preference): Preference | null =>
  one.over === other.over && one.under === other.under && agree(one.foreign, other.foreign)
    ? { ...one, gist: sentences(one.gist, other.gist), foreign: one.foreign ?? other.foreign }
    : null;

/** One record for two that say the same; null where each says something of its own. */
function oneOf(one: NotebookRecord, other: NotebookRecord): NotebookRecord | null {
  if (one.kind === 'inference' && other.kind === 'inference') return oneStep(one, other);
  if (one.kind === 'conflict' && other.kind === 'conflict') return oneAttack(one, other);
  return one.kind === 'preference' && other.kind === 'preference' ? onePreference(one, other) : null;
}

/** Renames and folds records of one kind; what a record became is written into `names`. */
function refold(records: readonly NotebookRecord[], names: Names): readonly NotebookRecord[] {
  const changed = new Set<string>();
  const stay: NotebookRecord[] = [];
  for (const record of records) {
    const next = renamed(record, names);
    if (!next) {
      names.set(record.id, null);
      continue;
    }
    if (!isSame(next, record)) changed.add(record.id);
    // Two that were alike before are nobody's business here.
    const isMoved = (one: NotebookRecord): boolean => changed.has(one.id) || changed.has(next.id);
    const twin = stay.findIndex((one) => isMoved(one) && oneOf(one, next));
    const both = stay[twin] && oneOf(stay[twin], next);
    if (both) {
      stay[twin] = both;
      names.set(record.id, both.id);
    } else stay.push(next);
  }
  return stay;
}

/**
 * The reader's own relations with `kept` in the place of `gone`: what one was to the other goes, with whatever
 * attacked that; two that say the same become one, with the words of both.
 */
export function rewired(desk: Desk, kept: string, gone: string): Rewired {
  const { records } = ownLayer(desk);
  const names: Names = new Map([[gone, kept]]);
  const all = [...records.values()];
  const ofKind = (kind: NotebookRecord['kind']) => all.filter((record) => record.kind === kind);
  // Attacks and preferences may be about steps, and all may be shown: each kind learns what became of the one before.
  const stay = (['inference', 'conflict', 'preference', 'presentation'] as const).flatMap((kind) =>
    refold(ofKind(kind), names),
  );
  const put = stay
    .filter((record) => !isSame(record, records.get(record.id)))
    .map((record) => touched(record, {}));
  const remove = [...names.keys()].filter((id) => id !== gone);
  const pin = records.get(pinOf(gone));
  if (pin?.kind !== 'pin') return { put, remove };
  const moved = records.has(pinOf(kept)) ? [] : [{ ...pin, id: pinOf(kept), claim: kept }];
  return { put: [...put, ...moved], remove: [...remove, pin.id] };
}
