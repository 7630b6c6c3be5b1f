/** The other marks on the very same words: counted on the card of the first, and the way to each. */
import { html, nothing, type TemplateResult } from 'lit';
import { markOf } from '../desk/annotation-commands.ts';
import type { Desk } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import { layerTag, lineOf } from './annotation-parts.ts';

/** “and 2 more on the same words”, which unfolds to a line for each of `ids` but `shown`. */
export function sameWords(
  desk: Desk,
  store: Store | null,
  shown: string,
  ids: readonly string[],
): TemplateResult | typeof nothing {
  const others = ids.flatMap((id) => (id === shown ? [] : (markOf(desk, id) ?? [])));
  if (others.length === 0) return nothing;
  return html`<details class="same-words">
    <summary>and ${others.length} more on the same words</summary>
    <ul>
      ${others.map(
        (mark) =>
          html`<li>
            <button
              type="button"
              class="card-line"
              @click=${() => store?.reveal({ kind: 'annotation', id: mark.id }, 'margin')}
            >
              ${lineOf(mark)}${layerTag(desk, mark.id)}
            </button>
          </li>`,
      )}
    </ul>
  </details>`;
}
