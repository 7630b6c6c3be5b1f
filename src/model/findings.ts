/** What a careful reader would look at again in an argument: gaps, circles, open questions, records that point nowhere. Pure. */
import type { Conflict, Inference, Preference } from './argument-records.ts';
import type { Argument } from './argument.ts';
import type { Footing } from './authorities.ts';
import { circlesOf } from './circles.ts';
import { attackerIn } from './grounded.ts';
import { Preferred } from './preferred.ts';
import type { NotebookRecord } from './records.ts';
import { schemeOf } from './schemes.ts';

/** The kinds of findings, in the order in which they are told. */
export const findingKinds = [
  'broken',
  'several',
  'circular',
  'unanswered',
  'failed',
  'unsupported',
  'single',
  'orphan',
  'open',
  'unstated',
  'unsaid',
  'nowhere',
  'untitled',
  'kept',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** One finding. It leads, and changes nothing. */
export interface Finding {
  /** Unique, and the same as long as what is found is the same. */
  readonly key: string;
  readonly kind: FindingKind;
  /** Id of the record that it is about; of what is kept of files their format. */
  readonly about: string;
  /** Ids of the claims of which its sentence speaks, that of the record first; of those that are there. */
  readonly claims: readonly string[];
  /** How many of something, or what is wrong, as the kind has it; empty for nothing. */
  readonly detail: string;
}

/** What is looked through. */
export interface Ground {
  readonly argument: Argument;
  /** All visible records, those that the argument leaves out among them. */
  readonly records: readonly NotebookRecord[];
  /** How firm the notes of each claim are. */
  readonly footings: ReadonlyMap<string, Footing>;
  /** Ids of the claims with a passage that stands nowhere in the text. */
  readonly lost: ReadonlySet<string>;
}

type Maker = (ground: Ground) => readonly Finding[];

const finding = (kind: FindingKind, about: string, claims: readonly string[], detail = ''): Finding => ({
  key: [kind, about, detail].join(' '),
  kind,
  about,
  claims,
  detail,
});

const claimsWhere =
  (kind: FindingKind, test: (ground: Ground, id: string) => boolean): Maker =>
  (ground) =>
    [...ground.argument.claims.keys()].filter((id) => test(ground, id)).map((id) => finding(kind, id, [id]));

/** Whether a claim has a part in the argument, and is not left beside it. */
const isUsed = ({ argument }: Ground, id: string): boolean =>
  argument.stepsFrom(id).length > 0 || argument.attacksBy(id).length > 0;

const isCarried = ({ argument }: Ground, id: string): boolean =>
  (argument.claims.get(id)?.notes.length ?? 0) > 0 || argument.supportsFor(id).length > 0;

/** Of a step: its claims that are there, the conclusion first. */
const claimsOf = ({ claims }: Argument, { premises, conclusion }: Inference): readonly string[] =>
  [conclusion, ...premises.map((one) => one.claim)].filter((id) => claims.has(id));

function brokenStep(ground: Ground, step: Inference): Finding[] {
  const { claims } = ground.argument;
  const missing = step.premises.filter((one) => !claims.has(one.claim)).length;
  const parts = [
    step.premises.length === 0 ? 'no-premise' : '',
    missing > 0 ? `premise-${missing}` : '',
    claims.has(step.conclusion) ? '' : 'conclusion',
  ].filter(Boolean);
  return parts.length > 0
    ? [finding('broken', step.id, claimsOf(ground.argument, step), parts.join(' '))]
    : [];
}

/** An attack or preference one of whose ends is gone. */
function brokenLink(ground: Ground, record: Conflict | Preference): Finding[] {
  const { claims, inferences } = ground.argument;
  const ends = record.kind === 'conflict' ? [record.from, record.to] : [record.over, record.under];
  const gone = ends.filter((id) => !claims.has(id) && !inferences.has(id));
  const isWrong = record.kind === 'conflict' && gone.length === 0 && !claims.has(record.from);
  if (gone.length === 0 && !isWrong) return [];
  return [
    finding(
      'broken',
      record.id,
      ends.filter((id) => claims.has(id)),
      record.kind,
    ),
  ];
}

const broken: Maker = (ground) =>
  ground.records.flatMap((record) => {
    if (record.kind === 'inference') return brokenStep(ground, record);
    return record.kind === 'conflict' || record.kind === 'preference' ? brokenLink(ground, record) : [];
  });

const circular: Maker = ({ argument }) =>
  circlesOf(argument).map((claims) => finding('circular', claims[0] ?? '', claims, String(claims.length)));

/** Attacks that succeed as far as the map goes: nothing attacks the attacker, and nothing is preferred to it. */
function unanswered({ argument }: Ground): readonly Finding[] {
  const preferred = new Preferred(argument.preferences.values());
  const isFree = (id: string): boolean => argument.attacksOn(id).length === 0;
  return [...argument.conflicts.values()].flatMap((conflict) => {
    const { id, from, to, mutual } = conflict;
    const step = argument.inferences.get(to);
    const isAnswered =
      !isFree(from) || (mutual && !step) || (!step && preferred.isOver([to], [attackerIn(conflict, to)]));
    return isAnswered
      ? []
      : [finding('unanswered', id, [step ? step.conclusion : to, from], step ? 'step' : '')];
  });
}

/** The step from whose node in another program's file this one was made as well; null for most. */
function twinOf({ foreign }: Inference): string | null {
  if (!foreign?.includes('"twin"')) return null;
  try {
    const { twin } = JSON.parse(foreign) as { readonly twin?: unknown };
    return typeof twin === 'string' ? twin : null;
  } catch {
    return null;
  }
}

/** Steps that a file gave as one, with several conclusions. */
const several: Maker = ({ argument }) =>
  [...argument.inferences.values()].flatMap((step) => {
    const main = argument.inferences.get(twinOf(step) ?? '');
    return main ? [finding('several', step.id, [step.conclusion, main.conclusion])] : [];
  });

/** What files of other programs said that is no record: by format, how much of it there is. */
function keptParts({ records }: Ground): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const record of records) {
    if (record.kind === 'extra') counts.set(record.format, (counts.get(record.format) ?? 0) + 1);
  }
  return [...counts].map(([format, count]) => finding('kept', format, [], String(count)));
}

