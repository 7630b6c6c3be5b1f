/** The store: one notification a change, a desk that cannot be altered, undo through a real notebook, a session apart. */
import { expect } from '@open-wc/testing';
import { editClaim } from '../../src/desk/claim-commands.ts';
import { annotate } from '../../src/desk/commands.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { Store } from '../../src/desk/store.ts';
import { Notebook } from '../../src/notebook/notebook.ts';
import { claim, deskOn, ownRecord } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const sample = paper(p('Some <a>words<b> to mark.'));
const mark = (id: string) => annotate(sample.range('a', 'b'), { id, colour: 'green' });

/** Notes every notification of a store. */
function heard(store: Store): { desk: Desk; previous: Desk }[] {
  const all: { desk: Desk; previous: Desk }[] = [];
  store.subscribe((desk, previous) => all.push({ desk, previous }));
  return all;
}

const ownIds = (desk: Desk): string[] => [...(desk.layers.at(-1)?.records.keys() ?? [])];

describe('running a command', () => {
  it('tells everyone once, with the desk before and after', () => {
    const { store } = deskOn(sample.paper);
    const before = store.desk;
    const [one, other] = [heard(store), heard(store)];
    expect(store.run(mark('m1'))).to.equal(true);
    expect(one).to.have.length(1);
    expect(other).to.deep.equal(one);
    expect(one[0]?.previous).to.equal(before);
    expect(one[0]?.desk).to.equal(store.desk);
    expect([ownIds(before), ownIds(store.desk)]).to.deep.equal([[], ['m1']]);
  });

  it('that answers “not now” does nothing and tells nobody', () => {
    const { store } = deskOn(sample.paper);
    const [all, before] = [heard(store), store.desk];
    expect(store.run(() => null)).to.equal(false);
    expect(all).to.deep.equal([]);
    expect(store.desk).to.equal(before);
  });

  it('tells nobody who has stopped listening', () => {
    const { store } = deskOn(sample.paper);
    const calls: string[] = [];
    const stop = store.subscribe(() => calls.push('stopped'));
    store.subscribe(() => calls.push('stays'));
    stop();
    store.run(mark('m1'));
    expect(calls).to.deep.equal(['stays']);
  });

  it('gives a command the desk as it is now', () => {
    const { store } = deskOn(sample.paper);
    let seen: Desk | null = null;
    store.setSession({ editing: 'x' });
    store.run((desk) => {
      seen = desk;
      return null;
    });
    expect(seen).to.equal(store.desk);
  });
});

describe('the desk', () => {
  it('is frozen after each kind of change, its records too', () => {
    const { store } = deskOn(sample.paper, { own: [claim('c')] });
    const changes = [
      () => store.run(mark('m1')),
      () => store.hover({ kind: 'claim', id: 'c' }),
      () => store.setSaving('saving'),
      () => store.undo(),
    ];
    for (const change of changes) {
      change();
      expect(Object.isFrozen(store.desk)).to.equal(true);
    }
    expect(Object.isFrozen(ownRecord(store, 'c', 'claim'))).to.equal(true);
  });

  it('leaves every earlier desk as it was', () => {
    const { store } = deskOn(sample.paper, { edition: [claim('e')] });
    const desks = [store.desk];
    store.subscribe((desk) => desks.push(desk));
    store.run(mark('m1'));
    store.setLayerVisible('edition', false);
    store.run(mark('m2'));
    const seen = desks.map((desk) => [ownIds(desk).join(), desk.layers[0]?.visible, desk.canUndo]);
    expect(seen).to.deep.equal([
      ['', true, false],
      ['m1', true, true],
      ['m1', false, true],
      ['m1,m2', false, true],
    ]);
  });

  it('keeps what an edit does not touch the very same', () => {
    const { store } = deskOn(sample.paper, { edition: [claim('e')], own: [claim('c')] });
    const before = store.desk;
    store.run(mark('m1'));
    expect(store.desk.layers[0]).to.equal(before.layers[0]);
    expect(store.desk.session).to.equal(before.session);
    expect(store.desk.layers[1]?.records.get('c')).to.equal(before.layers[1]?.records.get('c'));
  });
});

