import { expect } from '@open-wc/testing';
import { readArgdown } from '../../src/formats/argdown-read.ts';
import { writeArgdown } from '../../src/formats/argdown-write.ts';
import { Fault } from '../../src/model/fault.ts';
import { changedSince } from '../../src/formats/record-base.ts';
import type { Claim, Conflict, Inference } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { Unsound } from '../../src/model/shapes.ts';
import { readRecord } from '../../src/notebook/validate.ts';
import { coreMap } from './argdown-core.ts';
import { hostileWords, MadeUp } from './made-up.ts';

const now = '2026-11-24T12:00:00Z';
const scene = { now, name: 'a.argdown' };
const context = { title: 'A title', paper: { title: 'The paper', hash: 'sha256-0' }, now };

const byId = (records: readonly NotebookRecord[]): Record<string, NotebookRecord> =>
  Object.fromEntries(
    [...records].sort((one, other) => (one.id < other.id ? -1 : 1)).map((one) => [one.id, one]),
  );

function sound(record: NotebookRecord): NotebookRecord {
  const read = readRecord(record);
  if (read instanceof Unsound) throw new RangeError(`${record.id}: ${read.toString()}`);
  return read;
}

const files = [
  'broken',
  'circles',
  'comments',
  'groups',
  'lists',
  'odd',
  'relations',
  'right-to-left',
  'sketches',
]
  .concat(['strict', 'structures', 'whole-arguments', 'wordings'])
  .map((name) => `${name}.argdown`);

const textOf = async (name: string): Promise<string> =>
  (await fetch(new URL(`./argdown/${name}`, import.meta.url))).text();

const read = (text: string) => readArgdown(text, scene);

const stamp = { creator: 'reader', created: now, modified: now };

const claim = (id: string, wording: string, more: Partial<Claim> = {}): Claim => ({
  kind: 'claim',
  id,
  role: 'premise',
  wording,
  targets: [],
  notes: [],
  group: null,
  aside: false,
  wordings: [],
  foreign: null,
  ...stamp,
  ...more,
});

const step = (id: string, premises: readonly string[], conclusion: string): Inference => ({
  kind: 'inference',
  id,
  premises: premises.map((one) => ({ claim: one, role: null })),
  conclusion,
  gist: '',
  implicit: false,
  scheme: null,
  qualifier: null,
  questions: [],
  foreign: null,
  ...stamp,
});

const attack = (id: string, from: string, to: string, more: Partial<Conflict> = {}): Conflict => ({
  kind: 'conflict',
  id,
  from,
  to,
  attack: 'rebut',
  mutual: false,
  gist: '',
  question: null,
  foreign: null,
  ...stamp,
  ...more,
});

