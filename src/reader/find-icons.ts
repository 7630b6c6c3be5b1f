/** The icons of the find bar, on the app's 20-unit grid; hidden from speech, since their buttons have names. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const drawn = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${shape}</svg>`;

export const up = drawn(svg`<path d="m5 12 5-5 5 5"/>`);
export const down = drawn(svg`<path d="m5 8 5 5 5-5"/>`);
export const list = drawn(
  svg`<path d="M7.500 5.500H16M7.500 10H16M7.500 14.500H16M4 5.500h.01M4 10h.01M4 14.500h.01"/>`,
);
export const close = drawn(svg`<path d="m5.500 5.500 9 9M14.500 5.500l-9 9"/>`);
