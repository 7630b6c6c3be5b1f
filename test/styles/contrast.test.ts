/** The tokens of every theme keep their contrast: what is read, what is pressed, what means something, words over marks. */
import { expect, oneEvent } from '@open-wc/testing';

const root = document.documentElement;
const roles = ['conclusion', 'issue', 'determinant', 'background', 'premise'].map((role) => `--role-${role}`);
const marks = ['yellow', 'green', 'red', 'blue', 'purple', 'magenta', 'orange', 'gray'];
const grounds = ['--color-paper', '--color-panel', '--color-raised'];

type Channels = readonly [number, number, number];

/** Relative luminance by WCAG 2; channels 0 to 1. */
function luminance(colour: Channels): number {
  const [r, g, b] = colour.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(one: Channels, other: Channels): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** What a CSS colour, laid over `ground`, looks like. The canvas of the browser is the judge. */
function seen(colours: readonly string[]): Channels {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new RangeError('There is a canvas in every browser.');
  for (const colour of colours) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
  }
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r / 255, g / 255, b / 255];
}

/** The themes as an element wears them; `scheme` is what the system would be. */
const looks = [
  { name: 'light', theme: 'light', scheme: '', least: 4.5 },
  { name: 'dark', theme: 'dark', scheme: '', least: 4.5 },
  { name: 'sepia', theme: 'sepia', scheme: '', least: 4.5 },
  { name: 'high contrast, light', theme: 'contrast', scheme: 'light', least: 7 },
  { name: 'high contrast, dark', theme: 'contrast', scheme: 'dark', least: 7 },
] as const;

describe('contrast', () => {
  let link: HTMLLinkElement;
  let probe: HTMLElement;
  const worn = (value: string): string => {
    probe.style.color = '';
    probe.style.color = value;
    expect(probe.style.color, value).not.to.equal('');
    return getComputedStyle(probe).color;
  };
  const token = (name: string): string => worn(`var(${name})`);

  before(async () => {
    link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('../../styles/tokens.css', import.meta.url).href;
    const loaded = oneEvent(link, 'load');
    document.head.append(link);
    await loaded;
    probe = document.createElement('i');
    document.body.append(probe);
  });

  afterEach(() => {
    delete root.dataset['theme'];
    root.style.colorScheme = '';
  });

  after(() => {
    link.remove();
    probe.remove();
  });

  for (const { name, theme, scheme, least } of looks) {
    describe(name, () => {
      beforeEach(() => {
        root.dataset['theme'] = theme;
        root.style.colorScheme = scheme;
      });

      it('keeps all that is read apart from every ground', () => {
        for (const ground of grounds) {
          const under = seen([token(ground)]);
          for (const ink of [
            '--color-ink',
            '--color-ink-soft',
            '--color-accent',
            '--color-danger',
            ...roles,
          ]) {
            expect(contrast(seen([token(ink)]), under), `${ink} on ${ground}`).to.be.at.least(least);
          }
          expect(
            contrast(seen([token('--color-line-strong')]), under),
            `a frame on ${ground}`,
          ).to.be.at.least(3);
        }
      });

      it('keeps words apart from buttons, washes, warnings and the selection', () => {
        const paper = token('--color-panel');
        const pairs: readonly (readonly [string, readonly string[]])[] = [
          ['--color-accent-ink', ['--color-accent']],
          ['--color-ink', ['--color-accent-wash']],
          ['--color-ink-soft', ['--color-accent-wash']],
          ['--color-ink', ['--color-warn-wash']],
          ['--color-ink', ['--color-selection']],
          ['--color-ink', ['--find-hit']],
          ['--find-current-ink', ['--find-current']],
          ['--color-paper', ['--color-ink']],
        ];
        for (const [ink, over] of pairs) {
          const ground = seen([paper, ...over.map(token)]);
          expect(contrast(seen([token(ink)]), ground), `${ink} on ${over.join()}`).to.be.at.least(least);
        }
      });

      it('keeps words apart from the reader’s marks, at rest and lit', () => {
        for (const mark of marks) {
          for (const strength of ['var(--mark-strength)', 'calc(var(--mark-strength) + 25%)']) {
            const stroke = worn(`color-mix(in srgb, var(--mark-${mark}) ${strength}, transparent)`);
            const ground = seen([token('--color-paper'), stroke]);
            expect(contrast(seen([token('--color-ink')]), ground), `${mark} ${strength}`).to.be.at.least(
              least,
            );
          }
        }
      });

      it('keeps words apart from the wash of a lit claim', () => {
        for (const role of roles) {
          const ground = seen([
            token('--color-paper'),
            worn(`color-mix(in srgb, var(${role}) 15%, transparent)`),
          ]);
          expect(contrast(seen([token('--color-ink')]), ground), role).to.be.at.least(least);
        }
      });
    });
  }

  it('of what the system asks for follows the system, where nothing was chosen', () => {
    const inkBy = (scheme: string): string => {
      root.style.colorScheme = scheme;
      return token('--color-ink');
    };
    expect(inkBy('light')).not.to.equal(inkBy('dark'));
    expect(getComputedStyle(root).getPropertyValue('color-scheme')).to.equal('dark');
  });
});
