/** What was typed into a field of a form. */

/** The text under `name`; empty where there is none. */
export function textIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

/** Escape and Ctrl or Cmd with Enter end the writing; what was written is kept in either case. */
export const isDoneKey = (event: KeyboardEvent): boolean =>
  event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
