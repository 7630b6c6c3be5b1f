/** Backups as files: what goes in comes out, and nothing comes out of a file that was changed, cut off or made to harm. */
import { expect } from '@open-wc/testing';
import { ArchiveIn } from '../../src/formats/backup/archive-in.ts';
import { ArchiveOut } from '../../src/formats/backup/archive-out.ts';
import { BackupIn, BackupOut, verifyBackup } from '../../src/formats/backup/backup.ts';
import { readClone, writeClone } from '../../src/formats/backup/clone-json.ts';
import { readFrames, writeFrames } from '../../src/formats/backup/frames.ts';
import { noCounts, readManifest } from '../../src/formats/backup/manifest.ts';
import { openZip } from '../../src/formats/paper/unzip.ts';

const about = { made: '2026-01-01T00:00:00.000Z', schema: 3, counts: noCounts, unread: [] };

/** Bytes that repeat their number, so that packing them helps. */
const bytes = (length: number, seed: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, at) => (at * seed + (at >> 7)) & 255);

async function code(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'no fault';
}

async function made(): Promise<Awaited<ReturnType<BackupOut['finish']>>> {
  const out = new BackupOut();
  await out.add('a/one.json', '{"a":1}');
  await out.add('a/two.bin', bytes(70_000, 7), true);
  await out.add('ünï/drei.txt', 'drei '.repeat(5000));
  return out.finish(about);
}

const whole = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

/** The archive with the byte at `at` turned over. */
async function damaged(blob: Blob, at: number): Promise<Blob> {
  const all = await whole(blob);
  all[at] = (all[at] ?? 0) ^ 255;
  return new Blob([all]);
}

describe('the archive of a backup', () => {
  it('gives out what was put in, packed or not, and any other program reads it', async () => {
    const { blob } = await made();
    const archive = await ArchiveIn.open(blob, 'b');
    const other = openZip(await whole(blob), 'b');
    expect(other.names).to.deep.equal([
      'mimetype',
      'a/one.json',
      'a/two.bin',
      'ünï/drei.txt',
      'manifest.json',
    ]);
    for (const path of other.names)
      expect(await archive.bytes(path), path).to.deep.equal(other.bytes(path) ?? 'nothing');
    expect(await archive.bytes('a/two.bin')).to.deep.equal(bytes(70_000, 7));
  });

  it('writes the 64-bit form where there are more entries than the short one can count', async () => {
    const out = new ArchiveOut();
    for (let at = 0; at < 66_000; at += 1) await out.add(`${at}`, bytes(at % 3, 1), true);
    const blob = out.finish('application/zip');
    const archive = await ArchiveIn.open(blob, 'b');
    expect(archive.count).to.equal(66_000);
    expect(await archive.bytes('65999')).to.deep.equal(bytes(2, 1));
    expect(openZip(await whole(blob), 'b', { entries: 70_000 }).names.length).to.equal(66_000);
  });

  it('refuses what is cut off at any place, and what is none', async () => {
    const all = await whole((await made()).blob);
    for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
      const cut = new Blob([all.subarray(0, Math.floor(all.length * share))]);
      expect(await code(ArchiveIn.open(cut, 'b')), String(share)).to.equal('backup/broken');
    }
    expect(await code(ArchiveIn.open(new Blob(['a letter to a friend']), 'b'))).to.equal('backup/broken');
  });

  it('refuses a bomb before it goes off', async () => {
    const out = new ArchiveOut();
    await out.add('bomb', new Uint8Array(2 ** 25));
    const archive = await ArchiveIn.open(out.finish(''), 'b');
    expect(await code(archive.bytes('bomb'))).to.equal('backup/too-large');
  });

  it('refuses an entry that is longer than the directory says', async () => {
    const out = new ArchiveOut();
    await out.add('liar', new Uint8Array(2 ** 16));
    const all = await whole(out.finish(''));
    const view = new DataView(all.buffer);
    const directory = all.length - 22 - 46 - 4;
    expect(view.getUint32(directory + 24, true)).to.equal(2 ** 16);
    view.setUint32(directory + 24, 10, true);
    const archive = await ArchiveIn.open(new Blob([all]), 'b');
    expect(await code(archive.bytes('liar'))).to.equal('backup/broken');
  });

  it('refuses entries that lie over each other', async () => {
    const out = new ArchiveOut();
    await out.add('a', bytes(100, 3), true);
    await out.add('b', bytes(100, 3), true);
    const all = await whole(out.finish(''));
    const view = new DataView(all.buffer);
    const second = all.length - 22 - 46 - 1;
    expect(view.getUint32(second + 42, true)).to.equal(131);
    view.setUint32(second + 42, 0, true);
    expect(await code(ArchiveIn.open(new Blob([all]), 'b'))).to.equal('backup/broken');
  });
});

