/** Commands about marks: reasons, replies, notes on the paper, claims made of marks. */
import { expect } from '@open-wc/testing';
import {
  blankPaperNote,
  blankReply,
  claimOfMark,
  markAs,
  writeAnnotation,
} from '../../src/desk/annotation-commands.ts';
import { editAnnotation } from '../../src/desk/commands.ts';
import type { Claim } from '../../src/model/argument-records.ts';
import { motivations, type Annotation } from '../../src/model/records.ts';
import { annotation, deskOn, ownRecord, support, targets } from '../support/desk.ts';
import { note, p, paper } from '../support/paper.ts';

const sample = paper(p('Some <a>marked words<b> in a text,', note('1'), ' and <c>more<d>.'));
const place = targets(sample.paper, sample.range('a', 'b'));
const desk = (...own: readonly Annotation[]) => deskOn(sample.paper, { own }).store;

describe('marking for a reason', () => {
  for (const motivation of motivations)
    it(`says ${motivation}, and undo names it`, () => {
      const store = desk();
      store.run(markAs(motivation, sample.range('a', 'b'), { id: 'm' }));
      expect(ownRecord(store, 'm', 'annotation').motivation).to.equal(motivation);
      expect(store.undo()).to.match(/^(Highlight|Write a note|Ask|Tag|Bookmark)$/u);
    });

  it('is not done where there is nothing to mark', () => {
    expect(desk().run(markAs('questioning', null))).to.equal(false);
  });
});

describe('editing a mark', () => {
  const cases: readonly (readonly [Annotation['motivation'], string, Annotation['motivation']])[] = [
    ['highlighting', 'Words.', 'commenting'],
    ['commenting', ' ', 'highlighting'],
    ['questioning', 'Words.', 'questioning'],
    ['questioning', '', 'questioning'],
    ['bookmarking', 'Words.', 'bookmarking'],
    ['tagging', 'Words.', 'tagging'],
  ];
  for (const [motivation, body, then] of cases)
    it(`that is ${motivation}, to “${body}”, leaves it ${then}`, () => {
      const store = desk(annotation('m', { motivation, body: 'Before.' }));
      store.run(editAnnotation('m', { body }));
      expect(ownRecord(store, 'm', 'annotation').motivation).to.equal(then);
    });

  it('chooses another reason, and back to that of its words', () => {
    const store = desk(annotation('m', { motivation: 'commenting', body: 'Words.' }));
    store.run(editAnnotation('m', { motivation: 'bookmarking' }));
    expect(ownRecord(store, 'm', 'annotation').motivation).to.equal('bookmarking');
    store.run(editAnnotation('m', { motivation: 'highlighting' }));
    expect(ownRecord(store, 'm', 'annotation').motivation).to.equal('commenting');
  });

  it('underlines', () => {
    const store = desk(annotation('m'));
    store.run(editAnnotation('m', { style: 'underline' }));
    expect(ownRecord(store, 'm', 'annotation').style).to.equal('underline');
  });
});

describe('what is proposed', () => {
  it('becomes a record only when something is said', () => {
    const store = desk(annotation('m', { targets: place }));
    const reply = blankReply(store.desk, 'm')!;
    expect(store.run(writeAnnotation(reply, { body: ' ', colour: 'red' }))).to.equal(false);
    expect(store.run(writeAnnotation(reply, { body: 'Yes.' }))).to.equal(true);
    expect(ownRecord(store, reply.id, 'annotation')).to.deep.include({
      replyTo: 'm',
      targets: place,
      body: 'Yes.',
      motivation: 'commenting',
    });
  });

  it('is one step of undo from its first word to its last', () => {
    const store = desk();
    const blank = blankPaperNote();
    for (const body of ['O', 'On', 'On all of it.']) store.run(writeAnnotation(blank, { body }, 'w'));
    expect(ownRecord(store, blank.id, 'annotation')).to.deep.include({ body: 'On all of it.', targets: [] });
    store.undo();
    expect(store.desk.layers.at(-1)?.records.size).to.equal(0);
    store.redo();
    expect(ownRecord(store, blank.id, 'annotation').body).to.equal('On all of it.');
  });

  it('answers a mark of any layer, and none that is gone', () => {
    const { store } = deskOn(sample.paper, { edition: [annotation('theirs', { targets: place })] });
    expect(blankReply(store.desk, 'theirs')?.targets).to.deep.equal(place);
    expect(blankReply(store.desk, 'gone')).to.equal(null);
  });
});

describe('a claim made of a mark', () => {
  it('takes its passages and their notes, and leaves the mark with its note', () => {
    const both = targets(sample.paper, sample.range('c', 'd'), sample.range('a', 'b'));
    const mark = annotation('m', { targets: both, body: 'My note.', motivation: 'questioning' });
    const edition = [support(sample.paper, '1', sample.range('a', 'b'))];
    const { store } = deskOn(sample.paper, { own: [mark], edition });
    expect(store.run(claimOfMark('m', { id: 'c' }))).to.equal(true);
    const made: Claim = ownRecord(store, 'c', 'claim');
    expect([made.targets, made.wording, made.notes]).to.deep.equal([both, 'more', ['fn1']]);
    expect(ownRecord(store, 'm', 'annotation')).to.deep.equal(mark);
    expect(store.undo()).to.equal('Make claim');
  });

  it('is not made of a note on the paper, nor of what is gone', () => {
    const store = desk(annotation('p'));
    expect(store.run(claimOfMark('p'))).to.equal(false);
    expect(store.run(claimOfMark('gone'))).to.equal(false);
  });
});
