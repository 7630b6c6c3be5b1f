/** How good the rules of the text are: found against what was meant, by confidence. For the tests and the bench. */
import type { Paper } from '../../src/model/paper.ts';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import { surnameOf } from '../../src/text/names.ts';
import { sentencesOf } from '../../src/text/sentences.ts';
import { supportsOf, type SupportReading } from '../../src/text/supports.ts';
import { p, paper } from '../support/paper.ts';
import type { PassageGold, SentenceGold } from './gold.ts';

/** What one note is meant to support. Offsets in code points. */
export interface Wanted {
  readonly note: string;
  readonly start: number;
  readonly end: number;
  readonly scope: string;
  /** Surnames of those whom the text names for it. */
  readonly names: readonly string[];
}

/** How many of those with this confidence were right. */
export interface Band {
  readonly from: number;
  readonly count: number;
  readonly right: number;
}

export interface SupportScore {
  readonly notes: number;
  readonly found: number;
  readonly exact: number;
  readonly scope: number;
  /** Overlap of what was found with what was meant, by their union; the mean over all that was meant. */
  readonly overlap: number;
  readonly spans: readonly Band[];
  readonly names: { readonly wanted: number; readonly found: number; readonly right: number };
  readonly named: readonly Band[];
}

const firstSurname = (name: string): string => surnameOf(name.split(/,? (?:and|&) /u)[0] ?? name);

/** What an edition's reading says of the notes. */
export function wantedOf({ records }: NotebookFile): Wanted[] {
  const names = new Map(
    records.flatMap((record) => (record.kind === 'source' ? [[record.id, firstSurname(record.name)]] : [])),
  );
  return records.flatMap((record) =>
    record.kind === 'support'
      ? [
          {
            note: record.note,
            start: record.target.start,
            end: record.target.end,
            scope: record.scope,
            names: record.sources.map((id) => names.get(id) ?? id),
          },
        ]
      : [],
  );
}

/** What a passage written for the test says of its notes. A list begins with the label of its first item. */
export function wantedIn({ sample, supports }: PassageGold): Wanted[] {
  const { notes, text } = sample.paper;
  return supports.map(({ label, span: [from, to], scope, names }) => {
    const { start, end } = sample.range(from, to);
    const item = text.blocks.findLast((block) => block.start <= start);
    const note = notes.find((one) => one.label === label)?.id ?? label;
    return { note, start: scope === 'list' ? (item?.start ?? start) : start, end, scope, names };
  });
}

/** A support that was meant with the one that was found for it. */
export interface Pair {
  readonly wanted: Wanted;
  readonly found: SupportReading | undefined;
}

export function pairsOf(sample: Paper, wanted: readonly Wanted[]): Pair[] {
  const found = new Map(supportsOf(sample).map((one) => [one.note, one]));
  return wanted.map((one) => ({ wanted: one, found: found.get(one.note) }));
}

const isExact = ({ wanted, found }: Pair): boolean =>
  found?.start === wanted.start && found.end === wanted.end && found.scope === wanted.scope;

function overlap({ wanted, found }: Pair): number {
  if (!found) return 0;
  const common = Math.min(wanted.end, found.end) - Math.max(wanted.start, found.start);
  return Math.max(0, common) / (Math.max(wanted.end, found.end) - Math.min(wanted.start, found.start));
}

/** Sorts answers with a confidence into bands that begin at `from`. */
function bands(answers: readonly { confidence: number; right: boolean }[], from: readonly number[]): Band[] {
  return from.map((least, at) => {
    const own = answers.filter(({ confidence }) => confidence >= least && confidence < (from[at - 1] ?? 2));
    return { from: least, count: own.length, right: own.filter(({ right }) => right).length };
  });
}

/** The score of all pairs. */
export function scoreOf(pairs: readonly Pair[]): SupportScore {
  const spans = pairs.flatMap((pair) =>
    pair.found ? [{ confidence: pair.found.confidence, right: isExact(pair) }] : [],
  );
  const named = pairs.flatMap(({ wanted, found }) => {
    const best = new Map<string, number>();
    for (const { surname, confidence } of found?.sources ?? [])
      best.set(surname, Math.max(confidence, best.get(surname) ?? 0));
    return [...best].map(([name, confidence]) => ({ confidence, right: wanted.names.includes(name) }));
  });
  return {
    notes: pairs.length,
    found: spans.length,
    exact: spans.filter(({ right }) => right).length,
    scope: pairs.filter(({ wanted, found }) => found?.scope === wanted.scope).length,
    overlap: pairs.reduce((sum, pair) => sum + overlap(pair), 0) / pairs.length,
    spans: bands(spans, [0.9, 0.75, 0]),
    names: {
      wanted: pairs.reduce((sum, { wanted }) => sum + wanted.names.length, 0),
      found: named.length,
      right: named.filter(({ right }) => right).length,
    },
    named: bands(named, [0.8, 0.6, 0]),
  };
}

/** Ends of sentences inside passages, found against meant; and passages without a fault. */
export interface SentenceScore {
  readonly passages: number;
  readonly perfect: number;
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
}

/** The sentences that the rules find in one passage. */
export function sentencesFound({ sentences }: SentenceGold): string[] {
  const { paper: sample } = paper(p(sentences.join(' ')));
  return [...sentencesOf(sample)].map(({ start, end }) => sample.text.slice(start, end));
}

/** Indexes where a new sentence begins. */
function joints(sentences: readonly string[]): number[] {
  let at = 0;
  return sentences.slice(0, -1).map((sentence) => (at += sentence.length + 1));
}

export function sentenceScore(gold: readonly SentenceGold[]): SentenceScore {
  const each = gold.map((one) => {
    const [wanted, found] = [joints(one.sentences), joints(sentencesFound(one))];
    const right = found.filter((joint) => wanted.includes(joint)).length;
    return { wanted: wanted.length, found: found.length, right };
  });
  const sum = (key: 'wanted' | 'found' | 'right'): number => each.reduce((total, one) => total + one[key], 0);
  return {
    passages: gold.length,
    perfect: each.filter(({ wanted, found, right }) => wanted === right && found === right).length,
    wanted: sum('wanted'),
    found: sum('found'),
    right: sum('right'),
  };
}
