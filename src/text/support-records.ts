/** What the rules found, as records of a notebook. Pure. */
import type { Stamp, Target } from '../model/record-parts.ts';
import type { Source, Support } from '../model/records.ts';
import type { Attribution } from './attributions.ts';
import type { Doubt } from './support-spans.ts';
import type { SupportReading } from './supports.ts';

const remarks: Readonly<Record<Doubt, string>> = {
  'sentences-before': 'The sentences before it have no marker of their own and may be covered too.',
  'takes-up': 'The sentence takes up the one before, which has no marker and may be covered too.',
  'several-quotations': 'Several quoted pieces stand under one marker, so the whole sentence is the span.',
  'unopened-quotation':
    'A quotation mark closes here that was never opened, so where the quotation begins is unknown.',
  'few-words': 'Only a word or two are quoted; the note may be for the whole sentence.',
  'inside-sentence':
    'The marker stands inside the sentence and behind no punctuation, so where the span begins is a guess.',
  heading: 'The marker stands in a heading, so the note may be for the whole section.',
  introduction: 'The marker stands on the words that introduce the quotation.',
};

/** Id of the source record for an authority: the same for the same surname. */
export const sourceId = ({ name, surname }: Pick<Attribution, 'name' | 'surname'>): string =>
  `rules-${(/\s(?:and|&)\s/u.test(name) ? name : surname).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;

/** A reading as a record of a notebook. `target` describes its span. */
export function supportRecord(reading: SupportReading, target: Target, stamp: Stamp): Support {
  const [first] = reading.sources;
  return {
    kind: 'support',
    id: `rules-${reading.note}-${reading.marker}`,
    note: reading.note,
    target,
    scope: reading.scope,
    confidence: Math.round(reading.confidence * 100) / 100,
    sources: [...new Set(reading.sources.map(sourceId))],
    attribution: first?.phrase ?? null,
    speakers: [...new Set(reading.speakers.map(({ name }) => name))],
    remark: reading.doubt && remarks[reading.doubt],
    ...stamp,
  };
}

/** The authorities of the readings as records: the fullest form of each name, and the other forms it has. */
export function sourceRecords(readings: readonly SupportReading[], stamp: Stamp): Source[] {
  const forms = new Map<string, Set<string>>();
  for (const source of readings.flatMap(({ sources }) => sources)) {
    const id = sourceId(source);
    forms.set(id, (forms.get(id) ?? new Set()).add(source.name));
  }
  return [...forms].map(([id, names]) => {
    const [name = '', ...variants] = [...names].sort((one, other) => other.length - one.length);
    return { kind: 'source', id, name, variants, ...stamp };
  });
}
