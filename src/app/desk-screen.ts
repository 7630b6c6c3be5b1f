/** `<desk-screen>`: one paper open: text, margin and map side by side, and everything that joins them. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Desk } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import '../margin/notes-list.ts';
import type { Paper } from '../model/paper.ts';
import '../reader/contents-list.ts';
import '../reader/paper-pane.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import '../ui/split-handle.ts';
import type { SplitMoved } from '../ui/split-handle.ts';
import { afterPaint } from './after-paint.ts';
import { barChanged, deskBar, type BarActions } from './desk-bar.ts';
import { onDeskKey } from './desk-keys.ts';
import { goTo, lightUp } from './go-to.ts';
import './map-pane.ts';
import { messageFor, type Message } from './messages.ts';
import type { OpenDesk } from './open-desk.ts';
import { NarrowPanes } from './narrow-panes.ts';
import { namesOf, panesFor, readPreferences, writePreferences, type Preferences } from './preferences.ts';
import { ReadingPlace } from './reading-place.ts';
import type { Aim } from './routes.ts';

const banner = ({ title, words }: Message): TemplateResult =>
  html`<p class="banner" role="alert"><strong>${title}.</strong> ${words}</p>`;

/** @fires announce - Something to be said. */
@customElement('desk-screen')
export class DeskScreen extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  /** What the link wants to see; a new object is a new wish. */
  @property({ attribute: false }) aim: Aim = { to: 'start' };
  /** True where the browser's Back or Forward brought the aim: then the place is restored, not searched. */
  @property({ attribute: false }) isReturn = false;
  @state() private store: Store | null = null;
  @state() private preferences: Preferences = readPreferences();
  /** False until the text is on the screen: the first paint is the text's alone. */
  @state() private isSettled = false;
  @state() private section = '';
  @state() private width = 1440;
  @state() private trouble: Message | null = null;

  readonly #panes = new NarrowPanes(this);
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
    const { paper } = this;
    if (!paper) return nothing;
    const panes = panesFor(this.preferences, this.width);
    const shown = this.isSettled ? paper : null;
    const state = { like: panes, view: this.#panes.view, narrow: this.#isNarrow };
    return html`${deskBar(paper, this.store?.desk ?? null, state, this.#actions)}
      ${this.trouble ? banner(this.trouble) : nothing}
      <div
        class="desk"
        data-view=${this.#panes.view}
        ?data-narrow=${this.#isNarrow}
        data-panes=${namesOf(panes)}
      >
        <contents-list class="desk-contents" .paper=${shown} .current=${this.section}></contents-list>
        <div class="reading" id="reading" tabindex="-1">
          <main class="reading-grid">
            <paper-pane .paper=${paper} .store=${this.store}></paper-pane>
            ${this.store ? this.#margin(this.store) : html`<div class="margin-space"></div>`}
            <notes-list .paper=${shown} .store=${this.store}></notes-list>
          </main>
        </div>
        <section class="desk-map" id="map" aria-label="Argument map" tabindex="-1">
          <split-handle
            within=".desk"
            .share=${this.preferences.split}
            @split-moved=${this.#onSplit}
          ></split-handle>
          <map-pane .store=${this.store} .wanted=${this.#wantsMap}></map-pane>
        </section>
      </div>
      <desk-overlays
        .store=${this.store}
        .pane=${this.#pane}
        .welcomed=${this.preferences.welcomed || this.aim.to !== 'start'}
        @tour-done=${() => this.#prefer({ welcomed: true })}
      ></desk-overlays>`;
  }

  #margin(store: Store): TemplateResult {
    return html`<margin-column
      role="complementary"
      aria-label="Margin"
      .store=${store}
      .flow=${this.#isNarrow}
      .locate=${this.#locate}
    ></margin-column>`;
  }

  get #pane(): PaperPane | null {
    return this.querySelector('paper-pane');
  }

  /** Too narrow for two panes: one at a time. */
  get #isNarrow(): boolean {
    return this.width < 760;
  }

  get #wantsMap(): boolean {
    const isShown = this.#isNarrow ? this.#panes.view === 'map' : panesFor(this.preferences, this.width).map;
    return isShown && this.store !== null && Boolean(this.#pane?.view);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('preferences')) this.style.setProperty('--map-share', String(this.preferences.split));
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('paper') && this.paper) void this.#open(this.paper);
    if (changed.has('aim')) this.#follow(this.aim);
  }

  /** Opens storage and notebooks once the text is on the screen. */
  async #open(paper: Paper): Promise<void> {
    await afterPaint();
    this.isSettled = true;
    try {
      const [{ openDesk }] = await Promise.all([import('./open-desk.ts'), import('./desk-parts.ts')]);
      const onTrouble = (error: unknown): void => void (this.trouble = error ? messageFor(error) : null);
      const open = await openDesk(paper, onTrouble);
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

  readonly #locate = (offset: number): number => this.#pane?.topOf(offset) ?? 0;

  readonly #onTextReady = (): void => {
    const scroller = this.querySelector<HTMLElement>('.reading');
    const pane = this.#pane;
    if (!scroller || !pane) return;
    const onSection = (section: string): void => void (this.section = section);
    this.#place?.stop();
    this.#place = new ReadingPlace(pane, scroller, this.#desk?.storage ?? null, onSection);
    void this.#place.restore((this.#pendingAim?.to ?? 'start') !== 'start');
    if (this.#pendingAim) this.#follow(this.#pendingAim);
    this.#sizes?.observe(pane);
    this.requestUpdate();
  };

  #follow(aim: Aim): void {
    const { store } = this;
    const pane = this.#pane;
    if (!store || !pane?.view) {
      this.#pendingAim = aim;
      return;
    }
    this.#pendingAim = null;
    if (aim.to === 'start') return;
    if (!this.preferences.text) this.#prefer({ text: true });
    if (this.isReturn) {
      lightUp(aim, store);
      return;
    }
    this.#panes.show('text');
    void this.updateComplete.then(() => goTo(aim, { store, pane, root: this }));
  }

  #onStore(desk: Desk, previous: Desk): void {
    const { reveal } = desk.session;
    if (reveal && reveal !== previous.session.reveal) {
      this.#place?.leave(reveal);
      if (this.#isNarrow) this.#panes.follow(reveal.by, desk.session.editing !== null);
    }
    if (barChanged(desk, previous)) this.requestUpdate();
  }

  readonly #onSplit = (event: SplitMoved): void => {
    this.style.setProperty('--map-share', String(event.share));
    if (event.final) this.#prefer({ split: event.share });
  };

  #prefer(patch: Partial<Preferences>): void {
    this.preferences = writePreferences(patch);
  }

  #measure(): void {
    this.width = this.clientWidth || this.width;
    this.#place?.hold();
    this.querySelector('margin-column')?.arrange();
  }

  readonly #actions: BarActions = {
    undo: () => this.travel('undo'),
    redo: () => this.travel('redo'),
    prefer: (patch) => this.#prefer(patch),
    show: (view) => this.#panes.show(view),
    setLayer: (id, visible) => this.store?.setLayerVisible(id, visible),
    retry: () => void this.#desk?.queue.retry(),
  };

  /** Takes back the reader's last edit, or does it again. */
  travel(way: 'undo' | 'redo'): void {
    const label = way === 'undo' ? this.store?.undo() : this.store?.redo();
    if (label) this.dispatchEvent(new Announce(`${way === 'undo' ? 'Undone' : 'Done again'}: ${label}`));
  }

  /** Remembers where one reads, before a link is followed. */
  readonly keepPlace = (): void => this.#place?.keep();

  readonly #onKey = (event: KeyboardEvent): void => onDeskKey(event, this, this);
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-screen': DeskScreen;
  }
}
