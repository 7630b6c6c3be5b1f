/** `<side-pane>`: what helps to find one's way, left of the text: one tab shows at a time, fetched when first shown. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Store } from '../desk/store.ts';
import type { Paper } from '../model/paper.ts';
import '../reader/contents-list.ts';
import { StoreController } from '../desk/store-controller.ts';
import { verdicts } from '../desk/verdicts.ts';
import { sideTabs, type SideTab, type SideTabLook } from './side-tabs.ts';

/** What each tab shows is fetched when the tab is first chosen; the contents are there. */
const parts: Readonly<Partial<Record<SideTab, () => Promise<unknown>>>> = {
  find: () => import('../reader/find-list.ts'),
  sources: () => import('../margin/sources-view.ts'),
  marks: () => import('../margin/marks-view.ts'),
  class: () => import('../margin/class-view.ts'),
  compare: () => import('../margin/compare-view.ts'),
  findings: () => import('../margin/findings-view.ts'),
  places: () => import('../margin/orphan-tray.ts'),
};

/** A tab was chosen. */
export class SideTabChosen extends Event {
  readonly tab: SideTab;

  constructor(tab: SideTab) {
    super('side-tab-chosen', { bubbles: true });
    this.tab = tab;
  }
}

/** @fires side-tab-chosen - Another tab is wanted. */
@customElement('side-pane')
export class SidePane extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  /** Null until the desk is open. */
  @property({ attribute: false }) store: Store | null = null;
  @property() tab: SideTab = 'contents';
  /** Address of the section that is being read. */
  @property() section = '';

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [verdicts(desk).length > 0],
    );
  }

  /** The tab of the places shows while there is one to look at. */
  get #shown(): readonly SideTabLook[] {
    const hasPlaces = this.tab === 'places' || (this.store !== null && verdicts(this.store.desk).length > 0);
    return sideTabs.filter(({ key }) => key !== 'places' || hasPlaces);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    // The element comes alive where it stands, as soon as it is there.
    if (this.store ?? this.tab === 'find') void parts[this.tab]?.();
  }

  protected override render(): TemplateResult {
    return html`${this.#tabs()}
      <div class="side-body" id="side-body" role="tabpanel" aria-labelledby="side-tab-${this.tab}">
        ${this.#body()}
      </div>`;
  }

  #tabs(): TemplateResult {
    return html`<div class="side-tabs" role="tablist" aria-label="Beside the text" @keydown=${this.#onKey}>
      ${this.#shown.map(
        ({ key, words }) =>
          html`<button
            type="button"
            class="pane-button"
            role="tab"
            id="side-tab-${key}"
            aria-controls="side-body"
            aria-selected=${key === this.tab}
            tabindex=${key === this.tab ? 0 : -1}
            @click=${() => this.dispatchEvent(new SideTabChosen(key))}
          >
            ${words}
          </button>`,
      )}
    </div>`;
  }

  #body(): TemplateResult {
    if (this.tab === 'find') return html`<find-list .store=${this.store}></find-list>`;
    if (this.tab === 'places') return html`<orphan-tray .store=${this.store}></orphan-tray>`;
    if (this.tab === 'sources') return html`<sources-view .store=${this.store}></sources-view>`;
    if (this.tab === 'class') return html`<class-view .store=${this.store}></class-view>`;
    if (this.tab === 'compare') return html`<compare-view .store=${this.store}></compare-view>`;
    if (this.tab === 'marks') return html`<marks-view .store=${this.store}></marks-view>`;
    if (this.tab === 'findings') return html`<findings-view .store=${this.store}></findings-view>`;
    return html`<contents-list .paper=${this.paper} .current=${this.section}></contents-list>`;
  }

  /** Moves the focus to what the tab shows: the current line, else the first thing that takes it. */
  async focusBody(): Promise<void> {
    await this.updateComplete;
    const body = this.querySelector('.side-body');
    const shown = body?.firstElementChild;
    if (shown) {
      // It comes alive where it stands, as soon as its code is there.
      await customElements.whenDefined(shown.localName);
      await (shown as LitElement).updateComplete;
    }
    const stop =
      body?.querySelector<HTMLElement>('[aria-current]:not([aria-current="false"])') ??
      body?.querySelector<HTMLElement>('input, a[href], button, [tabindex="0"]');
    stop?.focus();
  }

  readonly #onKey = async (event: KeyboardEvent): Promise<void> => {
    const tabs = this.#shown;
    const at = tabs.findIndex(({ key }) => key === this.tab);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to = step === undefined ? { Home: 0, End: tabs.length - 1 }[event.key] : at + step;
    if (to === undefined) return;
    event.preventDefault();
    const tab = tabs[(to + tabs.length) % tabs.length];
    if (!tab) return;
    this.dispatchEvent(new SideTabChosen(tab.key));
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#side-tab-${tab.key}`)?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'side-pane': SidePane;
  }
  interface HTMLElementEventMap {
    'side-tab-chosen': SideTabChosen;
  }
}
