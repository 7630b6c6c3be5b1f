/** APA (7th edition): our own CSL style. */
import { access, dated, styleXml, within, wholes } from './style-parts.ts';

const names = (variable: string): string =>
  `<names variable="${variable}"><name and="symbol" name-as-sort-order="all" initialize-with=". " sort-separator=", " delimiter=", " delimiter-precedes-last="always" et-al-min="21" et-al-use-first="19" et-al-use-last="true"/>`;

const date = `<group prefix="(" suffix=")"><choose><if variable="issued"><date variable="issued"><date-part name="year"/></date><choose><if type="${dated}"><date variable="issued"><date-part name="month" prefix=", "/><date-part name="day" prefix=" "/></date></if></choose></if><else><text term="no date" form="short"/></else></choose></group>`;

const inBook =
  '<group delimiter=", "><group delimiter=" "><text term="in" text-case="capitalize-first"/><names variable="editor"><name and="symbol" initialize-with=". " delimiter=", "/><label form="short" prefix=" (" suffix=")" text-case="capitalize-first"/></names></group><group delimiter=" "><text variable="container-title" font-style="italic"/><group delimiter=", " prefix="(" suffix=")"><text macro="edition"/><group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group></group></group></group>';

const details =
  '<group delimiter="; " prefix="(" suffix=")"><names variable="translator"><name and="symbol" initialize-with=". " delimiter=", "/><label form="short" prefix=", " text-case="capitalize-first"/></names><text macro="edition"/><choose><if type="report"><text variable="number" prefix="No. "/></if></choose></group>';

const title = `<choose><if type="${wholes} thesis webpage post post-weblog document manuscript"><text variable="title" font-style="italic"/></if><else><text variable="title"/></else></choose>`;

const entry = `<choose>
<if type="article-journal article-magazine article-newspaper review review-book"><group delimiter=". "><text macro="head"/><text macro="title"/><group delimiter=", "><text variable="container-title" font-style="italic"/><group><text variable="volume" font-style="italic"/><text variable="issue" prefix="(" suffix=")"/></group><text variable="page"/></group></group></if>
<else-if type="${within}"><group delimiter=". "><text macro="head"/><text macro="title"/><text macro="in-book"/><text variable="publisher"/></group></else-if>
<else-if type="thesis"><group delimiter=". "><text macro="head"/><group delimiter=" "><text macro="title"/><group delimiter=", " prefix="[" suffix="]"><text variable="genre" text-case="capitalize-first"/><text variable="publisher"/></group></group></group></else-if>
<else-if type="legal_case"><group delimiter=" "><group delimiter=", "><text variable="title"/><group delimiter=" "><text variable="volume"/><text variable="container-title"/><text variable="page"/></group></group><group delimiter=" " prefix="(" suffix=")"><text variable="authority"/><date variable="issued"><date-part name="year"/></date></group></group></else-if>
<else-if type="webpage post post-weblog"><group delimiter=". "><text macro="head"/><text macro="title"/><text variable="container-title"/></group></else-if>
<else><group delimiter=". "><text macro="head"/><group delimiter=" "><text macro="title"/><text macro="details"/></group><text variable="publisher"/></group></else>
</choose>`;

/** XML of the style. Citations stand in brackets: `(Gül, 2008, p. 54)`. */
export const apa = styleXml({
  title: 'Warrant: APA',
  form: 'in-text',
  options: 'demote-non-dropping-particle="never" page-range-format="expanded" initialize-with-hyphen="true"',
  macros: {
    title,
    access,
    edition:
      '<choose><if is-numeric="edition"><group delimiter=" "><number variable="edition" form="ordinal"/><label variable="edition" form="short"/></group></if><else><text variable="edition"/></else></choose>',
    date,
    names: `${names('author')}<label form="short" prefix=" (" suffix=")" text-case="capitalize-first"/><substitute><choose><if type="book collection"><names variable="editor"/></if></choose></substitute></names>`,
    head: `<choose><if variable="author"><group delimiter=". "><text macro="names"/><text macro="date"/></group></if><else-if type="book collection" variable="editor" match="all"><group delimiter=". "><text macro="names"/><text macro="date"/></group></else-if><else><text macro="date"/></else></choose>`,
    'in-book': inBook,
    details,
    'short-names': `<names variable="author"><name form="short" and="symbol" delimiter=", " et-al-min="3" et-al-use-first="1"/><substitute><choose><if type="book collection"><names variable="editor"/></if></choose><choose><if type="${wholes}"><text variable="title" form="short" font-style="italic"/></if><else><text variable="title" form="short" quotes="true"/></else></choose></substitute></names>`,
  },
  citation:
    '<layout prefix="(" suffix=")" delimiter="; "><group delimiter=", "><text macro="short-names"/><choose><if variable="issued"><date variable="issued"><date-part name="year"/></date></if><else><text term="no date" form="short"/></else></choose><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></group></layout>',
  bibliography: `<layout><group delimiter=" "><group suffix=".">${entry}</group><text macro="access"/></group></layout>`,
});
