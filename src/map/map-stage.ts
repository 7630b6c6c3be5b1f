/** What the parts that work on the canvas reach of the element around it. */
import type { Store } from '../desk/store.ts';
import type { MenuGroup, ScreenPoint } from '../ui/pop-menu.ts';
import type { MapCanvas } from './canvas.ts';
import type { Direction } from './layout.ts';

/** The drawn half of the map, as its parts see it. */
export interface MapStage {
  readonly store: Store | null;
  /** Ids of the groups that are folded. */
  readonly folded: ReadonlySet<string>;
  readonly direction: Direction;
  /** Null while nothing is drawn. */
  readonly canvas: MapCanvas | null;
  /** What has the focus while one works on the map. */
  readonly stage: HTMLElement;
  /** Where requests and what is announced are fired from. */
  readonly element: HTMLElement;
  /** Says something to a screen reader. */
  say(words: string): void;
  /** Asks for a group to be folded or opened; it stays where it is on the screen. */
  fold(group: string, isFolded: boolean): void;
  /** The light is to be put anew: something of what it depends on has changed. */
  relight(): void;
  /** Lights what something would land on; null puts that out. */
  aim(target: string | null): void;
  /** Focuses a claim and brings it into view as soon as it is drawn. */
  want(claim: string): void;
  /** Opens a menu at a point of the screen. */
  menu(name: string, groups: readonly MenuGroup[], at: ScreenPoint): void;
}
