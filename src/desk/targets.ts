/** Targets as they are made on a desk: the selectors of a passage, and in which text and where it was made. */
import { describe, trimRange } from '../anchoring/describe.ts';
import type { Target } from '../model/record-parts.ts';
import { addressOf, sayAddress } from '../text/address.ts';
import type { Desk, Range } from './desk.ts';
import type { NoteWords } from './note-words.ts';

/** The target of a passage of the paper text, without white space at its ends; null where nothing else is in it. */
export function targetFor(desk: Desk, range: Range | null): Target | null {
  const { paper, version } = desk;
  const trimmed = range && trimRange(paper.text, range.start, range.end);
  if (!trimmed) return null;
  const address = sayAddress(addressOf(paper, trimmed.start));
  const target = describe(paper.text, trimmed.start, trimmed.end);
  return { ...target, version, ...(address ? { address } : {}) };
}

/** The target of a passage in the words of a note, likewise. */
export function targetInNote({ text, note }: NoteWords, range: Range): Target | null {
  const trimmed = trimRange(text, range.start, range.end);
  return trimmed && { ...describe(text, trimmed.start, trimmed.end), note };
}

/** A new target in the place of an old one: it states the same wording of its claim. */
export const inPlaceOf = (old: Target, target: Target): Target =>
  old.wording === undefined ? target : { ...target, wording: old.wording };

/** Whether two targets mean the same words at the same place, whenever they were made. */
export const isSamePassage = (one: Target, other: Target): boolean =>
  (['exact', 'prefix', 'suffix', 'start', 'end', 'note'] as const).every(
    (field) => one[field] === other[field],
  );
