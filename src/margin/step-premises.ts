/** The premises on the card of a step: what each does, and whether they work together or apart. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.ts';
import { castPremise, dropPremise, unlinkPremise } from '../desk/inference-commands.ts';
import type { Store } from '../desk/store.ts';
import { premiseRoles, type Inference, type Premise, type PremiseRole } from '../model/argument-records.ts';
import { claimLink } from './argument-links.ts';

/** What premises do, in Toulmin's words, with what these mean. */
export const premiseRoleNames: Readonly<Record<PremiseRole, string>> = {
  grounds: 'Grounds',
  warrant: 'Warrant',
  backing: 'Backing',
};

const meanings: Readonly<Record<PremiseRole, string>> = {
  grounds: 'Grounds: what is the case',
  warrant: 'Warrant: why that leads to the conclusion',
  backing: 'Backing: what the warrant rests on',
};

/** What the part needs of its card. */
export interface PremisesOf {
  readonly step: Inference;
  readonly desk: Desk;
  readonly store: Store | null;
  /** Whether the step is the reader's own. */
  readonly own: boolean;
  /** Asks for a further premise. */
  readonly link: () => void;
}

function roleField({ step, store }: PremisesOf, { claim, role }: Premise): TemplateResult {
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    store?.run(castPremise(step.id, claim, premiseRoles.find((one) => one === value) ?? null));
  };
  return html`<select class="premise-role" aria-label="What it does in the step" @change=${choose}>
    <option value="" .selected=${role === null}>No role said</option>
    ${premiseRoles.map(
      (one) => html`<option value=${one} .selected=${one === role}>${meanings[one]}</option>`,
    )}
  </select>`;
}

function ownParts(of: PremisesOf, premise: Premise): TemplateResult {
  const { step, store } = of;
  const only = step.premises.length < 2;
  return html`<span class="premise-parts">
    ${roleField(of, premise)}
    ${
      only
        ? nothing
        : html`<button
              type="button"
              class="link-button"
              title="It supports the conclusion by itself from then on"
              @click=${() => store?.run(unlinkPremise(step.id, premise.claim))}
            >
              Unlink
            </button>
            <button
              type="button"
              class="link-button"
              title="The claim stays, without this step"
              @click=${() => store?.run(dropPremise(step.id, premise.claim))}
            >
              Take out
            </button>`
    }
  </span>`;
}

/** See the head of this file. */
export function stepPremises(of: PremisesOf): TemplateResult {
  const { step, desk, store, own, link } = of;
  const linked = step.premises.length > 1;
  return html`<section>
    <h4>${linked ? 'Premises, linked: they work only together' : 'Premise, a reason by itself'}</h4>
    <ul class="premises">
      ${step.premises.map(
        (premise) =>
          html`<li>
            ${claimLink(desk, store, premise.claim)}
            ${
              own
                ? ownParts(of, premise)
                : premise.role
                  ? html`<small>${premiseRoleNames[premise.role]}</small>`
                  : nothing
            }
          </li>`,
      )}
    </ul>
    ${own ? html`<button type="button" class="plain-button" @click=${link}>Link a premise …</button>` : nothing}
  </section>`;
}