describe('arguments as Argdown', () => {
  it('come back as the very records, whatever their words, links and strays', async () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const records = new MadeUp(seed, { claims: 10, isHostile: true }).records.map(sound);
      const { records: back, findings, bases, made, paper } = await read(writeArgdown(records, context));
      expect(findings, `seed ${seed}`).to.deep.equal([]);
      expect(byId(back), `seed ${seed}`).to.deep.equal(byId(records));
      for (const record of records)
        expect([...(changedSince(bases.get(record.id) ?? '', record) ?? ['?'])], record.id).to.deep.equal([]);
      expect(made).to.equal(now);
      expect(paper).to.deep.equal(context.paper);
    }
  }).timeout(60_000);

  it('parse in @argdown/core without errors', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const { records } = new MadeUp(seed, { claims: 10, isHostile: true });
      expect(coreMap(writeArgdown(records, context)).errors, `seed ${seed}`).to.deep.equal([]);
    }
  }).timeout(60_000);

  it('say every word there as it is said here', () => {
    const claims = hostileWords.map((words, at) => claim(`c${at}`, words));
    const { statements, errors } = coreMap(writeArgdown(claims, context));
    expect(errors).to.deep.equal([]);
    expect(statements).to.have.lengthOf(claims.length);
    const said = statements.map((one) => /: (.*) \(\) in undefined$/u.exec(one)?.[1] ?? one);
    for (const words of hostileWords) {
      // What no line can hold is shown tamed; the exact words are in the data.
      const shown = words
        .replace(/[\p{Cc}\u2028\uFEFF]+/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim();
      expect(said.some((one) => one.endsWith(shown === '' ? '…' : shown))).to.equal(
        true,
        JSON.stringify(words),
      );
    }
  });

  it('are the same map there: who supports, attacks and undercuts whom', () => {
    const records = [
      claim('c', 'The conclusion.', { role: 'conclusion' }),
      claim('p', 'A premise.'),
      claim('q', 'Another premise.'),
      claim('m', 'What lies between.'),
      claim('u', 'The undercutter.'),
      claim('a', 'The attacker.'),
      claim('b', 'What excludes it.'),
      step('s1', ['p', 'q'], 'm'),
      step('s2', ['m'], 'b'),
      step('s3', ['b'], 'c'),
      attack('x1', 'u', 's2', { attack: 'undercut' }),
      attack('x2', 'a', 'p', { attack: 'undermine' }),
      attack('x3', 'b', 'c', { mutual: true }),
    ];
    const map = coreMap(writeArgdown(records, context));
    expect(map.errors).to.deep.equal([]);
    expect(map.relations).to.deep.equal([
      'attack equivalence-class The attacker → equivalence-class A premise',
      'contradictory equivalence-class The conclusion → equivalence-class What excludes it',
      'support equivalence-class What excludes it → equivalence-class The conclusion',
      'undercut equivalence-class The undercutter → step 0 of For What excludes it',
    ]);
    expect(map.arguments).to.deep.equal([
      'For What excludes it:  ()  What lies between /  What excludes it',
      'For What lies between:  ()  A premise /  Another premise /  What lies between',
    ]);
  });

  it('hold five thousand claims and steps', async () => {
    const records = new MadeUp(5, { claims: 2_500, isHostile: false }).records.map(sound);
    const { records: back } = await read(writeArgdown(records, context));
    expect(back.length).to.equal(records.length);
    expect(byId(back)).to.deep.equal(byId(records));
  }).timeout(60_000);
});

