/** Placing from change to change: the same as placing anew, however the records change and the search answers. */
import { expect } from '@open-wc/testing';
import type { Verdict } from '../../src/anchoring/verdict.ts';
import { hashText, type Paper } from '../../src/model/paper.ts';
import type { Target } from '../../src/model/record-parts.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { placed, sought, supported, type Placed } from '../../src/desk/passages.ts';
import { noPlacings, placeOf, withFound, type Found } from '../../src/desk/placing.ts';
import type { Store } from '../../src/desk/store.ts';
import type { Notebook } from '../../src/notebook/notebook.ts';
import { annotation, claim, deskOn, searchAll, support, targets } from '../support/desk.ts';
import { note, p, paper } from '../support/paper.ts';
import { Dice } from '../notebook/generate.ts';

const words = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' ');

/** A paper of so many paragraphs, each with words of its own. */
const textOf = (paragraphs: readonly number[]): Paper =>
  paper(...paragraphs.map((at) => p(words.map((word) => `${word}-${at}`).join(' ')))).paper;

const old = textOf([0, 1, 2, 3, 4, 5, 6, 7]);
/** Two paragraphs are gone, two have changed places. */
const edited = textOf([0, 2, 1, 4, 5, 9, 7]);

/** What was placed, as a value that can be compared. */
const shown = ({ passages, inNotes, orphans, searching, unsettled }: Placed): unknown => ({
  passages: passages.map(({ kind, id, start, end, doubtful }) => [kind, id, start, end, doubtful]),
  inNotes: inNotes.map(({ id, start }) => [id, start]),
  orphans,
  searching,
  unsettled: [...unsettled.keys()],
});

/** The same desk as if nothing had been placed before: its layers are others in name only. */
function anew(store: Store): Placed {
  const { desk } = store;
  return placed({ ...desk, layers: desk.layers.map((layer) => ({ ...layer, id: `${layer.id} anew` })) });
}

function someTarget(dice: Dice, text: Paper): readonly Target[] {
  const start = dice.below(text.text.length - 40);
  return targets(text, { start, end: start + 5 + dice.below(30) });
}

describe('placing from change to change', () => {
  it('ends as placing all anew does, after any edits, undos and answers in any order', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const dice = new Dice(seed);
      const { store, notebook } = deskOn(edited, {
        edition: [claim('e', { targets: someTarget(dice, old) })],
      });
      for (let turn = 0; turn < 25; turn += 1) {
        step(dice, store, notebook);
        expect(shown(placed(store.desk)), `seed ${seed}, turn ${turn}`).to.deep.equal(shown(anew(store)));
      }
    }
  });

  function step(dice: Dice, store: Store, notebook: Notebook): void {
    const ids = [...notebook.records.keys()];
    const id = ids[dice.below(ids.length)];
    const known = id === undefined ? undefined : notebook.records.get(id);
    const put = (record: NotebookRecord): void => notebook.apply({ label: 'Put', put: [record] });
    const choice = dice.below(7);
    if (choice <= 1) {
      const count = dice.below(3);
      const from = dice.below(2) === 0 ? old : edited;
      const made = Array.from({ length: count }, () => someTarget(dice, from)).flat();
      put(annotation(`m${dice.below(1e9)}`, { targets: made }));
    } else if (choice === 2 && known?.kind === 'annotation')
      put({ ...known, targets: someTarget(dice, old) });
    else if (choice === 3 && id !== undefined) notebook.apply({ label: 'Remove', remove: [id] });
    else if (choice === 4) store.undo();
    else if (choice === 5 && known?.kind === 'annotation') put({ ...known, body: `${known.body}x` });
    else answerSome(dice, store);
  }

  function answerSome(dice: Dice, store: Store): void {
    const all = sought(store.desk);
    const some = all.filter(() => dice.below(2) === 0);
    store.setFound(some.map((one) => ({ ...one, verdict: anyVerdict(dice) })));
  }

  function anyVerdict(dice: Dice): Verdict {
    const hows = ['placed', 'moved', 'doubtful', 'orphan'] as const;
    const how = hows[dice.below(4)] ?? 'orphan';
    if (how === 'orphan') return { how, start: 0, end: 0, confidence: 0, suggestions: [] };
    const start = dice.below(edited.text.length - 20);
    return { how, start, end: start + 1 + dice.below(19), confidence: 0.7, suggestions: [] };
  }

  it('leaves every passage that nothing touched the same value', () => {
    const own = Array.from({ length: 50 }, (_, at) =>
      annotation(`m${at}`, { targets: targets(edited, { start: at * 3, end: at * 3 + 8 }) }),
    );
    const { store, notebook } = deskOn(edited, { own });
    const before = placed(store.desk).passages;
    notebook.apply({
      label: 'Put',
      put: [annotation('new', { targets: targets(edited, { start: 4, end: 9 }) })],
    });
    const after = placed(store.desk).passages;
    expect(after.length).to.equal(51);
    expect(after.filter((one) => !before.includes(one)).map(({ id }) => id)).to.deep.equal(['new']);
  });
});

