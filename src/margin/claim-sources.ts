/** On a claim's card: whom its notes name, and how it stands while a source is taken away. */
import { html, nothing, type TemplateResult } from 'lit';
import { authoritiesOf } from '../desk/backing.ts';
import type { Desk } from '../desk/desk.ts';
import { standingWords } from '../desk/standing.ts';
import type { Claim } from '../model/argument-records.ts';
import { sourceButton } from './source-button.ts';

/** The authorities behind a claim, each leading to the sources; nothing where its notes name nobody. */
export function restsOn(desk: Desk, claim: Claim): TemplateResult | typeof nothing {
  const names = authoritiesOf(desk, { kind: 'claim', id: claim.id });
  if (names.length === 0) return nothing;
  return html`<p class="card-rests">
    Rests on ${names.map((name, at) => html`${at > 0 ? ', ' : ''}${sourceButton(desk, name)}`)}
  </p>`;
}

/** “falls without Russell”; nothing where nothing has changed for the claim. */
export function standingTag(desk: Desk, claim: Claim): TemplateResult | typeof nothing {
  const words = standingWords(desk, claim.id);
  return words ? html`<p class="card-standing"><em class="standing-tag">${words}</em></p>` : nothing;
}
