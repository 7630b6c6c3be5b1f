/** The icons of the map's tools, drawn on a 16-unit grid; each stands beside a name, never alone. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const icons = {
  'zoom-in': svg`<path d="M8 3v10M3 8h10" />`,
  'zoom-out': svg`<path d="M3 8h10" />`,
  fit: svg`<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />`,
  back: svg`<path d="M13.5 8h-11M6 4.500 2.500 8 6 11.500" />`,
  forward: svg`<path d="M2.500 8h11M10 4.500 13.500 8 10 11.500" />`,
  find: svg`<circle cx="7" cy="7" r="4.200" /><path d="m10.200 10.200 3.600 3.600" />`,
  near: svg`<circle cx="8" cy="8" r="2.2" /><path d="M8 1.5v2.5M8 12v2.5M1.5 8H4M12 8h2.5" />`,
  fold: svg`<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h6" /><path d="m11 10 1.5 1.7L14 10" />`,
  weigh: svg`<path d="M8 2v12M5 14h6M2.5 4.500h11M2.5 4.500 1 9.500a1.800 1.800 0 0 0 3 0ZM13.5 4.500 12 9.500a1.800 1.800 0 0 0 3 0Z" />`,
  export: svg`<path d="M8 10V2.5M5 5.500 8 2.500l3 3M2.500 10v3.500h11V10" />`,
  menu: svg`<path d="M3.500 8h.01M8 8h.01M12.500 8h.01" stroke-width="2.400" />`,
  up: svg`<path d="m4 10 4-4 4 4" />`,
  down: svg`<path d="m4 6 4 4 4-4" />`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8" />`,
} satisfies Readonly<Record<string, SVGTemplateResult>>;

export type MapIcon = keyof typeof icons;

/** An icon by its name; hidden from speech, since its button has a name. */
export const mapIcon = (name: MapIcon): TemplateResult =>
  html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${icons[name]}</svg>`;
