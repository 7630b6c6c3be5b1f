/** Long lists in slices: the first items at once, more when they are asked for. */
import { html, nothing, type TemplateResult } from 'lit';

/** How many items show at first, and how many come with each press. */
export const sliceSize = 60;

/** What of a list shows. */
export interface Slices {
  /** How many items of the list `key` show. */
  shown(key: string): number;
  more(key: string): void;
}

/** The first items of a list, and a button for more where there are more. */
export function sliced<T>(
  slices: Slices,
  key: string,
  items: readonly T[],
  view: (item: T) => TemplateResult | typeof nothing,
): TemplateResult {
  const shown = slices.shown(key);
  const rest = items.length - shown;
  return html`<ul>
      ${items.slice(0, shown).map((item) => html`<li>${view(item)}</li>`)}
    </ul>
    ${
      rest > 0
        ? html`<button type="button" class="plain-button sources-more" @click=${() => slices.more(key)}>
            ${Math.min(rest, sliceSize)} more of ${rest}
          </button>`
        : nothing
    }`;
}
