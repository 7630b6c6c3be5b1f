/** The styles of an OpenDocument text, each with what it has of those above it. */
import type { Indents } from '../paper/indented.ts';
import { headingOfStyle, roleOfStyle, type StyleRole } from '../paper/style-names.ts';
import type { Tag } from '../paper/tree.ts';

/** How characters are set, as far as a paper keeps it; undefined where nothing is said. */
export interface TextLook {
  readonly em?: boolean | undefined;
  readonly strong?: boolean | undefined;
  readonly smallCaps?: boolean | undefined;
  readonly isHidden?: boolean | undefined;
  readonly isCode?: boolean | undefined;
  readonly raised?: 'superscript' | 'subscript' | 'none' | undefined;
}

/** A style, resolved. */
export interface Style {
  readonly role: StyleRole | null;
  /** Of a heading, by its name; null for others. */
  readonly level: number | null;
  readonly text: TextLook;
  readonly paragraph: Indents;
  /** The list that its paragraphs are in; null where none. */
  readonly list: string | null;
}

const units: Readonly<Record<string, number>> = { in: 1440, cm: 566.93, mm: 56.693, pt: 20, pc: 240, px: 15 };

/** A length in twentieths of a point; undefined where there is none that can be read. */
function length(text: string | null | undefined): number | undefined {
  const found = /^(-?[\d.]+)(in|cm|mm|pt|pc|px)$/u.exec(text ?? '');
  return found ? Math.round(Number(found[1]) * (units[found[2] ?? ''] ?? 0)) : undefined;
}

/** What an attribute says: whether it is one of the values; undefined where it says nothing. */
function says(tag: Tag, name: string, pattern: RegExp): boolean | undefined {
  const value = tag.attribute(name);
  return value === null ? undefined : pattern.test(value);
}

function raisedOf(position: string | null): TextLook['raised'] {
  if (position === null) return undefined;
  const height = Number.parseFloat(position);
  if (position.startsWith('super') || height > 0) return 'superscript';
  return position.startsWith('sub') || height < 0 ? 'subscript' : 'none';
}

const mono = /mono|courier|consol|menlo|typewriter/iu;

function textLook(tag: Tag | undefined): TextLook {
  if (!tag) return {};
  return {
    em: says(tag, 'font-style', /^(?:italic|oblique)$/u),
    strong: says(tag, 'font-weight', /^(?:bold|[6-9]00)$/u),
    smallCaps: says(tag, 'font-variant', /^small-caps$/u),
    isHidden: says(tag, 'text:display', /^none$/u),
    isCode: tag.attribute('style:font-name') ? says(tag, 'style:font-name', mono) : undefined,
    raised: raisedOf(tag.attribute('text-position')),
  };
}

function indents(tag: Tag | undefined): Indents {
  if (!tag) return {};
  return {
    left: length(tag.attribute('fo:margin-left') ?? tag.attribute('fo:margin')),
    right: length(tag.attribute('fo:margin-right') ?? tag.attribute('fo:margin')),
    first: length(tag.attribute('text-indent')),
    align: tag.attribute('fo:text-align') ?? undefined,
  };
}

/** The second over the first: what it leaves unsaid stays. */
export function over<Look extends object>(base: Look, more: Look): Look {
  const said = Object.entries(more).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(said) };
}

const nothing: Style = { role: null, level: null, text: {}, paragraph: {}, list: null };
const deepest = 30;

function languageOf(usual: Tag | undefined): string | null {
  const said = usual?.child('text-properties');
  const [language, country] = ['fo:language', 'fo:country'].map((name) => said?.attribute(name) ?? 'none');
  if (language === 'none' || language === undefined) return null;
  return country === 'none' ? language : `${language}-${country ?? ''}`;
}

/** The styles of a file by family and name. */
export class Styles {
  readonly #tags = new Map<string, Tag>();
  readonly #known = new Map<string, Style>();
  /** What the file says its language is; null where nothing. */
  readonly language: string | null;

  /** `roots` are the parts that hold styles; what later ones say wins. */
  constructor(roots: readonly (Tag | null)[]) {
    const groups = roots.flatMap((root) => root?.children('styles', 'automatic-styles') ?? []);
    for (const tag of groups.flatMap((group) => group.children('style')))
      this.#tags.set(`${tag.attribute('family') ?? ''} ${tag.attribute('style:name') ?? ''}`, tag);
    const usual = groups.flatMap((group) => group.children('default-style'));
    this.language = languageOf(usual.find((tag) => tag.attribute('family') === 'paragraph'));
  }

  /** The style of a paragraph, or of a run of text. */
  of(name: string | null, family: 'paragraph' | 'text'): Style {
    return name === null ? nothing : this.resolve(name, family, 0);
  }

  private resolve(name: string, family: string, depth: number): Style {
    const key = `${family} ${name}`;
    const known = this.#known.get(key);
    if (known) return known;
    const tag = this.#tags.get(key);
    if (!tag || depth > deepest) return { ...nothing, role: roleOfStyle(name), level: headingOfStyle(name) };
    const above = tag.attribute('parent-style-name');
    const base = above === null ? nothing : this.resolve(above, family, depth + 1);
    const shown = tag.attribute('display-name') ?? name;
    const level = headingOfStyle(shown);
    const style: Style = {
      role: roleOfStyle(shown) ?? (level === null ? base.role : null),
      level: level ?? base.level,
      text: over(base.text, textLook(tag.child('text-properties'))),
      paragraph: over(base.paragraph, indents(tag.child('paragraph-properties'))),
      list: tag.attribute('list-style-name') ?? base.list,
    };
    this.#known.set(key, style);
    return style;
  }
}
