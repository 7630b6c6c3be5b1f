/** The selection toolbar's buttons that give the selected words to something: to the mark in focus, to the note whose passage is chosen. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.ts';
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

/** While a note's passage is being chosen, the selection can be it. */
export function correctionButton(
  desk: Desk | null,
  onCorrect: (note: string) => void,
): TemplateResult | typeof nothing {
  const note = desk?.paper.notes.find((one) => one.id === desk.session.correcting);
  if (!note) return nothing;
  return html`<button type="button" class="bar-button" tabindex="-1" @click=${() => onCorrect(note.id)}>
    This is what note ${note.label} is for
  </button>`;
}
