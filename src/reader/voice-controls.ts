/** The controls of reading aloud, as a function of what is being read. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { placeAt, type Paper } from '../model/paper.ts';
import type { Reading, VoiceTrouble } from './voice.ts';
import { baseLanguage, isForeign, voiceName, type VoiceHabits } from './voices.ts';

/** What the bar shows. */
export interface VoiceLook {
  readonly paper: Paper;
  readonly reading: Reading;
  /** Those that suit the paper; empty where the browser has none. */
  readonly voices: readonly SpeechSynthesisVoice[];
  readonly voice: SpeechSynthesisVoice | null;
  readonly isWaiting: boolean;
  readonly isSupported: boolean;
  /** False while the reader looks elsewhere. */
  readonly follows: boolean;
  readonly habits: VoiceHabits;
}

/** What the bar can ask for. */
export interface VoiceControls {
  toggle(): void;
  move(by: 'sentence' | 'paragraph', step: 1 | -1): void;
  highlight(): void;
  follow(): void;
  close(): void;
  choose(patch: Partial<VoiceHabits>): void;
}

const troubles: Readonly<Record<VoiceTrouble, string>> = {
  refused: 'The browser did not let this page speak. Press Read once more, or allow sound for this page.',
  network:
    'This voice needs the network, and it did not answer. Choose a voice of this device, or try again.',
  voice: 'This voice cannot be had now. Choose another.',
  silent: 'The voice fell silent. Press Read to go on, or choose another voice.',
  failed: 'The browser could not say this. Press Read to try again.',
};

const shapes = {
  play: svg`<path d="M6 4v12l10-6Z" fill="currentColor"/>`,
  pause: svg`<path d="M6 4v12M14 4v12" stroke-width="3"/>`,
  back: svg`<path d="M13 4 7 10l6 6"/>`,
  on: svg`<path d="m7 4 6 6-6 6"/>`,
  farBack: svg`<path d="m15 4-6 6 6 6M9 4l-6 6 6 6"/>`,
  farOn: svg`<path d="m5 4 6 6-6 6M11 4l6 6-6 6"/>`,
};

const icon = (name: keyof typeof shapes): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${shapes[name]}</svg>`;

function button(name: keyof typeof shapes, words: string, off: boolean, press: () => void): TemplateResult {
  return html`<button
    type="button"
    class="icon-button"
    aria-label=${words}
    title=${words}
    ?disabled=${off}
    @click=${press}
  >
    ${icon(name)}
  </button>`;
}

/** Why nothing can be read aloud here, in plain words; null where it can. */
function excuse({ isSupported, voices, isWaiting }: VoiceLook): string | null {
  if (!isSupported)
    return 'This browser cannot read aloud: it has no speech of its own. Other browsers have, and so do most screen readers.';
  if (voices.length > 0) return null;
  if (isWaiting) return 'Looking for voices …';
  return 'This browser has no voices. Your system may offer some to install, under speech or accessibility; then reload this page.';
}

const rates = [0.5, 0.75, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.5, 3];

const rateField = ({ habits }: VoiceLook, on: VoiceControls): TemplateResult =>
  html`<label class="voice-field"
    ><span>Speed</span
    ><select
      @change=${(event: Event) => on.choose({ rate: Number((event.target as HTMLSelectElement).value) })}
    >
      ${rates.map((rate) => html`<option value=${rate} ?selected=${rate === habits.rate}>${rate}×</option>`)}
    </select></label
  >`;

function voiceField({ paper, voices, voice, habits }: VoiceLook, on: VoiceControls): TemplateResult {
  const language = baseLanguage(paper.language ?? 'en');
  const choose = (event: Event): void =>
    on.choose({ chosen: { ...habits.chosen, [language]: (event.target as HTMLSelectElement).value } });
  return html`<label class="voice-field voice-choice"
    ><span>Voice</span
    ><select @change=${choose}>
      ${voices.map(
        (one) => html`<option value=${one.voiceURI} ?selected=${one === voice}>${voiceName(one)}</option>`,
      )}
    </select></label
  >`;
}

const notesField = ({ paper, habits }: VoiceLook, on: VoiceControls): TemplateResult | typeof nothing =>
  paper.text.markers.length === 0
    ? nothing
    : html`<label class="voice-notes"
        ><input
          type="checkbox"
          .checked=${habits.saysNotes}
          @change=${(event: Event) => on.choose({ saysNotes: (event.target as HTMLInputElement).checked })}
        />
        Say the ${paper.text.markers.length} note numbers</label
      >`;

/** Trouble, or what one should know of the voice; said aloud when it comes. */
function words({ reading, voice, paper }: VoiceLook): string {
  if (reading.trouble) return troubles[reading.trouble];
  if (voice && isForeign(voice, paper.language ?? 'en'))
    return `No voice here speaks the paper’s language (${paper.language ?? 'en'}).`;
  return '';
}

function transport(look: VoiceLook, on: VoiceControls): TemplateResult {
  const { reading, paper, follows } = look;
  const { state, sentence } = reading;
  const isReading = state === 'reading';
  const idle = sentence === null;
  return html`<div class="voice-transport" role="group" aria-label="Playing">
      ${button('farBack', 'Paragraph back', idle, () => on.move('paragraph', -1))}
      ${button('back', 'Sentence back', idle, () => on.move('sentence', -1))}
      <button type="button" class="main-button voice-play" @click=${() => on.toggle()}>
        ${icon(isReading ? 'pause' : 'play')} ${isReading ? 'Pause' : 'Read'}
      </button>
      ${button('on', 'Sentence on', idle, () => on.move('sentence', 1))}
      ${button('farOn', 'Paragraph on', idle, () => on.move('paragraph', 1))}
    </div>
    <button
      type="button"
      class="plain-button"
      ?disabled=${idle}
      title="Highlight the sentence (H)"
      @click=${() => on.highlight()}
    >
      Highlight
    </button>
    <span class="voice-place"
      >${sentence ? placeAt(paper, sentence.start) : 'From the caret, or the top of the page'}</span
    >
    ${
      follows || idle
        ? nothing
        : html`<button type="button" class="plain-button" @click=${() => on.follow()}>
            To the sentence
          </button>`
    }`;
}

/** The whole bar. */
export function voiceControls(look: VoiceLook, on: VoiceControls): TemplateResult {
  const why = excuse(look);
  return html`<section class="voice" aria-label="Read aloud">
    ${
      why
        ? html`<p class="voice-excuse" role="status">${why}</p>`
        : html`${transport(look, on)}
            <p class="voice-words" role="status">${words(look)}</p>
            <details class="voice-more" ?open=${!matchMedia('(max-width: 760px)').matches}>
              <summary>Voice and speed</summary>
              <div class="voice-manner">
                ${rateField(look, on)} ${voiceField(look, on)} ${notesField(look, on)}
              </div>
            </details>`
    }
    <button
      type="button"
      class="icon-button voice-close"
      aria-label="Close"
      title="Close"
      @click=${() => on.close()}
    >
      <span aria-hidden="true">×</span>
    </button>
  </section>`;
}
