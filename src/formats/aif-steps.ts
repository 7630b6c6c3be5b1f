/** Steps, attacks and preferences from an AIF file: its RA-, CA- and PA-nodes, as far as each has both of its sides. */
import type { Conflict, Inference, Premise } from '../model/argument-records.ts';
import { ownKey } from './aif-names.ts';
import type { AifEdge, AifNode } from './aif-graph.ts';
import { ownFields } from './aif-own.ts';
import { schemeSaid } from './aif-schemes.ts';
import { foreignRecordId, type Taking } from './aif-taking.ts';
import { idFor } from './foreign-id.ts';
import { objectIn, own, textIn, type JsonObject } from './json-values.ts';

/** Nodes that are records, with the ids of these. */
export type Known = ReadonlyMap<AifNode, string>;

/** Most premises of a step; most sides of a node that are told apart. */
const mostPremises = 1_000;
const mostTwins = 50;

interface Link {
  readonly edge: AifEdge;
  readonly id: string;
}

const linksOf = (edges: readonly AifEdge[], end: 'from' | 'to', known: Known): Link[] =>
  edges.flatMap((edge) => {
    const node = edge[end];
    const id = node ? known.get(node) : undefined;
    return id === undefined ? [] : [{ edge, id }];
  });

/** One link to each record: a second edge between the same two says nothing more. */
const distinct = (links: readonly Link[]): Link[] => {
  const seen = new Set<string>();
  return links.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, mostTwins);
};

/** The nodes of a kind that may be records: parts of others are none. */
const relations = ({ graph }: Taking, type: string): AifNode[] =>
  graph.nodes.filter((node) => node.type === type && !graph.doubles.has(node) && !node.own?.part);

