/** Reads a paper from JATS, as far as `corpus/` uses it: front matter, nested sections, notes, page starts. */
import type { Mark, Node } from 'prosemirror-model';
import { Fault } from '../model/fault.ts';
import { readText } from '../model/paper-text.ts';
import type { Front, Note, Paper, Section } from '../model/paper.ts';
import { paperSchema } from '../model/schema.ts';
import { tidyInline } from './inline-space.ts';
import { parseXml } from './xml.ts';

const { nodes, marks } = paperSchema;

const inlineMarks: Readonly<Record<string, string>> = {
  italic: 'em',
  bold: 'strong',
  sup: 'superscript',
  sub: 'subscript',
  sc: 'small_caps',
};

/** What the walk carries: the paper's id for links, and how often each note was marked so far. */
interface Walk {
  readonly paper: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly seen: Map<string, number>;
}

const make = (name: string, attrs: Record<string, unknown> | null, content?: readonly Node[]): Node => {
  const type = nodes[name];
  if (!type) throw new RangeError(`The schema has no node “${name}”.`);
  return type.create(attrs, content);
};

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ');

const children = (element: Element, ...names: string[]): Element[] =>
  [...element.children].filter((child) => names.includes(child.localName));

const textOf = (element: Element | null | undefined): string | null =>
  element ? squeeze(element.textContent ?? '').trim() || null : null;

/** `note-53` for `fn53`: what a link can say aloud, and unique as the id is. */
const noteAnchor = (id: string): string => `note-${id.replace(/^fn-?(?=.)/u, '')}`;

function readMarker(element: Element, walk: Walk): Node {
  const note = element.getAttribute('rid') ?? '';
  const count = (walk.seen.get(note) ?? 0) + 1;
  walk.seen.set(note, count);
  const name = noteAnchor(note).slice('note-'.length);
  return make('marker', {
    id: count === 1 ? `marker-${name}` : `marker-${name}-${count}`,
    note,
    label: textOf(element) ?? walk.labels.get(note) ?? name,
    href: `#/${encodeURIComponent(walk.paper)}?note=${encodeURIComponent(name)}`,
  });
}

function readPageStart(element: Element): Node {
  const evidence = element.getAttribute('specific-use');
  return make('page_start', {
    label: (element.getAttribute('id') ?? '').replace(/^p-?(?=.)/u, ''),
    evidence: evidence === 'inferred' || evidence === 'known' ? evidence : 'printed',
  });
}

/** Inline content in order. Unknown elements keep their text and lose their tag. */
function readInline(element: Element, walk: Walk, active: readonly Mark[] = []): Node[] {
  return [...element.childNodes].flatMap((child): Node[] => {
    if (child.nodeType === 3 || child.nodeType === 4) {
      const text = squeeze(child.nodeValue ?? '');
      return text ? [paperSchema.text(text, active)] : [];
    }
    if (!(child instanceof Element)) return [];
    if (child.localName === 'xref' && child.getAttribute('ref-type') === 'fn') {
      return [readMarker(child, walk)];
    }
    if (child.localName === 'target') {
      return child.getAttribute('target-type') === 'page' ? [readPageStart(child)] : [];
    }
    const mark = marks[inlineMarks[child.localName] ?? ''];
    return readInline(child, walk, mark ? mark.create().addToSet(active) : active);
  });
}

const labelText = (label: string): Node[] => {
  const mark = marks['label'];
  return [paperSchema.text(label, mark ? [mark.create()] : []), paperSchema.text(' ')];
};

