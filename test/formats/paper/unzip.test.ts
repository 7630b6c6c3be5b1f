/** Archives are read within limits: what is sound comes out as it went in, and every kind of bad one ends in a fault. */
import { expect } from '@open-wc/testing';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { openZip, type ZipLimits } from '../../../src/formats/paper/unzip.ts';
import { Fault } from '../../../src/model/fault.ts';

const zip = (files: Zippable): Uint8Array<ArrayBuffer> => new Uint8Array(zipSync(files));
const text = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? undefined);

/** The code of the fault that reading all of an archive ends in; empty where it ends well. */
function faultOf(bytes: Uint8Array<ArrayBuffer>, limits: Partial<ZipLimits> = {}): string {
  try {
    const archive = openZip(bytes, 'file.zip', limits);
    archive.names.forEach((name) => archive.bytes(name));
    return '';
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
}

/** A copy with the bytes from the last place of `mark` on changed. */
function changed(bytes: Uint8Array<ArrayBuffer>, mark: number, shift: number, value: number) {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = copy.length - 4; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== mark) continue;
    view.setUint16(at + shift, value, true);
    return copy;
  }
  throw new RangeError('The mark is not there.');
}

const entryMark = 0x02014b50;

describe('archives', () => {
  const sound = zip({
    'a/b.xml': strToU8('<a>hällo</a>'.repeat(1000)),
    'ü.txt': [strToU8('stored'), { level: 0 }],
    'empty.txt': new Uint8Array(0),
  });

  it('give out what went in, stored and deflated, whatever the case of the path', () => {
    const archive = openZip(sound, 'file.zip');
    expect(archive.names).to.deep.equal(['a/b.xml', 'ü.txt', 'empty.txt']);
    expect(text(archive.bytes('A/B.xml'))).to.equal('<a>hällo</a>'.repeat(1000));
    expect(text(archive.bytes('ü.txt'))).to.equal('stored');
    expect(archive.bytes('empty.txt')?.length).to.equal(0);
    expect(archive.bytes('not there')).to.equal(null);
    expect([archive.has('Ü.TXT'), archive.has('b.xml')]).to.deep.equal([true, false]);
  });

  it('open behind bytes that are no part of them', () => {
    const behind = new Uint8Array(100 + sound.length);
    behind.set(sound, 100);
    expect(text(openZip(behind, 'file.zip').bytes('ü.txt'))).to.equal('stored');
  });

  it('leave out paths that lead out of them', () => {
    const names = ['../up.txt', '/root.txt', 'C:/disk.txt', 'a/../../b.txt', 'folder/', 'good/./x.txt'];
    const archive = openZip(zip(Object.fromEntries(names.map((one) => [one, strToU8('x')]))), 'file.zip');
    expect(archive.names).to.deep.equal(['good/x.txt']);
  });

  it('are refused when they are bombs: by ratio, by one size, by the sum, by number', () => {
    expect(faultOf(zip({ zeros: new Uint8Array(20_000_000) }))).to.equal('import/too-large');
    // A bomb that says to be small.
    const lying = changed(zip({ zeros: new Uint8Array(20_000_000) }), entryMark, 26, 0);
    expect(faultOf(lying)).to.equal('import/too-large');
    const small = zip({ one: new Uint8Array(600), two: new Uint8Array(600) });
    expect(faultOf(small)).to.equal('');
    expect(faultOf(small, { each: 500 })).to.equal('import/too-large');
    expect(faultOf(small, { all: 1000 })).to.equal('import/too-large');
    expect(faultOf(small, { entries: 1 })).to.equal('import/too-large');
  });

  it('are refused when they are cut off anywhere', () => {
    for (let length = 0; length < sound.length; length += 7)
      expect(faultOf(sound.slice(0, length)), String(length)).to.equal('import/broken');
  });

  it('never fail otherwise than by a fault, whatever byte is changed', () => {
    const codes = new Set<string>();
    for (let at = 0; at < sound.length; at += 1) {
      const copy = sound.slice();
      copy[at] = (copy[at] as number) ^ 0xa5;
      codes.add(faultOf(copy));
    }
    const known = ['', 'import/broken', 'import/too-large', 'import/protected'];
    expect([...codes].filter((code) => !known.includes(code))).to.deep.equal([]);
    expect(codes.has('import/broken')).to.equal(true);
  });

  it('say so when an entry is encrypted or packed in a way that is not read', () => {
    const one = zip({ 'a.txt': strToU8('words') });
    expect(faultOf(changed(one, entryMark, 8, 1))).to.equal('import/protected');
    expect(faultOf(changed(one, entryMark, 10, 99))).to.equal('import/broken');
  });
});
