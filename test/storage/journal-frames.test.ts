/** The journal's bytes: what is whole is found, whatever was done to the rest. */
import { expect } from '@open-wc/testing';
import { fromParts, toParts } from '../../src/storage/cloneable.ts';
import { identityOf } from '../../src/storage/identity.ts';
import { crc32, findFrames } from '../../src/storage/journal-frames.ts';
import { JournalIndex } from '../../src/storage/journal-index.ts';
import { readHead, writeRecord, type RecordHead } from '../../src/storage/journal-records.ts';
import { numbers } from '../text/texts.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Records of random bytes, some empty, and where each ends in the file. */
function someRecords(random: () => number, count: number) {
  const updates = Array.from({ length: count }, () =>
    Uint8Array.from({ length: Math.floor(random() * 40) }, () => Math.floor(random() * 256)),
  );
  const records = updates.map((update) => {
    const head: RecordHead = {
      kind: 'updates',
      notebook: 'n1',
      at: 1,
      ids: [identityOf(update)],
      sizes: [update.length],
    };
    return writeRecord(head, [update]).bytes;
  });
  let end = 0;
  const ends = records.map((record) => (end += record.length));
  return { updates, bytes: joined(records), ends };
}

/** The updates that are found in a file. */
const found = (bytes: Uint8Array): readonly Uint8Array[] =>
  findFrames(bytes).records.map(({ start, end }) => {
    const record = readHead(bytes, start, end);
    return bytes.slice(record?.partsAt, end);
  });

describe('the journal’s records', () => {
  it('have the sum that zip and PNG have', () => {
    expect(crc32(utf8('123456789'))).to.equal(0xcbf43926);
    expect(crc32(utf8(''))).to.equal(0);
  });

  it('come back as they were written', () => {
    const { updates, bytes } = someRecords(numbers(1), 60);
    expect(found(bytes)).to.deep.equal(updates);
    expect(findFrames(bytes)).to.include({ end: bytes.length, isDamaged: false });
  });

  it('before a torn end are found, wherever it is torn', () => {
    const { updates, bytes, ends } = someRecords(numbers(2), 12);
    for (let length = 0; length <= bytes.length; length += 1) {
      const whole = ends.filter((end) => end <= length);
      const torn = bytes.slice(0, length);
      expect(found(torn), `cut at ${length}`).to.deep.equal(updates.slice(0, whole.length));
      expect(findFrames(torn)).to.include({ end: whole.at(-1) ?? 0, isDamaged: false });
    }
  });

  it('before and behind a damaged byte are found, whichever it is', () => {
    const random = numbers(3);
    const { updates, bytes, ends } = someRecords(random, 12);
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 + Math.floor(random() * 255));
      const hit = ends.findIndex((end) => end > at);
      expect(found(damaged), `byte ${at}`).to.deep.equal(updates.filter((_, index) => index !== hit));
      expect(findFrames(damaged).isDamaged).to.equal(hit < updates.length - 1);
    }
  });

  it('are not seen in rubbish', () => {
    const random = numbers(4);
    const rubbish = Uint8Array.from({ length: 20_000 }, () => Math.floor(random() * 256));
    expect(findFrames(rubbish)).to.deep.equal({ records: [], end: 0, isDamaged: false });
  });
});

describe('the identity of an update', () => {
  it('is one and the same for the same bytes, and another for others', () => {
    const random = numbers(5);
    const seen = new Map<number, string>();
    for (let count = 0; count < 60_000; count += 1) {
      // Short, and alike: what updates of one notebook are.
      const bytes = Uint8Array.of(1, 1, 201, count & 255, (count >> 8) & 255, count >> 16, count % 7, 0);
      const length = 6 + Math.floor(random() * 3);
      const update = bytes.slice(0, length);
      const id = identityOf(update);
      expect(id).to.equal(identityOf(update.slice()));
      expect(Number.isSafeInteger(id) && id >= 0).to.equal(true);
      const words = update.join(' ');
      expect(seen.get(id) ?? words).to.equal(words);
      seen.set(id, words);
    }
  });

  it('changes with any bit', () => {
    const update = utf8('Thirteen b.');
    const ids = new Set([identityOf(update)]);
    for (let bit = 0; bit < update.length * 8; bit += 1) {
      const other = update.slice();
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      ids.add(identityOf(other));
    }
    expect(ids.size).to.equal(update.length * 8 + 1);
  });
});

describe('a value as parts', () => {
  it('comes back as it was', () => {
    const proto = JSON.parse('{"__proto__": {"a": 1}}') as unknown;
    for (const value of [
      null,
      undefined,
      'words',
      -0,
      NaN,
      -Infinity,
      12n,
      [],
      {},
      [1, [undefined, { a: { b: [null] } }]],
      { $: ['bytes', 0], nested: { $: 1 } },
      proto,
      { file: Uint8Array.of(1, 2), other: Uint8Array.of(), same: [Uint8Array.of(3).buffer] },
      new Map<unknown, unknown>([
        [{ a: 1 }, new Set(['x', 2])],
        ['date', new Date(86_400_000)],
      ]),
    ])
      expect(fromParts(toParts(value).map((part) => part.slice()))).to.deep.equal(value);
  });
});

describe('the index of a journal', () => {
  const updates = (at: number, ids: readonly number[], dropped: readonly number[] = []): RecordHead => ({
    kind: 'updates',
    notebook: 'n1',
    at,
    ids,
    sizes: ids.map(() => 5),
    dropped,
  });
  const setting = (at: number, size: number | null): RecordHead => ({
    kind: 'entries',
    entries: [{ store: 'settings', key: ['split'], at, parts: size === null ? null : [{ size }] }],
  });
  const indexOf = (records: readonly RecordHead[]): JournalIndex => {
    const index = new JournalIndex();
    for (const record of records) index.add(record, 100);
    return index;
  };

  it('is the same in whatever order, and however often, records come', () => {
    const records = [
      updates(1, [1, 2, 3]),
      updates(2, [9], [1, 2]),
      updates(3, [2, 4]),
      setting(4, 7),
      setting(6, null),
      setting(5, 9),
    ];
    const random = numbers(6);
    for (let run = 0; run < 200; run += 1) {
      const mixed = [...records, ...records].sort(() => random() - 0.5);
      const index = indexOf(mixed);
      expect([...index.live('n1').keys()].sort()).to.deep.equal([3, 4, 9]);
      expect([...index.entries].map(({ at, places }) => [at, places])).to.deep.equal([[6, null]]);
      expect(index).to.include({ liveBytes: 15, count: 3, latest: 6 });
    }
  });

  it('lets go of all updates of a notebook, and takes later ones', () => {
    const gone: RecordHead = {
      kind: 'entries',
      entries: [{ store: 'updates', key: ['n1'], at: 5, parts: null }],
    };
    const index = indexOf([updates(1, [1, 2]), gone, updates(4, [3]), updates(6, [4])]);
    expect([...index.live('n1').keys()]).to.deep.equal([4]);
    expect(index.liveBytes).to.equal(5);
  });
});
