/** A small argument with every kind of thing on the map: linked and single steps, conflicts, an undercut, groups. */
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import {
  bareClaim,
  bareConflict,
  bareStep,
  type Claim,
  type ClaimRole,
  type Conflict,
  type Group,
  type Inference,
} from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';

const stamp = { creator: 'sample', created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z' };

/** A claim with notes by their numbers. */
export const claim = (
  id: string,
  role: ClaimRole,
  wording: string,
  notes: readonly number[] = [],
  group: string | null = null,
): Claim => ({
  ...stamp,
  kind: 'claim',
  id,
  role,
  wording,
  targets: [],
  notes: notes.map((note) => `fn${note}`),
  group,
  aside: false,
  ...bareClaim,
});

/** A step from premises to a conclusion. */
export const step = (
  id: string,
  premises: readonly string[],
  conclusion: string,
  implicit = false,
): Inference => ({
  ...stamp,
  kind: 'inference',
  id,
  premises: premises.map((one) => ({ claim: one, role: null })),
  conclusion,
  gist: `How ${premises.join(' and ')} lead to ${conclusion}.`,
  implicit,
  ...bareStep,
});

/** An attack of a claim on a claim or an inference. */
export const attack = (
  id: string,
  from: string,
  to: string,
  kind: Conflict['attack'],
  mutual = false,
): Conflict => ({
  ...stamp,
  kind: 'conflict',
  id,
  from,
  to,
  attack: kind,
  mutual,
  gist: `What ${from} and ${to} disagree about.`,
  ...bareConflict,
});

/** A group, by its section. */
export const group = (id: string, section: string, title: string, parent: string | null = null): Group => ({
  ...stamp,
  kind: 'group',
  id,
  section,
  title,
  parent,
  foreign: null,
});

const groups = [
  group('g2', 'II', 'The setting of Russian foreign policy'),
  group('g3', 'III', 'What determined the relations'),
  group('g3a', 'III.A', 'How Russia sees itself', 'g3'),
  group('g3b', 'III.B', 'Russian interests', 'g3'),
  group('g3c', 'III.C', 'Azerbaijan’s preferences', 'g3'),
  group('g4', 'IV', 'The problematic issues'),
  group('g5', 'V', 'Conclusion'),
];

const claims = [
  claim(
    'c1',
    'conclusion',
    'Relations between Russia and Azerbaijan swung between pressure and accommodation because interests, self-image and Baku’s own choices pulled in different directions.',
    [],
    'g5',
  ),
  claim('c2', 'conclusion', 'Since 2000 the two states have found a working balance.', [79], 'g5'),
  claim(
    'd1',
    'determinant',
    'Russia’s view of itself as a great power shaped what it expected from Azerbaijan.',
    [21, 22],
    'g3a',
  ),
  claim(
    'd2',
    'determinant',
    'Strategic, economic and territorial interests tied Russia to the Caspian.',
    [31],
    'g3b',
  ),
  claim(
    'd3',
    'determinant',
    'Azerbaijan’s leaders chose their distance from Moscow.',
    [40, 41, 42, 43],
    'g3c',
  ),
  claim('i1', 'issue', 'Russia intervened covertly in the politics of Baku.', [53, 54], 'g4'),
  claim('i2', 'issue', 'Russia supported Armenia in the war over Karabakh.', [57, 58, 59, 61], 'g4'),
  claim('i3', 'issue', 'The status of the Caspian divided the two.', [70, 71, 72, 73, 75, 78], 'g4'),
  claim('b1', 'background', 'The first foreign policy after 1991 looked to the West.', [3, 4], 'g2'),
  claim('b2', 'background', 'A battle of ideas ended in a consensus on the near abroad.', [8], 'g2'),
  claim('b3', 'background', 'Primakov turned policy towards many poles.', [12], 'g2'),
  claim('b4', 'background', 'Putin breaks with what went before.', [15], 'g2'),
  claim('b5', 'background', 'Putin continues what Primakov began.', [16, 17], 'g2'),
  claim('p1', 'premise', 'The near abroad counted as a zone of vital interest.', [23], 'g3a'),
  claim('p2', 'premise', 'A great power is owed a say among its neighbours.', [], 'g3a'),
  claim('p3', 'premise', 'Oil must flow north through Novorossiysk.', [33, 34], 'g3b'),
  claim('p4', 'premise', 'The Gabala radar cannot be replaced.', [36], 'g3b'),
  claim('p5', 'premise', 'Unrest in the North Caucasus spills over the border.', [], 'g3b'),
  claim('p6', 'premise', 'Elchibey looked to Turkey and left the Commonwealth aside.', [44], 'g3c'),
  claim(
    'p7',
    'premise',
    'Aliyev joined the Commonwealth and courted the oil companies at once.',
    [46, 47],
    'g3c',
  ),
  claim('p8', 'premise', 'Arms left behind in Ganja reached the rebel colonel Huseynov.', [55], 'g4'),
  claim(
    'p9',
    'premise',
    'Otherwise the victory of 2.9 million Armenians over 7 million Azeri would be difficult.',
    [],
    'g4',
  ),
  claim('p10', 'premise', 'Arms worth a billion dollars went to Yerevan.', [60], 'g4'),
  claim('p11', 'premise', 'The Caspian is a lake and belongs to all its shores in common.', [71], 'g4'),
  claim('p12', 'premise', 'The Caspian is a sea and is divided into sectors.', [74], 'g4'),
  claim('p13', 'premise', 'Moscow declared itself neutral in the war.', [62], 'g4'),
  claim('p14', 'premise', 'Local commanders may have sold the arms on their own account.', [], 'g4'),
];

const steps = [
  step('s1', ['d1', 'd2', 'd3'], 'c1'),
  step('s2', ['i1'], 'c1'),
  step('s3', ['i2'], 'c1'),
  step('s4', ['i3'], 'c1'),
  step('s5', ['p1', 'p2'], 'd1'),
  step('s6', ['p3'], 'd2'),
  step('s7', ['p4'], 'd2'),
  step('s8', ['p5'], 'd2', true),
  step('s9', ['p6'], 'd3'),
  step('s10', ['p7'], 'd3'),
  step('s11', ['p8'], 'i1'),
  step('s12', ['p9', 'p10'], 'i2'),
  step('s13', ['p11'], 'i3'),
  step('s14', ['p12'], 'i3'),
  step('s15', ['b1', 'b2'], 'p1'),
  step('s16', ['b3'], 'd1'),
  step('s17', ['c2'], 'c1'),
  step('s18', ['b5'], 'c2'),
];

const conflicts = [
  attack('x1', 'b4', 'b5', 'rebut', true),
  attack('x2', 'p11', 'p12', 'rebut', true),
  attack('x3', 'p13', 'i2', 'rebut'),
  attack('x4', 'p14', 's12', 'undercut'),
];

/** The sample's records, in the order of their making. */
export const sampleRecords: readonly NotebookRecord[] = [...groups, ...claims, ...steps, ...conflicts];

/** The sample as an argument. */
export const sampleArgument = (): Argument => buildArgument(sampleRecords);
