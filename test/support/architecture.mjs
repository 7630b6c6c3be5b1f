// Proves the plan of the house: imports run down the floors, no circles, every library in its room, no barrels, small files
// that open with a comment. `npm run check` runs it; architecture.proof.mjs proves that it catches what it should.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const pane = ['ui', 'model', 'text', 'cite', 'anchoring', 'notebook', 'desk'];

/** The rooms of src: their floor, and the rooms below that each may import (itself always; null means any). */
export const rooms = {
  model: { floor: 1, may: [] },
  ui: { floor: 1, may: [] },
  offline: { floor: 1, may: [] },
  text: { floor: 2, may: ['model'] },
  anchoring: { floor: 2, may: ['model'] },
  cite: { floor: 3, may: ['model', 'text'] },
  notebook: { floor: 3, may: ['model', 'text', 'anchoring'] },
  storage: { floor: 3, may: ['model', 'text', 'anchoring'] },
  sync: { floor: 3, may: ['model', 'text', 'anchoring'] },
  formats: { floor: 3, may: ['model', 'text', 'anchoring'] },
  desk: { floor: 4, may: ['model', 'text', 'cite', 'anchoring', 'notebook'] },
  reader: { floor: 5, may: pane },
  margin: { floor: 5, may: pane },
  map: { floor: 5, may: pane },
  app: { floor: 6, may: null },
  'main.ts': { floor: 6, may: null },
};

/** The rooms that may import each library, types included. A library that is not here has no room yet. */
export const libraries = {
  lit: ['ui', 'desk', 'reader', 'margin', 'map', 'app', 'main.ts'],
  'prosemirror-model': ['model', 'reader', 'formats'],
  'prosemirror-state': ['reader'],
  'prosemirror-view': ['reader'],
  cytoscape: ['map'],
  jspdf: ['map'],
  'svg2pdf.js': ['map'],
  elkjs: ['map'],
  citeproc: ['cite'],
  yjs: ['notebook'],
  idb: ['storage'],
  'pdfjs-dist': ['formats'],
  fflate: ['formats'],
  parse5: ['formats'],
  entities: ['formats'],
  'markdown-it-footnote': ['formats'],
  'markdown-it': ['ui', 'formats'],
  dompurify: ['ui'],
  '@citation-js/plugin-bibtex': ['formats'],
  '@citation-js/plugin-ris': ['formats'],
  'js-yaml': ['formats'],
};

const longest = 250;

/**
 * Examines a source tree.
 * @param {Map<string, string>} files path below src ("map/layout.ts") → text
 * @returns {{path: string, line: number, rule: string}[]}
 */
export function examine(files) {
  const problems = [];
  const graph = new Map();
  for (const [path, text] of files) {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const add = (node, rule) => problems.push({ path, line: node ? lineOf(source, node) : 1, rule });
    examineForm(path, text, source, add);
    const edges = [];
    for (const { specifier, node } of imports(source)) {
      const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
      const rule = target === null ? libraryRule(path, specifier) : roomRule(path, target);
      if (rule) add(node, rule);
      if (files.has(target)) edges.push(target);
    }
    graph.set(path, edges);
  }
  for (const circle of circles(graph)) {
    problems.push({
      path: circle[0],
      line: 1,
      rule: `Imports run in a circle: ${[...circle, circle[0]].join(' → ')}.`,
    });
  }
  return problems;
}

