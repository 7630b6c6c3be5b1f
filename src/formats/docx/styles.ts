/** The styles of a Word file, each with what it has of those it is based on. */
import { headingOfStyle, roleOfStyle, type StyleRole } from '../paper/style-names.ts';
import type { Tag } from '../paper/tree.ts';
import { isOn, valueOf } from './package.ts';

/** How characters are set, as far as a paper keeps it; undefined where nothing is said. */
export interface RunLook {
  readonly em?: boolean | undefined;
  readonly strong?: boolean | undefined;
  readonly smallCaps?: boolean | undefined;
  readonly isHidden?: boolean | undefined;
  readonly raised?: 'superscript' | 'subscript' | 'baseline' | undefined;
  readonly isCode?: boolean | undefined;
  /** In half points. */
  readonly size?: number | undefined;
}

/** How a paragraph is set; indents in twentieths of a point. */
export interface ParagraphLook {
  readonly left?: number | undefined;
  readonly right?: number | undefined;
  readonly first?: number | undefined;
  readonly align?: string | undefined;
  /** From 1; 0 for body text; undefined where nothing is said. */
  readonly outline?: number | undefined;
  readonly list?: { readonly id?: string | undefined; readonly level?: number | undefined } | undefined;
}

/** A style, resolved. */
export interface Style {
  readonly name: string;
  readonly role: StyleRole | null;
  /** Of a heading. */
  readonly level: number | null;
  readonly run: RunLook;
  readonly paragraph: ParagraphLook;
}

const whole = (text: string | null | undefined): number | undefined => {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) ? value : undefined;
};

const mono = /mono|courier|consol|menlo|typewriter/iu;

/** What `rPr` says. */
export function runLook(tag: Tag | undefined): RunLook {
  if (!tag) return {};
  const raised = valueOf(tag.child('vertAlign'));
  const position = whole(valueOf(tag.child('position'))) ?? 0;
  const font = tag.child('rFonts')?.attribute('ascii');
  return {
    em: isOn(tag.child('i')),
    strong: isOn(tag.child('b')),
    smallCaps: isOn(tag.child('smallCaps')),
    isHidden: isOn(tag.child('vanish')),
    raised:
      (raised as RunLook['raised']) ??
      (position > 3 ? 'superscript' : position < -3 ? 'subscript' : undefined),
    isCode: font ? mono.test(font) : undefined,
    size: whole(valueOf(tag.child('sz'))),
  };
}

function outlineOf(tag: Tag): number | undefined {
  const outline = whole(valueOf(tag.child('outlineLvl')));
  if (outline === undefined) return undefined;
  return outline > 8 ? 0 : outline + 1;
}

/** The indent of a first line; negative where it hangs out. */
function firstOf(indent: Tag | undefined): number | undefined {
  const hanging = whole(indent?.attribute('hanging'));
  return hanging === undefined ? whole(indent?.attribute('firstLine')) : -hanging;
}

/** What `pPr` says. */
export function paragraphLook(tag: Tag | undefined): ParagraphLook {
  if (!tag) return {};
  const indent = tag.child('ind');
  const list = tag.child('numPr');
  return {
    left: whole(indent?.attribute('start') ?? indent?.attribute('left')),
    right: whole(indent?.attribute('end') ?? indent?.attribute('right')),
    first: firstOf(indent),
    align: valueOf(tag.child('jc')) ?? undefined,
    outline: outlineOf(tag),
    list: list && listLook(list),
  };
}

const listLook = (tag: Tag): ParagraphLook['list'] => ({
  id: valueOf(tag.child('numId')) ?? undefined,
  level: whole(valueOf(tag.child('ilvl'))),
});

/** The second over the first: what it leaves unsaid stays. */
export function over<Look extends object>(base: Look, more: Look): Look {
  const said = Object.entries(more).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(said) };
}

const nothing: Style = { name: '', role: null, level: null, run: {}, paragraph: {} };

/** No style is based on more than this many others; a circle ends here. */
const deepest = 30;

/** The styles of a file by their ids. */
export class Styles {
  readonly #tags = new Map<string, Tag>();
  readonly #known = new Map<string, Style>();
  readonly #usual = new Map<string, string>();
  /** What the file says its language is; null where nothing. */
  readonly language: string | null;

  constructor(root: Tag | null) {
    for (const tag of root?.children('style') ?? []) this.know(tag);
    const base = root?.child('docDefaults')?.child('rPrDefault')?.child('rPr');
    this.language = base?.child('lang')?.attribute('val') ?? null;
  }

  private know(tag: Tag): void {
    const id = tag.attribute('styleId') ?? '';
    this.#tags.set(id, tag);
    if (['1', 'true', 'on'].includes(tag.attribute('default') ?? ''))
      this.#usual.set(tag.attribute('type') ?? '', id);
  }

  /** The style of a paragraph or of characters; what is said nowhere is as the file's usual style has it. */
  of(id: string | null, kind: 'paragraph' | 'character' = 'paragraph'): Style {
    return this.resolve(id ?? this.#usual.get(kind) ?? '', 0);
  }

  private resolve(id: string, depth: number): Style {
    const known = this.#known.get(id);
    if (known) return known;
    const tag = this.#tags.get(id);
    if (!tag || depth > deepest)
      return { ...nothing, name: id, role: roleOfStyle(id), level: headingOfStyle(id) };
    const on = valueOf(tag.child('basedOn'));
    const base = on === null ? nothing : this.resolve(on, depth + 1);
    const name = valueOf(tag.child('name')) ?? id;
    const paragraph = over(base.paragraph, paragraphLook(tag.child('pPr')));
    const own = headingOfStyle(name);
    const role = roleOfStyle(name) ?? (own === null ? base.role : null);
    const said = paragraphLook(tag.child('pPr')).outline;
    const level = own ?? (said === undefined ? (role === base.role ? base.level : null) : said || null);
    const style = { name, role, level, paragraph, run: over(base.run, runLook(tag.child('rPr'))) };
    this.#known.set(id, style);
    return style;
  }
}
