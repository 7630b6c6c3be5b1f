// Files of every format in which one sign stands a great many times: whatever looks at each again and again never ends.
import { docx, jats, page, paragraph, text } from './bomb-files.mjs';

/** One sign or two, so often that whatever looks at each again and again never ends. */
const signs = [
  ' ',
  '\t',
  '\n',
  '\n ',
  '(',
  '[',
  '[[',
  '](',
  '“',
  '«',
  '"',
  "'",
  '.',
  '. ',
  ',',
  ', ',
  '-',
  '--',
  'a',
  'a-',
  'A ',
  '1',
  '1.',
  '1. ',
  '*',
  '**',
  '_',
  '*_',
  '#',
  '`',
  '~',
  '<',
  '< ',
  '<a',
  '<!',
  '<!--',
  '&',
  '&amp',
  ':',
  ':::',
  '|',
  '|-',
  '>',
  '> ',
  '=',
  '!',
  '![',
  '[^',
  '[^a]',
  '^[',
  '\\',
  '$',
  '{',
  '}',
  '{.',
  '§',
  '†',
  'http://',
  'http://a.',
  'a@',
  'ibid. ',
  'supra note 1 ',
  '\u00AD',
  '\u0301',
  '\u200B',
  'e.g. ',
  'II',
  'p. 1 ',
];

const escaped = (value) => value.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

const frames = [
  [
    'md',
    (run) => text(`% ${run}\n\n# Title ${run}\n\nWords ${run}\n\n> ${run}x\n\n[^1]: ${run}\n\nEnd.[^1]`),
  ],
  [
    'txt',
    (run) =>
      text(
        `Title ${run}\n\nBy Eve ${run}\n\nWords before.1 ${run} words after.2\n\nNotes\n\n1. See ${run} x\n2. Y ${run}`,
      ),
  ],
  [
    'html',
    (run) =>
      page(
        `<h2>Head ${escaped(run)}</h2><p>Words ${escaped(run)} x<sup><a href="#n">1</a></sup></p><p id="n">1 ${escaped(run)}</p><p>${run}`,
      ),
  ],
  [
    'xml',
    (run) =>
      jats(
        `<sec><title>H ${escaped(run)}</title><p>Words ${escaped(run)}<xref ref-type="fn" rid="n">${escaped(run)}</xref> x</p></sec></body><back><fn-group><fn id="n"><label>${escaped(run)}</label><p>${escaped(run)} x</p></fn></fn-group></back><body>`,
      ),
  ],
  [
    'docx',
    (run) =>
      docx(
        `${paragraph(`Words ${escaped(run)} x`)}<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
        `<w:footnote w:id="2">${paragraph(`${escaped(run)} x`)}</w:footnote>`,
      ),
  ],
  ['argdown', (run) => text(`[A]: Words ${run} x\n  + <B>: ${run}\n`)],
];

/** Every sign in every format that takes it for more than a letter. */
export const repeats = frames.flatMap(([ending, frame]) =>
  signs.map((sign) => ({
    way: ending === 'argdown' ? 'argument' : 'import',
    name: `${[...sign].map((one) => (/[\w ]/u.test(one) ? one : one.codePointAt(0).toString(16))).join('_')}.${ending}`,
    bytes: () => frame(sign.repeat(Math.ceil(50_000 / sign.length))),
  })),
);
