/** Shows the export dialog with what is drawn. */
import { argument } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import type { ExportDialog } from './export-dialog.ts';
import { exportSource } from './export-source.ts';
import type { MapCanvasElement } from './map-canvas.ts';
import { mostDrawn } from './neighbours.ts';

/**
 * Nothing happens while nothing is drawn, and where somebody else takes `export-request` over by cancelling it. Of an
 * argument too large to be drawn there is no whole. `isInView`: there is a view of the map that could be exported.
 */
export async function showExport(
  pane: HTMLElement & { readonly store: Store | null },
  dialog: ExportDialog,
  canvas: MapCanvasElement,
  isInView: boolean,
): Promise<void> {
  const isOurs = pane.dispatchEvent(new Event('export-request', { bubbles: true, cancelable: true }));
  const [shown, desk] = [canvas.placed, pane.store?.desk];
  if (!isOurs || !shown || !desk) return;
  const isDrawable = argument(desk).claims.size <= mostDrawn.whole;
  const whole = (isDrawable ? await canvas.placeWhole() : null) ?? shown;
  await dialog.show(await exportSource(desk, { shown, whole }, isInView ? canvas.view() : null));
}
