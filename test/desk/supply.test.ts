/** What a reader supplies: transcripts, works and what attaches them; and marks in the words of notes. */
import { expect } from '@open-wc/testing';
import { noteTexts, noteWords } from '../../src/desk/note-words.ts';
import { placed, rangesOf } from '../../src/desk/passages.ts';
import { citedIn, works, worksBy } from '../../src/desk/sources.ts';
import type { Command, Store } from '../../src/desk/store.ts';
import {
  addWorks,
  annotateNote,
  attachWork,
  detachWork,
  locate,
  removeWork,
  transcribe,
  writeWork,
} from '../../src/desk/supply-commands.ts';
import type { CslItem } from '../../src/model/csl.ts';
import type { Citation, NotebookRecord, Transcript, Work } from '../../src/model/records.ts';
import { verdictOf } from '../../src/desk/verdicts.ts';
import { annotation, deskOn, ownRecord, source } from '../support/desk.ts';
import { note, p, paper } from '../support/paper.ts';

const { paper: page } = paper(
  p('First words.', note('1'), ' More.', note('2', 'See Noam 😀, pp. 3–4.'), ' Rest.', note('3')),
);
const stamp = { creator: 'tester', created: '2026-01-02T03:04:05Z', modified: '2026-01-02T03:04:05Z' };
const transcript = (id: string, of: string, text: string, more: Partial<Transcript> = {}): Transcript => ({
  ...stamp,
  kind: 'transcript',
  id,
  note: of,
  text,
  copy: 'library print',
  by: 'Ada',
  ...more,
});
const item = (title: string): CslItem => ({ id: title, type: 'book', title });
const work = (id: string): Work => ({ ...stamp, kind: 'work', id, item: item(`Of ${id}`) });
const citation = (id: string, of: string, more: Partial<Citation> = {}): Citation => ({
  ...stamp,
  kind: 'citation',
  id,
  note: 'fn1',
  source: null,
  work: of,
  locator: null,
  ...more,
});
const written = { text: 'See Aliyeva, p. 5.', copy: 'library print', by: 'Ada' };
const own = (store: Store): readonly NotebookRecord[] => [
  ...(store.desk.layers.at(-1)?.records.values() ?? []),
];
const isNotNow = (store: Store, command: Command): boolean => command(store.desk) === null;

describe('the words of a note', () => {
  it('are the copy’s first, then what was transcribed, the reader’s own last', () => {
    const { desk } = deskOn(page, {
      edition: [transcript('e', 'fn2', 'See Noam.')],
      own: [transcript('o', 'fn2', 'See  Noam!'), transcript('p', 'fn1', 'Ibid.')],
    }).store;
    expect(
      noteWords(desk, 'fn2').map((one) => [one.text.text, one.transcript?.id ?? null, one.layer?.id ?? null]),
    ).to.deep.equal([
      ['See Noam 😀, pp. 3–4.', null, null],
      ['See Noam.', 'e', 'edition'],
      ['See  Noam!', 'o', 'own'],
    ]);
    expect(noteWords(desk, 'fn3')).to.deep.equal([]);
    expect([...noteTexts(desk)].sort()).to.deep.equal([
      ['fn1', 'Ibid.'],
      ['fn2', 'See Noam 😀, pp. 3–4.'],
    ]);
  });

  it('keep their identity while something else changes', () => {
    const { store } = deskOn(page, { own: [transcript('o', 'fn1', 'Ibid.')] });
    const before = noteWords(store.desk, 'fn1')[0]?.text;
    store.run(addWorks([item('A')], null));
    expect(noteWords(store.desk, 'fn1')[0]?.text).to.equal(before);
  });
});

