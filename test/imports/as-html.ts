/** A manuscript as a page of HTML, its notes in one of the shapes that tools write; with a whole site around it or without. */
import type { Draft, DraftBlock, DraftInline } from '../../src/model/draft.ts';
import type { HtmlShape, Use, Written } from './html-shapes.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapedHtml = (text: string): string => text.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);

const names = {
  em: 'em',
  strong: 'strong',
  superscript: 'sup',
  subscript: 'sub',
  small_caps: 'span class="smcap"',
  code: 'code',
} as const;

/** Writes inline content; `mark` writes the numbers of notes. */
function inlineHtml(content: readonly DraftInline[], mark: (note: string, label: string) => string): string {
  return content
    .map((one) => {
      if (one.kind === 'marker') return mark(one.note, one.label);
      if (one.kind === 'page')
        return `<span class="pagenum" role="doc-pagebreak" id="page_${one.label}">[Pg ${one.label}]</span>`;
      const set = (one.marks ?? []).reduce(
        (inner, name) => `<${names[name]}>${inner}</${names[name].split(' ')[0]}>`,
        escapedHtml(one.text),
      );
      return one.href ? `<a href="${escapedHtml(one.href)}">${set}</a>` : set;
    })
    .join('');
}

type Inline = (content: readonly DraftInline[]) => string;

function listHtml(items: readonly DraftBlock[], inline: Inline): string {
  const [first] = items;
  if (!first) return '';
  const level = first.level ?? 1;
  const parts: string[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at] as DraftBlock;
    let end = at + 1;
    while (items[end] && (items[end]?.level ?? 1) > level) end += 1;
    const label = item.label ? `${item.label} ` : '';
    parts.push(`<li>${label}${inline(item.content)}${listHtml(items.slice(at + 1, end), inline)}</li>`);
    at = end;
  }
  return `<ul>${parts.join('')}</ul>`;
}

function bodyHtml(blocks: readonly DraftBlock[], inline: Inline): string {
  const parts: string[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at] as DraftBlock;
    let end = at + 1;
    if (block.kind === 'item') {
      while (blocks[end]?.kind === 'item') end += 1;
      parts.push(listHtml(blocks.slice(at, end), inline));
    } else if (block.kind === 'quotation') {
      while (blocks[end]?.kind === 'quotation' && blocks[end]?.isContinued) end += 1;
      parts.push(
        `<blockquote>${blocks
          .slice(at, end)
          .map((one) => `<p>${inline(one.content)}</p>`)
          .join('')}</blockquote>`,
      );
    } else if (block.kind === 'heading') {
      const name = `h${(block.level ?? 1) + 1}`;
      parts.push(`<${name}>${block.label ? `${block.label} ` : ''}${inline(block.content)}</${name}>`);
    } else parts.push(`<p>${inline(block.content)}</p>`);
    at = end;
  }
  return parts.join('\n');
}

const siteBefore =
  '<header class="site-header"><a href="/">The Site</a><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">About us</a></li><li><a href="/c">Topics</a></li></ul></nav></header><div class="cookie-banner"><p>We use cookies. <button>Accept</button></p></div>';
const siteBehind =
  '<aside class="sidebar"><h3>Popular</h3><ul><li><a href="/1">A thing to read</a></li><li><a href="/2">Another</a></li></ul></aside><section class="comments"><h3>Comments (2)</h3><p>Nice piece, thank you!</p></section><footer><p>© The Site. <a href="/terms">Terms</a></p></footer>';

/** The page as text. */
export function asHtml(draft: Draft, shape: HtmlShape, isSite = false): string {
  const uses = new Map<string, Use[]>();
  const notes = new Map(draft.notes.map((note) => [note.id, note]));
  const written = new Map<string, Written>();
  const inline: Inline = (content) =>
    inlineHtml(content, (id, label) => {
      const note = notes.get(id);
      if (!note) throw new RangeError(`The manuscript has no note ${id}.`);
      const own = uses.get(id) ?? [];
      const use = { note, nth: own.length + 1, label };
      uses.set(id, [...own, use]);
      return shape.marker(use, whole(id));
    });
  const whole = (id: string): Written => {
    const known = written.get(id);
    if (known) return known;
    const note = notes.get(id);
    if (!note) throw new RangeError(`The manuscript has no note ${id}.`);
    const inner = note.content.map(inline);
    const n = draft.notes.indexOf(note) + 1;
    const made = { note, n, uses: [] as Use[], inner, isMissing: note.content.length === 0 };
    written.set(id, made);
    return made;
  };
  const title = escapedHtml(draft.front.title ?? '');
  const body = bodyHtml(draft.blocks, inline);
  const all = draft.notes.map(({ id }) => whole(id));
  const list =
    all.length === 0 ? '' : shape.notes(all.map((one) => ({ ...one, uses: uses.get(one.note.id) ?? [] })));
  const article = `<h1>${title}</h1>\n${body}\n${list}`;
  const head = `<meta charset="utf-8"><title>${title}${isSite ? ' | The Site' : ''}</title><meta name="citation_author" content="${(draft.front.authors ?? []).join('; ')}">`;
  const page = isSite ? `${siteBefore}<main><article>${article}</article></main>${siteBehind}` : article;
  return `<!DOCTYPE html>\n<html lang="${draft.language ?? 'en'}" xmlns:epub="http://www.idpf.org/2007/ops"><head>${head}</head><body>${page}</body></html>\n`;
}
