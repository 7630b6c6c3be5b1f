/** What bears on a claim: its passages, what supports it, what it supports, what attacks it. */
import { html, nothing, type TemplateResult } from 'lit';
import { argument, type Desk, type Focus } from '../desk/desk.ts';
import { placed } from '../desk/passages.ts';
import { placeAt } from '../model/paper.ts';
import type { Claim, Conflict, Inference } from '../model/argument-records.ts';
import { shorten } from './note-details.ts';

/** Shows what was chosen. */
type Go = (focus: Focus) => void;

const button = (claim: Claim | undefined, go: Go): TemplateResult | typeof nothing =>
  claim
    ? html`<button type="button" class="link-button" @click=${() => go({ kind: 'claim', id: claim.id })}>
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

/** Leads to the card of a step or an attack. */
const opener = (focus: Focus, go: Go): TemplateResult => {
  const name = focus.kind === 'inference' ? 'step' : 'attack';
  return html`<button
    type="button"
    class="link-button step-link"
    aria-label="Open the ${name}"
    @click=${() => go(focus)}
  >
    ${name}
  </button>`;
};

const step = (desk: Desk, inference: Inference, ids: readonly string[], go: Go): TemplateResult =>
  html`<li>
    ${ids.map(
      (id, at) =>
        html`${at > 0 ? html`<span class="card-and">together with</span>` : nothing}
        ${button(argument(desk).claims.get(id), go)}`,
    )}
    ${opener({ kind: 'inference', id: inference.id }, go)}
    ${inference.gist ? html`<p class="card-gist">${inference.gist}${inference.implicit ? ' (left unsaid in the text)' : ''}</p>` : nothing}
  </li>`;

function attack(desk: Desk, conflict: Conflict, claim: Claim, go: Go): TemplateResult {
  const graph = argument(desk);
  const other = conflict.from === claim.id ? conflict.to : conflict.from;
  const inference = graph.inferences.get(other);
  const target = graph.claims.get(inference ? inference.conclusion : other);
  return html`<li>
    ${inference ? html`<span class="card-and">the step to</span>` : nothing} ${button(target, go)}
    ${opener({ kind: 'conflict', id: conflict.id }, go)}
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

const undercut = (desk: Desk, { id, from }: Conflict, go: Go): TemplateResult =>
  html`<li>${button(argument(desk).claims.get(from), go)} ${opener({ kind: 'conflict', id }, go)}</li>`;

/** The bearings of a claim as sections of its card. `go` is called with the claim, step or attack that was chosen. */
export function claimBearings(desk: Desk, claim: Claim, go: Go): TemplateResult {
  const graph = argument(desk);
  const supported = graph.supportsFor(claim.id);
  const undercuts = supported.flatMap((inference) => graph.attacksOn(inference.id));
  const attacks = graph.attacksBy(claim.id).filter((one) => !one.mutual);
  const premises = ({ premises: all }: Inference): string[] => all.map((premise) => premise.claim);
  return html`${passages(desk, claim)}
  ${list(
    'Supported by',
    supported.map((one) => step(desk, one, premises(one), go)),
  )}
  ${list(
    'Supports',
    graph.stepsFrom(claim.id).map((one) => step(desk, one, [one.conclusion], go)),
  )}
  ${list(
    'Attacked by',
    graph.attacksOn(claim.id).map((one) => attack(desk, one, claim, go)),
  )}
  ${list(
    'A step to it is attacked by',
    undercuts.map((one) => undercut(desk, one, go)),
  )}
  ${list(
    'Attacks',
    attacks.map((one) => attack(desk, one, claim, go)),
  )}`;
}
