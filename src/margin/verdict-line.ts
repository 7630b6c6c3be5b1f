/** `<verdict-line>`: what became of the passages of a record; opened, the difference, and what one can do about it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { detach, keepPlace, seekAgain } from '../desk/attach-commands.ts';
import { canEdit } from '../desk/desk.ts';
import { Announce, ChoosePlaceRequest } from '../desk/requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Command, Store } from '../desk/store.ts';
import { verdictOf, type RecordVerdict, type TargetVerdict } from '../desk/verdicts.ts';
import { shorten } from './note-details.ts';
import { difference } from './verdict-difference.ts';
import { places } from './verdict-places.ts';
import { fateSigns, fateWords, verdictWords } from './verdict-words.ts';

/**
 * Follows the store by itself, so that the card around it need not. Shows nothing where all is in place.
 *
 * @fires announce - What was done, with an offer to undo it.
 * @fires choose-place-request - A place is to be chosen in the text.
 */
@customElement('verdict-line')
export class VerdictLine extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Id of the record. */
  @property() record = '';
  @property({ type: Boolean }) open = false;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [
        verdictOf(desk, this.record),
        canEdit(desk, this.record),
        desk.session.attaching?.id === this.record ? desk.session.attaching.target : null,
      ],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store, record } = this;
    const verdict = store && verdictOf(store.desk, record);
    if (!verdict) return nothing;
    if (!this.open) return this.#line(verdict);
    const open = verdict.targets.filter(({ fate }) => fate !== 'placed');
    const several = verdict.targets.length > 1;
    return html`${several ? this.#line(verdict) : nothing}
    ${open.map((one) => this.#passage(store, one, several))}`;
  }

  #line(verdict: RecordVerdict): TemplateResult {
    return html`<p class="verdict-words" data-fate=${verdict.fate}>
      <span class="verdict-sign" aria-hidden="true">${fateSigns[verdict.fate]}</span> ${verdictWords(verdict)}
    </p>`;
  }

  #passage(store: Store, one: TargetVerdict, isNamed: boolean): TemplateResult {
    const { fate, target, now, index } = one;
    return html`<div class="verdict" role="group" aria-label=${fateWords(one)} data-fate=${fate}>
      <p class="verdict-words" data-fate=${fate}>
        <span class="verdict-sign" aria-hidden="true">${fateSigns[fate]}</span> ${fateWords(one)}
      </p>
      ${isNamed && now === null ? html`<p><q>${shorten(target.exact, 120)}</q></p>` : nothing}
      ${now === null ? nothing : difference(target.exact, now)}
      ${fate === 'orphan' && target.address ? html`<p class="verdict-hint">It stood at ${target.address}.</p>` : nothing}
      ${canEdit(store.desk, this.record) ? this.#ways(store, one, store.desk.session.attaching?.target === index) : nothing}
    </div>`;
  }

  /** What one can do with a passage of one's own. */
  #ways(store: Store, one: TargetVerdict, isAttaching: boolean): TemplateResult | typeof nothing {
    const { fate, index } = one;
    if (fate === 'searching') return nothing;
    const isChosen = isAttaching && store.desk.session.attaching?.id === this.record;
    const isFound = fate !== 'orphan';
    return html`${isChosen || !isFound ? places(store, this.record, one) : nothing}
      <div class="card-actions">
        ${isFound ? this.#button('Keep', () => this.#do(keepPlace(this.record, index), 'Place kept')) : nothing}
        <button
          type="button"
          class="plain-button"
          aria-pressed=${isChosen}
          @click=${() => this.#choose(store, one, isChosen)}
        >
          ${fate === 'orphan' ? 'Find it in the text …' : 'Move …'}
        </button>
        ${isFound ? this.#button(fate === 'moved' ? 'Not here' : 'Detach', () => this.#do(detach(this.record, index), 'Detached: it waits among the lost passages')) : nothing}
        ${one.target.detached ? this.#button('Look for it again', () => this.#do(seekAgain(this.record, index), 'Looking for it again')) : nothing}
      </div>`;
  }

  /** Begins to choose another place, or leaves it; where nothing is proposed it can only be in the text. */
  #choose(store: Store, { index, fate, at, target, suggestions }: TargetVerdict, isChosen: boolean): void {
    store.setSession({ attaching: isChosen ? null : { id: this.record, target: index }, preview: null });
    if (isChosen || (fate !== 'orphan' && suggestions.length > 0)) return;
    const near = target.note === undefined ? (at ?? suggestions[0] ?? target).start : 0;
    this.dispatchEvent(new ChoosePlaceRequest(Math.min(near, store.desk.paper.text.length)));
  }

  #button(words: string, act: () => void): TemplateResult {
    return html`<button type="button" class="plain-button" @click=${act}>${words}</button>`;
  }

  #do(command: Command, words: string): void {
    if (!this.store?.run(command)) return;
    this.store.setSession({ attaching: null, preview: null });
    this.dispatchEvent(new Announce(words, 'undo'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'verdict-line': VerdictLine;
  }
}
