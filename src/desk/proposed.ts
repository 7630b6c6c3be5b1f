/**
 * What the rules propose of a paper that nobody has edited: whom it names, what its notes are for, and a first map
 * (headings as groups, sentences that rest on notes as claims). Nothing is asserted: it is a layer to accept or ignore.
 */
import { describe } from '../anchoring/describe.ts';
import { bareClaim, type Claim, type Group } from '../model/argument-records.ts';
import { lastAtMost } from '../model/paper-text.ts';
import type { Section } from '../model/paper.ts';
import type { Stamp } from '../model/record-parts.ts';
import type { NotebookRecord } from '../model/records.ts';
import { sentenceAt, type Readable, type Sentence } from '../text/sentences.ts';
import { sourceRecords, supportRecord } from '../text/support-records.ts';
import { supportsOf, type SupportReading } from '../text/supports.ts';
import type { Layer } from './desk.ts';

/** What proposals are made from. */
export interface Proposable extends Readable {
  readonly sections: readonly Section[];
}

/** Longer sentences are lists or failed copies: no one would want them as a claim. */
const longestClaim = 1200;

/** A sentence and the readings of the notes that stand on it. */
interface Sourced {
  readonly sentence: Sentence;
  readonly notes: readonly string[];
}

/** The sentences that notes stand on, in the order of the text; quotations are the words of others. */
function sourced(paper: Proposable, readings: readonly SupportReading[]): readonly Sourced[] {
  const found = new Map<number, { sentence: Sentence; notes: string[] }>();
  for (const { note, marker, scope } of readings) {
    if (scope === 'blockquote' || scope === 'list') continue;
    const sentence = sentenceAt(paper, Math.max(0, marker - 1));
    if (!sentence || sentence.block.kind === 'heading' || sentence.end <= sentence.start) continue;
    if (sentence.end - sentence.start > longestClaim) continue;
    const known = found.get(sentence.start);
    if (!known) found.set(sentence.start, { sentence, notes: [note] });
    else if (!known.notes.includes(note)) known.notes.push(note);
  }
  return [...found.values()].sort((one, other) => one.sentence.start - other.sentence.start);
}

const groupId = ({ address }: Section): string => `proposed-section-${address}`;

/** The section around a section; null for the outermost. */
const around = (sections: readonly Section[], at: number): Section | null =>
  sections.slice(0, at).findLast((one) => one.level < (sections[at]?.level ?? 0)) ?? null;

/** Groups for the sections that hold claims, and for those around them. */
function groupsOf(sections: readonly Section[], held: ReadonlySet<number>, stamp: Stamp): Group[] {
  const wanted = new Set<Section>();
  for (const at of held) {
    for (let now: Section | null = sections[at] ?? null; now && !wanted.has(now);) {
      wanted.add(now);
      now = around(sections, sections.indexOf(now));
    }
  }
  return sections.flatMap((section, at): Group[] => {
    if (!wanted.has(section)) return [];
    const parent = around(sections, at);
    const title = section.title || section.label || section.address;
    return [
      {
        kind: 'group',
        id: groupId(section),
        title,
        section: section.address,
        parent: parent && groupId(parent),
        foreign: null,
        ...stamp,
      },
    ];
  });
}

function argumentOf(paper: Proposable, readings: readonly SupportReading[], stamp: Stamp): NotebookRecord[] {
  const { sections, text } = paper;
  const held = new Set<number>();
  const claims = sourced(paper, readings).map(({ sentence, notes }): Claim => {
    const at = lastAtMost(sections, sentence.start, (section) => section.start);
    if (at >= 0) held.add(at);
    return {
      kind: 'claim',
      id: `proposed-claim-${sentence.start}`,
      role: 'premise',
      wording: text.slice(sentence.start, sentence.end).trim(),
      targets: [describe(text, sentence.start, sentence.end)],
      notes,
      group: sections[at] ? groupId(sections[at]) : null,
      aside: false,
      ...bareClaim,
      ...stamp,
    };
  });
  return [...groupsOf(sections, held, stamp), ...claims];
}

/** Everything that the rules propose, as records; the same for the same text. `stamp` says by whom, and since when. */
export function proposals(paper: Proposable, stamp: Stamp): readonly NotebookRecord[] {
  const readings = supportsOf(paper);
  const seen = new Set<string>();
  const supports = readings.flatMap((reading) => {
    const record = supportRecord(reading, describe(paper.text, reading.start, reading.end), stamp);
    if (seen.has(record.id)) return [];
    seen.add(record.id);
    return [record];
  });
  return [...sourceRecords(readings, stamp), ...supports, ...argumentOf(paper, readings, stamp)];
}

/** The id of the layer of proposals: one of each desk. */
export const proposedLayerId = 'proposed';

/** Proposals as a layer. What they say of notes and authorities counts until a reader says otherwise; the map shows when asked for. */
export const proposedLayer = (records: readonly NotebookRecord[], visible: boolean): Layer => ({
  id: proposedLayerId,
  name: 'Proposed by rule',
  kind: 'proposed',
  creator: '',
  tint: 0,
  sign: '',
  readOnly: true,
  visible,
  before: 0,
  opened: null,
  records: new Map(records.map((record) => [record.id, record])),
});
