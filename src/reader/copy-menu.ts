/** `<copy-menu>`: how a passage is taken away: the citation style, Markdown, links. Beside “Copy with citation”. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { citationStyles, styleNames, type CitationStyle } from '../cite/citation-styles.ts';
import { citer } from '../cite/cite.ts';
import { attribution } from '../cite/engine.ts';
import { Announce, CitationStyleRequest, PassageLinkRequest } from '../desk/requests.ts';
import type { Range } from '../desk/desk.ts';
import type { Paper } from '../model/paper.ts';
import { addressOf, sayPlace } from '../text/address.ts';
import { copyAsMarkdown, copyReference, copyWithCitation } from './citation.ts';
import { menuKey } from '../ui/menu-keys.ts';

/**
 * @fires citation-style-request - Another style was chosen, to be remembered.
 * @fires passage-link-request - A link to the passage is wanted.
 * @fires announce - What was copied, said aloud.
 */
@customElement('copy-menu')
export class CopyMenu extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  /** The passage to be copied; null where there is none. */
  @property({ attribute: false }) range: Range | null = null;
  @property({ attribute: false }) citation: CitationStyle = 'plain';
  @state() private isOpen = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="bar-button copy-menu-button"
        tabindex="-1"
        aria-haspopup="menu"
        aria-expanded=${this.isOpen}
        aria-label="Ways to copy"
        title="Ways to copy"
        @click=${() => this.#toggle()}
        @keydown=${this.#onButtonKey}
      >
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="m5 8 5 5 5-5" /></svg>
      </button>
      ${this.#place()} ${this.isOpen ? this.#menu() : nothing}`;
  }

  /** The address of the selection: what one would say of it, and what copies and links carry. */
  #place(): TemplateResult | typeof nothing {
    const { paper, range } = this;
    const place = paper && range ? sayPlace(addressOf(paper, range.start)) : '';
    return place ? html`<span class="selection-place">${place}</span>` : nothing;
  }

  #menu(): TemplateResult {
    return html`<div
      class="copy-menu"
      role="menu"
      aria-label="Ways to copy"
      @keydown=${this.#onMenuKey}
      @focusout=${this.#onFocusOut}
    >
      <div role="group" aria-label="Copy with citation">
        <div class="copy-menu-title" aria-hidden="true">Copy with citation</div>
        ${citationStyles.map((style) => this.#style(style))}
      </div>
      <div role="separator"></div>
      ${this.#item('Copy as Markdown', (paper, range) => copyAsMarkdown(paper, range, this.citation))}
      ${this.#item('Copy the reference alone', (paper) => copyReference(paper, this.citation))}
      <div role="separator"></div>
      ${this.#link('Link to this passage', 'route')}
      ${this.paper?.front.url ? this.#link('Text-fragment link', 'fragment') : nothing}
      <div class="copy-menu-source" role="presentation">${attribution}</div>
    </div>`;
  }

  #style(style: CitationStyle): TemplateResult {
    return html`<button
      type="button"
      role="menuitemradio"
      aria-checked=${this.citation === style}
      tabindex="-1"
      @click=${() => this.#choose(style)}
    >
      ${styleNames[style]}
    </button>`;
  }

  #item(words: string, copy: (paper: Paper, range: Range) => Promise<string>): TemplateResult {
    return html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.#copy(copy)}>
      ${words}
    </button>`;
  }

  #link(words: string, way: 'route' | 'fragment'): TemplateResult {
    const ask = (): void => {
      const { range } = this;
      this.#close();
      if (range) this.dispatchEvent(new PassageLinkRequest(range, way));
    };
    return html`<button type="button" role="menuitem" tabindex="-1" @click=${ask}>${words}</button>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('range') && !this.range) this.isOpen = false;
    // The processor is fetched before it is asked, so that copying is as quick as the press of a key.
    if ((changed.has('range') || changed.has('citation')) && this.range) this.#warm();
  }

  protected override updated(): void {
    const menu = this.querySelector<HTMLElement>('[role="menu"]');
    if (!menu) return;
    menu.classList.remove('above');
    menu.classList.toggle('above', menu.getBoundingClientRect().bottom > innerHeight - 8);
    if (!menu.contains(document.activeElement)) this.#items[this.#first]?.focus({ preventScroll: true });
  }

  /** Which item takes the focus when the menu opens. */
  #first = 0;

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  }

  #warm(): void {
    const style = this.citation === 'plain' && this.isOpen ? 'chicago-notes' : this.citation;
    // What does not arrive now is asked for again when it is needed, and told of then.
    if (style !== 'plain') citer(style).catch(() => undefined);
  }

  #toggle(): void {
    if (this.isOpen) this.#close();
    else this.#open(citationStyles.indexOf(this.citation));
  }

  #open(first: number): void {
    this.#first = first;
    this.isOpen = true;
    this.#warm();
  }

  /** Closes the menu; the focus goes back to its button. */
  #close(): void {
    this.isOpen = false;
    this.querySelector<HTMLElement>('.copy-menu-button')?.focus({ preventScroll: true });
  }

  #choose(style: CitationStyle): void {
    this.dispatchEvent(new CitationStyleRequest(style));
    this.#copy((paper, range) => copyWithCitation(paper, range, style));
  }

  #copy(copy: (paper: Paper, range: Range) => Promise<string>): void {
    const { paper, range } = this;
    this.#close();
    if (paper && range) void copy(paper, range).then((said) => this.dispatchEvent(new Announce(said)));
  }

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    this.#open(event.key === 'ArrowDown' ? 0 : this.paper?.front.url ? 8 : 7);
  };

  /** Arrow keys walk the menu, letters jump, Escape goes back to the button, Tab leaves. */
  readonly #onMenuKey = (event: KeyboardEvent): void => menuKey(event, this.#items, () => this.#close());

  readonly #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !this.contains(to)) this.isOpen = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'copy-menu': CopyMenu;
  }
}
