/** Actions that walk the text by key: to the next and the previous note number, claim, mark, heading, page and so on. */
import { argument } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import { nextStop, stops, type Stop, type StopKind } from '../reader/walk.ts';
import { addressOf, speakAddress } from '../text/address.ts';
import type { Action, ActionScene } from './actions.ts';

interface Look {
  readonly kind: StopKind;
  readonly key: string;
  readonly words: string;
  readonly also?: string;
}

const looks: readonly Look[] = [
  { kind: 'marker', key: 'M', words: 'note number', also: 'footnote marker' },
  { kind: 'claim', key: 'K', words: 'claim' },
  { kind: 'annotation', key: 'A', words: 'mark of yours', also: 'annotation highlight' },
  { kind: 'heading', key: 'S', words: 'heading', also: 'section' },
  { kind: 'page', key: 'P', words: 'page' },
  { kind: 'paragraph', key: 'J', words: 'paragraph' },
  { kind: 'sentence', key: 'L', words: 'sentence' },
];

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What one hears of a stop: what it is, and where. */
function wordsFor({ store }: ActionScene, look: Look, stop: Stop): string {
  const { desk } = store;
  const place = speakAddress(addressOf(desk.paper, Math.max(0, stop.offset)));
  const counted = stop.count > 0 ? ` ${stop.number} of ${stop.count}` : '';
  const claim = stop.focus?.kind === 'claim' ? argument(desk).claims.get(stop.focus.id) : undefined;
  const what = claim ? `: ${claim.wording} ${sentence(place)}` : `, ${place}`;
  return `${sentence(look.words)}${counted}${what}`;
}

/** Goes to a stop; the focus goes along, so that every other key goes on from there. */
function goToStop({ store, pane, root }: ActionScene, stop: Stop): void {
  const element = stop.element && root.querySelector<HTMLElement>(`#${CSS.escape(stop.element)}`);
  pane.bringToView(stop.offset);
  if (stop.focus && stop.focus.kind !== 'note') store.reveal(stop.focus, 'route');
  if (element) element.focus({ preventScroll: true });
  else pane.focusAt(stop.offset);
}

/** See the head of this file. */
export function walkActions(scene: ActionScene): Action[] {
  let last: (Stop & { readonly kind: StopKind }) | null = null;
  const walk = (look: Look, way: 1 | -1): void => {
    const { store, pane, root } = scene;
    const from = pane.readingOffset;
    const all = stops(store.desk, look.kind, from);
    const stop = nextStop(all, from, way, last?.kind === look.kind ? last : null);
    if (!stop) {
      const none = all.length === 0 ? `There is no ${look.words} in this paper.` : null;
      root.dispatchEvent(new Announce(none ?? `No ${look.words} ${way === 1 ? 'after' : 'before'} this.`));
      return;
    }
    last = { ...stop, kind: look.kind };
    goToStop(scene, stop);
    root.dispatchEvent(new Announce(wordsFor(scene, look, stop)));
  };
  return looks.flatMap((look): Action[] => [
    {
      id: `next-${look.kind}`,
      words: `Next ${look.words}`,
      group: 'Walk',
      keys: [look.key],
      ...(look.also ? { also: look.also } : {}),
      run: () => walk(look, 1),
    },
    {
      id: `previous-${look.kind}`,
      words: `Previous ${look.words}`,
      group: 'Walk',
      keys: [`Shift+${look.key}`],
      ...(look.also ? { also: look.also } : {}),
      run: () => walk(look, -1),
    },
  ]);
}
