/** What is dragged over the desk: it arrives as it was sent, and what nobody here sent is words or nothing. */
import { expect } from '@open-wc/testing';
import { draggedKind, mostWords, putPassage, putRecord, readDragged } from '../../src/desk/dragged.ts';
import { annotation, claim, deskOn, targets } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const sample = paper(p('<a>One <b>two 😀<c> three<d> four.<e>'));
const open = () =>
  deskOn(sample.paper, {
    own: [claim('k'), annotation('m', { targets: targets(sample.paper, sample.range('a', 'b')) })],
    edition: [claim('theirs')],
  }).store.desk;

const carrying = (types: Readonly<Record<string, string>>) => {
  const transfer = new DataTransfer();
  for (const [type, data] of Object.entries(types)) transfer.setData(type, data);
  return transfer;
};

describe('dragging over the desk', () => {
  it('brings a passage in code points, without white space at its ends, and its words for others', () => {
    const desk = open();
    const transfer = new DataTransfer();
    const { start, end } = sample.range('b', 'c');
    expect(putPassage(transfer, desk, { start: start - 1, end: end + 1 })).to.equal(true);
    expect(draggedKind(transfer.types)).to.equal('passage');
    expect(readDragged(desk, transfer)).to.deep.equal({ kind: 'passage', range: { start, end } });
    expect(transfer.getData('text/plain')).to.equal('two 😀');
    expect(putPassage(new DataTransfer(), desk, null)).to.equal(false);
  });

  it('brings claims and marks of any layer by their id, and refuses other records', () => {
    const desk = open();
    for (const [kind, id] of [
      ['claim', 'k'],
      ['claim', 'theirs'],
      ['annotation', 'm'],
    ] as const) {
      const transfer = new DataTransfer();
      putRecord(transfer, { kind, id }, 'Its words');
      expect(draggedKind(transfer.types)).to.equal(kind);
      expect(readDragged(desk, transfer)).to.deep.equal({ kind, id });
    }
    expect(() => putRecord(new DataTransfer(), { kind: 'group', id: 'g' }, '')).to.throw(RangeError);
  });

  it('takes a passage of another paper, and a record of another desk, as their words', () => {
    const desk = open();
    const words = { kind: 'words', words: 'Said elsewhere' };
    const text = { 'text/plain': ' Said\n elsewhere ' };
    const other = JSON.stringify({ start: 0, end: 3, version: 'sha256-other' });
    expect(readDragged(desk, carrying({ ...text, 'application/x-warrant-passage': other }))).to.deep.equal(
      words,
    );
    const gone = JSON.stringify({ id: 'gone' });
    expect(readDragged(desk, carrying({ ...text, 'application/x-warrant-claim': gone }))).to.deep.equal(
      words,
    );
    expect(
      readDragged(desk, carrying({ 'application/x-warrant-annotation': JSON.stringify({ id: 'k' }) })),
    ).to.equal(null);
  });

  it('makes nothing of what is forged, and cuts long words at a word', () => {
    const desk = open();
    for (const forged of [
      '{',
      'null',
      '[]',
      '{"start":-1,"end":2}',
      '{"start":"0","end":1e99}',
      ' '.repeat(400),
    ])
      expect(readDragged(desk, carrying({ 'application/x-warrant-passage': forged }))).to.equal(null);
    for (const forged of ['{"id":7}', '{"id":{"toString":1}}', '{"id":"__proto__"}'])
      expect(readDragged(desk, carrying({ 'application/x-warrant-claim': forged }))).to.equal(null);
    const long = readDragged(desk, carrying({ 'text/plain': 'word '.repeat(100_000) }));
    const words = long?.kind === 'words' ? long.words : '';
    expect(words.length).to.be.within(mostWords - 10, mostWords + 2);
    expect(words.endsWith('word …')).to.equal(true);
    expect(readDragged(desk, carrying({ 'text/plain': ' \n ' }))).to.equal(null);
  });

  it('leaves files to whoever takes files', () => {
    expect(draggedKind(['Files', 'text/plain'])).to.equal(null);
    expect(draggedKind(['text/html'])).to.equal(null);
    expect(draggedKind(['text/html', 'text/plain'])).to.equal('words');
  });
});
