/** `<source-supply>`: what a reader can supply to an authority: works of it, and its right name; each with a way back. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { canEdit, sources, type Desk } from '../desk/desk.ts';
import { dropRename } from '../desk/override-commands.ts';
import { Announce, WorkRequest } from '../desk/requests.ts';
import { originalSource, works, worksBy } from '../desk/sources.ts';
import type { Store } from '../desk/store.ts';
import type { Source } from '../model/records.ts';
import './name-editor.ts';
import { workList } from './note-sources.ts';

/**
 * Shows nothing for an authority that is none: nobody, or one that is gone.
 *
 * @fires work-request - A work is to be attached, or edited.
 * @fires announce - What was done, with an offer to undo it.
 */
@customElement('source-supply')
export class SourceSupply extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  /** Id of the authority: of a source that the text names, or of a work that stands for one. */
  @property({ attribute: false }) authority = '';
  @state() private isNaming = false;

  #nameBefore = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, store, authority } = this;
    if (!desk || !store) return nothing;
    const source = sources(desk).get(authority);
    if (source) return this.#named(desk, store, source);
    return works(desk).has(authority) && canEdit(desk, authority) ? this.#supplied() : nothing;
  }

  /** An authority that a work stands for has its name from the work. */
  #supplied(): TemplateResult {
    return html`<section>
      <h4>The work</h4>
      <button
        type="button"
        class="plain-button"
        @click=${() => this.dispatchEvent(new WorkRequest({ note: null, source: null }, this.authority))}
      >
        Edit the work …
      </button>
    </section>`;
  }

  #named(desk: Desk, store: Store, source: Source): TemplateResult {
    const cited = worksBy(desk, source.id);
    return html`<section aria-label="Works and name of ${source.name}">
      <h4>Works and name</h4>
      ${
        cited.length > 0
          ? workList(store, cited)
          : html`<p class="sources-small">Nobody has attached a work to this name yet.</p>`
      }
      ${this.#wasNamed(desk, source)}
      ${
        this.isNaming
          ? html`<name-editor
              .store=${store}
              .source=${source.id}
              @editing-done=${this.#onNamed}
            ></name-editor>`
          : nothing
      }
      <div class="card-actions source-actions">
        <button
          type="button"
          class="plain-button"
          data-action="attach"
          @click=${() => this.dispatchEvent(new WorkRequest({ note: null, source: source.id }))}
        >
          Attach a work …
        </button>
        ${this.isNaming ? nothing : this.#nameButtons(desk, source)}
      </div>
    </section>`;
  }

  /** What the name stands in for. */
  #wasNamed(desk: Desk, { id, name }: Source): TemplateResult | typeof nothing {
    const original = originalSource(desk, id);
    if (!original || original.name === name) return nothing;
    return html`<p class="sources-small supplied-by">Named by you; before: ${original.name}</p>`;
  }

  #nameButtons(desk: Desk, source: Source): TemplateResult {
    const drop = dropRename(source.id);
    return html`<button
        type="button"
        class="plain-button"
        data-action="name"
        @click=${() => this.#name(source)}
      >
        Correct the name …
      </button>
      ${
        drop(desk)
          ? html`<button type="button" class="plain-button" @click=${() => this.#back(source)}>
              Back to the first name
            </button>`
          : nothing
      }`;
  }

  #name({ name }: Source): void {
    this.#nameBefore = name;
    this.isNaming = true;
  }

  readonly #onNamed = (): void => {
    this.isNaming = false;
    const name = (this.store && sources(this.store.desk).get(this.authority)?.name) ?? '';
    if (name !== this.#nameBefore) this.dispatchEvent(new Announce(`Named ${name} from now on`, 'undo'));
    this.#focusName();
  };

  #back({ id }: Source): void {
    if (!this.store?.run(dropRename(id))) return;
    this.dispatchEvent(new Announce('Back to the first name', 'undo'));
    this.#focusName();
  }

  #focusName(): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[data-action=name]')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'source-supply': SourceSupply;
  }
}
