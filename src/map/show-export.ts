/** Shows the export dialog with what is drawn. */
import type { Desk } from '../desk/desk.ts';
import type { ExportDialog } from './export-dialog.ts';
import { exportSource } from './export-source.ts';
import type { MapCanvasElement } from './map-canvas.ts';

/** Nothing happens while nothing is drawn. `isInView`: there is a view of the map that could be exported. */
export async function showExport(
  dialog: ExportDialog,
  desk: Desk,
  canvas: MapCanvasElement,
  isInView: boolean,
): Promise<void> {
  const shown = canvas.placed;
  if (!shown) return;
  const whole = (await canvas.placeWhole()) ?? shown;
  await dialog.show(await exportSource(desk, { shown, whole }, isInView ? canvas.view() : null));
}
