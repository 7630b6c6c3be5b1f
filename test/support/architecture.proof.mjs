// Proves the architecture check: each bad example below must be caught, by its own rule, on its own line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examine } from './architecture.mjs';

const opening = '// A file.\n';
const tree = (files) => new Map(Object.entries(files).map(([path, text]) => [path, opening + text]));
const rules = (files) => examine(tree(files)).map(({ path, line, rule }) => `${path}:${line} ${rule}`);

test('a good house has no problems', () => {
  const found = rules({
    'model/paper.ts': `import { Schema } from 'prosemirror-model';\nexport const paper = new Schema();`,
    'ui/popover-card.ts': `import { LitElement } from 'lit';\nimport { property } from 'lit/decorators.js';`,
    'anchoring/match.ts': `import { paper } from '../model/paper.ts';`,
    'reader/view.ts': `import { EditorView } from 'prosemirror-view';\nimport '../ui/popover-card.ts';`,
    'map/layout.ts': `const url = new URL('../../node_modules/elkjs/lib/elk-worker.min.js', import.meta.url);`,
    'app/app-shell.ts': `import '../reader/view.ts';\nconst papers = await import('../../corpus/index.json');`,
    'main.ts': `import './app/app-shell.ts';`,
  });
  assert.deepEqual(found, []);
});

const bad = [
  [
    'an import up',
    { 'model/a.ts': `import '../desk/b.ts';`, 'desk/b.ts': '' },
    /^model\/a\.ts:2 Imports run down only/,
  ],
  [
    'an import of a pane by a pane',
    { 'map/a.ts': `import '../reader/b.ts';`, 'reader/b.ts': '' },
    /the same floor/,
  ],
  [
    'siblings on floor 3',
    { 'formats/a.ts': `import '../storage/b.ts';` },
    /formats \(floor 3\) may not import storage/,
  ],
  [
    'main imported by the app',
    { 'app/a.ts': `import '../main.ts';` },
    /app \(floor 6\) may not import main\.ts/,
  ],
  [
    'storage in a pane',
    { 'margin/a.ts': `import '../storage/b.ts';` },
    /margin may import .* but not storage/,
  ],
  ['formats in the desk', { 'desk/a.ts': `import '../formats/b.ts';` }, /desk may import .* but not formats/],
  [
    'a type from above',
    { 'text/a.ts': `import type { B } from '../desk/b.ts';` },
    /text \(floor 2\) may not import desk/,
  ],
  ['an inline type from above', { 'text/a.ts': `let b: import('../desk/b.ts').B;` }, /text \(floor 2\)/],
  [
    'an export from above',
    { 'text/a.ts': `let a;\nexport { b } from '../desk/b.ts';` },
    /^text\/a\.ts:3 Imports run down/,
  ],
  [
    'a dynamic import from above',
    { 'text/a.ts': `await import('../map/b.ts');` },
    /text \(floor 2\) may not import map/,
  ],
  [
    'a worker from a sibling',
    { 'map/a.ts': `new URL('../reader/w.ts', import.meta.url);` },
    /the same floor/,
  ],
  ['the domain in ui', { 'ui/a.ts': `import '../model/b.ts';` }, /ui \(floor 1\) may not import model/],
  [
    'ProseMirror outside the reader',
    { 'map/a.ts': `import 'prosemirror-view';` },
    /prosemirror-view is for reader only/,
  ],
  [
    'a library’s sub-path',
    { 'app/a.ts': `import 'cytoscape/dist/x.js';` },
    /cytoscape is for map only, not for app/,
  ],
  [
    'a library’s types',
    { 'desk/a.ts': `import type { Doc } from 'yjs';` },
    /yjs is for notebook only, not for desk/,
  ],
  ['an unknown library', { 'map/a.ts': `import '@scope/x/y.js';` }, /The library @scope\/x has no room/],
  ['an unknown room', { 'utils/a.ts': `import './b.ts';` }, /There is no room utils/],
  ['the corpus below the app', { 'text/a.ts': `import '../../corpus/index.json';` }, /From outside src/],
  ['tests in the app', { 'app/a.ts': `import '../../test/x.ts';` }, /From outside src/],
  ['a file named index', { 'map/index.ts': 'export const a = 1;' }, /No barrels/],
  ['a barrel by another name', { 'map/all.ts': `export * from './a.ts';` }, /No barrels/],
  ['a long file', { 'map/a.ts': 'let a;\n'.repeat(250) }, /at most 250 lines; this one has 251/],
];

for (const [name, files, expected] of bad) {
  test(`it catches ${name}`, () => {
    const found = rules(files);
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0], expected);
  });
}

test('it catches a file that opens without a comment', () => {
  assert.match(examine(new Map([['map/a.ts', 'let a;']]))[0].rule, /opens with a comment/);
});

test('it catches circles, each once, of any length, through types and lazy imports', () => {
  const found = rules({
    'map/a.ts': `import './b.ts';`,
    'map/b.ts': `import type { C } from './c.ts';`,
    'map/c.ts': `await import('./a.ts');`,
    'text/self.ts': `import './self.ts';`,
    'text/fine.ts': `import './self.ts';`,
  });
  assert.deepEqual(found, [
    'map/a.ts:1 Imports run in a circle: map/a.ts → map/b.ts → map/c.ts → map/a.ts.',
    'text/self.ts:1 Imports run in a circle: text/self.ts → text/self.ts.',
  ]);
});
