/** What the tests of annotation files share: a paper with signs beyond the BMP, and records as a notebook would hold them. */
import type { MarkScene } from '../../src/formats/mark-draft.ts';
import { paperIri } from '../../src/formats/w3c-vocabulary.ts';
import type { Annotation, NotebookRecord } from '../../src/model/records.ts';
import { Unsound } from '../../src/model/shapes.ts';
import { readRecord } from '../../src/notebook/validate.ts';
import { Dice } from '../notebook/generate.ts';
import { p, page, paper, section } from '../support/paper.ts';

export const sample = paper(
  section(
    'I.',
    'The oil',
    p(page('7'), '<0>In 𝔸zerbaijan 🛢 <a>the oil fields<b> came first.'),
    p(page('8'), 'Then <c>the oil fields<d> were <e>nationalised<f>.'),
  ),
);

export const hash = `sha256-${'0a'.repeat(32)}`;
export const scene: MarkScene = {
  text: sample.paper.text,
  paper: paperIri(hash),
  now: '2026-03-04T05:06:07Z',
};

export type Item = Readonly<Record<string, unknown>>;

/** A draft as the record that it is; throws where it is not sound. */
export function checked(draft: { readonly record: Item } | { readonly why: string }): NotebookRecord {
  if ('why' in draft) throw new Error(draft.why);
  const record = readRecord(draft.record);
  if (record instanceof Unsound) throw new Error(record.toString());
  return record;
}

/** Annotations as a notebook would hold them, from a seed. */
export function marks(seed: number, count: number): readonly Annotation[] {
  const dice = new Dice(seed, 'm');
  const found: Annotation[] = [];
  while (found.length < count) {
    const record = dice.record();
    if (record.kind === 'annotation') found.push(record);
  }
  return found;
}

/** A value as it is after a file. */
export const filed = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
