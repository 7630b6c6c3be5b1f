/** The words of English that our styles use, as a CSL locale: written for them, and no more than they need. */

const term = (name: string, single: string, multiple = single, form = ''): string =>
  `<term name="${name}"${form && ` form="${form}"`}><single>${single}</single><multiple>${multiple}</multiple></term>`;

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
// MLA and APA differ in what they cut; Chicago cuts none. This is MLA's way.
const shortMonths = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'];
const ordinals = ['Th', 'St', 'Nd', 'Rd'];

const number = (at: number): string => String(at + 1).padStart(2, '0');

const plain: Readonly<Record<string, string>> = {
  accessed: 'accessed',
  and: 'and',
  'et-al': 'et al.',
  in: 'in',
  'no date': 'n.d.',
  'open-quote': '“',
  'close-quote': '”',
  'open-inner-quote': '‘',
  'close-inner-quote': '’',
  'page-range-delimiter': '–',
  retrieved: 'retrieved',
};

/** An XML document for citeproc: `en-US` of CSL 1.0.2, commas and stops inside closing quotation marks. */
export const locale = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
<style-options punctuation-in-quote="true"/>
<date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/></date>
<date form="numeric"><date-part name="month" form="numeric-leading-zeros" suffix="/"/><date-part name="day" form="numeric-leading-zeros" suffix="/"/><date-part name="year"/></date>
<terms>
${Object.entries(plain)
  .map(([name, words]) => `<term name="${name}">${words}</term>`)
  .join('')}
<term name="no date" form="short">n.d.</term>
${months.map((month, at) => `<term name="month-${number(at)}">${month}</term>`).join('')}
${shortMonths.map((month, at) => `<term name="month-${number(at)}" form="short">${month}</term>`).join('')}
${seasons.map((season, at) => `<term name="season-${number(at)}">${season}</term>`).join('')}
<term name="ordinal">th</term>${ordinals
  .slice(1)
  .map((ordinal, at) => `<term name="ordinal-${number(at)}">${ordinal.toLowerCase()}</term>`)
  .join(
    '',
  )}<term name="ordinal-11">th</term><term name="ordinal-12">th</term><term name="ordinal-13">th</term>
${term('page', 'p.', 'pp.', 'short')}${term('page', 'page', 'pages')}
${term('volume', 'vol.', 'vols.', 'short')}${term('volume', 'volume', 'volumes')}
${term('issue', 'no.', 'nos.', 'short')}${term('issue', 'number', 'numbers')}
${term('edition', 'ed.', 'eds.', 'short')}${term('edition', 'edition', 'editions')}
${term('editor', 'ed.', 'eds.', 'short')}${term('editor', 'editor', 'editors')}
${term('translator', 'trans.', 'trans.', 'short')}${term('translator', 'translator', 'translators')}
<term name="editor" form="verb-short">ed.</term><term name="editor" form="verb">edited by</term>
<term name="translator" form="verb-short">trans.</term><term name="translator" form="verb">translated by</term>
</terms>
</locale>`;
