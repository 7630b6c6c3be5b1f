/** Arguments for other programs: each file is read by a parser that knows nothing of its writer, and says the same. */
import { expect } from '@open-wc/testing';
import { parse } from '@ts-graphviz/ast';
import { claimsCsv, relationsCsv } from '../../src/formats/argument-csv.ts';
import { argumentMarkdown } from '../../src/formats/argument-markdown.ts';
import { groupTree, type ArgumentSheet, type GroupTree } from '../../src/formats/argument-sheet.ts';
import { argumentDot } from '../../src/formats/dot.ts';
import { graphMl } from '../../src/formats/graphml.ts';
import { argumentMermaid } from '../../src/formats/mermaid.ts';
import { buildOutline } from '../../src/map/outline.ts';
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import type { Group } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { schemeName } from '../../src/model/schemes.ts';
import { forSeeds } from '../notebook/generate.ts';
import { attack, claim, step } from '../support/desk.ts';
import { aMap } from './argument-maps.ts';

const sheetOf = (
  records: readonly NotebookRecord[],
  title = 'A "map" <b> & %%{init: {}}%%',
): ArgumentSheet => ({
  title,
  link: 'https://example.org/#/paper',
  argument: buildArgument(records),
  placeOf: (id) =>
    id === 'c1' ? { words: 'III.B ¶4 s2, p. 54', link: 'https://example.org/#/p?a=1&b=<2>' } : null,
  noteLabel: (note) => note.slice(2),
  schemeName: (scheme) => schemeName(scheme) ?? '',
});

const group = (id: string, parent: string | null, title = id): Group => ({
  kind: 'group',
  id,
  title,
  section: null,
  parent,
  foreign: null,
  creator: '',
  created: '2026-01-01',
  modified: '2026-01-01',
});

const small = [
  group('g1', null, 'Group "one"'),
  claim('c1', { wording: 'So', role: 'conclusion', notes: ['fn53', 'fn54'] }),
  claim('c2', { wording: 'Since', group: 'g1' }),
  claim('c3', { wording: '=HYPERLINK("x")' }),
  { ...step('i1', ['c2', 'c3'], 'c1'), gist: '' },
  attack('x1', 'c3', 'i1', { attack: 'undercut' }),
];

/** How many edges an argument has when its steps are nodes. */
const edgeCount = ({ inferences, conflicts, preferences }: Argument): number =>
  [...inferences.values()].reduce((sum, { premises }) => sum + premises.length + 1, 0) +
  conflicts.size +
  preferences.size;

describe('groups as a tree', () => {
  const count = ({ claims, groups }: GroupTree): number =>
    claims.length + groups.reduce((sum, one) => sum + count(one), 0);

  it('hold every claim once, whatever the groups are in', () => {
    forSeeds(20, (seed) => {
      const argument = buildArgument(aMap(seed, 12));
      expect(count(groupTree(argument))).to.equal(argument.claims.size);
    });
  });

  it('that lie in a circle stand side by side', () => {
    const { groups } = groupTree(
      buildArgument([
        group('g1', 'g2'),
        group('g2', 'g1'),
        group('g3', 'gone'),
        claim('c1', { group: 'g1' }),
      ]),
    );
    expect(groups.map((one) => one.group?.id)).to.deep.equal(['g1', 'g2', 'g3']);
  });
});

describe('GraphML', () => {
  const parsed = (text: string): Document => new DOMParser().parseFromString(text, 'application/xml');
  const of = (document: Document, name: string): Element[] => [
    ...document.getElementsByTagNameNS('http://graphml.graphdrawing.org/xmlns', name),
  ];

  it('is well-formed, with every edge between nodes that are there, and each id once', () => {
    forSeeds(25, (seed) => {
      const sheet = sheetOf(aMap(seed, 10));
      const document = parsed(graphMl(sheet));
      expect(document.querySelector('parsererror'), `seed ${seed}`).to.equal(null);
      const ids = [...of(document, 'node'), ...of(document, 'edge'), ...of(document, 'graph')].map(
        ({ id }) => id,
      );
      expect(new Set(ids).size).to.equal(ids.length);
      const edges = of(document, 'edge');
      expect(edges.length).to.equal(edgeCount(sheet.argument));
      for (const edge of edges)
        for (const end of ['source', 'target']) expect(ids).to.include(edge.getAttribute(end));
    });
  });

  it('declares every key that it uses, and keeps to the order of the schema', () => {
    const document = parsed(graphMl(sheetOf(small)));
    const keys = new Set(of(document, 'key').map(({ id }) => id));
    for (const data of of(document, 'data')) expect(keys.has(data.getAttribute('key') ?? '')).to.equal(true);
    const order = [...document.documentElement.children].map(({ localName }) => localName);
    expect(order.join(' ')).to.match(/^desc (?:key )+graph$/u);
  });

  it('puts the claims of a group into a graph within its node', () => {
    const document = parsed(graphMl(sheetOf(small)));
    const inner = document.querySelector('node[id="g-g1"] > graph > node');
    expect(inner?.id).to.equal('n-c2');
    expect(document.querySelector('node[id="g-g1"] > data[key="label"]')?.textContent).to.equal(
      'Group "one"',
    );
  });

  it('leaves out signs that XML has not got', () => {
    const text = graphMl(sheetOf([claim('c1', { wording: 'a\u0000\u0008b\uD800c' })]));
    expect(parsed(text).querySelector('node > data[key="label"]')?.textContent).to.equal('ab\uFFFDc');
  });
});

