/** Commands on where a passage stands: keep what was found, attach it elsewhere, or say that it stands nowhere. */
import type { Target } from '../model/record-parts.ts';
import type { NotebookRecord } from '../model/records.ts';
import type { Desk, Range } from './desk.ts';
import { noteWords } from './note-words.ts';
import { ownRecord, touched } from './own-records.ts';
import { hasTargets } from './record-places.ts';
import type { Command } from './store.ts';
import { inPlaceOf, isSamePassage, targetFor, targetInNote } from './targets.ts';
import { attachable, verdictOf, verdicts, type TargetVerdict } from './verdicts.ts';

/** Puts another target in the place of one; null where the record is not the reader's own. */
function withTarget(desk: Desk, label: string, id: string, index: number, target: Target | null) {
  const record = ownRecord(desk, id) ?? undefined;
  if (!target || !hasTargets(record) || !attachable(desk, id, index)) return null;
  const targets = record.targets.map((one, at) => (at === index ? inPlaceOf(one, target) : one));
  return { label, put: [touched(record, { targets })] };
}

const renewed = (desk: Desk, old: Target, at: Range): Target | null => {
  const target = targetFor(desk, at);
  return target && inPlaceOf(old, target);
};

/** The words where a passage stands now, described anew; null where it stands nowhere. */
function described(desk: Desk, { target, at, text }: TargetVerdict): Target | null {
  if (!at) return null;
  if (target.note === undefined) return renewed(desk, target, at);
  const words = noteWords(desk, target.note).find((one) => one.text === text);
  return words ? targetInNote(words, at) : null;
}

/** Agrees to where a passage was found: it is described anew by the words that stand there. */
export const keepPlace =
  (id: string, index: number): Command =>
  (desk) => {
    const found = verdictOf(desk, id)?.targets[index];
    return found ? withTarget(desk, 'Keep the place', id, index, described(desk, found)) : null;
  };

/** Agrees to all places that were found for certain, of all records of the reader's own, as one change. */
export const keepMoved: Command = (desk) => {
  const put = verdicts(desk).flatMap(({ id, targets }): NotebookRecord[] => {
    const record = ownRecord(desk, id) ?? undefined;
    if (!hasTargets(record) || targets.every(({ fate }) => fate !== 'moved')) return [];
    const kept = targets.map((one) => (one.fate === 'moved' ? described(desk, one) : null) ?? one.target);
    return [touched(record, { targets: kept })];
  });
  return put.length > 0 ? { label: 'Keep the places', put } : null;
};

/** Attaches a passage to a range of the paper text (code points). */
export const attach =
  (id: string, index: number, range: Range | null): Command =>
  (desk) => {
    const target = targetFor(desk, range);
    const known = attachable(desk, id, index);
    if (!target || !known || (isSamePassage(known, target) && !known.detached)) return null;
    return withTarget(desk, 'Attach a passage', id, index, target);
  };

/** Says that a passage stands nowhere in this text: it is not looked for any more, and keeps its words. */
export const detach =
  (id: string, index: number): Command =>
  (desk) => {
    const known = attachable(desk, id, index);
    if (!known || known.detached) return null;
    return withTarget(desk, 'Detach a passage', id, index, { ...known, detached: true });
  };

/** Lets a detached passage be looked for again. */
export const seekAgain =
  (id: string, index: number): Command =>
  (desk) => {
    const known = attachable(desk, id, index);
    if (!known?.detached) return null;
    const target: Partial<Target> = { ...known };
    delete (target as { detached?: true }).detached;
    return withTarget(desk, 'Look for a passage again', id, index, target as Target);
  };
