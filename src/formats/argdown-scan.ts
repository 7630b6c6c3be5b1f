/** Walks the syntax tree of an Argdown text and takes down what it says. */
import { readData, readYaml } from './argdown-data.ts';
import type {
  ArgdownArgument,
  ArgdownDocument,
  ArgdownRelation,
  ArgdownSection,
  ArgdownStatement,
  End,
  Occurrence,
} from './argdown-document.ts';
import { commentsIn, type Block } from './argdown-comments.ts';
import type { ArgdownNode, Grammar } from './argdown-grammar.ts';
import type { Recovered, Unread } from './argdown-recovery.ts';
import { finalRelations } from './argdown-relations.ts';
import { childrenOf, relationRules, ruleIn, startOf } from './argdown-tree.ts';
import { escapeText, isToken, saidBy, sourceOf } from './argdown-text.ts';
import type { Finding } from './finding.ts';
import { own, type JsonObject } from './json-values.ts';

class Scan {
  readonly sections: ArgdownSection[] = [];
  readonly statements = new Map<string, ArgdownStatement>();
  readonly arguments = new Map<string, ArgdownArgument>();
  readonly relations: ArgdownRelation[] = [];
  readonly blocks: Block[] = [];
  readonly findings: Finding[] = [];
  /** Data that could not be read, as they stand. */
  readonly unread: Unread[] = [];
  frontMatter: ArgdownDocument['frontMatter'] = null;
  readonly #text: string;
  readonly #signs: ReadonlyMap<string, string>;
  #section: ArgdownSection | null = null;
  #untitled = 0;
  #hasList = false;
  /** The step that was met last: an undercut below a statement means it. */
  #step: End | null = null;

  constructor(text: string, special: ReadonlyMap<string, string>) {
    this.#text = text;
    this.#signs = special;
  }

  take(tree: ArgdownNode): void {
    let before: Occurrence | null = null;
    for (const node of childrenOf(tree)) {
      if (isToken(node, 'FrontMatter')) this.#front(node);
      if (node.tokenType) continue;
      before = this.#block(node, before);
    }
  }

  tell(line: number | null, words: string): void {
    this.findings.push({ entry: null, key: '', line, words });
  }

