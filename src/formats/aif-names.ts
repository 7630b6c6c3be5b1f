/**
 * The words of the Argument Interchange Format as its tools write them (the dialect of AIFdb and OVA), and the names
 * that our own nodes go by in it: `warrant-` and a record's id, so that they are known again even where a tool has
 * dropped every key that it has no use for.
 */
import { own, type JsonObject } from './json-values.ts';

/** The key of a node, an edge or a file under which stands what AIF has no word for. Other tools may drop it. */
export const ownKey = 'warrant';

/** Lists of a file, by what they are called in AIFdb; those of OVA's layout by a name of their own. */
export const listNames = [
  'nodes',
  'edges',
  'participants',
  'locutions',
  'schemefulfillments',
  'descriptorfulfillments',
  'cqdescriptorfulfillments',
  'OVA.nodes',
  'OVA.edges',
] as const;
export type ListName = (typeof listNames)[number];

/** Texts of nodes that name no scheme. */
export const defaults = {
  RA: 'Default Inference',
  CA: 'Default Conflict',
  MA: 'Default Rephrase',
  PA: 'Default Preference',
  YA: 'Asserting',
} as const;

/** The numbers that AIFdb gives to the schemes named above; it has more, which are not needed here. */
export const schemeIds = { RA: '72', CA: '71', MA: '144', PA: '161', YA: '74' } as const;

const prefix = 'warrant-';
const joint = '--';

/** The name of a record's node; with `part`, of a further node that belongs to it (`L1`, `MA-w2`). */
export const nodeName = (record: string, part = ''): string =>
  `${prefix}${record}${part === '' ? '' : `${joint}${part}`}`;

/** What a node of ours stands for: a record, or a part of one. */
export interface OwnName {
  readonly record: string;
  /** Empty for the record itself. */
  readonly part: string;
}

const partForm = /^(?:(?:L|YA)\d{1,4}|(?:I|MA)-[A-Za-z0-9][\w.:-]{0,63}|CA)$/u;
/** As ids of records are. */
export const idForm = /^[A-Za-z0-9][\w.:-]{0,63}$/u;

function fromName(name: string): OwnName | null {
  if (!name.startsWith(prefix)) return null;
  const rest = name.slice(prefix.length);
  const at = rest.lastIndexOf(joint);
  const part = at > 0 ? rest.slice(at + joint.length) : '';
  const named = partForm.test(part) ? { record: rest.slice(0, at), part } : { record: rest, part: '' };
  return idForm.test(named.record) ? named : null;
}

/** What a node says of itself, under our key or by its name; null for a node of somebody else's. */
export function ownName(item: JsonObject, name: string | null): OwnName | null {
  const said = own(item, ownKey);
  const record = own(said, 'of') ?? own(said, 'id');
  const part = own(said, 'of') === undefined ? '' : own(said, 'part');
  if (typeof record === 'string' && idForm.test(record) && typeof part === 'string') {
    if (part === '' || partForm.test(part)) return { record, part };
  }
  return name === null ? null : fromName(name);
}

const idIn = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;

/** How a node calls itself: `nodeID`, or `id` in OVA 2; numbers as words; null for one without a name. */
export const nodeId = (item: unknown): string | null => idIn(own(item, 'nodeID') ?? own(item, 'id'));

/** The node that an edge comes from (`from`) or goes to (`to`): `fromID`, or `from.id` in OVA 2. */
export function edgeEnd(item: unknown, end: 'from' | 'to'): string | null {
  const short = own(item, end);
  return idIn(own(item, `${end}ID`)) ?? idIn(own(short, 'id')) ?? idIn(own(short, 'nodeID')) ?? idIn(short);
}
