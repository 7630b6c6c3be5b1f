/** The reader's highlight colours: keys that are stored, and the meanings they start with. */

export interface Colour {
  readonly key: string;
  /** What the colour looks like, in words. */
  readonly look: string;
  /** What it means until the reader says otherwise. */
  readonly meaning: string;
}

/** Eight colours in the order of the toolbar. The values stand in `styles/tokens.css` as `--mark-KEY`. */
export const colours: readonly Colour[] = [
  { key: 'yellow', look: 'yellow', meaning: 'Important' },
  { key: 'green', look: 'green', meaning: 'Evidence' },
  { key: 'red', look: 'red', meaning: 'Doubt' },
  { key: 'blue', look: 'blue', meaning: 'Definition' },
  { key: 'purple', look: 'purple', meaning: 'Question' },
  { key: 'magenta', look: 'magenta', meaning: 'Quotable' },
  { key: 'orange', look: 'orange', meaning: 'Come back' },
  { key: 'gray', look: 'grey', meaning: 'Aside' },
];

/** The key that marks get when the reader names none. */
export const firstColour = 'yellow';
