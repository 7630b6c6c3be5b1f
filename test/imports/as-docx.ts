/** A manuscript as a Word file, written by hand: what the reader must find is in it as Word writes it, no more. */
import { strToU8, zipSync } from 'fflate';
import type { Draft, DraftBlock, DraftInline } from '../../src/model/draft.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapedXml = (text: string): string => text.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const open = `xmlns:w="${space}" xmlns:r="${relationSpace}"`;

const looks = {
  em: '<w:i/>',
  strong: '<w:b/>',
  superscript: '<w:vertAlign w:val="superscript"/>',
  subscript: '<w:vertAlign w:val="subscript"/>',
  small_caps: '<w:smallCaps/>',
  code: '<w:rFonts w:ascii="Courier New"/>',
} as const;

/** Which numbers Word counts by itself. */
export type WordCounting = 'decimal' | 'lowerRoman' | 'lowerLetter' | 'own';

interface Write {
  readonly counting: WordCounting;
  readonly numbers: ReadonlyMap<string, number>;
  readonly seen: Set<string>;
  readonly links: string[];
}

const run = (text: string, look = ''): string =>
  `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}<w:t xml:space="preserve">${escapedXml(text)}</w:t></w:r>`;

function marker(note: string, label: string, { counting, numbers, seen }: Write): string {
  const id = numbers.get(note) ?? 0;
  const raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>';
  if (seen.has(note))
    return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF _N${id} \\f \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>${raised}<w:t>${escapedXml(label)}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  seen.add(note);
  const isOwn = counting === 'own';
  const reference = `<w:footnoteReference${isOwn ? ' w:customMarkFollows="1"' : ''} w:id="${id}"/>${isOwn ? `<w:t>${escapedXml(label)}</w:t>` : ''}`;
  return `<w:bookmarkStart w:id="${id}" w:name="_N${id}"/><w:r>${raised}${reference}</w:r><w:bookmarkEnd w:id="${id}"/>`;
}

function inline(content: readonly DraftInline[], write: Write): string {
  return content
    .map((one) => {
      if (one.kind === 'page') return '<w:r><w:lastRenderedPageBreak/></w:r>';
      if (one.kind === 'marker') return marker(one.note, one.label, write);
      const set = run(one.text, (one.marks ?? []).map((mark) => looks[mark]).join(''));
      if (!one.href) return set;
      write.links.push(one.href);
      return `<w:hyperlink r:id="L${write.links.length}">${set}</w:hyperlink>`;
    })
    .join('');
}

/** The numbers of items are typed into lists of their own, one a label: what is printed is known so. */
function properties({ kind, level = 1 }: DraftBlock, list: number | null): string {
  if (kind === 'heading') return `<w:pStyle w:val="H${level}"/>`;
  if (kind === 'quotation') return '<w:pStyle w:val="Quote"/>';
  return list === null ? '' : `<w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="${list}"/></w:numPr>`;
}

const rels = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const rel = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${relationSpace}/${type}" Target="${escapedXml(target)}"${more}/>`;

const style = (id: string, name: string, inner = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;

const styles = `<w:styles ${open}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>${style('Title', 'Title')}${style('Author', 'Author')}${style('Quote', 'Quote')}${style('H1', 'heading 1')}${style('H2', 'heading 2')}${style('H3', 'Mine', '<w:basedOn w:val="H2"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>')}</w:styles>`;

/** A list whose every level prints the text; a bullet where there is none. */
const shape = (id: number, label: string | undefined): string => {
  const format = label === undefined ? 'bullet' : 'decimal';
  const levels = [0, 1, 2].map(
    (level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${escapedXml(label ?? '•')}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
};

/** The bytes of the file. Pages are page breaks of the last printing; the file cannot say their numbers. */
export function asDocx(draft: Draft, counting: WordCounting = 'decimal'): Uint8Array<ArrayBuffer> {
  const numbers = new Map(draft.notes.map(({ id }, at) => [id, at + 1]));
  const write: Write = { counting, numbers, seen: new Set(), links: [] };
  const labels = [...new Set(draft.blocks.filter(({ kind }) => kind === 'item').map(({ label }) => label))];
  const paragraph = (block: DraftBlock): string => {
    const list = block.kind === 'item' ? labels.indexOf(block.label) + 1 : null;
    const typed = block.kind === 'heading' && block.label ? run(`${block.label} `) : '';
    return `<w:p><w:pPr>${properties(block, list)}</w:pPr>${typed}${inline(block.content, write)}</w:p>`;
  };
  const front = `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run(draft.front.title ?? '')}</w:p>${(draft.front.authors ?? []).map((one) => `<w:p><w:pPr><w:pStyle w:val="Author"/></w:pPr>${run(one)}</w:p>`).join('')}`;
  const body = draft.blocks.map(paragraph).join('');
  const notes = draft.notes.map(({ label, content }, at) => {
    const mark = counting === 'own' ? run(label) : '<w:r><w:footnoteRef/></w:r>';
    const paragraphs = content.map(
      (one, index) => `<w:p>${index === 0 ? `${mark}${run(' ')}` : ''}${inline(one, write)}</w:p>`,
    );
    return `<w:footnote w:id="${at + 1}">${paragraphs.join('') || `<w:p>${mark}</w:p>`}</w:footnote>`;
  });
  const links = write.links
    .map((href, at) => rel(`L${at + 1}`, 'hyperlink', href, ' TargetMode="External"'))
    .join('');
  const format = counting === 'own' ? 'decimal' : counting;
  const files = {
    '_rels/.rels': rels(rel('R1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `<w:document ${open}><w:body>${front}${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': styles,
    'word/numbering.xml': `<w:numbering ${open}>${labels.map((label, at) => shape(at + 1, label)).join('')}${labels.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at + 1}"/></w:num>`).join('')}</w:numbering>`,
    'word/settings.xml': `<w:settings ${open}><w:footnotePr><w:numFmt w:val="${format}"/></w:footnotePr></w:settings>`,
    'word/footnotes.xml': `<w:footnotes ${open}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>${notes.join('')}</w:footnotes>`,
    'word/_rels/footnotes.xml.rels': rels(links),
    'word/_rels/document.xml.rels': rels(
      rel('R1', 'styles', 'styles.xml') +
        rel('R2', 'numbering', 'numbering.xml') +
        rel('R3', 'settings', 'settings.xml') +
        rel('R4', 'footnotes', 'footnotes.xml') +
        links,
    ),
  };
  return new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)]))),
  );
}
