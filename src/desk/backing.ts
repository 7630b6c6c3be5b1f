/** Who stands behind the notes of a desk's paper, and what each of them carries there. Derived, cached. */
import { ledger, nobody, type Backer, type Backing, type Ledger, type Row } from '../model/authorities.ts';
import type { CslItem } from '../model/csl.ts';
import type { Paper } from '../model/paper.ts';
import type { Work } from '../model/records.ts';
import { argument, derived, sources, supports, type Desk, type Focus } from './desk.ts';
import { citedIn, worksBy } from './sources.ts';

/** A work in as few words as tell it from others: “Cornell 2001”, else its title. */
function shortName({ author, title, issued }: CslItem): string {
  const names = (author ?? []).flatMap((one) => one.family ?? one.literal ?? one.given ?? []);
  const who = names.length > 2 ? `${names[0]} and others` : names.join(' and ');
  const year = issued?.['date-parts']?.[0]?.[0];
  return (who ? [who, year] : [title, year]).filter(Boolean).join(' ') || 'Untitled work';
}

/** The works that stand for an authority of the text, by their ids. */
const ownersOf = (desk: Desk): ReadonlyMap<string, string> =>
  new Map(
    [...sources(desk).keys()].flatMap((id) =>
      worksBy(desk, id).map(({ work }): [string, string] => [work.id, id]),
    ),
  );

/**
 * Whom the text names counts; where it names nobody, the works that a reader attached to the note do: what was
 * supplied fills a gap, and is no second authority beside a name. Names that no record explains are nobody's.
 */
function readBacking(desk: Desk): Backing {
  const named = sources(desk);
  const owners = ownersOf(desk);
  const backers = new Map(
    [...named.values()].map(({ id, name }): [string, Backer] => [id, { id, name, kind: 'named' }]),
  );
  const add = ({ id, item }: Work): string => {
    const owner = owners.get(id);
    if (owner === undefined) backers.set(id, { id, name: shortName(item), kind: 'supplied' });
    return owner ?? id;
  };
  const behind = new Map<string, readonly string[]>();
  for (const { id: note } of desk.paper.notes) {
    const names = (supports(desk).get(note)?.sources ?? []).filter((id) => named.has(id));
    const all = names.length > 0 ? names : citedIn(desk, note).map(({ work }) => add(work));
    if (all.length > 0) behind.set(note, [...new Set(all)]);
  }
  const notes = desk.paper.notes.map((note) => note.id);
  return { argument: argument(desk), notes, supports: supports(desk), backers, behind };
}

const backings = derived((_: Paper) => new WeakMap<object, Backing>());

/** See the head of this file; the same value until a record changes. */
export function backing(desk: Desk): Backing {
  const known = backings(desk.paper);
  let found = known.get(desk.layers);
  if (!found) known.set(desk.layers, (found = readBacking(desk)));
  return found;
}

const ledgers = derived((from: Backing): Ledger => ledger(from));

/** The authorities of a desk, and how firm each claim's footing is. */
export const ledgerOf = (desk: Desk): Ledger => ledgers(backing(desk));

const rowsById = derived(
  ({ rows }: Ledger): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.authority, row])),
);

/** What an authority has; null where it has nothing here. */
export const rowOf = (desk: Desk, authority: string): Row | null =>
  rowsById(ledgerOf(desk)).get(authority) ?? null;

/** What an authority is called. */
export const nameOfAuthority = (desk: Desk, id: string): string =>
  id === nobody ? 'Nobody named' : (backing(desk).backers.get(id)?.name ?? id);

/** The authorities behind a note or a claim, in the order of its notes; nobody is not among them. */
export function authoritiesOf(desk: Desk, thing: Focus | null): readonly string[] {
  const { behind, argument: graph } = backing(desk);
  const notes = thing?.kind === 'note' ? [thing.id] : (graph.claims.get(thing?.id ?? '')?.notes ?? []);
  return [...new Set(notes.flatMap((note) => behind.get(note) ?? []))];
}

/** The claims that are lit with a thing: those that an authority carries, or the claim itself. */
export function claimsLitBy(desk: Desk, thing: Focus | null): readonly string[] {
  if (thing?.kind === 'source') return rowOf(desk, thing.id)?.claims ?? [];
  return thing?.kind === 'claim' ? [thing.id] : [];
}

/** The notes that are lit with a thing: an authority's, or the note itself. */
export function notesLitBy(desk: Desk, thing: Focus): readonly string[] {
  if (thing.kind === 'source') return rowOf(desk, thing.id)?.notes ?? [];
  return thing.kind === 'note' ? [thing.id] : [];
}
