// A draft as a PDF by LibreOffice, through a flat OpenDocument text. Needs soffice; see `make.mjs`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const escaped = (text) => text.replace(/[<>&"]/gu, (sign) => `&#${sign.codePointAt(0)};`);

const styles = { em: 'E', strong: 'S', superscript: 'U', subscript: 'D', small_caps: 'C', code: 'K' };

function inline(content, notes, kind) {
  return content
    .map((one) => {
      if (one.kind === 'text')
        return (one.marks ?? []).reduce(
          (inner, mark) => `<text:span text:style-name="${styles[mark]}">${inner}</text:span>`,
          escaped(one.text),
        );
      if (one.kind !== 'marker' || !notes) return '';
      const note = notes.get(one.note);
      const words = (note?.content.length ? note.content : [[]]).map(
        (paragraph) => `<text:p text:style-name="N">${inline(paragraph, null, kind)}</text:p>`,
      );
      return `<text:note text:id="${one.note}" text:note-class="${kind}"><text:note-citation text:label="${escaped(one.label)}">${escaped(one.label)}</text:note-citation><text:note-body>${words.join('')}</text:note-body></text:note>`;
    })
    .join('');
}

function body(draft, layout) {
  const notes = new Map(draft.notes.map((note) => [note.id, note]));
  const kind = layout.notes === 'end' ? 'endnote' : 'footnote';
  return draft.blocks
    .map((block) => {
      const label = block.label ? `${escaped(block.label)} ` : '';
      const words = label + inline(block.content, notes, kind);
      if (block.kind === 'heading')
        return `<text:h text:style-name="H${Math.min(3, block.level ?? 1)}" text:outline-level="${block.level ?? 1}">${words}</text:h>`;
      const style = block.kind === 'quotation' ? 'Q' : block.kind === 'item' ? 'L' : 'B';
      return `<text:p text:style-name="${style}">${words}</text:p>`;
    })
    .join('\n');
}

function paragraphStyle(name, { size, extra = '', text = '' }) {
  return `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${extra}/><style:text-properties fo:font-size="${size}pt" ${text}/></style:style>`;
}

function source(draft, layout) {
  const {
    columns = 1,
    size = 11,
    font = 'Liberation Serif',
    noteSize = 9,
    heads = true,
    firstPage = 1,
  } = layout;
  const { width = '21cm', height = '29.7cm', margin = '2.5cm' } = layout;
  const set = 'fo:text-align="justify"';
  const title = draft.front.title ? `<text:p text:style-name="T">${escaped(draft.front.title)}</text:p>` : '';
  const authors = draft.front.authors?.length
    ? `<text:p text:style-name="A">${escaped(draft.front.authors.join(', '))}</text:p>`
    : '';
  const column = columns === 2 ? '<style:columns fo:column-count="2" fo:column-gap="0.8cm"/>' : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'${font}'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="2"/><style:text-properties style:font-name="F" fo:font-size="${size}pt" fo:language="en" fo:country="US" fo:hyphenate="${layout.hyphenate ? 'true' : 'false'}" fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"/></style:default-style>
${paragraphStyle('B', { size, extra: `${set} fo:text-indent="0.5cm" fo:margin-bottom="0cm"` })}
${paragraphStyle('Q', { size: layout.quotationSize ?? size - 1, extra: `${set} fo:margin-left="1cm" fo:margin-right="1cm" fo:margin-top="0.25cm" fo:margin-bottom="0.25cm"` })}
${paragraphStyle('L', { size, extra: `${set} fo:margin-left="1cm" fo:text-indent="-0.5cm"` })}
${paragraphStyle('N', { size: noteSize, extra: `fo:margin-left="0.5cm" fo:text-indent="-0.5cm"` })}
${paragraphStyle('T', { size: size + 7, extra: 'fo:text-align="center" fo:margin-bottom="0.4cm"' })}
${paragraphStyle('A', { size: size + 1, extra: 'fo:text-align="center" fo:margin-bottom="0.8cm"' })}
${[1, 2, 3].map((level) => paragraphStyle(`H${level}`, { size: size + 3 - level, extra: 'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"', text: level < 3 ? 'fo:font-weight="bold"' : 'fo:font-style="italic"' })).join('\n')}
<style:style style:name="E" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="D" style:family="text"><style:text-properties style:text-position="sub 58%"/></style:style>
<style:style style:name="C" style:family="text"><style:text-properties fo:font-variant="small-caps"/></style:style>
<style:style style:name="K" style:family="text"><style:text-properties fo:font-family="'Liberation Mono'"/></style:style>
<style:style style:name="Anchor" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Citation" style:family="text"><style:text-properties ${layout.raised === false ? '' : 'style:text-position="super 58%"'}/></style:style>
<text:notes-configuration text:note-class="footnote" text:citation-style-name="Citation" text:citation-body-style-name="Anchor" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>
<text:notes-configuration text:note-class="endnote" text:citation-style-name="Citation" text:citation-body-style-name="Anchor" style:num-format="1" text:start-value="0"/>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}" fo:margin-top="${margin}" fo:margin-bottom="${margin}" fo:margin-left="${margin}" fo:margin-right="${margin}" style:first-page-number="${firstPage}">${column}</style:page-layout-properties><style:header-style/><style:footer-style/></style:page-layout>
<style:style style:name="First" style:family="paragraph" style:master-page-name="M"><style:paragraph-properties style:page-number="${firstPage}"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="M" style:page-layout-name="P">${heads ? `<style:header><text:p text:style-name="A">${escaped(layout.head ?? draft.front.title ?? '')}</text:p></style:header>` : ''}<style:footer><text:p text:style-name="A">${layout.folio ?? '<text:page-number/>'}</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text><text:p text:style-name="First"/>
${title}${authors}${body(draft, layout)}
</office:text></office:body></office:document>`;
}

/**
 * Sets a draft with LibreOffice.
 * @returns {{bytes: Buffer, truth: object}} the file and the draft; where pages begin is not known, so that it says nothing of them.
 */
export function setByOffice(draft, layout) {
  const folder = mkdtempSync(join(tmpdir(), 'as-office-'));
  try {
    writeFileSync(join(folder, 'paper.fodt'), source(draft, layout));
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(tmpdir(), 'as-office-profile')}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'paper.fodt'),
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    const blocks = draft.blocks.map((block) => ({
      ...block,
      content: block.content.filter(({ kind }) => kind !== 'page'),
    }));
    return { bytes: readFileSync(join(folder, 'paper.pdf')), truth: { ...draft, format: 'pdf', blocks } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
