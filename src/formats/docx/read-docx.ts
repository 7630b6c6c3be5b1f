/**
 * Word files (.docx, .docm, .dotx) read as drafts. The file's own XML is read, not what a converter to HTML makes of it:
 * that has no numbers of notes and lists, no kinds of notes, no indents and no fields. Macros and templates are not opened.
 */
import { wordsOf, type DraftFront } from '../../model/draft.ts';
import { Fault } from '../../model/fault.ts';
import { markIndented } from '../paper/indented.ts';
import type { PaperReader, ReaderContext } from '../paper/reader.ts';
import type { Tag } from '../paper/tree.ts';
import { readComments, readNotes, readRunning } from './apart.ts';
import { Body } from './body.ts';
import { authorsOf } from '../paper/title-page.ts';
import { WordPackage } from './package.ts';
import { WordState } from './state.ts';

/** How a file begins that is a container of Microsoft's older kind: a Word file with a password, or an old .doc. */
const older = [0xd0, 0xcf, 0x11, 0xe0];

function refuseOlder(bytes: Uint8Array, { name }: ReaderContext): void {
  if (!older.every((byte, at) => bytes[at] === byte)) return;
  const head = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  throw new Fault(head.includes('EncryptedPackage') ? 'import/protected' : 'import/unknown', name);
}

/** What the file's properties say where the text itself has no title or authors. */
function properties(source: WordPackage): DraftFront {
  const [relation] = source.relationsOfType(source.relations(''), 'core-properties');
  const core: Tag | null = source.tree(relation?.target ?? 'docProps/core.xml');
  const title = core?.child('title')?.words;
  const creator = core?.child('creator')?.words;
  return { ...(title ? { title } : {}), ...(creator ? { authors: authorsOf(creator) } : {}) };
}

/** Reads a Word file. */
export const readDocx: PaperReader = async (bytes, context) => {
  await Promise.resolve();
  refuseOlder(bytes, context);
  const source = new WordPackage(bytes, context.name);
  const root = source.tree(source.main);
  const text = root?.child('body');
  if (!root || !text) throw new Fault('import/broken', context.name);
  const relations = source.relations(source.main);
  const state = new WordState(source, relations, text, context);
  const { drafting } = state;
  readRunning(state, relations);
  const body = new Body(state, relations);
  body.walk(text);
  readNotes('footnote', state, relations);
  readNotes('endnote', state, relations);
  readComments(state, relations);
  if (!drafting.blocks.some(({ content, table }) => wordsOf(content).trim() || table))
    throw new Fault('import/empty', context.name);
  markIndented(drafting, state.looks);
  if (state.labels.usesPages && !state.knowsPages) drafting.find('marker-weak', null, '', 0.5);
  const said = properties(source);
  const front = { ...said, ...body.title.front };
  if (said.title && !body.title.hasTitle) drafting.find('front-guessed', null, said.title, 0.6);
  return { draft: drafting.finish('docx', front, state.language), pictures: [...state.pictures.values()] };
};
