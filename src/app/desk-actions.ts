/** Actions on the desk as a whole: the palette and the key sheet, undo and redo, from pane to pane. */
import type { Action, ActionScene } from './actions.ts';
import { panesFor } from './preferences.ts';

const panes = ['.desk-bar', '.desk-contents', '.paper-text', 'margin-column', '.desk-map'];

/** The first thing in a pane that takes the focus. */
const stopIn = (pane: HTMLElement): HTMLElement | null =>
  pane.matches('.paper-text')
    ? pane
    : pane.querySelector<HTMLElement>('a[href], button:not(:disabled), [tabindex="0"]');

function cyclePanes(root: HTMLElement, step: number): void {
  const shown = panes
    .map((selector) => root.querySelector<HTMLElement>(selector))
    .filter((pane): pane is HTMLElement => pane !== null && pane.offsetParent !== null);
  const now = shown.findIndex((pane) => pane.contains(document.activeElement));
  const from = now < 0 && step < 0 ? 0 : now;
  const next = shown[(from + step + shown.length) % shown.length];
  if (next) stopIn(next)?.focus();
}

const helpActions = ({ screen }: ActionScene): Action[] => [
  {
    id: 'palette',
    words: 'All commands',
    group: 'Find one’s way',
    keys: ['Ctrl+K'],
    also: 'palette menu search',
    inFields: true,
    run: () => screen.summon('command-palette'),
  },
  {
    id: 'key-sheet',
    words: 'Keys: what each does, and switching them off',
    group: 'Find one’s way',
    keys: ['?'],
    also: 'help shortcuts keyboard',
    run: () => screen.summon('key-sheet'),
  },
];

const wayActions = ({ root }: ActionScene): Action[] => [
  {
    id: 'next-pane',
    words: 'To the next pane',
    group: 'Find one’s way',
    keys: ['F6'],
    inFields: true,
    run: () => cyclePanes(root, 1),
  },
  {
    id: 'previous-pane',
    words: 'To the previous pane',
    group: 'Find one’s way',
    keys: ['Shift+F6'],
    inFields: true,
    run: () => cyclePanes(root, -1),
  },
  {
    id: 'library',
    words: 'To the library',
    group: 'Find one’s way',
    also: 'home papers shelf',
    run: () => root.querySelector<HTMLElement>('a.home')?.click(),
  },
];

const undoActions = ({ store, screen }: ActionScene): Action[] => [
  {
    id: 'undo',
    words: 'Undo',
    group: 'Mark and write',
    keys: ['Ctrl+Z'],
    whyNot: () => (store.desk.canUndo ? null : 'There is nothing to undo.'),
    run: () => screen.undo(),
  },
  {
    id: 'redo',
    words: 'Redo',
    group: 'Mark and write',
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    whyNot: () => (store.desk.canRedo ? null : 'There is nothing to do again.'),
    run: () => screen.redo(),
  },
];

const paneActions = ({ root, screen }: ActionScene): Action[] => {
  const shown = (): ReturnType<typeof panesFor> => panesFor(screen.preferences(), root.clientWidth);
  return [
    {
      id: 'toggle-contents',
      words: 'Show or hide the contents',
      group: 'View',
      also: 'table sections outline',
      run: () => (shown().contents ? screen.prefer({ contents: false }) : screen.showSide('contents', true)),
    },
    {
      id: 'toggle-margin',
      words: 'Show or hide the margin',
      group: 'View',
      also: 'cards',
      run: () => screen.prefer({ margin: !shown().margin, beside: 'margin', text: true }),
    },
    {
      id: 'toggle-map',
      words: 'Show or hide the map',
      group: 'View',
      also: 'argument',
      run: () => screen.prefer({ map: !shown().map, beside: 'map', text: true }),
    },
  ];
};

/** See the head of this file. */
export const deskActions = (scene: ActionScene): Action[] => [
  ...helpActions(scene),
  ...wayActions(scene),
  ...undoActions(scene),
  ...paneActions(scene),
];
