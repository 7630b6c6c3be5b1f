/** Where the reader reads otherwise: what a note is for, who is named, and how; each with a way back to the reading below. */
import { trimRange } from '../anchoring/describe.ts';
import type { Target } from '../model/record-parts.ts';
import type { Source, Support, SupportScope } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import { sources, type Desk, type Range } from './desk.ts';
import { joining, ownRecord, ownRecords, stamp, touched } from './own-records.ts';
import { originalSource, supportOf } from './sources.ts';
import type { Command } from './store.ts';
import { isSamePassage, targetFor } from './targets.ts';

/** What the reader corrects; what is left out stays as it is read. */
export interface Correction {
  /** The passage that the note is for, in code points of the paper text. */
  readonly range?: Range;
  readonly scope?: SupportScope;
  /** Ids of the sources that the text names for it; empty for nobody. */
  readonly sources?: readonly string[];
  /** Why, in a sentence; null for none. */
  readonly remark?: string | null;
}

/** The sentence before a note's first marker: what it is for until somebody says otherwise. */
function sentenceBefore(desk: Desk, note: string): Target | null {
  const { text } = desk.paper;
  const marker = text.markers.find((point) => point.node.attrs['note'] === note);
  const block = marker && text.blocks.find((one) => one.start < marker.offset && one.end >= marker.offset);
  if (!block) return null;
  const before = text.slice(block.start, marker.offset);
  const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(before)];
  const length = [...(sentences.at(-1)?.segment ?? before)].length;
  const range = trimRange(text, marker.offset - length, marker.offset);
  return targetFor(desk, range);
}

/** What a correction starts from: the reading that counts, or a first one of the reader's own. */
function startingPoint(desk: Desk, note: string, range: Range | undefined): Support | null {
  const reading = supportOf(desk, note);
  if (reading) return reading.shown;
  const target = range ? targetFor(desk, range) : sentenceBefore(desk, note);
  return target && fresh(note, target);
}

const fresh = (note: string, target: Target): Support => ({
  kind: 'support',
  id: newId(),
  note,
  target,
  scope: 'sentence',
  confidence: 1,
  sources: [],
  attribution: null,
  speakers: [],
  remark: null,
  ...stamp(),
});

/** The fields of a corrected reading. Words of the text that named another source do not name the new one. */
function corrected(desk: Desk, from: Support, correction: Correction): Partial<Support> {
  const { scope, sources: named, remark } = correction;
  const target = targetFor(desk, correction.range ?? null);
  return {
    ...(target ? { target } : {}),
    ...(scope ? { scope } : {}),
    ...(named ? { sources: named } : {}),
    ...(named && JSON.stringify(named) !== JSON.stringify(from.sources) ? { attribution: null } : {}),
    ...(remark === undefined ? {} : { remark: remark?.trim() ? remark.trim() : null }),
    confidence: 1,
  };
}

const saysTheSame = (one: Support, other: Support): boolean =>
  isSamePassage(one.target, other.target) &&
  (['scope', 'sources', 'remark'] as const).every(
    (field) => JSON.stringify(one[field]) === JSON.stringify(other[field]),
  );

/**
 * Says what a note is for. The edition's reading stays where it is; the reader's own counts from now on.
 * Null where nothing changes, or where the paper has no such note. Edits of one `writing` are undone as one.
 */
export const correctSupport =
  (note: string, correction: Correction, writing = ''): Command =>
  (desk) => {
    if (!desk.paper.notes.some((one) => one.id === note)) return null;
    const { range } = correction;
    const trimmed = range && trimRange(desk.paper.text, range.start, range.end);
    if (range && !trimmed) return null;
    const from = startingPoint(desk, note, trimmed ?? undefined);
    if (!from) return null;
    const reading = supportOf(desk, note);
    const patch = corrected(desk, from, correction);
    if (reading && saysTheSame({ ...from, ...patch }, from)) return null;
    // The remark of another's reading explains that reading, not this one.
    const own: Support = reading?.isOverridden
      ? touched(from, patch)
      : { ...from, remark: null, ...patch, id: newId(), ...stamp() };
    return { label: 'Correct what a note is for', put: [own], ...joining(`correct ${note}`, writing) };
  };

/** Takes back the reader's own readings of a note, so that the one below counts again. */
export const dropCorrection =
  (note: string): Command =>
  (desk) => {
    const own = ownRecords(desk, 'support').filter((one) => one.note === note);
    return own.length > 0 ? { label: 'Back to the first reading', remove: own.map((one) => one.id) } : null;
  };

const nameLimit = 200;

const tidy = (name: string): string => [...name.replace(/\s+/gu, ' ').trim()].slice(0, nameLimit).join('');

/** The authority of a name, in whatever case; null where none has it. */
export function sourceNamed(desk: Desk, name: string): Source | null {
  const wanted = tidy(name).toLowerCase();
  const has = (source: Source): boolean =>
    [source.name, ...source.variants].some((one) => one.toLowerCase() === wanted);
  return [...sources(desk).values()].find(has) ?? null;
}

/** Adds an authority and names it for a note, as one change. Where the name is known, that authority is named. */
export const nameAuthority =
  (note: string, name: string): Command =>
  (desk) => {
    const wanted = tidy(name);
    if (!wanted) return null;
    const known = sourceNamed(desk, wanted);
    const source: Source = known ?? { kind: 'source', id: newId(), name: wanted, variants: [], ...stamp() };
    const now = supportOf(desk, note)?.shown.sources ?? [];
    if (now.includes(source.id)) return null;
    const edit = correctSupport(note, { sources: [...now, source.id] })(desk);
    return edit && { label: 'Name an authority', put: [...(known ? [] : [source]), ...(edit.put ?? [])] };
  };

const otherNames = ({ name, variants }: Source, wanted: string): readonly string[] =>
  [...new Set([...variants, name])].filter((one) => one !== wanted);

/** While a name is being typed: the edits of one `writing` are undone as one, and only the names of `before` stay known. */
export interface Renaming {
  readonly writing: string;
  /** The authority when the writing began. */
  readonly before: Source;
}

/**
 * Corrects an authority's name. The edition's record stays; the reader's own shadows it, and goes where it would say
 * the same. The names before are known still.
 */
export const renameAuthority =
  (id: string, name: string, renaming: Renaming | null = null): Command =>
  (desk) => {
    const known = sources(desk).get(id);
    const wanted = tidy(name);
    if (!known || !wanted || known.name === wanted) return null;
    const { writing, before } = renaming ?? { writing: '', before: known };
    const joins = joining(`rename ${id}`, writing);
    const own = ownRecord(desk, id);
    if (own && originalSource(desk, id)?.name === wanted)
      return { label: 'Correct a name', remove: [id], ...joins };
    const patch = { name: wanted, variants: otherNames(before, wanted) };
    const put = [own?.kind === 'source' ? touched(own, patch) : { ...known, ...patch, ...stamp() }];
    return { label: 'Correct a name', put, ...joins };
  };

/** Takes back the reader's own form of an authority that another notebook has too; null where there is no way back. */
export const dropRename =
  (id: string): Command =>
  (desk) =>
    originalSource(desk, id) && ownRecord(desk, id)?.kind === 'source'
      ? { label: 'Back to the first name', remove: [id] }
      : null;
