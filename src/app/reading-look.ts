/** How the paper looks on this device: theme, face, size, line, spacing. What can be chosen, and how it is put on the page. */

export const themes = ['auto', 'light', 'dark', 'sepia', 'contrast'] as const;
/** `auto`: as the system is. `contrast`: seven to one and more, light or dark as the system is. */
export type Theme = (typeof themes)[number];

export const faces = ['serif', 'sans', 'atkinson', 'dyslexic'] as const;
/** The faces that the text can be set in; all but the first are fetched when they are chosen. */
export type Face = (typeof faces)[number];

export interface Look {
  readonly theme: Theme;
  readonly face: Face;
  /** Size of the text, as a multiple of what suits the screen. */
  readonly scale: number;
  /** Characters in a full line, on average. */
  readonly line: number;
  /** Distance of the lines, as a multiple of the size. */
  readonly leading: number;
  /** True: paragraphs are set apart by space; false: by an indent. */
  readonly spaced: boolean;
  readonly justified: boolean;
  readonly hyphenated: boolean;
}

export const standardLook: Look = {
  theme: 'auto',
  face: 'serif',
  scale: 1,
  line: 64,
  leading: 1.52,
  spaced: false,
  justified: false,
  hyphenated: false,
};

/** What a size, a line or a distance can be, from least to most. */
export const steps = {
  scale: [0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.5],
  line: [45, 50, 55, 60, 64, 70, 75, 80],
  leading: [1.3, 1.4, 1.52, 1.65, 1.8, 2, 2.25],
} as const satisfies Partial<Record<keyof Look, readonly number[]>>;

/** The parts of a look that go by steps. */
export type Stepped = keyof typeof steps;

const isStep = (name: Stepped) => {
  const known: readonly unknown[] = steps[name];
  return (value: unknown): boolean => known.includes(value);
};
const isBoolean = (value: unknown): boolean => typeof value === 'boolean';

/** Whether a stored value can be taken, part by part. */
export const lookChecks: { readonly [K in keyof Look]: (value: unknown) => boolean } = {
  theme: (value) => themes.some((theme) => theme === value),
  face: (value) => faces.some((face) => face === value),
  scale: isStep('scale'),
  line: isStep('line'),
  leading: isStep('leading'),
  spaced: isBoolean,
  justified: isBoolean,
  hyphenated: isBoolean,
};

/** The step after (`way` 1) or before (-1) `value`; null at the end. */
export function nextStep(name: Stepped, value: number, way: 1 | -1): number | null {
  const known: readonly number[] = steps[name];
  return (way > 0 ? known.find((step) => step > value) : known.findLast((step) => step < value)) ?? null;
}

/** The theme that the page wears: with `auto`, a system that asks for more contrast gets it. */
function wornTheme(theme: Theme): Theme {
  return theme === 'auto' && matchMedia('(prefers-contrast: more)').matches ? 'contrast' : theme;
}

/** Puts a name on the page where it is not the one that goes without saying. */
function mark(name: 'theme' | 'face', value: string, plain: string): void {
  const { dataset } = document.documentElement;
  if (value === plain) delete dataset[name];
  else dataset[name] = value;
}

/** Puts a look on the page: names that the sheets know, and the numbers over the tokens of the same meaning. */
export function applyLook(look: Look): void {
  mark('theme', wornTheme(look.theme), standardLook.theme);
  mark('face', look.face, standardLook.face);
  const { style } = document.documentElement;
  style.setProperty('--text-scale', String(look.scale));
  style.setProperty('--line-characters', String(look.line));
  style.setProperty('--text-leading', String(look.leading));
  style.setProperty('--text-indent', look.spaced ? '0' : '1.5em');
  style.setProperty('--text-gap', look.spaced ? '0.8em' : '0');
  style.setProperty('--text-align', look.justified ? 'justify' : 'start');
  style.setProperty('--text-hyphens', look.hyphenated ? 'auto' : 'manual');
}

/** Calls `changed` when the system asks for more or less contrast; returns the way to stop. */
export function watchContrast(changed: () => void): () => void {
  const media = matchMedia('(prefers-contrast: more)');
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}
