/** Chicago (17th edition), notes and bibliography: our own CSL style. */
import { access, dated, day, edition, styleXml, title, within, year } from './style-parts.ts';

const verb = (who: string, form: string, extra = ''): string =>
  `<names variable="${who}"><label form="${form}" suffix=" "${extra}/><name and="text" delimiter=", "/></names>`;

const imprint =
  '<group delimiter=", "><group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group><choose><if variable="issued"><text macro="year"/></if><else><text term="no date" form="short"/></else></choose></group>';

const serial =
  '<group delimiter=", "><group delimiter=" "><text variable="container-title" font-style="italic"/><text variable="volume"/></group><text variable="issue" prefix="no. "/></group>';

const legal =
  '<group delimiter=" "><group delimiter=", "><text variable="title"/><group delimiter=" "><text variable="volume"/><text variable="container-title"/><text variable="page"/></group><text variable="locator"/></group><group delimiter=" " prefix="(" suffix=")"><text variable="authority"/><text macro="year"/></group></group>';

const noteBody = `<choose>
<if type="article-journal review review-book"><group delimiter=", "><text macro="note-names"/><text macro="title"/><group delimiter=": "><group delimiter=" "><text macro="serial"/><text macro="issued-round"/></group><text macro="pages"/></group><text macro="access"/></group></if>
<else-if type="${dated}"><group delimiter=", "><text macro="note-names"/><text macro="title"/><choose><if type="webpage post post-weblog"><text variable="container-title"/></if><else><text variable="container-title" font-style="italic"/></else></choose><text macro="day"/><text variable="locator"/><text macro="access"/></group></else-if>
<else-if type="thesis"><group delimiter=", "><group delimiter=" "><group delimiter=", "><text macro="note-names"/><text macro="title"/></group><group delimiter=", " prefix="(" suffix=")"><text variable="genre"/><text variable="publisher"/><text macro="year"/></group></group><text variable="locator"/></group></else-if>
<else-if type="legal_case">${legal}</else-if>
<else-if type="document manuscript article"><group delimiter=", "><text macro="note-names"/><text macro="title"/><text variable="publisher"/><text macro="year"/><text variable="locator"/><text macro="access"/></group></else-if>
<else><group delimiter=", "><group delimiter=" "><group delimiter=", "><text macro="note-names"/><text macro="title"/><choose><if type="${within}"><group delimiter=" "><text term="in"/><text variable="container-title" font-style="italic"/></group></if><else><text variable="number"/></else></choose><text macro="note-helpers"/><text macro="edition"/></group><group prefix="(" suffix=")"><text macro="imprint"/></group></group><text macro="pages"/></group></else>
</choose>`;

const entryBody = `<choose>
<if type="article-journal review review-book"><group delimiter=". "><text macro="entry-names"/><text macro="title"/><group delimiter=": "><group delimiter=" "><text macro="serial"/><text macro="issued-round"/></group><text variable="page"/></group><text macro="access"/></group></if>
<else-if type="${dated}"><group delimiter=". "><text macro="entry-names"/><text macro="title"/><group delimiter=", "><choose><if type="webpage post post-weblog"><text variable="container-title"/></if><else><text variable="container-title" font-style="italic"/></else></choose><text macro="day"/></group><text macro="access"/></group></else-if>
<else-if type="thesis"><group delimiter=". "><text macro="entry-names"/><text macro="title"/><group delimiter=", "><text variable="genre" text-case="capitalize-first"/><text variable="publisher"/><text macro="year"/></group></group></else-if>
<else-if type="legal_case">${legal}</else-if>
<else-if type="document manuscript article"><group delimiter=". "><text macro="entry-names"/><group delimiter=", "><text macro="title"/><text variable="publisher"/><text macro="year"/></group><text macro="access"/></group></else-if>
<else><group delimiter=". "><text macro="entry-names"/><text macro="title"/><choose><if type="${within}"><group delimiter=", "><group delimiter=" "><text term="in" text-case="capitalize-first"/><text variable="container-title" font-style="italic"/></group><text macro="entry-editor"/><text variable="page"/></group></if><else><text macro="entry-translator"/><text macro="edition"/><text variable="number"/></else></choose><text macro="imprint"/><text macro="access"/></group></else>
</choose>`;

/** XML of the style. Citations are whole notes, ended by a stop. */
export const chicagoNotes = styleXml({
  title: 'Warrant: Chicago, notes',
  form: 'note',
  options: 'demote-non-dropping-particle="display-and-sort" page-range-format="chicago"',
  macros: {
    title,
    edition,
    day,
    year,
    access,
    serial,
    imprint,
    'issued-round':
      '<group prefix="(" suffix=")"><date variable="issued"><date-part name="month" suffix=" "/><date-part name="year"/></date></group>',
    pages: '<choose><if variable="locator"><text variable="locator"/></if></choose>',
    'note-names':
      '<names variable="author"><name and="text" delimiter=", "/><label form="short" prefix=", "/><substitute><choose><if type="book collection"><names variable="editor"/></if></choose></substitute></names>',
    'note-helpers': `<group delimiter=", "><choose><if type="book collection" variable="author" match="all"><text macro="note-editor"/></if><else-if type="${within}"><text macro="note-editor"/></else-if></choose>${verb('translator', 'verb-short')}</group>`,
    'note-editor': verb('editor', 'verb-short'),
    'entry-names':
      '<names variable="author"><name and="text" name-as-sort-order="first" delimiter=", " delimiter-precedes-last="always"/><label form="short" prefix=", "/><substitute><choose><if type="book collection"><names variable="editor"/></if></choose></substitute></names>',
    'entry-editor': verb('editor', 'verb'),
    'entry-translator': verb('translator', 'verb', ' text-case="capitalize-first"'),
  },
  citation: `<layout suffix="." delimiter="; ">${noteBody}</layout>`,
  bibliography: `<layout suffix=".">${entryBody}</layout>`,
});
