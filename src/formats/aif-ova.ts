/** What OVA wants beside the graph: where each node stands, which edges show, and the text with the passages marked. */
import { edgeEnd, nodeId } from './aif-names.ts';
import { own, textIn, type JsonObject } from './json-values.ts';

const columnWidth = 240;
const rowHeight = 130;
const edge = 40;

/** Who leads into each node, and how many edges of it lead on. */
function joints(nodes: readonly string[], edges: readonly (readonly [string, string])[]) {
  const into = new Map<string, string[]>();
  const open = new Map<string, number>(nodes.map((name) => [name, 0]));
  for (const [from, to] of edges) {
    const count = open.get(from);
    if (count === undefined || !open.has(to)) continue;
    const others = into.get(to);
    if (others) others.push(from);
    else into.set(to, [from]);
    open.set(from, count + 1);
  }
  return { into, open };
}

/** How many edges it is from each node to where it leads at last; in a circle, to where it was entered. */
function levelsOf(
  nodes: readonly string[],
  edges: readonly (readonly [string, string])[],
): Map<string, number> {
  const { into, open } = joints(nodes, edges);
  const levels = new Map<string, number>();
  const left = new Set(nodes);
  const queue = nodes.filter((name) => open.get(name) === 0);
  const lead = (from: string, level: number): void => {
    levels.set(from, Math.max(levels.get(from) ?? 0, level));
    const count = (open.get(from) ?? 1) - 1;
    open.set(from, count);
    if (count === 0) queue.push(from);
  };
  for (let at = 0; left.size > 0; at += 1) {
    // Where only circles are left they are entered at whatever comes first.
    const name = queue[at] ?? left.values().next().value ?? '';
    if (at >= queue.length) queue.push(name);
    if (!left.delete(name)) continue;
    for (const from of into.get(name) ?? []) if (left.has(from)) lead(from, (levels.get(name) ?? 0) + 1);
  }
  return levels;
}

/** A place for each node: what leads to another stands below it. */
export function layoutNodes(
  nodes: readonly JsonObject[],
  edges: readonly JsonObject[],
): readonly JsonObject[] {
  const names = nodes.map((item) => nodeId(item) ?? '');
  const pairs = edges.map((item) => [edgeEnd(item, 'from') ?? '', edgeEnd(item, 'to') ?? ''] as const);
  const levels = levelsOf(names, pairs);
  const filled = new Map<number, number>();
  return nodes.map((item, at) => {
    const level = levels.get(names[at] ?? '') ?? 0;
    const column = filled.get(level) ?? 0;
    filled.set(level, column + 1);
    return {
      nodeID: own(item, 'nodeID') ?? own(item, 'id'),
      visible: true,
      x: edge + column * columnWidth,
      y: edge + level * rowHeight,
      timestamp: '',
    };
  });
}

/** An edge as OVA lists it. */
export const layoutEdge = (item: JsonObject): JsonObject => ({
  fromID: own(item, 'fromID'),
  toID: own(item, 'toID'),
  visible: true,
});

const escaped = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');

/** The quoted passages as OVA shows a text: each marked as the words of its locution. */
export const markedText = (nodes: readonly JsonObject[]): string =>
  nodes
    .filter((item) => textIn(item, 'type') === 'L')
    .map((item) => {
      const name = escaped(nodeId(item) ?? '');
      return `<span id="node${name}" class="highlighted">${escaped(textIn(item, 'text'))}</span><br>`;
    })
    .join('\n');
