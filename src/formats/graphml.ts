/** An argument as GraphML, as yEd and Gephi read it: claims and steps as nodes, groups as graphs within. */
import type { Claim, Conflict, Inference } from '../model/argument-records.ts';
import { groupTree, wordsOf, type ArgumentSheet, type GroupTree } from './argument-sheet.ts';

/** The keys of the data: what they are for, their name, their type. */
const keys = [
  ['node', 'kind', 'string'],
  ['node', 'label', 'string'],
  ['node', 'role', 'string'],
  ['node', 'notes', 'string'],
  ['node', 'place', 'string'],
  ['node', 'url', 'string'],
  ['node', 'scheme', 'string'],
  ['node', 'implicit', 'boolean'],
  ['edge', 'relation', 'string'],
  ['edge', 'premiseRole', 'string'],
  ['edge', 'mutual', 'boolean'],
  ['edge', 'gist', 'string'],
] as const;

/** Words in XML; signs that XML has not got are left out. */
export const xmlWords = (words: string): string =>
  words
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r/gu, '&#13;');

const data = (key: string, words: string | boolean): string =>
  words === '' || words === false ? '' : `<data key="${key}">${xmlWords(String(words))}</data>`;

const shapes = { claim: 'roundrectangle', step: 'ellipse', group: 'rectangle' } as const;

const picture = (kind: keyof typeof shapes, label: string): string =>
  `<data key="look"><y:ShapeNode><y:NodeLabel>${xmlWords(label)}</y:NodeLabel><y:Shape type="${shapes[kind]}"/></y:ShapeNode></data>`;

const line = (isAttack: boolean): string =>
  `<data key="line"><y:PolyLineEdge><y:LineStyle type="${isAttack ? 'dashed' : 'line'}" width="1.0"/><y:Arrows source="none" target="${isAttack ? 'cross' : 'standard'}"/></y:PolyLineEdge></data>`;

const nodeId = (id: string): string => `n-${xmlWords(id)}`;

const claimNode = (claim: Claim, { placeOf, noteLabel }: ArgumentSheet): string => {
  const place = placeOf(claim.id);
  const parts = [
    data('kind', 'claim'),
    data('label', claim.wording),
    data('role', claim.role),
    data('notes', claim.notes.map(noteLabel).join(', ')),
    data('place', place?.words ?? ''),
    data('url', place?.link ?? ''),
    picture('claim', wordsOf(claim)),
  ];
  return `<node id="${nodeId(claim.id)}">${parts.join('')}</node>`;
};

const stepNode = (step: Inference, { schemeName }: ArgumentSheet): string => {
  const scheme = schemeName(step.scheme);
  const parts = [
    data('kind', 'inference'),
    data('label', step.gist),
    data('scheme', scheme),
    data('implicit', step.implicit),
    picture('step', scheme),
  ];
  return `<node id="${nodeId(step.id)}">${parts.join('')}</node>`;
};

class Edges {
  readonly lines: string[] = [];

  add(from: string, to: string, relation: string, more = ''): void {
    const isAttack = relation !== 'premise' && relation !== 'conclusion' && relation !== 'preferred';
    const id = `e-${this.lines.length + 1}`;
    this.lines.push(
      `<edge id="${id}" source="${nodeId(from)}" target="${nodeId(to)}">${data('relation', relation)}${more}${line(isAttack)}</edge>`,
    );
  }
}

function edgesOf({ argument }: ArgumentSheet): readonly string[] {
  const edges = new Edges();
  for (const { id, premises, conclusion } of argument.inferences.values()) {
    for (const { claim, role } of premises) edges.add(claim, id, 'premise', data('premiseRole', role ?? ''));
    edges.add(id, conclusion, 'conclusion');
  }
  const said = ({ mutual, gist }: Conflict): string => `${data('mutual', mutual)}${data('gist', gist)}`;
  for (const conflict of argument.conflicts.values())
    edges.add(conflict.from, conflict.to, conflict.attack, said(conflict));
  for (const { over, under, gist } of argument.preferences.values())
    edges.add(over, under, 'preferred', data('gist', gist));
  return edges.lines;
}

function nodesOf({ group, claims, groups }: GroupTree, sheet: ArgumentSheet): string {
  const inner = [
    ...claims.map((claim) => claimNode(claim, sheet)),
    ...groups.map((one) => nodesOf(one, sheet)),
  ];
  if (group === null) return inner.join('\n');
  const id = `g-${xmlWords(group.id)}`;
  return `<node id="${id}" yfiles.foldertype="group">${data('kind', 'group')}${data('label', group.title)}${picture('group', group.title)}
<graph id="${id}:" edgedefault="directed">
${inner.join('\n')}
</graph></node>`;
}

/** The file. */
export function graphMl(sheet: ArgumentSheet): string {
  const steps = [...sheet.argument.inferences.values()].map((step) => stepNode(step, sheet));
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<desc>${xmlWords(sheet.title)}</desc>
${keys.map(([on, name, type]) => `<key id="${name}" for="${on}" attr.name="${name}" attr.type="${type}"/>`).join('\n')}
<key id="look" for="node" yfiles.type="nodegraphics"/>
<key id="line" for="edge" yfiles.type="edgegraphics"/>
<graph id="argument" edgedefault="directed">
${nodesOf(groupTree(sheet.argument), sheet)}
${steps.join('\n')}
${edgesOf(sheet).join('\n')}
</graph>
</graphml>
`;
}
