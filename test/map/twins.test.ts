/**
 * Canvas, outline and records say the same, after every command: one by one, in long generated sequences, with undo and
 * redo. That the proof can fail is proven, too: on arguments and pages of which one thing has been changed.
 */
import { expect } from '@open-wc/testing';
import { argument, type Desk } from '../../src/desk/desk.ts';
import type { Line } from '../../src/desk/line-commands.ts';
import type { Store } from '../../src/desk/store.ts';
import type { LineAct } from '../../src/map/outline-act.ts';
import { lineActs } from '../../src/map/outline-acts.ts';
import { OutlineView } from '../../src/map/outline-view.ts';
import { savedFrom, type Writing } from '../../src/map/outline-writing.ts';
import { placeItems, type OutlineItem } from '../../src/map/outline.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { newId } from '../../src/notebook/id.ts';
import { ownStoreOf, storeOf } from './desk-of.ts';
import { grownRecords, seeded } from './grown.ts';
import { sampleRecords } from './sample.ts';
import { asDrawn, drawnWhole, renderedOutline, toldByCanvas, toldByOutline, toldByRecords } from './told.ts';

/** Fails where one of the three says something else; `what` says what was done. */
function agree(desk: Desk, what: string): void {
  const wanted = toldByRecords(desk);
  expect(toldByOutline(renderedOutline(desk)), `the outline after ${what}`).to.deep.equal(wanted);
  expect(toldByCanvas(desk, drawnWhole(desk)), `the canvas after ${what}`).to.deep.equal(asDrawn(wanted));
}

/** A reader at random: goes from line to line and does whatever can be done there. */
class Rambler {
  readonly #store: Store;
  readonly #random: () => number;
  readonly #done: Set<string>;
  #cut: Line | null = null;
  #number = 0;

  constructor(store: Store, seed: number, done: Set<string>) {
    this.#store = store;
    this.#random = seeded(seed);
    this.#done = done;
  }

