/** The selection toolbar's buttons that give the selected words to something: to the mark in focus, to the note whose passage is chosen. */
import { html, nothing, type TemplateResult } from 'lit';
import { correctSupport } from '../desk/override-commands.ts';
import { Announce, PassageChosen } from '../desk/requests.ts';
import { addPassage } from '../desk/span-commands.ts';
import type { Store } from '../desk/store.ts';

/** The button; nothing where no mark of the reader's own is in focus, or it stands on these words already. `key`: null where keys are off. */
export function addPassageButton(
  store: Store | null,
  key: string | null,
  onDone: () => void,
): TemplateResult | typeof nothing {
  const { focus, selection } = store?.desk.session ?? {};
  if (!store || !focus || !selection || !addPassage(focus.id, selection)(store.desk)) return nothing;
  const add = (): void => {
    if (store.run(addPassage(focus.id, selection))) onDone();
  };
  const words = focus.kind === 'claim' ? 'Add to the claim' : 'Add to the mark';
  return html`<button
    type="button"
    class="bar-button"
    tabindex="-1"
    aria-keyshortcuts=${key ?? nothing}
    title=${key ? `${words} in focus (${key})` : `${words} in focus`}
    @click=${add}
  >
    ${words}
  </button>`;
}

/** The selection becomes what a note is for; `host` fires what is said, and that the choosing is over. */
function correct(store: Store, host: EventTarget, note: string): void {
  const range = store.desk.session.selection;
  if (!range) return;
  if (store.run(correctSupport(note, { range })))
    host.dispatchEvent(new Announce('Passage of the note corrected', 'undo'));
  store.setSession({ selection: null });
  host.dispatchEvent(new PassageChosen());
}

/** While a note's passage is being chosen, the selection can be it. */
export function correctionButton(store: Store | null, host: EventTarget): TemplateResult | typeof nothing {
  const { correcting } = store?.desk.session ?? {};
  const note = store?.desk.paper.notes.find((one) => one.id === correcting);
  if (!store || !note) return nothing;
  return html`<button
    type="button"
    class="bar-button"
    tabindex="-1"
    @click=${() => correct(store, host, note.id)}
  >
    This is what note ${note.label} is for
  </button>`;
}
