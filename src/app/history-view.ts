/** What is different since an earlier day, record by record. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Differences, Records } from '../desk/history-commands.ts';
import type { NotebookRecord } from '../model/records.ts';
import { isTold, kindWords, recordWords } from './history-words.ts';

interface SinceScene {
  readonly past: Records;
  readonly now: Records;
  /** Takes the record of an id out of the earlier state again. */
  readonly onBack: (id: string) => void;
}

/** So many of one sort are shown; the way back to all of them is to set back the notebook. */
const most = 200;

/** One sort of differences; `back` is what its button says, null where nothing can be brought back. */
interface Sort {
  readonly title: string;
  readonly records: readonly NotebookRecord[];
  readonly all: Records;
  readonly back: string | null;
}

const row = (record: NotebookRecord, { all, back }: Sort, scene: SinceScene): TemplateResult => {
  const words = recordWords(record, all);
  return html`<li>
    <span class="history-kind">${kindWords(record)}</span>
    <span class="history-words" dir="auto">${words}</span>
    ${
      back === null
        ? nothing
        : html`<button
            type="button"
            class="plain-button"
            aria-label=${`${back}: ${kindWords(record)} ${words}`}
            @click=${() => scene.onBack(record.id)}
          >
            ${back}
          </button>`
    }
  </li>`;
};

function list(sort: Sort, scene: SinceScene): TemplateResult | typeof nothing {
  const { title, records } = sort;
  if (records.length === 0) return nothing;
  const told = records.filter(isTold);
  const rest = records.length - Math.min(told.length, most);
  return html`<h4>${title} <small>${records.length}</small></h4>
    <ul class="history-records">
      ${told.slice(0, most).map((record) => row(record, sort, scene))}
      ${rest > 0 ? html`<li class="hint">${told.length > 0 ? 'and ' : ''}${rest} more, places of cards and the like among them</li>` : nothing}
    </ul>`;
}

/** The differences, what is gone first. */
export function sinceList(since: Differences, scene: SinceScene): TemplateResult {
  const { past, now } = scene;
  const sorts: readonly Sort[] = [
    { title: 'Gone since', records: since.gone, all: past, back: 'Bring back' },
    { title: 'Changed since, as it was then', records: since.changed, all: past, back: 'Set back' },
    { title: 'New since', records: since.added, all: now, back: null },
  ];
  return html`<div class="history-sorts" tabindex="0" role="group" aria-label="What is different since">
    ${sorts.map((sort) => list(sort, scene))}
  </div>`;
}
