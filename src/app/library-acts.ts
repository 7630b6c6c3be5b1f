/** What can be done with a paper of the library, as the entries of its menu; each says what happened and offers the way back. */
import { Announce } from '../desk/requests.ts';
import { download } from '../ui/download.ts';
import type { MenuEntry, MenuGroup } from '../ui/pop-menu.ts';
import { BetterCopyRequest } from './library-requests.ts';
import type { LibraryPaper } from './library-paper.ts';
import type { LibraryShelf, WayBack } from './library-shelf.ts';
import { storage } from './own-storage.ts';
import { mendRoute } from './routes.ts';

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

/** A title in quotation marks, shortened for a sentence. */
export const shortTitle = ({ front: { title } }: LibraryPaper): string =>
  `“${title.length > 60 ? `${title.slice(0, 57).replace(/\s+\S*$/u, '')} …` : title}”`;

/** Does something that can be taken back, and says so; false where it could not be done. */
export async function act(scene: ActScene, words: string, work: () => Promise<WayBack>): Promise<boolean> {
  try {
    const back = await work();
    scene.root.dispatchEvent(new Announce(words, () => void back().catch(scene.onTrouble)));
    return true;
  } catch (error) {
    scene.onTrouble(error);
    return false;
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

/** Hands the file that a paper was read from to the browser's downloads. */
async function takeOriginal(scene: ActScene, paper: LibraryPaper): Promise<void> {
  try {
    const { papers } = await storage();
    const original = (await papers.files(paper.id)).find(({ role }) => role === 'original');
    const file = original && (await papers.file(paper.id, original.name));
    if (!file) {
      scene.root.dispatchEvent(new Announce('The file that it was read from is not kept here.'));
      return;
    }
    download(new Blob([file.bytes], { type: 'application/octet-stream' }), paper.fileName ?? file.name);
    scene.root.dispatchEvent(new Announce(`Saved ${paper.fileName ?? file.name}`));
  } catch (error) {
    scene.onTrouble(error);
  }
}

const shipsWords = 'It comes with Warrant, and stays as it is.';

/** The menu of a paper. `button` is what opened it. */
export function menuOf(scene: ActScene, paper: LibraryPaper, button: HTMLElement): readonly MenuGroup[] {
  const why = paper.source === 'kept' ? null : shipsWords;
  const open = (dialog: 'details' | 'tags' | 'package') => (): void => scene.open(dialog, paper, button);
  return [
    { entries: [entry('Tags …', open('tags')), entry('Edit details …', open('details'), { why })] },
    {
      entries: [
        entry('Look at what is unsure …', () => void (location.hash = mendRoute(paper.id)), { why }),
        entry(
          'Replace by a better copy …',
          () => void scene.root.dispatchEvent(new BetterCopyRequest(paper.id, button)),
          { why },
        ),
      ],
    },
    {
      entries: [
        entry('Save as a package …', open('package')),
        entry('Take the file out again', () => void takeOriginal(scene, paper), { why }),
      ],
    },
    {
      entries: [
        entry('Remove from the library', () => void removePaper(scene, paper, button), { isGrave: true }),
      ],
    },
  ];
}
