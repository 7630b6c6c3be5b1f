/** Pictures of maps that are opened again: what went in comes out, and what is no map, or half of one, is refused in words. */
import { expect } from '@open-wc/testing';
import { readLayerFile } from '../../src/app/layer-files.ts';
import { makePdf } from '../../src/map/pdf.ts';
import { makePng } from '../../src/map/png.ts';
import { writeSvg } from '../../src/map/svg.ts';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import { Fault } from '../../src/model/fault.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { picture } from '../map/svg-picture.ts';
import { sampleRecords } from '../map/sample.ts';
import { Dice } from '../notebook/generate.ts';
import { claim } from '../support/desk.ts';

const notebook = (records: readonly NotebookRecord[]): NotebookFile => ({
  type: 'warrant-notebook',
  version: 1,
  id: 'own.map',
  name: 'Map of “Sample” — naïve 𝔸 😀',
  creator: '',
  paper: { id: 'sample', title: 'Sample', hash: `sha256-${'0'.repeat(64)}` },
  made: '2026-01-02T03:04:05.678Z',
  records,
});

/** Files of every kind with a map of records inside. */
async function pictures(records: readonly NotebookRecord[]): Promise<Map<string, Blob>> {
  const file = notebook(records);
  const drawn = writeSvg(await picture(sampleRecords, { notebook: file }));
  const { blob: png } = await makePng(drawn, { scale: 1, notebook: file });
  const { blob: pdf } = await makePdf(drawn, { sheets: 'a4', title: 'Sample', notebook: file });
  return new Map<string, Blob>([
    ['svg', new Blob([drawn.svg])],
    ['png', png],
    ['pdf', pdf],
  ]);
}

const asFile = (blob: Blob, name: string): File => new File([blob], name);

async function refusal(parts: readonly BlobPart[], name = 'map.png'): Promise<string> {
  const given: unknown = await readLayerFile(new File([...parts], name)).catch((error: unknown) => error);
  return given instanceof Fault ? given.code : 'taken';
}

describe('a picture of a map', () => {
  it('gives back the very records that went in, whatever it is called', async () => {
    for (const seed of [1, 2, 3]) {
      const dice = new Dice(seed);
      const records = Array.from({ length: 60 }, () => dice.record());
      for (const [kind, blob] of await pictures(records)) {
        for (const name of [`map.${kind}`, 'handed-in.txt']) {
          const { notebook: read } = await readLayerFile(asFile(blob, name));
          expect(read, `${kind} of seed ${seed}`).to.deep.equal(notebook(records));
        }
      }
    }
  });

  it('keeps letters that markup, strings and files of old stumble over', async () => {
    const odd = [']]>', '</metadata><script>x</script>', '&amp;', '\u0000\u0001', 'עברית\u202e', '\\u0041'];
    const records = odd.map((wording, at) => claim(`c${at}`, { wording }));
    for (const [kind, blob] of await pictures(records)) {
      const { notebook: read } = await readLayerFile(asFile(blob, 'map'));
      expect(read.records, kind).to.deep.equal(records);
    }
  });

  it('is refused in words where it carries none, or only half of one', async () => {
    const canvas = document.createElement('canvas');
    const plain = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    expect(await refusal([plain ?? ''])).to.equal('picture/no-map');
    expect(await refusal(['<svg xmlns="http://www.w3.org/2000/svg"/>'])).to.equal('picture/no-map');
    expect(await refusal(['<?xml version="1.0"?>\n<!-- a --><svg><g></svg>'])).to.equal('picture/no-map');
    expect(await refusal(['%PDF-1.7 nothing'])).to.equal('picture/no-map');
    expect(await refusal([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0])], 'a.jpg')).to.equal(
      'picture/no-map',
    );
    for (const [kind, blob] of await pictures(sampleRecords)) {
      const half = kind === 'png' ? 400 : Math.floor(blob.size / 2);
      expect(await refusal([blob.slice(0, half)]), kind).to.equal('picture/no-map');
    }
  });

  it('runs nothing and believes nothing of a forged one', async () => {
    let ran = 0;
    Object.assign(window, { forged: () => (ran += 1) });
    const bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    const inside = (json: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" onload="forged()"><script>forged()</script><metadata id="warrant-notebook">${json}</metadata></svg>`;
    expect(await refusal([`${bomb}<svg xmlns="http://www.w3.org/2000/svg">&b;</svg>`])).to.equal(
      'picture/no-map',
    );
    expect(await refusal([inside('{"records":[]}')])).to.equal('notebook/malformed');
    expect(await refusal([inside('{"__proto__":{"polluted":true}}')])).to.equal('notebook/malformed');
    const labels = [claim('c', { wording: '<img src=x onerror=forged()>' })];
    const forged = inside(JSON.stringify(notebook(labels)).replaceAll('<', '&lt;'));
    const { notebook: read } = await readLayerFile(asFile(new Blob([forged]), 'map.svg'));
    expect(read.records).to.deep.equal(labels);
    expect(ran).to.equal(0);
    expect('polluted' in {}).to.equal(false);
  });
});
