/** `<attach-strip>`: while a place is being chosen for a passage: which one, and the way to attach it to what is selected. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { attachable } from '../desk/verdicts.ts';
import { shorten } from './note-details.ts';
import { attachHere } from './verdict-places.ts';

/** @fires announce - That it was attached, with an offer to undo it. */
@customElement('attach-strip')
export class AttachStrip extends LitElement {
  @property({ attribute: false }) store: Store | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ session, layers }) => [session.attaching, session.selection, session.attaching && layers],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const { attaching, selection } = store?.desk.session ?? {};
    const target = store && attaching ? attachable(store.desk, attaching.id, attaching.target) : null;
    if (!store || !target) return nothing;
    return html`<div class="attach-strip" role="region" aria-label="Attach a passage">
      <p role="status">
        ${selection ? 'Attach' : 'Select in the text where this stands now:'}
        <q>${shorten(target.exact, 70)}</q>${selection ? ' to the selected words?' : ''}
      </p>
      <button type="button" class="main-button" ?disabled=${!selection} @click=${this.attach}>
        Attach here
      </button>
      <button type="button" class="plain-button" @click=${this.cancel}>Cancel</button>
    </div>`;
  }

  /** Attaches the passage to what is selected. */
  readonly attach = (): void => {
    const { attaching, selection } = this.store?.desk.session ?? {};
    if (this.store && attaching && selection)
      attachHere(this.store, this, attaching.id, attaching.target, selection);
  };

  readonly cancel = (): void => this.store?.setSession({ attaching: null, preview: null });
}

declare global {
  interface HTMLElementTagNameMap {
    'attach-strip': AttachStrip;
  }
}
