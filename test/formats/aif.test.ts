/** AIF by example: what goes out is what AIF's own tools look for, and what others write is understood as far as the map goes. */
import { expect } from '@open-wc/testing';
import { readAif } from '../../src/formats/aif-read.ts';
import { aifValue, writeAif, type AifContext } from '../../src/formats/aif-write.ts';
import { changedSince } from '../../src/formats/record-base.ts';
import type { Claim, Conflict, Inference } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { attack, claim, step } from '../support/desk.ts';

const now = '2026-03-04T05:06:07Z';
const context: AifContext = {
  title: 'My map',
  paper: null,
  speaker: { firstname: 'Murad', surname: 'Gul' },
  made: now,
  dialect: 'aifdb',
};

interface Node {
  readonly nodeID: string;
  readonly type: string;
  readonly text: string;
  readonly scheme?: string;
}
interface Edge {
  readonly fromID: string;
  readonly toID: string;
}
interface File {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly locutions: readonly { readonly nodeID: string; readonly personID: number }[];
  readonly participants: readonly Readonly<Record<string, unknown>>[];
}

const written = (records: readonly NotebookRecord[], more: Partial<AifContext> = {}): File =>
  aifValue(records, { ...context, ...more }) as unknown as File;

const target = { exact: 'oil came first', prefix: '', suffix: '', start: 3, end: 17 };

const node = (nodeID: string | number, type: string, text = type) => ({
  nodeID,
  type,
  text,
  timestamp: '2012-04-12 18:20:29',
});
const edge = (fromID: string | number, toID: string | number, edgeID = `${fromID}-${toID}`) => ({
  edgeID,
  fromID,
  toID,
  formEdgeID: null,
});
const read = (nodes: readonly unknown[], edges: readonly unknown[], more: object = {}) =>
  readAif(JSON.stringify({ nodes, edges, ...more }), now);

const ofKind = <T extends NotebookRecord>(records: readonly NotebookRecord[], kind: T['kind']): T[] =>
  records.filter((record): record is T => record.kind === kind);
const claims = (records: readonly NotebookRecord[]): Claim[] => ofKind<Claim>(records, 'claim');
const steps = (records: readonly NotebookRecord[]): Inference[] => ofKind<Inference>(records, 'inference');
const attacks = (records: readonly NotebookRecord[]): Conflict[] => ofKind<Conflict>(records, 'conflict');

describe('AIF that goes out', () => {
  const map = [
    claim('c1', { wording: 'So', targets: [target], wordings: [{ id: 'w1', text: 'Thus' }] }),
    claim('c2', { wording: 'Since' }),
    claim('c3', { wording: 'But' }),
    { ...step('i1', ['c2', 'c3'], 'c1'), scheme: 'expert-opinion' },
    attack('x1', 'c3', 'i1', { attack: 'undercut' }),
    attack('x2', 'c2', 'c3', { mutual: true }),
  ];

  it('joins no two claims without a node between them', () => {
    const { nodes, edges } = written(map);
    const types = new Map(nodes.map(({ nodeID, type }) => [nodeID, type]));
    const pairs = edges.map(({ fromID, toID }) => `${types.get(fromID)}>${types.get(toID)}`);
    expect(pairs).not.to.include('I>I');
    expect(pairs.every((pair) => !pair.includes('undefined'))).to.equal(true);
  });

  it('names a step by the scheme as the world of AIF calls it', () => {
    const ra = written(map).nodes.find(({ type }) => type === 'RA');
    expect(ra).to.include({ text: 'Expert Opinion', scheme: 'Expert Opinion' });
  });

  it('undercuts by an edge to the step, and attacks both ways by two nodes', () => {
    const { nodes, edges } = written(map);
    expect(edges.some(({ fromID, toID }) => fromID === 'warrant-x1' && toID === 'warrant-i1')).to.equal(true);
    expect(nodes.filter(({ type }) => type === 'CA')).to.have.length(3);
  });

  it('lets the author of the paper say each passage', () => {
    const { nodes, locutions, participants } = written(map);
    const locution = nodes.find(({ type }) => type === 'L');
    expect(locution?.text).to.equal('Murad Gul: oil came first');
    expect(locutions).to.have.length(1);
    expect(locutions[0]).to.include({ nodeID: locution?.nodeID, personID: 1 });
    expect(participants[0]).to.deep.equal({ participantID: 1, firstname: 'Murad', surname: 'Gul' });
  });

  it('has all the lists that its readers walk through, and for OVA a place for each node', () => {
    const file = aifValue(map, { ...context, dialect: 'ova' });
    const aif = file['AIF'] as Record<string, unknown[]>;
    const ova = file['OVA'] as {
      nodes: { nodeID: string; x: number; y: number; visible: boolean }[];
      edges: unknown[];
    };
    for (const name of [
      'nodes',
      'edges',
      'participants',
      'locutions',
      'schemefulfillments',
      'descriptorfulfillments',
      'cqdescriptorfulfillments',
    ])
      expect(aif[name], name).to.be.an('array');
    expect(ova.nodes).to.have.length(aif['nodes']?.length ?? 0);
    expect(ova.edges).to.have.length(aif['edges']?.length ?? 0);
    expect(new Set(ova.nodes.map(({ x, y }) => `${x},${y}`)).size).to.equal(ova.nodes.length);
  });

  it('is still the same map where a tool has dropped every key that is ours', () => {
    const bare = JSON.parse(writeAif(map, context), (key, value: unknown) =>
      key === 'warrant' ? undefined : value,
    ) as object;
    const { records } = readAif(JSON.stringify(bare), now);
    expect(claims(records).map(({ id, wording }) => [id, wording])).to.deep.equal([
      ['c1', 'So'],
      ['c2', 'Since'],
      ['c3', 'But'],
    ]);
    expect(claims(records)[0]?.targets[0]?.exact).to.equal('oil came first');
    expect(claims(records)[0]?.wordings).to.deep.equal([{ id: 'w1', text: 'Thus' }]);
    expect(steps(records)[0]).to.include({ id: 'i1', conclusion: 'c1', scheme: 'expert-opinion' });
    expect(attacks(records).map(({ id, to, mutual }) => [id, to, mutual])).to.deep.equal([
      ['x1', 'i1', false],
      ['x2', 'c3', true],
    ]);
  });

  it('lets a merge keep what such a tool has dropped, and take what it still tells', () => {
    const bare = JSON.parse(writeAif(map, context), (key, value: unknown) =>
      key === 'warrant' ? undefined : value,
    ) as object;
    const { records, bases } = readAif(JSON.stringify(bare), now);
    const [so] = claims(records);
    const changed = changedSince(bases.get('c1') ?? '', so as Claim);
    expect([...(changed ?? [])]).to.have.members(['wording', 'wordings']);
  });

  it('says in our files what each record was, for a merge to tell what was changed there', () => {
    const { bases, made } = readAif(writeAif(map, context), now);
    expect([...bases.keys()].sort()).to.deep.equal(['c1', 'c2', 'c3', 'i1', 'x1', 'x2']);
    expect(made).to.equal(now);
  });

  it('takes a wording that was changed in our file for just that', () => {
    const text = writeAif(map, context).replace('"text": "Since"', '"text": "Because"');
    const { records } = readAif(text, now);
    expect(claims(records).map(({ wording, foreign }) => [wording, foreign])).to.deep.equal([
      ['So', null],
      ['Because', null],
      ['But', null],
    ]);
  });
});

