/** What a file is, whatever it is called: papers of each format, other things by name, and what is made to deceive. */
import { expect } from '@open-wc/testing';
import { strToU8, zipSync } from 'fflate';
import { recognise } from '../../../src/formats/paper/recognise.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** `pdf` for a paper, `is a picture` for another thing, else what it is. */
function told(file: Uint8Array | string, name = 'paper'): string {
  const what = recognise(typeof file === 'string' ? bytes(file) : file, name);
  return what.is === 'paper' ? what.format : what.is === 'foreign' ? `is ${what.kind}` : what.is;
}

const zip = (files: Record<string, string>, packed = true): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, [strToU8(text), { level: packed ? 6 : 0 }]]),
    ),
  );

const docx = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' });
const epub = zip({ mimetype: 'application/epub+zip', 'META-INF/container.xml': '<container/>' }, false);
const odt = zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }, false);
const prose =
  'The trees grew tall.1 Nobody knew why, and no. 5 of the series says so.\n\nA second paragraph.\n';

const wide = (text: string, isLittle: boolean, hasMark: boolean): Uint8Array =>
  Uint8Array.from(
    [...(hasMark ? '\uFEFF' : ''), ...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

describe('recognising a file', () => {
  it('knows each format by its bytes, under any name', () => {
    const papers: readonly (readonly [string, Uint8Array | string])[] = [
      ['pdf', '%PDF-1.7\n1 0 obj\n'],
      ['pdf', `From: somebody\r\n\r\n%PDF-1.4\n1 0 obj\n<<>>`],
      ['docx', docx],
      ['epub', epub],
      ['odt', odt],
      [
        'jats',
        '<?xml version="1.0"?>\n<!DOCTYPE article PUBLIC "-//NLM//DTD JATS">\n<article><front/></article>',
      ],
      ['jats', '<!-- made here --><article article-type="research-article"><front></front></article>'],
      ['tei', '<?xml version="1.0"?><?model x?><TEI xmlns="http://www.tei-c.org/ns/1.0"/>'],
      ['tei', '<!DOCTYPE TEI.2 [ <!ENTITY a "b>"> ]><TEI.2/>'],
      ['html', '<!DOCTYPE html><title>x</title><p>Words'],
      ['html', '\uFEFF  <!-- saved --> <html lang=en><body>'],
      ['html', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head/></html>'],
      ['html', '<article><p>A part of a page.</p></article>'],
    ];
    for (const name of ['paper', 'paper.txt', 'paper.pdf', 'paper.exe'])
      for (const [format, file] of papers) expect(told(file, name), `${format} as ${name}`).to.equal(format);
  });

  it('tells Markdown from plain text by its name, and by what only Markdown has', () => {
    expect(told(prose, 'a.md')).to.equal('markdown');
    expect(told(prose, 'a.txt')).to.equal('text');
    expect(told(prose)).to.equal('text');
    expect(told('Words.[^1] More.\n\n[^1]: A note.\n', 'a.txt')).to.equal('markdown');
    expect(told('---\ntitle: On trees\nauthor:\n  - A. Byron\n---\n\nWords.\n', 'a.txt')).to.equal(
      'markdown',
    );
    expect(told('# One\n\nWords.\n\n## Two\n\nWords.\n', 'a')).to.equal('markdown');
    expect(told('A list #1 of things.\n\n# 5 apples, he said.\n', 'a.txt')).to.equal('text');
    expect(told('He wrote [sic] and (again) nothing.[1]\n\n[1] A note.\n', 'a.txt')).to.equal('text');
  });

  it('reads text in the encodings that there are', () => {
    for (const isLittle of [true, false])
      for (const hasMark of [true, false])
        expect(told(wide(prose, isLittle, hasMark)), `${isLittle} ${hasMark}`).to.equal('text');
    expect(told(latin('Gül und Bär gehen über die Straße, déjà vu. '.repeat(20)))).to.equal('text');
    expect(told('\u05E9\u05DC\u05D5\u05DD \u{1F600} e\u0301')).to.equal('text');
    expect(told('A page.\fAnother page.\u001B(B\n')).to.equal('text');
  });

  it('names what is no paper', () => {
    const others: readonly (readonly [string, Uint8Array | string])[] = [
      ['is rtf', '{\\rtf1\\ansi Words}'],
      ['is old-office', latin('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'.padEnd(600, '\0'))],
      [
        'is locked-office',
        latin(`\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1${'\0'.repeat(1600)}${[...'EncryptedPackage'].join('\0')}\0`),
      ],
      ['is pages', zip({ 'Index/Document.iwa': 'x', 'preview.jpg': 'x' })],
      ['is spreadsheet', zip({ '[Content_Types].xml': 'x', 'xl/workbook.xml': 'x' })],
      ['is slides', zip({ mimetype: 'application/vnd.oasis.opendocument.presentation' }, false)],
      ['is archive', zip({ 'a.pdf': '%PDF-', 'b.txt': 'x' })],
      ['is archive', latin('\x1F\x8B\x08\0\0\0')],
      ['is picture', latin('\x89PNG\r\n\x1A\n')],
      ['is picture', latin('\xFF\xD8\xFF\xE0\0\x10JFIF')],
      ['is picture', latin('\0\0\0\x18ftypheic\0\0')],
      ['is picture', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
      ['is recording', latin('\0\0\0\x18ftypmp42\0\0')],
      ['is kindle', latin(`${'x'.repeat(60)}BOOKMOBI`)],
      ['is djvu', latin('AT&TFORM\0\0')],
      ['is postscript', '%!PS-Adobe-3.0\n'],
      ['is latex', '% A paper\n\\documentclass{article}\n\\begin{document}'],
      ['is other-xml', '<?xml version="1.0"?><article xmlns="http://docbook.org/ns/docbook"/>'],
      ['is other-xml', '<?xml version="1.0"?><rss version="2.0"/>'],
      ['is references', '@article{gul2008,\n title={x}}'],
      ['is references', 'TY  - JOUR\nTI  - x\nER  - '],
      ['is notebook', '{"type":"warrant-notebook","version":1}'],
      [
        'is web-archive',
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>',
      ],
      ['is web-archive', latin('bplist00\xD1\x01')],
      ['is program', latin('\x7FELF\x02\x01')],
    ];
    for (const name of ['x', 'x.pdf', 'x.docx', 'x.txt'])
      for (const [kind, file] of others) expect(told(file, name), `${kind} as ${name}`).to.equal(kind);
  });

  it('says that nothing is in it, or that it is nothing it knows', () => {
    expect(told('', 'a.pdf')).to.equal('empty');
    expect(told('\uFEFF \n\t\r\n ', 'a.txt')).to.equal('empty');
    expect(told(Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) & 255))).to.equal(
      'unknown',
    );
    expect(told(new Uint8Array(5000))).to.equal('unknown');
    expect(told(`Words${'\u0001\u0002'.repeat(20)}`)).to.equal('unknown');
  });

  it('takes a text about PDF for a text, and what is cut off for what it was', () => {
    expect(told('A file of PDF begins with %PDF-1.7, says the manual.', 'a.txt')).to.equal('text');
    expect(told(docx.subarray(0, docx.length - 60))).to.equal('docx');
    expect(told(epub.subarray(0, 70))).to.equal('epub');
    expect(told('%PDF-')).to.equal('pdf');
  });

  it('never fails, and is done at once, whatever the bytes are', () => {
    const hostile = [
      `<?xml version="1.0"?><!DOCTYPE article [${'<!ENTITY a "&b;">'.repeat(200_000)}`,
      `<!--${'-'.repeat(500_000)}`,
      `---\n${' a: \n'.repeat(100_000)}`,
      `${'[^1]'.repeat(100_000)}`,
      `${'# '.repeat(100_000)}`,
      `${' '.repeat(500_000)}<`,
      `${'[a]('.repeat(100_000)}`,
      '<'.repeat(500_000),
      `@a${' '.repeat(500_000)}`,
    ];
    for (const text of hostile) {
      const begun = performance.now();
      expect(told(text)).to.be.a('string');
      expect(performance.now() - begun, text.slice(0, 20)).to.be.below(200);
    }
    for (let length = 0; length < docx.length; length += 1)
      expect(told(docx.subarray(0, length))).to.be.a('string');
    for (let at = 0; at < docx.length; at += 1) {
      const bent = docx.slice();
      bent[at] = 255;
      expect(told(bent)).to.be.a('string');
    }
  });
});
