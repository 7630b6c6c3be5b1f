/** Chicago (17th edition), author and date: our own CSL style. */
import { access, dated, day, edition, styleXml, title, within, wholes } from './style-parts.ts';

const year =
  '<choose><if variable="issued"><date variable="issued"><date-part name="year"/></date></if><else><text term="no date" form="short"/></else></choose>';

const entry = `<choose>
<if type="article-journal review review-book"><group delimiter=". "><text macro="names"/><text macro="year"/><text macro="title"/><group delimiter=": "><group delimiter=" "><text variable="container-title" font-style="italic"/><text variable="volume"/><text variable="issue" prefix="(" suffix=")"/></group><text variable="page"/></group><text macro="access"/></group></if>
<else-if type="${dated}"><group delimiter=". "><text macro="names"/><text macro="year"/><text macro="title"/><group delimiter=", "><choose><if type="webpage post post-weblog"><group delimiter=". "><text variable="container-title"/><text macro="day"/></group></if><else><text variable="container-title" font-style="italic"/><text macro="day"/></else></choose></group><text macro="access"/></group></else-if>
<else-if type="thesis"><group delimiter=". "><text macro="names"/><text macro="year"/><text macro="title"/><group delimiter=", "><text variable="genre" text-case="capitalize-first"/><text variable="publisher"/></group></group></else-if>
<else-if type="legal_case"><group delimiter=" "><group delimiter=", "><text variable="title"/><group delimiter=" "><text variable="volume"/><text variable="container-title"/><text variable="page"/></group></group><group delimiter=" " prefix="(" suffix=")"><text variable="authority"/><text macro="year"/></group></group></else-if>
<else><group delimiter=". "><text macro="names"/><text macro="year"/><text macro="title"/><choose><if type="${within}"><group delimiter=", "><group delimiter=" "><text term="in" text-case="capitalize-first"/><text variable="container-title" font-style="italic"/></group><names variable="editor"><label form="verb" suffix=" "/><name and="text" delimiter=", "/></names><text variable="page"/></group></if><else><names variable="translator"><label form="verb" suffix=" " text-case="capitalize-first"/><name and="text" delimiter=", "/></names><text macro="edition"/><text variable="number"/></else></choose><group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group><text macro="access"/></group></else>
</choose>`;

/** XML of the style. Citations stand in brackets: `(Gül 2008, 54)`. */
export const chicagoDate = styleXml({
  title: 'Warrant: Chicago, author-date',
  form: 'in-text',
  options: 'demote-non-dropping-particle="display-and-sort" page-range-format="chicago"',
  macros: {
    title,
    edition,
    day,
    access,
    year,
    names:
      '<names variable="author"><name and="text" name-as-sort-order="first" delimiter=", " delimiter-precedes-last="always"/><label form="short" prefix=", "/><substitute><choose><if type="book collection"><names variable="editor"/></if></choose><choose><if type="article-magazine article-newspaper"><text variable="container-title" font-style="italic"/></if></choose><text macro="title"/></substitute></names>',
    'short-names': `<names variable="author"><name form="short" and="text" delimiter=", "/><substitute><choose><if type="book collection"><names variable="editor"/></if></choose><choose><if type="legal_case"><text variable="title" form="short"/></if><else-if type="${wholes}"><text variable="title" form="short" font-style="italic"/></else-if><else><text variable="title" form="short" quotes="true"/></else></choose></substitute></names>`,
  },
  citation:
    '<layout prefix="(" suffix=")" delimiter="; "><group delimiter=", "><choose><if variable="issued"><group delimiter=" "><text macro="short-names"/><text macro="year"/></group></if><else><group delimiter=", "><text macro="short-names"/><text macro="year"/></group></else></choose><text variable="locator"/></group></layout>',
  bibliography: `<layout suffix=".">${entry}</layout>`,
});
