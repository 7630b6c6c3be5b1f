/** The voices of this browser: which of them suit a paper, and how they are named. Pure. */

/** What of a voice matters. */
export type VoiceLike = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'localService' | 'default' | 'voiceURI'>;

/** How this device likes to be read to. */
export interface VoiceHabits {
  /** 1 is the voice's own speed; 0.5 to 3. */
  readonly rate: number;
  readonly saysNotes: boolean;
  /** The chosen voice's `voiceURI` by the paper's base language (`en`). */
  readonly chosen: Readonly<Record<string, string>>;
}

/** How one is read to until one says otherwise. */
export const firstHabits: VoiceHabits = { rate: 1, saysNotes: false, chosen: {} };

/** Whether a stored value says how to be read to. */
export function areHabits(value: unknown): value is VoiceHabits {
  if (typeof value !== 'object' || value === null) return false;
  const { rate, saysNotes, chosen } = value as Record<keyof VoiceHabits, unknown>;
  const isRate = typeof rate === 'number' && rate >= 0.5 && rate <= 3;
  const isChoice = typeof chosen === 'object' && chosen !== null && !Array.isArray(chosen);
  return (
    isRate &&
    typeof saysNotes === 'boolean' &&
    isChoice &&
    Object.values(chosen).every((one) => typeof one === 'string')
  );
}

/** `en` of `en-GB` or `en_GB`: what decides whether a voice can read a paper. */
export const baseLanguage = (tag: string): string => tag.split(/[-_]/u)[0]?.toLowerCase() ?? '';

/**
 * The voices for a language, the best first: those of its region, those that work without a network, the browser's own
 * choice. All of them where none speaks the language: better a foreign accent than silence.
 */
export function voicesFor<V extends VoiceLike>(voices: readonly V[], language: string): readonly V[] {
  const wanted = baseLanguage(language);
  const speaking = voices.filter((voice) => baseLanguage(voice.lang) === wanted);
  const region = language.replace('_', '-').toLowerCase();
  const rank = (voice: V): number =>
    (voice.lang.replace('_', '-').toLowerCase() === region ? 0 : 4) +
    (voice.localService ? 0 : 2) +
    (voice.default ? 0 : 1);
  const found = speaking.length > 0 ? speaking : voices;
  return found.toSorted((one, other) => rank(one) - rank(other));
}

/** Whether a voice is for another language than the paper's. */
export const isForeign = (voice: VoiceLike, language: string): boolean =>
  baseLanguage(voice.lang) !== baseLanguage(language);

/** How a voice is listed: its name, and that it sends the words away where it does. */
export const voiceName = (voice: VoiceLike): string =>
  `${voice.name} (${voice.lang})${voice.localService ? '' : ': needs the network'}`;
