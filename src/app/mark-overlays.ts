/** `<mark-overlays>`: what floats over the text about its marks: the choice among several, the handles of the one in focus. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MarkRequest, MarksRequest } from '../desk/mark-requests.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import '../reader/marks-here.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import '../reader/span-handles.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { focusFace } from './place-actions.ts';

/** Acts on the requests about marks that reach the desk around it. */
@customElement('mark-overlays')
export class MarkOverlays extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) pane: PaperPane | null = null;
  /** The text's view; null while the text is plain. */
  @property({ attribute: false }) view: PaperPane['view'] = null;
  @property({ attribute: false }) hasKeys = true;

  constructor() {
    super();
    new WhileConnected(this, (signal) => this.#listen(signal));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #listen(signal: AbortSignal): void {
    this.#root?.addEventListener('marks-request', (event) => this.#onMarks(event), { signal });
    this.#root?.addEventListener('mark-request', (event) => this.#onMark(event), { signal });
  }

  get #root(): HTMLElement | null {
    return this.closest<HTMLElement>('desk-screen');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store, pane, view } = this;
    if (!store || !pane || !view) return nothing;
    return html`<span-handles
        .store=${store}
        .view=${view}
        .onDone=${(offset: number) => pane.focusAt(offset)}
      ></span-handles>
      <marks-here .store=${store} .view=${view} .hasKeys=${this.hasKeys}></marks-here>`;
  }

  /** Lists the marks at an offset; says so where there are none. */
  async list(offset: number): Promise<void> {
    if (!(await this.querySelector('marks-here')?.show(offset)))
      this.dispatchEvent(new Announce('There is no mark here.'));
  }

  /** Lets the reader change the passage of what is in focus, by key. */
  async changeSpan(offset: number): Promise<void> {
    if (!(await this.querySelector('span-handles')?.begin(offset)))
      this.dispatchEvent(new Announce('This mark has no passage of yours in the text.'));
  }

  #onMarks({ offset }: MarksRequest): void {
    this.querySelector('marks-here')?.offer(offset);
  }

  #onMark({ focus, wish, offset }: MarkRequest): void {
    const { store, pane } = this;
    const root = this.#root;
    if (!store || !pane || !root) return;
    store.reveal(focus, 'text');
    if (wish === 'span') return void this.changeSpan(offset);
    requestAnimationFrame(() => void focusFace({ store, pane, root }, focus, 'margin'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mark-overlays': MarkOverlays;
  }
}
