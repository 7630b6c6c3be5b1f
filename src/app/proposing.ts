/** Gives a desk whose paper nobody has edited a layer of proposals: made by the rules, in a worker, when the page rests. */
import { ownLayer, type Desk, type Layer } from '../desk/desk.ts';
import { openProposals } from '../desk/propose-commands.ts';
import { proposedLayer } from '../desk/proposed.ts';
import type { Store } from '../desk/store.ts';
import type { Paper } from '../model/paper.ts';
import type { NotebookRecord } from '../model/records.ts';
import { Worker } from './own-worker.ts';
import type { FromProposer, ToProposer } from './proposal-messages.ts';

/** Proposals are of no time: the same text has the same, whenever they are made. */
const stamp = { creator: '', created: '1970-01-01T00:00:00.000Z', modified: '1970-01-01T00:00:00.000Z' };

const questionOn = ({ text, language, sections }: Paper): ToProposer => ({
  text: text.text,
  language: language ?? null,
  blocks: text.blocks,
  sections,
  markers: text.markers.map(({ offset, node }) => ({ offset, note: String(node.attrs['note']) })),
  stamp,
});

/** What the rules propose of a paper. Rejects where the worker fails: a mistake of ours. */
function propose(paper: Paper, worker: globalThis.Worker): Promise<readonly NotebookRecord[]> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromProposer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(questionOn(paper));
  });
}

/** The layer of proposals without the claims that the reader has made theirs; the very same where nothing changed. */
function refreshed(desk: Desk, layer: Layer, records: readonly NotebookRecord[]): Layer {
  const open = new Set(openProposals({ ...desk, layers: [proposedLayer(records, true), ownLayer(desk)] }));
  const left = records.filter((record) => record.kind !== 'claim' || open.has(record));
  return left.length === layer.records.size ? layer : proposedLayer(left, layer.visible);
}

/** Adds the layer below all others, hidden, where anything is proposed; answers the way to stop. */
export function proposeFor(store: Store): () => void {
  const { paper } = store.desk;
  if (paper.text.markers.length === 0) return () => null;
  const worker = new Worker(new URL('./proposal-worker.ts', import.meta.url), { type: 'module' });
  let stop: (() => void) | null = null;
  void propose(paper, worker)
    .then((records) => {
      if (records.length === 0) return;
      const refresh = (): void =>
        store.changeLayers((below) =>
          below.map((one) => (one.kind === 'proposed' ? refreshed(store.desk, one, records) : one)),
        );
      store.changeLayers((below) => [proposedLayer(records, false), ...below]);
      refresh();
      stop = store.subscribe((desk, previous) => {
        if (ownLayer(desk) !== ownLayer(previous)) refresh();
      });
    })
    .finally(() => worker.terminate());
  return () => {
    worker.terminate();
    stop?.();
  };
}