describe('transcribing', () => {
  it('writes one record, says by whom and whence, and is taken back as one', () => {
    const { store } = deskOn(page);
    for (const text of ['See', 'See Ali', written.text])
      store.run(transcribe('fn1', 't', { ...written, text }, 'w'));
    expect(ownRecord(store, 't', 'transcript')).to.deep.include({
      note: 'fn1',
      ...written,
      creator: 'reader',
    });
    expect(own(store)).to.have.length(1);
    store.undo();
    expect(own(store)).to.deep.equal([]);
    store.redo();
    expect(ownRecord(store, 't', 'transcript').text).to.equal(written.text);
  });

  it('keeps the copy’s name before there are words, and leaves nothing where all was emptied again', () => {
    const { store } = deskOn(page);
    store.run(transcribe('fn1', 't', { ...written, text: '' }));
    expect(ownRecord(store, 't', 'transcript').text).to.equal('');
    expect(noteTexts(store.desk).has('fn1')).to.equal(false);
    store.run(transcribe('fn1', 't', { text: ' ', copy: '', by: 'Ada' }));
    expect(own(store)).to.deep.equal([]);
  });

  it('answers “not now” for unknown notes, other people’s records and where nothing changes', () => {
    const { store } = deskOn(page, {
      edition: [transcript('e', 'fn1', 'x')],
      own: [transcript('t', 'fn1', written.text), annotation('m')],
    });
    const asIs = { text: written.text, copy: 'library print', by: 'Ada' };
    expect(isNotNow(store, transcribe('fn9', 'n', written))).to.equal(true);
    expect(isNotNow(store, transcribe('fn1', 'm', written))).to.equal(true);
    expect(isNotNow(store, transcribe('fn1', 't', asIs))).to.equal(true);
    expect(isNotNow(store, transcribe('fn1', 'n', { text: '', copy: '', by: 'Ada' }))).to.equal(true);
  });
});

describe('works', () => {
  it('are added and attached as one change', () => {
    const { store } = deskOn(page, { edition: [source('noam', 'Noam')] });
    store.run(addWorks([item('A'), item('B')], { note: 'fn1', source: null }));
    expect(citedIn(store.desk, 'fn1').map((one) => one.work.item.title)).to.deep.equal(['A', 'B']);
    expect(store.undo()).to.equal('Add 2 works');
    expect(own(store)).to.deep.equal([]);
    expect(isNotNow(store, addWorks([], null))).to.equal(true);
  });

  it('that are typed in are attached with the first word, edited in place and undone as one', () => {
    const { store } = deskOn(page);
    for (const title of ['A', 'Az', 'Azerbaijan'])
      store.run(writeWork('w', item(title), { note: 'fn1', source: null }, 'x'));
    expect(own(store).map((one) => one.kind)).to.have.members(['work', 'citation']);
    expect(citedIn(store.desk, 'fn1')[0]?.work.item.title).to.equal('Azerbaijan');
    expect(isNotNow(store, writeWork('w', item('Azerbaijan'), null, 'x'))).to.equal(true);
    store.undo();
    expect(own(store)).to.deep.equal([]);
  });

  it('lose a field that was emptied', () => {
    const { store } = deskOn(page, { own: [work('w')] });
    store.run(writeWork('w', { ...item('Of w'), DOI: '10.1/x' }, null));
    store.run(writeWork('w', item('Of w'), null));
    expect(works(store.desk).get('w')?.item).to.deep.equal(item('Of w'));
  });

  it('are attached to notes and authorities once each, placed, and taken off again', () => {
    const { store } = deskOn(page, { own: [work('w'), source('noam', 'Noam')] });
    const to = { note: 'fn3', source: null };
    store.run(attachWork('w', to, '5'));
    store.run(attachWork('w', { note: null, source: 'noam' }));
    expect(isNotNow(store, attachWork('w', to))).to.equal(true);
    expect(isNotNow(store, attachWork('gone', to))).to.equal(true);
    expect(isNotNow(store, attachWork('w', { note: null, source: null }))).to.equal(true);
    expect(worksBy(store.desk, 'noam')).to.have.length(1);
    const id = citedIn(store.desk, 'fn3')[0]?.citation.id ?? '';
    store.run(locate(id, ' 57–58 '));
    expect(citedIn(store.desk, 'fn3')[0]?.citation.locator).to.equal('57–58');
    store.run(locate(id, ' '));
    expect(citedIn(store.desk, 'fn3')[0]?.citation.locator).to.equal(null);
    expect(isNotNow(store, locate(id, ''))).to.equal(true);
    store.run(detachWork(id));
    expect(citedIn(store.desk, 'fn3')).to.deep.equal([]);
    expect(works(store.desk).has('w')).to.equal(true);
  });

  it('go with what attaches them, and come back with it', () => {
    const { store } = deskOn(page, {
      own: [work('w'), citation('c', 'w'), citation('d', 'w', { note: 'fn2' })],
    });
    store.run(removeWork('w'));
    expect(own(store)).to.deep.equal([]);
    store.undo();
    expect(citedIn(store.desk, 'fn2').map((one) => one.citation.id)).to.deep.equal(['d']);
  });

  it('that are gone leave citations that say nothing, in whatever circle they point', () => {
    const { desk } = deskOn(page, {
      own: [citation('c', 'gone'), citation('d', 'd'), citation('e', 'c', { source: 'c' })],
    }).store;
    expect(citedIn(desk, 'fn1')).to.deep.equal([]);
    expect(worksBy(desk, 'c')).to.deep.equal([]);
  });
});

