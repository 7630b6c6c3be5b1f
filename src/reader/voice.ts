/** Reads a paper aloud through the browser's voices: one sentence after the other, to be paused, moved and hurried. */
import type { Paper } from '../model/paper.ts';
import { sentenceAt, type Sentence } from '../text/sentences.ts';
import { paragraphBeside, piecesOf, sentenceBeside, type Piece } from './spoken.ts';

/** What speaks: the browser's `speechSynthesis`, or what stands for it in a test. */
export type Synthesis = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'speaking'>;

/** How it is read. */
export interface Manner {
  /** Null leaves it to the browser. */
  readonly voice: SpeechSynthesisVoice | null;
  /** 1 is the voice's own speed; 0.5 to 3. */
  readonly rate: number;
  readonly saysNotes: boolean;
}

/** Why it fell silent. */
export type VoiceTrouble = 'refused' | 'network' | 'voice' | 'silent' | 'failed';

export type VoiceState = 'stopped' | 'reading' | 'paused';

/** Where it is; what the bar and the light show. */
export interface Reading {
  readonly state: VoiceState;
  /** The sentence that is read, or would be read next; null where nothing has been read. */
  readonly sentence: Sentence | null;
  readonly trouble: VoiceTrouble | null;
}

const troubles: Readonly<Partial<Record<SpeechSynthesisErrorCode, VoiceTrouble>>> = {
  'not-allowed': 'refused',
  network: 'network',
  'synthesis-unavailable': 'voice',
  'voice-unavailable': 'voice',
  'language-unavailable': 'voice',
  'audio-busy': 'silent',
  'audio-hardware': 'silent',
};

/** A voice that says nothing for so long (ms, at its own speed) never will: remote ones stall without a word. */
const longestBreath = 40_000;

const unread: Reading = { state: 'stopped', sentence: null, trouble: null };

/** Owns what is being said; `end` it when the paper is left. */
export class Voice {
  readonly #paper: Paper;
  readonly #synthesis: Synthesis;
  readonly #utterance: (words: string) => SpeechSynthesisUtterance;
  readonly #onChange: (reading: Reading) => void;
  #manner: Manner = { voice: null, rate: 1, saysNotes: false };
  #reading = unread;
  #pieces: readonly Piece[] = [];
  #piece = 0;
  /** Kept here, or Chromium forgets it before it has said its end. */
  #speaking: SpeechSynthesisUtterance | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasRetried = false;

  constructor(
    paper: Paper,
    synthesis: Synthesis,
    utterance: (words: string) => SpeechSynthesisUtterance,
    onChange: (reading: Reading) => void,
  ) {
    this.#paper = paper;
    this.#synthesis = synthesis;
    this.#utterance = utterance;
    this.#onChange = onChange;
  }

  get reading(): Reading {
    return this.#reading;
  }

  /** Reads from the sentence at `offset` (code points) on. */
  play(offset: number): void {
    const sentence = sentenceAt(this.#paper, offset);
    if (sentence) this.#read(sentence);
  }

  /** Falls silent; `resume` goes on with the words that were cut off. */
  pause(): void {
    if (this.#reading.state !== 'reading') return;
    this.#hush();
    this.#tell({ state: 'paused' });
  }

  resume(): void {
    if (this.#reading.state !== 'paused') return;
    this.#tell({ state: 'reading', trouble: null });
    this.#say();
  }

  /** Ends; nothing is lit any more. */
  stop(): void {
    this.#hush();
    this.#reading = unread;
    this.#onChange(unread);
  }

  /** Goes to the next sentence or paragraph, or back; reads it if it was reading. False at the paper's ends. */
  move(by: 'sentence' | 'paragraph', step: 1 | -1): boolean {
    const { sentence, state } = this.#reading;
    if (!sentence) return false;
    const beside = by === 'sentence' ? sentenceBeside : paragraphBeside;
    const next = beside(this.#paper, sentence, step);
    if (!next) return false;
    if (state === 'reading') this.#read(next);
    else this.#prepare(next, 'paused');
    return true;
  }

  /** Changes voice or speed; what is being said is said again in the new manner. */
  adopt(manner: Manner): void {
    const before = this.#manner;
    this.#manner = manner;
    const { state, sentence } = this.#reading;
    if (!sentence || state === 'stopped') return;
    if (before.saysNotes !== manner.saysNotes)
      this.#pieces = piecesOf(this.#paper, sentence, manner.saysNotes);
    const isOther = before.voice !== manner.voice || before.rate !== manner.rate;
    if (state === 'reading' && isOther) this.#say();
  }

  /** Some systems end speech without a word while the page is hidden: to be called when it shows again. */
  wake(): void {
    if (this.#reading.state === 'reading' && !this.#synthesis.speaking) this.#say();
  }

  #read(sentence: Sentence): void {
    this.#hush();
    this.#prepare(sentence, 'reading');
    this.#say();
  }

  #prepare(sentence: Sentence, state: VoiceState): void {
    this.#pieces = piecesOf(this.#paper, sentence, this.#manner.saysNotes);
    this.#piece = 0;
    this.#hasRetried = false;
    this.#tell({ state, sentence, trouble: null });
  }

  /** Says the piece that is due; where there is none, the sentence is over. */
  #say(): void {
    this.#hush();
    const piece = this.#pieces[this.#piece];
    if (!piece) {
      this.#goOn();
      return;
    }
    const { voice, rate } = this.#manner;
    const utterance = this.#utterance(piece.words);
    utterance.rate = rate;
    if (voice) {
      utterance.voice = voice;
      utterance.lang = voice.lang;
    }
    // What an utterance says after it was cut off is no longer about us.
    const isOurs = (): boolean => this.#speaking === utterance;
    utterance.addEventListener('end', () => isOurs() && this.#onEnd());
    utterance.addEventListener('error', (event) => isOurs() && this.#onError(event.error));
    utterance.addEventListener('boundary', () => isOurs() && this.#watch());
    this.#speaking = utterance;
    this.#watch();
    this.#synthesis.speak(utterance);
  }

  #onEnd(): void {
    this.#piece += 1;
    this.#hasRetried = false;
    this.#say();
  }

  #goOn(): void {
    const { sentence } = this.#reading;
    const next = sentence && sentenceBeside(this.#paper, sentence, 1);
    if (next) this.#read(next);
    else this.stop();
  }

  #onError(code: SpeechSynthesisErrorCode): void {
    // Another page took the voice: one goes on when one likes.
    const isTaken = code === 'interrupted' || code === 'canceled';
    this.#fail(isTaken ? null : (troubles[code] ?? 'failed'));
  }

  #fail(trouble: VoiceTrouble | null): void {
    this.#hush();
    this.#tell({ state: 'paused', trouble });
  }

  /** Waits for a sign of life; says a piece once more before giving up. */
  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#hasRetried) {
        this.#fail('silent');
        return;
      }
      this.#hasRetried = true;
      this.#say();
    }, longestBreath / this.#manner.rate);
  }

  /** Cuts off what is being said. */
  #hush(): void {
    clearTimeout(this.#timer);
    const wasSpeaking = this.#speaking !== null;
    this.#speaking = null;
    if (wasSpeaking) this.#synthesis.cancel();
  }

  #tell(patch: Partial<Reading>): void {
    this.#reading = { ...this.#reading, ...patch };
    this.#onChange(this.#reading);
  }
}
