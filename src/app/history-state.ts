/** An earlier state as one looks at it: what was in it, and what became of that. */
import { differences, type Differences, type Records } from '../desk/history-commands.ts';
import type { KeptState } from '../storage/states.ts';
import { dayWords } from './day-names.ts';
import { recordsIn } from './packed-state.ts';

/** A state, opened. */
export interface OpenedState {
  readonly state: KeptState;
  /** Null where its bytes cannot be read. */
  readonly records: Records | null;
}

/** Opens a state. Never throws. */
export async function openState(state: KeptState): Promise<OpenedState> {
  try {
    return { state, records: await recordsIn(state.bytes) };
  } catch {
    return { state, records: null };
  }
}

const isSetBack = (state: KeptState): boolean => state.at.length > 10;

/** What a state is called: by the day that it shows the end of, or by when the notebook was set back from it. */
export function stateTitle(state: KeptState): string {
  if (isSetBack(state)) return `${dayWords(state.at)}, ${state.at.slice(11, 16)}`;
  return state.last === null ? `Before ${dayWords(state.at)}` : dayWords(state.last);
}

/** What is said under the title. */
export const stateHint = (state: KeptState): string =>
  isSetBack(state) ? 'just before it was set back' : 'at the end of the day';

/** What became of a state: since then, and until now. */
export const sinceThen = (records: Records, now: Records): Differences => differences(records, now);

/** The sum of it: `3 new, 1 changed, 2 gone since`. */
export function sinceWords({ gone, changed, added }: Differences): string {
  const parts = [
    added.length > 0 ? `${added.length} new` : '',
    changed.length > 0 ? `${changed.length} changed` : '',
    gone.length > 0 ? `${gone.length} gone` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')} since` : 'as it is now';
}
