/** Schemes that argue from how things are: from cases, signs and causes. */
import { scheme, type Scheme } from './scheme-form.ts';

const fromCases: readonly Scheme[] = [
  scheme(
    'example',
    ['Example', 'Example'],
    [
      ['grounds', 'In this case a thing that is F is also G.'],
      ['warrant', 'The case is typical of what is F.'],
    ],
    'As a rule, what is F is also G.',
    [
      ['truth', 0, 'Is it true of the case that is given?'],
      ['fit', 'step', 'Does the case bear on the rule that is drawn from it?'],
      ['typical', 1, 'Is the case typical, or was it picked?'],
      ['strength', 'step', 'Do so few cases carry so wide a rule?'],
      ['counterexample', 'conclusion', 'Are there cases in which what is F is not G?'],
    ],
  ),
  scheme(
    'analogy',
    ['Analogy', 'Analogy'],
    [
      ['warrant', 'Case C is like case D in what counts.'],
      ['grounds', 'A holds in case C.'],
    ],
    'A holds in case D.',
    [
      ['truth', 1, 'Does A really hold in case C?'],
      ['likeness', 0, 'Are the two cases alike in what counts here?'],
      ['difference', 'step', 'Do they differ in a way that undoes the likeness?'],
      ['other-case', 'conclusion', 'Is there another case as like D in which A does not hold?'],
    ],
  ),
  scheme(
    'composition',
    ['From the parts to the whole', 'Composition'],
    [
      ['grounds', 'All parts of X are F.'],
      ['warrant', 'What holds of such parts holds of their whole.'],
    ],
    'X is F.',
    [
      ['parts', 0, 'Is it true of all parts that count?'],
      ['kind', 1, 'Is it a property that passes from parts to wholes?'],
    ],
  ),
];

const fromSigns: readonly Scheme[] = [
  scheme(
    'sign',
    ['Sign', 'Sign'],
    [
      ['grounds', 'A is found here.'],
      ['warrant', 'Where A is found, B is so as a rule.'],
    ],
    'B is so here.',
    [
      ['found', 0, 'Is A really to be found here?'],
      ['link', 1, 'How closely do A and B go together?'],
      ['other-cause', 'step', 'Could something else have left the same sign?'],
    ],
  ),
  scheme(
    'best-explanation',
    ['Best explanation', 'Abductive'],
    [
      ['grounds', 'F is found to be so.'],
      ['warrant', 'E explains F, and better than whatever else has been thought of.'],
    ],
    'E is so.',
    [
      ['finding', 0, 'Is F established as a fact?'],
      ['explains', 1, 'How well does E explain F in itself?'],
      ['rivals', 1, 'How much better is E than its rivals?'],
      ['search', 'step', 'Have enough other explanations been looked for?'],
      ['wait', 'conclusion', 'Would it be wiser to look further before deciding on E?'],
    ],
  ),
  scheme(
    'evidence-to-hypothesis',
    ['Evidence for a hypothesis', 'Evidence To Hypothesis'],
    [
      ['warrant', 'If H is so, E will be observed.'],
      ['grounds', 'E has been observed.'],
    ],
    'H is so.',
    [
      ['implied', 0, 'Would H really lead one to expect E?'],
      ['observed', 1, 'Has E really been observed?'],
      ['otherwise', 'step', 'Would E be observed even if H were not so?'],
    ],
  ),
  scheme(
    'ignorance',
    ['Lack of evidence', 'Ignorance'],
    [
      ['warrant', 'If A were so, it would be known by now.'],
      ['grounds', 'It is not known that A.'],
    ],
    'A is not so.',
    [
      ['search', 1, 'How far has one looked for A?'],
      ['known', 0, 'Would A have come to light if it were so?'],
      ['burden', 'step', 'On which side does the burden of proof lie?'],
    ],
  ),
];

const fromCauses: readonly Scheme[] = [
  scheme(
    'cause-to-effect',
    ['Cause to effect', 'Cause To Effect'],
    [
      ['warrant', 'As a rule, where A happens B follows.'],
      ['grounds', 'A happens here.'],
    ],
    'B follows here.',
    [
      ['rule', 0, 'How firm is the rule, and what shows it?'],
      ['happens', 1, 'Does A happen here?'],
      ['hindrance', 'step', 'Is something at work here that keeps B from following?'],
    ],
  ),
  scheme(
    'correlation-to-cause',
    ['Correlation to cause', 'Correlation To Cause'],
    [['grounds', 'A and B go together.']],
    'A causes B.',
    [
      ['real', 0, 'Do A and B really go together, and often enough?'],
      ['chance', 'step', 'Might it be chance?'],
      ['reversed', 'conclusion', 'Might B cause A?'],
      ['third', 'conclusion', 'Might something third cause both?'],
      ['way', 'step', 'Is there a way by which A could bring about B?'],
      ['limits', 'step', 'Does the link hold beyond the cases in which it was found?'],
    ],
  ),
];

/** See the head of this file. */
export const schemesOfThings: readonly Scheme[] = [...fromCases, ...fromSigns, ...fromCauses];
