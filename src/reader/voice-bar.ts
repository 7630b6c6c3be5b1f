/** `<voice-bar>`: reading aloud, docked below the text like a player; without voices it says why there are none. */
import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import { annotate } from '../desk/commands.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { firstColour } from '../model/colours.ts';
import { Voice, type Manner, type Reading } from './voice.ts';
import { voiceControls, type VoiceControls } from './voice-controls.ts';
import { VoiceLight } from './voice-light.ts';
import { placeNow } from './scroll.ts';
import { baseLanguage, firstHabits, voicesFor, type VoiceHabits } from './voices.ts';

/** The reader chose how to be read to: the device should remember it. */
export class VoiceHabitsChosen extends Event {
  readonly habits: VoiceHabits;

  constructor(habits: VoiceHabits) {
    super('voice-habits-chosen', { bubbles: true });
    this.habits = habits;
  }
}

/** Voices may come late; after so long (ms) there are none. */
const patience = 2000;

/**
 * @fires voice-habits-chosen - Speed, voice or the saying of note numbers was changed.
 * @fires announce - A sentence was highlighted; what is left out.
 */
@customElement('voice-bar')
export class VoiceBar extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** The text's view; null while the text is still plain. */
  @property({ attribute: false }) view: EditorView | null = null;
  @property({ attribute: false }) habits: VoiceHabits = firstHabits;
  @state() private isOpen = false;
  @state() private reading: Reading = { state: 'stopped', sentence: null, trouble: null };
  @state() private voices: readonly SpeechSynthesisVoice[] = [];
  /** True while voices may still come. */
  @state() private isWaiting = false;
  @state() private follows = true;

  #voice: Voice | null = null;
  #light: VoiceLight | null = null;
  #abort: AbortController | null = null;
  #stop: (() => void) | null = null;
  #opener: Element | null = null;
  #hasTold = false;
  /** True where reading is to begin as soon as there are voices. */
  #isDue = false;
  readonly #sizes = new ResizeObserver(() => this.#makeRoom());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#makeRoom();
    this.#end();
  }

  /** Whether something is being read, or was and can be gone on with. */
  get isActive(): boolean {
    return this.isOpen && this.reading.sentence !== null;
  }

  /** Reads on or falls silent; opens the bar where it is shut. */
  async toggle(): Promise<void> {
    if (!this.isOpen) await this.open();
    const { state: now } = this.reading;
    if (now === 'reading') this.#voice?.pause();
    else if (now === 'paused') this.#voice?.resume();
    else this.#play();
  }

  /** Opens the bar; nothing is said yet. */
  async open(): Promise<void> {
    this.#opener = document.activeElement;
    this.isOpen = true;
    this.#begin();
    await this.updateComplete;
  }

  /** Goes to the next sentence or paragraph, or back. */
  move(by: 'sentence' | 'paragraph', step: 1 | -1): void {
    this.#voice?.move(by, step);
  }

  /** Marks the sentence that is being read as the reader's own highlight. */
  highlight(): void {
    const { sentence } = this.reading;
    if (!sentence || !this.store?.run(annotate(sentence, { colour: firstColour }))) return;
    this.dispatchEvent(new Announce('Highlighted the sentence', 'undo'));
  }

  /** Ends reading and shuts the bar; the focus goes back to where it was opened from. */
  close(): void {
    const hadFocus = this.contains(document.activeElement);
    this.#end();
    this.isOpen = false;
    if (!hadFocus) return;
    const opener = this.#opener;
    if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
    else this.view?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ((changed.has('store') || changed.has('view')) && this.isOpen) this.close();
    if (changed.has('habits')) this.#voice?.adopt(this.#manner);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store || !this.isOpen) return nothing;
    const look = {
      paper: store.desk.paper,
      reading: this.reading,
      voices: this.#suited,
      voice: this.#manner.voice,
      isWaiting: this.isWaiting,
      isSupported: synthesis() !== null,
      follows: this.follows,
      habits: this.habits,
    };
    return voiceControls(look, this.#controls);
  }

  readonly #controls: VoiceControls = {
    toggle: () => void this.toggle(),
    move: (by, step) => this.move(by, step),
    highlight: () => this.highlight(),
    follow: () => this.#light?.follow(),
    close: () => this.close(),
    choose: (patch) => this.dispatchEvent(new VoiceHabitsChosen({ ...this.habits, ...patch })),
  };

  get #language(): string {
    return this.store?.desk.paper.language ?? 'en';
  }

  get #suited(): readonly SpeechSynthesisVoice[] {
    return voicesFor(this.voices, this.#language);
  }

  get #manner(): Manner {
    const { rate, saysNotes, chosen } = this.habits;
    const suited = this.#suited;
    const wanted = chosen[baseLanguage(this.#language)];
    const voice = suited.find(({ voiceURI }) => voiceURI === wanted) ?? suited[0] ?? null;
    return { voice, rate, saysNotes };
  }

  /** From the caret where the text has a selection or the focus, else from the top of what shows. */
  #play(): void {
    const { store, view } = this;
    this.#isDue = this.voices.length === 0;
    if (!store || !view || this.#isDue) return;
    const { paper, session } = store.desk;
    const caret = view.hasFocus() ? paper.text.toOffset(view.state.selection.from) : null;
    const top = placeNow(view, paper.text)?.offset ?? 0;
    this.#tellOnce(paper.text.markers.length);
    this.#voice?.play(session.selection?.start ?? caret ?? top);
  }

  #tellOnce(notes: number): void {
    if (this.#hasTold || notes === 0 || this.habits.saysNotes) return;
    this.#hasTold = true;
    this.dispatchEvent(new Announce(`${notes} note ${notes === 1 ? 'number is' : 'numbers are'} not read`));
  }

  #begin(): void {
    const { store, view } = this;
    const speech = synthesis();
    if (this.#voice || !store || !view || !speech) return;
    const { paper } = store.desk;
    this.#light = new VoiceLight(view, paper.text, (follows) => (this.follows = follows));
    this.#voice = new Voice(
      paper,
      speech,
      (words) => new SpeechSynthesisUtterance(words),
      (reading) => this.#onReading(reading),
    );
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    speech.addEventListener('voiceschanged', () => this.#onVoices(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden || this.#voice?.wake(), { signal });
    addEventListener('pagehide', () => this.#voice?.stop(), { signal });
    this.#stop = store.subscribe(
      (desk, previous) =>
        (desk.layers !== previous.layers || desk.placings !== previous.placings) && this.#light?.paint(),
    );
    this.isWaiting = true;
    setTimeout(() => (this.isWaiting = false), patience);
    this.#onVoices();
  }

  /** Tells the page how high the player is: what floats at its foot stands above it. */
  #makeRoom(): void {
    const height = this.isConnected ? this.offsetHeight : 0;
    document.documentElement.style.setProperty('--voice-room', `${height}px`);
  }

  #onVoices(): void {
    this.voices = synthesis()?.getVoices() ?? [];
    this.#voice?.adopt(this.#manner);
    if (this.#isDue && this.voices.length > 0) this.#play();
  }

  #onReading(reading: Reading): void {
    this.reading = reading;
    this.#light?.show(reading.sentence);
  }

  #end(): void {
    this.#voice?.stop();
    this.#light?.destroy();
    this.#abort?.abort();
    this.#stop?.();
    this.#voice = null;
    this.#light = null;
    this.#isDue = false;
    this.follows = true;
  }
}

/** What speaks; null where the browser cannot. */
function synthesis(): SpeechSynthesis | null {
  return 'speechSynthesis' in globalThis ? (globalThis.speechSynthesis ?? null) : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'voice-bar': VoiceBar;
  }
  interface HTMLElementEventMap {
    'voice-habits-chosen': VoiceHabitsChosen;
  }
}
