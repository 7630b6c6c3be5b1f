/**
 * Papers for tests: the real one, and small ones written in a line:
 * `paper(section('I.', 'Title', p('A <a>claim<b>.', note('1'))))`, where `range('a', 'b')` are the offsets of the tags.
 */
import type { Mark, Node } from 'prosemirror-model';
import { readJats } from '../../src/formats/jats.ts';
import { readText, type PaperText } from '../../src/model/paper-text.ts';
import type { Front, Note, Paper, Section } from '../../src/model/paper.ts';
import { paperSchema, type PageEvidence } from '../../src/model/schema.ts';

/** A piece of a block's content: text, in which `<name>` names an offset, or a leaf. */
export type Piece = string | Node;

/** Where a block is built: its section, how many blocks came before, and the tags and sections met so far. */
interface Site {
  address: string;
  count: number;
  readonly tags: Map<Node, ReadonlyMap<string, number>>;
  readonly sections: { address: string; label: string; title: string; level: number }[];
}

export type Builder = (site: Site) => Node;

const words = new Map<string, string>();

/** A marker `label` of the note `fn` + label; with `text`, the note's words are in the copy. */
export function note(label: string, text: string | null = null, id = `fn${label}`): Node {
  if (text !== null) words.set(id, text);
  return paperSchema.node('marker', { id: `marker-${label}`, note: id, label, href: `#/test?note=${label}` });
}

/** A page start. */
export const page = (label: string, evidence: PageEvidence = 'printed'): Node =>
  paperSchema.node('page_start', { label, evidence });

/** Text in italics. */
export const em = (text: string): Node => paperSchema.text(text, [paperSchema.mark('em')]);

const lengthOf = (text: string): number => [...text].length;

/** Content without tags, and the offset of each tag in it. */
function read(pieces: readonly Piece[]): { content: Node[]; tags: Map<string, number> } {
  const content: Node[] = [];
  const tags = new Map<string, number>();
  let at = 0;
  const add = (text: string, marks: readonly Mark[] = []): void => {
    if (text) content.push(paperSchema.text(text, marks));
    at += lengthOf(text);
  };
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      content.push(piece);
      at += piece.isText ? lengthOf(piece.text ?? '') : 0;
      continue;
    }
    piece.split(/<(\w+)>/u).forEach((part, index) => {
      if (index % 2 === 0) add(part);
      else tags.set(part, at);
    });
  }
  return { content, tags };
}

const label = (text: string): Node => paperSchema.text(text, [paperSchema.mark('label')]);

/** A paragraph. */
export const p =
  (...pieces: readonly Piece[]): Builder =>
  (site) => {
    site.count += 1;
    const address = [site.address, String(site.count)].filter(Boolean).join('.');
    const { content, tags } = read(pieces);
    const node = paperSchema.node('paragraph', { id: `p-${address}`, address }, content);
    site.tags.set(node, tags);
    return node;
  };

/** A block quotation. */
export const quotation =
  (...paragraphs: readonly Builder[]): Builder =>
  (site) =>
    paperSchema.node(
      'blockquote',
      null,
      paragraphs.map((build) => build(site)),
    );

/** A list; each item is one paragraph that begins with its label. */
export const list =
  (...items: readonly (readonly [string, ...Piece[]])[]): Builder =>
  (site) =>
    paperSchema.node(
      'list',
      null,
      items.map(([first, ...rest]) =>
        paperSchema.node('list_item', null, [p(label(first), ' ', ...rest)(site)]),
      ),
    );

/** A section with its heading; `printed` is its label (`III.`). */
export const section =
  (printed: string, title: string, ...blocks: readonly Builder[]): Builder =>
  (site) => {
    const own = printed.replace(/\.$/u, '');
    const address = site.address ? `${site.address}.${own}` : own;
    const level = address.split('.').length;
    site.sections.push({ address, label: printed, title, level });
    const { content, tags } = read([title]);
    const heading = paperSchema.node('heading', { id: `section-${address}`, level }, [
      label(printed),
      paperSchema.text(' '),
      ...content,
    ]);
    site.tags.set(heading, new Map([...tags].map(([tag, at]) => [tag, at + lengthOf(`${printed} `)])));
    const outside = { address: site.address, count: site.count };
    Object.assign(site, { address, count: 0 });
    const inner = blocks.map((build) => build(site));
    Object.assign(site, outside);
    return paperSchema.node('section', { address, level }, [heading, ...inner]);
  };

const front: Front = {
  title: 'A test of papers',
  authors: ['Ada Writer'],
  year: 2001,
  journal: 'Journal of Tests',
  volume: '3',
  issue: '4',
  season: null,
  firstPage: '1',
  lastPage: '9',
};

const notesOf = (text: PaperText): Note[] => {
  const ids = new Map(text.markers.map((marker) => [String(marker.node.attrs['note']), marker.node]));
  return [...ids].map(([id, marker]) => ({
    id,
    label: String(marker.attrs['label']),
    anchor: `note-${id.replace(/^fn/u, '')}`,
    status: words.has(id) ? 'present' : 'missing-in-source',
    text: words.get(id) ?? null,
  }));
};

/** Offsets of the tags in the text, by name. */
function tagOffsets(doc: Node, text: PaperText, site: Site): Map<string, number> {
  const offsets = new Map<string, number>();
  let block = 0;
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    const start = text.blocks[block]?.start ?? 0;
    block += 1;
    for (const [tag, at] of site.tags.get(node) ?? []) offsets.set(tag, start + at);
    return false;
  });
  return offsets;
}

/** A paper and the offsets that were tagged in it. */
export interface Sample {
  readonly paper: Paper;
  readonly at: (tag: string) => number;
  readonly range: (from: string, to: string) => { readonly start: number; readonly end: number };
}

/** Builds a paper from its blocks. */
export function paper(...blocks: readonly Builder[]): Sample {
  const site: Site = { address: '', count: 0, tags: new Map(), sections: [] };
  const doc = paperSchema.node(
    'doc',
    null,
    blocks.map((build) => build(site)),
  );
  doc.check();
  const text = readText(doc);
  const starts = new Map(text.blocks.map((block) => [block.address, block.start]));
  const sections = site.sections.map((one): Section => ({
    ...one,
    id: `section-${one.address}`,
    start: starts.get(one.address) ?? 0,
  }));
  const tags = tagOffsets(doc, text, site);
  const notes = notesOf(text);
  words.clear();
  const at = (tag: string): number => {
    const offset = tags.get(tag);
    if (offset === undefined) throw new RangeError(`The paper has no tag <${tag}>.`);
    return offset;
  };
  return {
    paper: { id: 'test', front, doc, text, sections, notes },
    at,
    range: (from, to) => ({ start: at(from), end: at(to) }),
  };
}

const corpus = new URL('../../corpus/', import.meta.url);

/** A file of the corpus as text. */
export async function corpusFile(path: string): Promise<string> {
  const response = await fetch(new URL(path, corpus));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

let gul: Promise<Paper> | null = null;

/** The real paper, read once for a test file. */
export const realPaper = (): Promise<Paper> =>
  (gul ??= corpusFile('gul-2008/paper.xml').then((xml) => readJats(xml, 'gul-2008')));
