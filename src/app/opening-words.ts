/** What became of the files that were opened, in words. Pure. */
import type { Layer } from '../desk/desk.ts';
import { marksOf } from '../desk/layers.ts';
import { messageFor } from './messages.ts';
import type { Fate, Opening } from './layer-shelf.ts';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const parts: readonly (readonly [Fate, (number: number) => string])[] = [
  ['opened', (number) => `${number} opened`],
  ['known', (number) => `${number} ${number === 1 ? 'was' : 'were'} open already (unchanged)`],
  [
    'replaced',
    (number) => `${count(number, 'newer copy', 'newer copies')} replaced the older of the same notebook`,
  ],
  ['older', (number) => `${count(number, 'older copy', 'older copies')} left aside: the newer stays open`],
  ['own', (number) => `${number} ${number === 1 ? 'is' : 'are'} your own notebook, which is open as yours`],
  ['refused', (number) => `${number} refused`],
];

/** `18 opened, 1 was open already (unchanged), 1 refused.` */
export function openingSentence(openings: readonly Opening[]): string {
  const said = parts.flatMap(([fate, words]) => {
    const number = openings.filter((one) => one.fate === fate).length;
    return number > 0 ? [words(number)] : [];
  });
  return said.length > 0 ? `${said.join(', ')}.` : 'No file was chosen.';
}

/** `“Week 3”, a handout by Ada Byron: 12 marks and claims`; what came back is called after its author. */
export function layerWords(layer: Layer): string {
  const marks = count(marksOf(layer), 'mark', 'marks');
  const by = layer.creator.trim() && layer.creator !== layer.name ? ` by ${layer.creator.trim()}` : '';
  return layer.kind === 'handout' ? `“${layer.name}”, a handout${by}: ${marks}` : `${layer.name}: ${marks}`;
}

/** What a reader should know of one file; null where there is nothing but that it is open. */
export function openingRemark(opening: Opening): string | null {
  const { fate, fault, isOtherText, layer } = opening;
  if (fate === 'refused') return messageFor(fault).words;
  if (fate === 'own')
    return 'This is your own notebook, as a file. Its marks are here already; nothing was changed.';
  if (fate === 'older') return 'It was written before the copy that is open, which stays as it is.';
  if (fate === 'known') return 'It is open already, word for word. Nothing was changed.';
  const other = isOtherText
    ? 'It was made on another text of this paper: its passages are looked for by their words, and what is not found is listed as not found.'
    : '';
  const newer = fate === 'replaced' ? 'It took the place of an older copy of the same notebook.' : '';
  const held =
    layer && layer.before > 0
      ? `It shows when you have made ${count(layer.before, 'mark', 'marks')} of your own.`
      : '';
  return [newer, other, held].filter(Boolean).join(' ') || null;
}
