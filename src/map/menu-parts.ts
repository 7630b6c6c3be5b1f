/** What the menus on the map are made with, and an entry that runs a command. */
import { Announce } from '../desk/requests.ts';
import type { Command } from '../desk/store.ts';
import type { MenuEntry } from '../ui/pop-menu.ts';
import type { MapChooser } from './map-chooser.ts';
import type { MapStage } from './map-stage.ts';
import type { MapWriting } from './map-writing.ts';

/** What menus work with. */
export interface MenuParts {
  readonly stage: MapStage;
  readonly chooser: MapChooser;
  readonly writing: MapWriting;
  /** Lets the reader choose a claim on the map; `words` say what for. */
  aim(words: string, take: (claim: string) => void): void;
}

/** An entry that runs a command and says what it did. */
export const commandEntry = (
  { store, element }: MapStage,
  words: string,
  { command, why, said }: { command: Command; why: string | null; said: string },
  more: Partial<MenuEntry> = {},
): MenuEntry => ({
  ...more,
  words,
  why,
  run: () => {
    if (store?.run(command)) element.dispatchEvent(new Announce(said, 'undo'));
  },
});