describe('Argdown of others', () => {
  for (const name of files) {
    it(`${name}: read, written and read again it is the same, here and in @argdown/core`, async () => {
      const text = await textOf(name);
      const first = await read(text);
      first.records.forEach(sound);
      const written = writeArgdown(first.records, { ...context, title: first.title });
      const second = await read(written);
      expect(second.findings).to.deep.equal([]);
      expect(byId(second.records)).to.deep.equal(byId(first.records));
      const there = coreMap(written);
      expect(there.errors).to.deep.equal([]);
      if (name !== 'broken.argdown') expect(there).to.deep.equal(coreMap(text));
    });
  }

  it('gives the same ids each time, and other ids for the same titles in another file', async () => {
    const text = '[A]: One.\n  + [B]: Two.\n';
    const ids = async (one: string): Promise<readonly string[]> =>
      (await read(one)).records.map(({ id }) => id);
    expect(await ids(text)).to.deep.equal(await ids(text));
    const other = await ids(`===\ntitle: Another\n===\n\n${text}`);
    expect(new Set(other).size).to.equal(other.length);
    expect((await ids(text)).some((id) => other.includes(id))).to.equal(false);
  });

  it('takes a sketch, its undercut, and a structure of three steps for what they are', async () => {
    const { records } = await read(await textOf('structures.argdown'));
    const claims = new Map(records.flatMap((one) => (one.kind === 'claim' ? [[one.id, one.wording]] : [])));
    const steps = records.filter((one) => one.kind === 'inference');
    const said = steps.map(({ premises, conclusion, scheme }) => [
      premises.map((one) => claims.get(one.claim)),
      claims.get(conclusion),
      scheme,
    ]);
    expect(said).to.deep.include([
      ['Two witnesses share an error.', 'Shared errors are inherited.'],
      'They share a source.',
      null,
    ]);
    expect(said).to.deep.include([
      ['They share a source.', 'The source is older than both.'],
      'The source is old.',
      'Elimination, comparison',
    ]);
    const undercut = records.find((one) => one.kind === 'conflict' && one.attack === 'undercut') as Conflict;
    const second = steps.find(({ scheme }) => scheme === 'Elimination, comparison');
    expect(undercut.to).to.equal(second?.id);
    expect(claims.get(undercut.from)).to.equal('Errors are made twice.');
  });

  it('names what it cannot read by line and column, keeps it, and reads the rest', async () => {
    const { records, findings } = await read(await textOf('broken.argdown'));
    expect(findings.map(({ line }) => line)).to.deep.equal([15, 4, 9, 11, 13]);
    expect(findings.map(({ words }) => words).join('\n')).to.contain('column 5: “words after a reference”');
    const wordings = records.flatMap((one) => (one.kind === 'claim' ? [one.wording] : []));
    expect(wordings).to.include.members(['Sound before.', 'Sound between.', 'and its support.']);
    const kept = records.flatMap((one) => (one.kind === 'extra' ? [one.content] : []));
    expect(kept.join('\n')).to.contain('(1) A premise without its inference');
  });

  it('refuses more claims than a map can show, and what is no Argdown at all', async () => {
    const many = Array.from({ length: 20_001 }, (_, at) => `[C${at}]: Words.`).join('\n\n');
    const code = async (text: string): Promise<unknown> =>
      read(text).then(
        () => null,
        (error: unknown) => (error instanceof Fault ? error.code : error),
      );
    expect(await code(many)).to.equal('argument/too-many');
    expect(await code('  + nothing\n')).to.equal('argument/broken');
  });

  it('changes no prototype, runs nothing, and writes out no bomb', async () => {
    const bomb = [
      'a: &a [x]',
      ...'bcdefghijk'.split('').map((key, at) => {
        const before = 'abcdefghijk'[at];
        return `${key}: &${key} [${Array(10).fill(`*${before}`).join(', ')}]`;
      }),
    ];
    const text = `===\n${bomb.join('\n')}\n===\n\n[__proto__]: Hostile. {__proto__: {polluted: true}, constructor: {a: 1}}\n\n<img src=x onerror=alert(1)>: <script>\n`;
    const { records } = await read(text);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect(records.map(sound).length).to.be.greaterThan(0);
  });
});

describe('an Argdown file of ours that was edited elsewhere', () => {
  const records = [
    claim('c', 'The conclusion.', { role: 'conclusion', notes: ['fn1'] }),
    claim('p', 'A premise.', { targets: [{ exact: 'words', prefix: '', suffix: '', start: 1, end: 6 }] }),
    claim('d', 'A doubt.'),
    step('s', ['p'], 'c'),
    attack('x', 'd', 'p'),
  ];
  const text = writeArgdown(records, context);

  it('keeps what stands in the data, and takes new words', async () => {
    const { records: back, bases } = await read(text.replace('A premise.', 'A better premise.'));
    const changed = back.find(({ id }) => id === 'p') as Claim;
    expect(changed.wording).to.equal('A better premise.');
    expect(changed.targets).to.have.lengthOf(1);
    expect([...(changedSince(bases.get('p') ?? '', changed) ?? [])]).to.deep.equal(['wording']);
    expect(byId(back)['c']).to.deep.equal(records[0]);
  });

  it('loses a relation that was struck out, and has one that was added', async () => {
    const edited = text
      .replace(/^ {2}- \[A doubt\]\n/mu, '')
      .replace(/\n*$/u, '\n\n[New]: Something new.\n  +> [A doubt]\n');
    const { records: back } = await read(edited);
    expect(back.some(({ id }) => id === 'x')).to.equal(false);
    const fresh = back.filter(({ id }) => !records.some((one) => one.id === id));
    expect(fresh.map(({ kind }) => kind).sort()).to.deep.equal(['claim', 'inference']);
    const link = fresh.find((one) => one.kind === 'inference') as Inference;
    expect(link.conclusion).to.equal('d');
  });
});
