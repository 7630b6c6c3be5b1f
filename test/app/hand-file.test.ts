/** The file that is handed out or in: what goes in, what it is called, what it is known by. */
import { expect } from '@open-wc/testing';
import { chosenRecords, handFile, handFileName, ownTags, type HandChoice } from '../../src/app/hand-file.ts';
import { readNotebookFile } from '../../src/notebook/file.ts';
import { annotation, claim, deskOn, source, step } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const { paper: text } = paper(p('One sentence.'));

const records = [
  annotation('a', { creator: 'reader', tags: ['week 3', 'oil'] }),
  annotation('b', { creator: 'reader', tags: ['oil'] }),
  annotation('c', { creator: 'Ben' }),
  claim('k'),
  step('s', ['k'], 'k'),
  source('so', 'Aliyeva'),
];

const { store } = deskOn(text, { own: records, edition: [claim('theirs')] });
const { desk } = store;

const choice: HandChoice = {
  way: 'out',
  name: ' Ada Byron ',
  title: 'Week 3: Öl & Macht',
  tags: null,
  withMarks: true,
  withClaims: true,
  withSupplied: true,
  withText: false,
  before: 3,
  instructions: ' Read. ',
  answers: null,
};

const made = '2026-11-24T10:00:00.000Z';
const read = (patch: Partial<HandChoice> = {}) =>
  readNotebookFile(handFile(desk, { ...choice, ...patch }, made));
const ids = (patch: Partial<HandChoice>): readonly string[] =>
  chosenRecords(desk, { ...choice, ...patch }).map(({ id }) => id);

describe('what goes into the file', () => {
  it('is the reader’s own alone, and of that what is chosen', () => {
    expect(ids({})).to.deep.equal(['a', 'b', 'c', 'k', 's', 'so']);
    expect(ids({ tags: ['oil'] })).to.deep.equal(['a', 'b', 'k', 's', 'so']);
    expect(ids({ tags: [] })).to.deep.equal(['k', 's', 'so']);
    expect(ids({ withClaims: false, withSupplied: false })).to.deep.equal(['a', 'b', 'c']);
    expect(ids({ withMarks: false, tags: ['oil'] })).to.deep.equal(['k', 's', 'so']);
  });

  it('bears the name that one gives, where one’s records had none', () => {
    expect(
      read()
        .records.map(({ creator }) => creator)
        .slice(0, 3),
    ).to.deep.equal(['Ada Byron', 'Ada Byron', 'Ben']);
    expect(read().creator).to.equal('Ada Byron');
  });

  it('says what it asks where it is handed out, and what it answers where it is handed in', () => {
    expect(read().settings).to.deep.equal({ before: 3, instructions: 'Read.' });
    const back = read({ way: 'in', answers: 'handout-1' });
    expect(back).to.deep.include({ answers: 'handout-1', id: 'own', made });
    expect(back).to.not.have.property('settings');
    expect(read({ way: 'in' })).to.not.have.property('answers');
  });

  it('has the paper’s text only where that is wanted', () => {
    expect(read().paper).to.not.have.property('text');
    expect(read({ withText: true }).paper).to.deep.include({ text: text.text.text, hash: desk.version });
  });

  it('offers the tags that are in use, the most used first', () => {
    expect(ownTags(desk)).to.deep.equal([
      ['oil', 2],
      ['week 3', 1],
    ]);
  });
});

describe('what the file is known by', () => {
  it('is a name that any disk takes', () => {
    expect(handFileName(desk, choice)).to.equal('test-week-3-ol-macht-ada-byron.json');
    expect(handFileName(desk, { ...choice, title: '../../etc', name: 'CON:*?"<>|' })).to.equal(
      'test-etc-con.json',
    );
    expect(handFileName(desk, { ...choice, way: 'in', name: '李 明' })).to.equal('test-notebook-李-明.json');
    expect(handFileName(desk, { ...choice, title: '', name: '…' })).to.equal('test-handout.json');
  });

  it('is one notebook a title, however that is written, and never the reader’s own', () => {
    const { id } = read();
    expect(read({ title: ' week 3: ÖL & Macht' }).id).to.equal(id);
    expect(read({ title: 'Week 4' }).id).to.not.equal(id);
    expect(id).to.not.equal('own');
  });
});
