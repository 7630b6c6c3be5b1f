/** A manuscript as a book: a file for each part, the notes in a file of their own, in the shapes that makers of books write. */
import { strToU8, zipSync } from 'fflate';
import type { Draft, DraftBlock, DraftInline } from '../../src/model/draft.ts';
import { escapedXml } from './as-docx.ts';

/** How notes are marked up: by types of EPUB 3, by plain raised links that lead back, or in lists of a term and its words. */
export type BookShape = 'typed' | 'plain' | 'defined';

const names = {
  em: 'em',
  strong: 'strong',
  superscript: 'sup',
  subscript: 'sub',
  small_caps: 'span',
  code: 'code',
} as const;

const page = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>${body}</body></html>`;

class Writer {
  readonly draft: Draft;
  readonly shape: BookShape;
  readonly first = new Map<string, string>();
  readonly pages: { label: string; at: string }[] = [];
  #count = 0;

  constructor(draft: Draft, shape: BookShape) {
    this.draft = draft;
    this.shape = shape;
  }

  inline(content: readonly DraftInline[], file: string): string {
    return content
      .map((one) => {
        if (one.kind === 'marker') return this.marker(one.note, one.label, file);
        if (one.kind === 'page') return this.page(one.label, file);
        const open = (name: string): string => (name === 'span' ? 'span class="smcap"' : name);
        const set = (one.marks ?? []).reduce(
          (inner, mark) => `<${open(names[mark])}>${inner}</${names[mark]}>`,
          escapedXml(one.text),
        );
        return one.href ? `<a href="${escapedXml(one.href)}">${set}</a>` : set;
      })
      .join('');
  }

  private page(label: string, file: string): string {
    this.pages.push({ label, at: `${file}#pg${label}` });
    return `<span id="pg${label}"></span>`;
  }

  private marker(note: string, label: string, file: string): string {
    this.#count += 1;
    const id = `r${this.#count}`;
    if (!this.first.has(note)) this.first.set(note, `${file}#${id}`);
    const link = `<a id="${id}" href="notes.xhtml#${note}"${this.shape === 'typed' ? ' epub:type="noteref"' : ''}>${escapedXml(label)}</a>`;
    return this.shape === 'typed' ? link : `<sup>${link}</sup>`;
  }

  blocks(blocks: readonly DraftBlock[], file: string): string {
    return blocks
      .map((one) => {
        const words = `${one.label ? `${escapedXml(one.label)} ` : ''}${this.inline(one.content, file)}`;
        if (one.kind === 'heading') return `<h${one.level ?? 1}>${words}</h${one.level ?? 1}>`;
        if (one.kind === 'quotation') return `<blockquote><p>${words}</p></blockquote>`;
        const level = one.level ?? 1;
        return one.kind === 'item'
          ? `${'<ul><li>'.repeat(level)}${words}${'</li></ul>'.repeat(level)}`
          : `<p>${words}</p>`;
      })
      .join('\n');
  }

  notes(): string {
    const written = this.draft.notes
      .filter(({ content }) => content.length > 0)
      .map(({ id, label, content }) => {
        const paragraphs = content.map((one) => this.inline(one, 'notes.xhtml'));
        const back = `<a href="${this.first.get(id) ?? ''}">${escapedXml(label)}</a>`;
        if (this.shape === 'defined')
          return `<dt id="${id}">${back}</dt><dd>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</dd>`;
        const inner = paragraphs.map((one, at) => `<p>${at === 0 ? `${back} ` : ''}${one}</p>`).join('');
        return this.shape === 'typed'
          ? `<aside epub:type="endnote" id="${id}">${inner}</aside>`
          : `<div id="${id}">${inner}</div>`;
      });
    const inner = written.join('\n');
    return `<section${this.shape === 'typed' ? ' epub:type="endnotes"' : ''}><h1>Notes</h1>${this.shape === 'defined' ? `<dl>${inner}</dl>` : inner}</section>`;
  }
}

/** The bytes of the book. */
export function asEpub(draft: Draft, shape: BookShape): Uint8Array<ArrayBuffer> {
  const writer = new Writer(draft, shape);
  const parts: DraftBlock[][] = [[]];
  for (const block of draft.blocks) {
    if (block.kind === 'heading' && block.level === 1 && parts.at(-1)?.length) parts.push([]);
    parts.at(-1)?.push(block);
  }
  const files: Record<string, string> = {};
  parts.forEach((blocks, at) => {
    files[`c${at + 1}.xhtml`] = page(writer.blocks(blocks, `c${at + 1}.xhtml`));
  });
  if (draft.notes.length > 0) files['notes.xhtml'] = page(writer.notes());
  const pages = writer.pages.map(({ label, at }) => `<li><a href="${at}">${label}</a></li>`).join('');
  const toc = Object.keys(files)
    .map((file, at) => `<li><a href="${file}">${at + 1}</a></li>`)
    .join('');
  const spine = Object.keys(files);
  files['nav.xhtml'] = page(
    `<nav epub:type="toc"><ol>${toc}</ol></nav><nav epub:type="page-list"><ol>${pages}</ol></nav>`,
  );
  const items = spine
    .map((file) => `<item id="${file}" href="${file}" media-type="application/xhtml+xml"/>`)
    .join('');
  const refs = spine.map((file) => `<itemref idref="${file}"/>`).join('');
  files['book.opf'] =
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapedXml(draft.front.title ?? '')}</dc:title><dc:creator>${escapedXml((draft.front.authors ?? [])[0] ?? '')}</dc:creator><dc:language>en</dc:language></metadata><manifest>${items}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine>${refs}</spine></package>`;
  const inside = Object.entries(files).map(([path, text]) => [`OEBPS/${path}`, strToU8(text)] as const);
  const container =
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>';
  return new Uint8Array(
    zipSync({
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      'META-INF/container.xml': strToU8(container),
      ...Object.fromEntries(inside),
    }),
  );
}
