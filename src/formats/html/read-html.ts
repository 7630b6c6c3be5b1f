/** Reads a page of HTML: the article in it with its notes; what surrounds it is kept beside the text. */
import type { Draft, DraftFront } from '../../model/draft.ts';
import { Fault } from '../../model/fault.ts';
import { textOfBytes } from '../paper/charset.ts';
import { parseHtml } from '../paper/dom.ts';
import { Drafting } from '../paper/drafting.ts';
import type { PaperReader, Reading, ReaderContext } from '../paper/reader.ts';
import { pageSorter } from './article.ts';
import { draftHtml } from './draft-html.ts';
import { readFront } from './front.ts';
import { Pictures } from './pictures.ts';
import { titleIn } from './title.ts';

/** A page of HTML as a draft with its pictures. Throws `import/empty` where it has no text. */
export function readPage(text: string, context: ReaderContext): Reading {
  const { name } = context;
  const progress = (doing: string, done: number): void => context.progress(doing, done, 3);
  progress('Reading the page', 0);
  const root = parseHtml(text);
  const body = root.first('body');
  if (!body) throw new Fault('import/empty', name);
  progress('Finding the article', 1);
  const told = readFront(root);
  const title = titleIn(body, told.front.title);
  const drafting = new Drafting();
  const pictures = new Pictures();
  let count = 0;
  draftHtml([{ name: '', root: body }], {
    drafting,
    base: told.address,
    addresses: told.address ? [told.address] : [],
    aside: pageSorter(body, title),
    picture: (src) => pictures.keep(src),
    tick: () => {
      if ((count += 1) % 500 === 0) progress('Reading the text', 2);
    },
  });
  const front: DraftFront = title ? { ...told.front, title: title.words } : told.front;
  const draft = drafting.finish('html', front, told.language);
  if (!draft.blocks.some(({ kind }) => kind !== 'furniture')) throw new Fault('import/empty', name);
  return { draft: withDoubts(draft, drafting), pictures: pictures.kept };
}

/** Each stretch of text that was kept out, perhaps wrongly, is told once, at its beginning. */
function withDoubts(draft: Draft, drafting: Drafting): Draft {
  draft.blocks.forEach((block, at) => {
    if (block.kind !== 'uncertain' || draft.blocks[at - 1]?.kind === 'uncertain') return;
    const words = block.content.map((one) => (one.kind === 'text' ? one.text : '')).join('');
    drafting.find('aside-doubtful', { block: block.id, offset: 0 }, words, 0.6);
  });
  return { ...draft, findings: drafting.findings };
}

/** See `PaperReader`. */
export const readHtml: PaperReader = (bytes, context) =>
  new Promise((resolve) => {
    if (bytes.length === 0) throw new Fault('import/empty', context.name);
    resolve(readPage(textOfBytes(bytes), context));
  });
