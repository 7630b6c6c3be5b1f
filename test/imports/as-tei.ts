/** A manuscript as TEI: notes where they are marked, or at the end with references to them. */
import type { Draft, DraftBlock, DraftInline } from '../../src/model/draft.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);

type Inline = (content: readonly DraftInline[]) => string;

function inlineTei(content: readonly DraftInline[], mark: (id: string, label: string) => string): string {
  return content
    .map((one) => {
      if (one.kind === 'marker') return mark(one.note, one.label);
      if (one.kind === 'page') return `<pb n="${one.label}"/>`;
      const rends: Readonly<Record<string, string>> = {
        em: 'italic',
        strong: 'bold',
        small_caps: 'smallcaps',
        superscript: 'superscript',
        subscript: 'sub',
        code: 'code',
      };
      const set = (one.marks ?? []).reduce(
        (inner, name) => `<hi rend="${rends[name]}">${inner}</hi>`,
        escaped(one.text),
      );
      return one.href ? `<ref target="${escaped(one.href)}">${set}</ref>` : set;
    })
    .join('');
}

function listTei(items: readonly DraftBlock[], inline: Inline): string {
  const level = items[0]?.level ?? 1;
  const parts: string[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at] as DraftBlock;
    let end = at + 1;
    while (items[end] && (items[end]?.level ?? 1) > level) end += 1;
    const inner = end > at + 1 ? listTei(items.slice(at + 1, end), inline) : '';
    const label = item.label ? ` n="${escaped(item.label)}"` : '';
    parts.push(`<item${label}>${inline(item.content)}${inner}</item>`);
    at = end;
  }
  return `<list>${parts.join('')}</list>`;
}

function bodyTei(blocks: readonly DraftBlock[], inline: Inline): string {
  const parts: string[] = [];
  let open = 0;
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at] as DraftBlock;
    let end = at + 1;
    const isRun = (next: DraftBlock | undefined): boolean =>
      next?.kind === block.kind &&
      (block.kind === 'item' || (block.kind === 'quotation' && next.isContinued === true));
    while (isRun(blocks[end])) end += 1;
    const run = blocks.slice(at, end);
    if (block.kind === 'heading') {
      for (; open >= (block.level ?? 1); open -= 1) parts.push('</div>');
      open += 1;
      parts.push(
        `<div><head>${block.label ? `${escaped(block.label)} ` : ''}${inline(block.content)}</head>`,
      );
    } else if (block.kind === 'item') parts.push(listTei(run, inline));
    else if (block.kind === 'quotation')
      parts.push(`<quote>${run.map((one) => `<p>${inline(one.content)}</p>`).join('')}</quote>`);
    else parts.push(`<p>${inline(block.content)}</p>`);
    at = end;
  }
  return parts.join('\n') + '</div>'.repeat(open);
}

/** The file as text. `isApart`: the notes stand at the end. */
export function asTei(draft: Draft, isApart: boolean): string {
  const notes = new Map(draft.notes.map((note) => [note.id, note]));
  const noteTei = (id: string): string => {
    const note = notes.get(id);
    if (!note) throw new RangeError(`The manuscript has no note ${id}.`);
    return `<note xml:id="${id}" n="${escaped(note.label)}" place="${isApart ? 'end' : 'foot'}">${note.content.map((one) => `<p>${inline(one)}</p>`).join('')}</note>`;
  };
  const inline: Inline = (content) =>
    inlineTei(content, (id, label) =>
      isApart ? `<ref target="#${id}">${escaped(label)}</ref>` : noteTei(id),
    );
  const body = bodyTei(draft.blocks, inline);
  const back = isApart
    ? `<back><div type="notes">${draft.notes.map(({ id }) => noteTei(id)).join('\n')}</div></back>`
    : '';
  const { title, authors = [], year } = draft.front;
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="${draft.language ?? 'en'}"><teiHeader><fileDesc><titleStmt><title>${escaped(title ?? '')}</title>${authors.map((name) => `<author>${escaped(name)}</author>`).join('')}</titleStmt><publicationStmt><date when="${year}"/></publicationStmt><sourceDesc><p>Made up.</p></sourceDesc></fileDesc></teiHeader><text><body>${body}</body>${back}</text></TEI>
`;
}
