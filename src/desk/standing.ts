/** How claims stand while authorities are taken away: what fell, what is weaker, up to the step that is shown. */
import { withoutClaims } from '../model/aside.ts';
import { nobody, type Backing } from '../model/authorities.ts';
import { without, type Outcome } from '../model/without.ts';
import { backing, nameOfAuthority } from './backing.ts';
import { derived, type Desk } from './desk.ts';

/** `falls`: nothing carries it any more. `weakened`: it has lost something, and something else carries it still. */
export type Standing = 'falls' | 'weakened';

/** The outcome, and the claims as they stand after the steps that are shown. */
export interface Standings {
  readonly outcome: Outcome;
  /** What is taken away, as one says it: “Russell and Blank”. */
  readonly names: string;
  readonly fallen: ReadonlySet<string>;
  readonly weakened: ReadonlySet<string>;
  /** The claims that fall in the very step that is shown; empty where all steps are. */
  readonly now: ReadonlySet<string>;
}

/** What claims are set aside from is the argument that sources are taken away from. */
const cut = derived((from: Backing) =>
  derived((aside: ReadonlySet<string>): Backing => ({
    ...from,
    argument: withoutClaims(from.argument, aside),
  })),
);

function heldBacking(desk: Desk): Backing {
  const { weighing, setAside } = desk.session;
  return weighing && setAside.size > 0 ? cut(backing(desk))(setAside) : backing(desk);
}

const outcomes = derived((from: Backing) =>
  derived((gone: ReadonlySet<string>): Outcome => without(from, gone)),
);

const join = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What is taken away, in words that follow “without”. */
export const withoutNames = (desk: Desk): string =>
  join(
    [...desk.session.without].map((id) =>
      id === nobody ? 'the notes that name nobody' : nameOfAuthority(desk, id),
    ),
  );

/** The claims that have lost something by the end of step `last`, and have not fallen by then. */
function weakenedBy(outcome: Outcome, last: number, fallen: ReadonlySet<string>): ReadonlySet<string> {
  const { falls, weakened } = outcome;
  return new Set(
    [...weakened.values(), ...falls.values()]
      .filter(({ claim, losses }) => {
        const hasLost = losses.some(
          (loss) => loss.kind === 'note' || (falls.get(loss.premise)?.step ?? Infinity) <= last,
        );
        return hasLost && !fallen.has(claim);
      })
      .map(({ claim }) => claim),
  );
}

function standingsAfter(desk: Desk, outcome: Outcome): Standings {
  const shown = desk.session.withoutStep;
  const last = shown ?? outcome.steps.length - 1;
  const fallen = new Set(outcome.steps.slice(0, last + 1).flat());
  return {
    outcome,
    names: withoutNames(desk),
    fallen,
    weakened: weakenedBy(outcome, last, fallen),
    now: new Set(shown === null ? [] : outcome.steps[shown]),
  };
}

const known = derived((_outcome: Outcome) => new Map<number | null, Standings>());

/** How the claims stand; null while nothing is taken away. The same value until something of it changes. */
export function standings(desk: Desk): Standings | null {
  const { without: gone, withoutStep } = desk.session;
  if (gone.size === 0) return null;
  const outcome = outcomes(heldBacking(desk))(gone);
  const steps = known(outcome);
  let found = steps.get(withoutStep);
  if (!found) steps.set(withoutStep, (found = standingsAfter(desk, outcome)));
  return found;
}

/** How one claim stands; null where nothing has changed for it. */
export function standingOf(desk: Desk, claim: string): Standing | null {
  const all = standings(desk);
  if (all?.fallen.has(claim)) return 'falls';
  return all?.weakened.has(claim) ? 'weakened' : null;
}

/** The same in words: “falls without Russell”; empty where nothing has changed for the claim. */
export function standingWords(desk: Desk, claim: string): string {
  const standing = standingOf(desk, claim);
  if (standing === null) return '';
  return standing === 'falls'
    ? `falls without ${withoutNames(desk)}`
    : `has less to stand on without ${withoutNames(desk)}`;
}

/** What one sees without an authority once it is put back, or is taken away as well. */
export function toggleWithout({ session }: Desk, authority: string): Partial<Desk['session']> {
  const gone = new Set(session.without);
  if (!gone.delete(authority)) gone.add(authority);
  return { without: gone, withoutStep: null };
}

/** Everything put back. */
export const nothingWithout: Pick<Desk['session'], 'without' | 'withoutStep'> = {
  without: new Set(),
  withoutStep: null,
};
