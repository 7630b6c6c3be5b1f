/** What a text is: XML by its root, HTML, Markdown, plain text, or a text that is for programs. Part of recognising files. */
import type { PaperFormat } from '../../model/draft.ts';
import type { ForeignKind } from '../../model/foreign-file.ts';
import type { Recognised } from './recognised.ts';
import { xmlRoot, type XmlRoot } from './xml-root.ts';

const paper = (format: PaperFormat): Recognised => ({ is: 'paper', format });
const foreign = (kind: ForeignKind): Recognised => ({ is: 'foreign', kind });

/** DocBook has an `article` too. */
const isDocBook = ({ head }: XmlRoot): boolean => /docbook/iu.test(head);

/** By the name of the root; null where a text without a declaration merely begins with a tag. */
function xmlKind(root: XmlRoot, text: string): Recognised | null {
  const name = root.name.replace(/^.*:/u, '');
  if (/^TEI(?:\.2|Corpus)?$|^teiCorpus$/u.test(name)) return paper('tei');
  if (name.toLowerCase() === 'html') return paper('html');
  const isArticle = name === 'article' && !isDocBook(root);
  if (isArticle && (root.isDeclared || /article-type|dtd-version|<article-meta|<front>/u.test(text)))
    return paper('jats');
  if (name === 'pmc-articleset') return paper('jats');
  if (name === 'svg') return foreign('picture');
  return root.isDeclared && !/^<!doctype\s+html/iu.test(root.head) ? foreign('other-xml') : null;
}

/** Tags that a web page, or a piece of one, begins with. */
const webTag =
  /^<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|header|div|p|h[1-6]|span|table|ul|ol|dl|blockquote|figure|a|b|i|em|strong|br|hr|img|style|script|link)[\s/>]/iu;

const extension = (name: string): string => /\.([^.]{1,12})$/u.exec(name)?.[1]?.toLowerCase() ?? '';

const isWeb = (text: string, kind: string): boolean =>
  webTag.test(text.replace(/^(?:\s|<!--[\s\S]*?-->)+/u, '')) ||
  (/^(?:x?html?|php|aspx?)$/u.test(kind) && /<[a-z][^<>]*>/iu.test(text));

/** A text that only Markdown begins with, and headings that only Markdown has. */
const surelyMarkdown: readonly RegExp[] = [
  /^---\r?\n(?:[\w-]+:.*\r?\n|[ \t-].*\r?\n)+(?:---|\.\.\.)\r?(?:\n|$)/u,
  /^#{1,6} +[\p{L}\d*_[].*$[^]*^#{1,6} +[\p{L}\d*_[]/mu,
];

/** What is seldom anything else; two of them make a text Markdown, as a footnote and its call do. */
const perhapsMarkdown: readonly RegExp[] = [
  /^\[\^[^\]\s]{1,60}\]:/mu,
  /[^\s[]\[\^[^\]\s]{1,60}\](?!:)/u,
  /\[[^\][\n]{1,500}\]\((?:https?:|mailto:|#|\.?\/)[^)\s]{0,500}\)/u,
  /^```/mu,
];

const isMarkdown = (text: string, kind: string): boolean =>
  /^(?:md|markdown|mdown|mkdn?|mdwn|qmd|rmd)$/u.test(kind) ||
  surelyMarkdown.some((sign) => sign.test(text)) ||
  perhapsMarkdown.filter((sign) => sign.test(text)).length >= 2;

/** Texts that are for programs. */
function codeKind(text: string, kind: string): ForeignKind | null {
  if (/^(?:\s|%.*\n)*\\(?:documentclass|documentstyle|input|RequirePackage)\b/u.test(text)) return 'latex';
  if (/^\s*@[a-z]+\s*\{[^,\s]*,/iu.test(text) || /^\s*TY {2}- /u.test(text)) return 'references';
  if (/^\s*[{[]/u.test(text) && text.includes('"warrant-notebook"')) return 'notebook';
  if (kind === 'json' || kind === 'jsonld') return 'data';
  if (
    /^(?:MIME-Version|From|Date|Subject|Snapshot-Content-Location):/imu.test(text.slice(0, 2000)) &&
    /multipart\/related/iu.test(text)
  )
    return 'web-archive';
  return null;
}

/** What the text that begins so is, in a file called `name`. */
export function textKind(beginning: string, name: string): Recognised {
  const text = beginning.replace(/^\uFEFF/u, '');
  const kind = extension(name);
  const root = xmlRoot(text);
  const known = root && xmlKind(root, text);
  if (known) return known;
  if (isWeb(text, kind)) return paper('html');
  const code = codeKind(text, kind);
  if (code) return foreign(code);
  return paper(isMarkdown(text, kind) ? 'markdown' : 'text');
}