  /** Does one thing, and answers what. */
  step(): string {
    const kind = this.#random();
    if (kind < 0.08) return `undo of ${this.#store.undo()}`;
    if (kind < 0.14) return `redo of ${this.#store.redo()}`;
    const view = new OutlineView();
    view.update(this.#store.desk);
    const items = placeItems(view.items, () => true).map((one) => one.item);
    const item = this.#pick(items);
    if (!item) return this.#first();
    const acts = this.#actsOf(item, view);
    const rare = acts.filter(({ id }) => !this.#done.has(id));
    const act = this.#pick(rare.length > 0 && this.#random() < 0.5 ? rare : acts);
    if (!act) return 'nothing';
    this.#do(act);
    this.#done.add(act.id);
    return `${act.id} on ${item.kind} ${item.id}`;
  }

  #pick<T>(all: readonly T[]): T | undefined {
    return all[Math.floor(this.#random() * all.length)];
  }

  #actsOf(item: OutlineItem, view: OutlineView): LineAct[] {
    const { desk } = this.#store;
    if (this.#cut && !argument(desk).claims.has(this.#cut.claim)) this.#cut = null;
    const known = ['run', 'write', 'cut', 'session'];
    return (
      lineActs({ desk, item, view, cut: this.#cut })
        .flat()
        .filter((act) => act.whyNot === null && known.includes(act.does.do))
        // What is chosen already can be chosen again, and nothing happens.
        .filter((act) => act.kind !== 'radio' || !act.isOn)
    );
  }

  #do({ id, does }: LineAct): void {
    if (does.do === 'run')
      expect(this.#store.run(does.command), `${id} can be done, since nothing is against it`).to.equal(true);
    else if (does.do === 'cut') this.#cut = does.line;
    else if (does.do === 'session') this.#store.setSession(does.patch);
    else if (does.do === 'write') this.#write(does.writing);
  }

  #first(): string {
    this.#write({
      kind: 'new',
      spot: { relation: 'free', to: null },
      key: null,
      isBeside: false,
      role: 'conclusion',
      group: null,
    });
    return 'the first claim';
  }

  #write(writing: Writing): void {
    const text = this.#text(writing.kind);
    const { command, whyNot } = savedFrom(writing, this.#store.desk, { text, role: null, id: newId() });
    expect(this.#store.run(command), `${writing.kind}: ${whyNot}`).to.equal(whyNot === null);
  }

  #text(kind: Writing['kind']): string {
    this.#number += 1;
    if (kind === 'notes') return this.#pick(['', '3', '5, 8, 13']) ?? '';
    const groups = [...argument(this.#store.desk).groups.values()].map(({ title }) => title);
    if (kind === 'group') return this.#pick(['', `Group ${this.#number}`, ...groups]) ?? '';
    return `Words number ${this.#number}`;
  }
}

const all = (store: Store): Desk => store.desk;

describe('canvas, outline and records', () => {
  it('say the same of the sample, of grown arguments, and of nothing', () => {
    agree(all(ownStoreOf([])), 'nothing');
    agree(all(storeOf(sampleRecords)), 'opening the sample');
    for (const seed of [1, 2, 3]) agree(all(ownStoreOf(grownRecords(120, seed))), `growing from ${seed}`);
  });

  it('say the same while claims are weighed and without a source', () => {
    const store = ownStoreOf(sampleRecords);
    store.setSession({ weighing: true });
    agree(store.desk, 'weighing');
    expect(Object.values(toldByRecords(store.desk).claims).map(({ label }) => label)).to.include.members([
      'accepted',
      'undecided',
    ]);
    store.setSession({ setAside: new Set(['d1', 'p13']) });
    agree(store.desk, 'setting two aside');
    store.setSession({ weighing: false });
    agree(store.desk, 'weighing no more');
  });

  describe('after every command, whatever is done in whatever order, undone and done again', () => {
    const done = new Set<string>();
    for (let seed = 1; seed <= 8; seed += 1) {
      it(`say the same (${seed})`, () => {
        const own = seed % 3 === 1 ? sampleRecords : grownRecords(20, seed);
        const store = ownStoreOf(seed % 3 === 0 ? [] : own);
        store.setSession({ weighing: seed % 2 === 0 });
        const rambler = new Rambler(store, seed, done);
        for (let number = 1; number <= 45; number += 1) agree(store.desk, `${number}: ${rambler.step()}`);
        while (store.undo()) agree(store.desk, 'undoing to the end');
        while (store.redo()) agree(store.desk, 'doing again to the end');
      });
    }

    it('with every command among them', () => {
      const every =
        'new-support new-attack new-undercut new-beside cut paste paste-attack paste-undercut merge delete take-away turn link ' +
        'mutual undermine prefer gist implicit as-grounds as-warrant as-backing edit another notes group ' +
        'role-conclusion role-issue role-determinant role-background role-premise aside set-aside promote split';
      expect([...done]).to.include.members(every.split(' '));
    });
  });

  it('say the same of a reader’s own work on an edition that they cannot change', () => {
    const store = storeOf(sampleRecords);
    const rambler = new Rambler(store, 11, new Set());
    for (let number = 1; number <= 60; number += 1) agree(store.desk, `${number}: ${rambler.step()}`);
  });
});

/** The sample with one record changed or left out. */
const changed = (id: string, change: (record: never) => NotebookRecord | null): Desk =>
  ownStoreOf(
    sampleRecords.flatMap((record) => (record.id === id ? (change(record as never) ?? []) : [record])),
  ).desk;

/** One change of each kind that an argument can undergo; only `kind` is nothing that the canvas draws. */
const mutations: Readonly<Record<string, Desk>> = {
  'a claim less': changed('b3', () => null),
  'another wording': changed('p4', (record: Extract<NotebookRecord, { kind: 'claim' }>) => ({
    ...record,
    wording: 'Other',
  })),
  'another role': changed('p4', (record: Extract<NotebookRecord, { kind: 'claim' }>) => ({
    ...record,
    role: 'issue',
  })),
  'another group': changed('p4', (record: Extract<NotebookRecord, { kind: 'claim' }>) => ({
    ...record,
    group: 'g3a',
  })),
  'no group': changed('p4', (record: Extract<NotebookRecord, { kind: 'claim' }>) => ({
    ...record,
    group: null,
  })),
  'a step less': changed('s7', () => null),
  'a premise less': changed('s12', (record: Extract<NotebookRecord, { kind: 'inference' }>) => ({
    ...record,
    premises: record.premises.slice(1),
  })),
  'another conclusion': changed('s7', (record: Extract<NotebookRecord, { kind: 'inference' }>) => ({
    ...record,
    conclusion: 'd1',
  })),
  'a step said': changed('s8', (record: Extract<NotebookRecord, { kind: 'inference' }>) => ({
    ...record,
    implicit: false,
  })),
  'an attack less': changed('x3', () => null),
  'an undercut less': changed('x4', () => null),
  'an undercut of another step': changed('x4', (record: Extract<NotebookRecord, { kind: 'conflict' }>) => ({
    ...record,
    to: 's7',
  })),
  'an attack on another claim': changed('x3', (record: Extract<NotebookRecord, { kind: 'conflict' }>) => ({
    ...record,
    to: 'i3',
  })),
  'an attack the other way': changed('x3', (record: Extract<NotebookRecord, { kind: 'conflict' }>) => ({
    ...record,
    from: record.to,
    to: record.from,
  })),
  'an attack on both sides': changed('x3', (record: Extract<NotebookRecord, { kind: 'conflict' }>) => ({
    ...record,
    mutual: true,
  })),
  'an attack on one side': changed('x1', (record: Extract<NotebookRecord, { kind: 'conflict' }>) => ({
    ...record,
    mutual: false,
  })),
  kind: changed('x3', (record: Extract<NotebookRecord, { kind: 'conflict' }>) => ({
    ...record,
    attack: 'undermine',
  })),
};

describe('the proof that they say the same', () => {
  const whole = ownStoreOf(sampleRecords).desk;

  for (const [name, desk] of Object.entries(mutations)) {
    it(`sees ${name}`, () => {
      const wanted = toldByRecords(whole);
      expect(toldByOutline(renderedOutline(desk)), 'in the outline').not.to.deep.equal(wanted);
      if (name !== 'kind')
        expect(toldByCanvas(desk, drawnWhole(desk)), 'on the canvas').not.to.deep.equal(asDrawn(wanted));
    });
  }

  it('sees labels and what falls', () => {
    const store = ownStoreOf(sampleRecords);
    store.setSession({ weighing: true });
    expect(toldByOutline(renderedOutline(store.desk))).not.to.deep.equal(toldByRecords(whole));
    expect(toldByCanvas(store.desk, drawnWhole(store.desk))).not.to.deep.equal(asDrawn(toldByRecords(whole)));
  });

  it('sees a line that is gone, a line that hangs elsewhere, and a word that is missing on the page', () => {
    const wanted = toldByRecords(whole);
    const tampered = (change: (page: HTMLElement) => void) => {
      const page = renderedOutline(whole);
      change(page);
      return () => toldByOutline(page);
    };
    const row = (page: HTMLElement, claim: string): Element | null =>
      page.querySelector(`[data-claim="${claim}"]`)?.closest('.map-row') ?? null;
    const fact = (page: HTMLElement, claim: string, words: string): Element | undefined =>
      [...(row(page, claim)?.querySelectorAll('.map-fact') ?? [])].find((one) => one.textContent === words);
    expect(tampered((page) => void page)()).to.deep.equal(wanted);
    for (const change of [
      (page: HTMLElement) => row(page, 'p3')?.remove(),
      (page: HTMLElement) => page.querySelector('[data-claim=p4]')?.setAttribute('aria-level', '3'),
      (page: HTMLElement) => fact(page, 'p4', 'supports')?.remove(),
      (page: HTMLElement) => fact(page, 'p13', 'attacks')?.remove(),
      (page: HTMLElement) => fact(page, 'p14', 'attacks the step')?.remove(),
      (page: HTMLElement) => fact(page, 'p4', 'Premise')?.remove(),
    ])
      expect(tampered(change)()).not.to.deep.equal(wanted);
  });
});
