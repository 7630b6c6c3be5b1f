/** The sign of a label as a small picture, the same on cards, in the outline and on the map; always beside its word. */
import { html, type TemplateResult } from 'lit';
import type { Label } from '../model/grounded.ts';

/** The signs on a square of 10 px, as strokes: a tick, a cross, a question mark. */
export const labelPaths: Readonly<Record<Label, string>> = {
  accepted: 'M1.5 5.5L4 8L8.5 2.5',
  rejected: 'M2 2L8 8M8 2L2 8',
  undecided: 'M2.8 3.4C2.8 1 7.2 1 7.2 3.4C7.2 5 5 4.9 5 6.6M5 8.6V8.9',
};

/** Says nothing itself: the word beside it does. */
export const labelSign = (label: Label): TemplateResult =>
  html`<svg
    class="label-sign"
    data-label=${label}
    viewBox="0 0 10 10"
    width="10"
    height="10"
    aria-hidden="true"
  >
    <path d=${labelPaths[label]} />
  </svg>`;
