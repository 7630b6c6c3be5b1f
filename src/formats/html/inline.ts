/** Inline content of HTML: words, emphasis, links, numbers of notes, page starts, formulas. Part of the reading of HTML. */
import type { DraftInline, DraftMark } from '../../model/draft.ts';
import type { Drafting } from '../paper/drafting.ts';
import type { Tag } from '../paper/tree.ts';
import type { NoteMap } from './notes.ts';
import { classOf, isHidden, isPageStart, marksOf, pageLabel } from './vocabulary.ts';

/** What a walk through HTML carries along. */
export interface HtmlWalk {
  readonly drafting: Drafting;
  readonly notes: NoteMap;
  /** The address that links and pictures are relative to; null where it is unknown. */
  readonly base: string | null;
  /** The name under which a picture is kept; null where it cannot be had. `src` as it is written, in the file `part`. */
  picture(src: string, part: string): string | null;
  /** Called now and then; may throw to stop. */
  tick(): void;
}

interface Style {
  readonly marks: readonly DraftMark[];
  readonly href?: string;
}

/** Where a link leads outside; null where it leads nowhere that is safe. */
export function outside(href: string | null, base: string | null): string | null {
  const trimmed = (href ?? '').trim();
  if (/^(?:https?:\/\/|mailto:)/iu.test(trimmed)) return trimmed;
  if (!base || !trimmed || trimmed.startsWith('#')) return null;
  try {
    const url = new URL(trimmed, base);
    return /^https?:$/u.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A formula as it was written, or as its letters. */
function formula(tag: Tag): string {
  const source = [...tag.all('annotation')].find((one) => /tex/iu.test(one.attribute('encoding') ?? ''));
  const written = source?.words ?? tag.attribute('alttext');
  if (written) return written.replace(/^\{\\displaystyle([\s\S]*)\}$/u, '$1').trim();
  return tag.words;
}

/** What a picture in the middle of a line says. */
const spoken = (tag: Tag): string => {
  const alt = (tag.attribute('alt') ?? '').trim();
  const isSign = /math|tex|latex|emoji|smiley|icon-|fallback/iu.test(classOf(tag)) || [...alt].length <= 2;
  return isSign ? alt.replace(/^\{\\displaystyle([\s\S]*)\}$/u, '$1').trimStart() : '';
};

/** Elements that say something else than the words in them. */
const replaced: Readonly<Record<string, (tag: Tag) => string>> = {
  br: () => ' ',
  wbr: () => '',
  math: formula,
  img: spoken,
  rt: (tag) => ` (${tag.words})`,
};

const isTypesetFormula = (tag: Tag): boolean =>
  /(?:^|\s)katex(?:\s|$)/u.test(classOf(tag)) && tag.first('math') !== undefined;

class Runs {
  readonly content: DraftInline[] = [];
  readonly walk: HtmlWalk;

  constructor(walk: HtmlWalk) {
    this.walk = walk;
  }

  private text(text: string, { marks, href }: Style): void {
    if (!text) return;
    this.content.push({
      kind: 'text',
      text,
      ...(marks.length > 0 ? { marks } : {}),
      ...(href ? { href } : {}),
    });
  }

  node(node: Tag | string, style: Style): void {
    if (typeof node === 'string') this.text(node, style);
    else this.tag(node, style);
  }

  private tag(tag: Tag, style: Style): void {
    const { notes, drafting } = this.walk;
    const marker = notes.markers.get(tag);
    if (marker) this.content.push(drafting.marker(marker.note.key, marker.label));
    else if (isPageStart(tag)) this.page(pageLabel(tag));
    else if (!notes.bodies.has(tag) && !notes.silent.has(tag) && !isHidden(tag)) this.shown(tag, style);
  }

  private page(label: string): void {
    if (label) this.content.push({ kind: 'page', label, evidence: 'printed' });
  }

  private shown(tag: Tag, style: Style): void {
    const said = replaced[tag.name]?.(tag) ?? (isTypesetFormula(tag) ? formula(tag) : null);
    if (said !== null) this.text(said, style);
    else if (tag.name === 'sup' && this.isPunctuation(tag)) this.all(tag, style, true);
    else this.styled(tag, style);
  }

  private styled(tag: Tag, style: Style): void {
    const href = tag.name === 'a' ? outside(tag.attribute('href'), this.walk.base) : null;
    const own = marksOf(tag).filter((mark) => !style.marks.includes(mark));
    const inner = { ...style, marks: own.length > 0 ? [...style.marks, ...own] : style.marks };
    const isQuoted = tag.name === 'q';
    if (isQuoted) this.text('“', style);
    this.all(tag, href ? { ...inner, href } : inner);
    if (isQuoted) this.text('”', style);
  }

  /** Whether raised numbers of notes have nothing but commas between them. */
  private isPunctuation(tag: Tag): boolean {
    let count = 0;
    const left = (node: Tag | string): string => {
      if (typeof node === 'string') return node;
      if (!this.walk.notes.markers.has(node)) return node.nodes.map(left).join('');
      count += 1;
      return '';
    };
    const rest = tag.nodes.map(left).join('');
    return count > 0 && /^[\s,;:[\]()–-]*$/u.test(rest);
  }

  private all(tag: Tag, style: Style, isBare = false): void {
    for (const node of tag.nodes) if (typeof node !== 'string' || !isBare) this.node(node, style);
  }
}

/** The inline content of some nodes, as it stands. */
export function inlineOf(nodes: readonly (Tag | string)[], walk: HtmlWalk): DraftInline[] {
  const runs = new Runs(walk);
  for (const node of nodes) runs.node(node, { marks: [] });
  return runs.content;
}