interface DotNode {
  readonly type: string;
  readonly children?: readonly DotNode[];
}

describe('DOT', () => {
  const all = (node: DotNode, type: string): DotNode[] => [
    ...(node.type === type ? [node] : []),
    ...(node.children ?? []).flatMap((one) => all(one, type)),
  ];

  it('is parsed by another program, with as many nodes, edges and clusters as there are', () => {
    forSeeds(15, (seed) => {
      const sheet = sheetOf(aMap(seed, 8));
      const { claims, inferences, groups } = sheet.argument;
      const tree = parse(argumentDot(sheet)) as unknown as DotNode;
      expect(all(tree, 'Node').length, `seed ${seed}`).to.equal(claims.size + inferences.size);
      expect(all(tree, 'Edge').length).to.equal(edgeCount(sheet.argument));
      expect(all(tree, 'Subgraph').length).to.equal(groups.size);
    });
  });

  it('tells attacks from supports by their ends', () => {
    const text = argumentDot(sheetOf(small));
    expect(text).to.include('c3 -> i1 [style=dashed, arrowhead=box');
    expect(text).to.include('c2 -> i1 [arrowhead=none]');
    expect(text).to.include('i1 -> c1;');
  });

  it('lets no words end their quotation, and no backslash mean a line', () => {
    const text = argumentDot(sheetOf([claim('c1', { wording: 'a"; evil [label="b\\n&lt;' })]));
    expect(text).to.include('label="a\\"; evil [label=\\"b\\\\n&amp;lt;"');
  });
});

describe('Mermaid', () => {
  it('writes every sign that could mean something by its number, and names nodes plainly', () => {
    const lines = argumentMermaid(
      sheetOf([claim('c1', { wording: 'end"] --> x; %%{init: {}}%% <b>`' })]),
    ).split('\n');
    expect(lines).to.include(
      '  c1["end#34;#93; --#62; x#59; #37;#37;#123;init: #123;#125;#125;#37;#37; #60;b#62;#96;"]',
    );
  });

  it('has each link between nodes that were named before it', () => {
    forSeeds(20, (seed) => {
      const sheet = sheetOf(aMap(seed, 10));
      const [, body = ''] = argumentMermaid(sheet).split('flowchart BT\n');
      const lines = body.split('\n').map((line) => line.trim());
      const named = new Set(lines.map((line) => /^([ci]\d+)[[(]/u.exec(line)?.[1]));
      const links = lines.filter((line) => / (?:-->|---|-- |x?-\. )/u.test(line.replace(/"[^"]*"/gu, '""')));
      expect(links.length, `seed ${seed}`).to.equal(edgeCount(sheet.argument));
      for (const link of links) {
        const [, from, to] = /^([ci]\d+) .* ([ci]\d+)$/u.exec(link) ?? [];
        expect(named.has(from) && named.has(to), link).to.equal(true);
      }
      expect(lines.filter((line) => line === 'end').length).to.equal(sheet.argument.groups.size);
    });
  });
});

/** The cells of a CSV file, by RFC 4180. */
const cells = (text: string): string[][] =>
  text
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/u)
    .filter(Boolean)
    .map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/gu)].map(([, cell = '']) => cell.replaceAll('""', '"')),
    );

describe('CSV', () => {
  it('has a row for each claim, and nothing in it that a spreadsheet would calculate', () => {
    const [head, ...rows] = cells(claimsCsv(sheetOf(small)));
    expect(rows.map(([id, words]) => [id, words])).to.deep.equal([
      ['c1', 'So'],
      ['c2', 'Since'],
      ['c3', '\'=HYPERLINK("x")'],
    ]);
    expect(rows[0]?.[head?.indexOf('Notes') ?? -1]).to.equal('53, 54');
    expect(rows[1]?.[head?.indexOf('Group') ?? -1]).to.equal('Group "one"');
  });

  it('has a row for each premise and each attack', () => {
    const [, ...rows] = cells(relationsCsv(sheetOf(small)));
    expect(rows.map(([id, relation, from, , , to]) => [id, relation, from, to])).to.deep.equal([
      ['i1', 'supports together', 'c2', 'c1'],
      ['i1', 'supports together', 'c3', 'c1'],
      ['x1', 'undercuts', 'c3', 'i1'],
    ]);
  });
});

describe('the outline in Markdown', () => {
  const written = (records: readonly NotebookRecord[]): string => {
    const sheet = sheetOf(records, 'On oil');
    return argumentMarkdown(sheet, buildOutline(sheet.argument, { hasWordings: true }));
  };

  it('numbers and nests, with the notes in brackets and the way to the passage', () => {
    expect(written(small).split('\n').slice(4)).to.deep.equal([
      '- 1\\. **So** \\[notes 53, 54\\] ([III.B ¶4 s2, p. 54](<https://example.org/#/p?a=1&b=%3C2%3E>))',
      '  - 1.1\\. *Because, together*',
      '    - 1.1.1\\. Since',
      '    - 1.1.2\\. \\=HYPERLINK("x")',
      '    - 1.1.3\\. Against the step: see 1.1.2: \\=HYPERLINK("x")',
      '',
    ]);
  });

  it('ends for a chain of 3,000 steps', () => {
    const names = Array.from({ length: 3_000 }, (_unused, at) => `c${at}`);
    const chain = [
      ...names.map((id) => claim(id)),
      ...names.slice(1).map((id, at) => step(`i${at}`, [id], `c${at}`)),
    ];
    expect(written(chain).split('\n').length).to.be.greaterThan(3_000);
  });
});
