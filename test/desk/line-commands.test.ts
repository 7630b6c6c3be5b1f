/** Moves made of several: each is one step of undo, and legal or refused as a whole. */
import { expect } from '@open-wc/testing';
import { argument, ownLayer } from '../../src/desk/desk.ts';
import {
  linkLine,
  makeLine,
  moveLine,
  takeAway,
  turnLine,
  whyNotLinkLine,
  whyNotMakeLine,
  whyNotMoveLine,
  whyNotTakeAway,
  whyNotTurnLine,
  type NewLine,
} from '../../src/desk/line-commands.ts';
import type { Store } from '../../src/desk/store.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { ownStoreOf, storeOf } from '../map/desk-of.ts';
import { attack, claim, step } from '../map/sample.ts';

const records: readonly NotebookRecord[] = [
  claim('a', 'conclusion', 'A'),
  claim('b', 'premise', 'B'),
  claim('c', 'premise', 'C'),
  claim('d', 'premise', 'D'),
  claim('e', 'premise', 'E'),
  step('s', ['b'], 'a'),
  step('t', ['c', 'd'], 'a'),
  attack('x', 'e', 's', 'undercut'),
  attack('y', 'd', 'b', 'rebut'),
];

const own = (): Store => ownStoreOf(records);
const steps = ({ desk }: Store): string[] =>
  [...argument(desk).inferences.values()].map(
    ({ premises, conclusion }) => `${premises.map((one) => one.claim).join('+')}>${conclusion}`,
  );
const attacks = ({ desk }: Store): string[] =>
  [...argument(desk).conflicts.values()].map(({ from, to }) => `${from}x${to}`);
const line: NewLine = { id: 'n', wording: 'New', role: 'premise', group: null };

/** Runs a command that can be done, and takes it back: all is as before. */
function isOneStep(store: Store, command: Parameters<Store['run']>[0]): void {
  const before = JSON.stringify([...ownLayer(store.desk).records.values()]);
  expect(store.run(command)).to.equal(true);
  expect(store.undo()).to.be.a('string');
  expect(JSON.stringify([...ownLayer(store.desk).records.values()])).to.equal(before);
  expect(store.run(command)).to.equal(true);
}

describe('moves of a line', () => {
  it('make a claim with what it bears on, as one', () => {
    for (const [spot, told] of [
      [{ relation: 'supports', to: 'a' }, 'n>a'],
      [{ relation: 'premise', to: 't' }, 'c+d+n>a'],
    ] as const) {
      const store = own();
      isOneStep(store, makeLine(spot, line));
      expect(steps(store)).to.include(told);
    }
    for (const [spot, told] of [
      [{ relation: 'attacks', to: 'a' }, 'nxa'],
      [{ relation: 'undercuts', to: 't' }, 'nxt'],
    ] as const) {
      const store = own();
      isOneStep(store, makeLine(spot, line));
      expect(attacks(store)).to.include(told);
    }
    const store = own();
    isOneStep(store, makeLine({ relation: 'free', to: null }, line));
    expect(argument(store.desk).claims.get('n')?.wording).to.equal('New');
  });

  it('refuse a claim without words, and make nothing of it', () => {
    const store = own();
    const empty = { ...line, wording: ' ' };
    expect(whyNotMakeLine(store.desk, { relation: 'supports', to: 'a' }, empty)).to.equal(
      'A claim needs words.',
    );
    expect(store.run(makeLine({ relation: 'supports', to: 'a' }, empty))).to.equal(false);
    expect(whyNotMakeLine(store.desk, { relation: 'supports', to: 'gone' }, line)).to.be.a('string');
    expect(argument(store.desk).claims.has('n')).to.equal(false);
  });

  it('lead a step elsewhere with what is said of it and what attacks it', () => {
    const store = own();
    isOneStep(store, moveLine({ claim: 'b', via: 's' }, { relation: 'supports', to: 'c' }));
    expect(steps(store)).to.deep.equal(['b>c', 'c+d>a']);
    expect(argument(store.desk).inferences.get('s')?.gist).to.equal('How b lead to a.');
    expect(attacks(store)).to.deep.equal(['exs', 'dxb']);
  });

  it('take one premise out of a linked step, and leave the others', () => {
    const store = own();
    isOneStep(store, moveLine({ claim: 'd', via: 't' }, { relation: 'attacks', to: 'a' }));
    expect(steps(store)).to.deep.equal(['b>a', 'c>a']);
    expect(attacks(store)).to.include('dxa');
  });

  it('refuse a circle, and what is there already', () => {
    const { desk } = own();
    expect(whyNotMoveLine(desk, { claim: 'a', via: null }, { relation: 'supports', to: 'b' })).to.equal(
      'That would argue in a circle.',
    );
    expect(whyNotMoveLine(desk, { claim: 'c', via: null }, { relation: 'supports', to: 'a' })).to.equal(
      'It supports that claim already.',
    );
    // What would be a circle beside the old step is none in its place.
    expect(whyNotMoveLine(desk, { claim: 'b', via: 's' }, { relation: 'supports', to: 'a' })).to.equal(null);
  });

  it('turn support into attack and back', () => {
    const store = own();
    isOneStep(store, turnLine({ claim: 'b', via: 's' }));
    expect(steps(store)).to.deep.equal(['c+d>a']);
    const made = [...argument(store.desk).conflicts.values()].find((one) => one.from === 'b');
    expect(made?.to).to.equal('a');
    isOneStep(store, turnLine({ claim: 'b', via: made?.id ?? null }));
    expect(steps(store)).to.have.members(['b>a', 'c+d>a']);
    expect(whyNotTurnLine(store.desk, { claim: 'b', via: null })).to.equal('It bears on nothing.');
  });

  it('never turn what attacks a step', () => {
    expect(whyNotTurnLine(own().desk, { claim: 'e', via: 'x' })).to.equal(
      'What attacks a step cannot support it.',
    );
  });

  it('link two supports, with what was said of both', () => {
    const store = own();
    isOneStep(store, linkLine({ claim: 'b', via: 's' }, 't'));
    expect(steps(store)).to.deep.equal(['c+d+b>a']);
    expect(argument(store.desk).inferences.get('t')?.gist).to.equal(
      'How c and d lead to a. How b lead to a.',
    );
    expect(whyNotLinkLine(store.desk, { claim: 'e', via: null }, 'gone')).to.be.a('string');
  });

  it('take a claim from where it stands; the claim stays', () => {
    const store = own();
    isOneStep(store, takeAway({ claim: 'd', via: 'y' }));
    expect(attacks(store)).to.deep.equal(['exs']);
    expect(argument(store.desk).claims.has('d')).to.equal(true);
    expect(whyNotTakeAway(store.desk, { claim: 'd', via: null })).to.equal('It stands under nothing.');
  });

  it('leave the edition’s own steps alone, and say whose they are', () => {
    const { desk } = storeOf(records);
    expect(whyNotTurnLine(desk, { claim: 'b', via: 's' })).to.contain('“The edition’s reading”');
    expect(whyNotTakeAway(desk, { claim: 'b', via: 's' })).to.contain('“The edition’s reading”');
    expect(whyNotMoveLine(desk, { claim: 'b', via: null }, { relation: 'supports', to: 'c' })).to.equal(null);
  });
});
