/** How far away the map is, as far as words are concerned. */
import { cardMetrics } from './card.ts';

/** `near` all words can be read, `mid` only the first ones, set larger, `far` none on a card. */
export type Distance = 'near' | 'mid' | 'far';

/** Below this size on screen (px) a wording is set larger and cut short, so that it still says something. */
const readable = 7.5;
const farZoom = 0.22;

/** The distance at a zoom. */
export function distanceAt(zoom: number): Distance {
  if (cardMetrics.text * zoom >= readable) return 'near';
  return zoom < farZoom ? 'far' : 'mid';
}
