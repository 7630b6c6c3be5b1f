/** The fields of the export dialog, as a function of what is chosen. */
import { html, nothing, type TemplateResult } from 'lit';
import { dpiAt, hasPixels, largestScale, type ExportChoice } from './export-choice.ts';

type Choose = (part: Partial<ExportChoice>) => void;
type Option<K extends keyof ExportChoice> = readonly [ExportChoice[K], string];

function radios<K extends 'format' | 'part' | 'sheets' | 'theme'>(
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
      max=${largestScale}
      step="1"
      .value=${String(choice.scale)}
      @input=${(event: Event) => choose({ scale: inputOf(event).valueAsNumber })}
    />
    <output>${choice.scale}× (${dpiAt(choice.scale)} dpi)</output></label
  >`;

const flags = [
  ['hasTitle', 'Title'],
  ['hasCitation', 'Citation'],
  ['hasLegend', 'Legend'],
  ['hasNotes', 'Notes beneath'],
  ['hasDate', 'Date'],
  ['isTransparent', 'Transparent background'],
  ['hasFonts', 'Fonts inside the file'],
] as const;

const formats: readonly Option<'format'>[] = [
  ['png', 'PNG'],
  ['svg', 'SVG'],
  ['pdf', 'PDF'],
  ['jpg', 'JPEG'],
  ['webp', 'WebP'],
];
const sheets: readonly Option<'sheets'>[] = [
  ['one', 'One of its own size'],
  ['a4', 'One A4'],
  ['poster', 'A4 sheets for a poster'],
];
const themes: readonly Option<'theme'>[] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** All fields. `parts` are what the map can be shown in part or whole. */
export function exportFields(
  choice: ExportChoice,
  parts: readonly Option<'part'>[],
  choose: Choose,
): TemplateResult {
  // Pixels have no fonts to carry, and JPEG nothing to see through.
  const isShown = (name: (typeof flags)[number][0]): boolean =>
    (name !== 'hasFonts' || choice.format === 'svg') && (name !== 'isTransparent' || choice.format !== 'jpg');
  const shown = flags.filter(([name]) => isShown(name));
  return html`${radios(choice, 'format', 'Format', formats, choose)}
    ${hasPixels(choice.format) ? scaleField(choice, choose) : nothing}
    ${choice.format === 'pdf' ? radios(choice, 'sheets', 'Sheets', sheets, choose) : nothing}
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
