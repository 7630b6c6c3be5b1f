/** Actions on finding: the field above the text, the next hit and the one before, the list of all. */
import type { FindBar } from '../reader/find-bar.ts';
import type { Action, ActionScene } from './actions.ts';

/** Shows the list of all hits; the current one has the focus. */
async function showList({ root, screen }: ActionScene): Promise<void> {
  await import('../reader/find-list.ts');
  screen.showSide('find');
  // The pane stands with the next frame.
  await new Promise(requestAnimationFrame);
  await root.querySelector('find-list')?.focusCurrent();
}

/** The bar, alive: its code comes when one first finds. */
async function barOf(scene: ActionScene): Promise<FindBar | null> {
  await import('../reader/find-bar.ts');
  const bar = scene.root.querySelector('find-bar');
  if (bar) bar.showList = () => void showList(scene);
  return bar;
}

/** Finding is done in the text: it shows, whatever showed before. */
async function open(scene: ActionScene): Promise<void> {
  const { root, screen } = scene;
  if (!screen.preferences().text) screen.prefer({ text: true });
  screen.show('text');
  const bar = await barOf(scene);
  await root.querySelector('paper-pane')?.updateComplete;
  await bar?.open();
}

async function step(scene: ActionScene, by: 1 | -1): Promise<void> {
  (await barOf(scene))?.step(by);
}

/** See the head of this file. */
export const findActions = (scene: ActionScene): Action[] => [
  {
    id: 'find',
    words: 'Find in the paper',
    group: 'Find one’s way',
    keys: ['Ctrl+F', '/'],
    also: 'search words quotations claims notes annotations',
    inFields: true,
    run: () => void open(scene),
  },
  {
    id: 'find-next',
    words: 'Next hit',
    group: 'Find one’s way',
    keys: ['F3', 'Ctrl+G'],
    also: 'find search again',
    inFields: true,
    run: () => void step(scene, 1),
  },
  {
    id: 'find-previous',
    words: 'Previous hit',
    group: 'Find one’s way',
    keys: ['Shift+F3', 'Ctrl+Shift+G'],
    also: 'find search back',
    inFields: true,
    run: () => void step(scene, -1),
  },
  {
    id: 'find-list',
    words: 'List of all hits',
    group: 'Find one’s way',
    also: 'find search results',
    run: () => void showList(scene),
  },
];
