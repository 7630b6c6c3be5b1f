/** What our citation styles have in common: the frame of a CSL document and parts that several of them use. */

/** A CSL style of its own: class, macros by name, layout of citations and of the bibliography. */
export interface StyleParts {
  readonly title: string;
  readonly form: 'note' | 'in-text';
  readonly macros: Readonly<Record<string, string>>;
  readonly citation: string;
  readonly bibliography: string;
  /** Attributes of the root: how names behave. */
  readonly options: string;
}

/** The XML of a style (CSL 1.0.2), as citeproc reads it. */
export function styleXml({ title, form, macros, citation, bibliography, options }: StyleParts): string {
  const defined = Object.entries(macros).map(([name, body]) => `<macro name="${name}">${body}</macro>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="${form}" default-locale="en-US" ${options}>
<info><title>${title}</title><id>${title}</id><updated>2026-01-01T00:00:00+00:00</updated></info>
${defined.join('\n')}
<citation et-al-min="4" et-al-use-first="1">${citation}</citation>
<bibliography hanging-indent="true">${bibliography}</bibliography>
</style>`;
}

/** Works whose title stands in italics; the titles of all others stand in quotation marks, or plain. */
export const wholes =
  'book classic collection periodical report motion_picture pamphlet map legal_case software dataset';

/** Works that appeared in a newspaper, a magazine or on the web: dated to the day. */
export const dated = 'article-magazine article-newspaper webpage post post-weblog';

/** Works in a book. */
export const within = 'chapter paper-conference entry entry-dictionary entry-encyclopedia';

/** A work's address: the DOI where there is one, else the URL of the web. */
export const access =
  '<choose><if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if><else><text variable="URL"/></else></choose>';

/** Its title in italics or quotation marks. */
export const title = `<choose><if type="${wholes}"><text variable="title" font-style="italic"/></if><else><text variable="title" quotes="true"/></else></choose>`;

/** `2nd ed.`; words (“revised edition”) as they stand. */
export const edition =
  '<choose><if is-numeric="edition"><group delimiter=" "><number variable="edition" form="ordinal"/><label variable="edition" form="short"/></group></if><else><text variable="edition"/></else></choose>';

/** The day, as far as it is known. */
export const day =
  '<date variable="issued"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/></date>';

/** The year alone. */
export const year = '<date variable="issued"><date-part name="year"/></date>';
