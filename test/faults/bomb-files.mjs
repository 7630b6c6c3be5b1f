// Files that are made to end a reader. Each is made when it is read: together they would not fit.
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** A text as bytes. */
export const text = (value) => Buffer.from(value);
const zip = (files) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, strToU8(value)])), {
    level: 6,
  });

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file of one body. */
export const docx = (body, notes = '') =>
  zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
    'word/document.xml': `<w:document ${word}><w:body>${body}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${word}>${notes}</w:footnotes>`,
  });

/** A paragraph of a Word file. */
export const paragraph = (words) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
const times = (number, make) => Array.from({ length: number }, (_, at) => make(at)).join('');

/** A PDF of one page whose content is the stream. */
function pdf(content, filter) {
  const head = `<< /Length ${content.length}${filter ? ` /Filter ${filter}` : ''} >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `${head}\nstream\n${content.toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let out = '%PDF-1.7\n';
  const places = objects.map((body, at) => {
    const place = out.length;
    out += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${out}xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A page of HTML around an article. */
export const page = (body) =>
  text(`<!doctype html><title>x</title><article><h1>Title</h1><p>Words before.</p>${body}</article>`);
/** JATS of one body. */
export const jats = (body) =>
  text(
    `<article><front><article-meta><title-group><article-title>x</article-title></title-group></article-meta></front><body>${body}</body></article>`,
  );
const tei = (body) =>
  text(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${body}</body></text></TEI>`);
const swollen = (size) => deflateSync(deflateSync(Buffer.alloc(size, 32)));

/** What swells or nests, by the name of its file. `isLarge`: it takes long to make and to read, within its limits. */
export const bombs = [
  {
    name: 'list-1000-deep.docx',
    bytes: () =>
      docx(
        times(
          1000,
          (at) =>
            `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Item ${at}</w:t></w:r></w:p>`,
        ),
      ),
  },
  {
    name: 'tables-1000-deep.docx',
    bytes: () =>
      docx(`${'<w:tbl><w:tr><w:tc>'.repeat(1000)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(1000)}`),
  },
  {
    name: 'a-million-notes.docx',
    isLarge: true,
    bytes: () =>
      docx(
        `<w:p>${times(1_000_000, (at) => `<w:r><w:footnoteReference w:id="${at + 2}"/></w:r>`)}</w:p>`,
        times(1_000_000, (at) => `<w:footnote w:id="${at + 2}"><w:p/></w:footnote>`),
      ),
  },
  {
    name: 'a-million-notes.html',
    isLarge: true,
    bytes: () => page(`<p>${times(1_000_000, (at) => `<sup><a href="#n${at}">${at}</a></sup>`)}</p>`),
  },
  {
    name: 'a-million-notes.xml',
    isLarge: true,
    bytes: () => jats(`<p>${times(1_000_000, (at) => `<xref ref-type="fn" rid="n${at}">1</xref>`)}</p>`),
  },
  {
    name: 'a-million-notes.md',
    isLarge: true,
    bytes: () =>
      text(`# x\n\n${times(1_000_000, (at) => `[^${at}]`)}\n\n${times(200_000, (at) => `[^${at}]: y\n`)}`),
  },
  {
    name: 'ten-thousand-notes.md',
    bytes: () =>
      text(`# x\n\n${times(10_000, (at) => `w[^${at}] `)}\n\n${times(10_000, (at) => `[^${at}]: y\n`)}`),
  },
  {
    name: 'ten-thousand-notes.docx',
    bytes: () =>
      docx(
        `<w:p>${times(10_000, (at) => `<w:r><w:t>w</w:t><w:footnoteReference w:id="${at + 2}"/></w:r>`)}</w:p>`,
        times(10_000, (at) => `<w:footnote w:id="${at + 2}">${paragraph('y')}</w:footnote>`),
      ),
  },
  { name: 'misnested.html', bytes: () => page(times(200_000, () => '<b><p>x')) },
  { name: 'misnested-many.html', bytes: () => page(times(60_000, () => '<a href=x><div><i>x')) },
  { name: 'tables-misnested.html', bytes: () => page(times(60_000, () => '<table><tr><b>x')) },
  { name: 'deep.html', bytes: () => page('<blockquote>'.repeat(100_000)) },
  { name: 'deep-lists.html', bytes: () => page(`${'<ul><li>x'.repeat(50_000)}`) },
  { name: 'deep.xml', bytes: () => jats(`${'<sec>'.repeat(100_000)}<p>x</p>${'</sec>'.repeat(100_000)}`) },
  { name: 'deep-tei.xml', bytes: () => tei(`${'<div>'.repeat(100_000)}<p>x</p>${'</div>'.repeat(100_000)}`) },
  {
    name: 'deep.md',
    bytes: () =>
      text(`# x\n\n${'>'.repeat(50_000)} x\n\n${times(2_000, (at) => `${' '.repeat(at * 2)}- x\n`)}`),
  },
  {
    name: 'entities.xml',
    bytes: () =>
      text(
        `<!DOCTYPE article [<!ENTITY a "aaaaaaaaaa">${times(20, (at) => `<!ENTITY a${at + 1} "${`&a${at || ''};`.repeat(10)}">`)}]><article><body><p>&a20;</p></body></article>`,
      ),
  },
  {
    name: 'swollen.pdf',
    isLarge: true,
    bytes: () => pdf(swollen(60_000_000), '[/FlateDecode /FlateDecode]'),
  },
  {
    name: 'many-words.pdf',
    isLarge: true,
    bytes: () => pdf(deflateSync(text(`BT /F1 1 Tf ${'0 1 Td (x) Tj '.repeat(300_000)}ET`)), '/FlateDecode'),
  },
  { name: 'deep-arrays.pdf', bytes: () => pdf(text(`BT ${'['.repeat(200_000)} TJ ET`)) },
  { name: 'nothing.txt', bytes: () => Buffer.alloc(5_000_000) },
  {
    name: 'nothing-within.txt',
    bytes: () => text(`Words of a text.\n\n${'\u0000'.repeat(2_000_000)}\n\nMore words.`),
  },
  {
    name: 'fifty-megabytes.txt',
    isLarge: true,
    bytes: () => text('A sentence that says nothing new.\n\n'.repeat(1_500_000)),
  },
  {
    name: 'five-megabytes.txt',
    isLarge: true,
    bytes: () => text('A sentence that says nothing new.1\n\n'.repeat(140_000)),
  },
  { name: 'one-line.txt', bytes: () => text('word '.repeat(400_000)) },
  { name: 'one-word.txt', bytes: () => text(`Title\n\n${'a'.repeat(1_000_000)}-\n\nmore`) },
  { name: 'deep.json', way: 'layer', bytes: () => text('['.repeat(2_000_000)) },
  { name: 'deep-aif.json', way: 'argument', bytes: () => text(`{"nodes":${'['.repeat(1_000_000)}`) },
  {
    name: 'deep.argdown',
    way: 'argument',
    bytes: () => text(times(2_000, (at) => `${'  '.repeat(at)}+ [S${at}]: x\n`)),
  },
  { name: 'colons.argdown', way: 'argument', bytes: () => text('[A]: x\n'.repeat(20_000)) },
];
