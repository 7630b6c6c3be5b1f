/** Schemes that argue from words, rules and earlier cases. */
import { scheme, type Scheme } from './scheme-form.ts';

const fromWords: readonly Scheme[] = [
  scheme(
    'verbal-classification',
    ['Classification', 'Verbal Classification'],
    [
      ['grounds', 'X is F.'],
      ['warrant', 'Whatever is F may be called G.'],
    ],
    'X may be called G.',
    [
      ['property', 0, 'What shows that X is F, and is there room for doubt?'],
      ['meaning', 1, 'Does calling it G rest on the usual meaning, or on one made for the purpose?'],
      ['vague', 'step', 'Is the border between what is G and what is not too vague to decide this case?'],
    ],
  ),
  scheme(
    'definition',
    ['Definition', 'Definition To Verbal Classification'],
    [
      ['warrant', 'G means whatever fits this definition.'],
      ['grounds', 'X fits the definition.'],
    ],
    'X is G.',
    [
      ['adequate', 0, 'Does the definition say what G means, no more and no less?'],
      ['rival', 'step', 'Is there another definition by which X would not be G?'],
      ['fits', 1, 'Does X really fit it?'],
    ],
  ),
];

const fromRules: readonly Scheme[] = [
  scheme(
    'rule',
    ['Established rule', 'Rules'],
    [
      ['warrant', 'There is a rule that in cases of this kind A is to be done.'],
      ['grounds', 'This is a case of this kind.'],
    ],
    'A is to be done here.',
    [
      ['valid', 0, 'Does the rule hold, and for whom?'],
      ['applies', 1, 'Is this a case to which the rule applies?'],
      ['conflict', 'step', 'Does another rule that may be stronger say otherwise?'],
      ['exception', 'step', 'Is there an exception for a case like this?'],
    ],
  ),
  scheme(
    'precedent',
    ['Precedent', 'Precedent'],
    [
      ['grounds', 'In an earlier case, A was decided.'],
      ['warrant', 'This case is like that one in what the decision rested on.'],
    ],
    'A should be decided here.',
    [
      ['decided', 0, 'Was it so decided, and for these reasons?'],
      ['alike', 1, 'Is this case like that one in what counted?'],
      ['standing', 'step', 'Does the earlier decision bind, or has it been overtaken?'],
      ['other', 'step', 'Do other decisions point the other way?'],
    ],
  ),
  scheme(
    'exceptional-case',
    ['Exceptional case', 'Exceptional Case'],
    [
      ['warrant', 'The rule does not hold for cases of an exceptional kind.'],
      ['grounds', 'This case is of that kind.'],
    ],
    'The rule need not be followed here.',
    [
      ['recognised', 0, 'Is it an exception that is recognised?'],
      ['evidence', 1, 'What shows that this case is of that kind?'],
      ['opening', 'step', 'Would letting it pass undo the rule?'],
    ],
  ),
  scheme(
    'popular-practice',
    ['Popular practice', 'Popular Practice'],
    [
      ['grounds', 'Nearly everyone does A.'],
      ['warrant', 'What nearly everyone does is acceptable.'],
    ],
    'A may be done.',
    [
      ['evidence', 0, 'What shows that so many do A?'],
      ['reasons', 1, 'Is there a reason why so many do it that makes it acceptable?'],
      ['case', 'step', 'Is there a reason not to do A in this case?'],
    ],
  ),
];

/** See the head of this file. */
export const schemesOfRules: readonly Scheme[] = [...fromWords, ...fromRules];