/** Takes the edges that join a record to one end; those that say the same again, or more than it can hold, go with the first. */
const takeEnd = (taking: Taking, id: string, slot: string, edges: readonly AifEdge[]): void =>
  edges.forEach((edge, count) => taking.takeEdge(id, `${slot}${count === 0 ? '' : `#${count}`}`, edge));

/** The edges of all links to the record of one. */
const alike = (links: readonly Link[], to: Link | null): AifEdge[] =>
  links.filter(({ id }) => id === to?.id).map(({ edge }) => edge);

const roles = ['grounds', 'warrant', 'backing'] as const;
const premiseOf = ({ edge, id }: Link): Premise => {
  const said = textIn(own(edge.item, ownKey), 'role');
  return { claim: id, role: roles.find((role) => role === said) ?? null };
};

/** Premises with those put back at their places that were not in the file. */
function withAbsent(premises: readonly Premise[], item: JsonObject): readonly Premise[] {
  const absent = own(objectIn(item, ownKey), 'absent');
  const all = [...premises];
  for (const entry of Array.isArray(absent) ? (absent as readonly unknown[]) : []) {
    const [at, claim, said] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if (typeof at !== 'number' || typeof claim !== 'string') continue;
    all.splice(at, 0, { claim, role: roles.find((role) => role === said) ?? null });
  }
  return all.slice(0, mostPremises);
}

const isOwnOf = ({ item }: AifNode, kind: string): boolean => textIn(own(item, ownKey), 'kind') === kind;

function relationId(taking: Taking, node: AifNode, says: readonly string[]): string {
  const wish = node.own?.part === '' ? node.own.record : foreignRecordId(node, says.join(' '));
  return taking.freeId(wish, String(node.at));
}

/** The slot of an edge among several to the same record. */
function slots(links: readonly Link[], letter: string): readonly string[] {
  const seen = new Map<string, number>();
  return links.map(({ id }) => {
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return `${letter}:${id}${count === 0 ? '' : `#${count}`}`;
  });
}

function takeStep(taking: Taking, node: AifNode, claims: Known): string | null {
  const ins = linksOf(node.ins, 'from', claims).slice(0, mostPremises);
  const ends = linksOf(node.outs, 'to', claims);
  const outs = distinct(ends);
  const fields = ownFields(node.item, 'inference');
  const [first, ...others] = outs;
  const conclusion = first?.id ?? fields['conclusion'];
  const premises = withAbsent(ins.map(premiseOf), node.item);
  const isWhole = isOwnOf(node, 'inference') || premises.length > 0;
  if (typeof conclusion !== 'string' || !isWhole) return null;
  const id = relationId(taking, node, [...ins.map((link) => link.id), conclusion]);
  const scheme = schemeSaid(node.item);
  const base = { gist: '', implicit: false, scheme, qualifier: null, questions: [], foreign: null };
  const step = (of: string, to: string): Inference => ({
    kind: 'inference',
    id: of,
    ...taking.stampOf(node),
    ...base,
    ...fields,
    premises,
    conclusion: to,
  });
  taking.records.set(id, step(id, conclusion));
  taking.takeNode(id, 'node', node);
  slots(ins, 'p').forEach((slot, at) => taking.takeEdge(id, slot, (ins[at] as Link).edge));
  takeEnd(taking, id, 'c', alike(ends, first ?? null));
  for (const other of others) {
    const twin = taking.freeId(idFor(`${id}:${other.id}`), String(other.edge.at));
    taking.records.set(twin, step(twin, other.id));
    taking.twins.set(twin, id);
    takeEnd(taking, twin, 'c', alike(ends, other));
  }
  if (others.length > 0) {
    taking.tell(node, `has ${outs.length} conclusions; shown as so many steps`);
  }
  return id;
}

/** Takes the steps of the file; answers which node is which step. */
export function takeSteps(taking: Taking, claims: Known): Known {
  const steps = new Map<AifNode, string>();
  for (const node of relations(taking, 'RA')) {
    const id = takeStep(taking, node, claims);
    if (id === null) taking.tell(node, 'is a step without premises or without a conclusion; kept, not drawn');
    else steps.set(node, id);
  }
  return steps;
}

/** The second node of an attack that goes both ways. */
function takeBack(taking: Taking, id: string, from: string, to: string, known: Known): boolean {
  const back = taking.graph.ownParts.get(id)?.get('CA');
  if (back?.type !== 'CA') return false;
  const into = linksOf(back.ins, 'from', known).find((link) => link.id === to);
  const out = linksOf(back.outs, 'to', known).find((link) => link.id === from);
  if (!into || !out) return false;
  taking.takeNode(id, 'CA', back);
  taking.takeEdge(id, 'CA<', into.edge);
  taking.takeEdge(id, 'CA>', out.edge);
  return true;
}

interface Sides {
  readonly from: Link | null;
  readonly to: Link | null;
}

function takeAttack(taking: Taking, node: AifNode, sides: Sides, all: Known): string | null {
  const fields = ownFields(node.item, 'conflict');
  const from = sides.from?.id ?? fields['from'];
  const to = sides.to?.id ?? fields['to'];
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  const id = relationId(taking, node, [from, to]);
  const conflict: Conflict = {
    kind: 'conflict',
    id,
    ...taking.stampOf(node),
    attack: 'rebut',
    mutual: false,
    gist: '',
    question: null,
    foreign: null,
    ...fields,
    from,
    to,
  };
  taking.takeNode(id, 'node', node);
  takeEnd(taking, id, 'from', alike(linksOf(node.ins, 'from', all), sides.from));
  takeEnd(taking, id, 'to', alike(linksOf(node.outs, 'to', all), sides.to));
  const isBack = takeBack(taking, id, from, to, all);
  // Where AIF has no second node for it, a file of ours says so in its own words.
  taking.records.set(id, { ...conflict, mutual: isBack || conflict.mutual });
  return id;
}

/** Takes one attack for each further side of a node that has several on either. */
function takeTwins(taking: Taking, node: AifNode, main: string, sides: readonly Sides[], all: Known): void {
  const known = taking.records.get(main) as Conflict;
  for (const { from, to } of sides) {
    const isFrom = to?.id === known.to;
    const link = isFrom ? from : to;
    if (!link) continue;
    const ends = isFrom ? { from: link.id } : { to: link.id };
    const id = taking.freeId(idFor(`${main}:${isFrom}:${link.id}`), String(link.edge.at));
    taking.records.set(id, { ...known, id, ...ends });
    taking.twins.set(id, main);
    const links = isFrom ? linksOf(node.ins, 'from', all) : linksOf(node.outs, 'to', all);
    takeEnd(taking, id, isFrom ? 'from' : 'to', alike(links, link));
  }
}

/** Takes the attacks of the file: from a claim, on a claim or on a step. */
export function takeAttacks(taking: Taking, claims: Known, steps: Known): void {
  const all = new Map([...claims, ...steps]);
  for (const node of relations(taking, 'CA')) {
    const [from = null, ...otherFroms] = distinct(linksOf(node.ins, 'from', claims));
    const [to = null, ...otherTos] = distinct(linksOf(node.outs, 'to', all));
    const id = takeAttack(taking, node, { from, to }, all);
    if (id === null) {
      taking.tell(node, 'is an attack without both of its sides on the map; kept, not drawn');
      continue;
    }
    const count = otherFroms.length + otherTos.length;
    if (count === 0) continue;
    const sides = [
      ...otherFroms.map((one) => ({ from: one, to })),
      ...otherTos.map((one) => ({ from, to: one })),
    ];
    takeTwins(taking, node, id, sides, all);
    taking.tell(node, `joins ${count + 2} nodes; shown as ${count + 1} attacks`);
  }
}

function takePreference(taking: Taking, node: AifNode, all: Known): boolean {
  const [overs, unders] = [linksOf(node.ins, 'from', all), linksOf(node.outs, 'to', all)];
  const fields = ownFields(node.item, 'preference');
  const over = overs[0]?.id ?? fields['over'];
  const under = unders[0]?.id ?? fields['under'];
  if (typeof over !== 'string' || typeof under !== 'string') return false;
  const id = relationId(taking, node, [over, under]);
  const base = { kind: 'preference', id, ...taking.stampOf(node), gist: '', foreign: null } as const;
  taking.records.set(id, { ...base, ...fields, over, under });
  taking.takeNode(id, 'node', node);
  const edges = (links: readonly Link[]): AifEdge[] => links.map(({ edge }) => edge);
  takeEnd(taking, id, 'over', edges(overs));
  takeEnd(taking, id, 'under', edges(unders));
  return true;
}

/** Takes the preferences of the file. */
export function takePreferences(taking: Taking, claims: Known, steps: Known): void {
  const all = new Map([...claims, ...steps]);
  for (const node of relations(taking, 'PA')) {
    if (takePreference(taking, node, all)) continue;
    taking.tell(node, 'is a preference without both of its sides on the map; kept, not drawn');
  }
}
