/** The colours and fonts of the map: read from the page's tokens for the canvas, fixed for exported pictures. */
import type { ClaimRole } from '../model/argument-records.ts';

/** Everything the canvas and the SVG writer paint with. */
export interface Palette {
  readonly paper: string;
  readonly card: string;
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
  fontText: "'Source Serif 4', 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif",
  fontUi: "'Source Sans 3 Variable', 'Source Sans 3', 'Segoe UI', system-ui, sans-serif",
};

/** The light tokens: for an exported picture, and for the canvas where a token is missing. */
export const lightPalette: Palette = {
  ...fonts,
  paper: '#fcfaf5',
  card: '#fffefb',
  ink: '#211f1a',
  inkSoft: '#5c574c',
  line: '#ddd6c7',
  accent: '#0b5a6b',
  attack: '#a3271d',
  roles: {
    conclusion: '#6a3093',
    issue: '#a8321f',
    determinant: '#1c569c',
    background: '#6a6250',
    premise: '#2b6a45',
  },
};

/** The dark tokens. */
export const darkPalette: Palette = {
  ...fonts,
  paper: '#191816',
  card: '#2a2723',
  ink: '#e9e3d6',
  inkSoft: '#aea697',
  line: '#3b3730',
  accent: '#7fc4d4',
  attack: '#f0938a',
  roles: {
    conclusion: '#c79cec',
    issue: '#f0937f',
    determinant: '#8ab8f0',
    background: '#b9ae98',
    premise: '#86c79f',
  },
};

const channels = (hex: string): number[] => {
  const digits = /^#([\da-f]{6})/iu.exec(hex)?.[1] ?? '808080';
  return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
};

/** The colour of a group's wash, `depth` groups deep: solid, so that what covers it can have the same colour. */
export function washColour({ ink, paper }: Palette, depth: number): string {
  const share = Math.min(0.16, 0.04 * depth);
  const [over, under] = [channels(ink), channels(paper)];
  const mixed = under.map((value, at) => Math.round(value + ((over[at] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const tintHues = [212, 28, 130, 284, 54, 178, 336, 96];

/** The colour of a group's band on a card, where groups are shown by colour; the hues come round again. */
export function tintColour({ ink, card }: Palette, tint: number): string {
  const hue = tintHues[tint % tintHues.length] ?? 0;
  // As light as the card itself, or as dark: words in ink stand on it as well as on the card.
  const isDark = (channels(card)[0] ?? 0) < (channels(ink)[0] ?? 0);
  return isDark ? `hsl(${hue} 34% 25%)` : `hsl(${hue} 52% 86%)`;
}

/** A computed colour (`rgb(…)`, fully opaque) as `#rrggbb`; null where it is written in another way. */
function hexOf(colour: string): string | null {
  const values = /^rgb\((\d+), (\d+), (\d+)\)$/u.exec(colour)?.slice(1).map(Number);
  return values ? `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}` : null;
}

/** Reads the palette that holds at `element`. `isDark` picks the stand-ins for tokens that are not set. */
export function readPalette(element: Element, isDark: boolean): Palette {
  const style = getComputedStyle(element);
  const base = isDark ? darkPalette : lightPalette;
  // A token may hold both themes (`light-dark()`): only an element that wears it says which one it is.
  const probe = document.createElement('i');
  probe.hidden = true;
  // In forced colours every colour would be the one of the words.
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const worn = getComputedStyle(probe);
  const token = (name: string, fallback: string): string => {
    if (!style.getPropertyValue(name)) return fallback;
    probe.style.color = `var(${name})`;
    return hexOf(worn.color) ?? fallback;
  };
  const face = (name: string, fallback: string): string => style.getPropertyValue(name).trim() || fallback;
  const palette = {
    paper: token('--color-paper', base.paper),
    card: token('--color-raised', base.card),
    ink: token('--color-ink', base.ink),
    inkSoft: token('--color-ink-soft', base.inkSoft),
    line: token('--color-line', base.line),
    accent: token('--color-accent', base.accent),
    attack: token('--color-danger', base.attack),
    roles: {
      conclusion: token('--role-conclusion', base.roles.conclusion),
      issue: token('--role-issue', base.roles.issue),
      determinant: token('--role-determinant', base.roles.determinant),
      background: token('--role-background', base.roles.background),
      premise: token('--role-premise', base.roles.premise),
    },
    fontText: face('--font-text', base.fontText),
    fontUi: face('--font-ui', base.fontUi),
  };
  probe.remove();
  return palette;
}

/** True where the page is dark: by the scheme that its theme asks for, else by the system. */
export function isDarkPage(): boolean {
  const { colorScheme } = getComputedStyle(document.documentElement);
  if (colorScheme === 'dark' || colorScheme === 'light') return colorScheme === 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches;
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
