/** What a reader can do on a desk, as a list: the keys, the palette and the key sheet are all made from it. */
import type { Preferences } from './preferences.ts';
import type { Scene } from './go-to.ts';
import type { BarActions } from './desk-bar.ts';
import { isPressed, isSingle, type KeyLevel } from './keys.ts';
import type { SideTab } from './side-tabs.ts';

/** The headings under which actions are listed, in this order. */
export const actionGroups = [
  'Find one’s way',
  'Walk',
  'Mark and write',
  'Sources',
  'Class',
  'Read',
  'Map',
  'View',
] as const;
export type ActionGroup = (typeof actionGroups)[number];

export interface Action {
  /** Unique, kebab-case. */
  readonly id: string;
  /** What it does, as on a menu: “Next note number”. */
  readonly words: string;
  readonly group: ActionGroup;
  /** As in keys.ts: `Ctrl+K`, `Shift+M`, `?`. The first is shown first. */
  readonly keys?: readonly string[];
  /** Other words for it, by which the palette finds it too. */
  readonly also?: string;
  /** Whether its keys count while one writes in a field. */
  readonly inFields?: boolean;
  /** Whether its keys mean it where one is now; where they do not, they may mean something else. Absent: always. */
  isMeant?(): boolean;
  /** Where it cannot be done now: why, in a sentence; null where it can. */
  whyNot?(): string | null;
  run(): void;
}

/** The elements that come over the desk when they are asked for. */
export type Summoned = 'command-palette' | 'key-sheet' | 'go-to-box';

/** What actions can reach: the desk's store and text, and the screen's own doing. */
export interface ActionScene extends Scene {
  readonly screen: BarActions & {
    preferences(): Preferences;
    /** Shows a tab of the side pane, and moves the focus there where `focus` is true. */
    showSide(tab: SideTab, focus?: boolean): void;
    /** Brings an element over the desk. */
    summon(part: Summoned): void;
  };
}

/** Controls that keep their own keys: fields, and what types ahead or is walked by letters. */
const fields = 'input:not([type="checkbox"], [type="radio"]), textarea, select';
const walkedByLetters = '[role="tree"], [role="menu"], [role="listbox"]';

/** Where a key was pressed, as far as it matters. */
interface Spot {
  readonly inField: boolean;
  readonly isWalked: boolean;
}

const isFree = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented && !event.isComposing && !(event.target as Element | null)?.closest?.('dialog');

/** Whether a key counts where it was pressed. */
const counts = (key: string, level: KeyLevel, { inField, isWalked }: Spot): boolean =>
  !isSingle(key) || (level === 'all' && !inField && !isWalked);

/**
 * The action that a key means, or null. Keys in a dialog are the dialog's; in a field only those of actions that
 * say so count; single characters not where letters are typed ahead. Of several actions with one key the first that
 * can be done now has it.
 */
export function actionFor(event: KeyboardEvent, actions: readonly Action[], level: KeyLevel): Action | null {
  if (level === 'none' || !isFree(event)) return null;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const spot: Spot = {
    inField: target?.matches(fields) ?? false,
    isWalked: Boolean(target?.closest(walkedByLetters)),
  };
  const found = actions.filter(
    (action) =>
      (!spot.inField || action.inFields) &&
      action.isMeant?.() !== false &&
      action.keys?.some((key) => isPressed(key, event) && counts(key, level, spot)),
  );
  return found.find((action) => !action.whyNot?.()) ?? found[0] ?? null;
}
