/** Over the map while claims are weighed: how many have each label, what has changed, and the way to take it back. */
import { html, nothing, type TemplateResult } from 'lit';
import { changeWords, claimName, doubtWords, tallyWords } from '../desk/label-words.ts';
import type { Store } from '../desk/store.ts';
import { changes, nothingAside, type Change } from '../desk/weighed.ts';

/** So many changed claims are named; how many there are is always said. */
const mostNamed = 60;

function changedItem(store: Store, change: Change): TemplateResult {
  return html`<li>
    <button
      type="button"
      class="link-button"
      data-claim=${change.claim}
      @click=${() => store.reveal({ kind: 'claim', id: change.claim }, 'route')}
    >
      ${claimName(store.desk, change.claim)}
    </button>
    <span>${changeWords(change)}</span>
  </li>`;
}

/** What is labelled otherwise since something was set aside or taken away; nothing where nothing was. */
function changedList(store: Store): TemplateResult | typeof nothing {
  const since = doubtWords(store.desk);
  if (!since) return nothing;
  const all = changes(store.desk);
  if (all.length === 0) return html`<span>No label changes since ${since}.</span>`;
  return html`<details class="weigh-changed">
    <summary>${all.length} ${all.length === 1 ? 'label changes' : 'labels change'} since ${since}</summary>
    <ul>
      ${all.slice(0, mostNamed).map((one) => changedItem(store, one))}
    </ul>
    ${all.length > mostNamed ? html`<p>And ${all.length - mostNamed} more.</p>` : nothing}
  </details>`;
}

/** Nothing while claims are not weighed. */
export function weighBanner(store: Store): TemplateResult | typeof nothing {
  const { desk } = store;
  const tally = tallyWords(desk);
  if (!tally) return nothing;
  const hasAside = desk.session.setAside.size > 0;
  return html`<div class="map-weighing" role="group" aria-label="Labels">
    <strong class="weigh-tally">${tally}</strong>
    ${changedList(store)}
    ${
      hasAside
        ? html`<button type="button" class="plain-button" @click=${() => store.setSession(nothingAside)}>
            Take back
          </button>`
        : nothing
    }
  </div>`;
}
