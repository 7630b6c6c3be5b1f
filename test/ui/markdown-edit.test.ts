/** What the buttons of a Markdown field change, case by case and as laws. `[` and `]` stand around what is selected. */
import { expect } from '@open-wc/testing';
import { formats, formatted, type Format } from '../../src/ui/markdown-edit.ts';
import { markdownFragment } from '../../src/ui/markdown-text.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const open = '⟦';
const close = '⟧';

function read(marked: string): Selected {
  const start = marked.indexOf(open);
  const end = marked.indexOf(close) - 1;
  return { text: marked.replace(open, '').replace(close, ''), start, end };
}

const show = ({ text, start, end }: Selected): string =>
  `${text.slice(0, start)}${open}${text.slice(start, end)}${close}${text.slice(end)}`;

function press({ text, start, end }: Selected, format: Format): Selected {
  const change = formatted(text, start, end, format);
  return {
    text: text.slice(0, change.from) + change.insert + text.slice(change.to),
    start: change.start,
    end: change.end,
  };
}

const cases: readonly (readonly [Format, string, string])[] = [
  ['bold', 'a ⟦word⟧ here', 'a **⟦word⟧** here'],
  ['bold', 'a **⟦word⟧** here', 'a ⟦word⟧ here'],
  ['bold', 'a ⟦**word**⟧ here', 'a ⟦word⟧ here'],
  ['bold', 'a⟦ word ⟧here', 'a **⟦word⟧** here'],
  ['bold', 'a ⟦⟧', 'a **⟦⟧**'],
  ['bold', 'a *⟦word⟧*', 'a ***⟦word⟧***'],
  ['italic', 'a ⟦word⟧', 'a *⟦word⟧*'],
  ['italic', 'a *⟦word⟧*', 'a ⟦word⟧'],
  ['italic', 'a **⟦word⟧**', 'a ***⟦word⟧***'],
  ['italic', 'a ***⟦word⟧***', 'a **⟦word⟧**'],
  ['code', 'a ⟦word⟧', 'a `⟦word⟧`'],
  ['code', 'a `⟦word⟧`', 'a ⟦word⟧'],
  ['code', 'a ⟦b\nc⟧ d', 'a \n```\n⟦b\nc⟧\n```\n d'],
  ['link', 'see ⟦this⟧', 'see [this](⟦https://⟧)'],
  ['link', 'see ⟦⟧', 'see [⟦⟧](https://)'],
  ['link', 'see ⟦https://example.org/a⟧', 'see [⟦⟧](https://example.org/a)'],
  ['list', '⟦⟧', '- ⟦⟧'],
  ['list', 'a\n⟦b\n\nc⟧\nd', 'a\n⟦- b\n\n- c⟧\nd'],
  ['list', 'a\n⟦- b\n\n- c⟧\nd', 'a\n⟦b\n\nc⟧\nd'],
  ['list', 'on⟦e⟧', '- on⟦e⟧'],
  ['list', '- on⟦e⟧', 'on⟦e⟧'],
  ['quote', '⟦a\nb⟧', '⟦> a\n> b⟧'],
  ['quote', '⟦> a\n> b⟧', '⟦a\nb⟧'],
  ['bold', '⟦😀 é⟧', '**⟦😀 é⟧**'],
];

describe('a button of a Markdown field', () => {
  for (const [format, before, after] of cases)
    it(`${format}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`, () => {
      expect(show(press(read(before), format))).to.equal(after);
    });
});

const letters = ['a', 'b', ' ', '\n', '😀', 'é', '.'];

/** A text without any signs of Markdown, and what is selected in it. */
function plainText(dice: Dice): Selected {
  const parts = Array.from({ length: dice.below(14) }, () => dice.pick(letters));
  const [from, to] = [dice.below(parts.length + 1), dice.below(parts.length + 1)].sort((a, b) => a - b);
  const length = (count: number | undefined): number => parts.slice(0, count).join('').length;
  return { text: parts.join(''), start: length(from), end: length(to) };
}

describe('laws of these buttons', () => {
  it('a second press takes back what the first did', () => {
    forSeeds(400, (seed) => {
      const dice = new Dice(seed);
      const before = plainText(dice);
      const isOneLine = !before.text.slice(before.start, before.end).includes('\n');
      for (const format of ['bold', 'italic', 'list', 'quote', ...(isOneLine ? ['code'] : [])] as Format[])
        expect(press(press(before, format), format).text, format).to.equal(before.text);
    });
  });

  it('none loses a letter, and what is selected lies in the text', () => {
    forSeeds(400, (seed) => {
      const dice = new Dice(seed);
      let now = plainText(dice);
      const wanted = [...now.text.matchAll(/[ab😀é.]/gu)].map(([sign]) => sign);
      for (let round = 0; round < 4; round += 1) {
        now = press(now, dice.pick(formats));
        expect(now.start).to.be.within(0, now.end);
        expect(now.end).to.be.at.most(now.text.length);
      }
      const left = now.text.replaceAll('https://', '');
      expect([...left.matchAll(/[ab😀é.]/gu)].map(([sign]) => sign)).to.deep.equal(wanted);
    });
  });

  it('what is bold, italic, code, list, quotation and link to it is so to the parser', async () => {
    const selected = read('a ⟦word⟧ here');
    const seen = await Promise.all(
      formats.map(async (format) => {
        const fragment = await markdownFragment(press(selected, format).text);
        return [...fragment.querySelectorAll('strong, em, code, li, blockquote, a')].map((one) =>
          one.localName.toLowerCase(),
        );
      }),
    );
    expect(seen.flat()).to.deep.equal(['strong', 'em', 'a', 'li', 'blockquote', 'code']);
  });
});

describe('links in notes', () => {
  for (const href of [
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
  ])
    it(`never lead to ${href}`, async () => {
      const fragment = await markdownFragment(`[x](${href}) <a href="${href}">y</a>`);
      expect([...fragment.querySelectorAll('a[href]')].map((one) => one.getAttribute('href'))).to.deep.equal(
        [],
      );
    });

  it('lead out in a tab that knows nothing of this one', async () => {
    const fragment = await markdownFragment(
      '[x](https://example.org) [m](mailto:a@b.c) [w](#/gul-2008?note=5)',
    );
    expect(
      [...fragment.querySelectorAll('a')].map((one) => [one.getAttribute('href'), one.rel]),
    ).to.deep.equal([
      ['https://example.org', 'noopener noreferrer nofollow'],
      ['mailto:a@b.c', 'noopener noreferrer nofollow'],
      ['#/gul-2008?note=5', ''],
    ]);
  });
});
