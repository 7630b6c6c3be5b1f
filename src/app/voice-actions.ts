/** Actions of reading aloud; the player comes when it is first asked for. */
import type { VoiceBar } from '../reader/voice-bar.ts';
import type { Action, ActionScene } from './actions.ts';

const barOf = ({ root }: ActionScene): VoiceBar | null => root.querySelector('voice-bar');

/** What is only there while something is being read. */
const whyNot =
  (scene: ActionScene, words: string): (() => string | null) =>
  () =>
    barOf(scene)?.isActive ? null : words;

const playActions = (scene: ActionScene): Action[] => [
  {
    id: 'read-aloud',
    words: 'Read aloud, or pause',
    group: 'Read',
    keys: ['R'],
    also: 'speak voice speech listen play player',
    run: () => void scene.root.querySelector('desk-overlays')?.readAloud(),
  },
  {
    id: 'voice-close',
    words: 'End reading aloud',
    group: 'Read',
    whyNot: whyNot(scene, 'Nothing is being read aloud.'),
    run: () => barOf(scene)?.close(),
  },
  {
    id: 'voice-highlight',
    words: 'Highlight the sentence being read aloud',
    group: 'Mark and write',
    keys: ['H'],
    whyNot: whyNot(scene, 'Select a passage to highlight it, or let a sentence be read aloud.'),
    run: () => barOf(scene)?.highlight(),
  },
];

const ways = [
  ['sentence', 1, 'next sentence', '.'],
  ['sentence', -1, 'previous sentence', ','],
  ['paragraph', 1, 'next paragraph', null],
  ['paragraph', -1, 'previous paragraph', null],
] as const;

/** See the head of this file. */
export const voiceActions = (scene: ActionScene): Action[] => [
  ...playActions(scene),
  ...ways.map(([by, step, words, key]): Action => ({
    id: `voice-${words.replace(' ', '-')}`,
    words: `Read aloud: ${words}`,
    group: 'Read',
    ...(key ? { keys: [key] } : {}),
    whyNot: whyNot(scene, 'Nothing is being read aloud. “Read aloud” begins.'),
    run: () => barOf(scene)?.move(by, step),
  })),
];
