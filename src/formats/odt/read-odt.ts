/** OpenDocument texts (.odt, .ott) read as drafts: their own styles say what is a heading, a quotation, a caption. */
import { wordsOf, type DraftFront } from '../../model/draft.ts';
import { Fault } from '../../model/fault.ts';
import { markIndented } from '../paper/indented.ts';
import type { PaperReader } from '../paper/reader.ts';
import { authorsOf } from '../paper/title-page.ts';
import type { Tag } from '../paper/tree.ts';
import { wordsApart } from './apart.ts';
import { Body } from './body.ts';
import { OdtState } from './state.ts';

/** What the file's properties say where the text itself has no title or authors. */
function properties(meta: Tag | undefined): DraftFront {
  const title = meta?.child('title')?.words;
  const creator = meta?.child('initial-creator')?.words ?? meta?.child('creator')?.words;
  return { ...(title ? { title } : {}), ...(creator ? { authors: authorsOf(creator) } : {}) };
}

/** Reads an OpenDocument text. */
export const readOdt: PaperReader = async (bytes, context) => {
  await Promise.resolve();
  const state = new OdtState(bytes, context);
  const text = state.content.child('body')?.child('text');
  if (!text) throw new Fault('import/unknown', context.name);
  const { drafting } = state;
  const body = new Body(state);
  body.walk(text);
  for (const comment of state.comments)
    for (const content of wordsApart(state, comment))
      drafting.add('furniture', content, { origin: { part: 'comment' } });
  if (!drafting.blocks.some(({ content, table }) => wordsOf(content).trim() || table))
    throw new Fault('import/empty', context.name);
  markIndented(drafting, state.looks);
  const meta = state.meta?.child('meta');
  const said = properties(meta);
  if (said.title && !body.title.hasTitle) drafting.find('front-guessed', null, said.title, 0.6);
  const language = [meta?.child('language')?.words, state.styles.language].find(Boolean) ?? null;
  const draft = drafting.finish('odt', { ...said, ...body.title.front }, language);
  return { draft, pictures: [...state.pictures.values()] };
};
