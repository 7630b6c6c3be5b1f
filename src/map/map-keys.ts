/** The keys of the focused canvas, as plain values. */
import type { Way } from './nearest.ts';

/** What a key does on the canvas. */
export type CanvasAct =
  | { readonly do: 'step'; readonly way: Way }
  | { readonly do: 'zoom'; readonly factor: number }
  | { readonly do: 'show' }
  | { readonly do: 'fold' }
  | { readonly do: 'fit' }
  | { readonly do: 'leave' };

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
};

/** What a key press does; null where it means nothing here, or something elsewhere (with Ctrl, Alt, Cmd). */
export function canvasAct(event: KeyboardEvent): CanvasAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return acts[event.key] ?? null;
}
