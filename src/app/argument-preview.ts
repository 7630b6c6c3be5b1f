/** What an argument would change, before anything is done: record by record, with what is here and what the file says. */
import { html, nothing, type TemplateResult } from 'lit';
import { findingSentence, type Finding } from '../formats/finding.ts';
import type { NotebookRecord } from '../model/records.ts';
import { canKeepBoth, type ArgumentPlan, type Changed, type Choice } from './argument-plan.ts';
import { fieldName, recordName, valueWords } from './argument-words.ts';

/** So many records, and so many sentences, are shown; the rest is counted. */
const most = 200;

const valueOf = (record: NotebookRecord, field: string): unknown =>
  (record as unknown as Record<string, unknown>)[field];

/** Names of records by their ids, for whoever reads of premises and conclusions; an id that nothing has stays. */
export function namesIn(plan: ArgumentPlan, here: Iterable<NotebookRecord>): (id: string) => string {
  const words = new Map<string, string>();
  const changed = [...plan.changed, ...plan.conflicts].map(({ there }) => there);
  for (const record of [...here, ...plan.fresh, ...changed]) {
    if (record.kind === 'claim') words.set(record.id, record.wording);
    else if (record.kind === 'group') words.set(record.id, record.title);
  }
  return (id) => words.get(id) ?? id;
}

type Name = (id: string) => string;

function rows({ here, there, fields }: Changed, name: Name): TemplateResult {
  return html`<dl class="argument-change">
    ${fields.map(
      ({ field }) =>
        html`<dt>${fieldName(field)}</dt>
          <dd><span class="argument-side">Here:</span> ${valueWords(valueOf(here, field), name)}</dd>
          <dd><span class="argument-side">File:</span> ${valueWords(valueOf(there, field), name)}</dd>`,
    )}
  </dl>`;
}

const rest = (count: number): TemplateResult | typeof nothing =>
  count > most ? html`<li>… and ${(count - most).toLocaleString('en')} more.</li>` : nothing;

function listed(
  title: string,
  records: readonly NotebookRecord[],
  name: Name,
): TemplateResult | typeof nothing {
  if (records.length === 0) return nothing;
  return html`<details class="argument-list">
    <summary>${title} (${records.length.toLocaleString('en')})</summary>
    <ul>
      ${records.slice(0, most).map((record) => html`<li dir="auto">${recordName(record, name)}</li>`)}
      ${rest(records.length)}
    </ul>
  </details>`;
}

/** What was changed in the file alone. */
function changes({ changed }: ArgumentPlan, name: Name): TemplateResult | typeof nothing {
  if (changed.length === 0) return nothing;
  return html`<details class="argument-list" ?open=${changed.length <= 5}>
    <summary>Changed in the file (${changed.length.toLocaleString('en')})</summary>
    <ul>
      ${changed
        .slice(0, most)
        .map(
          (one) => html`<li><span dir="auto">${recordName(one.here, name)}</span> ${rows(one, name)}</li>`,
        )}
      ${rest(changed.length)}
    </ul>
  </details>`;
}

const choiceWords: Readonly<Record<Choice, string>> = {
  here: 'Keep what is here',
  there: 'Take what the file says',
  both: 'Keep both wordings',
};

/** A record that was changed here and there, with its choice. */
function conflict(
  one: Changed,
  chosen: Choice,
  name: Name,
  onChoose: (id: string, choice: Choice) => void,
): TemplateResult {
  const { id } = one.here;
  const choices: readonly Choice[] = canKeepBoth(one) ? ['here', 'there', 'both'] : ['here', 'there'];
  return html`<fieldset class="argument-conflict">
    <legend dir="auto">${recordName(one.here, name)}</legend>
    ${rows(one, name)}
    <div class="argument-choices">
      ${choices.map(
        (choice) =>
          html`<label
            ><input
              type="radio"
              name=${`argument-${id}`}
              .checked=${choice === chosen}
              @change=${() => onChoose(id, choice)}
            />
            ${choiceWords[choice]}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** All of the plan that one may want to look into. */
export function planDetails(
  plan: ArgumentPlan,
  name: Name,
  chosen: ReadonlyMap<string, Choice>,
  onChoose: (id: string, choice: Choice) => void,
): TemplateResult {
  const { conflicts, fresh, gone } = plan;
  return html`${conflicts.map((one) => conflict(one, chosen.get(one.here.id) ?? 'here', name, onChoose))}
  ${changes(plan, name)} ${listed('New', fresh, name)} ${listed('No longer in the file', gone, name)}
  ${findings(plan.findings)}`;
}

/** What was left out or kept in part, and why. */
function findings(all: readonly Finding[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<details class="argument-list" ?open=${all.length <= 8}>
    <summary>Remarks on the file (${all.length.toLocaleString('en')})</summary>
    <ul>
      ${all.slice(0, most).map((finding) => html`<li>${findingSentence(finding)}</li>`)} ${rest(all.length)}
    </ul>
  </details>`;
}
