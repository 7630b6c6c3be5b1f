/** `<findings-view>`: what one would look at again in the argument, kind by kind; each finding leads to where it is. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { argument, type Desk } from '../desk/desk.ts';
import { findingLooks, findings, type Told } from '../desk/findings.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { findingKinds, type FindingKind } from '../model/findings.ts';
import { dismissedOn } from './findings-dismissed.ts';
import { walkFindings } from './findings-keys.ts';
import { sliceSize } from './source-slices.ts';
import { count } from './source-words.ts';

/** A finding never edits: it can be followed, or dismissed for as long as the paper is open. */
@customElement('findings-view')
export class FindingsView extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** The only kind that shows; null for all. */
  @state() private kind: FindingKind | null = null;
  @state() private limits: ReadonlyMap<FindingKind, number> = new Map();
  @state() private said = '';

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, placings, session }) => [layers, placings, session.focus],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { store } = this;
    if (!store) return html`<p class="sources-small" role="status">Opening …</p>`;
    const all = findings(store.desk);
    const dismissed = dismissedOn(store);
    const left = all.filter(({ key }) => !dismissed.has(key));
    const hidden = all.length - left.length;
    return html`<div class="findings" role="group" aria-labelledby="findings-title" @keydown=${this.#onKey}>
      <h2 class="side-title" id="findings-title" tabindex="-1">Findings</h2>
      <p class="sources-small">${summary(store.desk, left.length)}</p>
      ${left.length > 0 ? this.#filter(left) : nothing}
      ${findingKinds.map((kind) => this.#section(store.desk, kind, left))}
      ${hidden > 0 ? this.#dismissed(store, hidden) : nothing}
      <details class="sources-section">
        <summary><h3>What is looked for</h3></summary>
        <ul class="sources-small">
          ${findingKinds.map((kind) => html`<li>${findingLooks[kind].sought}</li>`)}
        </ul>
      </details>
      <p class="visually-hidden" role="status">${this.said}</p>
    </div>`;
  }

  #filter(left: readonly Told[]): TemplateResult {
    const counted = findingKinds.flatMap((kind) => {
      const number = left.filter((one) => one.kind === kind).length;
      return number > 0 ? [{ kind, number }] : [];
    });
    return html`<label class="findings-filter"
      >Show
      <select @change=${this.#onFilter}>
        <option value="" ?selected=${this.kind === null}>all ${left.length}</option>
        ${counted.map(
          ({ kind, number }) =>
            html`<option value=${kind} ?selected=${kind === this.kind}>
              ${findingLooks[kind].title} (${number})
            </option>`,
        )}
      </select></label
    >`;
  }

  #section(desk: Desk, kind: FindingKind, left: readonly Told[]): TemplateResult | typeof nothing {
    const own = left.filter((one) => one.kind === kind);
    if (own.length === 0 || (this.kind !== null && this.kind !== kind)) return nothing;
    const limit = this.limits.get(kind) ?? sliceSize;
    const more = (): void => void (this.limits = new Map([...this.limits, [kind, limit + sliceSize]]));
    return html`<section class="findings-kind" data-kind=${kind} aria-labelledby="findings-${kind}">
      <h3 id="findings-${kind}">${findingLooks[kind].title} <span class="tray-count">${own.length}</span></h3>
      <ul role="list">
        ${repeat(
          own.slice(0, limit),
          ({ key }) => key,
          (one) => this.#item(desk, one),
        )}
      </ul>
      ${
        own.length > limit
          ? html`<button type="button" class="plain-button" @click=${more}>
              ${Math.min(own.length - limit, sliceSize)} more of ${own.length - limit}
            </button>`
          : nothing
      }
    </section>`;
  }

  #item(desk: Desk, one: Told): TemplateResult {
    const isHere = one.go !== null && desk.session.focus?.id === one.go.id;
    return html`<li class="finding" data-key=${one.key}>
      <button
        type="button"
        class="finding-go"
        aria-disabled=${one.go === null ? 'true' : 'false'}
        aria-current=${isHere ? 'true' : 'false'}
        @click=${() => this.#go(one)}
      >
        ${one.words}
      </button>
      <button
        type="button"
        class="finding-dismiss"
        aria-label="Dismiss: ${one.words}"
        title="Dismiss"
        @click=${() => void this.#dismiss(one)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>`;
  }

  #dismissed(store: Store, hidden: number): TemplateResult {
    const restore = (): void => {
      dismissedOn(store).clear();
      this.said = 'All findings show again.';
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('#findings-title')?.focus());
    };
    return html`<p class="sources-small findings-dismissed">
      ${count(hidden, 'finding')} dismissed for now.
      <button type="button" class="plain-button" @click=${restore}>Show again</button>
    </p>`;
  }

  #go({ go, kind }: Told): void {
    if (!go) return;
    this.store?.reveal(go, 'margin');
    // The text, too, is where one looks for a claim whose passage is lost: the margin has its card.
    if (kind === 'orphan') this.store?.reveal(go, 'route');
  }

  /** The focus goes to the finding that stands there now. */
  async #dismiss({ key, words }: Told): Promise<void> {
    const { store } = this;
    if (!store) return;
    const buttons = (): HTMLElement[] => [...this.querySelectorAll<HTMLElement>('.finding-dismiss')];
    const at = buttons().findIndex((one) => one.closest<HTMLElement>('.finding')?.dataset['key'] === key);
    dismissedOn(store).add(key);
    this.said = `Dismissed: ${words}`;
    this.requestUpdate();
    await this.updateComplete;
    const next = buttons()[at] ?? buttons().at(-1) ?? this.querySelector<HTMLElement>('#findings-title');
    next?.focus();
  }

  readonly #onFilter = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.kind = findingKinds.find((kind) => kind === value) ?? null;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (walkFindings(event, this)) event.preventDefault();
  };
}

function summary(desk: Desk, left: number): string {
  const claims = argument(desk).claims.size;
  if (claims === 0 && left === 0) return 'There is no argument yet: nobody has made a claim.';
  if (left === 0) return `Nothing found in ${count(claims, 'claim')}.`;
  return `${count(left, 'thing')} to look at in ${count(claims, 'claim')}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'findings-view': FindingsView;
  }
}
