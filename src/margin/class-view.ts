/** `<class-view>`: the notebooks of others beside the reader's own: who they are, what they agree on, what each marked. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Desk, Layer } from '../desk/desk.ts';
import { openedIn } from '../desk/layers.ts';
import { HandRequest, OpenLayersRequest } from '../desk/requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import '../ui/markdown-text.ts';
import './class-figures.ts';
import './class-passages.ts';
import './layer-list.ts';

/**
 * @fires open-layers-request - Notebooks are to be opened from files.
 * @fires hand-request - The reader's own notebook is to go into a file.
 */
@customElement('class-view')
export class ClassView extends LitElement {
  @property({ attribute: false }) store: Store | null = null;

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

  protected override render(): TemplateResult {
    const { store } = this;
    if (!store) return html`<p class="sources-small">Opening …</p>`;
    const all = openedIn(store.desk.layers);
    return html`<div class="sources class" role="group" aria-labelledby="class-title">
      <h2 id="class-title" tabindex="-1">Class</h2>
      ${this.#summary(store.desk, all)} ${this.#doing()}
      ${all.filter(({ kind }) => kind === 'handout').map((layer) => this.#instructions(layer))}
      <layer-list .store=${store}></layer-list>
      ${
        all.length > 0
          ? html`<class-figures .store=${store}></class-figures>
              <class-passages .store=${store}></class-passages>`
          : nothing
      }
    </div>`;
  }

  #summary({ layers }: Desk, all: readonly Layer[]): TemplateResult {
    if (all.length === 0) {
      return html`<p class="sources-small">
          <strong>Teachers</strong> hand out their notebook as a file, and open here what comes back: who
          marked what, where they agree, where they differ.
        </p>
        <p class="sources-small">
          <strong>Students</strong> open the handout, work in their own notebook beside it, and hand that in.
          All of it in files; nothing is sent anywhere.
        </p>`;
    }
    const back = all.filter(({ kind }) => kind === 'return').length;
    const handouts = all.length - back;
    const words = [
      back > 0 ? `${back} ${back === 1 ? 'notebook' : 'notebooks'} of others` : '',
      handouts > 0 ? `${handouts} ${handouts === 1 ? 'handout' : 'handouts'}` : '',
    ].filter(Boolean);
    const hidden = layers.filter((layer) => layer.opened && !layer.visible).length;
    return html`<p class="sources-small">
      ${words.join(', ')}${hidden > 0 ? `, ${hidden} of them hidden` : ''}. Nobody’s notebook changes yours.
    </p>`;
  }

  #doing(): TemplateResult {
    const button = (words: string, request: () => Event): TemplateResult =>
      html`<button type="button" class="plain-button" @click=${() => this.dispatchEvent(request())}>
        ${words}
      </button>`;
    return html`<div class="class-doing" role="group" aria-label="Files">
      ${button('Open notebooks …', () => new OpenLayersRequest())}
      ${button('Hand out …', () => new HandRequest('out'))}
      ${button('Hand in …', () => new HandRequest('in'))}
    </div>`;
  }

  #instructions({ name, opened }: Layer): TemplateResult | typeof nothing {
    if (!opened?.instructions) return nothing;
    return html`<details class="sources-section class-instructions">
      <summary><h3>What “${name}” asks</h3></summary>
      <markdown-text .source=${opened.instructions}></markdown-text>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'class-view': ClassView;
  }
}
