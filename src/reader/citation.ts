/** Puts a passage with its citation on the clipboard, in every form that the browser takes. */
import { styleNames, type CitationStyle } from '../cite/citation-styles.ts';
import { entryIn, quoteIn, quotePlainly } from '../cite/quoted.ts';
import type { RichText } from '../cite/rich-text.ts';
import type { Range } from '../desk/desk.ts';
import type { Paper } from '../model/paper.ts';

const refused = 'The browser does not let this page copy. Use Ctrl+C for the passage itself.';
const markdownType = 'web text/markdown';

/** Safari and Firefox may not know custom formats; asking is younger than some of them. */
const takesMarkdown = (): boolean =>
  (ClipboardItem as { supports?: (type: string) => boolean }).supports?.(markdownType) ?? false;

/** What is copied may still be on its way: the promises keep the gesture that asked for it. */
function write(words: Promise<RichText>): Promise<void> {
  const blob = (type: string, form: keyof RichText): Promise<Blob> =>
    words.then((rich) => new Blob([rich[form]], { type }));
  const forms: Record<string, Promise<Blob>> = {
    'text/plain': blob('text/plain', 'text'),
    'text/html': blob('text/html', 'html'),
  };
  if (takesMarkdown()) forms[markdownType] = blob(markdownType, 'markdown');
  return navigator.clipboard.write([new ClipboardItem(forms)]);
}

/** Copies and answers what to tell the reader: `done`, or why it was not possible. */
async function copy(words: Promise<RichText>, done: string): Promise<string> {
  try {
    await write(words);
    return done;
  } catch {
    // Refused without a permission or a secure page: plain text may still pass.
    return navigator.clipboard.writeText((await words).text).then(
      () => done,
      () => refused,
    );
  }
}

/** Copies plain words; answers what to tell the reader. */
export const copyWords = (words: string, done: string): Promise<string> =>
  navigator.clipboard.writeText(words).then(
    () => done,
    () => refused,
  );

/** What is said where the style did not arrive and the plain citation was taken. */
const fallen = (style: CitationStyle): string =>
  `${styleNames[style]} did not load, so the plain citation was copied`;

/** Copies the passage as a quotation with its citation in `style`; answers what to tell the reader. */
export async function copyWithCitation(
  paper: Paper,
  range: Range,
  style: CitationStyle = 'plain',
): Promise<string> {
  let isFallen = false;
  const words = quoteIn(style, paper, range).catch(() => {
    isFallen = true;
    return quotePlainly(paper, range);
  });
  const done = style === 'plain' ? 'Copied with citation' : `Copied with citation (${styleNames[style]})`;
  const said = await copy(words, done);
  return isFallen && said === done ? fallen(style) : said;
}

/** Copies the quotation as Markdown, as plain text; answers what to tell the reader. */
export async function copyAsMarkdown(paper: Paper, range: Range, style: CitationStyle): Promise<string> {
  const words = await quoteIn(style, paper, range).catch(() => quotePlainly(paper, range));
  return copyWords(words.markdown, 'Copied as Markdown');
}

/** Copies the paper's entry for a list of works; answers what to tell the reader. */
export const copyReference = (paper: Paper, style: CitationStyle): Promise<string> =>
  copy(
    entryIn(style, paper).catch(() => entryIn('plain', paper)),
    'Copied the reference',
  );
