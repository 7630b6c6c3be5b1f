/** Whether a card has to be rendered again: a hundred cards stand, and most changes of the desk are about one. */
import type { PropertyValues } from 'lit';
import { canEdit, meanings, type Desk } from '../desk/desk.ts';
import { labelWords } from '../desk/label-words.ts';
import { standingWords } from '../desk/standing.ts';
import { repliesTo } from '../desk/threads.ts';

/** True where nothing but the desk has changed, and nothing of the desk that a closed card of the record shows. */
export function isSameFor(id: string | undefined, desk: Desk | null, changed: PropertyValues): boolean {
  const before = changed.get('desk') as Desk | null | undefined;
  if (id === undefined || !desk || !before || changed.size > 1) return false;
  const isEdited = (one: Desk): boolean => one.session.editing === id;
  return (
    before.paper === desk.paper &&
    isEdited(before) === isEdited(desk) &&
    canEdit(before, id) === canEdit(desk, id) &&
    repliesTo(before, id).length === repliesTo(desk, id).length &&
    standingWords(before, id) === standingWords(desk, id) &&
    labelWords(before, id) === labelWords(desk, id) &&
    meanings(before) === meanings(desk)
  );
}
