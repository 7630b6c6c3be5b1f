/** Actions on the sources: to the authority behind what one is at, and what would fall without it. */
import { authoritiesOf } from '../desk/backing.ts';
import { SourceRequest } from '../desk/requests.ts';
import { nothingWithout, standings, toggleWithout } from '../desk/standing.ts';
import type { Action, ActionScene } from './actions.ts';

/** The authority that one is at: the row with the focus, else the first behind the open note or the focused claim. */
function authorityAt({ store, root }: ActionScene): string | null {
  const row = root.querySelector<HTMLElement>('.source-row:focus-within');
  if (row) return row.dataset['source'] ?? null;
  const { desk } = store;
  const { note, focus } = desk.session;
  const things = [note === null ? null : ({ kind: 'note', id: note } as const), focus];
  for (const thing of things) {
    const [first] = thing?.kind === 'claim' || thing?.kind === 'note' ? authoritiesOf(desk, thing) : [];
    if (first !== undefined) return first;
  }
  return focus?.kind === 'source' ? focus.id : null;
}

/** Moves to another step of the falling. */
function toStep({ store }: ActionScene, by: 1 | -1): void {
  const all = standings(store.desk);
  if (!all) return;
  const last = all.outcome.steps.length - 1;
  const at = store.desk.session.withoutStep ?? (by === 1 ? -1 : last + 1);
  store.setSession({ withoutStep: Math.min(last, Math.max(0, at + by)) });
}

/** What one can do while something is taken away. */
function stepActions(scene: ActionScene): Action[] {
  const { store } = scene;
  const isWhole = (): string | null =>
    store.desk.session.without.size > 0 ? null : 'No source is taken away.';
  return [
    {
      id: 'without-next',
      words: 'Without sources: next step of what falls',
      group: 'Sources',
      whyNot: isWhole,
      run: () => toStep(scene, 1),
    },
    {
      id: 'without-previous',
      words: 'Without sources: previous step of what falls',
      group: 'Sources',
      whyNot: isWhole,
      run: () => toStep(scene, -1),
    },
    {
      id: 'without-nothing',
      words: 'Put all sources back',
      group: 'Sources',
      whyNot: isWhole,
      run: () => store.setSession(nothingWithout),
    },
  ];
}

/** See the head of this file. */
export function sourceViewActions(scene: ActionScene): Action[] {
  const { store, root } = scene;
  return [
    {
      id: 'sources',
      words: 'Sources: the authority of this claim or note, or all of them',
      group: 'Sources',
      keys: ['U', 'Shift+U'],
      also: 'authority authorities names who cites',
      whyNot: () => null,
      run: () => void root.dispatchEvent(new SourceRequest(authorityAt(scene), null)),
    },
    {
      id: 'without-source',
      words: 'Without this source: what would fall',
      group: 'Sources',
      keys: ['X'],
      also: 'take away remove authority depends put back',
      whyNot: () =>
        authorityAt(scene) === null ? 'Neither a source nor a claim or note with one is chosen.' : null,
      run: () => {
        const authority = authorityAt(scene);
        if (authority !== null) store.setSession(toggleWithout(store.desk, authority));
      },
    },
    ...stepActions(scene),
  ];
}
