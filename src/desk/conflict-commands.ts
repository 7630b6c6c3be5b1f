/** What a reader does with attacks of their own: what kind they are, whether they go both ways, what they are about. */
import type { Conflict } from '../model/argument-records.ts';
import { isSame } from '../model/same.ts';
import { limits } from '../notebook/part-shapes.ts';
import { argument, type Desk } from './desk.ts';
import { commandOf, ownOf, reasonAgainst, unchanged, type Move } from './moves.ts';
import { joining, touched } from './own-records.ts';
import type { Command } from './store.ts';

/** What one changes of an attack. */
export type ConflictPatch = Partial<Pick<Conflict, 'attack' | 'mutual' | 'gist' | 'question'>>;

/** Why an attack on this cannot be of that kind; null where it can. */
function whyNotKind(desk: Desk, { to, attack, mutual }: Conflict): string | null {
  const isOnStep = argument(desk).inferences.has(to);
  if (isOnStep && attack !== 'undercut') return 'An attack on a step undercuts it.';
  if (!isOnStep && attack === 'undercut') return 'Only a step can be undercut.';
  return isOnStep && mutual ? 'A step does not attack in turn.' : null;
}

const editing =
  (id: string, patch: ConflictPatch, writing: string): Move =>
  (desk) => {
    const conflict = ownOf(desk, 'conflict', id);
    if (typeof conflict === 'string') return conflict;
    const wanted = { ...conflict, ...patch };
    if (isSame(wanted, conflict)) return unchanged;
    if (wanted.gist.length > limits.sentence) return 'That is too long for a sentence.';
    const isOfKind = patch.attack === undefined && patch.mutual === undefined;
    const why = isOfKind ? null : whyNotKind(desk, wanted);
    return (
      why ?? {
        label: 'Edit attack',
        put: [touched(conflict, wanted)],
        ...joining(`write ${id}`, writing),
      }
    );
  };

/** Changes an attack of the reader's own; edits of one `writing` are undone as one. */
export const editConflict = (id: string, patch: ConflictPatch, writing = ''): Command =>
  commandOf(editing(id, patch, writing));

/** Why an attack cannot be changed so; null where it can. */
export const whyNotEditConflict = (desk: Desk, id: string, patch: ConflictPatch): string | null =>
  reasonAgainst(desk, editing(id, patch, ''));
