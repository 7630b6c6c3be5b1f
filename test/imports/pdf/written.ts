/** PDFs written by hand, object by object: what no program would make, but what arrives all the same. */

/** Objects by number from 1, as they are written between `obj` and `endobj`; the first is the catalogue. */
export function pdfOf(objects: readonly string[]): Uint8Array<ArrayBuffer> {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** An object with a stream; `text` in Latin-1. */
export const stream = (text: string, entries = ''): string =>
  `<< /Length ${text.length} ${entries} >>\nstream\n${text}\nendstream`;

/** What is written on a page, and what else stands in its dictionary and among its resources. */
export interface WrittenPage {
  readonly content: string;
  readonly entries?: string;
}

/** A file of pages that share resources; `more` are objects from number 3 on, `catalogue` further entries of the root. */
export function pagesOf(
  pages: readonly WrittenPage[],
  { resources = '', catalogue = '', more = [] as readonly string[], count = pages.length } = {},
): Uint8Array<ArrayBuffer> {
  const first = 3 + more.length;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  const leaves = pages.flatMap(({ content, entries = '' }, at) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * at + 1} 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> ${resources} >> ${entries} >>`,
    stream(content),
  ]);
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    ...more,
    ...leaves,
  ]);
}

/** Lines of words in 11 points from the top of a page; parentheses are not allowed in them. */
export const lines = (words: readonly string[], font = 'F1'): string =>
  words.map((line, at) => `BT /${font} 11 Tf 72 ${760 - 14 * at} Td (${line}) Tj ET`).join('\n');

/** A picture that covers the page. */
export const coveringPicture = (name: string): string => `q 595 0 0 842 0 0 cm /${name} Do Q`;
