/** `<work-choice>`: the works that the notebook knows already, to be attached once more. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { works } from '../desk/sources.ts';
import type { Store } from '../desk/store.ts';
import { attachWork, type Attachment } from '../desk/supply-commands.ts';
import { workLine } from '../desk/work-line.ts';
import { fold } from '../text/fold.ts';

/** Most works that are listed at once; the filter finds the others. */
const most = 200;

/** Knows which works are attached already: these cannot be chosen again. */
@customElement('work-choice')
export class WorkChoice extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) to: Attachment | null = null;
  @state() private filter = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store, to } = this;
    if (!store || !to) return nothing;
    const all = [...works(store.desk).values()].map((work) => ({ work, line: workLine(work.item) }));
    const found = all.filter(({ line }) => fold(line).includes(fold(this.filter)));
    return html`<label class="field"
        ><span>Find a work</span>
        <input
          type="search"
          autocomplete="off"
          .value=${this.filter}
          @input=${(event: Event) => (this.filter = (event.target as HTMLInputElement).value)}
      /></label>
      <p class="hint" role="status">
        ${found.length}
        ${found.length === 1 ? 'work' : 'works'}${found.length > most ? `; the first ${most} are shown` : ''}
      </p>
      <ul class="picker-list">
        ${found.slice(0, most).map(({ work, line }) => {
          const command = attachWork(work.id, to);
          return html`<li>
            <button
              type="button"
              class="picker-choice"
              ?disabled=${command(store.desk) === null}
              @click=${() =>
                store.run(command) &&
                this.dispatchEvent(new CustomEvent('works-added', { bubbles: true, detail: 1 }))}
            >
              ${line}
            </button>
          </li>`;
        })}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'work-choice': WorkChoice;
  }
}
