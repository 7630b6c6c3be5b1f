/** Actions that have to do with where one is: go to an address, say the present one, back and forward, face to face. */
import type { Face, Focus } from '../desk/desk.ts';
import { rangesOf } from '../desk/passages.ts';
import { Announce } from '../desk/requests.ts';
import { addressOf, speakAddress } from '../text/address.ts';
import type { Action, ActionScene } from './actions.ts';
import type { Scene } from './go-to.ts';
import { addressLevels } from './preferences.ts';

const jumpActions = ({ store, pane, root, screen }: ActionScene): Action[] => [
  {
    id: 'go-to',
    words: 'Go to an address, a page or a note …',
    group: 'Find one’s way',
    keys: ['G'],
    also: 'jump section paragraph sentence page note',
    run: () => screen.summon('go-to-box'),
  },
  {
    id: 'where',
    words: 'Say where I am',
    group: 'Find one’s way',
    keys: ['W'],
    also: 'address location place',
    run: () => {
      const place = speakAddress(addressOf(store.desk.paper, pane.readingOffset));
      root.dispatchEvent(new Announce(place ? `You are in ${place}.` : 'This text has no addresses.'));
    },
  },
  {
    id: 'back',
    words: 'Back to where I was',
    group: 'Find one’s way',
    keys: ['Alt+ArrowLeft'],
    also: 'history jump return',
    run: () => history.back(),
  },
  {
    id: 'forward',
    words: 'Forward again',
    group: 'Find one’s way',
    keys: ['Alt+ArrowRight'],
    also: 'history jump',
    run: () => history.forward(),
  },
];

/** Moves the focus to the face of a thing; false where that face does not show it. */
export function focusFace({ store, pane, root }: Scene, focus: Focus, face: Face): boolean {
  if (face === 'text') {
    const range = rangesOf(store.desk, focus)[0];
    if (range) pane.focusAt(range.start);
    return range !== undefined;
  }
  const id = CSS.escape(focus.id);
  const selector = {
    margin: `#card-${id} .card-toggle`,
    map: `[role=treeitem][data-claim="${id}"], map-canvas [tabindex="0"]`,
    outline: `[role=treeitem][data-claim="${id}"]`,
  }[face];
  const stop = root.querySelector<HTMLElement>(selector);
  stop?.focus();
  return stop !== null && stop === document.activeElement;
}

const faceActions = (scene: ActionScene): Action[] => {
  // The function keys are for the outline, where letters are typed ahead.
  const faces: readonly (readonly [Face, readonly string[], string, string])[] = [
    ['text', ['T', 'F8'], 'text', 'passage'],
    ['margin', ['D', 'F9'], 'margin', 'card'],
    ['map', ['Y', 'Shift+F8'], 'map', 'node canvas outline'],
  ];
  return faces.map(([face, keys, words, also]) => ({
    id: `to-${face}`,
    words: `To the ${words}, at what is open`,
    group: 'Find one’s way',
    keys,
    also,
    whyNot: () => (scene.store.desk.session.focus ? null : 'No claim and no mark is open.'),
    run: () => {
      const { focus } = scene.store.desk.session;
      if (!focus) return;
      scene.store.reveal(focus, 'route');
      requestAnimationFrame(() => {
        if (!focusFace(scene, focus, face))
          scene.root.dispatchEvent(new Announce(`The ${words} does not show it now.`));
      });
    },
  }));
};

const addressActions = ({ screen, root }: ActionScene): Action[] => [
  {
    id: 'addresses',
    words: 'Addresses beside the text: none, paragraphs, sentences',
    group: 'Read',
    keys: ['#'],
    also: 'numbers margin gutter',
    run: () => {
      const next = (addressLevels.indexOf(screen.preferences().addresses) + 1) % addressLevels.length;
      const addresses = addressLevels[next] ?? 'none';
      screen.prefer({ addresses });
      root.dispatchEvent(
        new Announce(addresses === 'none' ? 'Addresses hidden' : `Addresses of ${addresses} shown`),
      );
    },
  },
];

/** See the head of this file. */
export const placeActions = (scene: ActionScene): Action[] => [
  ...jumpActions(scene),
  ...faceActions(scene),
  ...addressActions(scene),
];
