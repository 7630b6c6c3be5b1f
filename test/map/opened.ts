/** Opens the pane for a test, styled as on the page, in a frame whose size the test may change. */
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { Store } from '../../src/desk/store.ts';
import '../../src/map/argument-map.ts';
import type { ArgumentMap } from '../../src/map/argument-map.ts';
import type { MapCanvasElement } from '../../src/map/map-canvas.ts';
import type { MapView } from '../../src/map/map-habits.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { ownStoreOf, storeOf } from './desk-of.ts';

/** An open pane and its parts. */
export interface Open {
  readonly pane: ArgumentMap;
  readonly store: Store;
  readonly canvas: MapCanvasElement;
  readonly frame: HTMLElement;
}

/** The sheets that the pane is styled by. */
export async function loadStyles(): Promise<void> {
  if (document.querySelector('link[data-page]')) return;
  for (const sheet of ['tokens.css', 'controls.css', 'map.css', 'map-tools.css', 'outline.css']) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.dataset['page'] = '';
    link.href = new URL(`../../styles/${sheet}`, import.meta.url).href;
    const loaded = oneEvent(link, 'load');
    document.head.append(link);
    await loaded;
  }
}

/** What is remembered of the map from before. */
type Left = Partial<Pick<ArgumentMap, 'place' | 'folded' | 'habits'>>;

/** Resolves when the map is drawn; the records are the edition's, `left` is what is remembered of the map. */
export const open = (
  records: readonly NotebookRecord[],
  view: MapView = 'both',
  left: Left = {},
): Promise<Open> => openStore(storeOf(records), view, { isDrawn: true, left });

/** The same with the records as the reader's own; where there are none, nothing is waited for. */
export const openOwn = (records: readonly NotebookRecord[], view: MapView = 'both'): Promise<Open> =>
  openStore(ownStoreOf(records), view, { isDrawn: records.length > 0, left: {} });

async function openStore(
  store: Store,
  view: MapView,
  { isDrawn, left }: { readonly isDrawn: boolean; readonly left: Left },
): Promise<Open> {
  await loadStyles();
  const frame = await fixture<HTMLDivElement>(html`<div></div>`);
  frame.style.height = '600px';
  const pane = document.createElement('argument-map');
  pane.view = view;
  Object.assign(pane, left);
  pane.store = store;
  const drawn = oneEvent(pane, 'map-drawn');
  frame.append(pane);
  if (isDrawn) await drawn;
  await pane.updateComplete;
  const canvas = pane.querySelector('map-canvas');
  if (!canvas) throw new Error('The pane has no canvas.');
  return { pane, store, canvas, frame };
}