  /** Takes a paragraph; answers the argument that it is about, where a structure may follow. */
  #block(node: ArgdownNode, before: Occurrence | null): Occurrence | null {
    const from = startOf(node).startOffset ?? 0;
    if (node.name === 'heading') this.blocks.push({ from, about: this.#heading(node) });
    else if (node.name === 'statement') this.blocks.push({ from, about: this.#statement(node) });
    else if (node.name === 'argument') {
      const about = this.#argument(node);
      this.blocks.push({ from, about });
      return about;
    } else if (node.name === 'pcs') this.#structure(node, before);
    else if (node.name?.endsWith('List')) this.#list(node);
    return null;
  }

  #front({ image = '' }: ArgdownNode): void {
    const source = image.replace(/^\s*={3,}[ \t]*\n?/u, '').replace(/\n?(?<!=)={3,}\s*$/u, '');
    this.frontMatter = { source, value: readYaml(source) };
    if (this.frontMatter.value === undefined && source.trim() !== '')
      this.tell(1, 'what stands between the lines of equals signs is no YAML; kept as it is');
  }

  #said(nodes: readonly ArgdownNode[]): { words: string; source: string; tags: readonly string[] } {
    const said = saidBy(nodes, this.#signs);
    const { source, isJoined } = sourceOf(nodes, this.#text);
    // On one line, or without a comment, signs could come together that stood apart.
    if (!isJoined || !/(?<!\\)[[<{@=/]/u.test(source)) return { ...said, source };
    const tags = said.tags.map((tag) => ` #(${tag})`).join('');
    return { ...said, source: `${escapeText(said.words)}${tags}` };
  }

  #data(node: ArgdownNode): JsonObject | null {
    const token = childrenOf(node).find((child) => isToken(child, 'Data'));
    if (!token) return null;
    const data = readData(token.image ?? '');
    if (data) return data;
    const line = token.startLine ?? 1;
    this.tell(line, 'the data in braces are no YAML object; kept apart');
    this.unread.push({ line, words: token.image ?? '' });
    return null;
  }

  #heading(node: ArgdownNode): ArgdownSection {
    const level = (childrenOf(node)[0]?.image ?? '# ').trim().length;
    let parent = this.#section;
    while (parent && parent.level >= level) parent = parent.parent;
    const content = childrenOf(node).filter(({ name }) => name === 'statementContent');
    const { words, source } = this.#said(content);
    const line = startOf(node).startLine ?? 1;
    this.#section = { words, source, level, parent, data: this.#data(node), line };
    this.sections.push(this.#section);
    return this.#section;
  }

  #newTitle(): string {
    this.#untitled += 1;
    return `Untitled ${this.#untitled}`;
  }

  /** What stands at one place, before what is said below it. */
  #occurrence(node: ArgdownNode, kind: 'Statement' | 'Argument'): Occurrence {
    const inner = ruleIn(node, 'statementDefinition') ?? node;
    const named = childrenOf(inner).find((child) => isToken(child, `${kind}Definition`, `${kind}Reference`));
    const isReference = isToken(named, `${kind}Reference`);
    const content = childrenOf(inner).filter(({ name }) => name === 'statementContent');
    const tags = childrenOf(inner).filter((child) => isToken(child, 'Tag'));
    const title = named?.image?.replace(/^[[<]|[\]>]:?$/gu, '') ?? this.#newTitle();
    const said = isReference ? { words: '', source: '', tags: this.#said(tags).tags } : this.#said(content);
    const line = startOf(node).startLine ?? 1;
    const what = kind === 'Statement' ? 'statement' : 'argument';
    return { kind: what, title, isReference, ...said, data: this.#data(node), section: this.#section, line };
  }

  #statement(node: ArgdownNode): Occurrence {
    const one = this.#occurrence(node, 'Statement');
    const { title } = one;
    const known = this.statements.get(title) ?? { title, members: [] };
    this.statements.set(title, known);
    this.#related(node, { kind: 'statement', title });
    known.members.push(one);
    return one;
  }

  #argumentOf(title: string): ArgdownArgument {
    const fresh = { title, members: [], rows: [], steps: [], section: null };
    const known = this.arguments.get(title) ?? fresh;
    this.arguments.set(title, known);
    return known;
  }

  #argument(node: ArgdownNode): Occurrence {
    const one = this.#occurrence(node, 'Argument');
    const known = this.#argumentOf(one.title);
    this.#related(node, { kind: 'argument', title: one.title });
    known.members.push(one);
    return one;
  }

  #related(node: ArgdownNode, parent: End): void {
    const relations = ruleIn(node, 'relations');
    for (const child of relations ? childrenOf(relations) : []) {
      const [type, isDown] = relationRules[child.name ?? ''] ?? [];
      const other = this.#end(child);
      if (!type || !other) continue;
      const above =
        type === 'undercut' && !isDown && parent.kind === 'statement' ? (this.#step ?? parent) : parent;
      this.relations.push(isDown ? { type, from: above, to: other } : { type, from: other, to: above });
    }
  }

  /** What stands behind the sign of a relation. */
  #end(node: ArgdownNode): End | null {
    const statement = ruleIn(node, 'statement');
    if (statement) return { kind: 'statement', title: this.#statement(statement).title };
    const argument = ruleIn(node, 'argument');
    return argument ? { kind: 'argument', title: this.#argument(argument).title } : null;
  }

  #structure(node: ArgdownNode, before: Occurrence | null): void {
    let argument = this.#argumentOf(before?.title ?? this.#newTitle());
    if (argument.rows.length > 0) {
      const words = `a second structure for <${argument.title}>; taken as an argument of its own`;
      this.tell(startOf(node).startLine ?? null, words);
      argument = this.#argumentOf(this.#newTitle());
    }
    argument.section = this.#section;
    const from = startOf(node).startOffset ?? 0;
    this.#rows(node, argument);
    // A comment before the numbers stands before the title, too.
    const [first] = argument.rows;
    if (!before && first) this.blocks.push({ from, about: argument.members[0] ?? first });
  }

  #rows(node: ArgdownNode, argument: ArgdownArgument): void {
    for (const child of childrenOf(node)) {
      if (child.name === 'pcsTail') this.#rows(child, argument);
      else if (child.name === 'inference') this.#inference(child, argument);
      else if (child.name === 'pcsStatement') {
        const statement = ruleIn(child, 'statement');
        if (statement) argument.rows.push(this.#statement(statement));
      }
    }
  }

  #inference(node: ArgdownNode, argument: ArgdownArgument): void {
    const rules = ruleIn(node, 'inferenceRules');
    const texts = rules ? childrenOf(rules).map((rule) => this.#said([rule]).words) : [];
    const source = rules ? sourceOf([rules], this.#text).source : '';
    const at = argument.rows.length;
    const step = argument.steps.length;
    argument.steps.push({ rules: texts, source, data: this.#data(node), at });
    this.#step = { kind: 'step', title: argument.title, step };
    this.#related(node, this.#step);
  }

  #list(node: ArgdownNode): void {
    if (!this.#hasList)
      this.tell(startOf(node).startLine ?? null, 'the items of lists are taken as statements of their own');
    this.#hasList = true;
    for (const item of childrenOf(node)) {
      const statement = ruleIn(item, 'statement');
      const argument = ruleIn(item, 'argument');
      if (statement) this.#statement(statement);
      else if (argument) this.#argument(argument);
    }
  }
}

/** Takes down a text that was parsed. */
export function scanArgdown(
  { tree, tokens, text }: Recovered,
  { signs: special }: Grammar,
): { document: ArgdownDocument; findings: readonly Finding[]; unread: readonly Unread[] } {
  const scan = new Scan(text, special);
  if (tree) scan.take(tree);
  const { sections, statements, arguments: all, frontMatter, blocks } = scan;
  const mode = own(own(frontMatter?.value, 'model'), 'mode');
  const relations = finalRelations(scan.relations, all, mode === 'strict');
  const comments = commentsIn(text, tokens, blocks);
  const document = { frontMatter, sections, statements, arguments: all, relations, comments };
  return { document, findings: scan.findings, unread: scan.unread };
}
