/** `<desk-screen>`: one paper open: text, margin and map side by side, and everything that joins them. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Desk } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { Paper } from '../model/paper.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import type { SplitMoved } from '../ui/split-handle.ts';
import { ActionKeys } from './action-keys.ts';
import type { ActionScene, Summoned } from './actions.ts';
import { afterPaint } from './after-paint.ts';
import { barChanged, deskBar } from './desk-bar.ts';
import { DeskMode } from './desk-mode.ts';
import { DeskTrouble } from './desk-trouble.ts';
import { deskView, type DeskHandlers } from './desk-view.ts';
import { loadDesk, type LoadedDesk } from './load-desk.ts';
import { NarrowPanes } from './narrow-panes.ts';
import { picturesOf } from './paper-pictures.ts';
import { panesFor, readPreferences, writePreferences, type Preferences } from './preferences.ts';
import { ReadingPlace } from './reading-place.ts';
import type { Aim } from './routes.ts';
import { showLook } from './show-look.ts';
import type { SideTabChosen } from './side-pane.ts';
import type { SideTab } from './side-tabs.ts';
import { SourceJumps } from './source-jumps.ts';

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

  readonly #panes = new NarrowPanes(this);
  readonly #mode = new DeskMode(this, () => this.store);
  readonly #shown = () => this.#mode.panes(panesFor(this.preferences, this.width), this.width);
  readonly #jumps = new SourceJumps(this, (tab) => this.#showSide(tab, false));
  readonly #keys = new ActionKeys(this, () => this.preferences.keys);
  readonly #trouble = new DeskTrouble(this, {
    loaded: () => this.#loaded,
    open: () => this.paper && void this.#open(this.paper),
  });
  #loaded: LoadedDesk | null = null;
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
    this.addEventListener('find-request', () => this.#keys.doNamed('find'));
    this.addEventListener('class-request', () => this.#keys.doNamed('class'));
    this.addEventListener('review-request', () => this.#keys.doNamed('review-places'));
    this.addEventListener('keys-chosen', (event) => this.#prefer({ keys: event.level }));
    this.addEventListener('voice-habits-chosen', (event) => this.#prefer({ voice: event.habits }));
    this.#sizes = new ResizeObserver(() => this.#measure());
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
    this.#place?.stop();
    this.#stop?.();
    void this.#loaded?.open.close();
    this.#loaded = null;
    this.store = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { paper } = this;
    if (!paper) return nothing;
    const panes = this.#shown();
    const bar = { like: panes, view: this.#panes.view, narrow: this.#isNarrow };
    const look = {
      paper,
      store: this.store,
      pictures: picturesOf(this.paper?.id ?? ''),
      isSettled: this.isSettled,
      preferences: this.preferences,
      panes,
      view: this.#panes.view,
      isNarrow: this.#isNarrow,
      wantsMap: this.#wantsMap,
      section: this.section,
      pane: this.#pane,
      hasAim: this.aim.to !== 'start',
      troubles: this.#trouble.all,
    };
    return html`${deskBar(paper, this.store?.desk ?? null, bar, this.#controls)}
    ${deskView(look, this.#handlers)}`;
  }

  get #pane(): PaperPane | null {
    return this.querySelector('paper-pane');
  }

  /** Too narrow for two panes: one at a time. */
  get #isNarrow(): boolean {
    return this.width < 760;
  }

  get #wantsMap(): boolean {
    const isShown = this.#isNarrow ? this.#panes.view === 'map' : this.#shown().map;
    return isShown && this.store !== null && Boolean(this.#pane?.view);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('preferences')) this.style.setProperty('--map-share', String(this.preferences.split));
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('paper') && this.paper && !this.paper.isBeginning) void this.#open(this.paper);
    if (changed.has('aim')) this.#follow(this.aim);
  }

  /** Opens storage and notebooks once the text is on the screen. */
  async #open(paper: Paper): Promise<void> {
    await afterPaint();
    this.isSettled = true;
    try {
      const loaded = await loadDesk(paper, this.#trouble.hear);
      if (!this.isConnected || this.paper !== paper) return void (await loaded.open.close());
      this.#loaded = loaded;
      this.#stop = loaded.open.store.subscribe((desk, previous) => this.#onStore(desk, previous));
      this.store = loaded.open.store;
    } catch (error) {
      this.#trouble.hear(error, true);
    }
  }

  readonly #onTextReady = (): void => {
    const scroller = this.querySelector<HTMLElement>('.reading');
    const pane = this.#pane;
    if (!scroller || !pane) return;
    const onSection = (section: string): void => void (this.section = section);
    this.#place?.stop();
    this.#place = new ReadingPlace(pane, scroller, this.#loaded?.open.storage ?? null, onSection);
    void this.#place.restore((this.#pendingAim?.to ?? 'start') !== 'start');
    if (this.#pendingAim) this.#follow(this.#pendingAim);
    if (this.store && this.#loaded) {
      const scene = { store: this.store, pane, root: this, screen: this.#controls };
      this.#keys.actions = this.#loaded.actionsOf(scene);
    }
    this.#sizes?.observe(pane);
    this.requestUpdate();
  };

  #follow(aim: Aim): void {
    const [store, pane] = [this.store, this.#pane];
    if (!store || !pane?.view) {
      this.#pendingAim = aim;
      return;
    }
    this.#pendingAim = null;
    if (this.isReturn) void this.#jumps.return(aim);
    if (aim.to === 'start') return;
    if (!this.preferences.text) this.#prefer({ text: true });
    if (this.isReturn) return this.#loaded?.lightUp(aim, store);
    this.#panes.show('text');
    void this.updateComplete.then(() => this.#loaded?.goTo(aim, { store, pane, root: this }));
  }

  #onStore(desk: Desk, previous: Desk): void {
    const { reveal } = desk.session;
    if (reveal && reveal !== previous.session.reveal) {
      this.#place?.leave(reveal);
      if (this.#isNarrow) this.#panes.follow(reveal.by, desk.session.editing !== null);
    }
    if (barChanged(desk, previous)) this.requestUpdate();
  }

  #prefer(patch: Partial<Preferences>): void {
    this.preferences = writePreferences(patch);
  }

  #measure(): void {
    this.width = this.clientWidth || this.width;
    this.#place?.hold();
    this.querySelector('margin-column')?.arrange();
  }

  readonly #handlers: DeskHandlers = {
    locate: (offset) => this.#pane?.topOf(offset) ?? 0,
    seen: () => this.#pane?.seen() ?? null,
    onSplit: (event: SplitMoved) => {
      this.style.setProperty('--map-share', String(event.share));
      if (event.final) this.#prefer({ split: event.share });
    },
    onSideTab: (event: SideTabChosen) => this.#prefer({ side: event.tab }),
    onTourDone: () => this.#prefer({ welcomed: true }),
  };

  readonly #controls: ActionScene['screen'] = {
    undo: () => this.travel('undo'),
    redo: () => this.travel('redo'),
    prefer: (patch) => this.#prefer(patch),
    show: (view) => this.#panes.show(view),
    setLayer: (id, visible) => this.store?.setLayerVisible(id, visible),
    look: (opener) => void showLook(this, opener),
    commands: () => this.#summon('command-palette'),
    showSide: (tab, focus = false) => void this.#showSide(tab, focus),
    summon: (part) => this.#summon(part),
    preferences: () => this.preferences,
  };

  readonly #summon = (part: Summoned): void =>
    void this.querySelector('desk-overlays')?.summon(part, this.#keys.actions);

  async #showSide(tab: SideTab, focus: boolean): Promise<void> {
    this.#prefer({ side: tab, contents: true, text: true });
    if (this.#isNarrow) this.#panes.show('contents');
    await this.updateComplete;
    if (focus) await this.querySelector('side-pane')?.focusBody();
  }

  /** Takes back the reader's last edit, or does it again. */
  travel(way: 'undo' | 'redo'): void {
    const label = this.store?.[way]();
    if (label) this.dispatchEvent(new Announce(`${way === 'undo' ? 'Undone' : 'Done again'}: ${label}`));
  }

  /** Remembers where one reads, before a link is followed. */
  readonly keepPlace = (): void => this.#place?.keep();
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-screen': DeskScreen;
  }
}
