/** What is shown of the passages while only some marks are: the one place where all others are left out. Derived. */
import { derived, type Desk } from './desk.ts';
import { placed, type Placed } from './passages.ts';

const onlyOf = derived((all: Placed) =>
  derived((only: ReadonlySet<string>): Placed => {
    const isIn = ({ id }: { readonly id: string }): boolean => only.has(id);
    return {
      ...all,
      passages: all.passages.filter(isIn),
      inNotes: all.inNotes.filter(isIn),
      orphans: all.orphans.filter((id) => only.has(id)),
      searching: all.searching.filter((id) => only.has(id)),
    };
  }),
);

/** The passages that text and margin show: all that are placed, or those of `session.only`. */
export function shown(desk: Desk): Placed {
  const { only } = desk.session;
  return only ? onlyOf(placed(desk))(only) : placed(desk);
}
