/** The notebooks of a desk held against each other: what each argues, by itself, and where it stands in the paper. */
import type { Span, ToldClaim } from '../model/alike-claims.ts';
import { buildArgument, endsOf, type Argument } from '../model/argument.ts';
import type { Claim } from '../model/argument-records.ts';
import { compareArguments, type Comparison, type Side, type ToldArgument } from '../model/comparison.ts';
import { mergeMaps, type MergedMap } from '../model/merged-map.ts';
import type { NotebookRecord } from '../model/records.ts';
import { fold } from '../text/fold.ts';
import { derived, type Desk, type Layer } from './desk.ts';
import { otherId } from './distinct.ts';
import { place } from './passages.ts';

/** What a notebook has as it was written, not only what the desk shows of it. */
const recordsOf = (layer: Layer): ReadonlyMap<string, NotebookRecord> =>
  layer.opened?.records ?? layer.records;

const claimCount = derived(
  (records: ReadonlyMap<string, NotebookRecord>): number =>
    [...records.values()].filter(({ kind }) => kind === 'claim' || kind === 'inference').length,
);

/** The notebooks that argue anything, shown or hidden; one that is held back is not among them. */
export const comparable = (desk: Desk): readonly Layer[] =>
  desk.layers.filter((layer) => layer.before === 0 && claimCount(recordsOf(layer)) > 0);

/** Ids that steps and attacks of a notebook name. */
const namedBy = (record: NotebookRecord): readonly string[] =>
  record.kind === 'preference' ? [] : endsOf(record);

/** The argument of one notebook: its own records, and those of others on which it builds. */
function argumentOf(layers: readonly Layer[], layer: Layer): Argument {
  const own = recordsOf(layer);
  const records = new Map(own);
  // The list grows while it is walked: an attack on another's step brings the step, and the step its claims.
  const open = [...own.values()].flatMap(namedBy);
  for (const id of open) {
    if (records.has(id)) continue;
    const record = layers.map((one) => one.records.get(id)).find((one) => one !== undefined);
    if (record?.kind !== 'claim' && record?.kind !== 'inference') continue;
    records.set(id, record);
    open.push(...namedBy(record));
  }
  return buildArgument(records.values());
}

const wordsOf = (wording: string): ReadonlySet<string> =>
  new Set(fold(wording).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);

function told(desk: Desk, claim: Claim): ToldClaim {
  const spans = claim.targets.flatMap((target): Span[] => {
    const at = place(desk, target);
    return at ? [{ start: at.start, end: at.end }] : [];
  });
  return { claim, spans, words: wordsOf(claim.wording) };
}

/** Two notebooks, held against each other. */
export interface Compared {
  readonly left: Layer;
  readonly right: Layer;
  /** What each argues by itself. */
  readonly arguments: Readonly<Record<Side, Argument>>;
  readonly comparison: Comparison;
  /** Both as one argument. */
  readonly map: MergedMap;
}

function compare(desk: Desk, left: Layer, right: Layer): Compared {
  const sideOf = (layer: Layer): ToldArgument => ({
    argument: argumentOf(desk.layers, layer),
    told: (claim) => told(desk, claim),
  });
  const [ours, theirs] = [sideOf(left), sideOf(right)];
  const comparison = compareArguments(ours, theirs);
  const both = { left: ours.argument, right: theirs.argument };
  return { left, right, arguments: both, comparison, map: mergeMaps(both.left, both.right, comparison) };
}

let last: { readonly of: readonly unknown[]; readonly compared: Compared } | null = null;

/** Compares two notebooks by their ids; null where one of them is not open any more. The last result is kept. */
export function compareLayers(desk: Desk, left: string, right: string): Compared | null {
  const find = (id: string): Layer | undefined => comparable(desk).find((layer) => layer.id === id);
  const [one, other] = [find(left), find(right)];
  if (!one || !other) return null;
  const of = [desk.paper, desk.layers, desk.placings, left, right];
  if (last && of.every((value, at) => value === last?.of[at])) return last.compared;
  const compared = compare(desk, one, other);
  last = { of, compared };
  return compared;
}

/** The id by which the desk knows a record of a notebook: another where its own stood for something else. */
export function deskId(layer: Layer, id: string): string {
  const other = otherId(layer.id, id);
  return !layer.records.has(id) && layer.records.has(other) ? other : id;
}
