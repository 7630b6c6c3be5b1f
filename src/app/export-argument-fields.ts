/** The fields of the dialog that exports the argument, as a function of what is chosen. */
import { html, nothing, type TemplateResult } from 'lit';
import { argumentOutFormats, type ArgumentOutFormat } from './argument-choice.ts';
import { argumentFormatWords } from './argument-formats.ts';
import type { ArgumentScope } from './argument-taken.ts';

/** What the fields change. */
export interface ArgumentFieldActions {
  readonly format: (format: ArgumentOutFormat) => void;
  readonly scope: (scope: ArgumentScope) => void;
}

const option = (format: ArgumentOutFormat, now: ArgumentOutFormat): TemplateResult =>
  html`<option value=${format} ?selected=${format === now}>${argumentFormatWords[format].name}</option>`;

interface Scope {
  readonly scope: ArgumentScope;
  readonly words: string;
}

const scopeFields = (
  scopes: readonly Scope[],
  now: ArgumentScope,
  choose: (scope: ArgumentScope) => void,
): TemplateResult =>
  html`<fieldset class="marks-what">
    <legend>What</legend>
    ${scopes.map(
      ({ scope, words }) =>
        html`<label
          ><input
            type="radio"
            name="scope"
            value=${scope}
            .checked=${scope === now}
            @change=${() => choose(scope)}
          />
          <span>${words}</span></label
        >`,
    )}
  </fieldset>`;

/** How much of the argument, where there is a choice, and the format: those that Warrant reads back first. */
export function argumentFields(
  scopes: readonly Scope[],
  scope: ArgumentScope,
  format: ArgumentOutFormat,
  actions: ArgumentFieldActions,
): TemplateResult {
  const whole = argumentOutFormats.filter((one) => argumentFormatWords[one].isWhole);
  const others = argumentOutFormats.filter((one) => !argumentFormatWords[one].isWhole);
  return html`${scopes.length < 2 ? nothing : scopeFields(scopes, scope, actions.scope)}
    <div class="marks-row">
      <label class="field"
        ><span>Format</span>
        <select
          name="format"
          autofocus
          @change=${(event: Event) =>
            actions.format((event.target as HTMLSelectElement).value as ArgumentOutFormat)}
        >
          <optgroup label="Read back unchanged">${whole.map((one) => option(one, format))}</optgroup>
          <optgroup label="To read and to draw">${others.map((one) => option(one, format))}</optgroup>
        </select></label
      >
    </div>
    <p class="hint">${argumentFormatWords[format].about}</p>`;
}