/** Critical questions of one step: those that fail, and how many are open or were never answered. */
function questions(kind: 'failed' | 'open'): Maker {
  return ({ argument }) =>
    [...argument.inferences.values()].flatMap((step) => {
      const failed = step.questions.filter((one) => one.answer === 'failed').length;
      const asked = schemeOf(step.scheme)?.questions.map((one) => one.key) ?? [];
      const answered = new Set(
        step.questions.filter((one) => one.answer !== 'open').map((one) => one.question),
      );
      const left = new Set([...asked, ...step.questions.map((one) => one.question)]);
      for (const key of answered) left.delete(key);
      const count = kind === 'failed' ? failed : left.size;
      return count > 0 ? [finding(kind, step.id, claimsOf(argument, step), String(count))] : [];
    });
}

const unsaid: Maker = ({ argument }) =>
  [...argument.inferences.values()]
    .filter((step) => step.implicit)
    .map((step) => finding('unsaid', step.id, claimsOf(argument, step)));

const makers: Readonly<Record<FindingKind, Maker>> = {
  broken,
  several,
  kept: keptParts,
  circular,
  unanswered,
  failed: questions('failed'),
  open: questions('open'),
  unsupported: claimsWhere('unsupported', (ground, id) => isUsed(ground, id) && !isCarried(ground, id)),
  single: claimsWhere(
    'single',
    (ground, id) => ground.footings.get(id) === 'one' && ground.argument.supportsFor(id).length === 0,
  ),
  orphan: claimsWhere('orphan', ({ lost }, id) => lost.has(id)),
  unstated: claimsWhere('unstated', (ground, id) => {
    const claim = ground.argument.claims.get(id);
    return claim?.targets.length === 0 && ground.argument.stepsFrom(id).length > 0;
  }),
  unsaid,
  nowhere: claimsWhere('nowhere', (ground, id) => {
    const claim = ground.argument.claims.get(id);
    return claim !== undefined && !claim.aside && claim.role !== 'conclusion' && !isUsed(ground, id);
  }),
  untitled: claimsWhere('untitled', ({ argument }, id) => argument.claims.get(id)?.wording.trim() === ''),
};

/** All that is found, kind by kind, each in the order of the records. Takes time in proportion to the argument. */
export const findingsIn = (ground: Ground): readonly Finding[] =>
  findingKinds.flatMap((kind) => makers[kind](ground));
