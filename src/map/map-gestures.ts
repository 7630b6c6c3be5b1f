/** The pointer at work on the canvas: pressing, choosing, moving cards, drawing a relation, a band around several. */
import type { Focus } from '../desk/desk.ts';
import type { Point } from './layout.ts';
import type { Spot } from './spot.ts';

/** What is done with the pointer while it is down. */
export type Gesture =
  | { readonly kind: 'press'; readonly record: Focus }
  | { readonly kind: 'move' | 'relate'; readonly claim: string }
  | { readonly kind: 'band' };

/** What a gesture has come to: where it began and where it is, in map px, and what lies there. */
export interface Drag {
  readonly gesture: Gesture;
  readonly from: Point;
  readonly to: Point;
  readonly spot: Spot;
  readonly event: PointerEvent;
}

/** What the gestures ask and tell. */
export interface GestureListener {
  /** What lies under the pointer. */
  spotAt(event: PointerEvent): Spot;
  toMap(event: PointerEvent): Point;
  /** A record was pressed; `adds`: with Shift, Ctrl or Cmd, which chooses it with others. */
  pressed(record: Focus, adds: boolean): void;
  dragging(drag: Drag): void;
  dropped(drag: Drag): void;
  /** The gesture is over, one way or the other. */
  ended(): void;
}

/** How far (px) the pointer goes before a press becomes a drag. */
const threshold = 5;

const adds = (event: PointerEvent): boolean => event.shiftKey || event.ctrlKey || event.metaKey;

/** Whether something happened on the canvas or on a card's handle, not in what else lies above it. */
export const isOnCanvas = (target: EventTarget | null): boolean =>
  // What is pressed has the pointer captured by the whole element until it is let go.
  target instanceof Element && target.matches('map-canvas, .map-stage, .map-stage *, .map-handle');

/** What a press at a spot begins; null where it is not ours: then the canvas pans, or a link or a group is pressed. */
function begunAt(event: PointerEvent, spot: Spot): Gesture | null {
  const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('.map-handle') : null;
  const claim = handle?.dataset['claim'];
  if (claim !== undefined) return { kind: 'relate', claim };
  if (spot.kind === 'record' && (spot.record.kind === 'claim' || adds(event)))
    return { kind: 'press', record: spot.record };
  return event.shiftKey && spot.kind !== 'record' ? { kind: 'band' } : null;
}

/** A gesture under way. */
interface Begun {
  readonly gesture: Gesture;
  readonly event: PointerEvent;
  readonly from: Point;
  readonly isDrag: boolean;
}

/** A press on a claim that goes on as a drag moves it. */
const dragged = (gesture: Gesture): Gesture =>
  gesture.kind === 'press' && gesture.record.kind === 'claim'
    ? { kind: 'move', claim: gesture.record.id }
    : gesture;

/** Knows what the pointer is doing. A finger pans and taps as ever: whatever dragging does is in the menu of a card too. */
export class Gestures {
  readonly #host: HTMLElement;
  readonly #listener: GestureListener;
  #begun: Begun | null = null;

  /** Listens on `host`, around the canvas, until `signal` aborts. */
  constructor(host: HTMLElement, listener: GestureListener, signal: AbortSignal) {
    this.#host = host;
    this.#listener = listener;
    host.addEventListener('pointerdown', (event) => this.#onDown(event), { signal, capture: true });
    // The canvas below would pan by what is ours.
    const stop = (event: Event): void => {
      if (this.#begun) event.stopPropagation();
    };
    host.addEventListener('mousedown', stop, { signal, capture: true });
    host.addEventListener('pointermove', (event) => this.#onMove(event), { signal });
    host.addEventListener('pointerup', (event) => this.#onUp(event), { signal });
    host.addEventListener('pointercancel', () => this.#end(), { signal });
    addEventListener('keydown', (event) => this.#onKey(event), { signal, capture: true });
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch' || !event.isPrimary) return;
    const gesture = isOnCanvas(event.target) ? begunAt(event, this.#listener.spotAt(event)) : null;
    if (!gesture) return;
    const from = this.#listener.toMap(event);
    this.#begun = { gesture, event, from, isDrag: gesture.kind === 'relate' };
    this.#host.setPointerCapture(event.pointerId);
    event.stopPropagation();
  }

  #onMove(event: PointerEvent): void {
    const begun = this.#begun;
    if (!begun) return;
    const { clientX, clientY } = begun.event;
    const isFar = Math.hypot(event.clientX - clientX, event.clientY - clientY) > threshold;
    if (!begun.isDrag && !isFar) return;
    this.#begun = { ...begun, isDrag: true, gesture: dragged(begun.gesture) };
    this.#listener.dragging(this.#dragOf(this.#begun, event));
  }

  #onUp(event: PointerEvent): void {
    const begun = this.#begun;
    if (!begun) return;
    const drag = this.#dragOf(begun, event);
    this.#end();
    if (begun.isDrag) this.#listener.dropped(drag);
    else if (begun.gesture.kind === 'press') this.#listener.pressed(begun.gesture.record, adds(event));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#begun) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  }

  #dragOf({ gesture, from }: Begun, event: PointerEvent): Drag {
    return { gesture, from, to: this.#listener.toMap(event), spot: this.#listener.spotAt(event), event };
  }

  #end(): void {
    if (!this.#begun) return;
    this.#begun = null;
    this.#listener.ended();
  }
}
