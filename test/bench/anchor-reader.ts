/** The reader's own text pane while what has moved is looked for beside the page, as the app does it: no margin, no map. */
import { AnchorService } from '../../src/app/anchor-service.ts';
import { placed, sought } from '../../src/desk/passages.ts';
import type { Store } from '../../src/desk/store.ts';
import type { Paper } from '../../src/model/paper.ts';
import type { Target } from '../../src/model/records.ts';
import '../../src/reader/paper-pane.ts';
import { annotation, deskOn } from '../support/desk.ts';

const late: number[] = [];

/** Opens a text with annotations that were made in another version of it; nothing is looked for yet. */
export async function openReader(paper: Paper, targets: readonly Target[]): Promise<Store> {
  await import('../../styles/page.css');
  const records = targets.map((target, at) => annotation(`mark-${at}`, { targets: [target] }));
  const { store } = deskOn(paper, { edition: records });
  const reading = document.createElement('div');
  reading.className = 'reading';
  reading.style.height = '100vh';
  const grid = document.createElement('div');
  grid.className = 'reading-grid';
  reading.append(grid);
  document.body.replaceChildren(reading);
  const pane = document.createElement('paper-pane');
  const ready = new Promise((done) => pane.addEventListener('text-ready', done, { once: true }));
  Object.assign(pane, { paper, store });
  grid.append(pane);
  await ready;
  await new Promise((done) => setTimeout(done, 500));
  new PerformanceObserver((list) => late.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'long-animation-frame',
  });
  return store;
}

/** Looks for all of them; answers how many are painted then, and the frames over 50 ms meanwhile. */
export async function findAll(store: Store): Promise<{ painted: number; late: number[] }> {
  const texts = {
    keepText: () => Promise.resolve(),
    texts: () => Promise.resolve([]),
    dropText: () => Promise.resolve(),
  };
  const service = new AnchorService(store, texts, () => 0);
  while (sought(store.desk).length > 0) await new Promise((done) => setTimeout(done, 20));
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  service.stop();
  return { painted: placed(store.desk).passages.length, late };
}
