/** Actions on how the paper looks: size, lines, theme, the panel with all of it, and one paragraph alone. */
import type { Action, ActionScene } from './actions.ts';
import { changeLook, resetLook, stepLook } from './change-look.ts';
import { ModeRequest } from './mode-request.ts';
import type { Stepped, Theme } from './reading-look.ts';

const steps: readonly (readonly [
  id: string,
  words: string,
  name: Stepped,
  way: 1 | -1,
  keys?: readonly string[],
])[] = [
  ['larger-text', 'Larger text', 'scale', 1, ['+']],
  ['smaller-text', 'Smaller text', 'scale', -1, ['-']],
  ['longer-lines', 'Longer lines', 'line', 1],
  ['shorter-lines', 'Shorter lines', 'line', -1],
  ['wider-lines', 'Wider line spacing', 'leading', 1],
  ['closer-lines', 'Closer line spacing', 'leading', -1],
];

const themes: readonly (readonly [Theme, string])[] = [
  ['auto', 'Theme: as the system'],
  ['light', 'Theme: light'],
  ['dark', 'Theme: dark'],
  ['sepia', 'Theme: sepia'],
  ['contrast', 'Theme: high contrast'],
];

/** See the head of this file. */
export const viewActions = ({ root, screen }: ActionScene): Action[] => [
  {
    id: 'reading-settings',
    words: 'How the text looks: face, size, lines, theme',
    group: 'View',
    also: 'font settings typography justify hyphens spacing',
    run: () => screen.look(null),
  },
  {
    id: 'focus-mode',
    words: 'One paragraph alone, or everything again',
    group: 'View',
    keys: ['Z'],
    also: 'focus mode zen concentrate dim',
    run: () => root.dispatchEvent(new ModeRequest('focus')),
  },
  ...steps.map(([id, words, name, way, keys]): Action => ({
    id,
    words,
    group: 'View',
    also: 'zoom font size measure leading',
    ...(keys ? { keys } : {}),
    run: () => stepLook(name, way),
  })),
  ...themes.map(([theme, words]): Action => ({
    id: `theme-${theme}`,
    words,
    group: 'View',
    also: 'colours night contrast',
    run: () => changeLook({ theme }),
  })),
  {
    id: 'reset-look',
    words: 'The text as it looks by itself',
    group: 'View',
    also: 'reset font size theme default',
    run: resetLook,
  },
];
