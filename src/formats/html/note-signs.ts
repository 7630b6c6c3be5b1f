/** How a link looks that is a note's number, how one that leads back from the note, and what is printed there. Pure. */
import type { Tag } from '../paper/tree.ts';
import { classOf, hasRole, rolesOf } from './vocabulary.ts';

const signs = '*∗⁎†‡§‖¶#⊕⊗';
const label = new RegExp(
  `^(?:\\d{1,4}(?:[a-z]|[-.:]\\d{1,3})?|[ivxlc]{1,8}|[a-z]{1,2}|[${signs}]{1,5}|(?:foot|end)?note[ -]?\\d{1,4}|(?:fn|nb|n|note|lower-alpha|[a-z]) ?\\d{1,4})$`,
  'iu',
);

/** What is printed, without the brackets and stops around it: `1` of `[1]`. */
export const bareLabel = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}|\u{FE0E}|\u{FE0F}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[\s[({⟨^]+|(?<![\s\])}⟩.:,;])[\s\])}⟩.:,;]+$/gu, '');

/** Whether words could be the number of a note. */
export const isLabel = (text: string): boolean => label.test(bareLabel(text));

/** Signs in raised small digits as plain ones. */
export const plainDigits = (text: string): string =>
  text.replace(/[⁰¹²³⁴-⁹]/gu, (sign) => sign.normalize('NFKC'));

const refClass =
  /(?:^|[\s_-])(?:foot-?note-?ref(?:erence)?|footnote-?link|footnote-?anchor|fn-?ref|fnanchor|fn-marker|note-?ref|noteref|footref|sd(?:foot|end)noteanc|mso(?:foot|end)notereference|mso(?:foot|end)note(?:reference)?|easy-footnote|footnote_referrer|fn-?link|footnote-call|ltx_note_mark|reference|simple-footnote|modern-footnotes-footnote|footnote-number|ptx-footnote__number)(?:$|[\s_])/iu;
const backClass =
  /back-?link|backref|footnote-?back|fn-?back|reverse-?footnote|footnote-return|return-?link|back-?to|footnote_backlink|footnote_plugin_link|easy-footnote-to-top|sd(?:foot|end)notesym/iu;
const bodyClass =
  /(?:^|[\s_-])(?:footnotes?|endnotes?|fn|sd(?:foot|end)note|mso(?:foot|end)notetext|fn-text|note-?text|footnote-(?:item|body|text|content|definition|def)|side-?note|margin-?note)(?:$|[\s_-])/iu;
const listClass =
  /(?:^|[\s_-])(?:footnotes|end-?notes|footnote-?(?:list|area|section|block|container)|fn-?group|references(?:-small)?|reflist|notes|notelist|easy-footnotes-wrapper|footnotes-container)(?:$|[\s_-])/iu;

/** The element and a few around it. */
const around = (tag: Tag, most: number): Tag[] => {
  const found: Tag[] = [];
  for (let at: Tag | null = tag; at && found.length < most; at = at.parent) found.push(at);
  return found;
};

/** Whether it is said to be a note's number. */
export const isDeclaredMarker = (link: Tag): boolean =>
  around(link, 3).some(
    (tag, at) =>
      hasRole(tag, 'noteref') ||
      tag.attributes.has('data-footnote-ref') ||
      (/^(?:a|sup|span|small|b)$/u.test(tag.name) &&
        refClass.test(classOf(tag)) &&
        (at === 0 || tag.words.length < 24)),
  );

/** Whether it is said to lead from a note back to the text, or shows an arrow. */
export const isDeclaredBack = (link: Tag): boolean =>
  around(link, 3).some(
    (tag, at) =>
      hasRole(tag, 'backlink', 'referrer') ||
      tag.attributes.has('data-footnote-backref') ||
      (at === 0 && /footnote|endnote/iu.test(tag.attribute('rev') ?? '')) ||
      (/^(?:a|sup|span|b|small|cite)$/u.test(tag.name) && backClass.test(classOf(tag))),
  ) || isArrow(link.words);

/** Arrows that lead back, with what may stand beside them. */
export const isArrow = (words: string): boolean =>
  /^[\s[(]*(?:[↩↑⤴⏎↵⬆▲△^←⇑⮌🔙↖⤶]+[\ufe0e\ufe0f]?\s*\d*|back|return|jump up|jump back|top|zurück|retour|volver|go back|back to (?:text|content|top|article))[\s\])]*$/iu.test(
    words,
  );

/** Whether it is said to be a note. */
export const isDeclaredNote = (tag: Tag): boolean =>
  hasRole(tag, 'footnote', 'endnote', 'rearnote', 'note') ||
  (tag.name !== 'a' && tag.name !== 'sup' && bodyClass.test(classOf(tag)) && !refClass.test(classOf(tag)));

/** Whether it is said to hold notes. */
export const isNoteList = (tag: Tag): boolean =>
  hasRole(tag, 'endnotes', 'footnotes', 'rearnotes', 'notes') ||
  tag.attributes.has('data-footnotes') ||
  (/^(?:section|div|ol|ul|dl|aside|footer|table)$/u.test(tag.name) &&
    ((/^[oud]l$/u.test(tag.name) && bodyClass.test(classOf(tag))) ||
      listClass.test(classOf(tag)) ||
      listClass.test(tag.attribute('id') ?? '')));

const hrefOfNote =
  /#(?:.*[^a-z])?(?:_?ftn|_?edn|fn|footnote|endnote|note|cite_note|sd(?:foot|end)note|en|nb|f)[-_.:%a-z]*\d+/iu;

/** Whether its address looks like a note's. */
export const hasNoteAddress = (link: Tag): boolean =>
  hrefOfNote.test((link.attribute('href') ?? '').slice(0, 500)) &&
  !/ref|anc|anchor|back/iu.test(link.attribute('href') ?? '');

/** Whether it stands raised, or in brackets. */
export function isRaised(link: Tag): boolean {
  const raised = (tag: Tag): boolean =>
    tag.name === 'sup' || /vertical-align:\s*super/iu.test(tag.attribute('style') ?? '');
  if (around(link, 4).some(raised) || [...link.all()].some(raised)) return true;
  return (
    /^[[(]?.{1,6}[\])]$|^[⁰¹²³⁴-⁹]+$/u.test(link.words) || new RegExp(`^[${signs}]+$`, 'u').test(link.words)
  );
}

/** Whether it belongs to contents, an index or a bibliography, whose numbers are no notes'. */
export const isElsewhere = (link: Tag): boolean =>
  link.closest(
    (tag) =>
      tag.name === 'nav' ||
      rolesOf(tag).some((role) =>
        /^(?:toc|index|navigation|landmarks|page-list|biblioref|glossref|loi|lot)$/u.test(role),
      ) ||
      /(?:^|[\s_-])(?:toc|tableofcontents|table-of-contents|navbox|headerlink)(?:$|[\s_-])/iu.test(
        `${classOf(tag)} ${tag.attribute('id') ?? ''}`,
      ),
  ) !== null;
