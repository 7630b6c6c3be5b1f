/** `<class-figures>`: how far the class agrees on what to mark, as a figure, in a sentence, and with its limits. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { agreementSteps, type Agreement } from '../desk/class-agreement.ts';
import { atLeisure } from '../desk/at-leisure.ts';
import type { Desk } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { agreementSentence } from './class-words.ts';

@customElement('class-figures')
export class ClassFigures extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private agreement: Agreement | null = null;
  /** The layers that were reckoned last, or are being reckoned. */
  #layers: Desk['layers'] | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers }) => [layers],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    const desk = this.store?.desk;
    if (desk && desk.layers !== this.#layers) void this.#reckon(desk);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { agreement } = this;
    if (!agreement) return nothing;
    const { people, sentences, marked, byMost } = agreement;
    const books = people === 1 ? '1 notebook' : `${people} notebooks`;
    return html`<section class="figures" aria-labelledby="figures-title">
      <h3 id="figures-title">Agreement</h3>
      <p class="figures-sentence">${agreementSentence(agreement)}</p>
      <p class="sources-small">
        From ${books} that came back and show. Of ${sentences.toLocaleString('en')} sentences at least one of
        them marked ${marked.toLocaleString('en')}, more than half of them ${byMost.toLocaleString('en')}.
      </p>
      <details class="figures-how">
        <summary>What the figure says, and what not</summary>
        <p class="sources-small">
          Krippendorff’s alpha, sentence by sentence, marked or not: 1 where everyone chose the same, 0 where
          they agree as often as by chance, below 0 where less. A sentence counts as marked where a mark
          covers half of it, or half of the mark lies in it. Most sentences are marked by nobody, so a few
          marks more or less move the figure a great deal. A low figure says that people chose differently,
          not that anyone is wrong.
        </p>
      </details>
    </section>`;
  }

  /** A newer desk outruns an older one. */
  async #reckon(desk: Desk): Promise<void> {
    this.#layers = desk.layers;
    const agreement = await atLeisure(agreementSteps(desk));
    if (this.#layers === desk.layers) this.agreement = agreement;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'class-figures': ClassFigures;
  }
}
