/** The other wordings of a claim on its card: of one's own they are added, promoted, split off and removed. */
import { html, nothing, type TemplateResult } from 'lit';
import { splitClaim } from '../desk/merge-commands.ts';
import { Announce } from '../desk/requests.ts';
import type { Command, Store } from '../desk/store.ts';
import {
  addWording,
  promoteWording,
  removeWording,
  whyNotAddWording,
  wordingsOf,
  type Worded,
} from '../desk/wording-commands.ts';
import type { Claim } from '../model/argument-records.ts';
import { newId } from '../notebook/id.ts';
import { textIn } from '../ui/form-text.ts';

const passages = ({ targets }: Worded): string =>
  targets.length === 1 ? '1 passage' : `${targets.length} passages`;

/** Runs a command and says it, with the way back; `from` is the element that it was asked at. */
function run(store: Store | null, from: EventTarget | null, command: Command, words: string): boolean {
  const isDone = store?.run(command) ?? false;
  if (isDone) from?.dispatchEvent(new Announce(words, 'undo'));
  return isDone;
}

function acts(claim: Claim, id: string, store: Store | null): TemplateResult {
  const doIt =
    (command: Command, words: string) =>
    ({ currentTarget }: Event): void =>
      // The button may be gone after it: what is said is said from the card.
      void run(store, (currentTarget as Element).closest('.card'), command, words);
  const split = ({ currentTarget }: Event): void => {
    const made = newId();
    const card = (currentTarget as Element).closest('.card');
    const isDone = run(store, card, splitClaim(claim.id, [id], made), 'Split: it is a claim of its own now');
    if (isDone) store?.reveal({ kind: 'claim', id: made }, 'margin');
  };
  return html`<span class="premise-parts">
    <button
      type="button"
      class="link-button"
      @click=${doIt(promoteWording(claim.id, id), 'Main wording changed')}
    >
      Make it the main one
    </button>
    <button type="button" class="link-button" @click=${split}>Split off</button>
    <button
      type="button"
      class="link-button"
      @click=${doIt(removeWording(claim.id, id), 'Wording removed, with its passages')}
    >
      Remove
    </button>
  </span>`;
}

/** Adds what was typed; where nothing was, the words that are selected in the text. */
function add(event: SubmitEvent, claim: Claim, store: Store | null): void {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const typed = textIn(new FormData(form), 'wording').trim();
  const what = typed === '' ? store?.desk.session.selection : typed;
  if (!store) return;
  const why = what
    ? whyNotAddWording(store.desk, claim.id, what)
    : 'Write a wording, or select its words in the text.';
  if (why !== null || !what) form.dispatchEvent(new Announce(why ?? ''));
  else if (run(store, form, addWording(claim.id, what), 'Wording added')) form.reset();
}

/** See the head of this file; nothing where there is none and none can be added. */
export function claimWordings(
  claim: Claim,
  own: boolean,
  store: Store | null,
): TemplateResult | typeof nothing {
  const others = wordingsOf(claim).slice(1);
  if (others.length === 0 && !own) return nothing;
  const form = html`<form class="wording-add" @submit=${(event: SubmitEvent) => add(event, claim, store)}>
    <input
      name="wording"
      aria-label="Another wording"
      placeholder="Another wording, or select it in the text"
      maxlength="2000"
      autocomplete="off"
    />
    <button type="submit" class="plain-button">Add</button>
  </form>`;
  return html`<section class="wordings">
    <h4>Also worded</h4>
    <ul>
      ${others.map(
        (one) =>
          html`<li>
            ${one.text} <span class="card-place">${passages(one)}</span>
            ${own && one.id !== null ? acts(claim, one.id, store) : nothing}
          </li>`,
      )}
    </ul>
    ${own ? form : nothing}
  </section>`;
}
