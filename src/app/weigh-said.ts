/** `<weigh-said>`: says aloud how claims are labelled, and what of it changes, wherever the change came from. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { argument, type Desk } from '../desk/desk.ts';
import { claimName, labelWords, tallyWords } from '../desk/label-words.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { changesBetween, labelsOf, type Change } from '../desk/weighed.ts';
import type { Labelling } from '../model/grounded.ts';

/** Of so few changes each is said; of more only how many there are. */
const mostSaid = 3;

/** Nothing of it can be seen. */
@customElement('weigh-said')
export class WeighSaid extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private words = '';
  #labels: Labelling | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [labelsOf(desk)],
      () => this.#hear(),
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.words}</p>`;
  }

  #hear(): void {
    const desk = this.store?.desk;
    if (!desk) return;
    const [before, now] = [this.#labels, labelsOf(desk)];
    this.#labels = now;
    if (!now) this.words = 'Labels are off.';
    else if (!before) this.words = `Claims are weighed: ${tallyWords(desk, ', ')}.`;
    else this.words = changedWords(desk, changesBetween(argument(desk), before, now));
  }
}

function changedWords(desk: Desk, changed: readonly Change[]): string {
  if (changed.length === 0) return 'No label changes.';
  const named = changed.map(({ claim }) => `“${claimName(desk, claim)}” is ${labelWords(desk, claim)}`);
  const what = changed.length > mostSaid ? `${changed.length} labels change` : named.join('; ');
  return `${what}. In all ${tallyWords(desk, ', ')}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'weigh-said': WeighSaid;
  }
}
