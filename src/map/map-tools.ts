/** Building on the canvas: joins what the pointer and the keys do there with menus, writing and choosing. */
import { argument, type Desk, type Focus } from '../desk/desk.ts';
import { ownRecord } from '../desk/own-records.ts';
import { remove, whyNotRemove } from '../desk/remove-commands.ts';
import { relate } from '../desk/relation-commands.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { chosenActs } from './chosen-acts.ts';
import { DragLook } from './drag-look.ts';
import type { Point } from './layout.ts';
import { chosenOf, claimsOfNode, MapChooser } from './map-chooser.ts';
import type { MapCursor } from './map-cursor.ts';
import { listenToHolding } from './map-holding.ts';
import { MapHandle } from './map-handle.ts';
import { listenToDrops } from './map-dropping.ts';
import { MapHands } from './map-hands.ts';
import type { BuildAct } from './build-keys.ts';
import type { CanvasAct } from './map-keys.ts';
import type { Way } from './nearest.ts';
import { MapLander } from './map-lander.ts';
import { isOnCanvas } from './map-gestures.ts';
import { MapMenus, nameOf, pointUnder, spotUnder } from './map-menus.ts';
import type { MapStage } from './map-stage.ts';
import { MapWriting } from './map-writing.ts';
import type { MenuParts } from './menu-parts.ts';

/** A claim that is being chosen for something. */
export interface Aim {
  readonly words: string;
  take(claim: string): void;
}

/** Everything one builds with on the canvas of one stage. */
export class MapTools {
  readonly chooser: MapChooser;
  readonly writing: MapWriting;
  readonly handle: MapHandle;
  /** What something that is dragged would land on; null for nothing. */
  target: string | null = null;
  readonly parts: MenuParts;
  /** For what a claim is being chosen; null where none is. */
  aiming: Aim | null = null;
  readonly #stage: MapStage;
  readonly #cursor: MapCursor;
  readonly #lander: MapLander;
  readonly #menus: MapMenus;

  constructor(stage: MapStage, cursor: MapCursor) {
    this.#stage = stage;
    this.#cursor = cursor;
    this.#lander = new MapLander(stage);
    this.chooser = new MapChooser(stage);
    this.writing = new MapWriting(stage);
    this.handle = new MapHandle(stage);
    this.parts = {
      stage,
      chooser: this.chooser,
      writing: this.writing,
      aim: (words, take) => this.#aim({ words, take }),
    };
    this.#menus = new MapMenus(this.parts, cursor);
  }

