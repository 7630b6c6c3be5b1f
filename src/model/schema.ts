/** The ProseMirror schema of a paper: the whitelist of everything a text may hold. DOM-free. */
import { Schema, type DOMOutputSpec, type MarkSpec, type Node, type NodeSpec } from 'prosemirror-model';

/** How a page start is known: printed in the copy, known from elsewhere, or inferred from a trace. */
export type PageEvidence = 'printed' | 'known' | 'inferred';

const text = (node: Node, name: string): string => String(node.attrs[name] ?? '');

/** A figure or a table, with its caption. They have no address of their own: paragraphs are counted without them. */
const figures: Record<string, NodeSpec> = {
  figure: {
    group: 'block',
    content: 'caption? picture? table?',
    toDOM: (): DOMOutputSpec => ['figure', { class: 'paper-figure' }, 0],
  },
  caption: {
    content: 'inline*',
    attrs: { id: { default: '', validate: 'string' }, address: { default: '', validate: 'string' } },
    toDOM: (node): DOMOutputSpec => ['figcaption', { id: text(node, 'id') }, 0],
  },
  /** `name` is that of a file kept with the paper; whoever shows the text gives the element its source. */
  picture: {
    atom: true,
    selectable: false,
    attrs: { name: { validate: 'string' }, alt: { default: '', validate: 'string' } },
    toDOM: (node): DOMOutputSpec => [
      'img',
      {
        class: 'paper-picture',
        'data-picture': text(node, 'name'),
        alt: text(node, 'alt'),
        draggable: 'false',
      },
    ],
  },
  table: {
    content: 'table_row+',
    toDOM: (): DOMOutputSpec => ['div', { class: 'table-frame' }, ['table', ['tbody', 0]]],
  },
  table_row: { content: 'table_cell+', toDOM: (): DOMOutputSpec => ['tr', 0] },
  table_cell: {
    content: 'inline*',
    attrs: {
      id: { default: '', validate: 'string' },
      address: { default: '', validate: 'string' },
      isHead: { default: false, validate: 'boolean' },
      columns: { default: 1, validate: 'number' },
      rows: { default: 1, validate: 'number' },
    },
    toDOM: (node): DOMOutputSpec => [
      node.attrs['isHead'] ? 'th' : 'td',
      { id: text(node, 'id'), colspan: text(node, 'columns'), rowspan: text(node, 'rows') },
      0,
    ],
  },
};

const nodes: Record<string, NodeSpec> = {
  doc: { content: '(block | section)+' },

  /** `address` is the joined label (`III.B`), unique in the paper; `level` counts from 1. */
  section: {
    content: 'heading (block | section)*',
    attrs: {
      address: { default: '', validate: 'string' },
      level: { default: 1, validate: 'number' },
    },
    toDOM: (node): DOMOutputSpec => [
      'section',
      { class: 'paper-section', 'data-address': text(node, 'address'), 'data-level': text(node, 'level') },
      0,
    ],
  },
  heading: {
    content: 'inline*',
    attrs: { id: { default: '', validate: 'string' }, level: { default: 1, validate: 'number' } },
    toDOM: (node): DOMOutputSpec => [
      `h${Math.min(6, Number(node.attrs['level']) + 1)}`,
      { id: text(node, 'id') },
      0,
    ],
  },
  /** `address` is section and number (`III.B.4`). */
  paragraph: {
    group: 'block',
    content: 'inline*',
    attrs: { id: { default: '', validate: 'string' }, address: { default: '', validate: 'string' } },
    toDOM: (node): DOMOutputSpec => ['p', { id: text(node, 'id'), 'data-address': text(node, 'address') }, 0],
  },
  blockquote: {
    group: 'block',
    content: 'paragraph+',
    toDOM: (): DOMOutputSpec => ['blockquote', 0],
  },
  list: { group: 'block', content: 'list_item+', toDOM: (): DOMOutputSpec => ['ul', { role: 'list' }, 0] },
  /** `isLabelled`: its printed label is part of its text; else it is set with a bullet. */
  list_item: {
    content: 'paragraph (paragraph | list)*',
    attrs: { isLabelled: { default: true, validate: 'boolean' } },
    toDOM: (node): DOMOutputSpec => ['li', node.attrs['isLabelled'] ? {} : { class: 'bulleted' }, 0],
  },
  ...figures,
  text: { group: 'inline' },

  /** A note's number in the text. `note` is the note's id (`fn53`), `label` what is printed. */
  marker: {
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    attrs: {
      id: { validate: 'string' },
      note: { validate: 'string' },
      label: { validate: 'string' },
      href: { validate: 'string' },
    },
    toDOM: (node): DOMOutputSpec => [
      'a',
      {
        class: 'marker',
        role: 'doc-noteref',
        id: text(node, 'id'),
        href: text(node, 'href'),
        'data-note': text(node, 'note'),
        contenteditable: 'false',
        draggable: 'false',
      },
      text(node, 'label'),
    ],
  },
  page_start: {
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    attrs: { label: { validate: 'string' }, evidence: { validate: 'string' } },
    toDOM: (node): DOMOutputSpec => [
      'span',
      {
        class: 'page-start',
        role: 'doc-pagebreak',
        id: `page-${text(node, 'label')}`,
        'aria-label': text(node, 'label'),
        'data-evidence': text(node, 'evidence'),
        contenteditable: 'false',
      },
    ],
  },
};

const marks: Record<string, MarkSpec> = {
  em: { toDOM: (): DOMOutputSpec => ['em', 0] },
  strong: { toDOM: (): DOMOutputSpec => ['strong', 0] },
  superscript: { toDOM: (): DOMOutputSpec => ['sup', 0] },
  subscript: { toDOM: (): DOMOutputSpec => ['sub', 0] },
  code: { toDOM: (): DOMOutputSpec => ['code', 0] },
  /** Leads out of the app: http, https and mailto alone, in a window that knows nothing of this one. */
  link: {
    attrs: { href: { validate: 'string' } },
    toDOM: (mark): DOMOutputSpec => [
      'a',
      {
        class: 'text-link',
        href: String(mark.attrs['href']),
        rel: 'noopener noreferrer nofollow',
        target: '_blank',
        draggable: 'false',
      },
      0,
    ],
  },
  small_caps: { toDOM: (): DOMOutputSpec => ['span', { class: 'small-caps' }, 0] },
  /** The printed label of a heading or list item; part of the text, set apart by style. */
  label: { toDOM: (): DOMOutputSpec => ['span', { class: 'label' }, 0] },
};

/** Everything that a paper's text may hold. What is not named here cannot enter. */
export const paperSchema = new Schema({ nodes, marks });
