/** Notebooks as files: what is written is read back, and what is not sound is refused with its place. */
import { expect } from '@open-wc/testing';
import { Fault } from '../../src/model/fault.ts';
import { fileRecords, readNotebookFile, writeNotebookFile } from '../../src/notebook/file.ts';
import { Dice, forSeeds } from './generate.ts';

const head = {
  id: 'gul-2008.edition',
  name: 'The edition’s reading',
  creator: 'Warrant',
  paper: { id: 'gul-2008', title: 'Russia and Azerbaijan', hash: `sha256-${'0a'.repeat(32)}` },
};

const sourceRecord = {
  kind: 'source',
  id: 's1',
  creator: '',
  created: '2026-01-01',
  modified: '2026-01-01T00:00:00.000Z',
  name: 'Russell',
  variants: [],
};

const whole = (records: unknown, more: object = {}): unknown => ({
  type: 'warrant-notebook',
  version: 1,
  ...head,
  records,
  ...more,
});

/** Where a file was refused. */
function refusal(json: unknown): string {
  try {
    readNotebookFile(json);
  } catch (error) {
    expect(error).to.be.instanceOf(Fault);
    expect((error as Fault).code).to.equal('notebook/malformed');
    return (error as Fault).message.replace('notebook/malformed: ', '');
  }
  return 'not refused';
}

describe('a notebook’s file', () => {
  it('is read back as it was written, from its text and from its value', () => {
    forSeeds(30, (seed) => {
      const dice = new Dice(seed);
      const records = Array.from({ length: 20 }, () => dice.record());
      const text = writeNotebookFile(head, records);
      expect(readNotebookFile(text)).to.deep.equal(whole(records));
      expect(readNotebookFile(JSON.parse(text))).to.deep.equal(whole(records));
      expect(
        writeNotebookFile(readNotebookFile(text), fileRecords(readNotebookFile(text)).values()),
      ).to.equal(text);
    });
  });

  it('gives its records by id, in its order, frozen', () => {
    const dice = new Dice(7);
    const records = Array.from({ length: 20 }, () => dice.record());
    const byId = fileRecords(readNotebookFile(whole(records)));
    expect([...byId.keys()]).to.deep.equal(records.map((record) => record.id));
    for (const record of byId.values()) expect(Object.isFrozen(record)).to.equal(true);
  });

  it('of an older version is read, its marks with what they could not yet say', () => {
    const dice = new Dice(3);
    const records = Array.from({ length: 40 }, () => dice.record());
    const marks = records.filter((record) => record.kind === 'annotation');
    const older = marks.map(({ style: _style, replyTo: _replyTo, foreign: _foreign, ...rest }) => rest);
    const read = readNotebookFile(whole(older));
    expect(read.records).to.deep.equal(
      marks.map((mark) => ({ ...mark, style: 'highlight', replyTo: null, foreign: null })),
    );
    expect(marks).to.have.length.above(0);
  });

  it('leaves behind what it does not know', () => {
    const read = readNotebookFile(whole([{ ...sourceRecord, html: '<script>' }], { extra: 1 }));
    expect(read).to.deep.equal(whole([sourceRecord]));
  });

  it('says when it was written, what it asks and what it answers; null says nothing', () => {
    const more = {
      made: '2026-11-24T10:00:00.000Z',
      settings: { before: 3, instructions: 'Mark **three**.' },
      answers: 'handout-1',
    };
    expect(readNotebookFile(whole([], more))).to.deep.equal(whole([], more));
    expect(JSON.parse(writeNotebookFile({ ...head, ...more }, []))).to.deep.equal(whole([], more));
    const paper = { ...head.paper, text: 'All of it.' };
    expect(readNotebookFile(whole([], { paper })).paper).to.deep.equal(paper);
    const nothing = { made: null, settings: null, answers: null, paper: { ...head.paper, text: null } };
    expect(readNotebookFile(whole([], nothing))).to.deep.equal(whole([]));
  });

  it('that asks or answers what cannot be is refused with the place', () => {
    const asks = (before: unknown) => refusal(whole([], { settings: { before, instructions: '' } }));
    expect(asks(1_000)).to.equal('not refused');
    expect(asks(1_001)).to.equal('settings.before is more than 1000');
    expect(asks(-1)).to.equal('settings.before is not a whole number from 0');
    expect(asks(Infinity)).to.equal('settings.before is not a whole number from 0');
    expect(refusal(whole([], { settings: { before: 1 } }))).to.equal('settings.instructions is missing');
    expect(refusal(whole([], { answers: '<b>' }))).to.equal('answers is not an id');
    expect(refusal(whole([], { made: 'yesterday' }))).to.equal('made is not an ISO date in UTC');
    expect(refusal(whole([], { paper: { ...head.paper, text: 5 } }))).to.equal('paper.text is not a text');
  });

  it('is refused with the place', () => {
    expect(refusal('{')).to.equal('it is not JSON');
    expect(refusal(null)).to.equal('is not an object');
    expect(refusal([])).to.equal('is not an object');
    expect(refusal(whole([], { type: 'x' }))).to.equal('type is not "warrant-notebook"');
    expect(refusal(whole([], { version: 2 }))).to.equal('version is not 1');
    expect(refusal(whole({ length: 1 }))).to.equal('records is not a list');
    expect(refusal(whole([sourceRecord, 5]))).to.equal('records.1 is not a record');
    expect(refusal(whole([{ ...sourceRecord, kind: 'toString' }]))).to.equal(
      'records.0.kind is no kind of record',
    );
    expect(refusal(whole([{ ...sourceRecord, variants: ['x', 1] }]))).to.equal(
      'records.0.variants.1 is not a text',
    );
    expect(refusal(whole([sourceRecord, sourceRecord]))).to.equal('records.1.id occurs twice');
    expect(refusal(whole([], { paper: { ...head.paper, hash: 'md5' } }))).to.equal(
      'paper.hash is not a SHA-256 hash',
    );
  });

  it('is refused where a field comes from a prototype', () => {
    const nameless: Partial<typeof sourceRecord> = { ...sourceRecord };
    delete nameless.name;
    const text = JSON.stringify(whole([nameless])).replace('"kind"', '"__proto__":{"name":"x"},"kind"');
    expect(text).to.include('__proto__');
    expect(refusal(text)).to.equal('records.0.name is missing');
    expect(refusal(whole([Object.assign(Object.create({ name: 'x' }) as object, nameless)]))).to.equal(
      'records.0.name is missing',
    );
  });

  it('is not harmed by cycles, deep nests and huge texts', () => {
    const cycle: Record<string, unknown> = { ...sourceRecord };
    cycle['name'] = cycle;
    expect(refusal(whole([cycle]))).to.equal('records.0.name is not a text');
    cycle['name'] = 'n';
    cycle['more'] = cycle;
    expect(readNotebookFile(whole([cycle])).records).to.deep.equal(
      [sourceRecord].map((one) => ({ ...one, name: 'n' })),
    );
    expect(refusal(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).to.be.oneOf([
      'it is not JSON',
      'is not an object',
    ]);
    expect(refusal(whole([{ ...sourceRecord, name: 'x'.repeat(10_000_000) }]))).to.equal(
      'records.0.name is longer than 1000 characters',
    );
    expect(refusal(whole(new Array(10_000_000)))).to.equal('records has more than 100000 items');
  });

  it('is not written where it could not be read', () => {
    expect(() => writeNotebookFile({ ...head, id: '../x' }, [])).to.throw(RangeError, /id is not an id/);
  });
});