describe('what the search answers', () => {
  const own = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => {
    const start = old.text.text.indexOf(`three-${at}`);
    return annotation(`m${at}`, { targets: targets(old, { start, end: start + 20 }) });
  });

  it('has the same end in batches of any order', () => {
    const whole = deskOn(edited, { own }).store;
    const wanted = sought(whole.desk);
    searchAll(whole);
    const { placings } = whole.desk;
    const all = wanted.map((one): Found => ({ ...one, verdict: placeOf(placings, one.text, one.target)! }));
    for (let seed = 1; seed <= 20; seed += 1) {
      const dice = new Dice(seed);
      const { store } = deskOn(edited, { own });
      const left = [...all];
      while (left.length > 0) {
        const batch = left.splice(dice.below(left.length), 1 + dice.below(3));
        store.setFound(batch);
      }
      expect(shown(placed(store.desk)), `seed ${seed}`).to.deep.equal(shown(placed(whole.desk)));
      expect(sought(store.desk)).to.deep.equal([]);
    }
  });

  it('changes nothing where there is none', () => {
    expect(withFound(noPlacings, [])).to.equal(noPlacings);
  });

  it('is known still after a mark was deleted and brought back', () => {
    const { store, notebook } = deskOn(edited, { own });
    searchAll(store);
    const before = shown(placed(store.desk));
    notebook.apply({ label: 'Delete', remove: ['m2'] });
    store.undo();
    expect(sought(store.desk)).to.deep.equal([]);
    expect(shown(placed(store.desk))).to.deep.equal(before);
  });

  it('places what a note supports, too', () => {
    const before = paper(p('<a>Hello there, all of you.<b>', note('1')), p('And more.'));
    const after = paper(p('A line before.'), p('Hello there, all of you.', note('1')), p('And more.')).paper;
    const { store } = deskOn(after, { edition: [support(before.paper, '1', before.range('a', 'b'))] });
    expect(supported(store.desk)).to.deep.equal([]);
    searchAll(store);
    expect(supported(store.desk).map(({ start, end }) => after.text.slice(start, end))).to.deep.equal([
      'Hello there, all of you.',
    ]);
  });
});

describe('positions of an older text', () => {
  it('are carried over by what has changed, where that text was kept', async () => {
    const version = await hashText(old.text.text);
    const start = old.text.text.indexOf('six-4');
    const [target] = targets(old, { start, end: start + 5 });
    const { store } = deskOn(edited, { own: [annotation('m', { targets: [{ ...target!, version }] })] });
    searchAll(store, { [version]: old.text.text });
    expect(placed(store.desk).passages.map(({ start: at, end }) => edited.text.slice(at, end))).to.deep.equal(
      ['six-4'],
    );
  });
});
