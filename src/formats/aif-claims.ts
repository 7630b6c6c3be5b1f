/** Claims from an AIF file: its I-nodes, other wordings that are rephrased into them, and in files of ours the passages. */
import type { Claim, Wording } from '../model/argument-records.ts';
import type { Target } from '../model/record-parts.ts';
import { ownKey } from './aif-names.ts';
import type { AifEdge, AifNode } from './aif-graph.ts';
import { isTarget, ownFields } from './aif-own.ts';
import { foreignRecordId, type Taking } from './aif-taking.ts';
import { idFor } from './foreign-id.ts';
import { own } from './json-values.ts';

/** Longest wording that a claim can have, in UTF-16 units. */
const longestWording = 10_000;
const mostParts = 1_000;

/** A wording as a claim can hold it. */
const fitting = (text: string): string =>
  text.length <= longestWording
    ? text
    : `${text.slice(0, longestWording - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;

/** The edges that come from analysts and speakers: they say nothing about what a claim does. */
const isSpoken = ({ from }: AifEdge): boolean => from?.type === 'YA';

/** The only one of a list; undefined for none and for more. */
const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

interface Rephrasing {
  readonly ma: AifNode;
  /** What it is another wording of. */
  readonly into: AifNode;
  readonly edges: readonly [AifEdge, AifEdge];
}

/** What a node rephrases, where it does nothing else. */
function rephrased(node: AifNode): Rephrasing | null {
  const out = only(node.outs);
  const ma = out?.to;
  if (!out || ma?.type !== 'MA' || !node.ins.every(isSpoken)) return null;
  const on = only(ma.outs);
  const into = on?.to;
  const isAlone = ma.ins.filter((edge) => !isSpoken(edge)).length === 1;
  if (!on || into?.type !== 'I' || into === node || !isAlone) return null;
  return { ma, into, edges: [out, on] };
}

interface Drafted {
  readonly id: string;
  readonly node: AifNode;
  readonly wordings: Wording[];
}

/** Other wordings that another program's file has of a claim. */
function takeForeignWording(taking: Taking, node: AifNode, drafts: ReadonlyMap<AifNode, Drafted>): boolean {
  const found = rephrased(node);
  const draft = found && drafts.get(found.into);
  const isRoomy = node.text.length <= longestWording && (draft?.wordings.length ?? 0) < mostParts;
  if (!found || !draft || found.ma.own || !isRoomy) return false;
  const id = idFor(foreignRecordId(node, node.text));
  draft.wordings.push({ id, text: node.text });
  taking.takeNode(draft.id, `I-${id}`, node);
  taking.takeNode(draft.id, `MA-${id}`, found.ma);
  taking.takeEdge(draft.id, `I-${id}>MA-${id}`, found.edges[0]);
  taking.takeEdge(draft.id, `MA-${id}>`, found.edges[1]);
  return true;
}

/** Takes the nodes and edges that our files have beside a claim's own. */
function takeOwnParts(taking: Taking, { id, node }: Drafted, parts: ReadonlyMap<string, AifNode>): void {
  for (const [part, one] of parts) {
    taking.takeNode(id, part, one);
    for (const edge of one.outs) {
      const to = edge.to;
      const isInside = to === node || (to?.own?.record === id && parts.get(to.own.part) === to);
      if (isInside) taking.takeEdge(id, `${part}>${to === node ? '' : to.own?.part}`, edge);
    }
  }
}

const numbered = (parts: ReadonlyMap<string, AifNode>): AifNode[] =>
  [...parts]
    .filter(([part]) => part.startsWith('L'))
    .sort(([one], [other]) => Number(one.slice(1)) - Number(other.slice(1)))
    .map(([, node]) => node);

/** The passage that a locution of ours quotes; where its details were dropped, the quotation is all that is known. */
function targetOf(node: AifNode, speakers: readonly string[]): Target {
  const said = own(own(node.item, ownKey), 'target');
  if (isTarget(said)) return said as Target;
  const speaker = speakers.find((name) => node.text.startsWith(`${name}: `));
  const exact = speaker === undefined ? node.text : node.text.slice(speaker.length + 2);
  return { exact, prefix: '', suffix: '', start: 0, end: [...exact].length };
}

const speakersIn = ({ file }: Taking): string[] =>
  (file.lists.get('participants') ?? []).map((item) =>
    [own(item, 'firstname'), own(item, 'surname')]
      .filter((one) => typeof one === 'string' && one !== '')
      .join(' '),
  );

/** Makes the record of a claim. `role` is what the graph says where the file does not. */
function claimOf(taking: Taking, draft: Drafted, parts: ReadonlyMap<string, AifNode>): Claim {
  const { id, node } = draft;
  const wordings = [...parts]
    .filter(([part]) => part.startsWith('I-'))
    .map(([part, one]) => ({ id: part.slice(2), text: fitting(one.text) }));
  const speakers = speakersIn(taking);
  if (node.text.length > longestWording) {
    const limit = longestWording.toLocaleString('en');
    taking.tell(
      node,
      `is longer than ${limit} characters; its wording is cut on the map, and kept whole in the file`,
    );
  }
  return {
    kind: 'claim',
    id,
    ...taking.stampOf(node),
    role: 'premise',
    wording: fitting(node.text),
    targets: numbered(parts).map((one) => targetOf(one, speakers)),
    notes: [],
    group: null,
    aside: false,
    wordings: [...draft.wordings, ...wordings].slice(0, mostParts),
    foreign: null,
    ...ownFields(node.item, 'claim'),
  };
}

/** Takes all claims of the file; answers which node is which claim. */
export function takeClaims(taking: Taking): ReadonlyMap<AifNode, string> {
  const { graph } = taking;
  const isClaim = (node: AifNode): boolean =>
    node.type === 'I' && !graph.doubles.has(node) && (node.own?.part ?? '') === '';
  const folded = new Set(graph.nodes.filter((node) => isClaim(node) && !node.own && rephrased(node)));
  const drafts = new Map<AifNode, Drafted>();
  const draft = (node: AifNode): void => {
    const id = taking.freeId(node.own?.record ?? foreignRecordId(node, node.text), String(node.at));
    drafts.set(node, { id, node, wordings: [] });
  };
  for (const node of graph.nodes) if (isClaim(node) && !folded.has(node)) draft(node);
  for (const node of folded) if (!takeForeignWording(taking, node, drafts)) draft(node);
  for (const one of drafts.values()) {
    const parts = graph.ownParts.get(one.id) ?? new Map<string, AifNode>();
    taking.takeNode(one.id, 'node', one.node);
    takeOwnParts(taking, one, parts);
    taking.records.set(one.id, claimOf(taking, one, parts));
  }
  return new Map([...drafts].map(([node, { id }]) => [node, id]));
}
