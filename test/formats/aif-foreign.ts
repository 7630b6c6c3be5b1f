/** AIF files as other programs write them, from a seed: sound ones, odd ones and broken ones, in every wrapping. */
import { Dice } from '../notebook/generate.ts';

type Item = Record<string, unknown>;

const texts = [
  'Oil came first.',
  '',
  'RA',
  'Default Inference',
  '<b>bold</b>',
  'العربية',
  'a'.repeat(12_000),
  '🛢 𝔸',
];
const types = ['I', 'I', 'I', 'I', 'RA', 'RA', 'CA', 'MA', 'PA', 'TA', 'YA', 'L', 'ra', 'EN', 'ISSUE', ''];

/** An object that JSON can hold and a program could stumble over. */
const oddities = (dice: Dice): Item =>
  JSON.parse(
    dice.pick([
      '{}',
      '{}',
      '{"x":"273","y":140.5,"visible":false}',
      '{"__proto__":{"polluted":true},"constructor":"c","toString":null}',
      '{"annot":{"id":"LCS","cqs":[],"deep":[[[{"a":[null,1e300,-0.5]}]]]},"dtg":"2015/03/03"}',
      '{"scheme":"Argument From Expert Opinion","timestamp":"2012-04-12 18:20:29"}',
      '{"timestamp":"yesterday"}',
      '{"warrant":"not ours"}',
      '{"text":null}',
    ]),
  ) as Item;

const nameOf = (dice: Dice, at: number): unknown =>
  dice.pick<unknown>([String(at), at, `${at}_166178046893607143`, String(100_000 + at), String(at)]);

function aNode(dice: Dice, at: number, isOva2: boolean): Item {
  const name =
    dice.next() < 0.05 ? {} : { [isOva2 ? 'id' : 'nodeID']: nameOf(dice, dice.next() < 0.05 ? 1 : at) };
  return {
    ...name,
    text: dice.pick(texts),
    type: dice.pick(types),
    timestamp: '2012-04-12 18:20:29',
    ...oddities(dice),
  };
}

function anEdge(dice: Dice, at: number, names: readonly unknown[], isOva2: boolean): Item {
  const end = (): unknown => (dice.next() < 0.04 ? 'nowhere' : dice.pick(names));
  const ends = isOva2 ? { from: { id: end() }, to: { id: end() } } : { fromID: end(), toID: end() };
  return {
    edgeID: dice.pick<unknown>([at, String(at)]),
    ...ends,
    formEdgeID: null,
    ...dice.pick([{}, { visible: true }]),
  };
}

const entries = (dice: Dice, names: readonly unknown[], keys: Item): unknown =>
  dice.pick<unknown>([null, [], dice.some(() => ({ nodeID: dice.pick(names), ...keys }))]);

/** The steps that a sound file joins its claims by, so that not everything is broken. */
function joined(dice: Dice, nodes: readonly Item[], key: string): Item[] {
  const named = nodes.filter((node) => node[key] !== undefined);
  const claims = named.filter(({ type }) => type === 'I');
  const edges: Item[] = [];
  for (const node of named) {
    const type = String(node['type']).toUpperCase();
    if (!['RA', 'CA', 'MA', 'PA'].includes(type) || claims.length === 0) continue;
    const others = type === 'CA' || type === 'PA' ? named : claims;
    for (let count = 1 + dice.below(3); count > 0; count -= 1)
      edges.push({ fromID: dice.pick(claims)[key], toID: node[key] });
    for (let count = dice.next() < 0.2 ? 2 : 1; count > 0; count -= 1)
      edges.push({ fromID: node[key], toID: dice.pick(others)[key] });
  }
  return edges;
}

/** A file of about `size` nodes. */
export function aForeignFile(seed: number, size: number): Item {
  const dice = new Dice(seed, 'aif');
  const isOva2 = dice.next() < 0.15;
  const key = isOva2 ? 'id' : 'nodeID';
  const nodes = Array.from({ length: 1 + dice.below(size) }, (_unused, at) => aNode(dice, at, isOva2));
  const names = nodes.map((node) => node[key]).filter((name) => name !== undefined);
  if (names.length === 0) names.push('1');
  const wild = dice.some(() => anEdge(dice, dice.below(99), names, isOva2));
  const sound = joined(dice, nodes, key).map((edge, at) =>
    isOva2
      ? { from: { id: edge['fromID'] }, to: { id: edge['toID'] } }
      : { edgeID: at, ...edge, formEdgeID: null },
  );
  const edges = dice.shuffle([...wild, ...sound]);
  if (isOva2)
    return {
      nodes,
      edges,
      participants: [{ id: 1, firstname: 'A', surname: 'B' }],
      analysis: { txt: '<i>x</i>' },
    };
  const aif = {
    nodes: dice.next() < 0.1 ? [...nodes, null, 'stray', 7] : nodes,
    edges,
    ...(dice.next() < 0.6 ? { locutions: entries(dice, names, { personID: 1, start: null }) } : {}),
    ...(dice.next() < 0.6 ? { schemefulfillments: entries(dice, names, { schemeID: '72' }) } : {}),
    ...(dice.next() < 0.3 ? { cqdescriptorfulfillments: entries(dice, names, { selectedID: 4 }) } : {}),
    ...(dice.next() < 0.5 ? { participants: [{ participantID: 1, firstname: 'Bob', surname: 'None' }] } : {}),
    ...oddities(dice),
  };
  if (dice.next() < 0.5) return aif;
  const places = names.map((name) => ({ nodeID: name, x: dice.below(900), y: '12', visible: true }));
  return {
    [dice.pick(['AIF', 'AIF', 'aif'])]: aif,
    text: dice.pick<unknown>(['<span id="node3" class="highlighted">A</span>', { txt: 'A' }]),
    dialog: true,
    ...dice.pick([
      {
        OVA: {
          firstname: 'Anon',
          surname: 'User',
          url: '',
          nodes: dice.shuffle(places).slice(1),
          edges: edges.slice(1),
        },
      },
      { ova: [] },
      { OVA: [] },
    ]),
    ...dice.pick([{}, { propositionClassifier: { nodes: [] } }]),
  };
}
