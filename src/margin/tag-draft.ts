/** A tag that is half typed: kept by this tab, also over a reload, until it is one. */

/** Longest that is kept, in UTF-16 units. */
const longest = 500;

const keyOf = (id: string): string => `warrant-tag ${id}`;

/** What was being typed for the mark of this id; empty where nothing was. */
export function tagDraft(id: string): string {
  try {
    return (sessionStorage.getItem(keyOf(id)) ?? '').slice(0, longest);
  } catch {
    // Storage is refused: then nothing outlasted the reload.
    return '';
  }
}

/** Keeps what is being typed for a mark, or forgets it where it is empty. */
export function keepTagDraft(id: string, typed: string): void {
  try {
    if (typed) sessionStorage.setItem(keyOf(id), typed.slice(0, longest));
    else sessionStorage.removeItem(keyOf(id));
  } catch {
    // Refused or full: it stays in the field.
  }
}
