/**
 * The one gate through which HTML and XML become a tree in the worker: inertly and within limits. HTML is parsed as
 * browsers do (implied tags, void elements, misnesting); XML must be well-formed, and entities of its own stay unread.
 */
import { html, parse, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import { beat } from '../../model/beat.ts';
import { Fault } from '../../model/fault.ts';
import { growTree } from './grow-xml.ts';
import { Tag } from './tree.ts';

/** How much markup is read at all. */
export interface MarkupLimits {
  /** In UTF-16 units. */
  readonly units: number;
  readonly elements: number;
  readonly depth: number;
}

/** Ten books in one file; deeper than any browser nests. */
export const markupLimits: MarkupLimits = { units: 40_000_000, elements: 1_500_000, depth: 400 };

/** A text while its tree is still growing: it may be moved. */
class Words {
  data: string;
  parent: Tag | null = null;

  constructor(data: string) {
    this.data = data;
  }
}

/**
 * An unclosed tag of look (`<b>`) is made anew in each paragraph behind it. Pages that were written so are read; in one of
 * more elements than this there are no more elements than tags, or a few signs would become a tree without end.
 */
const sloppy = 100_000;

const xhtml: string = html.NS.HTML;

type Grown = Tag | Words;
type Shape = TreeAdapterTypeMap<Grown, Tag, Grown, Tag, Tag, Tag, Words, Words, Tag, Words>;

const nodesOf = (tag: Tag): Grown[] => tag.nodes as unknown as Grown[];

function namesOf(attributes: readonly Token.Attribute[]): Map<string, string> {
  return new Map(
    attributes.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value] as const),
  );
}

/** Builds our tree for parse5, and stops as soon as it grows beyond the limits. */
class Nursery implements TreeAdapter<Shape> {
  readonly limits: MarkupLimits;
  elements = 0;

  constructor(limits: MarkupLimits) {
    this.limits = limits;
  }

  createElement(name: string, space: string, attributes: Token.Attribute[]): Tag {
    this.elements += 1;
    if (this.elements > this.limits.elements) throw new Fault('import/too-large');
    return new Tag(name, '', space === xhtml ? '' : space, namesOf(attributes));
  }

  appendChild(parent: Tag, node: Grown): void {
    this.put(parent, node, nodesOf(parent).length);
  }

  insertBefore(parent: Tag, node: Grown, before: Grown): void {
    this.put(parent, node, nodesOf(parent).lastIndexOf(before));
  }

  insertText(parent: Tag, text: string): void {
    this.putText(parent, text, nodesOf(parent).length);
  }

  insertTextBefore(parent: Tag, text: string, before: Grown): void {
    this.putText(parent, text, nodesOf(parent).lastIndexOf(before));
  }

  detachNode(node: Grown): void {
    const { parent } = node;
    if (!parent) return;
    const at = nodesOf(parent).indexOf(node);
    if (at >= 0) nodesOf(parent).splice(at, 1);
    node.parent = null;
  }

  private put(parent: Tag, node: Grown, at: number): void {
    node.parent = parent;
    if (node instanceof Tag) {
      node.depth = parent.depth + 1;
      if (node.depth > this.limits.depth) throw new Fault('import/too-deep');
    }
    nodesOf(parent).splice(at, 0, node);
  }

  private putText(parent: Tag, text: string, at: number): void {
    beat();
    const last = nodesOf(parent)[at - 1];
    if (last instanceof Words) last.data += text;
    else this.put(parent, new Words(text), at);
  }

  adoptAttributes(tag: Tag, attributes: Token.Attribute[]): void {
    const known = tag.attributes as Map<string, string>;
    for (const [name, value] of namesOf(attributes)) if (!known.has(name)) known.set(name, value);
  }

  createDocument = (): Tag => new Tag('#document');
  createDocumentFragment = (): Tag => new Tag('#fragment');
  createCommentNode = (): Words => new Words('');
  createTextNode = (text: string): Words => new Words(text);
  getAttrList = (tag: Tag): Token.Attribute[] =>
    [...tag.attributes].map(([name, value]) => ({ name, value }));
  getChildNodes = (tag: Tag): Grown[] => nodesOf(tag);
  getFirstChild = (tag: Tag): Grown | null => nodesOf(tag)[0] ?? null;
  getParentNode = (node: Grown): Tag | null => node.parent;
  getTagName = (tag: Tag): string => tag.name;
  getNamespaceURI = (tag: Tag): html.NS => (tag.space || xhtml) as html.NS;
  getTemplateContent = (tag: Tag): Tag => tag;
  setTemplateContent = (): void => undefined;
  getTextNodeContent = (text: Words): string => text.data;
  getCommentNodeContent = (): string => '';
  getDocumentMode = (): html.DOCUMENT_MODE => html.DOCUMENT_MODE.NO_QUIRKS;
  getDocumentTypeNodeName = (): string => '';
  getDocumentTypeNodePublicId = (): string => '';
  getDocumentTypeNodeSystemId = (): string => '';
  getNodeSourceCodeLocation = (): null => null;
  setDocumentMode = (): void => undefined;
  setDocumentType = (): void => undefined;
  setNodeSourceCodeLocation = (): void => undefined;
  updateNodeSourceCodeLocation = (): void => undefined;
  isElementNode = (node: Grown): node is Tag => node instanceof Tag;
  isTextNode = (node: Grown): node is Words => node instanceof Words;
  isCommentNode = (node: Grown): node is Words => node instanceof Words && node.data === '';
  isDocumentTypeNode = (_node: Grown): _node is Words => false;
}

/** Texts become strings, depths are put right (misnested tags were moved), and what lies too deep is refused. */
function settle(root: Tag, depth: number): void {
  const open: Tag[] = [root];
  for (let tag = open.pop(); tag; tag = open.pop()) {
    beat();
    if (tag.depth > depth) throw new Fault('import/too-deep');
    const nodes = nodesOf(tag);
    let kept = 0;
    for (const node of nodes) {
      if (node instanceof Tag) {
        node.depth = tag.depth + 1;
        open.push(node);
      } else if (!node.data) continue;
      tag.nodes[kept] = node instanceof Tag ? node : node.data;
      kept += 1;
    }
    tag.nodes.length = kept;
  }
}

/** The words of a document without what an encoding or a careless tool left at its beginning. */
function checked(text: string, name: string, limits: MarkupLimits): string {
  if (text.length > limits.units) throw new Fault('import/too-large', name);
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/**
 * A page of HTML, or a piece of one, as a document: its root holds `html`, that holds `head` and `body`. Nothing in it
 * runs; comments are left out. Throws `import/too-large` and `import/too-deep`.
 */
export function parseHtml(text: string, limits: MarkupLimits = markupLimits): Tag {
  const source = checked(text, '', limits);
  const elements = Math.min(limits.elements, Math.max(sloppy, source.split('<').length));
  const treeAdapter = new Nursery({ ...limits, elements });
  const root = parse<Shape>(source, { treeAdapter, scriptingEnabled: false });
  settle(root, limits.depth);
  return root;
}

/**
 * The document element of XML. Entities of HTML are read, those that the file declares stay as they are written.
 * `name` is told. Throws `import/broken` where it is not well-formed, `import/too-large` and `import/too-deep`.
 */
export function parseXmlDocument(text: string, name: string, limits: MarkupLimits = markupLimits): Tag {
  return growTree(checked(text, name, limits), name, limits);
}
