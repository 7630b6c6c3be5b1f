/** What an import plans: nothing twice, nothing harmed, every link kept, all of it undone as one. */
import { expect } from '@open-wc/testing';
import { planImport, type ImportPlan } from '../../src/app/import-plan.ts';
import type { Store } from '../../src/desk/store.ts';
import { readAnnotations } from '../../src/formats/annotations.ts';
import { findingSentence } from '../../src/formats/finding.ts';
import { hypothesisExport } from '../../src/formats/hypothesis-write.ts';
import { annotationCollection } from '../../src/formats/w3c-collection.ts';
import { zoteroExport } from '../../src/formats/zotero-write.ts';
import type { Annotation, NotebookRecord } from '../../src/model/records.ts';
import { hash, marks, sample, scene, type Item } from '../formats/exchange.ts';
import { Dice } from '../notebook/generate.ts';
import { deskOn, ownRecord } from '../support/desk.ts';

const head = { notebook: 'own', label: 'Mine', creator: '', now: scene.now, hash };

async function planned(store: Store, file: unknown, now = scene.now): Promise<ImportPlan> {
  const read = await readAnnotations([JSON.stringify(file)], '', { ...scene, now }, () => Promise.resolve());
  const steps = planImport(store.desk, read);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

async function imported(store: Store, file: unknown, now = scene.now): Promise<ImportPlan> {
  const plan = await planned(store, file, now);
  if (plan.put.length > 0) store.run(() => ({ label: 'Import', put: plan.put }));
  return plan;
}

const own = (store: Store): NotebookRecord[] => [...(store.desk.layers.at(-1)?.records.values() ?? [])];
const byId = (records: Iterable<NotebookRecord>): NotebookRecord[] =>
  [...records].sort((one, other) => (one.id < other.id ? -1 : 1));
const words = (plan: ImportPlan): string[] => plan.findings.map(findingSentence);

const exact = (text: string): Item => ({ type: 'TextQuoteSelector', exact: text });
const note = (id: string, more: Item = {}): Item => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id,
  type: 'Annotation',
  created: '2024-01-01T00:00:00Z',
  creator: 'Jo',
  bodyValue: 'So',
  target: { source: 'https://example.org/p', selector: exact('nationalised') },
  ...more,
});

/** Records whose links all lead to one another, as a notebook's do. */
const notebook = (seed: number): NotebookRecord[] => {
  const dice = new Dice(seed);
  return Array.from({ length: 30 }, () => dice.record()).map((record) =>
    record.kind === 'annotation' ? { ...record, replyTo: null } : record,
  );
};

