/** The wheel on the canvas: one notch is one clear step, and a trackpad's fine stream stays smooth. */

/** Height of a line and of a page, for wheels that count in those. */
const unit = [1, 33, 400] as const;
/** Zoom per px of wheel; a pinch on a trackpad comes as a wheel with Ctrl, in much smaller numbers. */
const rate = { wheel: 0.0024, pinch: 0.01 } as const;
/** No single event zooms more than this, in or out. */
const most = Math.log(1.35);

/** The factor that a wheel event zooms by. */
export function wheelFactor({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const way = -deltaY * (unit[deltaMode] ?? 1) * (ctrlKey ? rate.pinch : rate.wheel);
  return Math.exp(Math.min(most, Math.max(-most, way)));
}

/**
 * Zooms by the wheel instead of Cytoscape, whose notch is too small to be felt. To be called before
 * Cytoscape listens on the same container. `zoom` gets the factor and the point on the canvas.
 */
export function listenToWheel(
  container: HTMLElement,
  zoom: (factor: number, at: { x: number; y: number }) => void,
): () => void {
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const { left, top } = container.getBoundingClientRect();
    zoom(wheelFactor(event), { x: event.clientX - left, y: event.clientY - top });
  };
  container.addEventListener('wheel', onWheel, { capture: true, passive: false });
  return () => container.removeEventListener('wheel', onWheel, { capture: true });
}
