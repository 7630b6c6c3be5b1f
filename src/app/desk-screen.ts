/** `<desk-screen>`: one paper open: text, margin and map side by side, and everything that joins them. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Store } from '../desk/store.ts';
import { Announce } from '../desk/requests.ts';
import type { NoteRequest, RelateRequest } from '../desk/requests.ts';
import type { Paper } from '../model/paper.ts';
import '../margin/notes-list.ts';
import '../reader/contents-list.ts';
import '../reader/paper-pane.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import '../ui/split-handle.ts';
import type { SplitMoved } from '../ui/split-handle.ts';
import { messageFor, type Message } from './messages.ts';
import type { OpenDesk } from './open-desk.ts';
import { deskBar, type BarActions, type View } from './desk-bar.ts';
import { goTo } from './go-to.ts';
import { readPreferences, writePreferences, type Preferences } from './preferences.ts';
import { ReadingPlace } from './reading-place.ts';
import type { Aim } from './routes.ts';

/** @fires announce - Something to be said. */
@customElement('desk-screen')
export class DeskScreen extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  /** What the link wants to see; a new object is a new wish. */
  @property({ attribute: false }) aim: Aim = { to: 'start' };
  @state() private store: Store | null = null;
  @state() private preferences: Preferences = readPreferences();
  /** The pane that is shown where only one has room. */
  @state() private view: View = 'text';
  @state() private section = '';
  @state() private narrow = false;
  @state() private trouble: Message | null = null;
  @state() private mapState: 'none' | 'loading' | 'ready' | 'failed' = 'none';
  @state() private meanings: ReadonlyMap<string, string> = new Map();

  #desk: OpenDesk | null = null;
  #place: ReadingPlace | null = null;
  #sizes: ResizeObserver | null = null;
  #stop: (() => void) | null = null;
  #pendingAim: Aim | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('text-ready', this.#onTextReady);
    this.addEventListener('note-request', this.#onNote);
    this.addEventListener('relate-request', this.#onRelate);
    addEventListener('keydown', this.#onKey);
    this.#sizes = new ResizeObserver(() => this.#measure());
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey);
    this.#sizes?.disconnect();
    this.#place?.stop();
    this.#stop?.();
    void this.#desk?.close();
    this.#desk = null;
    this.store = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { paper, preferences: like } = this;
    if (!paper) return nothing;
    return html`${deskBar(paper, this.store?.desk ?? null, this.#barState(), this.#actions)}
      ${this.trouble
        ? html`<p class="banner" role="alert"><strong>${this.trouble.title}.</strong> ${this.trouble.words}</p>`
        : nothing}
      <div
        class="desk"
        data-view=${this.view}
        ?data-narrow=${this.narrow}
        ?data-margin=${like.margin}
        ?data-map=${like.map}
        ?data-contents=${like.contents}
      >
        <contents-list class="desk-contents" .paper=${paper} .current=${this.section}></contents-list>
        <div class="reading" id="reading" tabindex="-1">
          <main class="reading-grid">
            <paper-pane .paper=${paper} .store=${this.store}></paper-pane>
            ${this.store ? this.#margin(this.store) : html`<div class="margin-space"></div>`}
            <notes-list .paper=${paper} .store=${this.store}></notes-list>
          </main>
        </div>
        <split-handle .share=${like.split} @split-moved=${this.#onSplit}></split-handle>
        <section class="desk-map" id="map" aria-label="Argument map" tabindex="-1">${this.#map()}</section>
      </div>
      ${this.store
        ? html`<selection-bar .store=${this.store} .view=${this.#pane?.view ?? null} .meanings=${this.meanings}></selection-bar>
            <note-popover .store=${this.store}></note-popover>
            <claim-picker .store=${this.store}></claim-picker>
            ${like.welcomed
              ? nothing
              : html`<welcome-tour .store=${this.store} @tour-done=${() => this.#prefer({ welcomed: true })}></welcome-tour>`}`
        : nothing}`;
  }

  #margin(store: Store): TemplateResult {
    return html`<margin-column
      role="complementary"
      aria-label="Margin"
      .store=${store}
      .meanings=${this.meanings}
      .flow=${this.narrow}
      .locate=${(offset: number) => this.#pane?.topOf(offset) ?? 0}
    ></margin-column>`;
  }

  #map(): TemplateResult | typeof nothing {
    if (this.mapState === 'ready') return html`<argument-map .store=${this.store}></argument-map>`;
    if (this.mapState === 'failed') {
      return html`<div class="pane-empty" role="alert">
        <p>The map did not arrive. The text and your notes work without it.</p>
        <button type="button" class="main-button" @click=${() => void this.#loadMap()}>Try again</button>
      </div>`;
    }
    return html`<p class="pane-empty pane-wait" role="status">Fetching the map …</p>`;
  }

  get #pane(): PaperPane | null {
    return this.querySelector('paper-pane');
  }

  get #showsMap(): boolean {
    return this.narrow ? this.view === 'map' : this.preferences.map;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('paper') && this.paper) void this.#open(this.paper);
    if (changed.has('aim')) this.#follow(this.aim);
    if (this.store && this.#showsMap && this.mapState === 'none' && this.#pane?.view) void this.#loadMap();
  }

  /** Opens storage and notebooks once the text is on the screen. */
  async #open(paper: Paper): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    try {
      const [{ openDesk }] = await Promise.all([import('./open-desk.ts'), import('./desk-parts.ts')]);
      const open = await openDesk(paper, (error) => {
        this.trouble = error ? messageFor(error) : null;
      });
      if (!this.isConnected || this.paper !== paper) {
        await open.close();
        return;
      }
      this.#desk = open;
      this.#stop = open.store.subscribe((desk, previous) => this.#onStore(desk, previous));
      this.store = open.store;
    } catch (error) {
      this.trouble = messageFor(error);
    }
  }

  async #loadMap(): Promise<void> {
    this.mapState = 'loading';
    try {
      await import('../map/argument-map.ts');
      this.mapState = 'ready';
    } catch {
      this.mapState = 'failed';
    }
  }

  readonly #onTextReady = (): void => {
    const scroller = this.querySelector<HTMLElement>('.reading');
    const { paper } = this;
    if (!scroller || !paper) return;
    this.#place?.stop();
    this.#place = new ReadingPlace(paper, scroller, () => this.#pane?.view ?? null, {
      onSection: (section) => (this.section = section),
    });
    const hasAim = this.#pendingAim !== null && this.#pendingAim.to !== 'start';
    void this.#place.restore(this.#desk?.storage ?? null, hasAim);
    if (this.#pendingAim) this.#follow(this.#pendingAim);
    this.requestUpdate();
    const margin = this.querySelector('margin-column');
    margin?.arrange();
    this.#sizes?.observe(this.#pane as Element);
  };

  #follow(aim: Aim): void {
    const { store, paper } = this;
    const pane = this.#pane;
    if (!store || !paper || !pane?.view) {
      this.#pendingAim = aim;
      return;
    }
    this.#pendingAim = null;
    if (aim.to === 'start') return;
    if (this.narrow) this.view = 'text';
    void this.updateComplete.then(() => goTo(aim, { store, pane, root: this }));
  }

  #onStore(desk: Store['desk'], previous: Store['desk']): void {
    const { reveal, focus } = desk.session;
    if (reveal && reveal !== previous.session.reveal) {
      if (reveal.by !== 'text' && reveal.by !== 'route') this.#place?.leave(reveal.target);
      if (this.narrow && reveal.by !== 'text') this.view = reveal.by === 'route' ? this.view : 'text';
      if (this.narrow && reveal.by === 'text' && desk.session.editing) this.view = 'margin';
    }
    if (focus !== previous.session.focus || desk.saving !== previous.saving || desk.layers !== previous.layers) {
      this.requestUpdate();
    }
    if (desk.canUndo !== previous.canUndo || desk.canRedo !== previous.canRedo) this.requestUpdate();
  }

  readonly #onNote = (event: NoteRequest): void => {
    void this.querySelector('note-popover')?.show(event.note, event.opener);
  };

  readonly #onRelate = (event: RelateRequest): void => {
    void this.querySelector('claim-picker')?.ask(event.claim, event.relation);
  };

  #prefer(patch: Partial<Preferences>): void {
    this.preferences = writePreferences(patch);
  }

  #measure(): void {
    this.narrow = this.clientWidth < 760;
    this.querySelector('margin-column')?.arrange();
  }

  readonly #onSplit = (event: SplitMoved): void => {
    this.style.setProperty('--map-share', String(event.share));
    if (event.final) this.#prefer({ split: event.share });
  };

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('preferences')) this.style.setProperty('--map-share', String(this.preferences.split));
  }

  #barState(): { like: Preferences; view: View; narrow: boolean } {
    return { like: this.preferences, view: this.view, narrow: this.narrow };
  }

  readonly #actions: BarActions = {
    undo: () => this.#travel('undo'),
    redo: () => this.#travel('redo'),
    prefer: (patch) => this.#prefer(patch),
    show: (view) => (this.view = view),
    setLayer: (id, visible) => this.store?.setLayerVisible(id, visible),
    retry: () => this.#desk?.queue.retry(),
  };

  /** Takes back the reader's last edit. */
  undo(): void {
    this.#travel('undo');
  }

  #travel(way: 'undo' | 'redo'): void {
    const label = way === 'undo' ? this.store?.undo() : this.store?.redo();
    if (label) this.dispatchEvent(new Announce(`${way === 'undo' ? 'Undone' : 'Done again'}: ${label}`));
  }

  /** Undo and redo everywhere but in a field, which has its own; F6 walks the panes. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const inField = target?.matches('input, textarea, select') ?? false;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !inField) {
      if (key === 'z') this.#travel(event.shiftKey ? 'redo' : 'undo');
      else if (key === 'y') this.#travel('redo');
      else return;
      event.preventDefault();
    } else if (event.key === 'F6') {
      event.preventDefault();
      this.#cyclePanes(event.shiftKey ? -1 : 1);
    }
  };

  #cyclePanes(step: number): void {
    const panes = ['.desk-bar', '.paper-text', 'margin-column', '.desk-map']
      .map((selector) => this.querySelector<HTMLElement>(selector))
      .filter((pane): pane is HTMLElement => pane !== null && pane.offsetParent !== null);
    const now = panes.findIndex((pane) => pane.contains(document.activeElement));
    const next = panes[(now + step + panes.length) % panes.length];
    const stop = next?.matches('[tabindex], .paper-text')
      ? next
      : next?.querySelector<HTMLElement>('button, a[href], [tabindex="0"]');
    stop?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-screen': DeskScreen;
  }
}
