/** Notebooks full of marks for the tests of the list: of every kind and colour, tagged, written on, lost, replied to; from a seed. */
import { markKinds, type MarkKind } from '../../src/desk/marks.ts';
import type { Store } from '../../src/desk/store.ts';
import { colours } from '../../src/model/colours.ts';
import type { Target } from '../../src/model/record-parts.ts';
import type { Motivation, NotebookRecord } from '../../src/model/records.ts';
import type { Notebook } from '../../src/notebook/notebook.ts';
import { Dice } from '../notebook/generate.ts';
import { annotation, claim, deskOn, targets } from '../support/desk.ts';
import { note, p, paper, section } from '../support/paper.ts';

export const sample = paper(
  p('<a>Before any heading<b>.'),
  section(
    'I.',
    'One',
    p('<c>The first section<d>', note('1', 'Words of the note.'), '.'),
    section('A.', 'Below', p('<e>Further down<f>.')),
  ),
  section('II.', 'Two', p('<g>The <h>second<i> section<j>.')),
);

const places = [
  ['a', 'b'],
  ['c', 'd'],
  ['e', 'f'],
  ['g', 'j'],
  ['h', 'i'],
] as const;
const lost: Target = {
  exact: 'never said',
  prefix: 'what was',
  suffix: 'at all',
  start: 3,
  end: 13,
  detached: true,
};
const inNote: Target = { exact: 'Words', prefix: '', suffix: ' of', start: 0, end: 5, note: 'fn1' };
export const words = ['oil', 'Naïve', 'naive', 'GAS', 'Baku, again', 'ﬁnal', ''];
export const tags = ['evidence', 'doubt', 'Évidence', 'near abroad'];

function targetsOf(dice: Dice): readonly Target[] {
  const chance = dice.next();
  if (chance < 0.1) return [];
  if (chance < 0.2) return [lost];
  if (chance < 0.3) return [inNote];
  const ranges = Array.from({ length: 1 + dice.below(2) }, () => {
    const [from, to] = dice.pick(places);
    return sample.range(from, to);
  });
  return targets(sample.paper, ...ranges);
}

function record(dice: Dice, id: string, known: readonly string[]): NotebookRecord {
  const kind: MarkKind = dice.pick(markKinds);
  const made = new Date(2026, 0, 1 + dice.below(5), dice.below(24)).toISOString();
  const changed = new Date(2026, 1, 1 + dice.below(5)).toISOString();
  const shared = {
    targets: targetsOf(dice),
    created: made,
    modified: changed,
    creator: dice.pick(['reader', 'Élise']),
  };
  if (kind === 'claim') return claim(id, { ...shared, wording: dice.pick(words) });
  return annotation(id, {
    ...shared,
    motivation: kind satisfies Motivation,
    body: dice.pick(words),
    colour: dice.pick(colours).key,
    tags: [...new Set(dice.some(() => dice.pick(tags)))],
    replyTo: dice.next() < 0.15 && known.length > 0 ? dice.pick(known) : null,
  });
}

function recordsOf(dice: Dice, name: string, count: number): NotebookRecord[] {
  const ids: string[] = [];
  return Array.from({ length: count }, (_, at) => {
    const made = record(dice, `${name}${at}`, ids);
    ids.push(made.id);
    return made;
  });
}

/** A desk with some forty marks of the reader's own and some of the edition's. */
export function fullDesk(seed: number): {
  readonly store: Store;
  readonly notebook: Notebook;
  readonly dice: Dice;
} {
  const dice = new Dice(seed);
  const contents = { edition: recordsOf(dice, 'e', 12), own: recordsOf(dice, 'o', 40) };
  return { ...deskOn(sample.paper, contents), dice };
}
