/** Records as nodes and edges of AIF, made anew: what each is, in the words of AIF, and the rest under our key. */
import type { Claim, Conflict, Inference, Preference } from '../model/argument-records.ts';
import { defaults, idForm, nodeName, ownKey, schemeIds, type ListName } from './aif-names.ts';
import { saidOf } from './aif-own.ts';
import { schemeSaid, schemeText } from './aif-schemes.ts';
import type { JsonObject } from './json-values.ts';

/** An element of a list that is to be written; `at` is its place in the file that it came from, null for a new one. */
export interface Piece {
  readonly slot: string;
  readonly list: ListName;
  readonly at: number | null;
  readonly item: JsonObject;
}

/** A node's name as it stands in the file. */
export type Name = string | number;

/** What the writing of a record must know of the others. */
export interface Scene {
  /** The node of a claim or a step; null where it is not in the file, or is neither of `kinds`. */
  readonly node: (record: string, kinds: readonly ('claim' | 'inference')[]) => Name | null;
  /** The node of the record that is being written. */
  readonly self: Name;
  /** A node that belongs to that record. */
  readonly part: (part: string) => Name;
  /** Who says what the paper says, and their number among the participants; null where nobody is known. */
  readonly speaker: { readonly name: string; readonly id: Name } | null;
}

/** The records that AIF has nodes for. */
export type Noded = Claim | Inference | Conflict | Preference;

/** `2026-01-02 03:04:05`: dates as AIFdb writes them. */
const timestamp = (date: string): string => date.slice(0, 19).replace('T', ' ').replace(/Z$/u, '');

const node = (
  slot: string,
  nodeID: Name,
  [type, text, date]: readonly [string, string, string],
  more: JsonObject,
): Piece => ({
  slot,
  list: 'nodes',
  at: null,
  item: { nodeID, text, type, timestamp: timestamp(date), ...more },
});

const edge = (record: string, slot: string, [fromID, toID]: readonly [Name, Name], role = ''): Piece => ({
  slot,
  list: 'edges',
  at: null,
  item: {
    edgeID: `${nodeName(record)}/${slot}`,
    fromID,
    toID,
    formEdgeID: null,
    ...(role === '' ? {} : { [ownKey]: { role } }),
  },
});

const fulfilment = (slot: string, nodeID: Name, schemeID: string): Piece => ({
  slot: `${slot}@schemefulfillments`,
  list: 'schemefulfillments',
  at: null,
  item: { nodeID, schemeID },
});

const isKept = ({ foreign }: Noded): boolean => foreign?.startsWith('{"format":"aif"') ?? false;
const said = (record: Noded, elsewhere: readonly string[], more: JsonObject = {}): JsonObject => ({
  [ownKey]: { ...saidOf(record, [...elsewhere, ...(isKept(record) ? ['foreign'] : [])]), ...more },
});

/** True where each wording can have a node of its own. */
const areDistinct = ({ wordings }: Claim): boolean =>
  new Set(wordings.map(({ id }) => id)).size === wordings.length &&
  wordings.every(({ id }) => idForm.test(id));

function wordingPieces({ id, wordings, created }: Claim, { self, part }: Scene): Piece[] {
  return wordings.flatMap((wording) => {
    const [own, ma] = [`I-${wording.id}`, `MA-${wording.id}`];
    const of = (name: string): JsonObject => ({ [ownKey]: { of: id, part: name } });
    return [
      node(own, part(own), ['I', wording.text, created], of(own)),
      node(ma, part(ma), ['MA', defaults.MA, created], of(ma)),
      edge(id, `${own}>${ma}`, [part(own), part(ma)]),
      edge(id, `${ma}>`, [part(ma), self]),
      fulfilment(ma, part(ma), schemeIds.MA),
    ];
  });
}

/** Passages: whoever wrote the paper says them, and in saying them states the claim. */
function passagePieces(claim: Claim, { self, part, speaker }: Scene): Piece[] {
  const { id, targets, wordings, created } = claim;
  return targets.flatMap((target, index) => {
    const [l, ya] = [`L${index + 1}`, `YA${index + 1}`];
    const stated = areDistinct(claim) && wordings.some((one) => one.id === target.wording);
    const to = stated ? `I-${target.wording}` : '';
    const text = speaker === null ? target.exact : `${speaker.name}: ${target.exact}`;
    const locution = { nodeID: part(l), personID: speaker?.id ?? null, start: null, end: null };
    return [
      node(l, part(l), ['L', text, created], { [ownKey]: { of: id, part: l, target } }),
      node(ya, part(ya), ['YA', defaults.YA, created], { [ownKey]: { of: id, part: ya } }),
      edge(id, `${l}>${ya}`, [part(l), part(ya)]),
      edge(id, `${ya}>${to}`, [part(ya), to === '' ? self : part(to)]),
      fulfilment(ya, part(ya), schemeIds.YA),
      ...(speaker === null
        ? []
        : [{ slot: `${l}@locutions`, list: 'locutions', at: null, item: locution } as const]),
    ];
  });
}

