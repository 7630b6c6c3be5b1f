/** Inline content of JATS for a draft: words, emphasis, links, numbers of notes, page starts. Part of the reading of JATS. */
import type { DraftInline, DraftMark } from '../../model/draft.ts';
import type { Drafting } from '../paper/drafting.ts';
import type { Tag } from '../paper/tree.ts';

/** What a walk through an article carries. */
export interface JatsWalk {
  readonly drafting: Drafting;
  /** Notes by their ids, wherever the article has them. */
  readonly notes: ReadonlyMap<string, Tag>;
  /** Labels of notes whose element has none. */
  readonly counted: Map<Tag, string>;
}

interface Style {
  readonly marks: readonly DraftMark[];
  readonly href?: string;
}

const markNames: Readonly<Record<string, DraftMark>> = {
  italic: 'em',
  bold: 'strong',
  sup: 'superscript',
  sub: 'subscript',
  sc: 'small_caps',
  monospace: 'code',
  code: 'code',
  'styled-content': 'em',
};

/** Elements whose words are no words of a paragraph. */
const silent = new Set([
  'label',
  'alt-text',
  'long-desc',
  'object-id',
  'graphic',
  'media',
  'inline-graphic',
  'index-term',
  'processing-meta',
  'permissions',
]);

/** Elements of inline content that hold more than words: what of them is said in a line. */
const wordsIn = (tag: Tag): string => (tag.first('tex-math') ?? tag).words;

/** Takes the brackets of `[1]` and the like away. */
export const bareNumber = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[[(]\s*(.{1,8}?)\s*[\])]$/u, '$1');

/** What is printed for a note: its label, or its place in its list. */
export function labelOfNote(note: Tag, walk: JatsWalk): string {
  const own =
    bareNumber(note.child('label')?.words ?? note.child('sup')?.words ?? '') ||
    bareNumber(note.attribute('symbol') ?? '');
  if (own) return own;
  const known = walk.counted.get(note);
  if (known) return known;
  const label = String(walk.counted.size + 1);
  walk.counted.set(note, label);
  return label;
}

/** Links to notes of this article, or to notes that it lacks. */
const isMarker = (tag: Tag, walk: JatsWalk): boolean => {
  const ids = (tag.attribute('rid') ?? '').split(/\s+/u).filter(Boolean);
  const type = tag.attribute('ref-type') ?? '';
  return (
    tag.name === 'xref' &&
    ids.length > 0 &&
    (ids.some((id) => walk.notes.has(id)) || /^(?:fn|table-fn|author-notes)$/u.test(type))
  );
};

const markOf = (tag: Tag): DraftMark | undefined =>
  tag.name === 'styled-content' && !(tag.attribute('style') ?? '').includes('italic')
    ? undefined
    : markNames[tag.name];

/** Where a link leads outside; null where it leads nowhere that is safe. */
function addressOf(tag: Tag): string | null {
  if (!/^(?:ext-link|uri|email)$/u.test(tag.name)) return null;
  const address = tag.attribute('xlink:href') ?? tag.words;
  return /^(?:https?:\/\/|mailto:)/iu.test(address) ? address : null;
}

class Runs {
  readonly content: DraftInline[] = [];
  readonly walk: JatsWalk;

  constructor(walk: JatsWalk) {
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
    else if (isMarker(node, this.walk)) this.markers(node);
    else if (node.name === 'fn')
      this.content.push(this.marker(node.attribute('id') ?? '', labelOfNote(node, this.walk)));
    else if (node.name === 'target' && node.attribute('target-type') === 'page') this.page(node);
    else if (/^(?:inline-formula|disp-formula|math|tex-math)$/u.test(node.name))
      this.text(wordsIn(node), style);
    else if (node.name === 'break') this.text(' ', style);
    else if (!silent.has(node.name)) this.styled(node, style);
  }

  private styled(tag: Tag, style: Style): void {
    const mark = markOf(tag);
    const marks = mark && !style.marks.includes(mark) ? [...style.marks, mark] : style.marks;
    const href = addressOf(tag) ?? style.href;
    const isFrame = tag.name === 'sup' && tag.nodes.every((node) => this.isNumber(node));
    for (const node of tag.nodes)
      if (!isFrame || typeof node !== 'string') this.node(node, { marks, ...(href ? { href } : {}) });
  }

  /** What a raised number of a note is typeset with: numbers of notes, and commas between them. */
  private isNumber(node: Tag | string): boolean {
    if (typeof node === 'string') return /^[\s,;–-]*$/u.test(node);
    return node.name === 'fn' || isMarker(node, this.walk);
  }

  private page(tag: Tag): void {
    const evidence = tag.attribute('specific-use');
    const label = (tag.attribute('id') ?? '').replace(/^p-?(?=.)/u, '');
    this.content.push({
      kind: 'page',
      label,
      evidence: evidence === 'inferred' || evidence === 'known' ? evidence : 'printed',
    });
  }

  /** One link may lead to several notes: `1–3`. */
  private markers(tag: Tag): void {
    const ids = (tag.attribute('rid') ?? '').split(/\s+/u).filter(Boolean);
    const printed = bareNumber(tag.words);
    for (const id of ids) {
      const note = this.walk.notes.get(id);
      const own = note ? labelOfNote(note, this.walk) : id;
      this.content.push(this.marker(id, ids.length === 1 && printed ? printed : own));
    }
  }

  private marker(id: string, label: string): DraftInline {
    return this.walk.drafting.marker(id, label, id);
  }
}

/** The inline content of an element, as it stands. */
export function inlineOf(nodes: readonly (Tag | string)[], walk: JatsWalk): DraftInline[] {
  const runs = new Runs(walk);
  for (const node of nodes) runs.node(node, { marks: [] });
  return runs.content;
}
