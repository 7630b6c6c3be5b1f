/** The keys of the focused canvas, as plain values. */
import type { MapView } from './map-habits.ts';
import type { Way } from './nearest.ts';
import type { NearSteps } from './neighbours.ts';

/** What a tool of the map does, or a key that stands for one. */
export type MapAction =
  | 'zoom-in'
  | 'zoom-out'
  | 'fit'
  | 'back'
  | 'forward'
  | 'find'
  | 'near'
  | 'fold'
  | 'turn'
  | 'anew'
  | 'minimap'
  | 'groups'
  | 'weigh'
  | 'export'
  | MapView;

/** What a key does on the canvas. */
export type CanvasAct =
  | { readonly do: 'step'; readonly way: Way }
  | { readonly do: 'pan'; readonly way: Way }
  | { readonly do: 'zoom'; readonly factor: number }
  | { readonly do: 'reach'; readonly by: 1 | -1 }
  | { readonly do: 'steps'; readonly steps: NearSteps }
  | { readonly do: 'tool'; readonly action: MapAction }
  | { readonly do: 'show' }
  | { readonly do: 'fold' }
  | { readonly do: 'fit' }
  | { readonly do: 'leave' };

/** The keys that are the cursor's. */
export type CursorAct = Extract<CanvasAct, { readonly do: 'step' | 'show' | 'fold' }>;

/** The keys that ask something of the pane. */
export type PaneAct = Exclude<CanvasAct, CursorAct | { readonly do: 'pan' | 'zoom' | 'fit' }>;

/** True for a key that acts where the cursor is. */
export const isCursorAct = (act: CanvasAct): act is CursorAct =>
  act.do === 'step' || act.do === 'show' || act.do === 'fold';

/** How much one key press or button press zooms. */
export const zoomStep = 1.3;

const acts: Readonly<Record<string, CanvasAct>> = {
  ArrowUp: { do: 'step', way: 'up' },
  ArrowDown: { do: 'step', way: 'down' },
  ArrowLeft: { do: 'step', way: 'left' },
  ArrowRight: { do: 'step', way: 'right' },
  '+': { do: 'zoom', factor: zoomStep },
  '=': { do: 'zoom', factor: zoomStep },
  '-': { do: 'zoom', factor: 1 / zoomStep },
  '0': { do: 'fit' },
  Enter: { do: 'show' },
  Escape: { do: 'leave' },
  f: { do: 'fold' },
  n: { do: 'tool', action: 'near' },
  '<': { do: 'reach', by: -1 },
  '>': { do: 'reach', by: 1 },
  '1': { do: 'steps', steps: 1 },
  '2': { do: 'steps', steps: 2 },
  '3': { do: 'steps', steps: 3 },
  '4': { do: 'steps', steps: 4 },
  '5': { do: 'steps', steps: 5 },
};

/** With Ctrl or Cmd: the arrows move the view and leave the reader where they are. */
const ctrlActs: Readonly<Record<string, CanvasAct>> = {
  ArrowUp: { do: 'pan', way: 'up' },
  ArrowDown: { do: 'pan', way: 'down' },
  ArrowLeft: { do: 'pan', way: 'left' },
  ArrowRight: { do: 'pan', way: 'right' },
};

/** Keys of the pane, wherever in it one is: on the canvas, in the outline, on a tool. */
const paneActs: Readonly<Record<string, MapAction>> = {
  '/': 'find',
  'ctrl f': 'find',
  'alt ArrowLeft': 'back',
  'alt ArrowRight': 'forward',
};

/** What a key press does on the canvas; null where it means nothing here, or something elsewhere. */
export function canvasAct(event: KeyboardEvent): CanvasAct | null {
  const hasCtrl = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  return (hasCtrl ? ctrlActs : acts)[event.key] ?? null;
}

/** What a key press does anywhere in the pane; null where it means nothing there. */
export function paneAct(event: KeyboardEvent): MapAction | null {
  const held = event.altKey ? 'alt ' : event.ctrlKey || event.metaKey ? 'ctrl ' : '';
  return paneActs[`${held}${event.key}`] ?? null;
}
