/** The few icons of the app, drawn on a 20-unit grid; each stands beside a name, never alone. */
import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

const shapes = {
  library: svg`<path d="M4 3v14M8 3v14M12.2 3.4l4.2 13.2"/>`,
  commands: svg`<path d="m4 5.500 4.500 4.500L4 14.500M10.500 14.500H16"/>`,
  undo: svg`<path d="M7 4 3.5 7.5 7 11"/><path d="M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8"/>`,
  redo: svg`<path d="m13 4 3.5 3.5L13 11"/><path d="M16 7.5H8.500a4.5 4.5 0 0 0 0 9H12"/>`,
  light: svg`<circle cx="10" cy="10" r="3.5"/><path d="M10 2v2M10 16v2M2 10h2M16 10h2M4.300 4.300l1.400 1.400M14.300 14.300l1.400 1.400M4.300 15.700l1.400-1.400M14.300 5.700l1.400-1.400"/>`,
  dark: svg`<path d="M15.500 12.500A6.500 6.500 0 0 1 7.500 4.500a6.500 6.500 0 1 0 8 8Z"/>`,
  auto: svg`<circle cx="10" cy="10" r="6.500"/><path d="M10 3.500v13a6.500 6.500 0 0 0 0-13Z" fill="currentColor"/>`,
  sepia: svg`<path d="M10 5.200C8.500 4 6.300 3.500 3.500 3.500v11.500c2.800 0 5 .5 6.500 1.700 1.500-1.200 3.700-1.700 6.500-1.700V3.500c-2.800 0-5 .5-6.500 1.700ZM10 5.200v11.500"/>`,
  contrast: svg`<path d="M3.500 3.500h13v13h-13z"/><path d="M16.500 3.500v13h-13Z" fill="currentColor"/>`,
  previous: svg`<path d="M12.500 4 6.500 10l6 6"/>`,
  next: svg`<path d="m7.500 4 6 6-6 6"/>`,
  blank: svg`<path d="M3 4h14v10H3z" fill="currentColor"/><path d="M7 17h6"/>`,
  fill: svg`<path d="M3.500 7.500v-4h4M12.500 3.500h4v4M16.500 12.500v4h-4M7.500 16.500h-4v-4"/>`,
  files: svg`<path d="M6.500 13V3.500M3.500 6.500l3-3 3 3M13.500 3.500V13M10.500 10l3 3 3-3M3.500 16.500h13"/>`,
  link: svg`<path d="M8.500 11.500 11.500 8.500M9 6l1.800-1.800a3.500 3.500 0 0 1 5 5L14 11M11 14l-1.800 1.800a3.500 3.500 0 0 1-5-5L6 9"/>`,
  order: svg`<path d="M9 5h8M9 10h8M9 15h8M3.500 7 5 5l1.500 2M5 5v10M3.500 13 5 15l1.500-2"/>`,
  up: svg`<path d="m4 12.500 6-6 6 6"/>`,
  down: svg`<path d="m4 7.500 6 6 6-6"/>`,
  more: svg`<circle cx="4.500" cy="10" r="1.200" fill="currentColor"/><circle cx="10" cy="10" r="1.200" fill="currentColor"/><circle cx="15.500" cy="10" r="1.200" fill="currentColor"/>`,
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
} satisfies Readonly<Record<string, SVGTemplateResult>>;

export type IconName = keyof typeof shapes;

/** An icon by its name; hidden from speech, since its button has a name. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${shapes[name]}</svg>`;
