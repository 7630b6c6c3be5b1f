/** Inline content of TEI: words as the editor reads them, emphasis, links, numbers of notes, page starts. */
import type { DraftInline, DraftMark } from '../../model/draft.ts';
import type { Drafting } from '../paper/drafting.ts';
import type { Tag } from '../paper/tree.ts';

/** What a walk through a text carries. */
export interface TeiWalk {
  readonly drafting: Drafting;
  /** By their keys, in the order of the file. */
  readonly notes: ReadonlyMap<string, Tag>;
  readonly keys: ReadonlyMap<Tag, string>;
  /** Notes that a reference in the text leads to: they are marked there, not where they stand. */
  readonly marked: ReadonlySet<Tag>;
  /** Keys of notes, by the ids of the anchors at which they are marked. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly counted: Map<Tag, string>;
}

interface Style {
  readonly marks: readonly DraftMark[];
  readonly href?: string;
}

/** Of two readings the one that is read: corrected, regular, written out. */
const readings = ['corr', 'reg', 'expan', 'lem', 'sic', 'orig', 'abbr'];

const silent = new Set([
  'fw',
  'rdg',
  'del',
  'index',
  'figDesc',
  'teiHeader',
  'certainty',
  'lb',
  'cb',
  'milestone',
]);

const emphasised = new Set(['hi', 'emph', 'foreign', 'title', 'mentioned', 'term']);

/** What is printed for a note: as told, else its place among the notes without number. */
export function labelOfNote(note: Tag, walk: TeiWalk): string {
  const own = (note.attribute('n') ?? note.child('label')?.words ?? '')
    .trim()
    .replace(/^[[(]\s*(.{1,8}?)\s*[\])]\.?$/u, '$1')
    .replace(/[.)]$/u, '');
  const known = own || walk.counted.get(note);
  if (known) return known;
  const label = String(walk.counted.size + 1);
  walk.counted.set(note, label);
  return label;
}

/** What a `rend` or a `rendition` names. */
const rends: readonly (readonly [DraftMark, RegExp])[] = [
  ['em', /ital|\bi\b|oblique/u],
  ['strong', /bold|\bb\b|strong/u],
  ['superscript', /sup/u],
  ['subscript', /\bsub(?:script)?\b/u],
  ['small_caps', /small-?caps?|smcap|\bsc\b/u],
];

function marksOf(tag: Tag): readonly DraftMark[] {
  const said = ['rend', 'rendition', 'style'].map((name) => tag.attribute(name) ?? '').join(' ');
  const rend = said.trim().toLowerCase();
  if (/^(?:code|gi|att|val|ident)$/u.test(tag.name)) return ['code'];
  if (rend === '') return emphasised.has(tag.name) && tag.attribute('level') !== 'a' ? ['em'] : [];
  return rends.flatMap(([mark, pattern]) => (pattern.test(rend) ? [mark] : []));
}

/** Notes that stand among notes, or in the back, are marked elsewhere or nowhere. */
const isAmongWords = (note: Tag): boolean =>
  !/^(?:div\d?|list|noteGrp|back|body|listNote)$/u.test(note.parent?.name ?? '');

class Runs {
  readonly content: DraftInline[] = [];
  readonly walk: TeiWalk;

  constructor(walk: TeiWalk) {
    this.walk = walk;
  }

  private text(text: string, { marks, href }: Style): void {
    this.content.push({
      kind: 'text',
      text,
      ...(marks.length > 0 ? { marks } : {}),
      ...(href ? { href } : {}),
    });
  }

  node(node: Tag | string, style: Style): void {
    if (typeof node === 'string') this.text(node, style);
    else if (!this.reference(node)) this.element(node, style);
  }

  /** Numbers of notes and page starts. */
  private reference(tag: Tag): boolean {
    const { keys, marked, notes, anchors } = this.walk;
    const key = keys.get(tag);
    const led = this.ledTo(tag) ?? anchors.get(tag.attribute('xml:id') ?? '');
    const note = led === undefined ? undefined : notes.get(led);
    if (key !== undefined) {
      if (!marked.has(tag) && isAmongWords(tag)) this.marker(key, tag, '');
    } else if (led !== undefined && note) this.marker(led, note, tag.words);
    else if (led !== undefined) this.content.push(this.walk.drafting.marker(led, tag.words));
    else if (tag.name === 'pb') this.page(tag);
    else return false;
    return true;
  }

  /** The key of the note that a reference leads to, or says that it leads to. */
  private ledTo(tag: Tag): string | undefined {
    if (tag.name !== 'ref' && tag.name !== 'ptr') return undefined;
    const target = (tag.attribute('target') ?? '').replace(/^#/u, '');
    const isSaid = /noteref|^note$|footnote/iu.test(tag.attribute('type') ?? '');
    return this.walk.notes.has(target) || isSaid ? target || tag.words : undefined;
  }

  private marker(key: string, note: Tag, printed: string): void {
    const bare = printed.replace(/^[[(]|[\])]$/gu, '').trim();
    const id = note.attribute('xml:id') ?? undefined;
    this.content.push(this.walk.drafting.marker(key, bare || labelOfNote(note, this.walk), id));
  }

  private page(tag: Tag): void {
    const label = (tag.attribute('n') ?? '').replace(/^\W*(?:p(?:age|g)?\.?\s*)?|(?<!\W)\W*$/giu, '');
    if (label) this.content.push({ kind: 'page', label, evidence: 'printed' });
  }

  private element(tag: Tag, style: Style): void {
    if (tag.name === 'choice' || tag.name === 'app') this.choice(tag, style);
    else if (tag.name === 'gap') this.text('[…]', style);
    else if (tag.name === 'lb' && tag.attribute('break') !== 'no') this.text(' ', style);
    else if (!silent.has(tag.name)) this.styled(tag, style);
  }

  private choice(tag: Tag, style: Style): void {
    const best = readings.map((name) => tag.child(name)).find(Boolean);
    if (best) this.styled(best, style);
  }

  private styled(tag: Tag, style: Style): void {
    const own = marksOf(tag).filter((mark) => !style.marks.includes(mark));
    const target = tag.attribute('target') ?? '';
    const href = tag.name === 'ref' && /^https?:\/\//iu.test(target) ? target : style.href;
    const isQuoted = tag.name === 'q' || (tag.name === 'quote' && !/[“"«‘]/u.test(tag.words.slice(0, 1)));
    if (isQuoted && !/[“"«‘]/u.test(tag.words.slice(0, 1))) this.text('“', style);
    for (const node of tag.nodes)
      this.node(node, { marks: [...style.marks, ...own], ...(href ? { href } : {}) });
    if (isQuoted && !/[“"«‘]/u.test(tag.words.slice(0, 1))) this.text('”', style);
  }
}

/** The inline content of some nodes, as it stands. */
export function inlineOf(nodes: readonly (Tag | string)[], walk: TeiWalk): DraftInline[] {
  const runs = new Runs(walk);
  for (const node of nodes) runs.node(node, { marks: [] });
  return runs.content;
}
