/** A manuscript as an OpenDocument text, written by hand. */
import { strToU8, zipSync } from 'fflate';
import type { Draft, DraftBlock, DraftInline } from '../../src/model/draft.ts';
import { escapedXml } from './as-docx.ts';

const spaces = ['office', 'style', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
  )
  .join(' ');

const looks = {
  em: 'fo:font-style="italic"',
  strong: 'fo:font-weight="bold"',
  superscript: 'style:text-position="super 58%"',
  subscript: 'style:text-position="sub 58%"',
  small_caps: 'fo:font-variant="small-caps"',
  code: 'style:font-name="Liberation Mono"',
} as const;

/** The bytes of the file; it has no pages, and a note's number stands in it as it is printed. */
export function asOdt(draft: Draft): Uint8Array<ArrayBuffer> {
  const notes = new Map(draft.notes.map((note) => [note.id, note]));
  const seen = new Set<string>();
  const inline = (content: readonly DraftInline[]): string =>
    content
      .map((one) => {
        if (one.kind === 'page') return '<text:soft-page-break/>';
        if (one.kind === 'marker') return marker(one.note, one.label);
        const words = escapedXml(one.text).replace(/ {2}/gu, ' <text:s/>');
        const set = (one.marks ?? []).reduce(
          (inner, mark) => `<text:span text:style-name="T_${mark}">${inner}</text:span>`,
          words,
        );
        return one.href ? `<text:a xlink:href="${escapedXml(one.href)}">${set}</text:a>` : set;
      })
      .join('');
  const marker = (id: string, label: string): string => {
    if (seen.has(id))
      return `<text:span text:style-name="T_superscript"><text:note-ref text:ref-name="${id}">${escapedXml(label)}</text:note-ref></text:span>`;
    seen.add(id);
    const body = (notes.get(id)?.content ?? []).map((one) => `<text:p>${inline(one)}</text:p>`).join('');
    return `<text:note text:id="${id}" text:note-class="footnote"><text:note-citation>${escapedXml(label)}</text:note-citation><text:note-body>${body}</text:note-body></text:note>`;
  };
  const labels = [...new Set(draft.blocks.filter(({ kind }) => kind === 'item').map(({ label }) => label))];
  const block = (one: DraftBlock): string => {
    const { kind, level = 1, label } = one;
    if (kind === 'heading')
      return `<text:h text:outline-level="${level}">${label ? escapedXml(`${label} `) : ''}${inline(one.content)}</text:h>`;
    if (kind === 'quotation') return `<text:p text:style-name="Quotations">${inline(one.content)}</text:p>`;
    if (kind !== 'item') return `<text:p text:style-name="Standard">${inline(one.content)}</text:p>`;
    const list = `<text:list text:style-name="L${labels.indexOf(label)}"><text:list-item>`;
    const depth = Array.from({ length: level }, () => list).join('');
    return `${depth}<text:p>${inline(one.content)}</text:p>${'</text:list-item></text:list>'.repeat(level)}`;
  };
  const styles = Object.entries(looks).map(
    ([mark, look]) =>
      `<style:style style:name="T_${mark}" style:family="text"><style:text-properties ${look}/></style:style>`,
  );
  const lists = labels.map((label, at) => {
    const levels = [1, 2, 3].map((level) =>
      label === undefined
        ? `<text:list-level-style-bullet text:level="${level}" text:bullet-char="•"/>`
        : `<text:list-level-style-number text:level="${level}" style:num-format="${/\d/u.test(label) ? '1' : /[ivx]/u.test(label) ? 'i' : 'a'}" style:num-prefix="${label.startsWith('(') ? '(' : ''}" style:num-suffix="${label.at(-1) ?? ''}" text:start-value="${startOf(label)}"/>`,
    );
    return `<text:list-style style:name="L${at}">${levels.join('')}</text:list-style>`;
  });
  const title = `<text:p text:style-name="Title">${escapedXml(draft.front.title ?? '')}</text:p>`;
  const body = draft.blocks.map(block).join('');
  const content = `<office:document-content ${spaces}><office:automatic-styles>${styles.join('')}${lists.join('')}</office:automatic-styles><office:body><office:text>${title}${body}</office:text></office:body></office:document-content>`;
  return new Uint8Array(
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(content),
    }),
  );
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** What number a label of the manuscripts is. */
function startOf(label: string): number {
  const bare = label.replace(/[().]/gu, '');
  if (/^\d/u.test(bare)) return Number(bare);
  return /[ivx]/u.test(bare) ? romans.indexOf(bare) + 1 : bare.charCodeAt(0) - 96;
}
