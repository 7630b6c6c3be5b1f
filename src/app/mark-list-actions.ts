/** Actions on the list of marks: to the list, through it one by one, and showing only what it lists. */
import { markListOf } from '../desk/mark-list.ts';
import type { Mark } from '../desk/marks.ts';
import { Announce } from '../desk/requests.ts';
import type { Action, ActionScene } from './actions.ts';
import { goToMark } from './mark-jumps.ts';

/** Shows the list; the line one was at has the focus. */
async function showList({ root, screen }: ActionScene): Promise<void> {
  await import('../margin/marks-view.ts');
  screen.showSide('marks');
  // The pane stands with the next frame.
  await new Promise(requestAnimationFrame);
  await root.querySelector('marks-view')?.focusList();
}

const wordsFor = ({ record }: Mark): string =>
  record.kind === 'claim' ? record.wording : (record.targets[0]?.exact ?? record.body);

/** Goes on in the list as it is filtered and ordered, whether it shows or not. */
function walk(scene: ActionScene, by: 1 | -1): void {
  const list = markListOf(scene.store);
  const { rows } = list.listing;
  const isThere = scene.store.desk.session.focus?.id === rows[list.at]?.mark.id;
  const to = isThere ? list.at + by : list.at;
  const row = rows[to];
  if (!row) {
    const none = rows.length === 0 ? 'The list of marks is empty.' : null;
    scene.root.dispatchEvent(
      new Announce(none ?? `No mark ${by === 1 ? 'after' : 'before'} this in the list.`),
    );
    return;
  }
  list.goTo(to);
  const { mark } = row;
  const words = wordsFor(mark).replace(/\s+/gu, ' ').trim();
  void goToMark(scene, { kind: mark.record.kind, id: mark.id });
  const shown = [...words].length > 90 ? `${[...words].slice(0, 90).join('')} …` : words;
  scene.root.dispatchEvent(new Announce(`${to + 1} of ${rows.length}: ${shown}`));
}

function onlyActions({ store }: ActionScene): Action[] {
  const list = markListOf(store);
  return [
    {
      id: 'marks-only',
      words: 'Marks: show only those of the list, or all again',
      group: 'View',
      also: 'filter hide dim annotations',
      run: () => list.showOnly(!list.isOnly),
    },
    {
      id: 'marks-all',
      words: 'Marks: show all again',
      group: 'View',
      // Escape is for whatever is open, and for this only while some marks are hidden.
      get keys() {
        return list.isOnly ? ['Escape'] : [];
      },
      whyNot: () => (list.isOnly ? null : 'All marks show.'),
      run: () => list.showOnly(false),
    },
  ];
}

/** See the head of this file. */
export const markListActions = (scene: ActionScene): Action[] => [
  {
    id: 'marks',
    words: 'Marks: list and filter',
    group: 'Find one’s way',
    keys: ['F'],
    also: 'annotations highlights notes claims tags search sort select index',
    run: () => void showList(scene),
  },
  {
    id: 'marks-next',
    words: 'Next in the list of marks',
    group: 'Walk',
    keys: [']'],
    also: 'annotation filter',
    run: () => walk(scene, 1),
  },
  {
    id: 'marks-previous',
    words: 'Previous in the list of marks',
    group: 'Walk',
    keys: ['['],
    also: 'annotation filter',
    run: () => walk(scene, -1),
  },
  ...onlyActions(scene),
];
