/** What one can choose of a file of marks. Pure, and small: what was chosen last is remembered with the device's likings. */
import { groupings, type Grouping } from '../formats/grouping.ts';

export const marksFormats = ['w3c', 'hypothesis', 'zotero', 'markdown', 'csv', 'html'] as const;
export type MarksFormat = (typeof marksFormats)[number];

export interface MarksChoice {
  /** `everything`: marks, claims and whatever else the notebook holds. */
  readonly what: 'everything' | 'marks';
  readonly format: MarksFormat;
  /** For what is read by people. */
  readonly by: Grouping;
  /** For CSV: whether Excel is told that it is UTF-8. */
  readonly hasMark: boolean;
  /** Whether the layers that show beside the reader's own go in as well. */
  readonly hasLayers: boolean;
}

/** What is chosen when the dialog first opens. */
export const firstMarks: MarksChoice = {
  what: 'everything',
  format: 'w3c',
  by: 'section',
  hasMark: false,
  hasLayers: false,
};

/** True for a choice that was stored whole. */
export function isMarksChoice(value: unknown): value is MarksChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { what, format, by, hasMark, hasLayers } = value as Readonly<Record<string, unknown>>;
  return (
    (what === 'everything' || what === 'marks') &&
    marksFormats.some((one) => one === format) &&
    groupings.some((one) => one === by) &&
    typeof hasMark === 'boolean' &&
    typeof hasLayers === 'boolean'
  );
}
