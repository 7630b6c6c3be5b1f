/** Puts the map pane on a page of its own: the paper's reading where there is one, else (or with ?sample) the sample. */
import '../../src/map/argument-map.ts';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { sampleRecords } from '../map/sample.ts';
import { storeOf } from '../map/desk-of.ts';
import { grownRecords } from '../map/grown.ts';

const asked = new URLSearchParams(location.search);

async function records(): Promise<readonly NotebookRecord[]> {
  if (asked.has('sample')) return sampleRecords;
  if (asked.has('empty')) return [];
  if (asked.has('grown')) return grownRecords(Number(asked.get('grown')));
  const answer = await fetch('/corpus/gul-2008/reading.json').catch(() => null);
  if (!answer?.headers.get('content-type')?.includes('json')) return sampleRecords;
  return ((await answer.json()) as NotebookFile).records;
}

const theme = asked.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
const pane = document.querySelector('argument-map');
if (pane) {
  pane.view = (asked.get('view') as typeof pane.view | null) ?? 'map';
  pane.direction = (asked.get('direction') as typeof pane.direction | null) ?? 'up';
  pane.store = storeOf(await records());
}
