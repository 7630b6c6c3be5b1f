/** Over the map: that it shows the argument without some source, and the way to put that back. */
import { html, nothing, type TemplateResult } from 'lit';
import { nothingWithout, standings } from '../desk/standing.ts';
import type { Store } from '../desk/store.ts';

const count = (number: number, words: string): string => `${number} ${words}`;

/** Nothing while nothing is taken away. */
export function withoutBanner(store: Store): TemplateResult | typeof nothing {
  const all = standings(store.desk);
  if (!all) return nothing;
  const { names, fallen, weakened } = all;
  const step = store.desk.session.withoutStep;
  const where = step === null ? '' : ` Step ${step + 1} of ${all.outcome.steps.length}:`;
  return html`<p class="map-without">
    <span
      >The argument without <strong>${names}</strong>.${where} ${count(fallen.size, 'fallen')},
      ${count(weakened.size, 'weaker')}.</span
    >
    <button type="button" class="plain-button" @click=${() => store.setSession(nothingWithout)}>
      Put back
    </button>
  </p>`;
}
