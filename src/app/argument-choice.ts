/** What one can choose of a file of the argument. Pure, and small: what was chosen last is remembered with the device's likings. */

export const argumentOutFormats = [
  'argdown',
  'aif',
  'ova',
  'markdown',
  'graphml',
  'dot',
  'mermaid',
  'claims',
  'relations',
] as const;
export type ArgumentOutFormat = (typeof argumentOutFormats)[number];

export interface ArgumentChoice {
  readonly format: ArgumentOutFormat;
}

/** What is chosen when the dialog first opens. */
export const firstArgument: ArgumentChoice = { format: 'argdown' };

/** True for a choice that was stored whole. */
export function isArgumentChoice(value: unknown): value is ArgumentChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { format } = value as Readonly<Record<string, unknown>>;
  return argumentOutFormats.some((one) => one === format);
}
