/** `<step-scheme>`: the scheme that a step follows, and its critical questions: answered, remarked on, raised as objections. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Desk } from '../desk/desk.ts';
import { editInference } from '../desk/inference-commands.ts';
import type { Store } from '../desk/store.ts';
import type { Inference } from '../model/argument-records.ts';
import type { Scheme } from '../model/scheme-form.ts';
import { schemeGroups, schemeName, schemeOf } from '../model/schemes.ts';
import { premiseRoleNames } from './step-premises.ts';
import './step-question.ts';

/** Stands for a rule in the reader's own words. */
const ownRule = 'own-rule';

/** @fires announce - What was raised. */
@customElement('step-scheme')
export class StepScheme extends LitElement {
  @property({ attribute: false }) step: Inference | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) store: Store | null = null;
  /** Whether the step is the reader's own. */
  @property({ attribute: false }) own = false;
  /** True from the wish for a rule in one's own words until there is one. */
  @state() private wantsRule = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { step, desk, own } = this;
    if (!step || !desk || (!own && step.scheme === null)) return nothing;
    const scheme = schemeOf(step.scheme);
    return html`<section>
        <h4>Scheme</h4>
        ${own ? this.#choice(step, scheme) : html`<p>${schemeName(step.scheme)}</p>`}
        ${scheme ? this.#form(scheme) : nothing}
      </section>
      ${scheme ? this.#questions(step, scheme) : nothing}`;
  }

  #choice(step: Inference, scheme: Scheme | null): TemplateResult {
    const isOwnRule = this.wantsRule || (step.scheme !== null && !scheme);
    return html`<select aria-label="Scheme that the step follows" @change=${this.#onScheme}>
        <option value="" .selected=${!scheme && !isOwnRule}>None said</option>
        ${schemeGroups.map(
          ({ title, schemes }) =>
            html`<optgroup label=${title}>
              ${schemes.map(
                ({ key, name }) =>
                  html`<option value=${key} .selected=${key === scheme?.key}>${name}</option>`,
              )}
            </optgroup>`,
        )}
        <option value=${ownRule} .selected=${isOwnRule}>A rule in words of your own</option>
      </select>
      ${
        isOwnRule
          ? html`<label class="field"
              ><span>Rule</span
              ><input
                name="rule"
                maxlength="300"
                autocomplete="off"
                .value=${step.scheme ?? ''}
                @change=${this.#onRule}
            /></label>`
          : nothing
      }`;
  }

  /** How the scheme argues, with letters for what the case fills in. */
  #form({ premises, conclusion }: Scheme): TemplateResult {
    return html`<details class="scheme-form">
      <summary>How it argues</summary>
      <ul>
        ${premises.map(
          ({ form, role }) => html`<li>${form} <small>${premiseRoleNames[role].toLowerCase()}</small></li>`,
        )}
        <li class="scheme-so">So: ${conclusion}</li>
      </ul>
    </details>`;
  }

  #questions(step: Inference, scheme: Scheme): TemplateResult {
    return html`<section>
      <h4>Critical questions</h4>
      <ol class="questions">
        ${scheme.questions.map(
          (question) =>
            html`<li>
              <step-question
                .question=${question}
                .step=${step}
                .desk=${this.desk}
                .store=${this.store}
                .own=${this.own}
              ></step-question>
            </li>`,
        )}
      </ol>
    </section>`;
  }

  readonly #onScheme = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.wantsRule = value === ownRule;
    if (!this.step || value === ownRule) return;
    this.store?.run(editInference(this.step.id, { scheme: value }));
  };

  readonly #onRule = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (this.step) this.store?.run(editInference(this.step.id, { scheme: value }));
    this.wantsRule = value.trim() === '';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'step-scheme': StepScheme;
  }
}
