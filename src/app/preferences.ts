/** How this device likes its screen: look, panes, split. Small, synchronous, and never anything one wrote. */
import { citationStyles, type CitationStyle } from '../cite/citation-styles.ts';
import { keyLevels, type KeyLevel } from './keys.ts';
import { firstArgument, isArgumentChoice, type ArgumentChoice } from './argument-choice.ts';
import { firstMarks, isMarksChoice, type MarksChoice } from './marks-choice.ts';
import { isPrintChoice, printParts, type PrintPart } from './print-parts.ts';
import { lookChecks, standardLook, type Look } from './reading-look.ts';
import { sideTabs, type SideTab } from './side-tabs.ts';
import { firstChoice, isChoice, type ExportChoice } from '../map/export-choice.ts';
import { areHabits, firstHabits, type VoiceHabits } from '../reader/voices.ts';

/** Which addresses stand beside the text. */
export const addressLevels = ['none', 'paragraphs', 'sentences'] as const;
export type AddressLevel = (typeof addressLevels)[number];

export interface Preferences extends Look {
  /** False while the map fills the screen; never remembered, since one comes back to read. */
  readonly text: boolean;
  readonly margin: boolean;
  readonly map: boolean;
  readonly contents: boolean;
  /** Which of margin and map shows where only one of them has room beside the text. */
  readonly beside: 'margin' | 'map';
  /** Share of the width that the map takes, 0.2 to 0.75. */
  readonly split: number;
  readonly welcomed: boolean;
  /** Which tab of the side pane shows. */
  readonly side: SideTab;
  /** Which of Warrant's own keys count. */
  readonly keys: KeyLevel;
  /** What was printed last. */
  readonly print: readonly PrintPart[];
  readonly addresses: AddressLevel;
  /** Whether a strip beside the text shows what the class marked. */
  readonly heat: boolean;
  /** Whether one hears which marks the caret enters and leaves. */
  readonly saysMarks: boolean;
  /** How one is read to. */
  readonly voice: VoiceHabits;
  /** In which style passages are copied. */
  readonly citation: CitationStyle;
  /** How pictures of the map were made last. */
  readonly picture: ExportChoice;
  /** How files of marks were made last. */
  readonly marks: MarksChoice;
  /** How files of the argument were made last. */
  readonly argument: ArgumentChoice;
}

const standard: Preferences = {
  ...standardLook,
  text: true,
  margin: true,
  map: true,
  contents: false,
  beside: 'map',
  split: 0.4,
  welcomed: false,
  side: 'contents',
  keys: 'all',
  print: printParts,
  addresses: 'none',
  heat: true,
  saysMarks: true,
  voice: firstHabits,
  citation: 'plain',
  picture: firstChoice,
  marks: firstMarks,
  argument: firstArgument,
};

const key = 'warrant-preferences';

// Kept beside the database because the theme must be known before the first paint; losing it costs a click.
let memory = standard;
let isRefused = false;

const checks: { readonly [K in keyof Omit<Preferences, 'text'>]: (value: unknown) => boolean } = {
  ...lookChecks,
  margin: (value) => typeof value === 'boolean',
  map: (value) => typeof value === 'boolean',
  contents: (value) => typeof value === 'boolean',
  beside: (value) => value === 'margin' || value === 'map',
  split: (value) => typeof value === 'number' && value >= 0.2 && value <= 0.75,
  welcomed: (value) => typeof value === 'boolean',
  side: (value) => sideTabs.some(({ key }) => key === value),
  keys: (value) => keyLevels.some((level) => level === value),
  print: isPrintChoice,
  addresses: (value) => addressLevels.some((level) => level === value),
  heat: (value) => typeof value === 'boolean',
  saysMarks: (value) => typeof value === 'boolean',
  voice: areHabits,
  citation: (value) => citationStyles.some((style) => style === value),
  picture: isChoice,
  marks: isMarksChoice,
  argument: isArgumentChoice,
};

/** What of a stored value can be taken. */
function sound(stored: unknown): Partial<Preferences> {
  if (typeof stored !== 'object' || stored === null) return {};
  const known = Object.entries(stored).filter(
    ([name, value]) => Object.hasOwn(checks, name) && checks[name as keyof typeof checks](value),
  );
  return Object.fromEntries(known);
}

/** What is preferred now; the standard where nothing is stored or storage is refused. */
export function readPreferences(): Preferences {
  try {
    if (!isRefused) memory = { ...memory, ...sound(JSON.parse(localStorage.getItem(key) ?? '{}')) };
  } catch {
    // Refused or damaged: this tab goes on with what it has.
  }
  return memory;
}

/** Changes preferences; kept for this tab even where the device refuses. */
export function writePreferences(patch: Partial<Preferences>): Preferences {
  memory = { ...readPreferences(), ...patch };
  try {
    localStorage.setItem(key, JSON.stringify(memory));
    isRefused = false;
  } catch {
    isRefused = true;
  }
  return memory;
}

/** Takes in preferences of elsewhere, to be checked like any input: those that were never set here. */
export function adoptPreferences(value: unknown): void {
  try {
    const own = localStorage.getItem(key);
    writePreferences({ ...sound(value), ...(own === null ? {} : sound(JSON.parse(own))) });
  } catch {
    // Refused or damaged: what is here stays.
  }
}

/** Which panes show. */
export type Panes = Pick<Preferences, 'text' | 'margin' | 'map' | 'contents'>;

/** Width of the side pane in a window of `width` px; `styles/desk.css` says the same. */
const sideWidth = (width: number): number => Math.min(320, Math.max(256, width * 0.19));

/** What shows in a window of `width` px: margin and map both, or the one chosen last. */
export function panesFor(like: Preferences, width: number): Panes {
  if (!like.text) return { text: false, margin: false, map: true, contents: false };
  const { contents } = like;
  // A small screen has room for the contents or for what stands beside the text, not for both.
  if (contents && width < 1000) return { text: true, margin: false, map: false, contents };
  // The line comes first: it keeps some sixty characters whatever else is open.
  const hasRoom = width - (contents ? sideWidth(width) : 0) >= 1300;
  return {
    text: true,
    margin: like.margin && (hasRoom || !like.map || like.beside === 'margin'),
    map: like.map && (hasRoom || !like.margin || like.beside === 'map'),
    contents,
  };
}

/** The panes that show, by name, as the page's styles want them. */
export const namesOf = (panes: Panes): string =>
  Object.entries(panes)
    .filter(([, isShown]) => isShown)
    .map(([name]) => name)
    .join(' ');
