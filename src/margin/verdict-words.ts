/** What became of a passage, in words. */
import type { Fate, RecordVerdict, TargetVerdict } from '../desk/verdicts.ts';

/** A sign before the words, for the eye alone. */
export const fateSigns: Readonly<Record<Fate, string>> = {
  placed: '',
  moved: '»',
  searching: '…',
  doubtful: '≠',
  orphan: '?',
};

const doubtWords = ({ now }: TargetVerdict): string =>
  now === null ? 'This may be another passage with the same words' : 'This passage has changed';

const movedWords = ({ from, to, now, target }: TargetVerdict): string => {
  const was = from?.replace(/ s\d+$/u, '');
  const isHere = target.note !== undefined || !to || was === to;
  if (isHere) return now === null ? 'Found again' : 'Found again, a little changed';
  return `Found again at ${to}${was ? ` (was ${was})` : ''}${now === null ? '' : ', a little changed'}`;
};

/** One passage: `Found again at III.C ¶2 (was III.B ¶4)`. */
export function fateWords(one: TargetVerdict): string {
  switch (one.fate) {
    case 'moved':
      return movedWords(one);
    case 'doubtful':
      return doubtWords(one);
    case 'orphan':
      return one.target.detached ? 'Detached: it stands nowhere in this text' : 'Passage not found';
    case 'searching':
      return 'Being looked for';
    case 'placed':
      return 'In place';
  }
}

/** A record in a line: its worst passage, and how many of several are lost. */
export function verdictWords({ fate, targets, lost }: RecordVerdict): string {
  if (lost > 0 && targets.length > 1) return `${lost} of ${targets.length} passages lost`;
  const worst = targets.find((one) => one.fate === fate);
  return worst ? fateWords(worst) : '';
}
