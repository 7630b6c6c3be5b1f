/** A manuscript as Markdown, as pandoc writes it: notes by number or by name, inline notes, front matter. */
import type { Draft, DraftBlock, DraftInline, DraftNote } from '../../src/model/draft.ts';

export interface MarkdownShape {
  readonly name: string;
  /** The key of a note between brackets. */
  key(note: DraftNote, at: number): string;
  /** Whether notes stand in the text; then they have no paragraphs and come once. */
  readonly isInline: boolean;
  /** Columns after which lines are broken; 0 for none. */
  readonly wrap: number;
}

export const markdownShapes: readonly MarkdownShape[] = [
  { name: 'numbers', key: (note) => note.label, isInline: false, wrap: 0 },
  { name: 'names', key: (_note, at) => `note-${at}x`, isInline: false, wrap: 72 },
  { name: 'inline notes', key: (note) => note.label, isInline: true, wrap: 0 },
];

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>&^~|$#{}]/gu, '\\$&');

function inlineText(content: readonly DraftInline[], mark: (id: string) => string): string {
  return content
    .map((one) => {
      if (one.kind === 'marker') return mark(one.note);
      if (one.kind === 'page') return `[]{.pagebreak\u0001role="doc-pagebreak"\u0001title="${one.label}"}`;
      const words = escaped(one.text);
      const signs = {
        em: ['*', '*'],
        strong: ['**', '**'],
        small_caps: ['<span class="smallcaps">', '</span>'],
      } as Readonly<Record<string, readonly [string, string]>>;
      const set = (one.marks ?? []).reduce((inner, name) => {
        const [before, behind] = signs[name] ?? ['', ''];
        return `${before}${inner}${behind}`;
      }, words);
      return one.href ? `[${set}](${one.href})` : set;
    })
    .join('');
}

/** Lines of at most so many columns, broken at spaces outside of brackets; no line begins with what is a sign there. */
function wrapped(text: string, columns: number, indent: string): string {
  if (columns === 0) return text;
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) as string;
    const fits = line.length + word.length < columns || /^(?:[-+*>#|:=]|\d+[.)])/u.test(word);
    if (line === '' || fits) lines[lines.length - 1] = line ? `${line} ${word}` : word;
    else lines.push(word);
  }
  return lines.join(`\n${indent}`);
}

/** A line of text may not begin as something else would. */
const safe = (text: string): string =>
  text.replace(/^(\d+)([.)])(?=\s)/u, '$1\\$2').replace(/^([-+])(?=\s)/u, '\\$1');

/** The file as text. */
export function asMarkdown(draft: Draft, shape: MarkdownShape): string {
  const notes = new Map(draft.notes.map((note, at) => [note.id, { note, at: at + 1 }]));
  const mark = (id: string): string => {
    const found = notes.get(id);
    if (!found) throw new RangeError(`The manuscript has no note ${id}.`);
    if (shape.isInline) return `^[${found.note.content.map((one) => inlineText(one, mark)).join(' ')}]`;
    return `[^${shape.key(found.note, found.at)}]`;
  };
  const inline = (content: readonly DraftInline[], indent = ''): string =>
    wrapped(safe(inlineText(content, mark)), shape.wrap, indent);
  const blockText = (block: DraftBlock): string => {
    const label = block.label ? `${block.label} ` : '';
    if (block.kind === 'heading')
      return `${'#'.repeat((block.level ?? 1) + 1)} ${escaped(label)}${inlineText(block.content, mark)} {#sec-${block.id}}`;
    if (block.kind === 'quotation') return `> ${inline(block.content, '> ')}`;
    if (block.kind !== 'item') return inline(block.content);
    const indent = '    '.repeat((block.level ?? 1) - 1);
    return /^\d+\.$/u.test(label.trim())
      ? `${indent}${label}${' '.repeat(4 - label.length)}${inline(block.content, `${indent}    `)}`
      : `${indent}-   ${escaped(label)}${inline(block.content, `${indent}    `)}`;
  };
  const parts = draft.blocks.map((block, at) => {
    const before = draft.blocks[at - 1];
    const joined =
      block.kind === 'quotation' && block.isContinued
        ? '>\n'
        : before?.kind === 'item' && block.kind === 'item'
          ? ''
          : '\n';
    return joined + blockText(block);
  });
  const written = shape.isInline
    ? []
    : draft.notes
        .filter(({ content }) => content.length > 0)
        .map(
          (note) =>
            `\n[^${shape.key(note, notes.get(note.id)?.at ?? 0)}]: ${note.content.map((one) => inline(one, '    ')).join('\n\n    ')}`,
        );
  const front = `---\ntitle: ${JSON.stringify(draft.front.title)}\nauthor:\n${(draft.front.authors ?? []).map((name) => `  - name: ${name}`).join('\n')}\ndate: ${draft.front.year}-05-01\nlang: ${draft.language}\n---\n`;
  // Attributes are never broken over lines.
  return `${front}${parts.join('\n')}\n${written.join('\n')}\n`.replaceAll('\u0001', ' ');
}
