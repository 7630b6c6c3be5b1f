/**
 * The form of an AIF file: where in it the lists are (bare as in AIFdb, under `AIF` as in xAIF and OVA 3, or as OVA 2
 * has them), and the taking apart and putting together of the file around them.
 */
import { edgeEnd, listNames, nodeId, type ListName } from './aif-names.ts';
import { isObject, own, type JsonObject } from './json-values.ts';

export const wrappers = ['aifdb', 'ova', 'ova2'] as const;
/** `aifdb`: bare; `ova`: wrapped, with a layout beside it or without; `ova2`: bare, with ids and ends named otherwise. */
export type Wrapper = (typeof wrappers)[number];

/** A file taken apart. */
export interface AifFile {
  readonly wrapper: Wrapper;
  /** Keys from the root to the object that holds `nodes`. */
  readonly base: readonly string[];
  /** Keys from the root to the object that holds OVA's layout. */
  readonly layout: readonly string[];
  /** The file with its lists empty. */
  readonly frame: JsonObject;
  /** The lists that the file has. */
  readonly lists: ReadonlyMap<ListName, readonly unknown[]>;
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((inner: unknown, key) => own(inner, key), value);

/** `value` with what stands at the end of a path replaced; where there is nothing on the way objects are made. */
export function withAt(value: unknown, path: readonly string[], put: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  const before = isObject(value) ? value : {};
  const entry = [key, withAt(own(before, key), rest, put)] as const;
  const entries = Object.entries(before).map((one) => (one[0] === key ? entry : one));
  return Object.fromEntries(Object.hasOwn(before, key) ? entries : [...entries, entry]);
}

/** The keys from the root to a list. */
export function listPath({ base, layout }: Pick<AifFile, 'base' | 'layout'>, name: ListName): string[] {
  return name.startsWith('OVA.') ? [...layout, name.slice('OVA.'.length)] : [...base, name];
}

const looksLikeNode = (item: unknown): boolean =>
  isObject(item) && (nodeId(item) !== null || typeof own(item, 'text') === 'string');
const looksLikeEdge = (item: unknown): boolean =>
  isObject(item) && (edgeEnd(item, 'from') !== null || edgeEnd(item, 'to') !== null);

function isBase(value: unknown): boolean {
  const [nodes, edges] = [own(value, 'nodes'), own(value, 'edges')];
  if (Array.isArray(nodes) && nodes.length > 0) return nodes.some(looksLikeNode);
  if (Array.isArray(edges) && edges.length > 0) return edges.some(looksLikeEdge);
  return Array.isArray(nodes) && (Array.isArray(edges) || edges === null);
}

const usualPlaces = [
  ['AIF'],
  ['aif'],
  [],
  ['xaif', 'AIF'],
  ['xAIF', 'AIF'],
  ['nodeset'],
  ['data', 'AIF'],
  ['data'],
];

function layoutPath(value: unknown, base: readonly string[]): readonly string[] {
  const above = base.slice(0, -1);
  const known = ['OVA', 'ova'].map((key) => [...above, key]).find((path) => isObject(at(value, path)));
  return known ?? [...above, 'OVA'];
}

function wrapperOf(base: unknown, isBare: boolean): Wrapper {
  if (!isBare) return 'ova';
  const [first] = (own(base, 'nodes') as readonly unknown[] | undefined) ?? [];
  return own(first, 'nodeID') === undefined && own(first, 'id') !== undefined ? 'ova2' : 'aifdb';
}

/** Takes a file apart; null for JSON that is no AIF. */
export function takeApart(value: unknown): AifFile | null {
  const base = usualPlaces.find((path) => isBase(at(value, path)));
  if (!base || !isObject(value)) return null;
  const layout = layoutPath(value, base);
  const lists = new Map<ListName, readonly unknown[]>();
  let frame: unknown = value;
  for (const name of listNames) {
    const path = listPath({ base, layout }, name);
    const found = at(value, path);
    if (!Array.isArray(found)) continue;
    lists.set(name, found);
    frame = withAt(frame, path, []);
  }
  const wrapper = wrapperOf(at(value, base), base.length === 0);
  return { wrapper, base, layout, frame: frame as JsonObject, lists };
}

/** Puts a file together: its lists, put into its frame. Lists that the frame lacks are made where they hold something. */
export function putTogether(
  form: Omit<AifFile, 'lists'>,
  lists: ReadonlyMap<ListName, readonly unknown[]>,
): JsonObject {
  let value: unknown = form.frame;
  for (const [name, items] of lists) {
    const path = listPath(form, name);
    if (items.length > 0 || Array.isArray(at(value, path))) value = withAt(value, path, items);
  }
  return value as JsonObject;
}
