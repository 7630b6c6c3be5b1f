/** The order in which a reader shows an argument before a room: what is in it, and how it is made. */
import type { Presentation } from '../model/argument-records.ts';
import { argument, isShown, type Desk, type Layer } from './desk.ts';
import { commandOf, reasonAgainst, unchanged, type Move } from './moves.ts';
import { ownRecord, stamp, touched } from './own-records.ts';
import type { Command } from './store.ts';

/** Id of the reader's own presentation. */
export const ownPresentation = 'presentation-own';

/** Most that a presentation may show: what a record of it may hold. */
const most = 1_000;

const gone = 'This is not in your presentation.';

/** Whether a claim, an inference or a conflict of this id can be shown now. */
const canShow = (desk: Desk, id: string): boolean => {
  const { claims, inferences, conflicts } = argument(desk);
  return claims.has(id) || inferences.has(id) || conflicts.has(id);
};

/** Where in `steps` stands what can be shown, each thing once, in their order. */
const standing = (desk: Desk, steps: readonly string[]): readonly number[] =>
  steps.flatMap((id, at) => (steps.indexOf(id) === at && canShow(desk, id) ? [at] : []));

const own = (desk: Desk): Presentation | null => {
  const record = ownRecord(desk, ownPresentation);
  return record?.kind === 'presentation' ? record : null;
};

/** What a presentation shows now, by id: what is gone or hidden is passed over, and nothing comes twice. */
export const shownSteps = (desk: Desk, { steps }: Pick<Presentation, 'steps'>): readonly string[] =>
  standing(desk, steps).flatMap((at) => steps[at] ?? []);

/** What the reader's own presentation shows now, by id; empty where there is none. */
export const ownSteps = (desk: Desk): readonly string[] => shownSteps(desk, own(desk) ?? { steps: [] });

/** A presentation that shows something, and the layer that holds it. */
export interface Shown {
  readonly layer: Layer;
  readonly presentation: Presentation;
}

/** The presentations of all visible layers that show something now, the reader's own layer first. */
export const presentations = (desk: Desk): readonly Shown[] =>
  desk.layers
    .filter(isShown)
    .toReversed()
    .flatMap((layer) =>
      [...layer.records.values()].flatMap((presentation): Shown[] =>
        presentation.kind === 'presentation' && shownSteps(desk, presentation).length > 0
          ? [{ layer, presentation }]
          : [],
      ),
    );

const adding =
  (id: string): Move =>
  (desk) => {
    if (!canShow(desk, id)) return 'Open a claim, a step or an attack first.';
    const known = own(desk);
    const steps = known?.steps ?? [];
    if (steps.includes(id)) return 'It is in your presentation already.';
    if (steps.length >= most) return `A presentation shows ${most} things at most.`;
    const next = [...steps, id];
    const put: Presentation = known
      ? touched(known, { steps: next })
      : { kind: 'presentation', id: ownPresentation, title: 'My presentation', steps: next, ...stamp() };
    return { label: 'Add to my presentation', put: [put] };
  };

/** Adds a claim, an inference or a conflict, anybody's, as the last that the reader's own presentation shows. */
export const addToPresentation = (id: string): Command => commandOf(adding(id));

/** Why it cannot be added; null where it can. */
export const whyNotAddToPresentation = (desk: Desk, id: string): string | null =>
  reasonAgainst(desk, adding(id));

const removing =
  (index: number): Move =>
  (desk) => {
    const known = own(desk);
    const at = known ? standing(desk, known.steps)[index] : undefined;
    if (!known || at === undefined) return gone;
    const id = known.steps[at];
    const steps = known.steps.filter((step) => step !== id);
    const label = 'Take out of my presentation';
    return steps.length > 0 ? { label, put: [touched(known, { steps })] } : { label, remove: [known.id] };
  };

/** Takes out what is shown as number `index` (from 0) of the reader's own presentation; with the last it goes itself. */
export const removeFromPresentation = (index: number): Command => commandOf(removing(index));

/** Why nothing can be taken out there; null where it can. */
export const whyNotRemoveFromPresentation = (desk: Desk, index: number): string | null =>
  reasonAgainst(desk, removing(index));

const moving =
  (from: number, to: number): Move =>
  (desk) => {
    const known = own(desk);
    const places = known ? standing(desk, known.steps) : [];
    const at = places[from];
    const moved = at === undefined ? undefined : known?.steps[at];
    if (!known || moved === undefined) return gone;
    if (places[to] === undefined) return to < 0 ? 'It is the first already.' : 'It is the last already.';
    if (from === to) return unchanged;
    const others = known.steps.filter((_, one) => one !== at);
    const stand = standing(desk, others);
    // What is hidden now keeps its place behind what it follows.
    const before = to === 0 ? (stand[0] ?? 0) : (stand[to - 1] ?? 0) + 1;
    return {
      label: 'Move in my presentation',
      put: [touched(known, { steps: others.toSpliced(before, 0, moved) })],
    };
  };

/** Shows number `from` as number `to` of the reader's own presentation, both from 0; the others keep their order. */
export const moveStep = (from: number, to: number): Command => commandOf(moving(from, to));

/** Why it cannot be moved there; null where it can. */
export const whyNotMoveStep = (desk: Desk, from: number, to: number): string | null =>
  reasonAgainst(desk, moving(from, to));
