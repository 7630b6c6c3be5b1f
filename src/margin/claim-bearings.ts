/** What bears on a claim: its passages, what supports it, what it supports, what attacks it. */
import { html, nothing, type TemplateResult } from 'lit';
import { argument, type Desk } from '../desk/desk.ts';
import { placed } from '../desk/passages.ts';
import { placeAt } from '../model/paper.ts';
import type { Claim, Conflict, Inference } from '../model/argument-records.ts';
import { shorten } from './note-details.ts';

type Go = (claim: string) => void;

const button = (claim: Claim | undefined, go: Go): TemplateResult | typeof nothing =>
  claim
    ? html`<button type="button" class="link-button" @click=${() => go(claim.id)}>
        <span class="role-sign" data-role=${claim.role} aria-hidden="true"></span>${claim.wording}
      </button>`
    : nothing;

function passages(desk: Desk, claim: Claim): TemplateResult | typeof nothing {
  const found = placed(desk).passages.filter((one) => one.kind === 'claim' && one.id === claim.id);
  const orphan = found.length === 0 && claim.targets.length > 0;
  const isSought = placed(desk).searching.includes(claim.id);
  if (orphan) {
    return html`<section>
      <h4>Passage</h4>
      <p class="card-orphan">
        ${isSought ? 'Being looked for' : 'Not found in this text any more'}:
        <q>${shorten(claim.targets[0]?.exact ?? '')}</q>
      </p>
    </section>`;
  }
  if (found.length === 0)
    return html`<section>
      <h4>Passage</h4>
      <p>None: nobody states it in the text.</p>
    </section>`;
  return html`<section>
    <h4>${found.length > 1 ? 'Passages' : 'Passage'}</h4>
    <ul>
      ${found.map(
        (one) =>
          html`<li>
            <a class="passage-link" href="#/${encodeURIComponent(desk.paper.id)}?at=${one.start}"
              ><q>${shorten(desk.paper.text.slice(one.start, one.end), 120)}</q></a
            >
            <span class="card-place">${placeAt(desk.paper, one.start)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

const step = (desk: Desk, inference: Inference, ids: readonly string[], go: Go): TemplateResult =>
  html`<li>
    ${ids.map(
      (id, at) =>
        html`${at > 0 ? html`<span class="card-and">together with</span>` : nothing}
        ${button(argument(desk).claims.get(id), go)}`,
    )}
    ${inference.gist ? html`<p class="card-gist">${inference.gist}${inference.implicit ? ' (left unsaid in the text)' : ''}</p>` : nothing}
  </li>`;

function attack(desk: Desk, conflict: Conflict, claim: Claim, go: Go): TemplateResult {
  const graph = argument(desk);
  const other = conflict.from === claim.id ? conflict.to : conflict.from;
  const inference = graph.inferences.get(other);
  const target = graph.claims.get(inference ? inference.conclusion : other);
  return html`<li>
    ${inference ? html`<span class="card-and">the step to</span>` : nothing} ${button(target, go)}
    ${conflict.gist ? html`<p class="card-gist">${conflict.gist}</p>` : nothing}
  </li>`;
}

const list = (title: string, items: readonly TemplateResult[]): TemplateResult | typeof nothing =>
  items.length > 0
    ? html`<section>
        <h4>${title}</h4>
        <ul>
          ${items}
        </ul>
      </section>`
    : nothing;

/** The bearings of a claim as sections of its card. `go` is called with the claim that was chosen. */
export function claimBearings(desk: Desk, claim: Claim, go: Go): TemplateResult {
  const graph = argument(desk);
  const supported = graph.supportsFor(claim.id);
  const attacks = graph.attacksOn(claim.id);
  const undercuts = supported.flatMap((inference) => graph.attacksOn(inference.id));
  return html`${passages(desk, claim)}
  ${list(
    'Supported by',
    supported.map((one) =>
      step(
        desk,
        one,
        one.premises.map((premise) => premise.claim),
        go,
      ),
    ),
  )}
  ${list(
    'Supports',
    graph.stepsFrom(claim.id).map((one) => step(desk, one, [one.conclusion], go)),
  )}
  ${list(
    'Attacked by',
    attacks.map((one) => attack(desk, one, claim, go)),
  )}
  ${list(
    'A step to it is attacked by',
    undercuts.map((one) => html`<li>${button(graph.claims.get(one.from), go)}</li>`),
  )}
  ${list(
    'Attacks',
    graph
      .attacksBy(claim.id)
      .filter((one) => !one.mutual)
      .map((one) => attack(desk, one, claim, go)),
  )}`;
}