describe('an import', () => {
  it('of a whole notebook into an empty one makes the same notebook, and one undo takes it back', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { store } = deskOn(sample.paper);
      const records = notebook(seed);
      await imported(store, annotationCollection(sample.paper, records, head));
      expect(byId(own(store))).to.deep.equal(byId(records));
      store.undo();
      expect(own(store)).to.deep.equal([]);
      store.redo();
      expect(own(store)).to.have.length(records.length);
    }
  });

  it('of the same file a second time plans nothing, in every format, later too', async () => {
    const all = marks(7, 20);
    const files = [
      annotationCollection(sample.paper, all, head),
      hypothesisExport(sample.paper, all, scene),
      zoteroExport(sample.paper, all, scene).items,
      [
        note('urn:x:1'),
        note('urn:x:2', { created: 'once' }),
        note('urn:x:3', { id: undefined, created: 'x' }),
      ],
    ];
    for (const file of files) {
      const { store } = deskOn(sample.paper);
      const first = await imported(store, file);
      expect(first.put.length).to.be.above(2);
      const again = await planned(store, file, '2030-01-01T00:00:00Z');
      expect(again.put).to.deep.equal([]);
      expect(again.known).to.equal(first.put.length);
    }
  });

  it('of what was exported plans nothing, whatever the other program has no word for', async () => {
    const { start, end } = sample.range('e', 'f');
    const target = { exact: 'nationalised', prefix: 'were ', suffix: '.', start, end };
    const all = marks(9, 20).map((record): Annotation => ({
      ...record,
      targets: [target],
      replyTo: null,
      body: 'x',
    }));
    const { store } = deskOn(sample.paper, { own: all });
    for (const file of [
      annotationCollection(sample.paper, all, head),
      hypothesisExport(sample.paper, all, scene),
      zoteroExport(sample.paper, all, scene).items,
    ])
      expect((await planned(store, file)).put).to.deep.equal([]);
  });

  it('leaves alone what the reader has changed since the same file was taken in', async () => {
    const { store } = deskOn(sample.paper);
    const file = [note('urn:x:1')];
    const [record] = (await imported(store, file)).put as [Annotation];
    store.run(() => ({
      label: 'Edit',
      put: [{ ...record, body: 'Not so', modified: '2026-05-05T00:00:00Z' }],
    }));
    expect(await planned(store, file)).to.deep.include({ put: [], known: 1 });
    expect(ownRecord(store, record.id, 'annotation').body).to.equal('Not so');
  });

  it('gives a new id to what goes by the id of another, and what points to it follows', async () => {
    const [mine] = marks(11, 1) as [Annotation];
    const { store } = deskOn(sample.paper, { own: [{ ...mine, id: 'a' }] });
    const theirs = { ...mine, id: 'a', creator: 'Someone', body: 'Other words', replyTo: null };
    const file = annotationCollection(sample.paper, [theirs, { ...theirs, id: 'b', replyTo: 'a' }], head);
    const { put } = await imported(store, file);
    const [other, reply] = put as [Annotation, Annotation];
    expect(other.id).not.to.equal('a');
    expect(other.body).to.equal('Other words');
    expect(reply.replyTo).to.equal(other.id);
    expect(ownRecord(store, 'a', 'annotation')).to.deep.equal({ ...mine, id: 'a' });
    expect((await planned(store, file)).put).to.deep.equal([]);
  });

  it('takes an id that occurs twice once where both say the same, and apart where they do not', async () => {
    const { store } = deskOn(sample.paper);
    const file = [note('urn:x:1'), note('urn:x:1'), note('urn:x:1', { bodyValue: 'Else', creator: 'Al' })];
    const plan = await planned(store, file);
    expect(plan.put.map((record) => (record as Annotation).body)).to.deep.equal(['So', 'Else']);
    expect(new Set(plan.put.map(({ id }) => id)).size).to.equal(2);
    expect(words(plan)).to.deep.equal([
      'Entry 3 ‘urn:x:1’, line 1: another one goes by its id; taken under a new one.',
    ]);
  });

  it('opens every circle of replies, and keeps all that is in it', async () => {
    const { store } = deskOn(sample.paper);
    const reply = (id: string, to: string): Item =>
      note(id, { motivation: 'replying', target: to, bodyValue: id });
    const file = [
      reply('urn:x:self', 'urn:x:self'),
      ...Array.from({ length: 3_000 }, (_, at) => reply(`urn:x:${at}`, `urn:x:${(at + 1) % 3_000}`)),
      reply('urn:x:tail', 'urn:x:1'),
      reply('urn:x:orphan', 'urn:x:nowhere'),
    ];
    const { put, findings } = await planned(store, file);
    expect(put).to.have.length(3_003);
    expect(findings).to.have.length(2);
    const parents = new Map(put.map((record) => [record.id, (record as Annotation).replyTo]));
    for (const start of parents.keys()) {
      let steps = 0;
      for (let at: string | null = start; at !== null; at = parents.get(at) ?? null) {
        steps += 1;
        if (steps > 3_010) expect.fail('a circle');
      }
    }
  });

  it('counts marks, replies, claims, and passages that are not in this paper', async () => {
    const { store } = deskOn(sample.paper);
    const plan = await planned(store, [
      note('urn:x:1'),
      note('urn:x:2', { target: { source: 'urn:x:p', selector: exact('of quite another paper') } }),
      note('urn:x:3', { motivation: 'replying', target: 'urn:x:1' }),
      note('urn:x:4', { target: 'https://example.org/p' }),
      { id: 'x', type: 'Note' },
    ]);
    expect(plan).to.include({ marks: 3, replies: 1, others: 0, known: 0, unplaced: 1 });
    expect(words(plan)).to.have.length(1);
    const claims = annotationCollection(sample.paper, notebook(3), head);
    const all = await planned(store, claims);
    expect(all.others).to.equal(notebook(3).filter(({ kind }) => kind !== 'annotation').length);
  });

  it('keeps the reader’s own name for a colour', async () => {
    const stamp = { creator: '', created: scene.now, modified: scene.now };
    const meaning = { kind: 'meaning', id: 'meaning-red', colour: 'red', name: 'Mine', ...stamp } as const;
    const { store } = deskOn(sample.paper, { own: [meaning] });
    const theirs = { ...meaning, name: 'Theirs', modified: '2030-01-01T00:00:00Z' };
    expect(await planned(store, annotationCollection(sample.paper, [theirs], head))).to.deep.include({
      put: [],
      known: 1,
    });
  });

  it('cuts a tag that is longer than any, and says so', async () => {
    const { store } = deskOn(sample.paper);
    const body = [{ value: 'x'.repeat(300), purpose: 'tagging' }];
    const plan = await planned(store, [note('urn:x:1', { bodyValue: undefined, body })]);
    expect((plan.put[0] as Annotation).tags[0]).to.have.length(200);
    expect(words(plan)[0]).to.include('was cut');
  });
});
