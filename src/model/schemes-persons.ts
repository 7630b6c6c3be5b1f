/** Schemes that argue from what people say, know, hold and are. */
import { scheme, type Scheme } from './scheme-form.ts';

const fromSayings: readonly Scheme[] = [
  scheme(
    'expert-opinion',
    ['Expert opinion', 'Expert Opinion'],
    [
      ['warrant', 'E is an expert in the field to which A belongs.'],
      ['grounds', 'E says that A.'],
    ],
    'A may be taken as true.',
    [
      ['expertise', 0, 'How much does E really know of the field?'],
      ['field', 0, 'Does A lie in the field that E is an expert in?'],
      ['saying', 1, 'What exactly did E say, and does A follow from it?'],
      ['trust', 'step', 'Is E honest and careful, with nothing to gain from A?'],
      ['agreement', 'step', 'Do other experts say the same?'],
      ['evidence', 'conclusion', 'Does the evidence that E could point to bear A out?'],
    ],
  ),
  scheme(
    'position-to-know',
    ['Position to know', 'Position To Know'],
    [
      ['warrant', 'P is so placed as to know whether A.'],
      ['grounds', 'P says that A.'],
    ],
    'A may be taken as true.',
    [
      ['place', 0, 'Is P really so placed as to know this?'],
      ['honesty', 'step', 'Can P be relied on to tell the truth?'],
      ['saying', 1, 'Did P say that A?'],
    ],
  ),
  scheme(
    'witness-testimony',
    ['Witness testimony', 'Witness Testimony'],
    [
      ['warrant', 'W was there and could see or hear whether A.'],
      ['warrant', 'W tells the truth as W knows it.'],
      ['grounds', 'W states that A.'],
    ],
    'A may be taken as true.',
    [
      ['coherence', 2, 'Does what W states hang together?'],
      ['facts', 'conclusion', 'Does it fit the facts that are known apart from W?'],
      ['others', 'step', 'Do other witnesses say the same?'],
      ['bias', 1, 'Has W a side or an interest in the matter?'],
      ['likelihood', 'conclusion', 'How likely is it in itself that A?'],
    ],
  ),
  scheme(
    'popular-opinion',
    ['Popular opinion', 'Popular Opinion'],
    [
      ['grounds', 'Nearly everyone accepts that A.'],
      ['warrant', 'What nearly everyone accepts is worth accepting.'],
    ],
    'A may be accepted.',
    [
      ['evidence', 0, 'What shows that so many accept it?'],
      ['reasons', 'step', 'Do those who accept it have a reason to, beyond one another?'],
      ['doubt', 'conclusion', 'Is there a good reason to doubt A even so?'],
    ],
  ),
];

const fromPersons: readonly Scheme[] = [
  scheme(
    'commitment',
    ['Commitment', 'Commitment'],
    [
      ['grounds', 'P has committed themselves to A.'],
      ['warrant', 'Whoever is committed to A is committed to B.'],
    ],
    'P should stand by B.',
    [
      ['made', 0, 'What shows that P is committed to A, and may P have taken it back?'],
      ['reach', 1, 'Does being committed to A really bring B with it?'],
      ['exception', 'step', 'Is this case one that P had left out?'],
    ],
  ),
  scheme(
    'inconsistent-commitment',
    ['Inconsistent commitment', 'Inconsistent Commitment'],
    [
      ['grounds', 'P is committed to A.'],
      ['grounds', 'P has also shown that P is committed to the opposite of A.'],
    ],
    'P’s commitments do not agree.',
    [
      ['first', 0, 'What shows that P is committed to A?'],
      ['second', 1, 'What shows that P is committed to the opposite?'],
      [
        'change',
        'step',
        'Has P changed their mind, or may both be held at different times or in different ways?',
      ],
    ],
  ),
  scheme(
    'ad-hominem',
    ['Attack on character', 'Generic Ad Hominem'],
    [
      ['grounds', 'P is a person of bad character in the respect that counts.'],
      ['warrant', 'Such a person’s argument deserves less credit.'],
    ],
    'P’s argument deserves less credit.',
    [
      ['evidence', 0, 'What shows that P is such a person?'],
      ['relevance', 1, 'Does character matter at all to the argument at hand?'],
      [
        'degree',
        'conclusion',
        'Should the argument be set aside altogether, or only be weighed with more care?',
      ],
    ],
  ),
  scheme(
    'bias',
    ['Bias', 'Bias'],
    [
      ['grounds', 'P is biased in the matter.'],
      ['warrant', 'Whoever is biased may not have weighed both sides.'],
    ],
    'P’s conclusion deserves less credit.',
    [
      ['evidence', 0, 'What shows that P is biased?'],
      ['kind', 1, 'Is it a matter in which taking sides does harm?'],
      ['weighed', 'step', 'Has P weighed the other side in spite of it?'],
    ],
  ),
];

/** See the head of this file. */
export const schemesOfPersons: readonly Scheme[] = [...fromSayings, ...fromPersons];
