/** `<comparison-dialog>`: two arguments on one map: what both have once, and what only one has with its name on it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { compareLayers, deskId, type Compared } from '../desk/comparing.ts';
import { layerOf, type Desk, type Focus } from '../desk/desk.ts';
import { ownLayerOf } from '../desk/layers.ts';
import { freshSession } from '../desk/session.ts';
import { Store } from '../desk/store.ts';
import { sideName, summary } from '../margin/compare-words.ts';
import '../map/argument-map.ts';
import { Notebook } from '../notebook/notebook.ts';

/** Both as a desk of their own, on which nothing can be written. */
function storeFor(desk: Desk, { left, right, map }: Compared): Store {
  const notebook = new Notebook();
  const records = new Map(map.records.map((record) => [record.id, Object.freeze(record)]));
  const merged = { ...ownLayerOf('merged', 'Both', records), kind: 'return', readOnly: true } as const;
  const compared = { sides: map.sides, names: { left: sideName(left), right: sideName(right) } };
  return new Store(
    {
      ...desk,
      layers: [merged, ownLayerOf('nobody', '', notebook.records)],
      session: { ...freshSession, compared },
      canUndo: false,
      canRedo: false,
    },
    notebook,
  );
}

@customElement('comparison-dialog')
export class ComparisonDialog extends LitElement {
  /** The desk's own store. */
  @property({ attribute: false }) store: Store | null = null;
  @state() private compared: Compared | null = null;
  @state() private both: Store | null = null;
  /** What was chosen on the map last. */
  @state() private chosen: Focus | null = null;
  #stop: (() => void) | null = null;
  #opener: HTMLElement | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  /** Opens on two notebooks; the focus goes back to `opener`. Nothing happens where one of them is not open any more. */
  async show(left: string, right: string, opener: HTMLElement | null): Promise<void> {
    const desk = this.store?.desk;
    const compared = desk && compareLayers(desk, left, right);
    if (!desk || !compared) return;
    this.#opener = opener;
    this.compared = compared;
    this.chosen = null;
    const both = storeFor(desk, compared);
    this.#stop = both.subscribe(({ session }) => (this.chosen = session.focus));
    this.both = both;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { compared, both } = this;
    if (!compared || !both) return nothing;
    const names = `${sideName(compared.left)} and ${sideName(compared.right)}`;
    return html`<dialog class="dialog comparison" aria-labelledby="comparison-title" @close=${this.#onClose}>
      <div class="dialog-head">
        <h2 id="comparison-title">${names}, on one map</h2>
        <button type="button" class="plain-button" @click=${() => this.querySelector('dialog')?.close()}>
          Close
        </button>
      </div>
      <p class="hint">
        ${summary(compared)} What both have stands here as ${sideName(compared.left)} words it.
      </p>
      <argument-map .store=${both}></argument-map>
      <div class="comparison-foot">
        <p role="status">${this.#said()}</p>
        <button type="button" class="main-button" ?disabled=${!this.chosen} @click=${this.#onGo}>
          Go to it on the desk
        </button>
      </div>
    </dialog>`;
  }

  #said(): string {
    const { both, chosen } = this;
    const record = both && chosen && layerOf(both.desk, chosen.id)?.records.get(chosen.id);
    if (!both || !record) return 'Choose a claim to see whose it is.';
    const words = record.kind === 'claim' ? `“${record.wording}”` : 'gist' in record ? record.gist : '';
    const { sides, names } = both.desk.session.compared ?? { sides: null, names: null };
    const side = sides?.get(record.id);
    return `${words} ${side && names ? `Only in ${names[side]}.` : 'In both.'}`;
  }

  /** Where it lies on the desk, in whichever notebook has it; a notebook that was hidden is shown. */
  readonly #onGo = (): void => {
    const { store, compared, chosen, both } = this;
    if (!store || !compared || !chosen) return;
    const side = both?.desk.session.compared?.sides.get(chosen.id) ?? 'left';
    const layer = compared[side];
    this.#opener = null;
    this.querySelector('dialog')?.close();
    if (!layer.visible) store.setLayerVisible(layer.id, true);
    store.reveal({ kind: chosen.kind, id: deskId(layer, chosen.id.replace(/:other$/u, '')) }, 'route');
  };

  readonly #onClose = (): void => {
    this.#stop?.();
    this.#stop = null;
    this.both = null;
    this.compared = null;
    this.#opener?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'comparison-dialog': ComparisonDialog;
  }
}
