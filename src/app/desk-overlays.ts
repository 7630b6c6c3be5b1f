/** `<desk-overlays>`: what floats over the panes of an open desk: toolbar, note, dialogs, the first visit's way in. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CitationStyle } from '../cite/citation-styles.ts';
import {
  Announce,
  type CitationStyleRequest,
  type ColoursRequest,
  type NoteRequest,
  type PassageLinkRequest,
} from '../desk/requests.ts';
import type { Focus } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import '../margin/colour-names.ts';
import '../margin/note-popover.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import '../reader/selection-bar.ts';
import { firstHabits } from '../reader/voices.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import type { Action, Summoned } from './actions.ts';
import './argument-overlays.ts';
import './mark-overlays.ts';
import { copyLink } from './passage-link.ts';
import { readPreferences, writePreferences, type Preferences } from './preferences.ts';
import './compare-overlays.ts';
import './exchange-overlays.ts';
import './history-overlay.ts';
import './layer-overlays.ts';
import './print-dialog.ts';
import './review-overlays.ts';
import './supply-overlays.ts';
import './weigh-said.ts';
import './welcome-tour.ts';

/** How the elements that come when they are asked for are fetched. */
const parts: Readonly<Record<Summoned, () => Promise<unknown>>> = {
  'command-palette': () => import('./command-palette.ts'),
  'key-sheet': () => import('./key-sheet.ts'),
  'go-to-box': () => import('./go-to-box.ts'),
};

/** Acts on the requests that reach its parent, the desk. */
@customElement('desk-overlays')
export class DeskOverlays extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) pane: PaperPane | null = null;
  @property({ attribute: false }) preferences: Preferences | null = null;
  /** False once: on the first visit. */
  @property({ type: Boolean }) welcomed = true;

  @state() private citation: CitationStyle = readPreferences().citation;
  /** Decided once, when the text stands: a link may lead on while the tour is on its way. */
  #hasTour: boolean | null = null;

  constructor() {
    super();
    new WhileConnected(this, (signal) => this.#listen(signal));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #listen(signal: AbortSignal): void {
    const desk = this.parentElement;
    desk?.addEventListener('note-request', (event) => this.#onNote(event), { signal });
    desk?.addEventListener('colours-request', (event) => this.#onColours(event), { signal });
    desk?.addEventListener('tags-request', () => void this.#onTags(), { signal });
    desk?.addEventListener('passage-link-request', (event) => this.#onPassageLink(event), { signal });
    desk?.addEventListener('citation-style-request', (event) => this.#onStyle(event), { signal });
    desk?.addEventListener('follow-request', ({ mark }) => void this.#onMark(mark), { signal });
    desk?.addEventListener('text-ready', () => this.requestUpdate(), { signal });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store) return nothing;
    const view = this.pane?.view ?? null;
    if (view) this.#hasTour ??= !this.welcomed;
    const level = this.preferences?.keys ?? 'all';
    return html`<selection-bar
        .store=${store}
        .view=${view}
        .citation=${this.citation}
        .hasKeys=${level === 'all'}
      ></selection-bar>
      <mark-overlays
        .store=${store}
        .pane=${this.pane}
        .view=${view}
        .hasKeys=${level === 'all'}
      ></mark-overlays>
      <note-popover .store=${store}></note-popover>
      <argument-overlays .store=${store}></argument-overlays>
      <colour-names .store=${store}></colour-names>
      <tag-names .store=${store}></tag-names>
      <supply-overlays .store=${store} .pane=${this.pane} .hasKeys=${level === 'all'}></supply-overlays>
      <layer-overlays .store=${store}></layer-overlays>
      <review-overlays .store=${store} .pane=${this.pane}></review-overlays>
      <exchange-overlays .store=${store}></exchange-overlays>
      <history-overlay .store=${store}></history-overlay>
      <compare-overlays .store=${store}></compare-overlays>
      <command-palette></command-palette>
      <go-to-box .paper=${store.desk.paper}></go-to-box>
      <key-sheet .level=${level}></key-sheet>
      <print-dialog .store=${store}></print-dialog>
      <weigh-said .store=${store}></weigh-said>
      <voice-bar .store=${store} .view=${view} .habits=${this.preferences?.voice ?? firstHabits}></voice-bar>
      ${this.#hasTour ? html`<welcome-tour .store=${store} @tour-done=${this.#onTourDone}></welcome-tour>` : nothing}`;
  }

  /** Reads aloud, or falls silent; the player is fetched first where this is the first time. */
  async readAloud(): Promise<void> {
    await import('../reader/voice-bar.ts');
    await this.querySelector('voice-bar')?.toggle();
  }

  /** Brings a part over the desk; it is fetched first where this is the first time. */
  async summon(name: Summoned, actions: readonly Action[]): Promise<void> {
    await parts[name]();
    const part = this.querySelector(name);
    if (part && 'actions' in part) part.actions = actions;
    await part?.open();
  }

  #onNote(event: NoteRequest): void {
    void this.querySelector('note-popover')?.show(event.note, event.opener);
  }

  async #onMark(mark: Focus): Promise<void> {
    const { goToMark } = await import('./mark-jumps.ts');
    const { store, pane, parentElement: root } = this;
    if (store && pane && root) await goToMark({ store, pane, root }, mark);
  }

  #onPassageLink({ range, way }: PassageLinkRequest): void {
    const { store } = this;
    if (!store) return;
    void copyLink(store.desk.paper, range, way).then((said) => this.dispatchEvent(new Announce(said)));
  }

  #onStyle({ style }: CitationStyleRequest): void {
    this.citation = writePreferences({ citation: style }).citation;
  }

  readonly #onTourDone = (): void => {
    this.#hasTour = false;
    this.requestUpdate();
    // Reading begins where the paper does.
    this.pane?.focusAt(0);
    this.parentElement?.querySelector('.reading')?.scrollTo({ top: 0, behavior: 'instant' });
  };

  /** The dialog comes when it is first asked for. */
  async #onTags(): Promise<void> {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    await import('../margin/tag-names.ts');
    await this.querySelector('tag-names')?.open(opener);
  }

  #onColours(_event: ColoursRequest): void {
    void this.querySelector('colour-names')?.open();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-overlays': DeskOverlays;
  }
}
