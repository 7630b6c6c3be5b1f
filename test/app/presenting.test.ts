/** Presenting: the orders of steps, and the links to a step, found again in whatever is open. */
import { expect } from '@open-wc/testing';
import { findStep } from '../../src/app/present-link.ts';
import { stepsOf } from '../../src/app/present-steps.ts';
import {
  addToPresentation,
  ownPresentation,
  ownSteps,
  presentations,
  removeFromPresentation,
} from '../../src/desk/presentation-commands.ts';
import type { Store } from '../../src/desk/store.ts';
import { attack, claim, deskOn, step } from '../support/desk.ts';
import { p, paper, section } from '../support/paper.ts';

const page = paper(
  section('I', 'One', p('The court decides.')),
  section('II', 'Two', p('It gives reasons.')),
).paper;

const opened = (): Store =>
  deskOn(page, {
    own: [claim('b')],
    edition: [claim('t1'), claim('t2'), step('s', ['t1'], 't2'), attack('x', 't1', 't2')],
  }).store;

const withOwn = (...ids: readonly string[]): Store => {
  const store = opened();
  for (const id of ids) store.run(addToPresentation(id));
  return store;
};

describe('the reader’s own presentation', () => {
  it('is an order of steps: claims, and what joins them in sentences', () => {
    const store = withOwn('x', 'b', 's');
    expect(presentations(store.desk).map(({ presentation }) => presentation.id)).to.deep.equal([
      ownPresentation,
    ]);
    const steps = stepsOf(store.desk, ownPresentation);
    expect(steps.map(({ key, kind, words }) => [key, kind, words])).to.deep.equal([
      ['x', 'Rebuttal', 'That t1. Against: That t2.'],
      ['b', 'Premise', 'That b.'],
      ['s', 'Step', 'That t2. Because: That t1.'],
    ]);
    // Once nothing of it is left, the order of the argument stands in for it.
    for (const id of ['x', 'b', 's']) {
      expect(id).to.be.oneOf(ownSteps(store.desk));
      store.run(removeFromPresentation(0));
    }
    expect(stepsOf(store.desk, ownPresentation)).to.deep.equal(stepsOf(store.desk, 'argument'));
  });
});

describe('a link to a step', () => {
  const at = (store: Store, link: string, order: string) => {
    const found = findStep(store.desk, { step: link, order });
    return [found.order, stepsOf(store.desk, found.order)[found.at]?.key, found.said === null];
  };

  it('leads to each step of each order, and says nothing more', () => {
    const store = withOwn('x', 'b', 's');
    for (const order of ['argument', 'text', ownPresentation])
      for (const { key } of stepsOf(store.desk, order))
        expect(at(store, key, order)).to.deep.equal([order, key, true]);
  });

  it('finds the step in another order where the one it names does not have it, or is not here', () => {
    expect(at(withOwn('b'), 't1', ownPresentation)).to.deep.equal(['argument', 't1', true]);
    expect(at(withOwn('s'), 's', 'argument')).to.deep.equal([ownPresentation, 's', true]);
    expect(at(opened(), 'b', ownPresentation)).to.deep.equal(['argument', 'b', true]);
    expect(at(opened(), 'b', '__proto__')).to.deep.equal(['argument', 'b', true]);
  });

  it('leads to the nearest where there is no such step, and says so', () => {
    expect(at(opened(), 's', ownPresentation)).to.deep.equal(['argument', 't2', false]);
    expect(at(opened(), 'x', ownPresentation)).to.deep.equal(['argument', 't1', false]);
    const first = stepsOf(opened().desk, 'argument')[0]?.key;
    for (const hostile of ['nobody', '__proto__', 'constructor', 'at-', 'at-1e9', 'at--1', '<b>'])
      expect(at(opened(), hostile, 'argument')).to.deep.equal(['argument', first, false]);
  });

  it('leads to a section where there are no claims', () => {
    const { store } = deskOn(page);
    const keys = stepsOf(store.desk, 'argument').map(({ key }) => key);
    expect(keys.length).to.equal(2);
    for (const key of keys) expect(at(store, key, 'argument').slice(1)).to.deep.equal([key, true]);
    expect(at(store, 'at-999999999', 'argument').slice(1)).to.deep.equal([keys[1], false]);
  });
});
