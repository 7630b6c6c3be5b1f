/** `<argument-prose>`: the argument as numbered text, in step with the other faces. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Argument } from '../model/argument.ts';
import { argument, type Desk, type Focus } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { noteLabels } from './note-labels.ts';
import { plainProse, tellArgument, type ProseLine, type ProsePiece } from './prose.ts';
import { mapWatched } from './session-nodes.ts';

/** Hover and focus go to the store and come from it. Renders into the light DOM, styled by styles/prose.css. */
@customElement('argument-prose')
export class ArgumentProse extends LitElement {
  @property({ attribute: false }) store: Store | null = null;

  #told: { readonly of: Argument | null; readonly lines: readonly ProseLine[] } = { of: null, lines: [] };
  #revealed = 0;

  constructor() {
    super();
    new StoreController(this, () => this.store, mapWatched);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.store?.desk;
    if (!desk) return nothing;
    const lines = this.#lines(desk);
    if (lines.length === 0) return html`<p class="map-outline-empty">There is no argument to tell yet.</p>`;
    return html`<div class="prose-head">
        <button type="button" class="plain-button" @click=${() => void this.#copy()}>Copy as text</button>
      </div>
      <ol
        class="prose"
        role="list"
        aria-label="The argument as text"
        @pointerover=${this.#onHover}
        @pointerleave=${() => this.store?.hover(null)}
      >
        ${repeat(
          lines,
          ({ claim }) => claim.id,
          (line) => this.#line(line, desk),
        )}
      </ol>`;
  }

  /** What another face revealed comes into view; the focus stays where it is. */
  protected override updated(_changed: PropertyValues): void {
    const reveal = this.store?.desk.session.reveal;
    if (!reveal || reveal.serial === this.#revealed) return;
    this.#revealed = reveal.serial;
    if (reveal.target.kind === 'offset' || this.contains(document.activeElement)) return;
    this.querySelector(`[data-claim="${CSS.escape(reveal.target.id)}"]`)?.scrollIntoView({
      block: 'nearest',
    });
  }

  #lines(desk: Desk): readonly ProseLine[] {
    const graph = argument(desk);
    if (this.#told.of !== graph) {
      const labels = noteLabels(desk.paper);
      this.#told = { of: graph, lines: tellArgument(graph, (note) => labels.get(note) ?? note) };
    }
    return this.#told.lines;
  }

  #line({ claim, number, said, sentences }: ProseLine, { session }: Desk): TemplateResult {
    const isLit = session.hover?.id === claim.id;
    const isFocus = session.focus?.id === claim.id;
    return html`<li data-claim=${claim.id} ?data-lit=${isLit} ?data-focus=${isFocus}>
      <button
        type="button"
        class="prose-claim"
        aria-current=${isFocus ? 'true' : 'false'}
        @click=${() => this.#reveal({ kind: 'claim', id: claim.id })}
      >
        <span class="prose-number">${number}.</span> ${said}
      </button>
      ${sentences.map((pieces) => html`<p>${pieces.map((one) => this.#piece(one))}</p>`)}
    </li>`;
  }

  #piece(piece: ProsePiece): TemplateResult | string {
    if (typeof piece === 'string') return piece;
    const { claim, number } = piece;
    // No white space within: a comma stands at the number.
    return html`<button
      type="button"
      class="prose-ref"
      aria-label=${`Claim ${number}`}
      @click=${() => this.#goTo(claim)}
    >
      ${number}
    </button>`;
  }

  #reveal(focus: Focus): void {
    this.store?.reveal(focus, 'outline');
  }

  /** A number leads to its claim, in this text and on every other face. */
  #goTo(claim: string): void {
    this.#reveal({ kind: 'claim', id: claim });
    const line = this.querySelector(`[data-claim="${CSS.escape(claim)}"]`);
    line?.querySelector<HTMLElement>('.prose-claim')?.focus();
    line?.scrollIntoView({ block: 'nearest' });
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(plainProse(this.#told.lines));
      this.dispatchEvent(new Announce('The argument was copied as text.'));
    } catch {
      this.dispatchEvent(
        new Announce('This browser did not let the text be copied. Select it and copy it by hand.'),
      );
    }
  }

  readonly #onHover = ({ target }: PointerEvent): void => {
    const line = target instanceof Element ? target.closest<HTMLElement>('[data-claim]') : null;
    const id = line?.dataset['claim'];
    this.store?.hover(id === undefined ? null : { kind: 'claim', id });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'argument-prose': ArgumentProse;
  }
}
