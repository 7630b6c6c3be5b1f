/** What taking in an argument plans: nothing twice, three ways field by field, nothing lost, all of it undone as one. */
import { expect } from '@open-wc/testing';
import { argumentEdit, planArgument, type ArgumentPlan, type Choice } from '../../src/app/argument-plan.ts';
import { argumentSentences } from '../../src/app/argument-words.ts';
import { argumentLayer } from '../../src/app/argument-layer.ts';
import type { Store } from '../../src/desk/store.ts';
import type { ArgumentFile } from '../../src/formats/argument-file.ts';
import { readArgumentText } from '../../src/formats/argument-text.ts';
import { writeArgdown } from '../../src/formats/argdown-write.ts';
import { Fault } from '../../src/model/fault.ts';
import type { Claim } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { readNotebookFile } from '../../src/notebook/file.ts';
import { sample } from '../formats/exchange.ts';
import { deskOn } from '../support/desk.ts';

const made = '2026-11-24T12:00:00Z';
const before = '2026-11-20T12:00:00Z';
const later = '2026-11-25T12:00:00Z';
const stamp = { creator: 'self', created: before, modified: before };

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

const records: readonly NotebookRecord[] = [
  claim('c', 'The conclusion.', { role: 'conclusion' }),
  claim('p', 'A premise.'),
  {
    kind: 'inference',
    id: 's',
    premises: [{ claim: 'p', role: null }],
    conclusion: 'c',
    gist: '',
    implicit: false,
    scheme: null,
    qualifier: null,
    questions: [],
    foreign: null,
    ...stamp,
  },
];

const deskWith = (...own: readonly NotebookRecord[]): Store => deskOn(sample.paper, { own }).store;

const hereIn = (store: Store, id: string): NotebookRecord | undefined =>
  store.desk.layers.at(-1)?.records.get(id);

function exported(store: Store): string {
  const own = [...(store.desk.layers.at(-1)?.records.values() ?? [])];
  const paper = { title: store.desk.paper.front.title, hash: store.desk.version };
  return writeArgdown(own, { title: 'Mine', paper, now: made });
}

const read = (text: string): Promise<ArgumentFile> => readArgumentText(text, 'a file', later);

