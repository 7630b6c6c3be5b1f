/** What is dragged onto the map from elsewhere: a passage, a card of the margin, words of another page or program. */
import { draggedKind, readDragged } from '../desk/dragged.ts';
import type { DragLook } from './drag-look.ts';
import type { MapLander } from './map-lander.ts';
import type { MapStage } from './map-stage.ts';
import type { Spot } from './spot.ts';

/** Id of what a spot would light; a conflict takes nothing, so it is ground. */
export const targetOf = (spot: Spot): string | null =>
  spot.kind === 'record' && spot.record.kind !== 'conflict'
    ? spot.record.id
    : spot.kind === 'group'
      ? spot.group
      : null;

/** What drops are made with. */
interface Parts {
  readonly stage: MapStage;
  readonly look: DragLook;
  readonly lander: MapLander;
}

const spotOf = ({ stage }: Parts, event: DragEvent): Spot =>
  stage.canvas?.places.spotAt(event) ?? { kind: 'empty' };

/** Something is dragged over the map: what would come of it is said and shown. */
function onOver(host: HTMLElement, parts: Parts, event: DragEvent): void {
  const transfer = event.dataTransfer;
  const kind = transfer && draggedKind(transfer.types);
  if (!kind) return;
  event.preventDefault();
  transfer.dropEffect = 'copy';
  const spot = spotOf(parts, event);
  const { left, top } = host.getBoundingClientRect();
  const at = { x: event.clientX - left, y: event.clientY - top };
  parts.stage.aim(targetOf(spot));
  parts.look.hint(parts.lander.hint(kind, spot, event.altKey), at);
}

function onDrop(parts: Parts, event: DragEvent): void {
  const { stage, lander } = parts;
  const transfer = event.dataTransfer;
  if (!stage.store || !transfer || !draggedKind(transfer.types)) return;
  event.preventDefault();
  const dragged = readDragged(stage.store.desk, transfer);
  if (!dragged) return;
  stage.stage.focus({ preventScroll: true });
  const keptAt = event.altKey ? (stage.canvas?.places.toMap(event) ?? null) : null;
  lander.land({ dragged, spot: spotOf(parts, event), at: event, keptAt });
}

/** Listens on `host` until `signal` aborts. With Alt what is dropped on the ground stays there. */
export function listenToDrops(host: HTMLElement, parts: Parts, signal: AbortSignal): void {
  const end = (): void => {
    parts.look.clear();
    parts.stage.aim(null);
  };
  const onLeave = ({ relatedTarget }: DragEvent): void => {
    if (!(relatedTarget instanceof Node) || !host.contains(relatedTarget)) end();
  };
  host.addEventListener('dragover', (event) => onOver(host, parts, event), { signal });
  host.addEventListener('dragleave', onLeave, { signal });
  host.addEventListener('drop', end, { signal });
  host.addEventListener('drop', (event) => onDrop(parts, event), { signal });
  addEventListener('dragend', end, { signal, capture: true });
}
