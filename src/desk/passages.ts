/** Passages: where the claims, annotations and supports of a desk stand in its paper. Derived, cached. */
import { anchor, type Placement } from '../anchoring/anchor.ts';
import type { PaperText } from '../model/paper-text.ts';
import type { Annotation, Claim, NotebookRecord, Support, Target } from '../model/records.ts';
import { derived, supports, visibleRecords, type Desk, type Focus, type Layer } from './desk.ts';

/** A record's resolved range in the open paper, in code points. */
export interface Passage {
  readonly kind: 'claim' | 'annotation' | 'support';
  /** Id of the record; of the note (`fn53`) where it is a support. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly record: Claim | Annotation | Support;
}

/** What could be placed, in the order of the text, and what no longer resolves. */
export interface Placed {
  readonly passages: readonly Passage[];
  /** Ids of records of which no target resolves. */
  readonly orphans: readonly string[];
}

const placements = new WeakMap<PaperText, WeakMap<Target, { readonly found: Placement | null }>>();

/** Where a target stands in a text; asked once for each target. */
export function place(text: PaperText, target: Target): Placement | null {
  let known = placements.get(text);
  if (!known) placements.set(text, (known = new WeakMap()));
  let answer = known.get(target);
  if (!answer) known.set(target, (answer = { found: anchor(text, target) }));
  return answer.found;
}

const hasTargets = (record: NotebookRecord): record is Claim | Annotation =>
  record.kind === 'claim' || record.kind === 'annotation';

const placedFor = derived((text: PaperText) =>
  derived((layers: readonly Layer[]): Placed => {
    const passages: Passage[] = [];
    const orphans: string[] = [];
    for (const record of visibleRecords(layers)) {
      if (!hasTargets(record)) continue;
      const found = record.targets.map((target) => place(text, target)).filter((one) => one !== null);
      if (found.length === 0 && record.targets.length > 0) orphans.push(record.id);
      for (const { start, end } of found) {
        passages.push({ kind: record.kind, id: record.id, start, end, record });
      }
    }
    passages.sort((one, other) => one.start - other.start || other.end - one.end);
    return { passages, orphans };
  }),
);

/** The passages of all visible layers and what has lost its place. */
export const placed = (desk: Desk): Placed => placedFor(desk.paper.text)(desk.layers);

const supportedFor = derived((text: PaperText) =>
  derived((known: ReadonlyMap<string, Support>): readonly Passage[] =>
    [...known.values()].flatMap((record): Passage[] => {
      const found = place(text, record.target);
      if (!found) return [];
      return [{ kind: 'support', id: record.note, start: found.start, end: found.end, record }];
    }),
  ),
);

/** What the notes support, as passages; their ids are those of the notes. */
export const supported = (desk: Desk): readonly Passage[] => supportedFor(desk.paper.text)(supports(desk));

/** The ranges that a thing lights in the text; empty where it has none. */
export function rangesOf(desk: Desk, focus: Focus): readonly { start: number; end: number }[] {
  if (focus.kind === 'claim' || focus.kind === 'annotation') {
    return placed(desk).passages.filter((one) => one.kind === focus.kind && one.id === focus.id);
  }
  if (focus.kind === 'note') {
    return supported(desk).filter((one) => one.id === focus.id);
  }
  return [];
}
