/** Schemes that argue to what should be done: from ends, consequences, values and needs. */
import { scheme, type Scheme } from './scheme-form.ts';

const fromEnds: readonly Scheme[] = [
  scheme(
    'practical-reasoning',
    ['Practical reasoning', 'Practical Reasoning'],
    [
      ['grounds', 'P has the goal G.'],
      ['warrant', 'Doing A is a way to bring about G.'],
    ],
    'P should do A.',
    [
      ['means', 1, 'Would A bring about G?'],
      ['other-means', 'step', 'Are there other, better ways to G?'],
      ['other-goals', 'step', 'Has P other goals that A would hurt?'],
      ['possible', 'conclusion', 'Can P do A at all?'],
      ['side-effects', 'conclusion', 'What else would A bring about that should count?'],
    ],
  ),
  scheme(
    'values',
    ['Values', 'Values'],
    [
      ['grounds', 'P holds the value V.'],
      ['warrant', 'V speaks for doing A.'],
    ],
    'P has a reason to do A.',
    [
      ['held', 0, 'Does P hold V, and should P?'],
      ['speaks', 1, 'Does V really speak for A?'],
      ['conflict', 'step', 'Does another value of P’s speak against A, and does it weigh more?'],
    ],
  ),
  scheme(
    'alternatives',
    ['Alternatives', 'Alternatives'],
    [
      ['warrant', 'Either A or B.'],
      ['grounds', 'Not A.'],
    ],
    'B.',
    [
      ['complete', 0, 'Are these all the alternatives?'],
      ['exclusive', 'step', 'May both be so, in part or at another time?'],
      ['excluded', 1, 'What shows that A is out of the question?'],
    ],
  ),
  scheme(
    'sunk-cost',
    ['Waste', 'Waste'],
    [
      ['grounds', 'So much has been put into bringing about A already.'],
      ['warrant', 'It would be wasted if one stopped now.'],
    ],
    'One should go on towards A.',
    [
      ['loss', 1, 'Would it really be wasted if one stopped?'],
      ['success', 'step', 'Is A still likely enough to be worth going on?'],
      ['price', 'conclusion', 'Would going on cost more than A is worth from here on?'],
    ],
  ),
];

const fromConsequences: readonly Scheme[] = [
  scheme(
    'positive-consequences',
    ['Good consequences', 'Positive Consequences'],
    [['grounds', 'If A is done, good will come of it.']],
    'A should be done.',
    [
      ['likelihood', 0, 'How likely is it that this will come of A?'],
      ['good', 'step', 'Is what will come of it good, and for whom?'],
      ['others', 'conclusion', 'What bad would come of A too?'],
    ],
  ),
  scheme(
    'negative-consequences',
    ['Bad consequences', 'Negative Consequences'],
    [['grounds', 'If A is done, bad will come of it.']],
    'A should not be done.',
    [
      ['likelihood', 0, 'How likely is it that this will come of A?'],
      ['bad', 'step', 'Is what will come of it bad, and for whom?'],
      ['others', 'conclusion', 'What good would come of A too, or what bad of leaving it?'],
    ],
  ),
  scheme(
    'slippery-slope',
    ['Slippery slope', 'Slippery Slope'],
    [
      ['grounds', 'A would be a first step.'],
      ['warrant', 'Each step makes the next one hard to refuse, down to Z.'],
      ['backing', 'Z would be a disaster.'],
    ],
    'A should not be done.',
    [
      ['links', 1, 'Which steps lead from A to Z, and does each of them follow?'],
      ['weakest', 'step', 'Where could one stop on the way?'],
      ['disaster', 2, 'Would Z be as bad as it is said to be?'],
    ],
  ),
];

const fromNeeds: readonly Scheme[] = [
  scheme(
    'need-for-help',
    ['Need for help', 'Need For Help'],
    [
      ['grounds', 'P needs help, and A would help.'],
      ['warrant', 'Q can do A without its costing Q too much.'],
    ],
    'Q should do A.',
    [
      ['help', 0, 'Would A really help P?'],
      ['possible', 1, 'Can Q do A?'],
      ['cost', 'step', 'Would doing A cost Q more than can be asked?'],
    ],
  ),
  scheme(
    'distress',
    ['Distress', 'Distress'],
    [
      ['grounds', 'P is in distress.'],
      ['warrant', 'If Q does A, it will relieve P.'],
    ],
    'Q should do A.',
    [
      ['real', 0, 'Is P really in distress?'],
      ['relief', 1, 'Will A relieve it?'],
      ['possible', 'conclusion', 'Can Q do A?'],
      ['price', 'step', 'Would what A does harm to weigh more than the distress?'],
    ],
  ),
];

/** See the head of this file. */
export const schemesOfActing: readonly Scheme[] = [...fromEnds, ...fromConsequences, ...fromNeeds];
