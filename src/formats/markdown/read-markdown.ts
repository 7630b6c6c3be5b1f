/** Reads Markdown: notes with their own labels, front matter, and what HTML there is in it by the rules of HTML. */
import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { pulse } from '../../model/beat.ts';
import { Fault } from '../../model/fault.ts';
import { draftHtml } from '../html/draft-html.ts';
import { Pictures } from '../html/pictures.ts';
import { titleIn } from '../html/title.ts';
import { textOfBytes } from '../paper/charset.ts';
import { parseHtml } from '../paper/dom.ts';
import { Drafting } from '../paper/drafting.ts';
import type { PaperReader, ReaderContext, Reading } from '../paper/reader.ts';
import { readFront } from './front.ts';
import { keepNotes, labelNotes, type NoteEnv } from './notes.ts';
import { plainMarkdown } from './pandoc.ts';
import { raiseAndLower } from './raised.ts';

/** More than any book: beyond it the parser's tokens fill the memory. */
const mostUnits = 12_000_000;

/** Has the parser beat at each block, at each stretch of a line, and at each that is written. */
function tellBeats({ block, inline, renderer, utils }: Parser): void {
  const again = (): false => {
    pulse();
    return false;
  };
  block.ruler.before('table', 'beat', again);
  inline.ruler.before('text', 'beat', again);
  renderer.rules['text'] = (tokens, at) => {
    pulse();
    return utils.escapeHtml(tokens[at]?.content ?? '');
  };
}

/** Markdown as HTML in which notes are said to be notes. */
export function markdownHtml(text: string): string {
  const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });
  parser.use(footnote).use(keepNotes).use(raiseAndLower).use(tellBeats);
  // Every address is let through: what may be a link or a picture is decided where HTML is read.
  parser.validateLink = () => true;
  parser.renderer.rules['list_item_open'] = (tokens, at) => {
    const { info, markup } = tokens[at] ?? { info: '', markup: '' };
    return info ? `<li data-label="${parser.utils.escapeHtml(info + markup)}">` : '<li>';
  };
  const env: NoteEnv = {};
  const tokens = parser.parse(plainMarkdown(text), env);
  env.labels = labelNotes(tokens, env);
  return parser.renderer.render(tokens, parser.options, env);
}

function readText(
  text: string,
  { name, progress }: { name: string; progress: (done: number) => void },
): Reading {
  if (text.length > mostUnits) throw new Fault('import/too-large', name);
  const { front, language, rest } = readFront(text.replace(/\r\n?/gu, '\n'));
  progress(0);
  const body = parseHtml(markdownHtml(rest)).first('body');
  if (!body) throw new Fault('import/empty', name);
  progress(1);
  const title = titleIn(body, front.title, front.title === undefined);
  const drafting = new Drafting();
  const pictures = new Pictures();
  let count = 0;
  draftHtml([{ name: '', root: body }], {
    drafting,
    aside: (tag) => (tag === title ? 'furniture' : null),
    picture: (src) => pictures.keep(src),
    tick: () => {
      if ((count += 1) % 500 === 0) progress(2);
    },
  });
  const known = title && !front.title ? { ...front, title: title.words } : front;
  const draft = drafting.finish('markdown', known, language);
  if (!draft.blocks.some(({ kind }) => kind !== 'furniture')) throw new Fault('import/empty', name);
  return { draft, pictures: pictures.kept };
}

/** See `PaperReader`. */
export const readMarkdown: PaperReader = (bytes, context: ReaderContext) =>
  new Promise((resolve) => {
    const progress = (done: number): void => context.progress('Reading the text', done, 3);
    resolve(readText(textOfBytes(bytes), { name: context.name, progress }));
  });
