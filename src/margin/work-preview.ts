/** What was read of a pasted text, before it is attached: how much, the works to choose from, and what was not understood. */
import { html, nothing, type TemplateResult } from 'lit';
import { workLine } from '../desk/work-line.ts';
import type { CslItem } from '../model/csl.ts';

/** What could be read of a text, and what could not, in sentences that name entry and line. */
export interface ReadWorks {
  readonly items: readonly CslItem[];
  readonly findings: readonly string[];
}

/** How much was read, in a line; nothing where nothing was. */
export function readSummary({ items, findings }: ReadWorks): TemplateResult | typeof nothing {
  if (items.length + findings.length === 0) return nothing;
  const works = `${items.length} ${items.length === 1 ? 'work' : 'works'} read`;
  return html`<p class="hint">
    ${works}${findings.length > 0 ? `; ${findings.length} not understood` : ''}.
  </p>`;
}

/** The works, each to be checked or left out; `left` and `attached` are places in the list. */
export function readItems(
  { items }: ReadWorks,
  left: ReadonlySet<number>,
  attached: ReadonlySet<number>,
  toggle: (at: number) => void,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<ul class="work-preview" aria-label="What was read">
    ${items.map(
      (item, at) =>
        html`<li>
          <label
            ><input type="checkbox" .checked=${!left.has(at)} @change=${() => toggle(at)} />
            <span
              >${workLine(item)}${attached.has(at) ? html` <em class="card-own">attached already</em>` : nothing}</span
            ></label
          >
        </li>`,
    )}
  </ul>`;
}

/** What was not understood, sentence by sentence. */
export function readFindings({ findings }: ReadWorks): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  return html`<div class="work-findings">
    <h3>Not understood</h3>
    <ul>
      ${findings.map((words) => html`<li>${words}</li>`)}
    </ul>
  </div>`;
}
