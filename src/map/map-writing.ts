/** Wordings written on the map itself: keeps the field over its card, whatever the canvas does beneath. */
import { draftClaim } from '../desk/claim-commands.ts';
import { argument, canEdit, layerOf } from '../desk/desk.ts';
import type { Command } from '../desk/store.ts';
import { together } from '../desk/together.ts';
import { Announce } from '../desk/requests.ts';
import { newId } from '../notebook/id.ts';
import type { CardField } from './card-field.ts';
import type { StageBox } from './drag-look.ts';
import { shownAs } from './fold.ts';
import type { Box, Point } from './layout.ts';
import type { MapStage } from './map-stage.ts';

/** Size (map px) of the field of a claim that has no card yet. */
const blank = { width: 232, height: 64 } as const;

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
  /** Where a new claim was begun, in map px, until it has a card. */
  #at: Point = { x: 0, y: 0 };
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
    void this.#open(claim, null);
  }

  /**
   * Opens a field for a new claim at a point of the map; it is no record until something is said. `bearing` says, of
   * its id, how it is related as soon as it is there.
   */
  begin(at: Point, group: string | null, bearing: ((claim: string) => Command) | null = null): void {
    const claim = newId();
    this.#at = at;
    const making = (wording: string): Command =>
      together('Make claim', [
        draftClaim({ id: claim, wording, group }),
        ...(bearing ? [bearing(claim)] : []),
      ]);
    void this.#open(claim, making);
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
    const { store, element } = this.#stage;
    if (!writing.making || !store || !argument(store.desk).claims.has(writing.claim)) return;
    this.#stage.want(writing.claim);
    element.dispatchEvent(new Announce('Claim made', 'undo'));
  }

  /** Lays the field over its card, or where it was begun. To be called after each frame of the canvas. */
  place(): void {
    const field = this.#field;
    const writing = field?.now;
    if (!field || !writing) return;
    const box = this.#stage.canvas?.places.boxOf(writing.claim) ?? null;
    if (box && this.#screen) return this.#bringUnder(writing.claim, this.#screen);
    const screen = this.#boxOnScreen(box ?? { ...this.#at, ...blank });
    this.#screen = writing.making && !box ? screen : null;
    field.place(screen, this.#zoom);
  }

  #boxOnScreen({ x, y, width, height }: Box): StageBox {
    const places = this.#stage.canvas?.places;
    const corner = { x: x - width / 2, y: y - height / 2 };
    const at = places?.toStage(corner) ?? corner;
    return { left: at.x, top: at.y, width: width * this.#zoom, height: height * this.#zoom };
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

  async #open(claim: string, making: ((words: string) => Command) | null): Promise<void> {
    await this.#field?.open({ claim, making });
    this.place();
  }
}