function examineForm(path, text, source, add) {
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (!/^(\/\/|\/\*)/.test(text)) add(null, 'A file opens with a comment: what it holds, and its place.');
  if (lines > longest) add(null, `A file has at most ${longest} lines; this one has ${lines}. Divide it.`);
  const passedOn = source.statements.filter(
    (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier,
  );
  const barrel =
    passedOn.length > 0 &&
    source.statements.every((s) => ts.isExportDeclaration(s) || ts.isImportDeclaration(s));
  if (posix.basename(path) === 'index.ts' || barrel)
    add(null, 'No barrels: import from the file that holds the thing.');
}

function roomRule(path, target) {
  const from = room(path);
  const to = room(target);
  if (!rooms[from]) return `There is no room ${from}: rooms are ${Object.keys(rooms).join(', ')}.`;
  if (from === to) return null;
  if (to === '..') return corpusRule(from, target);
  if (!rooms[to]) return `There is no room ${to} to import from.`;
  const { floor, may } = rooms[from];
  const below = rooms[to].floor < floor || (from === 'main.ts' && to === 'app');
  if (!below) {
    const where = rooms[to].floor === floor ? 'the same floor' : `floor ${rooms[to].floor}`;
    return `Imports run down only: ${from} (floor ${floor}) may not import ${to} (${where}).`;
  }
  if (may && !may.includes(to))
    return `${from} may import ${may.join(', ') || 'no other room'}, but not ${to}.`;
  return null;
}

function corpusRule(from, target) {
  if (from === 'app' && target.startsWith('../corpus/')) return null;
  const elk = from === 'map' && target.startsWith('../node_modules/elkjs/');
  const serif = from === 'map' && target.startsWith('../node_modules/source-serif/TTF/');
  const citeproc = from === 'cite' && target.startsWith('../node_modules/citeproc/');
  // The parser alone: the package as a whole brings Graphviz with it.
  const argdown = from === 'formats' && target.startsWith('../node_modules/@argdown/core/dist/');
  return elk || serif || citeproc || argdown
    ? null
    : `From outside src, app may import ../corpus and nothing else is open; ${from} imports ${target}.`;
}

function libraryRule(path, specifier) {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const open = libraries[name];
  if (!open) return `The library ${name} has no room: give it one in the table, or do without it.`;
  if (open.includes(room(path))) return null;
  return `The library ${name} is for ${open.join(', ')} only, not for ${room(path)}.`;
}

const room = (path) => path.split('/')[0];

const lineOf = (source, node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;

/** Everything a file takes from others: import, export from, import(), import types, new URL(…, import.meta.url). */
function imports(source) {
  const found = [];
  const visit = (node) => {
    const literal = importedBy(node);
    if (literal && ts.isStringLiteralLike(literal)) found.push({ specifier: literal.text, node });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function importedBy(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return node.argument.literal;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0];
  const url = ts.isNewExpression(node) && node.expression.getText() === 'URL' && node.arguments?.length === 2;
  return url && node.arguments[1].getText() === 'import.meta.url' ? node.arguments[0] : undefined;
}

/** One circle for each knot of files that reach each other (Tarjan's components), as a path through the knot. */
function circles(graph) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const knots = [];
  const visit = (path) => {
    index.set(path, index.size);
    low.set(path, index.get(path));
    stack.push(path);
    for (const next of graph.get(path)) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path), low.get(next)));
    }
    if (low.get(path) !== index.get(path)) return;
    const knot = new Set(stack.splice(stack.indexOf(path)));
    if (knot.size > 1 || graph.get(path).includes(path)) knots.push(knot);
  };
  for (const path of graph.keys()) if (!index.has(path)) visit(path);
  return knots.map((knot) => circleIn(knot, graph));
}

/** The shortest way from the knot's first file back to itself. */
function circleIn(knot, graph) {
  const start = [...knot].sort()[0];
  const ways = [[start]];
  const seen = new Set();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1))) {
      if (next === start) return way;
      if (!knot.has(next) || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  throw new RangeError('A knot without a circle cannot be.');
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const src = join(dirname(fileURLToPath(import.meta.url)), '../../src');
  const paths = readdirSync(src, { recursive: true }).map((path) => path.replaceAll('\\', '/'));
  const files = new Map(
    paths.filter((p) => p.endsWith('.ts')).map((p) => [p, readFileSync(join(src, p), 'utf8')]),
  );
  const problems = examine(files);
  for (const { path, line, rule } of problems) console.log(`src/${path}:${line}  ${rule}`);
  console.log(`architecture: ${files.size} files, ${problems.length} problems`);
  process.exitCode = problems.length ? 1 : 0;
}
