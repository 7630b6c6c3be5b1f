/** A finger that rests on the canvas asks for the menu of what is there, as the other button of a mouse does. */
import type { ScreenPoint } from '../ui/pop-menu.ts';
import { isOnCanvas } from './map-gestures.ts';

/** How long (ms) a finger rests, and how far (px) it may stray meanwhile. */
const rest = { time: 550, way: 10 } as const;

/** Listens on `host` until `signal` aborts. */
export function listenToHolding(
  host: HTMLElement,
  held: (at: ScreenPoint) => void,
  signal: AbortSignal,
): void {
  let timer = 0;
  let down: PointerEvent | null = null;
  const end = (): void => {
    clearTimeout(timer);
    down = null;
  };
  const onDown = (event: PointerEvent): void => {
    end();
    if (event.pointerType !== 'touch' || !event.isPrimary || !isOnCanvas(event.target)) return;
    down = event;
    timer = window.setTimeout(() => {
      end();
      held(event);
    }, rest.time);
  };
  const onMove = ({ clientX, clientY }: PointerEvent): void => {
    if (down && Math.hypot(clientX - down.clientX, clientY - down.clientY) > rest.way) end();
  };
  host.addEventListener('pointerdown', onDown, { signal, capture: true });
  addEventListener('pointermove', onMove, { signal, capture: true });
  // A second finger zooms, and a lifted one has pressed.
  addEventListener('pointerup', end, { signal, capture: true });
  addEventListener('pointercancel', end, { signal, capture: true });
  signal.addEventListener('abort', end);
}