async function planned(store: Store, text: string): Promise<ArgumentPlan> {
  const steps = planArgument(store.desk, await read(text));
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

function taken(
  store: Store,
  plan: ArgumentPlan,
  chosen: Record<string, Choice> = {},
  withGone = false,
): boolean {
  const edit = argumentEdit(plan, { conflicts: new Map(Object.entries(chosen)), withGone }, later);
  return edit !== null && store.run(() => edit);
}

describe('taking in an argument', () => {
  it('plans nothing for a file that was just written', async () => {
    const store = deskWith(...records);
    const plan = await planned(store, exported(store));
    expect([plan.fresh, plan.changed, plan.conflicts, plan.gone]).to.deep.equal([[], [], [], []]);
    expect(plan.same).to.equal(3);
    expect(plan.otherPaper).to.equal(null);
    expect(argumentEdit(plan, { conflicts: new Map(), withGone: false }, later)).to.equal(null);
    expect(argumentSentences(plan)[0]).to.equal('Nothing in this file is new here.');
  });

  it('takes what was changed in the file, keeps what was changed here, and one undo takes it back', async () => {
    const store = deskWith(...records);
    const text = exported(store).replace('A premise.', 'A better premise.');
    store.run(() => ({
      label: 'Note',
      put: [claim('p', 'A premise.', { notes: ['fn1'], modified: later })],
    }));
    const plan = await planned(store, text);
    expect(plan.changed.map(({ here, fields }) => [here.id, fields])).to.deep.equal([
      ['p', [{ field: 'wording', how: 'taken' }]],
    ]);
    expect(plan.conflicts).to.deep.equal([]);
    expect(taken(store, plan)).to.equal(true);
    const merged = hereIn(store, 'p') as Claim;
    expect([merged.wording, merged.notes]).to.deep.equal(['A better premise.', ['fn1']]);
    store.undo();
    expect((hereIn(store, 'p') as Claim).wording).to.equal('A premise.');
  });

  for (const [choice, wording, others] of [
    ['here', 'My premise.', []],
    ['there', 'Their premise.', []],
    ['both', 'My premise.', ['Their premise.']],
  ] as const) {
    it(`asks where both sides changed the same, and does what was chosen: ${choice}`, async () => {
      const store = deskWith(...records);
      const text = exported(store).replace('A premise.', 'Their premise.');
      store.run(() => ({ label: 'Edit', put: [claim('p', 'My premise.', { modified: later })] }));
      const plan = await planned(store, text);
      expect(plan.conflicts.map(({ fields }) => fields)).to.deep.equal([[{ field: 'wording', how: 'both' }]]);
      taken(store, plan, { p: choice });
      const now = hereIn(store, 'p') as Claim;
      expect(now.wording).to.equal(wording);
      expect(now.wordings.map((one) => one.text)).to.deep.equal(others);
    });
  }

  it('offers to remove what is gone from the file, and does not by itself', async () => {
    const store = deskWith(...records);
    const text = exported(store).replace(/^ {2}\+ \[A premise\]\n/mu, '');
    const plan = await planned(store, text);
    expect(plan.gone.map(({ id }) => id)).to.deep.equal(['s']);
    expect(taken(store, plan)).to.equal(false);
    expect(hereIn(store, 's')).to.not.equal(undefined);
    expect(taken(store, plan, {}, true)).to.equal(true);
    expect(hereIn(store, 's')).to.equal(undefined);
  });

  it('never takes for gone what was made here since', async () => {
    const store = deskWith(...records);
    const text = exported(store);
    store.run(() => ({
      label: 'New',
      put: [claim('new', 'Made since.', { created: later, modified: later })],
    }));
    expect((await planned(store, text)).gone).to.deep.equal([]);
  });

  it('never takes for gone what was not exported', async () => {
    const store = deskWith(...records, claim('apart', 'Not exported.'));
    const text = writeArgdown(records, { title: '', paper: null, now: made });
    expect((await planned(store, text)).gone).to.deep.equal([]);
  });

  it('takes an argument of another program in once, and follows its file while nobody touches it here', async () => {
    const store = deskWith();
    const text = '[A]: One.\n  + [B]: Two.\n  - [C]: Three.\n';
    const first = await planned(store, text);
    expect(first.fresh.map(({ kind }) => kind).sort()).to.deep.equal([
      'claim',
      'claim',
      'claim',
      'conflict',
      'inference',
    ]);
    taken(store, first);
    expect((await planned(store, text)).fresh).to.deep.equal([]);
    const edited = await planned(store, text.replace('Two.', 'Two and a half.'));
    expect(edited.changed.map(({ fields }) => fields.map(({ field }) => field))).to.deep.equal([['wording']]);
    expect(edited.conflicts).to.deep.equal([]);
  });

  it('leaves out what is unsound, and says so', async () => {
    const store = deskWith();
    const plan = await planned(store, `[A]: One. {warrant: {id: "a", role: "king"}}\n`);
    expect(plan.fresh).to.deep.equal([]);
    expect(plan.findings.map(({ key, words }) => `${key} ${words}`).join()).to.contain(
      'a role is not one of',
    );
  });

  it('says when the file is about another paper', async () => {
    const store = deskWith();
    const text = writeArgdown(records, {
      title: '',
      paper: { title: 'Another', hash: 'sha256-1' },
      now: made,
    });
    expect((await planned(store, text)).otherPaper).to.equal('Another');
  });

  it('becomes a notebook that can be opened beside', async () => {
    const store = deskWith();
    const file = argumentLayer(store.desk, await read('[A]: One.\n  + [B]: Two.\n'), 'mine.argdown', later);
    const notebook = readNotebookFile(await file.text());
    expect(notebook.records).to.have.lengthOf(3);
    expect(notebook.paper.hash).to.equal(store.desk.version);
    expect(notebook.name).to.equal('mine.argdown');
  });

  it('refuses what is no argument', async () => {
    for (const text of ['Only words.', '{"type":"warrant-notebook","version":1}', '<html></html>', '\0\0']) {
      const code = await read(text).then(
        () => null,
        (error: unknown) => (error instanceof Fault ? error.code : error),
      );
      expect(code, text).to.equal('argument/unknown');
    }
  });
});
