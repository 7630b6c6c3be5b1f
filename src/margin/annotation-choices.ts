/** The choices in the editor of a mark: why it was made, its colour, highlight or underline. Parts of a form. */
import { html, type TemplateResult } from 'lit';
import { meanings } from '../desk/desk.ts';
import { ColoursRequest } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { colours } from '../model/colours.ts';
import type { Annotation } from '../model/records.ts';
import { choices, motivationIcon, motivationNames } from './motivation-names.ts';

/** The field `motivation`. A highlight with words is a comment: of these two the words decide. */
export const motivationChoice = ({ motivation }: Annotation): TemplateResult =>
  html`<fieldset class="choice-pills">
    <legend>Kind</legend>
    ${choices(motivation).map(
      (one) =>
        html`<label class="choice-pill">
          <input type="radio" name="motivation" value=${one} .checked=${one === motivation} />
          ${motivationIcon(one)}<span>${motivationNames[one]}</span>
        </label>`,
    )}
  </fieldset>`;

function swatch(
  store: Store | null,
  key: string,
  words: string,
  look: string,
  chosen: string,
): TemplateResult {
  const name = `${(store && meanings(store.desk).get(key)) ?? words} (${look})`;
  return html`<label class="swatch-choice" title=${name}>
    <input type="radio" name="colour" value=${key} .checked=${key === chosen} aria-label=${name} />
    <span class="swatch" data-colour=${key}></span>
  </label>`;
}

/** The field `colour`, and the way to say what colours mean. */
export const colourChoice = (store: Store | null, { colour }: Annotation): TemplateResult =>
  html`<fieldset class="swatches">
    <legend>Colour</legend>
    ${colours.map(({ key, meaning, look }) => swatch(store, key, meaning, look, colour))}
    <button
      type="button"
      class="link-button"
      @click=${(event: Event) => event.target?.dispatchEvent(new ColoursRequest())}
    >
      Name the colours
    </button>
  </fieldset>`;

/** The field `style`. */
export const styleChoice = ({ style }: Annotation): TemplateResult =>
  html`<fieldset class="choice-pills">
    <legend>Look</legend>
    ${(['highlight', 'underline'] as const).map(
      (one) =>
        html`<label class="choice-pill">
          <input type="radio" name="style" value=${one} .checked=${one === style} />
          <span class="look-sample" data-style=${one}
            >${one === 'highlight' ? 'Highlight' : 'Underline'}</span
          >
        </label>`,
    )}
  </fieldset>`;
