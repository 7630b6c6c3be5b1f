/** What this device remembers of the maps one looked at: how each was set, what was folded, where one was. No words of anyone. */
import type { MapPlace } from '../map/fitted-view.ts';
import { areMapHabits, firstMapHabits, type MapHabits } from '../map/map-habits.ts';

/** What is remembered of one map. */
export interface KeptMap {
  readonly habits: MapHabits;
  /** Ids of the folded groups; null: none was ever folded or opened by the reader. */
  readonly folded: readonly string[] | null;
  /** Where one was in the whole map; null: not known. */
  readonly place: MapPlace | null;
}

const key = 'warrant-maps';
/** So many maps are remembered, the last ones; and of a map so many folded groups, in ids that are no longer than this. */
const limits = { maps: 40, groups: 400, id: 200 } as const;

type Entry = readonly [of: string, kept: KeptMap];

// Small and synchronous, like the preferences: the map is drawn right the first time. Losing it costs a click.
let memory: readonly Entry[] = [];
let isRefused = false;

const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= limits.id;

function soundPlace(value: unknown): MapPlace | null {
  const { zoom, at, x, y } = (value ?? {}) as Partial<Record<keyof MapPlace, unknown>>;
  if (!isId(at) || !Number.isFinite(zoom) || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  const place = { zoom: Number(zoom), at, x: Number(x), y: Number(y) };
  const isNear = Math.abs(place.x) < 1e6 && Math.abs(place.y) < 1e6;
  return isNear && place.zoom >= 0.02 && place.zoom <= 4 ? place : null;
}

/** What of a stored entry can be taken; null for what is none. */
function sound(value: unknown): Entry | null {
  if (!Array.isArray(value) || !isId(value[0])) return null;
  const { habits, folded, place } = (value[1] ?? {}) as Partial<Record<keyof KeptMap, unknown>>;
  return [
    value[0],
    {
      habits: areMapHabits(habits) ? habits : firstMapHabits,
      folded: Array.isArray(folded) && folded.length <= limits.groups && folded.every(isId) ? folded : null,
      place: soundPlace(place),
    },
  ];
}

function read(): readonly Entry[] {
  if (isRefused) return memory;
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    const entries = Array.isArray(stored) ? stored.slice(0, limits.maps) : [];
    memory = entries.map(sound).filter((entry) => entry !== null);
  } catch {
    // Refused or damaged: this tab goes on with what it has.
  }
  return memory;
}

/** What is remembered of the map `of`; one that was never seen is set like the one seen last. */
export function keptMap(of: string): KeptMap {
  const entries = read();
  const own = entries.find(([one]) => one === of)?.[1];
  return own ?? { habits: entries[0]?.[1].habits ?? firstMapHabits, folded: null, place: null };
}

/** Remembers something of the map `of`, which is the one seen last from now on. */
export function keepMap(of: string, patch: Partial<KeptMap>): void {
  const kept = { ...keptMap(of), ...patch };
  // What is too much is not remembered in part: half of the groups folded would be a map that nobody left.
  const folded = kept.folded && kept.folded.length <= limits.groups ? kept.folded : null;
  const others = read().filter(([one]) => one !== of);
  memory = [[of, { ...kept, folded }] as const, ...others].slice(0, limits.maps);
  try {
    localStorage.setItem(key, JSON.stringify(memory));
    isRefused = false;
  } catch {
    isRefused = true;
  }
}
