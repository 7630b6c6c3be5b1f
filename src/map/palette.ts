/** The colours and fonts of the map: read from the page's tokens for the canvas, fixed for exported pictures. */
import type { ClaimRole } from '../model/records.ts';

/** Everything the canvas and the SVG writer paint with. */
export interface Palette {
  readonly paper: string;
  readonly panel: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly accent: string;
  readonly attack: string;
  readonly roles: Readonly<Record<ClaimRole, string>>;
  readonly fontText: string;
  readonly fontUi: string;
}

const fonts = {
  fontText: "'Source Serif 4', 'Source Serif Pro', Georgia, 'Times New Roman', serif",
  fontUi: "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif",
};

/** Ink on warm paper: an exported picture's light theme, and the canvas where a token is missing. */
export const lightPalette: Palette = {
  ...fonts,
  paper: '#fbf9f4',
  panel: '#fffefb',
  ink: '#23201b',
  inkSoft: '#5f594f',
  line: '#d9d2c5',
  accent: '#7a3b1d',
  attack: '#a1232f',
  roles: {
    conclusion: '#5a3e85',
    issue: '#a3402a',
    determinant: '#1c6a73',
    background: '#5c6470',
    premise: '#4c6b2f',
  },
};

/** Light on dark: the same hues, lifted until small labels read at 4.5:1. */
export const darkPalette: Palette = {
  ...fonts,
  paper: '#191816',
  panel: '#23211e',
  ink: '#ece6da',
  inkSoft: '#aaa294',
  line: '#403c35',
  accent: '#e3a27c',
  attack: '#f08a8a',
  roles: {
    conclusion: '#bfa5ea',
    issue: '#ee9a80',
    determinant: '#74c3cc',
    background: '#aab3c0',
    premise: '#a5c983',
  },
};

/** Reads the palette that holds at `element`. `isDark` picks the stand-ins for tokens that are not set. */
export function readPalette(element: Element, isDark: boolean): Palette {
  const style = getComputedStyle(element);
  const base = isDark ? darkPalette : lightPalette;
  const token = (name: string, fallback: string): string => style.getPropertyValue(name).trim() || fallback;
  return {
    paper: token('--color-paper', base.paper),
    panel: token('--color-panel', base.panel),
    ink: token('--color-ink', base.ink),
    inkSoft: token('--color-ink-soft', base.inkSoft),
    line: token('--color-line', base.line),
    accent: token('--color-accent', base.accent),
    attack: token('--color-attack', base.attack),
    roles: {
      conclusion: token('--role-conclusion', base.roles.conclusion),
      issue: token('--role-issue', base.roles.issue),
      determinant: token('--role-determinant', base.roles.determinant),
      background: token('--role-background', base.roles.background),
      premise: token('--role-premise', base.roles.premise),
    },
    fontText: token('--font-text', base.fontText),
    fontUi: token('--font-ui', base.fontUi),
  };
}

/** True where the page is dark: by its own `data-theme`, else by the system. */
export function isDarkPage(): boolean {
  const theme = document.documentElement.dataset['theme'];
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Calls `changed` when the page's theme changes, by its own switch or by the system; returns the way to stop. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', changed);
  };
}
