/** Wordings written on the map itself: keeps the field over its card, whatever the canvas does beneath. */
import { draftClaim, editClaim } from '../desk/claim-commands.ts';
import { argument, canEdit, layerOf, ownLayer } from '../desk/desk.ts';
import { whyOnlyRead } from '../desk/moves.ts';
import { renameGroup } from '../desk/group-commands.ts';
import type { Command } from '../desk/store.ts';
import { together } from '../desk/together.ts';
import { Announce } from '../desk/requests.ts';
import { newId } from '../notebook/id.ts';
import type { CardField, Writing } from './card-field.ts';
import type { StageBox } from './drag-look.ts';
import { shownAs } from './fold.ts';
import type { Box, Point } from './layout.ts';
import type { MapStage } from './map-stage.ts';

/** Size (map px) of the field of a claim that has no card yet. */
const blank = { width: 232, height: 64 } as const;
/** Room (px) between the field and the rim of the stage. */
const rim = 8;
/** Height (map px) of the field over a group's title. */
const titleHeight = 44;

/** Why a claim cannot be worded here; null where it can. */
export function whyNotWrite(stage: MapStage, claim: string): string | null {
  const desk = stage.store?.desk;
  if (!desk || !argument(desk).claims.has(claim)) return 'The claim is gone.';
  if (canEdit(desk, claim)) return null;
  return `This claim belongs to “${layerOf(desk, claim)?.name ?? 'another layer'}”, which you can read but not change.`;
}

/** Opens the field, places it, and closes it. */
export class MapWriting {
  readonly #stage: MapStage;
  /** Where the field was begun, in map px, until what it is for is drawn. */
  #at: Point = { x: 0, y: 0 };
  /** Whether a claim is made of what is written. */
  #isMaking = false;
  /** Where the field stands on the screen: a card that is drawn newly is brought under it. */
  #screen: StageBox | null = null;

  constructor(stage: MapStage) {
    this.#stage = stage;
  }

  /** Whether a wording is being written. */
  get isOpen(): boolean {
    return Boolean(this.#field?.now);
  }

  /** Opens the field over a claim of the reader's own; says why not where it is not theirs. */
  edit(claim: string): void {
    const why = whyNotWrite(this.#stage, claim);
    if (why !== null) {
      this.#stage.element.dispatchEvent(new Announce(why));
      return;
    }
    const { store, folded } = this.#stage;
    const shown = store ? shownAs(argument(store.desk), folded, claim) : claim;
    if (shown !== claim) this.#stage.fold(shown, false);
    this.#stage.want(claim);
    void this.#open({
      record: claim,
      name: 'Wording of the claim',
      words: store ? (argument(store.desk).claims.get(claim)?.wording ?? '') : '',
      keep: (wording, writing) => editClaim(claim, { wording }, writing),
    });
  }

  /** Opens the field over the title of a group of the reader's own. */
  rename(group: string): void {
    const { store, canvas } = this.#stage;
    const title = store ? argument(store.desk).groups.get(group)?.title : undefined;
    if (title === undefined) return;
    const view = canvas?.view();
    if (view) this.#at = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    void this.#open({
      record: group,
      name: 'Title of the group',
      words: title,
      keep: (words, writing) => renameGroup(group, words, writing),
    });
  }

  /**
   * Opens a field for a new claim at a point of the map; it is no record until something is said. `bearing` says, of
   * its id, how it is related as soon as it is there.
   */
  begin(at: Point, group: string | null, bearing: ((claim: string) => Command) | null = null): void {
    const claim = newId();
    this.#at = at;
    const making = (wording: string, writing: string): Command =>
      together(
        'Make claim',
        [draftClaim({ id: claim, wording, group }), ...(bearing ? [bearing(claim)] : [])],
        // What is written on is the same step of undo.
        `write ${claim} ${writing}`,
      );
    const keep = (wording: string, writing: string): Command =>
      this.#isThere(claim) ? editClaim(claim, { wording }, writing) : making(wording, writing);
    void this.#open({ record: claim, name: 'Wording of the new claim', words: '', keep }, true);
  }

  #isThere(claim: string): boolean {
    const { store } = this.#stage;
    return store !== null && ownLayer(store.desk).records.has(claim);
  }

  /** The writing is over: what it was for is done, and the keys are at the claim. */
  end(): void {
    const field = this.#field;
    const writing = field?.now;
    if (!field || !writing) return;
    const hadFocus = field.contains(document.activeElement);
    field.close();
    this.#screen = null;
    if (hadFocus) this.#stage.stage.focus({ preventScroll: true });
    if (!this.#isMaking || !this.#isThere(writing.record)) return;
    this.#stage.want(writing.record);
    this.#stage.element.dispatchEvent(new Announce('Claim made', 'undo'));
  }

  /** Lays the field over its card, or where it was begun. To be called after each frame of the canvas. */
  place(): void {
    const field = this.#field;
    const writing = field?.now;
    if (!field || !writing) return;
    const box = this.#boxOf(writing.record);
    if (box && this.#screen) return this.#bringUnder(writing.record, this.#screen);
    const screen = this.#boxOnScreen(box ?? { ...this.#at, ...blank });
    this.#screen = this.#isMaking && !box ? screen : null;
    field.place(this.#within(screen), this.#zoom);
  }

  /** The card of a claim, or the place of a group's title; null where it is not drawn. */
  #boxOf(record: string): Box | null {
    const { canvas, folded, store } = this.#stage;
    const box = canvas?.places.boxOf(record) ?? null;
    const isOpenGroup = store && argument(store.desk).groups.has(record) && !folded.has(record);
    if (!box || !isOpenGroup) return box;
    const width = Math.min(box.width, blank.width);
    const [left, top] = [box.x - box.width / 2, box.y - box.height / 2];
    return { x: left + width / 2, y: top + titleHeight / 2, width, height: titleHeight };
  }

  #boxOnScreen({ x, y, width, height }: Box): StageBox {
    const places = this.#stage.canvas?.places;
    const corner = { x: x - width / 2, y: y - height / 2 };
    const at = places?.toStage(corner) ?? corner;
    return { left: at.x, top: at.y, width: width * this.#zoom, height: height * this.#zoom };
  }

  /** Words that are written stay in sight, wherever the map is. */
  #within(screen: StageBox): StageBox {
    const { clientWidth, clientHeight } = this.#stage.stage;
    const keep = (at: number, size: number, room: number): number =>
      Math.max(rim, Math.min(at, room - size - rim));
    return {
      ...screen,
      left: keep(screen.left, screen.width, clientWidth),
      top: keep(screen.top, screen.height, clientHeight),
    };
  }

  get #field(): CardField | null {
    return this.#stage.element.querySelector('card-field');
  }

  get #zoom(): number {
    return this.#stage.canvas?.places.zoom ?? 1;
  }

  /** The map moves, not the words: a card that is drawn for the first time comes to where one writes. */
  #bringUnder(claim: string, screen: StageBox): void {
    this.#screen = null;
    const { canvas } = this.#stage;
    canvas?.bringTo(claim, { x: screen.left + screen.width / 2, y: screen.top + screen.height / 2 });
  }

  async #open(writing: Writing, isMaking = false): Promise<void> {
    const field = this.#field;
    const desk = this.#stage.store?.desk;
    const why = desk ? whyOnlyRead(desk) : null;
    if (why !== null) this.#stage.element.dispatchEvent(new Announce(why));
    if (!field || why !== null) return;
    // What was open before is over first.
    this.end();
    this.#isMaking = isMaking;
    await field.open(writing);
    this.place();
  }
}
