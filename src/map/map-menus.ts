/** Opens the menu of what is at a point of the canvas, or where the keys are. */
import type { Focus } from '../desk/desk.ts';
import type { ScreenPoint } from '../ui/pop-menu.ts';
import { chosenActs } from './chosen-acts.ts';
import { recordMenu } from './claim-menu.ts';
import { groundMenu } from './ground-menu.ts';
import { groupMenu } from './group-menu.ts';
import type { Point } from './layout.ts';
import { chosenOf } from './map-chooser.ts';
import type { MapCursor } from './map-cursor.ts';
import { isOnCanvas } from './map-gestures.ts';
import type { MapStage } from './map-stage.ts';
import type { MenuParts } from './menu-parts.ts';
import type { Spot } from './spot.ts';

/** What a record is called in sentences. */
export const nameOf = ({ kind }: Focus): string =>
  kind === 'inference' ? 'step' : kind === 'conflict' ? 'attack' : kind;

/** What lies under a point of the screen. */
export const spotUnder = ({ canvas }: MapStage, at: ScreenPoint): Spot =>
  canvas?.places.spotAt(at) ?? { kind: 'empty' };

/** A point of the screen in map px; within the stage where no map is drawn yet. */
export function pointUnder({ canvas, stage }: MapStage, at: ScreenPoint): Point {
  const { left, top } = stage.getBoundingClientRect();
  return canvas?.places.toMap(at) ?? { x: at.clientX - left, y: at.clientY - top };
}

/** Makes menus and opens them. */
export class MapMenus {
  readonly #parts: MenuParts;
  readonly #cursor: MapCursor;

  constructor(parts: MenuParts, cursor: MapCursor) {
    this.#parts = parts;
    this.#cursor = cursor;
  }

  /** A menu is asked for by the pointer, or by a key that the browser turns into the same event. */
  onMenu(event: MouseEvent): void {
    if (!isOnCanvas(event.target)) return;
    event.preventDefault();
    // A key asks without a pointer.
    if ((event as PointerEvent).pointerType === '' && event.button !== 2) this.openAtCursor();
    else this.openAt(event);
  }

  /** Opens the menu of what is at a point of the screen. */
  openAt(at: ScreenPoint): void {
    this.#open(spotUnder(this.#parts.stage, at), at);
  }

  /** Whether a menu shows. */
  get isOpen(): boolean {
    return this.#parts.stage.element.querySelector('[role="menu"]') !== null;
  }

  /** Opens the menu of what the keys are at. */
  openAtCursor(): void {
    const { canvas, stage } = this.#parts.stage;
    const spot = this.#spotAtCursor();
    const id = spot.kind === 'group' ? spot.group : spot.kind === 'record' ? spot.record.id : null;
    const place = id === null ? null : (canvas?.places.placeOf(id) ?? null);
    const { left, top, width, height } = stage.getBoundingClientRect();
    const at = (place && canvas?.places.toStage(place)) ?? { x: width / 2, y: height / 2 };
    this.#open(spot, { clientX: left + at.x, clientY: top + at.y });
  }

  #spotAtCursor(): Spot {
    const { group } = this.#cursor;
    const { store, canvas } = this.#parts.stage;
    const focus = store?.desk.session.focus ?? null;
    if (group !== null) return { kind: 'group', group, isFolded: true, isTitle: true };
    return focus && canvas?.places.placeOf(focus.id)
      ? { kind: 'record', record: focus, node: focus.id, group: null }
      : { kind: 'empty' };
  }

  #open(spot: Spot, at: ScreenPoint): void {
    const desk = this.#parts.stage.store?.desk;
    if (!desk) return;
    const parts = this.#parts;
    const { stage } = parts;
    const chosen = chosenOf(desk);
    if (spot.kind === 'record' && chosen.length > 1 && chosen.includes(spot.record.id))
      this.#parts.stage.menu(`${chosen.length} chosen`, [{ entries: chosenActs(parts, desk) }], at);
    else if (spot.kind === 'record') {
      this.#parts.stage.store?.setSession({ focus: spot.record });
      this.#parts.stage.menu(`This ${nameOf(spot.record)}`, recordMenu(parts, desk, spot.record), at);
    } else if (spot.kind === 'group')
      this.#parts.stage.menu('This group', groupMenu(parts, desk, spot.group, pointUnder(stage, at)), at);
    else this.#parts.stage.menu('The map', groundMenu(parts, desk, pointUnder(stage, at)), at);
  }
}