describe('a mark in the words of a note', () => {
  const marked = (store: Store): string[] =>
    placed(store.desk).inNotes.map((one) => one.words.text.slice(one.start, one.end));

  it('stands in the note and nowhere in the text of the paper', () => {
    const { store } = deskOn(page);
    const words = noteWords(store.desk, 'fn2')[0]!;
    expect(store.run(annotateNote(words, { start: 3, end: 10 }, { id: 'm', colour: 'green' }))).to.equal(
      true,
    );
    expect(ownRecord(store, 'm', 'annotation').targets).to.deep.equal([
      { exact: 'Noam 😀', prefix: 'See ', suffix: ', pp. 3–4.', start: 4, end: 10, note: 'fn2' },
    ]);
    expect(marked(store)).to.deep.equal(['Noam 😀']);
    expect(placed(store.desk).passages).to.deep.equal([]);
    expect(placed(store.desk).orphans).to.deep.equal([]);
    expect(rangesOf(store.desk, { kind: 'annotation', id: 'm' })).to.deep.equal([]);
    expect(isNotNow(store, annotateNote(words, { start: 3, end: 4 }, { colour: 'green' }))).to.equal(true);
  });

  it('is never set on the same words of the paper text', () => {
    const target = { exact: 'First words', prefix: '', suffix: '.', start: 0, end: 11, note: 'fn1' };
    const { store } = deskOn(page, { own: [annotation('m', { targets: [target] })] });
    expect(placed(store.desk).passages).to.deep.equal([]);
    expect(placed(store.desk).orphans).to.deep.equal(['m']);
  });

  it('follows its words through a corrected transcript, and is an orphan when they are gone', () => {
    const { store } = deskOn(page, { own: [transcript('t', 'fn1', 'See Leila Aliyeva, Azerbaijan, p. 5.')] });
    const words = noteWords(store.desk, 'fn1')[0]!;
    store.run(annotateNote(words, { start: 4, end: 17 }, { id: 'm', colour: 'green' }));
    expect(marked(store)).to.deep.equal(['Leila Aliyeva']);
    store.run(transcribe('fn1', 't', { ...written, text: 'But see Leila Aliyeva, Azerbaijan, p. 5.' }));
    expect(marked(store)).to.deep.equal(['Leila Aliyeva']);
    store.run(transcribe('fn1', 't', { ...written, text: 'See Tadeusz Swietochowski, Azerbaijan, p. 5.' }));
    expect(verdictOf(store.desk, 'm')?.fate, 'another name in the same place').to.equal('doubtful');
    store.undo();
    store.run(transcribe('fn1', 't', { ...written, text: 'An entirely different note.' }));
    expect(marked(store)).to.deep.equal([]);
    expect(placed(store.desk).orphans).to.deep.equal(['m']);
    store.undo();
    expect(marked(store)).to.deep.equal(['Leila Aliyeva']);
  });

  it('of a transcript that was deleted is an orphan', () => {
    const { store } = deskOn(page, { own: [transcript('t', 'fn1', 'See Leila Aliyeva.')] });
    store.run(
      annotateNote(noteWords(store.desk, 'fn1')[0]!, { start: 0, end: 9 }, { id: 'm', colour: 'green' }),
    );
    store.run(transcribe('fn1', 't', { text: '', copy: '', by: '' }));
    expect(placed(store.desk).orphans).to.deep.equal(['m']);
  });
});
