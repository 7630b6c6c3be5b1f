/** How one likes the map: which twin shows, which way it runs, how far a neighbourhood reaches. Plain values; each has its check. */
import type { GroupsAs } from './elements.ts';
import type { MapPlace } from './fitted-view.ts';
import type { Direction } from './layout.ts';
import { nearSteps, nearWays, type NearSteps, type NearWay } from './neighbours.ts';

/** Which of the two twins show, or the argument as text. */
export type MapView = 'map' | 'outline' | 'both' | 'prose';

/** Whether the drawn map is to be seen. */
export const hasCanvas = (view: MapView): boolean => view === 'map' || view === 'both';

export interface MapHabits {
  readonly view: MapView;
  readonly direction: Direction;
  readonly groupsAs: GroupsAs;
  readonly steps: NearSteps;
  readonly along: NearWay;
  /** Whether the small overview shows while a part of the map is out of sight. */
  readonly minimap: boolean;
}

export const firstMapHabits: MapHabits = {
  view: 'map',
  direction: 'up',
  groupsAs: 'boxes',
  steps: 1,
  along: 'both',
  minimap: true,
};

const oneOf =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);

const checks: { readonly [K in keyof MapHabits]: (value: unknown) => boolean } = {
  view: oneOf('map', 'outline', 'both', 'prose'),
  direction: oneOf('up', 'right'),
  groupsAs: oneOf('boxes', 'colour'),
  steps: oneOf(...nearSteps),
  along: oneOf(...nearWays),
  minimap: oneOf(true, false),
};

/** True for habits that are whole and sound. */
export const areMapHabits = (value: unknown): value is MapHabits =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(checks).every(([name, isSound]) => isSound((value as Record<string, unknown>)[name]));

/** Other habits were chosen; they are to be kept. */
export class MapHabitsChosen extends Event {
  readonly habits: MapHabits;

  constructor(habits: MapHabits) {
    super('map-habits-chosen', { bubbles: true });
    this.habits = habits;
  }
}

/** The map stands still somewhere, or groups were folded: where one was when one comes back. */
export class MapStood extends Event {
  /** Ids of the folded groups; null: not chosen yet. */
  readonly folded: readonly string[] | null;
  readonly place: MapPlace | null;

  constructor(folded: readonly string[] | null, place: MapPlace | null) {
    super('map-stood', { bubbles: true });
    this.folded = folded;
    this.place = place;
  }
}

declare global {
  interface HTMLElementEventMap {
    'map-stood': MapStood;
    'map-habits-chosen': MapHabitsChosen;
  }
}
