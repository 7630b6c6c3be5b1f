/** The relations of an Argdown document as its model has them in the end: from what was sketched to what is meant. */
import {
  endKey,
  isReconstructed,
  type ArgdownArgument,
  type ArgdownRelation,
  type End,
} from './argdown-document.ts';

type Arguments = ReadonlyMap<string, ArgdownArgument>;

const keyOf = ({ type, from, to }: ArgdownRelation): string => `${type}|${endKey(from)}|${endKey(to)}`;

/**
 * Each relation once; a contradiction runs both ways. What an element has to itself is forgotten where another has the same
 * to it already: so does Argdown.
 */
function once(relations: readonly ArgdownRelation[]): readonly ArgdownRelation[] {
  const seen = new Set<string>();
  return relations.filter((relation) => {
    const { type, from, to } = relation;
    const into = `${type}|${endKey(to)}`;
    const isKnown = seen.has(keyOf(relation)) || (endKey(from) === endKey(to) && seen.has(into));
    if (isKnown || (type === 'contradictory' && seen.has(keyOf({ type, from: to, to: from })))) return false;
    seen.add(keyOf(relation)).add(into);
    return true;
  });
}

/** Each relation once, after some have become alike. */
function distinct(relations: readonly ArgdownRelation[]): readonly ArgdownRelation[] {
  return [...new Map(relations.map((relation) => [keyOf(relation), relation])).values()];
}

/** An argument that is worked out supports and attacks by its conclusion, and is undercut in its last step. */
function workedOut(relation: ArgdownRelation, all: Arguments): ArgdownRelation | null {
  const argument = ({ kind, title }: End): ArgdownArgument | undefined => {
    const found = kind === 'argument' ? all.get(title) : undefined;
    return found && isReconstructed(found) ? found : undefined;
  };
  let { from, to } = relation;
  const source = argument(from);
  const target = argument(to);
  if (source) from = { kind: 'statement', title: source.rows.at(-1)?.title ?? '' };
  if (target && relation.type === 'undercut')
    to = { kind: 'step', title: target.title, step: target.steps.length - 1 };
  // What is left of an argument that was put under its own conclusion.
  return source && endKey(from) === endKey(to) ? null : { ...relation, from, to };
}

/** In the strict mode statements entail and exclude each other, and what excludes excludes both ways. */
function strictly(relations: readonly ArgdownRelation[]): readonly ArgdownRelation[] {
  const seen = new Set<string>();
  return relations.flatMap((relation) => {
    const { type, from, to } = relation;
    if (type !== 'attack' || from.kind !== 'statement' || to.kind !== 'statement') return relation;
    if (seen.has(`${to.title}\n${from.title}`)) return [];
    seen.add(`${from.title}\n${to.title}`);
    return { ...relation, type: 'contrary' as const };
  });
}

/** An attack on an argument says nothing where the same statement attacks one of its premises. */
function isRedundant(
  { type, from, to }: ArgdownRelation,
  all: Arguments,
  against: ReadonlySet<string>,
): boolean {
  if (type !== 'attack' || from.kind !== 'statement' || to.kind !== 'argument') return false;
  const argument = all.get(to.title);
  if (!argument || !isReconstructed(argument)) return false;
  const concluded = new Set(argument.steps.map(({ at }) => at));
  return argument.rows.some(({ title }, at) => !concluded.has(at) && against.has(`${from.title}\n${title}`));
}

/** Which statement attacks which, as pairs of titles. */
function attacks(relations: readonly ArgdownRelation[]): ReadonlySet<string> {
  return new Set(
    relations.flatMap(({ type, from, to }) => {
      if (from.kind !== 'statement' || to.kind !== 'statement' || type === 'support' || type === 'undercut')
        return [];
      const pair = `${from.title}\n${to.title}`;
      return type === 'attack' ? [pair] : [pair, `${to.title}\n${from.title}`];
    }),
  );
}

/** See the head of this file. */
export function finalRelations(
  sketched: readonly ArgdownRelation[],
  all: Arguments,
  isStrict: boolean,
): readonly ArgdownRelation[] {
  const worked = distinct(once(sketched).flatMap((relation) => workedOut(relation, all) ?? []));
  const relations = isStrict ? strictly(worked) : worked;
  const against = attacks(relations);
  return relations.filter((relation) => !isRedundant(relation, all, against));
}
