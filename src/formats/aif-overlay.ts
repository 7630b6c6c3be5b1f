/** A record that came from an AIF file, written back: as it came, with what has changed since put over it. */
import { editedSince, type Kept } from './aif-kept.ts';
import { ownKey } from './aif-names.ts';
import type { Noded, Piece } from './aif-express.ts';
import { shaped, type Shape } from './aif-roles.ts';
import { isSame } from '../model/same.ts';
import { isObject, objectIn, own, without, type JsonObject } from './json-values.ts';

/** The fields that an element says, by its slot; empty for the node itself, which says several, and for entries about a node. */
function fieldsOf(slot: string): readonly string[] {
  if (slot === 'node@schemefulfillments') return ['scheme'];
  if (slot.includes('@')) return [];
  if (/^(?:L|YA)\d/u.test(slot)) return ['targets', 'wordings'];
  if (/^(?:I|MA)-/u.test(slot)) return ['wordings'];
  if (slot.startsWith('p:')) return ['premises'];
  const [end = ''] = slot.split('#');
  if (end === 'c') return ['conclusion'];
  if (slot.startsWith('CA')) return ['mutual', 'from', 'to'];
  return ['from', 'to', 'over', 'under'].includes(end) ? [end] : [];
}

/** What has changed of a record since it was read. */
export function changesOf(record: Noded, kept: Kept, shape: Shape): ReadonlySet<string> {
  const changed = new Set(editedSince(kept, record));
  // What the file left to the argument's shape must be said once the shape says something else.
  const node = own(kept.parts.find(({ slot }) => slot === 'node')?.item, ownKey);
  const field = record.kind === 'claim' ? 'role' : 'attack';
  if (own(node, field) === undefined && !isSame(record, shaped(record, shape))) changed.add(field);
  return changed;
}

/** The node as it came, with the changed fields said anew. */
function nodeOver(
  record: Noded,
  kept: JsonObject,
  fresh: JsonObject,
  changed: ReadonlySet<string>,
): JsonObject {
  const before = objectIn(kept, ownKey);
  const now = objectIn(fresh, ownKey) ?? {};
  const keys = [
    ...(changed.has('wording') ? ['text'] : []),
    ...(changed.has('scheme') ? ['text', 'scheme'] : []),
  ];
  const words = Object.fromEntries(Object.entries(fresh).filter(([key]) => keys.includes(key)));
  const always = ['kind', 'creator', 'created', 'modified', 'base', 'absent'];
  const told = Object.entries(now).filter(([key]) => changed.has(key) || always.includes(key));
  const rest = without(before ?? {}, [...changed, 'absent']);
  return { ...kept, ...words, [ownKey]: { ...rest, id: record.id, ...Object.fromEntries(told) } };
}

const asObject = (item: unknown): JsonObject => (isObject(item) ? item : {});

const baseSlot = (slot: string): string => slot.split('@')[0] ?? '';

/** A changed element: what it said before, except what it says anew. Its place in its list is given up, for their order to be right. */
function over(before: Piece | undefined, now: Piece): Piece {
  if (!before) return now;
  const words = without(now.item, ['edgeID', 'nodeID', 'timestamp', 'formEdgeID']);
  const key = ['nodeID', 'id'].find((one) => before.list === 'nodes' && Object.hasOwn(before.item, one));
  const name = key === undefined ? {} : { [key]: now.item['nodeID'] };
  return { ...before, at: null, item: { ...without(before.item, [ownKey]), ...words, ...name } };
}

/** The elements of a record that came from a file. `fresh` are those that it would have if it had been made here. */
export function overlaid(
  record: Noded,
  kept: Kept,
  fresh: readonly Piece[],
  changed: ReadonlySet<string>,
): Piece[] {
  const before = kept.parts.map(({ slot, list, at, item }): Piece => ({
    slot,
    list,
    at,
    item: asObject(item),
  }));
  if (changed.size === 0) return before;
  const known = new Map(before.map((piece) => [piece.slot, piece]));
  const now = new Map(fresh.map((piece) => [piece.slot, piece]));
  const isChanged = ({ slot }: Piece): boolean => fieldsOf(slot).some((field) => changed.has(field));
  // An entry about a node stays as long as the node does.
  const stays = (piece: Piece): boolean =>
    piece.slot.includes('@') ? now.has(baseSlot(piece.slot)) && !isChanged(piece) : !isChanged(piece);
  const same = before.filter(stays).map((piece): Piece => {
    const node = piece.slot === 'node' ? now.get('node') : undefined;
    return node ? { ...piece, item: nodeOver(record, piece.item, node.item, changed) } : piece;
  });
  const isNew = (piece: Piece): boolean =>
    piece.slot.includes('@') ? !known.has(piece.slot) && !known.has(baseSlot(piece.slot)) : isChanged(piece);
  const isScheme = (piece: Piece): boolean => piece.slot === 'node@schemefulfillments' && isChanged(piece);
  const anew = fresh.filter((piece) => isNew(piece) || isScheme(piece));
  return [...same, ...anew.map((piece) => over(known.get(piece.slot), piece))];
}