  /** Listens on the element of the stage until `signal` aborts. */
  listen(signal: AbortSignal): void {
    const { element } = this.#stage;
    const look = new DragLook(element);
    const [stage, lander, chooser] = [this.#stage, this.#lander, this.chooser];
    new MapHands(
      element,
      {
        stage,
        look,
        lander,
        chooser,
        tapped: (record) => this.tapped(record),
        drawnOut: (from, at) => this.#drawOut(from, at),
      },
      signal,
    );
    listenToDrops(element, { stage, look, lander }, signal);
    listenToHolding(element, (at) => this.#menus.openAt(at), signal);
    element.addEventListener('dblclick', (event) => this.#onDouble(event), { signal });
    element.addEventListener('contextmenu', (event) => this.#menus.onMenu(event), { signal });
  }

  /** Lights what something would land on; false where that is so already. */
  aimAt(target: string | null): boolean {
    const isNew = target !== this.target;
    this.target = target;
    return isNew;
  }

  /** A frame was painted: what lies above the canvas moves with it. */
  painted(): void {
    this.writing.place();
    this.handle.place();
  }

  /** The reader is done with choosing. */
  leaveChoosing(): void {
    this.chooser.clear();
    this.#stage.stage.focus({ preventScroll: true });
  }

  /** A record was pressed: it is shown in the other faces, or taken for what a claim was being chosen for. */
  tapped(record: Focus): void {
    const { stage, store } = this.#stage;
    // The finger that has held a card is lifted: its menu is open.
    if (this.#menus.isOpen) return;
    stage.focus({ preventScroll: true });
    if (!this.#take(record)) store?.reveal(record, 'map');
  }

  /** Does what a key of building does. */
  build(act: BuildAct): void {
    const at = this.#cursor.at;
    if (act.do === 'extend') this.#extend(act.way);
    else if (act.do === 'choose-all') this.chooser.all();
    else if (act.do === 'write') this.#write();
    else if (act.do === 'new') this.#new();
    else if (act.do === 'delete') this.#delete();
    else if (act.do === 'menu') this.#menus.openAtCursor();
    else if (at !== null) this.chooser.toggleNode(at);
  }

  /** Takes a key of the canvas for what is going on: Enter takes a claim, Escape leaves; false where nothing is. */
  takes(act: CanvasAct): boolean {
    if (act.do === 'leave') return this.#leave();
    const focus = this.#focus;
    return act.do === 'show' && focus !== null && this.#take(focus);
  }

  /** The walk chooses what it leaves and what it reaches. */
  #extend(way: Way): void {
    const desk = this.#stage.store?.desk;
    const before = this.#cursor.at;
    this.#cursor.do({ do: 'step', way });
    const nodes = [before, this.#cursor.at].filter((one) => one !== null);
    if (desk) this.chooser.add(nodes.flatMap((node) => claimsOfNode(desk, node)));
  }

  get #focus(): Focus | null {
    return this.#stage.store?.desk.session.focus ?? null;
  }

  #aim(aim: Aim | null): void {
    this.aiming = aim;
    this.#stage.say(aim?.words ?? '');
    if (aim) this.#stage.stage.focus({ preventScroll: true });
  }

  #take(record: Focus): boolean {
    const { aiming } = this;
    if (!aiming || record.kind !== 'claim') return false;
    this.#aim(null);
    aiming.take(record.id);
    return true;
  }

  /** Escape: out of what is going on, one thing at a time; false where nothing is. */
  #leave(): boolean {
    if (this.aiming) {
      this.#aim(null);
      this.#stage.say('Nothing was chosen for it.');
      return true;
    }
    return this.chooser.clear();
  }

  #write(): void {
    const focus = this.#focus;
    const { group } = this.#cursor;
    if (group !== null) this.#rename(group);
    else if (focus?.kind === 'claim') this.writing.edit(focus.id);
  }

  #rename(group: string): void {
    const { store, element } = this.#stage;
    if (store && ownRecord(store.desk, group)) this.writing.rename(group);
    else element.dispatchEvent(new Announce('This group is not yours to name.'));
  }

  /** A new claim near the focused one, or in the middle of what shows. */
  #new(): void {
    const desk = this.#stage.store?.desk;
    const view = this.#stage.canvas?.view();
    const focus = this.#focus;
    const group = desk && focus ? (argument(desk).claims.get(focus.id)?.group ?? null) : null;
    const at = view ? { x: view.x + view.width / 2, y: view.y + view.height / 2 } : this.#middle();
    this.writing.begin(at, this.#cursor.group ?? group);
  }

  /** The middle of the stage, where no map is drawn yet. */
  #middle(): Point {
    const { clientWidth, clientHeight } = this.#stage.stage;
    return { x: clientWidth / 2, y: clientHeight / 2 };
  }

  /** Deletes what is chosen, else what is focused. */
  #delete(): void {
    const { store } = this.#stage;
    const focus = this.#focus;
    if (!store) return;
    if (chosenOf(store.desk).length > 0) this.#deleteChosen(store.desk);
    else if (focus && focus.kind !== 'note' && focus.kind !== 'source') this.#deleteOne(store, focus);
  }

  #deleteChosen(desk: Desk): void {
    const act = chosenActs(this.parts, desk).find((one) => one.isGrave);
    if (act?.why) this.#stage.element.dispatchEvent(new Announce(act.why));
    else act?.run();
  }

  #deleteOne(store: Store, focus: Focus): void {
    const why = whyNotRemove(store.desk, focus.id);
    if (why === null && store.run(remove(focus.id))) store.setSession({ focus: null });
    const words = why ?? `The ${nameOf(focus)} is deleted`;
    this.#stage.element.dispatchEvent(new Announce(words, why === null ? 'undo' : null));
  }

  #drawOut(from: string, at: Point): void {
    const desk = this.#stage.store?.desk;
    const group = desk ? (argument(desk).claims.get(from)?.group ?? null) : null;
    this.writing.begin(at, group, (made) => relate('supports', from, made));
  }

  #onDouble(event: MouseEvent): void {
    if (!isOnCanvas(event.target)) return;
    const [spot, at] = [spotUnder(this.#stage, event), pointUnder(this.#stage, event)];
    if (spot.kind === 'record' && spot.record.kind === 'claim') this.writing.edit(spot.record.id);
    else if (spot.kind === 'empty') this.writing.begin(at, null);
    else if (spot.kind === 'group' && !spot.isTitle) this.writing.begin(at, spot.group);
  }
}
