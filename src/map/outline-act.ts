/** The form of what one can do with a line of the outline: its key, what it would do, why it cannot be done now. */
import type { Line } from '../desk/line-commands.ts';
import type { Desk, Focus } from '../desk/desk.ts';
import type { Session } from '../desk/session.ts';
import type { Command } from '../desk/store.ts';
import type { OutlineView } from './outline-view.ts';
import type { Writing } from './outline-writing.ts';
import type { OutlineItem } from './outline.ts';

/** A line with what decides what can be done with it. */
export interface LineScene {
  readonly desk: Desk;
  readonly item: OutlineItem;
  readonly view: OutlineView;
  /** The line that was cut and waits to be put elsewhere; null where none does. */
  readonly cut: Line | null;
}

/** What an act does: run a command, open the field, or what only the outline itself can do. */
export type Doing =
  | { readonly do: 'run'; readonly command: Command; readonly said: string; readonly goTo?: string }
  | { readonly do: 'write'; readonly writing: Writing }
  | { readonly do: 'cut'; readonly line: Line; readonly said: string }
  | { readonly do: 'show'; readonly focus: Focus }
  | { readonly do: 'session'; readonly patch: Partial<Session> }
  | { readonly do: 'relate'; readonly claim: string; readonly relation: 'supports' | 'attacks' }
  | { readonly do: 'copy'; readonly as: 'text' | 'markdown' };

/** Something that can be done with a line. */
export interface LineAct {
  /** Unique among the acts of a line, kebab-case. */
  readonly id: string;
  readonly words: string;
  /** Its key, as it is shown: `Shift+Enter`, `+`. */
  readonly key?: string;
  /** `check` and `radio` say how it is, and doing them makes it otherwise. */
  readonly kind?: 'check' | 'radio';
  readonly isOn?: boolean;
  /** Why it cannot be done now, in a sentence; null where it can. */
  readonly whyNot: string | null;
  readonly does: Doing;
}
