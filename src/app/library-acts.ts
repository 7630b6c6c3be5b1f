/** What can be done with a paper of the library, as the entries of its menu; each says what happened and offers the way back. */
import { Announce } from '../desk/requests.ts';
import type { MenuEntry, MenuGroup } from '../ui/pop-menu.ts';
import type { LibraryPaper } from './library-paper.ts';
import type { LibraryShelf, WayBack } from './library-shelf.ts';

/** What the acts need of the screen. */
export interface ActScene {
  readonly shelf: LibraryShelf;
  /** Where events are fired, and what is focused when an entry is gone. */
  readonly root: HTMLElement;
  /** Hears of what could not be done. */
  readonly onTrouble: (error: unknown) => void;
  /** Opens the dialog of a paper; the focus goes back to `opener`. */
  open(dialog: 'details' | 'tags' | 'package', paper: LibraryPaper, opener: HTMLElement | null): void;
}

const shortTitle = ({ front: { title } }: LibraryPaper): string =>
  `“${title.length > 60 ? `${title.slice(0, 57).replace(/\s+\S*$/u, '')} …` : title}”`;

/** Does something that can be taken back, and says so. */
export async function act(scene: ActScene, words: string, work: () => Promise<WayBack>): Promise<void> {
  try {
    const back = await work();
    scene.root.dispatchEvent(new Announce(words, () => void back().catch(scene.onTrouble)));
  } catch (error) {
    scene.onTrouble(error);
  }
}

/** Takes a paper off the shelf; the focus goes to the entry that takes its place. */
export async function removePaper(
  scene: ActScene,
  paper: LibraryPaper,
  button: HTMLElement | null,
): Promise<void> {
  const menus = [...scene.root.querySelectorAll<HTMLElement>('.library-menu')];
  const at = button ? menus.indexOf(button) : -1;
  await act(scene, `Removed ${shortTitle(paper)}. What you made of it is kept.`, () =>
    scene.shelf.remove(paper),
  );
  await (scene.root as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
  const left = scene.root.querySelectorAll<HTMLElement>('.library-menu');
  (left[Math.min(at, left.length - 1)] ?? scene.root.querySelector<HTMLElement>('h1'))?.focus();
}

const entry = (words: string, run: () => void, more: Partial<MenuEntry> = {}): MenuEntry => ({
  words,
  why: null,
  run,
  ...more,
});

/** The menu of a paper. `button` is what opened it. */
export function menuOf(scene: ActScene, paper: LibraryPaper, button: HTMLElement): readonly MenuGroup[] {
  return [
    {
      entries: [
        entry('Open', () => {
          location.hash = `#/${encodeURIComponent(paper.id)}`;
        }),
      ],
    },
    {
      entries: [
        entry('Remove from the library', () => void removePaper(scene, paper, button), { isGrave: true }),
      ],
    },
  ];
}
