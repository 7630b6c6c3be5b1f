/** Places that a passage could be attached to, each with its words and address; pointed at, it is lit in the text. */
import { html, nothing, type TemplateResult } from 'lit';
import { attach } from '../desk/attach-commands.ts';
import type { Range } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { paragraphAt, type TargetVerdict } from '../desk/verdicts.ts';
import { shorten } from './note-details.ts';

/** So many are offered: more are no help. */
const most = 3;

/** Attaches a passage, ends the choosing, and shows where it stands now. False where that is no place for it. */
export function attachHere(
  store: Store,
  from: HTMLElement,
  id: string,
  index: number,
  range: Range | null,
): boolean {
  const kind = store.desk.layers.at(-1)?.records.get(id)?.kind;
  if (!store.run(attach(id, index, range))) return false;
  store.setSession({ attaching: null, preview: null, selection: null });
  if (kind === 'claim' || kind === 'annotation') store.reveal({ kind, id }, 'margin');
  from.dispatchEvent(new Announce('Attached', 'undo'));
  return true;
}

function place(store: Store, id: string, { index }: TargetVerdict, { start, end }: Range): TemplateResult {
  const words = shorten(store.desk.paper.text.slice(start, end), 160);
  const address = paragraphAt(store.desk, start);
  const preview = (range: Range | null) => (): void => store.setSession({ preview: range });
  const show = (): void => {
    store.setSession({ preview: { start, end } });
    store.reveal({ kind: 'offset', id: String(start), offset: start }, 'margin');
  };
  return html`<li
    class="verdict-place"
    @pointerenter=${preview({ start, end })}
    @pointerleave=${preview(null)}
    @focusin=${preview({ start, end })}
    @focusout=${({ relatedTarget }: FocusEvent) => relatedTarget && store.setSession({ preview: null })}
  >
    <q>${words}</q> <span class="card-place">${address}</span>
    <span class="card-actions">
      <button
        type="button"
        class="plain-button"
        aria-label="Attach here: “${words}”${address ? `, ${address}` : ''}"
        @click=${(event: Event) => attachHere(store, event.currentTarget as HTMLElement, id, index, { start, end })}
      >
        Attach here
      </button>
      <button type="button" class="link-button" aria-label="Show “${words}” in the text" @click=${show}>
        Show
      </button>
    </span>
  </li>`;
}

/** The places that the search suggests for a passage; nothing where there are none. */
export function places(store: Store, id: string, one: TargetVerdict): TemplateResult | typeof nothing {
  if (one.suggestions.length === 0) return nothing;
  return html`<p class="verdict-hint" id="places-${id}-${one.index}">It could be here:</p>
    <ol class="verdict-places" aria-labelledby="places-${id}-${one.index}">
      ${one.suggestions.slice(0, most).map((range) => place(store, id, one, range))}
    </ol>`;
}
