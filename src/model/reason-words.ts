/** The reasons of a label in words: sentences in which every claim that is named can be followed. Pure. */
import type { Label } from './grounded.ts';
import type { AttackReason, Because, Reason, StepReason } from './reasons.ts';

/** A piece of a sentence: words, or a claim by its id. */
export type Piece = string | { readonly claim: string };

/** How notes and authorities are called in sentences. */
export interface ReasonNames {
  /** The printed label of a note. */
  readonly noteLabel: (note: string) => string;
  /** What is taken away, as it follows “without”. */
  readonly without: string;
}

export const labelNames: Readonly<Record<Label, string>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  undecided: 'Undecided',
};

const joined = (pieces: readonly (readonly Piece[])[], last = 'and'): Piece[] =>
  pieces.flatMap((one, at) => {
    if (at === 0) return [...one];
    return [at === pieces.length - 1 ? ` ${last} ` : ', ', ...one];
  });

const named = (claims: readonly string[]): Piece[] => joined(claims.map((claim) => [{ claim }]));

/** At most so many claims of a circle are named. */
const mostNamed = 3;

const circleWords = (others: readonly string[]): Piece[] => {
  if (others.length <= mostNamed) return named(others);
  const first = others.slice(0, mostNamed - 1).map((claim) => [{ claim }]);
  return joined([...first, [`${others.length - first.length} more`]]);
};

const is = (claims: readonly unknown[]): string => (claims.length === 1 ? 'is' : 'are');

/** What carries a claim that nothing rejects. */
function carries(because: Because | undefined, { noteLabel }: ReasonNames): Piece[] {
  if (because?.kind === 'notes') {
    const labels = because.notes.map((note) => [noteLabel(note)]);
    return labels.length === 1
      ? ['note ', ...joined(labels), ' carries it']
      : ['notes ', ...joined(labels), ' carry it'];
  }
  if (because?.kind === 'step') {
    const { premises } = because;
    const how = premises.length === 1 ? ' carries it' : ' carry it together';
    return [...named(premises), how];
  }
  if (because?.kind === 'held') return ['it still stands in the step that is shown'];
  return ['nobody argues for it, and it stands on the paper’s own word'];
}

/** Why the attacks on an accepted claim fail. */
function repelled(attacks: readonly AttackReason[]): Piece[] {
  if (attacks.length === 0) return ['and nothing attacks it'];
  const outranked = attacks.filter((one) => one.isOutranked).map((one) => one.by);
  const beaten = attacks.filter((one) => !one.isOutranked).map((one) => one.by);
  const parts: Piece[][] = [];
  if (beaten.length > 0) {
    const who = beaten.length === 1 ? 'the attack by ' : 'the attacks by ';
    const fails = beaten.length === 1 ? ' fails, since that is rejected' : ' fail, since those are rejected';
    parts.push([who, ...named(beaten), fails]);
  }
  if (outranked.length > 0)
    parts.push(['it is preferred to ', ...named(outranked), ', which would attack it']);
  return ['and ', ...joined(parts)];
}

/** Why a step does not hold. */
function broken({ premises, undercutters, label }: StepReason): Piece[] {
  const parts: Piece[][] = [];
  if (premises.length > 0) parts.push([...named(premises), ` ${is(premises)} ${label}`]);
  const how = label === 'rejected' ? 'accepted' : 'undecided';
  if (undercutters.length > 0) {
    parts.push(['the step is undercut by ', ...named(undercutters), `, which ${is(undercutters)} ${how}`]);
  }
  return joined(parts);
}

const stepsIn = ({ because }: Reason): StepReason[] => because.filter((one) => one.kind === 'step');
const attacksIn = ({ because }: Reason): AttackReason[] => because.filter((one) => one.kind === 'attack');

function rejected(reason: Reason, names: ReasonNames): Piece[] {
  const kind = reason.because[0]?.kind;
  if (kind === 'aside') return ['you have set it aside'];
  if (kind === 'falls') return [`it falls without ${names.without}`];
  const attackers = attacksIn(reason).map((one) => one.by);
  if (attackers.length > 0) {
    const verb = attackers.length === 1 ? 'attacks' : 'attack';
    return [...named(attackers), ` ${verb} it and ${is(attackers)} accepted`];
  }
  const steps = stepsIn(reason);
  const lead = steps.length === 1 ? 'the one step to it breaks: ' : `all ${steps.length} steps to it break: `;
  return [lead, ...joined(steps.map(broken))];
}

function undecided(reason: Reason): Piece[] {
  const attacks = attacksIn(reason);
  const isSelf = attacks.some((one) => one.by === reason.claim);
  const mutual = attacks.filter((one) => one.isMutual && one.by !== reason.claim).map((one) => one.by);
  const others = attacks.filter((one) => !one.isMutual && one.by !== reason.claim).map((one) => one.by);
  const parts: Piece[][] = [];
  if (isSelf) parts.push(['it attacks itself, and nothing else decides']);
  if (mutual.length > 0)
    parts.push(['it and ', ...named(mutual), ' attack each other, and nothing else decides']);
  if (others.length > 0) {
    parts.push([
      ...named(others),
      ` ${others.length === 1 ? 'attacks' : 'attack'} it and ${is(others)} undecided`,
    ]);
  }
  const steps = stepsIn(reason);
  if (steps.length > 0) parts.push(['of what would carry it, ', ...joined(steps.map(broken))]);
  const rest = reason.circle.slice(1);
  if (mutual.length === 0 && rest.length > 0) {
    parts.push(['with ', ...circleWords(rest), ' it stands in a circle that nothing outside decides']);
  }
  return parts.flatMap((one, at) => (at === 0 ? one : ['; ', ...one]));
}

/** One sentence: “Accepted: note 53 carries it, and nothing attacks it.” */
export function reasonPieces(reason: Reason, names: ReasonNames): readonly Piece[] {
  const start = `${labelNames[reason.label]}: `;
  if (reason.label === 'rejected') return merged([start, ...rejected(reason, names), '.']);
  if (reason.label === 'undecided') return merged([start, ...undecided(reason), '.']);
  return merged([start, ...carries(reason.because[0], names), ', ', ...repelled(attacksIn(reason)), '.']);
}

/** Words that stand side by side become one piece. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece;
    else all.push(piece);
  }
  return all;
}

/** The pieces as plain text; `wordingOf` says what stands for a claim. */
export const reasonText = (pieces: readonly Piece[], wordingOf: (claim: string) => string): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : `“${wordingOf(piece.claim)}”`)).join('');
