/** What people's marks say, in words: the meaning of a colour, what a mark is for, the first words of its note. */
import { meaningsIn } from '../desk/desk.ts';
import type { ClassMark } from '../desk/class.ts';
import type { Agreement } from '../desk/class-agreement.ts';
import { fewestMarked, fewestPeople } from '../desk/class-agreement.ts';
import type { Motivation } from '../model/records.ts';
import { fold } from '../text/fold.ts';
import { roleNames } from './role-names.ts';

const motivationWords: Readonly<Record<Motivation, string>> = {
  highlighting: '',
  commenting: 'note',
  questioning: 'question',
  tagging: 'tags',
  bookmarking: 'bookmark',
};

/** What a mark is called by its author: the meaning of its colour, or the role of the claim. */
export const meaningOf = ({ record, layer }: ClassMark): string =>
  record.kind === 'claim'
    ? `Claim: ${roleNames[record.role].toLocaleLowerCase('en')}`
    : (meaningsIn(layer).get(record.colour) ?? 'Mark');

/** What two marks share that say the same of a passage. */
export const sayingOf = (mark: ClassMark): string => {
  const asks = mark.record.kind === 'annotation' && mark.record.motivation === 'questioning';
  return `${fold(meaningOf(mark))}${asks ? ' ?' : ''}`;
};

/** `Evidence, underlined, question`. */
export function markWords(mark: ClassMark): string {
  const { record } = mark;
  if (record.kind === 'claim') return meaningOf(mark);
  const style = record.style === 'underline' ? 'underlined' : '';
  return [meaningOf(mark), style, motivationWords[record.motivation]].filter(Boolean).join(', ');
}

/** The first words of what somebody wrote; empty where nothing is written. */
export function firstWords({ record }: ClassMark, most = 160): string {
  const words = (record.kind === 'claim' ? record.wording : record.body).replace(/\s+/gu, ' ').trim();
  const points = [...words];
  return points.length > most ? `${points.slice(0, most).join('').trimEnd()} …` : words;
}

/** `.21`, `−.05`, `1`: two places, no leading nought, as statistics are printed. */
export const figure = (value: number): string =>
  value
    .toFixed(2)
    .replace('-', '−')
    .replace(/^(−?)0\./u, '$1.')
    .replace(/^1\.00$/u, '1');

const scale: readonly (readonly [upTo: number, words: string])[] = [
  [-0.05, 'they choose the same sentences less often than chance would have it'],
  [0.05, 'they choose the same sentences about as often as chance would have it'],
  [0.4, 'they choose the same sentences somewhat more often than chance would have it'],
  [0.667, 'they choose the same sentences clearly more often than chance would have it'],
  [0.8, 'they largely choose the same sentences'],
  [Infinity, 'they choose the same sentences almost throughout'],
];

/** What a figure of agreement means, in a sentence. */
export function agreementSentence({ alpha, people, marked }: Agreement): string {
  const few = people < fewestPeople || marked < fewestMarked;
  if (few)
    return `Too few to say: a figure of agreement needs ${fewestPeople} notebooks and ${fewestMarked} marked sentences.`;
  if (alpha === null) return 'Every sentence is marked by all: there is nothing to compare.';
  const [, words = ''] = scale.find(([upTo]) => alpha < upTo) ?? [];
  return `Agreement ${figure(alpha)}: ${words}.`;
}