describe('undo and redo', () => {
  it('take back and do again, with the label, and say whether there is more', () => {
    const { store } = deskOn(sample.paper, { own: [claim('c', { wording: 'Old.' })] });
    const wording = () => ownRecord(store, 'c', 'claim').wording;
    const state = () => [wording(), store.desk.canUndo, store.desk.canRedo];
    expect(state()).to.deep.equal(['Old.', false, false]);
    store.run(editClaim('c', { wording: 'New.' }));
    expect(state()).to.deep.equal(['New.', true, false]);
    expect(store.undo()).to.equal('Edit claim');
    expect(state()).to.deep.equal(['Old.', false, true]);
    expect(store.redo()).to.equal('Edit claim');
    expect(state()).to.deep.equal(['New.', true, false]);
  });

  it('with nothing to take back answer null and tell nobody', () => {
    const { store } = deskOn(sample.paper, { own: [claim('c')] });
    const all = heard(store);
    expect([store.undo(), store.redo()]).to.deep.equal([null, null]);
    expect(all).to.deep.equal([]);
  });

  it('tell everyone once each, and leave the session alone', () => {
    const { store } = deskOn(sample.paper);
    store.run(mark('m1'));
    store.setSession({ editing: 'm1' });
    const { session } = store.desk;
    const all = heard(store);
    store.undo();
    store.redo();
    expect(all).to.have.length(2);
    expect(store.desk.session).to.equal(session);
  });
});

describe('undo beside other people’s work', () => {
  it('leave alone what came from elsewhere', () => {
    const { store, notebook } = deskOn(sample.paper);
    store.run(mark('mine'));
    const other = new Notebook();
    other.apply({ label: 'Elsewhere', put: [claim('theirs')] });
    const all = heard(store);
    notebook.merge(other.encode());
    expect(all).to.have.length(1);
    expect(ownIds(store.desk).sort()).to.deep.equal(['mine', 'theirs']);
    store.undo();
    expect(ownIds(store.desk)).to.deep.equal(['theirs']);
  });
});

describe('the session', () => {
  it('changes as one, and is no change where all is as before', () => {
    const { store } = deskOn(sample.paper);
    const all = heard(store);
    store.setSession({ editing: 'x', selection: { start: 1, end: 2 } });
    store.setSession({ editing: 'x' });
    store.setSession({ editing: 'x', focus: null });
    store.setSession({});
    expect(all).to.have.length(1);
    expect(store.desk.session).to.deep.include({ editing: 'x', selection: { start: 1, end: 2 } });
    expect(store.desk.canUndo).to.equal(false);
  });

  it('hears of a hover once, however often the same thing is hovered', () => {
    const { store } = deskOn(sample.paper);
    const all = heard(store);
    store.hover(null);
    store.hover({ kind: 'claim', id: 'c' });
    store.hover({ kind: 'claim', id: 'c' });
    store.hover({ kind: 'note', id: 'c' });
    store.hover(null);
    store.hover(null);
    expect(all.map(({ desk }) => desk.session.hover)).to.deep.equal([
      { kind: 'claim', id: 'c' },
      { kind: 'note', id: 'c' },
      null,
    ]);
  });
});

describe('revealing', () => {
  it('focuses the thing, and every wish is a new one', () => {
    const { store } = deskOn(sample.paper);
    const all = heard(store);
    store.reveal({ kind: 'claim', id: 'c' }, 'margin');
    store.reveal({ kind: 'claim', id: 'c' }, 'margin');
    expect(all).to.have.length(2);
    expect(store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'c' });
    const serials = all.map(({ desk }) => desk.session.reveal?.serial);
    expect(new Set(serials).size).to.equal(2);
    expect(store.desk.session.reveal).to.deep.include({ target: { kind: 'claim', id: 'c' }, by: 'margin' });
  });

  it('a place leaves the focus where it is', () => {
    const { store } = deskOn(sample.paper);
    store.reveal({ kind: 'claim', id: 'c' }, 'map');
    store.reveal({ kind: 'offset', id: '4', offset: 4 }, 'route');
    expect(store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'c' });
    expect(store.desk.session.reveal?.target).to.deep.equal({ kind: 'offset', id: '4', offset: 4 });
  });
});

describe('layers and saving', () => {
  it('a layer is hidden and shown, once each; what is so already is no change', () => {
    const { store } = deskOn(sample.paper, { edition: [claim('e')] });
    const all = heard(store);
    for (const visible of [true, false, false, true, true]) store.setLayerVisible('edition', visible);
    expect(all.map(({ desk }) => desk.layers[0]?.visible)).to.deep.equal([false, true]);
  });

  it('the reader’s own layer cannot be hidden, an unknown one is nobody', () => {
    const { store } = deskOn(sample.paper, { edition: [claim('e')] });
    const all = heard(store);
    store.setLayerVisible('own', false);
    store.setLayerVisible('nobody', false);
    expect(all).to.deep.equal([]);
    expect(store.desk.layers.every((layer) => layer.visible)).to.equal(true);
  });

  it('saving is told when it changes and not again', () => {
    const { store } = deskOn(sample.paper);
    const all = heard(store);
    for (const saving of ['saved', 'saving', 'saving', 'unsaved', 'saved'] as const) store.setSaving(saving);
    expect(all.map(({ desk }) => desk.saving)).to.deep.equal(['saving', 'unsaved', 'saved']);
  });
});