function claimPieces(claim: Claim, scene: Scene): Piece[] {
  const isApart = areDistinct(claim);
  const elsewhere = ['wording', 'targets', ...(isApart ? ['wordings'] : [])];
  return [
    node('node', scene.self, ['I', claim.wording, claim.created], said(claim, elsewhere)),
    ...(isApart ? wordingPieces(claim, scene) : []),
    ...passagePieces(claim, scene),
  ];
}

function stepPieces(step: Inference, { self, node: nodeOf }: Scene): Piece[] {
  const { id, premises, conclusion, scheme, created } = step;
  const to = nodeOf(conclusion, ['claim']);
  const seen = new Map<string, number>();
  const absent: unknown[] = [];
  const edges = premises.flatMap(({ claim, role }, index) => {
    const from = nodeOf(claim, ['claim']);
    if (from === null) absent.push([index, claim, role]);
    const count = seen.get(claim) ?? 0;
    seen.set(claim, count + 1);
    const slot = `p:${claim}${count === 0 ? '' : `#${count}`}`;
    return from === null ? [] : [edge(id, slot, [from, self], role ?? '')];
  });
  const text = schemeText(scheme);
  const isSaid = schemeSaid({ scheme: text, text }) === scheme;
  const elsewhere = ['premises', 'conclusion', ...(isSaid ? ['scheme'] : [])];
  const more = { ...(absent.length > 0 ? { absent } : {}), ...(to === null ? { conclusion } : {}) };
  return [
    node('node', self, ['RA', text, created], { scheme: text, ...said(step, elsewhere, more) }),
    ...edges,
    ...(to === null ? [] : [edge(id, 'c', [self, to])]),
    ...(scheme === null ? [fulfilment('node', self, schemeIds.RA)] : []),
  ];
}

function attackPieces(conflict: Conflict, { self, node: nodeOf, part }: Scene): Piece[] {
  const { id, from, to, mutual, created } = conflict;
  const [source, aim] = [nodeOf(from, ['claim']), nodeOf(to, ['claim', 'inference'])];
  const back = mutual ? nodeOf(to, ['claim']) : null;
  const isTwo = back !== null && source !== null;
  const more = { ...(source === null ? { from } : {}), ...(aim === null ? { to } : {}) };
  const elsewhere = ['from', 'to', ...(isTwo ? ['mutual'] : [])];
  const form = ['CA', defaults.CA, created] as const;
  return [
    node('node', self, form, { scheme: defaults.CA, ...said(conflict, elsewhere, more) }),
    ...(source === null ? [] : [edge(id, 'from', [source, self])]),
    ...(aim === null ? [] : [edge(id, 'to', [self, aim])]),
    fulfilment('node', self, schemeIds.CA),
    ...(isTwo
      ? [
          node('CA', part('CA'), form, { scheme: defaults.CA, [ownKey]: { of: id, part: 'CA' } }),
          edge(id, 'CA<', [back, part('CA')]),
          edge(id, 'CA>', [part('CA'), source]),
          fulfilment('CA', part('CA'), schemeIds.CA),
        ]
      : []),
  ];
}

function preferencePieces(preference: Preference, { self, node: nodeOf }: Scene): Piece[] {
  const { id, over, under, created } = preference;
  const kinds = ['claim', 'inference'] as const;
  const [one, other] = [nodeOf(over, kinds), nodeOf(under, kinds)];
  const more = { ...(one === null ? { over } : {}), ...(other === null ? { under } : {}) };
  const words = ['PA', defaults.PA, created] as const;
  return [
    node('node', self, words, { scheme: defaults.PA, ...said(preference, ['over', 'under'], more) }),
    ...(one === null ? [] : [edge(id, 'over', [one, self])]),
    ...(other === null ? [] : [edge(id, 'under', [self, other])]),
    fulfilment('node', self, schemeIds.PA),
  ];
}

/** The nodes, edges and entries of a record. */
export function express(record: Noded, scene: Scene): Piece[] {
  if (record.kind === 'claim') return claimPieces(record, scene);
  if (record.kind === 'inference') return stepPieces(record, scene);
  return record.kind === 'conflict' ? attackPieces(record, scene) : preferencePieces(record, scene);
}
