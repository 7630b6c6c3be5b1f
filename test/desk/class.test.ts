/** The class on a desk: who marked what, where they differ, how many there are, and how far they agree. */
import { expect } from '@open-wc/testing';
import { agreementSteps } from '../../src/desk/class-agreement.ts';
import { classMarks, classOf, commonPassages, heat, heatStops } from '../../src/desk/class.ts';
import { allShown, dressed, openedLayer } from '../../src/desk/layers.ts';
import type { Store } from '../../src/desk/store.ts';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import type { Annotation, NotebookRecord } from '../../src/model/records.ts';
import { annotation, claim, deskOn, targets } from '../support/desk.ts';
import { p, paper, type Sample } from '../support/paper.ts';

const sample = paper(p('<a>Oil flows<b> from Baku.<c> It always did.<d>'), p('<e>Nobody marks this.<f>'));

const mark = (id: string, from: string, to: string, more: Partial<Annotation> = {}, on: Sample = sample) =>
  annotation(id, { targets: targets(on.paper, on.range(from, to)), ...more });

const book = (
  id: string,
  records: readonly NotebookRecord[],
  more: Partial<NotebookFile> = {},
): NotebookFile => ({
  type: 'warrant-notebook',
  version: 1,
  id,
  name: id,
  creator: id,
  paper: { id: 'test', title: 'A test', hash: `sha256-${'0'.repeat(64)}` },
  records,
  ...more,
});

function opened(own: readonly NotebookRecord[], books: readonly NotebookFile[], on: Sample = sample): Store {
  const { store } = deskOn(on.paper, {
    own,
    edition: [claim('e', { targets: targets(on.paper, { start: 0, end: 9 }) })],
  });
  store.changeLayers((below) => dressed([...below, ...books.map((one) => openedLayer(one))]));
  return store;
}

const saying = (one: { record: NotebookRecord }): string =>
  one.record.kind === 'annotation' ? one.record.colour : one.record.kind;

describe('the class', () => {
  const store = opened(
    [mark('mine', 'a', 'c')],
    [
      book('ada', [mark('a1', 'a', 'b'), mark('a2', 'c', 'd'), mark('a3', 'a', 'b', { replyTo: 'a1' })]),
      book('ben', [mark('b1', 'a', 'c', { colour: 'red' }), mark('b2', 'a', 'b', { colour: 'red' })]),
      book('teacher', [mark('t1', 'c', 'd')], { settings: { before: 0, instructions: '' } }),
    ],
  );

  it('is whose notebooks came back and show', () => {
    expect(classOf(store.desk.layers).map(({ id }) => id)).to.deep.equal(['ada', 'ben']);
    const other = opened([], [book('ada', []), book('ben', [])]);
    other.setLayerVisible('ben', false);
    expect(classOf(other.desk.layers).map(({ id }) => id)).to.deep.equal(['ada']);
  });

  it('has the marks of everyone but the edition, replies left out', () => {
    expect(
      classMarks(store.desk)
        .map(({ record }) => record.id)
        .sort(),
    ).to.deep.equal(['a1', 'a2', 'b1', 'b2', 'mine', 't1']);
  });

  it('gathers them by passage: who, whether they differ, whether the reader has it', () => {
    const { text } = sample.paper;
    const found = commonPassages(store.desk, saying).map((one) => ({
      words: text.slice(one.start, one.end),
      people: one.people.map(({ id }) => id),
      differs: one.differs,
      hasOwn: one.hasOwn,
    }));
    expect(found).to.deep.equal([
      { words: 'Oil flows', people: ['ada', 'ben', 'own'], differs: true, hasOwn: true },
      { words: ' It always did.', people: ['ada', 'teacher'], differs: false, hasOwn: false },
    ]);
    expect(commonPassages(opened([], []).desk, saying)).to.deep.equal([]);
  });

  it('counts each person once a stretch, the reader and handouts not', () => {
    const { text } = sample.paper;
    const shown = heat(store.desk).map(({ start, end, count }) => [text.slice(start, end), count]);
    expect(shown).to.deep.equal([
      ['Oil flows', 2],
      [' from Baku. It always did.', 1],
    ]);
    expect(heatStops(store.desk).map(({ count }) => count)).to.deep.equal([2, 1]);
  });

  it('shows one alone, and all again', () => {
    const alone = allShown(store.desk.layers.slice(0, -1), true, 'ben');
    expect(alone.map(({ id, visible }) => [id, visible])).to.deep.equal([
      ['edition', true],
      ['ada', false],
      ['ben', true],
      ['teacher', false],
    ]);
    expect(allShown(alone, true).every(({ visible }) => visible)).to.equal(true);
  });
});

describe('agreement of the class', () => {
  const many = paper(
    ...Array.from({ length: 20 }, (_, at) => p(`<s${at}>This is sentence number ${at}.<e${at}>`)),
  );
  const student = (id: string, sentences: readonly number[]): NotebookFile =>
    book(
      id,
      sentences.map((at) => mark(`${id}-${at}`, `s${at}`, `e${at}`, {}, many)),
    );
  const reckon = (...books: readonly NotebookFile[]) => {
    const steps = agreementSteps(opened([], books, many).desk);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  const ten = Array.from({ length: 10 }, (_, at) => at);

  it('is 1 where all mark the same sentences, and counts them', () => {
    const found = reckon(student('a', ten), student('b', ten), student('c', ten));
    expect(found).to.deep.equal({ alpha: 1, people: 3, sentences: 20, marked: 10, byMost: 10 });
  });

  it('is what the formula gives by hand', () => {
    // Five of the 20 sentences are marked by all three, five by one of them: of 60 judgements 20 say “marked”.
    // Observed are 5 × 4 unlike pairs over 2, expected 2 × 20 × 40.
    const five = ten.slice(0, 5);
    const found = reckon(student('a', ten), student('b', five), student('c', five));
    expect(found?.alpha).to.be.closeTo(1 - (59 * 10) / 1600, 1e-12);
    expect(found).to.deep.include({ marked: 10, byMost: 5 });
  });

  it('says nothing where too few marked too little, and nothing of nobody', () => {
    expect(reckon(student('a', ten), student('b', ten))?.alpha).to.equal(null);
    expect(reckon(...['a', 'b', 'c'].map((id) => student(id, [1, 2])))?.alpha).to.equal(null);
    expect(reckon()).to.equal(null);
  });
});