/** The printed label without its final stop: `III.` is the `III` of `III.B`. */
const bare = (label: string | null): string => (label ?? '').replace(/[.:)]+$/u, '').replace(/^\(/u, '');

/** Counts a section's blocks, to give each paragraph its number. */
interface Place {
  readonly address: string;
  count: number;
}

function readParagraph(element: Element, walk: Walk, place: Place, label: string | null = null): Node {
  place.count += 1;
  const address = [place.address, String(place.count)].filter(Boolean).join('.');
  const content = tidyInline(readInline(element, walk));
  const id = element.getAttribute('id') ?? `p-${address}`;
  return make('paragraph', { id, address }, label ? [...labelText(label), ...content] : content);
}

function readBlock(element: Element, walk: Walk, place: Place): Node[] {
  if (element.localName === 'p') return [readParagraph(element, walk, place)];
  if (element.localName === 'disp-quote') {
    const paragraphs = children(element, 'p').map((p) => readParagraph(p, walk, place));
    return paragraphs.length > 0 ? [make('blockquote', null, paragraphs)] : [];
  }
  if (element.localName === 'list') {
    const items = children(element, 'list-item').map((item) => {
      const label = textOf(children(item, 'label')[0]);
      const paragraphs = children(item, 'p').map((p, at) =>
        readParagraph(p, walk, place, at === 0 ? label : null),
      );
      return make('list_item', null, paragraphs.length > 0 ? paragraphs : [make('paragraph', null)]);
    });
    return items.length > 0 ? [make('list', null, items)] : [];
  }
  return [];
}

function readSection(element: Element, walk: Walk, level: number, parent: string, sections: Node[][]): Node {
  const label = textOf(children(element, 'label')[0]);
  const title = children(element, 'title')[0];
  const number = bare(label) || String((sections[level]?.length ?? 0) + 1);
  const address = parent ? `${parent}.${number}` : number;
  const content = tidyInline(title ? readInline(title, walk) : []);
  // A page that starts with a title starts with its label.
  const lead = content.findIndex((node) => node.isText);
  const heading = make('heading', { id: `section-${address}`, level }, [
    ...content.slice(0, Math.max(0, lead)),
    ...(label ? labelText(label) : []),
    ...content.slice(Math.max(0, lead)),
  ]);
  const place: Place = { address, count: 0 };
  const inner: Node[] = [heading];
  for (const child of element.children) {
    if (child.localName === 'sec') inner.push(readSection(child, walk, level + 1, address, sections));
    else inner.push(...readBlock(child, walk, place));
  }
  const section = make('section', { address, level }, inner);
  (sections[level] ??= []).push(section);
  return section;
}

function readNotes(root: Element): Note[] {
  return [...root.querySelectorAll('back > fn-group > fn')].map((fn) => {
    const id = fn.getAttribute('id') ?? '';
    const text = textOf(fn.querySelector('p'));
    return {
      id,
      label: textOf(children(fn, 'label')[0]) ?? id,
      anchor: noteAnchor(id),
      status: text === null ? 'missing-in-source' : 'present',
      text,
    };
  });
}

function readFront(root: Element): Front {
  const meta = root.querySelector('front > article-meta');
  const find = (selector: string): string | null => textOf(meta?.querySelector(selector));
  const authors = [...(meta?.querySelectorAll('contrib[contrib-type="author"], contrib') ?? [])].map(
    (contrib) =>
      [textOf(contrib.querySelector('given-names')), textOf(contrib.querySelector('surname'))]
        .filter(Boolean)
        .join(' '),
  );
  const year = Number.parseInt(find('pub-date year') ?? '', 10);
  return {
    title: find('title-group article-title') ?? 'Untitled',
    authors,
    year: Number.isNaN(year) ? null : year,
    journal: textOf(root.querySelector('front journal-title')),
    volume: find('volume'),
    issue: find('issue'),
    season: find('pub-date season'),
    firstPage: find('fpage'),
    lastPage: find('lpage'),
  };
}

/** The printed label at the head of a heading; empty where it has none. */
const labelOf = (heading: Node): string =>
  heading.content.content.find((one) => one.marks.some((mark) => mark.type.name === 'label'))?.text ?? '';

/** The sections in order of the text, for contents and addresses. */
function readSections(paper: Pick<Paper, 'doc' | 'text'>): Section[] {
  const starts = new Map(
    paper.text.blocks.filter((block) => block.kind === 'heading').map((block) => [block.address, block]),
  );
  const sections: Section[] = [];
  paper.doc.descendants((node) => {
    if (node.type.name !== 'section') return false;
    const address = String(node.attrs['address']);
    const heading = node.firstChild ?? node;
    const label = labelOf(heading);
    sections.push({
      address,
      label,
      title: heading.textContent.slice(label.length).trim(),
      level: Number(node.attrs['level']),
      id: String(heading.attrs['id']),
      start: starts.get(address)?.start ?? 0,
    });
    return true;
  });
  return sections;
}

/** Reads a paper. `id` names it in links. Throws `paper/malformed` where it is not a JATS article with text. */
export function readJats(xml: string, id: string): Paper {
  const root = parseXml(xml, id);
  const body = root.querySelector('body');
  if (root.localName !== 'article' || !body) throw new Fault('paper/malformed', id);
  const notes = readNotes(root);
  const walk: Walk = {
    paper: id,
    labels: new Map(notes.map((note) => [note.id, note.label])),
    seen: new Map(),
  };
  const place: Place = { address: '', count: 0 };
  const sections: Node[][] = [];
  const blocks = [...body.children].flatMap((child) =>
    child.localName === 'sec' ? [readSection(child, walk, 1, '', sections)] : readBlock(child, walk, place),
  );
  if (blocks.length === 0) throw new Fault('paper/malformed', id);
  const doc = make('doc', null, blocks);
  doc.check();
  const text = readText(doc);
  return { id, front: readFront(root), doc, text, sections: readSections({ doc, text }), notes };
}
