/** MLA (9th edition): our own CSL style. */
import { access, styleXml, within, wholes } from './style-parts.ts';

const date =
  '<date variable="issued"><date-part name="day" suffix=" "/><date-part name="month" form="short" suffix=" "/><date-part name="year"/></date>';

const title = `<choose><if type="${wholes} thesis document manuscript"><text variable="title" font-style="italic" text-case="title"/></if><else><text variable="title" quotes="true" text-case="title"/></else></choose>`;

const pages = '<group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>';

const container = `<group delimiter=", "><text variable="container-title" font-style="italic" text-case="title"/><names variable="editor"><label form="verb" suffix=" "/><name and="text" delimiter=", "/></names><choose><if variable="container-title"><names variable="translator"><label form="verb" suffix=" "/><name and="text" delimiter=", "/></names></if><else><names variable="translator"><label form="verb" suffix=" " text-case="capitalize-first"/><name and="text" delimiter=", "/></names></else></choose><text macro="edition"/><text variable="volume" prefix="vol. "/><text variable="issue" prefix="no. "/><text variable="number"/><choose><if type="thesis"><group delimiter=". "><text macro="date"/><group delimiter=", "><text variable="publisher"/><text variable="genre"/></group></group></if><else><choose><if type="article-journal article-magazine article-newspaper" match="none"><text variable="publisher"/></if></choose><text macro="date"/></else></choose><text macro="pages"/><text macro="access"/></group>`;

/** XML of the style. Citations stand in brackets: `(Gül 54)`. */
export const mla = styleXml({
  title: 'Warrant: MLA',
  form: 'in-text',
  options: 'demote-non-dropping-particle="never" page-range-format="minimal-two"',
  macros: {
    title,
    access,
    pages,
    date,
    edition:
      '<choose><if is-numeric="edition"><group delimiter=" "><number variable="edition" form="ordinal"/><label variable="edition" form="short"/></group></if><else><text variable="edition"/></else></choose>',
    names: `<names variable="author"><name and="text" name-as-sort-order="first" delimiter=", " delimiter-precedes-last="always" delimiter-precedes-et-al="always" et-al-min="3" et-al-use-first="1"/><label form="long" prefix=", "/><substitute><choose><if type="${within}" match="none"><names variable="editor"/></if></choose></substitute></names>`,
    'short-names': `<names variable="author"><name form="short" and="text" delimiter=", " et-al-min="3" et-al-use-first="1"/><substitute><choose><if type="${within}" match="none"><names variable="editor"/></if></choose><choose><if type="${wholes} thesis document manuscript"><text variable="title" form="short" font-style="italic"/></if><else><text variable="title" form="short" quotes="true"/></else></choose></substitute></names>`,
    container,
  },
  citation:
    '<layout prefix="(" suffix=")" delimiter="; "><group delimiter=" "><text macro="short-names"/><text variable="locator"/></group></layout>',
  bibliography:
    '<layout suffix="."><group delimiter=". "><text macro="names"/><text macro="title"/><text macro="container"/></group></layout>',
});
