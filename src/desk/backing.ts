/** Who stands behind the notes of a desk's paper, and what each of them carries there. Derived, cached. */
import { ledger, nobody, type Authority, type Backing, type Ledger, type Row } from '../model/authorities.ts';
import type { Paper } from '../model/paper.ts';
import { argument, derived, sources, supports, type Desk } from './desk.ts';

function authoritiesOf(desk: Desk): ReadonlyMap<string, Authority> {
  const named = [...sources(desk).values()];
  return new Map(named.map(({ id, name }) => [id, { id, name, kind: 'named' as const }]));
}

/** Names that no record explains are nobody's. */
function behindNotes(desk: Desk, known: ReadonlyMap<string, Authority>): ReadonlyMap<string, string[]> {
  const behind = new Map<string, string[]>();
  for (const [note, support] of supports(desk)) {
    const names = [...new Set(support.sources)].filter((id) => known.has(id));
    if (names.length > 0) behind.set(note, names);
  }
  return behind;
}

const backings = derived((_: Paper) => new WeakMap<object, Backing>());

/** See the head of this file; the same value until a record changes. */
export function backing(desk: Desk): Backing {
  const known = backings(desk.paper);
  let found = known.get(desk.layers);
  if (!found) {
    const authorities = authoritiesOf(desk);
    found = {
      argument: argument(desk),
      notes: desk.paper.notes.map((note) => note.id),
      supports: supports(desk),
      authorities,
      behind: behindNotes(desk, authorities),
    };
    known.set(desk.layers, found);
  }
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
  id === nobody ? 'Nobody named' : (backing(desk).authorities.get(id)?.name ?? id);
