/** What elements of HTML are for, by name, class, role and style. Pure tests, shared by all that walks a page. */
import type { Tag } from '../paper/tree.ts';

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that stand for themselves between paragraphs. */
export const blockNames = named(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul ' +
    'd-article d-title d-appendix d-abstract',
);

/** Elements that say nothing to a reader of the text. */
const silent = named(
  'head script style link meta title base template noscript iframe frame frameset noframes object embed applet param button input select textarea ' +
    'option optgroup datalist output progress meter canvas audio video track source map area dialog svg rp colgroup col',
);

/** Elements whose loss a reader should hear of. */
export const unreadNames = named('object embed applet canvas audio video iframe');

export const classOf = (tag: Tag): string => tag.attribute('class') ?? '';

/** Roles of DPUB-ARIA and types of EPUB, in small letters, `doc-` left out: `noteref`, `endnotes`. */
export function rolesOf(tag: Tag): readonly string[] {
  const said = `${tag.attributes.get('role') ?? ''} ${tag.attributes.get('epub:type') ?? tag.attributes.get('data-type') ?? ''}`;
  return said
    .toLowerCase()
    .split(/\s+/u)
    .filter(Boolean)
    .map((one) => one.replace(/^doc-/u, ''));
}

export const hasRole = (tag: Tag, ...roles: readonly string[]): boolean => {
  const own = rolesOf(tag);
  return roles.some((role) => own.includes(role));
};

const styleOf = (tag: Tag): string => (tag.attribute('style') ?? '').toLowerCase().replace(/\s+/gu, '');

const unseen =
  /(?:^|\s)(?:headerlink|header-anchor|heading-anchor|anchor-link|anchorjs-link|mw-editsection|permalink|sr-only|visually-hidden|screen-reader-text|visuallyhidden|noprint|mw-jump-link|skip-link)(?:\s|$)/iu;
const hiding = /display:none|visibility:hidden|mso-hide:all/u;

/** Whether a page does not show it. */
export function isHidden(tag: Tag): boolean {
  if (silent.has(tag.name)) return true;
  if (tag.attributes.has('hidden') || unseen.test(classOf(tag))) return true;
  if (tag.attribute('aria-hidden') === 'true' && tag.name !== 'a' && !tag.first('a', 'img', 'p')) return true;
  return hiding.test(styleOf(tag));
}

/** Whether it stands between paragraphs, or holds what does. */
export const isBlock = (tag: Tag): boolean =>
  blockNames.has(tag.name) || hasRole(tag, 'heading', 'pagebreak-block');

/** Whether a block lies anywhere in it. */
export function holdsBlock(tag: Tag): boolean {
  for (const node of tag.nodes)
    if (typeof node !== 'string' && (isBlock(node) || holdsBlock(node))) return true;
  return false;
}

/** The level of a heading; null where it is none. */
export function headingLevel(tag: Tag): number | null {
  const own = /^h([1-6])$/u.exec(tag.name)?.[1];
  if (own) return Number(own);
  if (tag.name === 'd-title') return 1;
  if (!hasRole(tag, 'heading')) return null;
  return Math.min(9, Math.max(1, Number.parseInt(tag.attribute('aria-level') ?? '2', 10) || 2));
}

const pageClass =
  /(?:^|\s)(?:pagenum\w*|page-?number|page-?no|pageno|pagebreak|page-?break|pb|pg|pagestart|newpage)(?:\s|$)/iu;

/** Whether a page of the printed copy starts here. */
export const isPageStart = (tag: Tag): boolean =>
  hasRole(tag, 'pagebreak') || (pageClass.test(classOf(tag)) && tag.words.length < 16 && !isLarge(tag));

const isLarge = (tag: Tag): boolean => tag.first('p', 'h1', 'h2', 'h3', 'img') !== undefined;

const numberIn = (text: string | null): string =>
  /^\W*(?:(?:page|pg|pag|p|seite|s)\b[.\s]*)?([\p{L}]{0,2}\d{1,6}[a-z]?|[ivxlcdm]{1,9})\W*$/iu.exec(
    text ?? '',
  )?.[1] ?? '';

/** The label of a page start: as told, as printed, or as in its id; empty where it has none. */
export function pageLabel(tag: Tag): string {
  const id =
    tag.attribute('id') ?? tag.first('a', 'span')?.attribute('id') ?? tag.first('a')?.attribute('name') ?? '';
  return (
    numberIn(tag.attribute('aria-label')) ||
    numberIn(tag.attribute('title')) ||
    numberIn(tag.words) ||
    (/(?:^|[^\p{L}\d])?(?:page|pg|pagebreak|pb|p)[-_.]*(\d+|[ivxlc]+)$/iu.exec(id)?.[1] ?? '')
  );
}

type TextMark = 'em' | 'strong' | 'superscript' | 'subscript' | 'small_caps' | 'code';

const smallCaps = /(?:^|\s)(?:smcap|small-?caps|sc|smallcap)(?:\s|$)/iu;

/** When words are set so: by name, style, class. */
const settings: readonly (readonly [TextMark, (tag: Tag, style: string) => boolean])[] = [
  [
    'em',
    (tag, style) =>
      /^(?:em|i|cite|dfn|var|address)$/u.test(tag.name) || /font-style:(?:italic|oblique)/u.test(style),
  ],
  [
    'strong',
    (tag, style) =>
      /^(?:strong|b)$/u.test(tag.name)
        ? !/font-weight:(?:normal|400)/u.test(style)
        : /font-weight:(?:bold|[6-9]00)/u.test(style),
  ],
  ['superscript', (tag, style) => tag.name === 'sup' || style.includes('vertical-align:super')],
  ['subscript', (tag, style) => tag.name === 'sub' || /vertical-align:sub(?:;|$)/u.test(style)],
  [
    'small_caps',
    (tag, style) => /font-variant(?:-caps)?:small-caps/u.test(style) || smallCaps.test(classOf(tag)),
  ],
  ['code', (tag) => /^(?:code|kbd|samp|tt)$/u.test(tag.name)],
];

/** What words in it are set as, by its name, class and style. */
export function marksOf(tag: Tag): readonly TextMark[] {
  const style = styleOf(tag);
  return settings.flatMap(([mark, is]) => (is(tag, style) ? [mark] : []));
}
