/** The colours of the selection toolbar: one press marks the passage in that colour. */
import { html, type TemplateResult } from 'lit';
import { colours } from '../model/colours.ts';

/** A button for each colour, named by what the reader calls it (`names`, by key) and by how it looks. */
export const swatchButtons = (
  names: ReadonlyMap<string, string>,
  onChoice: (key: string) => void,
): TemplateResult[] =>
  colours.map(({ key, look }) => {
    const name = `${names.get(key) ?? ''} (${look})`;
    return html`<button
      type="button"
      class="swatch-button"
      tabindex="-1"
      aria-label="Highlight as ${name}"
      title=${name}
      @click=${() => onChoice(key)}
    >
      <span class="swatch" data-colour=${key}></span>
    </button>`;
  });
