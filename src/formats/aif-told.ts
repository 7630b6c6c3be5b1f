/** What a reader of AIF says about nodes and edges that are kept without being drawn. */
import { edgeEnd, nodeId } from './aif-names.ts';
import type { AifEdge, AifNode } from './aif-graph.ts';
import type { Taking } from './aif-taking.ts';
import type { Finding } from './finding.ts';

const known: Readonly<Record<string, string>> = {
  L: 'what was said, and by whom',
  YA: 'what saying it did',
  TA: 'how the talk went on',
  MA: 'what rephrases what',
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const finding = (words: string, key = ''): Finding => ({ entry: null, key, line: null, words });

const nodeWords = (node: AifNode, { doubles }: Taking['graph']): string | null => {
  if (doubles.has(node)) return 'has the name of an earlier node; kept, not drawn';
  if (node.type === '') return 'says not what kind of node it is; kept, not drawn';
  // Why steps, attacks and preferences are not drawn has been said where they were read.
  if (['RA', 'CA', 'PA', 'I'].includes(node.type) || node.type in known) return null;
  return `is of the kind “${node.type.slice(0, 40)}”, which the map has not; kept, not drawn`;
};

function edgeWords({ from, to, item }: AifEdge): string | null {
  const name = (end: 'from' | 'to'): string => (edgeEnd(item, end) ?? '').slice(0, 60);
  if (!from && !to) return `joins ‘${name('from')}’ with ‘${name('to')}’, and neither is in the file`;
  if (!from) return `comes from ‘${name('from')}’, which is not in the file`;
  if (!to) return `goes to ‘${name('to')}’, which is not in the file`;
  if (from.type === 'I' && to.type === 'I') return 'joins two claims without a step between them';
  return null;
}

/** Findings about what no record was read of; many of one kind are told together. */
export function told(taking: Taking): readonly Finding[] {
  const { graph } = taking;
  const counts = new Map<string, number>();
  const found: Finding[] = [];
  for (const node of graph.nodes) {
    if (taking.isTaken(node)) continue;
    if (node.type in known) counts.set(node.type, (counts.get(node.type) ?? 0) + 1);
    const words = nodeWords(node, graph);
    if (words !== null) found.push(finding(words, (nodeId(node.item) ?? '').slice(0, 60)));
  }
  for (const edge of graph.edges) {
    const words = taking.isTaken(edge) ? null : edgeWords(edge);
    if (words !== null) found.push(finding(`an edge ${words}; kept, not drawn`));
  }
  const kinds = [...counts].map(([type, count]) =>
    finding(`${counted(count, 'node', 'nodes')} of kind ${type} (${known[type]}); kept, not drawn`),
  );
  const most = 200;
  const more = found.length - most;
  return [
    ...kinds,
    ...found.slice(0, most),
    ...(more > 0
      ? [finding(`${counted(more, 'more thing', 'more things')} of the file kept, not drawn`)]
      : []),
  ];
}
