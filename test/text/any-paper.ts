/** Papers of every kind from a seed: with and without sections, pages, notes; odd labels, empty blocks, other scripts. */
import type { Dice } from '../notebook/generate.ts';
import {
  em,
  list,
  note,
  p,
  page,
  paper,
  quotation,
  section,
  type Builder,
  type Piece,
  type Sample,
} from '../support/paper.ts';

const scraps = [
  'The oil flows. ',
  'As Dr. J. Smith argues, “it is so.” ',
  'U.S. policy changed in 1992… ',
  'Why? Because! ',
  '(i) this, (ii) that; ',
  'e.g. 3.5 million',
  '😀 𝔸 emoji. ',
  'Zo\u0308e came. ',
  '彼は来た。',
  'هل جاء؟ ',
  '[A]ttack',
  '“',
  '”',
  '. ',
  '…',
  ' ',
  'Etc. etc. and so on ',
  '¶4 s2, p. 54. ',
];

const odd = [
  'I',
  'II',
  'A',
  'B',
  '1',
  '2',
  '3.1',
  'Chapter 1',
  's2',
  'p4',
  'Note 3',
  '§ 5',
  'xii',
  'é',
  '付録',
];
const pageLabels = ['1', '2', 'xii', 'A-3', '12', 'iv', '003'];
const noteLabels = ['*', '†', '1', '2', '3', 'a', '10', 'iv'];

function pieces(dice: Dice): Piece[] {
  return Array.from({ length: dice.below(9) }, (): Piece => {
    const chance = dice.next();
    if (chance < 0.15) return note(dice.pick(noteLabels));
    if (chance < 0.2) return page(dice.pick(pageLabels), dice.pick(['printed', 'inferred'] as const));
    return chance < 0.25 ? em('The Titanic. ') : dice.pick(scraps);
  });
}

function block(dice: Dice): Builder {
  const chance = dice.next();
  if (chance < 0.15) return quotation(p(...pieces(dice)), p(...pieces(dice)));
  if (chance < 0.3) return list(['(i)', ...pieces(dice)], ['(ii)', ...pieces(dice)]);
  return p(...pieces(dice));
}

const some = (dice: Dice, least: number): Builder[] =>
  Array.from({ length: least + dice.below(3) }, () => block(dice));

/** Sections with labels of their own, as the reader of a file makes them: no two of one parent are the same. */
function sections(dice: Dice, depth: number): Builder[] {
  return dice
    .shuffle(odd)
    .slice(0, dice.below(4))
    .map((label) =>
      section(
        label,
        dice.pick(['Introduction', 'Notes on method', '', 'Über Öl']),
        ...some(dice, 0),
        ...(depth > 1 ? sections(dice, depth - 1) : []),
      ),
    );
}

/** A paper of any kind. */
export function anyPaper(dice: Dice): Sample {
  return dice.next() < 0.3
    ? paper(...some(dice, 1))
    : paper(...some(dice, 0), ...sections(dice, 3), p('The end.'));
}
