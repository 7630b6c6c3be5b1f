/** What the reasons for a mark are called on screen, and their quiet signs. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Motivation } from '../model/records.ts';

/** As in a choice: “Question”. */
export const motivationNames: Readonly<Record<Motivation, string>> = {
  highlighting: 'Highlight',
  commenting: 'Comment',
  questioning: 'Question',
  tagging: 'Tag',
  bookmarking: 'Bookmark',
};

const shapes: Readonly<Record<Motivation, SVGTemplateResult>> = {
  highlighting: svg`<path d="m11 4 5 5-6.500 6.500H6L4.500 14v-3.500zM3 17.500h14"/>`,
  commenting: svg`<path d="M3.500 4.500h13v9h-7l-3.500 3v-3H3.500z"/>`,
  questioning: svg`<path d="M6.800 7.200a3.200 3.200 0 1 1 4.700 2.900c-1 .6-1.500 1.200-1.500 2.400M10 15.800v.1" stroke-width="1.800"/>`,
  tagging: svg`<path d="M3.500 3.500h6l7 7-6 6-7-7zM7 7h.01"/>`,
  bookmarking: svg`<path d="M5.500 3.500h9v13l-4.500-3.500-4.500 3.500z"/>`,
};

/** The sign of a reason; hidden from speech, since its name stands beside it. */
export const motivationIcon = (motivation: Motivation): TemplateResult =>
  html`<svg class="icon motivation-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    ${shapes[motivation]}
  </svg>`;

/** Whether a reason is worth saying: that a mark marks, or has words, one sees. */
export const isSaid = (motivation: Motivation): boolean =>
  motivation !== 'highlighting' && motivation !== 'commenting';

/** What a reader chooses from: a highlight with words is a comment, without being asked. */
export const choices = (motivation: Motivation): readonly Motivation[] => [
  motivation === 'commenting' ? 'commenting' : 'highlighting',
  'questioning',
  'tagging',
  'bookmarking',
];