describe('AIF that comes in', () => {
  it('understands the step of a file from AIFdb', () => {
    const { records, findings } = read(
      [node('931', 'I', 'So'), node('932', 'I', 'Since'), node('935', 'RA', 'Argument from Expert Opinion')],
      [edge('932', '935'), edge('935', '931')],
    );
    expect(findings).to.deep.equal([]);
    const [so, since] = claims(records);
    expect([so?.role, since?.role, so?.created]).to.deep.equal([
      'conclusion',
      'premise',
      '2012-04-12T18:20:29Z',
    ]);
    expect(steps(records)[0]).to.deep.include({
      premises: [{ claim: since?.id, role: null }],
      conclusion: so?.id,
      scheme: 'expert-opinion',
    });
  });

  it('takes numbers and words for the same name', () => {
    const { records } = read([node(1, 'I'), node('2', 'I'), node(3, 'RA')], [edge('1', 3), edge('3', 2)]);
    expect(steps(records)).to.have.length(1);
  });

  it('gives the same ids each time, and others to other files that count from 1', () => {
    const file = (text: string) =>
      read([node(1, 'I', text), node(2, 'I'), node(3, 'RA')], [edge(1, 3), edge(3, 2)]);
    const ids = (text: string) => file(text).records.map(({ id }) => id);
    expect(ids('One')).to.deep.equal(ids('One'));
    expect(claims(file('One').records)[0]?.id).not.to.equal(claims(file('Two').records)[0]?.id);
    expect(steps(file('One').records)[0]?.id).not.to.equal(steps(file('Two').records)[0]?.id);
  });

  it('shows a step with two conclusions as two, and says so', () => {
    const { records, findings } = read(
      [node(1, 'I'), node(2, 'I', 'a'), node(3, 'I', 'b'), node(4, 'RA')],
      [edge(1, 4), edge(4, 2), edge(4, 3)],
    );
    expect(steps(records)).to.have.length(2);
    expect(findings.map(({ key, words }) => [key, words])).to.deep.equal([
      ['4', 'has 2 conclusions; shown as so many steps'],
    ]);
  });

  it('tells undercut, undermining and rebuttal apart by what is attacked', () => {
    const { records } = read(
      [
        node(1, 'I', 'p'),
        node(2, 'I', 'q'),
        node(3, 'RA'),
        node(4, 'I', 'r'),
        node(5, 'CA'),
        node(6, 'CA'),
        node(7, 'CA'),
      ],
      [edge(1, 3), edge(3, 2), edge(4, 5), edge(5, 3), edge(4, 6), edge(6, 1), edge(4, 7), edge(7, 2)],
    );
    expect(attacks(records).map((one) => one.attack)).to.deep.equal(['undercut', 'undermine', 'rebut']);
  });

  it('takes a claim that does nothing but rephrase another for its second wording', () => {
    const { records } = read(
      [node(1, 'I', 'So'), node(2, 'I', 'Thus'), node(3, 'MA')],
      [edge(2, 3), edge(3, 1)],
    );
    expect(claims(records)).to.have.length(1);
    expect(claims(records)[0]?.wordings.map(({ text }) => text)).to.deep.equal(['Thus']);
  });

  it('keeps what it cannot draw, and says so in words', () => {
    const { findings } = read(
      [
        node(1, 'I', 'a'),
        node(2, 'I', 'b'),
        node(3, 'RA'),
        node(4, 'CA'),
        node(5, 'CA'),
        node(1, 'I', 'c'),
        node(6, 'L'),
        node(7, 'EN'),
      ],
      [edge(1, 2), edge(1, 3), edge(1, 4), edge(4, 5), edge(9, 1)],
    );
    const words = findings.map(({ key, words: one }) => `${key} ${one}`.trim());
    expect(words).to.have.members([
      '3 is a step without premises or without a conclusion; kept, not drawn',
      '4 is an attack without both of its sides on the map; kept, not drawn',
      '5 is an attack without both of its sides on the map; kept, not drawn',
      '1 has the name of an earlier node; kept, not drawn',
      '7 is of the kind “EN”, which the map has not; kept, not drawn',
      '1 node of kind L (what was said, and by whom); kept, not drawn',
      'an edge joins two claims without a step between them; kept, not drawn',
      'an edge comes from ‘9’, which is not in the file; kept, not drawn',
    ]);
  });

  it('shows HTML as the words that it is', () => {
    const { records } = read([node(1, 'I', '<img src=x onerror=alert(1)>')], []);
    expect(claims(records)[0]?.wording).to.equal('<img src=x onerror=alert(1)>');
  });

  it('lets nothing in a file become a property of ours', () => {
    const text =
      '{"nodes":[{"nodeID":"__proto__","type":"I","text":"x","__proto__":{"polluted":1}}],"edges":[],"__proto__":{"polluted":1}}';
    readAif(text, now);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('reads NaN, which is no JSON, as nothing, and says so', () => {
    const { records, findings } = readAif(
      '{"nodes":[{"nodeID":1,"type":"I","text":"NaN","x":NaN}],"edges":[]}',
      now,
    );
    expect(claims(records)[0]?.wording).to.equal('NaN');
    expect(findings[0]?.words).to.include('NaN');
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ['what is no JSON', 'graph { }', 'the file is not sound JSON; not read'],
    ['JSON that is no AIF', '{"records":[]}', 'the file has no list of nodes, so it is no AIF; not read'],
    [
      'a bomb of brackets',
      `{"nodes":${'['.repeat(200_000)}`,
      'the file is nested deeper than 100 levels; not read',
    ],
    [
      'more nodes than are read',
      JSON.stringify({
        nodes: Array.from({ length: 100_000 }, (_unused, at) => ({ nodeID: at, type: 'I' })),
        edges: [],
      }),
      'the file has 100,000 nodes, and at most 60,000 are read; not read',
    ],
  ];
  for (const [what, text, words] of refused) {
    it(`refuses ${what} with a sentence`, () => {
      const { records, findings } = readAif(text, now);
      expect(records).to.deep.equal([]);
      expect(findings.map((one) => one.words)).to.deep.equal([words]);
    });
  }

  it('keeps two files apart that call their nodes alike', () => {
    const file = (text: string) =>
      read([node(1, 'I', text), node(2, 'I', `${text}, since`), node(3, 'RA')], [edge(2, 3), edge(3, 1)])
        .records;
    const both = [...file('One'), ...file('Two')];
    const again = readAif(JSON.stringify(written(both)), now).records;
    const said = (records: readonly NotebookRecord[]): string[] =>
      steps(records).map(({ premises, conclusion }) => {
        const words = (id: string): string => claims(records).find((one) => one.id === id)?.wording ?? 'gone';
        return `${premises.map((one) => words(one.claim)).join()} > ${words(conclusion)}`;
      });
    expect(said(again)).to.have.members(['One, since > One', 'Two, since > Two']);
    expect(new Set(written(both).nodes.map(({ nodeID }) => nodeID)).size).to.equal(6);
  });

  it('drops with a claim that was deleted the edges that led to it', () => {
    const file = read(
      [node(1, 'I', 'a'), node(2, 'I', 'b'), node(3, 'L'), node(4, 'YA')],
      [edge(3, 4), edge(4, 1)],
    );
    const left = file.records.filter((record) => record.kind !== 'claim' || record.wording !== 'a');
    const { nodes, edges } = written(left);
    expect(nodes.map(({ nodeID }) => nodeID)).to.deep.equal([2, 3, 4]);
    expect(edges.map(({ fromID, toID }) => [fromID, toID])).to.deep.equal([[3, 4]]);
  });
});
