/** `<compare-view>`: two arguments on the paper held against each other, as a list; each line leads to what it names. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { comparable, compareLayers, deskId, type Compared } from '../desk/comparing.ts';
import type { Focus, Layer } from '../desk/desk.ts';
import { CompareMapRequest } from '../desk/compare-requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import type { ComparedLink, Side } from '../model/comparison.ts';
import type { Claim } from '../model/argument-records.ts';
import { differenceWords, linkDifference, linkWords, sideName, summary, whyPaired } from './compare-words.ts';
import { roleNames } from './role-names.ts';

/** Whoever teaches holds what came back against the model; whoever reads, their own. */
function firstChoice(layers: readonly Layer[]): readonly [string, string] {
  const model =
    layers.find(({ kind }) => kind === 'handout') ??
    layers.find(({ kind }) => kind === 'edition') ??
    layers[0];
  const others = layers.filter((layer) => layer !== model);
  const other = others.find(({ kind }) => kind === 'own') ?? others[0];
  return [model?.id ?? '', other?.id ?? ''];
}

/** @fires compare-map-request - Both are wanted on one map. */
@customElement('compare-view')
export class CompareView extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Ids of the notebooks that were chosen; empty until then. */
  @state() private chosen: readonly [string, string] = ['', ''];

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, placings }) => [layers, placings],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.store?.desk;
    if (!desk) return nothing;
    const layers = comparable(desk);
    const [left, right] = this.#sides(layers);
    const compared = left === right ? null : compareLayers(desk, left, right);
    return html`<section class="compare" aria-labelledby="compare-title">
      <h3 id="compare-title">Compare two arguments</h3>
      ${
        layers.length < 2
          ? html`<p class="hint">
              There is only one argument here. Make claims of your own, or open a handout, a notebook that
              came back, or an exported picture of a map (Files): then two can be held against each other.
            </p>`
          : this.#choice(layers, left, right)
      }
      ${compared ? this.#report(compared) : nothing}
    </section>`;
  }

  #sides(layers: readonly Layer[]): readonly [string, string] {
    const first = firstChoice(layers);
    const isOpen = (id: string): boolean => layers.some((layer) => layer.id === id);
    const [left, right] = this.chosen;
    return [isOpen(left) ? left : first[0], isOpen(right) ? right : first[1]];
  }

  #choice(layers: readonly Layer[], left: string, right: string): TemplateResult {
    return html`<div class="compare-choice">
      ${this.#select('This', layers, left, (id) => [id, id === right ? left : right])}
      ${this.#select('with', layers, right, (id) => [id === left ? right : left, id])}
      <button type="button" class="plain-button" @click=${() => (this.chosen = [right, left])}>Swap</button>
    </div>`;
  }

  #select(
    words: string,
    layers: readonly Layer[],
    value: string,
    choose: (id: string) => readonly [string, string],
  ): TemplateResult {
    return html`<label class="field"
      ><span>${words}</span>
      <select
        .value=${value}
        @change=${({ target }: Event) => (this.chosen = choose((target as HTMLSelectElement).value))}
      >
        ${layers.map(
          (layer) =>
            html`<option value=${layer.id} ?selected=${layer.id === value}>${sideName(layer)}</option>`,
        )}
      </select></label
    >`;
  }

  #report(compared: Compared): TemplateResult {
    const { both, onlyLeft, onlyRight, links } = compared.comparison;
    const [left, right] = [sideName(compared.left), sideName(compared.right)];
    const differing = both.filter(({ differs }) => differs.length > 0);
    const same = both.filter(({ differs }) => differs.length === 0);
    const claimLine = (claim: Claim, side: Side, more: readonly string[] = []): TemplateResult =>
      this.#line(compared[side], { kind: 'claim', id: claim.id }, claim.wording, [
        roleNames[claim.role],
        ...more,
      ]);
    return html`${this.#head(compared)}
    ${this.#part('In both, but not the same', differing.length, true, () =>
      differing.map((one) =>
        claimLine(one.left, 'left', [whyPaired(one), ...differenceWords(one, compared)]),
      ),
    )}
    ${this.#part(`Only in ${left}`, onlyLeft.length, true, () => onlyLeft.map((claim) => claimLine(claim, 'left')))}
    ${this.#part(`Only in ${right}`, onlyRight.length, true, () => onlyRight.map((claim) => claimLine(claim, 'right')))}
    ${this.#links(
      'Steps and attacks that differ',
      compared,
      links.filter((link) => link.differs.length > 0),
    )}
    ${this.#links(
      `Steps and attacks only in ${left}`,
      compared,
      links.filter((link) => !link.right),
    )}
    ${this.#links(
      `Steps and attacks only in ${right}`,
      compared,
      links.filter((link) => !link.left),
    )}
    ${this.#part('The same in both', same.length, false, () =>
      same.map((one) => claimLine(one.left, 'left', [whyPaired(one)])),
    )}`;
  }

  #head(compared: Compared): TemplateResult {
    return html`<p role="status">${summary(compared)}</p>
      <button
        type="button"
        class="main-button"
        @click=${() => this.dispatchEvent(new CompareMapRequest(compared.left.id, compared.right.id))}
      >
        Show both on one map
      </button>`;
  }

  #links(words: string, compared: Compared, links: readonly ComparedLink[]): TemplateResult {
    return this.#part(words, links.length, false, () =>
      links.map((link) => {
        const side = link.left ? 'left' : 'right';
        const one = link[side];
        if (!one) return html``;
        const said = linkWords(compared.arguments[side], one);
        const more = link.differs.length > 0 ? [linkDifference(link)] : [];
        return this.#line(compared[side], { kind: one.kind, id: one.id }, said, more);
      }),
    );
  }

  /** What is shut is not drawn: a comparison may have thousands of lines. */
  #part(
    words: string,
    size: number,
    isOpen: boolean,
    lines: () => readonly TemplateResult[],
  ): TemplateResult {
    const open = this.#opened.get(words) ?? isOpen;
    return html`<details
      class="compare-part"
      ?open=${open && size > 0}
      @toggle=${({ currentTarget }: Event) => this.#toggled(words, (currentTarget as HTMLDetailsElement).open)}
    >
      <summary>${words} <span class="source-counts">${size}</span></summary>
      ${
        open && size > 0
          ? html`<ul role="list">
              ${lines()}
            </ul>`
          : nothing
      }
    </details>`;
  }

  readonly #opened = new Map<string, boolean>();

  #toggled(words: string, isOpen: boolean): void {
    if (this.#opened.get(words) === isOpen) return;
    this.#opened.set(words, isOpen);
    this.requestUpdate();
  }

  #line(layer: Layer, focus: Focus, words: string, more: readonly string[]): TemplateResult {
    return html`<li>
      <button type="button" class="compare-line" @click=${() => this.#reveal(layer, focus)}>${words}</button>
      ${more.map((one) => html`<p class="sources-small">${one}</p>`)}
    </li>`;
  }

  /** What a hidden notebook says cannot be shown: it is shown first. */
  #reveal(layer: Layer, { kind, id }: Focus): void {
    const { store } = this;
    if (!store) return;
    if (!layer.visible) store.setLayerVisible(layer.id, true);
    store.reveal({ kind, id: deskId(layer, id) }, 'margin');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'compare-view': CompareView;
  }
}