describe('a backup', () => {
  it('lists its parts with their sums, and is read back as it was made', async () => {
    const { blob, manifest } = await made();
    const read = await BackupIn.open(blob, 'b');
    expect(read.manifest).to.deep.equal(manifest);
    expect(read.paths).to.deep.equal(['a/one.json', 'a/two.bin', 'ünï/drei.txt']);
    expect(await read.text('ünï/drei.txt')).to.equal('drei '.repeat(5000));
    await verifyBackup(blob, manifest);
  });

  it('is not verified with any byte of its parts turned over', async () => {
    const { blob, manifest } = await made();
    for (let at = 60; at < blob.size - 22; at += 1999)
      expect(await code(verifyBackup(await damaged(blob, at), manifest)), String(at)).to.equal(
        'backup/unverified',
      );
  });

  it('is not verified against another list', async () => {
    const { blob, manifest } = await made();
    const other = { ...manifest, counts: { ...noCounts, updates: 1 } };
    expect(await code(verifyBackup(blob, other))).to.equal('backup/unverified');
  });

  it('gives out nothing whose sum is another, though the archive is sound', async () => {
    const out = new ArchiveOut();
    const parts = [{ path: 'x', size: 1, sha256: '0'.repeat(64) }];
    await out.add('x', bytes(1, 1));
    await out.add(
      'manifest.json',
      new TextEncoder().encode(JSON.stringify({ type: 'warrant-backup', version: 1, ...about, parts })),
    );
    const read = await BackupIn.open(out.finish(''), 'b');
    expect(await code(read.bytes('x'))).to.equal('backup/broken');
    expect(await code(read.bytes('y'))).to.equal('backup/broken');
  });

  it('says what is wrong with a manifest', () => {
    const sound = { type: 'warrant-backup', version: 1, ...about, parts: [] };
    const said = (value: unknown): string => {
      try {
        readManifest(JSON.stringify(value), 'b');
      } catch (error) {
        return (error as { code: string }).code;
      }
      return 'no fault';
    };
    expect(said(sound)).to.equal('no fault');
    expect(said({ ...sound, type: 'warrant-package' })).to.equal('backup/unknown');
    expect(said({ ...sound, version: 2 })).to.equal('backup/newer');
    expect(said({ ...sound, version: 'x' })).to.equal('backup/broken');
    expect(said({ ...sound, counts: {} })).to.equal('backup/broken');
    for (const path of ['/a', '../a', 'a/../b', 'a\\b', 'a//b', ''])
      expect(said({ ...sound, parts: [{ path, size: 1, sha256: '0'.repeat(64) }] }), path).to.equal(
        'backup/broken',
      );
  });
});

describe('values in a backup', () => {
  it('come back as they were, whatever can be cloned', () => {
    const strange = JSON.parse('{"__proto__":{"a":1},"$":"bytes","value":"x"}') as object;
    const value = {
      bytes: new Uint8Array([0, 127, 255]),
      at: new Date(7),
      map: new Map<unknown, unknown>([
        ['a', new Set([1, '2'])],
        [{ k: 1 }, undefined],
      ]),
      numbers: [NaN, Infinity, -1.5, 10n],
      nothing: null,
      strange,
    };
    const back = readClone(writeClone(value)) as typeof value;
    expect(back).to.deep.equal(value);
    expect(Object.getPrototypeOf(back.strange)).to.equal(Object.prototype);
    expect(Object.keys(back.strange)).to.deep.equal(['__proto__', '$', 'value']);
  });

  it('are refused where they are too deep or have a mark that is not known', () => {
    expect(() => readClone('['.repeat(300) + ']'.repeat(300))).to.throw(RangeError);
    expect(() => readClone('{"$":"function","value":"x"}')).to.throw(RangeError);
    expect(() => readClone('{"$":"map","value":{"a":1}}')).to.throw(RangeError);
  });

  it('are framed: any pieces come back, and lengths that do not add up are told', () => {
    const pieces = [bytes(0, 1), bytes(5, 3), bytes(300, 5)];
    const framed = writeFrames(pieces);
    expect(readFrames(framed)).to.deep.equal(pieces);
    expect(readFrames(writeFrames([]))).to.deep.equal([]);
    for (let cut = 1; cut < framed.length; cut += 1)
      if (![4, 13].includes(cut)) expect(readFrames(framed.slice(0, cut)), String(cut)).to.equal(null);
  });
});
