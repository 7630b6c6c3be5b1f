/** The fields of the export dialog, as a function of what is chosen. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ExportChoice } from './export-picture.ts';

type Choose = (part: Partial<ExportChoice>) => void;
type Option<K extends keyof ExportChoice> = readonly [ExportChoice[K], string];

function radios<K extends 'format' | 'part' | 'theme'>(
  choice: ExportChoice,
  name: K,
  label: string,
  options: readonly Option<K>[],
  choose: Choose,
): TemplateResult {
  return html`<fieldset>
    <legend>${label}</legend>
    ${options.map(
      ([value, words]) =>
        html`<label
          ><input
            type="radio"
            name=${name}
            .checked=${choice[name] === value}
            @change=${() => choose({ [name]: value })}
          />
          ${words}</label
        >`,
    )}
  </fieldset>`;
}

const inputOf = (event: Event): HTMLInputElement => event.target as HTMLInputElement;

const scaleField = (choice: ExportChoice, choose: Choose): TemplateResult =>
  html`<label class="map-scale"
    ><span>Scale</span>
    <input
      type="range"
      name="scale"
      min="1"
      max="4"
      step="1"
      .value=${String(choice.scale)}
      @input=${(event: Event) => choose({ scale: inputOf(event).valueAsNumber })}
    />
    <output>${choice.scale}×</output></label
  >`;

const flags = [
  ['hasTitle', 'Title'],
  ['hasCitation', 'Citation'],
  ['hasLegend', 'Legend'],
  ['hasDate', 'Date'],
  ['isTransparent', 'Transparent background'],
  ['hasFonts', 'Fonts inside the file'],
] as const;

/** All fields. `parts` are what the map can be shown in part or whole. */
export function exportFields(
  choice: ExportChoice,
  parts: readonly Option<'part'>[],
  choose: Choose,
): TemplateResult {
  const formats: readonly Option<'format'>[] = [
    ['png', 'PNG'],
    ['svg', 'SVG'],
  ];
  const themes: readonly Option<'theme'>[] = [
    ['light', 'Light'],
    ['dark', 'Dark'],
  ];
  // A PNG has no fonts to carry: they are in its pixels.
  const shown = flags.filter(([name]) => name !== 'hasFonts' || choice.format === 'svg');
  return html`${radios(choice, 'format', 'Format', formats, choose)}
    ${choice.format === 'png' ? scaleField(choice, choose) : nothing}
    ${radios(choice, 'part', 'What', parts, choose)} ${radios(choice, 'theme', 'Colours', themes, choose)}
    <fieldset>
      <legend>With</legend>
      ${shown.map(
        ([name, label]) =>
          html`<label
            ><input
              type="checkbox"
              name=${name}
              .checked=${choice[name]}
              @change=${(event: Event) => choose({ [name]: inputOf(event).checked })}
            />
            ${label}</label
          >`,
      )}
    </fieldset>`;
}
