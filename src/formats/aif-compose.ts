/** The elements of all records put into one file: each at the place it came from, new ones behind them. */
import { edgeEnd, nodeId, type ListName } from './aif-names.ts';
import { putTogether, type Wrapper } from './aif-file.ts';
import type { KeptFile } from './aif-kept.ts';
import { layoutEdge, layoutNodes, markedText } from './aif-ova.ts';
import type { Piece } from './aif-express.ts';
import { renamedItem, type Renaming } from './aif-renamed.ts';
import { isObject, own, without, type JsonObject } from './json-values.ts';

/** The lists of a file, each with its elements. */
export type Lists = Map<ListName, JsonObject[]>;

const graphLists: readonly ListName[] = [
  'nodes',
  'edges',
  'locutions',
  'participants',
  'schemefulfillments',
  'descriptorfulfillments',
  'cqdescriptorfulfillments',
];

const restPieces = (file: KeptFile): Piece[] =>
  file.rest.map(({ list, at, item }) => ({ slot: '', list, at, item: item as JsonObject }));

/** Edges whose end was a node of a record that is gone go with it; what never had an end is kept as it was. */
function withoutDangling(pieces: readonly Piece[], files: readonly KeptFile[]): Piece[] {
  const names = new Set<string>(files.flatMap(({ loose }) => loose));
  for (const { list, item } of pieces) if (list === 'nodes') names.add(nodeId(item) ?? '');
  const isThere = (item: JsonObject, end: 'from' | 'to'): boolean => {
    const name = edgeEnd(item, end);
    return name === null || names.has(name);
  };
  return pieces.filter(
    ({ list, item }) =>
      (list !== 'edges' && list !== 'OVA.edges') || (isThere(item, 'from') && isThere(item, 'to')),
  );
}

/** All elements in order: file after file as they stood in it, then what is new. */
export function inLists(
  byFile: ReadonlyMap<string, readonly Piece[]>,
  files: readonly KeptFile[],
  renaming: (file: string) => Renaming,
): Lists {
  const all = files.flatMap((file): Piece[] => {
    const pieces = [...(byFile.get(file.file) ?? []), ...restPieces(file)];
    const names = renaming(file.file);
    return pieces
      .filter(({ at }) => at !== null)
      .sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
      .map((piece) => ({ ...piece, item: renamedItem(piece.item, names) }));
  });
  const fresh = [...byFile.values()].flat().filter(({ at }) => at === null);
  const lists: Lists = new Map();
  for (const { list, item } of withoutDangling([...all, ...fresh], files)) {
    const items = lists.get(list);
    if (items) items.push(item);
    else lists.set(list, [item]);
  }
  return lists;
}

/** An element in the words of OVA 2. */
function asOva2(list: ListName, item: JsonObject): JsonObject {
  if (list === 'nodes' && own(item, 'nodeID') !== undefined)
    return { id: item['nodeID'], ...without(item, ['nodeID']) };
  if (list === 'edges' && own(item, 'fromID') !== undefined) {
    const ends = { from: { id: item['fromID'] }, to: { id: item['toID'] }, visible: true };
    return { ...without(item, ['fromID', 'toID', 'from', 'to']), ...ends };
  }
  return item;
}

/** An element of OVA 2 in the words of all others. */
function fromOva2(list: ListName, item: JsonObject): JsonObject {
  if (list === 'nodes' && own(item, 'nodeID') === undefined)
    return { nodeID: item['id'], ...without(item, ['id']) };
  if (list === 'edges' && own(item, 'fromID') === undefined)
    return { fromID: edgeEnd(item, 'from'), toID: edgeEnd(item, 'to'), ...without(item, ['from', 'to']) };
  return item;
}

const converted = (lists: Lists, way: (list: ListName, item: JsonObject) => JsonObject): Lists =>
  new Map(
    [...lists].map(([list, items]) => [list, items.map((item) => (isObject(item) ? way(list, item) : item))]),
  );

/** Adds a place for each node and edge that OVA has none for. `isNew` says which may be added. */
function withLayout(lists: Lists, isNew: (item: JsonObject) => boolean): Lists {
  const [nodes, edges] = [lists.get('nodes') ?? [], lists.get('edges') ?? []];
  const places = lists.get('OVA.nodes') ?? [];
  const known = new Set(places.map((item) => nodeId(item)));
  const added = layoutNodes(nodes, edges).filter(
    (item, at) => isNew(nodes[at] as JsonObject) && !known.has(nodeId(item)),
  );
  const shown = lists.get('OVA.edges') ?? [];
  const more = edges.filter(isNew).map(layoutEdge);
  return new Map([...lists, ['OVA.nodes', [...places, ...added]], ['OVA.edges', [...shown, ...more]]]);
}

const form = (wrapper: Wrapper, frame: JsonObject): Omit<KeptFile, 'file' | 'rest' | 'loose'> => ({
  wrapper,
  base: wrapper === 'ova' ? ['AIF'] : [],
  layout: ['OVA'],
  frame,
});

const emptyLists = (): JsonObject => Object.fromEntries(graphLists.map((name) => [name, []]));

/** The file around lists that are of no file, or of one of another form. */
function newFrame(wrapper: 'aifdb' | 'ova', lists: Lists): JsonObject {
  if (wrapper === 'aifdb') return emptyLists();
  const ova = { firstname: '', surname: '', url: '', nodes: [], edges: [] };
  return { AIF: emptyLists(), text: markedText(lists.get('nodes') ?? []), OVA: ova };
}

/** The file, in the form that it came in where that is the one wished for. `isNew` says which elements are not of `main`. */
export function wholeFile(
  lists: Lists,
  main: KeptFile | null,
  wrapper: 'aifdb' | 'ova',
  isNew: (item: JsonObject) => boolean,
): JsonObject {
  if (main?.wrapper === 'ova2' && wrapper === 'ova') return putTogether(main, converted(lists, asOva2));
  if (main?.wrapper === wrapper)
    return putTogether(main, wrapper === 'ova' ? withLayout(lists, isNew) : lists);
  const plain = main?.wrapper === 'ova2' ? converted(lists, fromOva2) : lists;
  if (wrapper === 'ova')
    return putTogether(
      form(wrapper, newFrame(wrapper, plain)),
      withLayout(plain, () => true),
    );
  const graph = new Map([...plain].filter(([name]) => !name.startsWith('OVA.')));
  return putTogether(form(wrapper, newFrame(wrapper, graph)), graph);
}
