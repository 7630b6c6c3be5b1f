/** The picture on the screen: from a desk to a placed drawing to the canvas that shows it. */
import { argument, canEdit, ownLayer, type Desk } from '../desk/desk.ts';
import type { CanvasListener } from './canvas-pointer.ts';
import { MapCanvas } from './canvas.ts';
import { mapFonts } from './card.ts';
import { MapDrawer, type Placed } from './drawer.ts';
import type { Drawing, GroupsAs } from './elements.ts';
import type { MapPlace, Opening } from './fitted-view.ts';
import { boxedGroups, shownAs } from './fold.ts';
import type { Direction } from './layout.ts';
import type { Argument } from '../model/argument.ts';
import { KeptLayouts } from './kept-layouts.ts';
import { LayoutShelfRequest } from './map-events.ts';
import { partOf } from './part.ts';
import { noteLabels } from './note-labels.ts';
import { sideBand, sideRemark } from './side-band.ts';
import { isDarkPage, readPalette, type Palette } from './palette.ts';

/** What is to be drawn, and how. */
export interface PictureWish {
  readonly desk: Desk;
  /** The only claims that are drawn; null: all. */
  readonly claims: ReadonlySet<string> | null;
  readonly folded: ReadonlySet<string>;
  readonly direction: Direction;
  readonly groupsAs: GroupsAs;
  /** A group that was folded or opened: it stays where it is on the screen. */
  readonly hold: string | null;
  /** Where the map was left; null where that is not known. */
  readonly place: MapPlace | null;
  /** The node that the reader is at. */
  readonly cursor: string | null;
}

/** Owns the drawer and the canvas. */
export class MapPicture {
  readonly #host: HTMLElement;
  readonly #listener: CanvasListener;
  #drawer = new MapDrawer();
  /** The notebook whose layouts the drawer keeps. */
  #keptFor: string | null = null;
  #canvas: MapCanvas | null = null;
  #placed: Placed | null = null;
  #last: PictureWish | null = null;

  /** `host` is where the tokens are read. */
  constructor(host: HTMLElement, listener: CanvasListener) {
    this.#host = host;
    this.#listener = listener;
  }

  /** What is on the screen; null while nothing is. */
  get placed(): Placed | null {
    return this.#placed;
  }

  get canvas(): MapCanvas | null {
    return this.#canvas;
  }

  /** Draws into `stage`. False where a newer wish overtook it; rejects where the layout failed. */
  async draw(wish: PictureWish, stage: HTMLElement): Promise<boolean> {
    this.#keepFor(wish.desk);
    const placed = await this.#drawer.place(drawnOf(wish), this.#drawing(wish), wish.direction);
    if (!placed) return false;
    const last = this.#canvas && this.#last;
    const isOther =
      last?.direction !== wish.direction ||
      last.groupsAs !== wish.groupsAs ||
      last.claims !== wish.claims ||
      (wish.hold === null && last.folded !== wish.folded);
    this.#placed = placed;
    this.#last = wish;
    this.#canvas ??= new MapCanvas(stage, this.#palette(), this.#listener);
    this.#canvas.show(placed, {
      hold: wish.hold ?? wish.cursor,
      open: isOther ? openingOf(wish, last === null) : null,
    });
    return true;
  }

  /** The map with every group open, as it would be drawn; null where a newer wish overtook it. */
  async placeWhole(wish: PictureWish): Promise<Placed | null> {
    if (wish.folded.size === 0 && !wish.claims && this.#placed) return this.#placed;
    const drawer = new MapDrawer(this.#drawer.kept);
    try {
      return await drawer.place(
        argument(wish.desk),
        this.#drawing({ ...wish, claims: null, folded: new Set() }),
        wish.direction,
      );
    } finally {
      drawer.dispose();
    }
  }

  /** Forgets where everything stood: the next drawing of what is shown is laid out anew. */
  forget(): void {
    if (this.#last) this.#drawer.forget(this.#drawing(this.#last), this.#last.direction);
  }

  /** Layouts are kept by notebook; whoever has a shelf for them is asked once for each. */
  #keepFor(desk: Desk): void {
    const name = `${desk.paper.id}/${ownLayer(desk).id}`;
    if (this.#keptFor === name) return;
    this.#keptFor = name;
    const request = new LayoutShelfRequest(name);
    this.#host.dispatchEvent(request);
    this.#drawer.dispose();
    this.#drawer = new MapDrawer(new KeptLayouts(request.shelf));
  }

  /** Draws again in the colours that hold now. */
  repaint(): void {
    this.#canvas?.paint(this.#palette());
  }

  /** Takes the picture off the screen; what is being drawn is given up. */
  clear(): void {
    this.#drawer.cancel();
    this.#canvas?.dispose();
    this.#canvas = null;
    this.#placed = null;
  }

  /** Ends the layout engine as well. A later `draw` starts it again. */
  dispose(): void {
    this.clear();
    this.#drawer.dispose();
  }

  #palette(): Palette {
    return readPalette(this.#host, isDarkPage());
  }

  #drawing(wish: PictureWish): Drawing {
    const { desk, folded, groupsAs } = wish;
    const palette = this.#palette();
    const labels = noteLabels(desk.paper);
    return {
      folded,
      boxes: boxedGroups(drawnOf(wish)),
      groupsAs,
      isPart: wish.claims !== null,
      fonts: mapFonts(palette.fontText, palette.fontUi),
      noteLabel: (note) => labels.get(note) ?? note,
      isOwn: (claim) => canEdit(desk, claim),
      bandOf: (claim) => sideBand(desk, claim),
      remarkOf: (record) => sideRemark(desk, record),
    };
  }
}

/** Where one was holds for the first picture of the whole map alone. */
const openingOf = (wish: PictureWish, isFirst: boolean): Opening => ({
  id: wish.cursor ?? firstClaim(wish),
  direction: wish.direction,
  place: isFirst && !wish.claims ? wish.place : null,
});

const drawnOf = ({ desk, claims }: PictureWish): Argument => partOf(argument(desk), claims);

function firstClaim(wish: PictureWish): string | null {
  const { folded } = wish;
  const graph = drawnOf(wish);
  const conclusion = [...graph.claims.values()].find((claim) => claim.role === 'conclusion');
  return conclusion ? shownAs(graph, folded, conclusion.id) : null;
}
