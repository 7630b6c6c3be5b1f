/** Files of annotations: told apart by what they say, read in pieces of any size, and hostile ones as far as they are sound. */
import { expect } from '@open-wc/testing';
import {
  largestFile,
  readAnnotationFile,
  readAnnotations,
  type ReadAnnotations,
} from '../../src/formats/annotations.ts';
import { findingSentence } from '../../src/formats/finding.ts';
import { hypothesisExport } from '../../src/formats/hypothesis-write.ts';
import { JsonItems } from '../../src/formats/json-items.ts';
import { annotationCollection } from '../../src/formats/w3c-collection.ts';
import { zoteroExport } from '../../src/formats/zotero-write.ts';
import { Fault } from '../../src/model/fault.ts';
import { readRecord } from '../../src/notebook/validate.ts';
import { Unsound } from '../../src/model/shapes.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { checked, filed, hash, marks, sample, scene, type Item } from './exchange.ts';
import { annotationMusts, broken } from './w3c-musts.ts';

const atOnce = (): Promise<void> => Promise.resolve();
const read = (text: string): Promise<ReadAnnotations> => readAnnotations([text], 'marks.json', scene, atOnce);
const readJson = (value: unknown): Promise<ReadAnnotations> => read(JSON.stringify(value));

async function fault(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return 'none';
}

const words = ({ findings }: ReadAnnotations): string[] => findings.map(findingSentence);

const w3c = (id: string, more: Item = {}): Item => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id,
  type: 'Annotation',
  bodyValue: 'So',
  target: { source: 'https://example.org/p', selector: { type: 'TextQuoteSelector', exact: 'nationalised' } },
  ...more,
});
const theirs = (id: string): Item => ({
  id,
  user: 'acct:j@h.is',
  uri: 'https://example.org',
  text: 'So',
  tags: [],
  target: [],
});
const zotero = (key: string): Item => ({
  key,
  itemType: 'annotation',
  annotationType: 'note',
  annotationComment: 'So',
});
const head = { notebook: 'own', label: 'Mine', creator: '', now: scene.now, hash };

describe('a file of annotations', () => {
  const forms: readonly [string, unknown, readonly string[], number][] = [
    ['one Web Annotation', w3c('urn:x:1'), ['w3c'], 1],
    ['a list of them', [w3c('urn:x:1'), w3c('urn:x:2')], ['w3c'], 2],
    ['a page', { type: 'AnnotationPage', items: [w3c('urn:x:1'), w3c('urn:x:2')] }, ['w3c'], 2],
    [
      'a collection with pages in it',
      { type: 'AnnotationCollection', first: { items: [w3c('urn:x:1')], next: { items: [w3c('urn:x:2')] } } },
      ['w3c'],
      2,
    ],
    ['a graph', { '@graph': [w3c('urn:x:1')] }, ['w3c'], 1],
    ['a list of pages', [{ type: 'AnnotationPage', items: [w3c('urn:x:1')] }], ['w3c'], 1],
    [
      'one whose body is a choice with items',
      w3c('urn:x:1', { bodyValue: undefined, body: { type: 'Choice', items: [{ value: 'a' }] } }),
      ['w3c'],
      1,
    ],
    [
      'an export of Hypothesis',
      { export_date: '', annotations: [theirs('a'), theirs('b')] },
      ['hypothesis'],
      2,
    ],
    ['an answer of its API', { total: 1, rows: [theirs('a')], replies: [theirs('b')] }, ['hypothesis'], 2],
    ['items of Zotero', [zotero('A'), { key: 'B', data: zotero('B') }], ['zotero'], 2],
    [
      'works of Zotero with annotations',
      { items: [{ itemType: 'book', attachments: [{ annotations: [zotero('A')] }] }] },
      ['zotero'],
      1,
    ],
    ['a mixture', [w3c('urn:x:1'), theirs('a'), zotero('A')], ['w3c', 'hypothesis', 'zotero'], 3],
  ];
  for (const [name, value, formats, count] of forms) {
    it(`may be ${name}`, async () => {
      const found = await readJson(value);
      expect(found.formats).to.deep.equal(formats);
      expect(found.drafts).to.have.length(count);
      for (const draft of found.drafts) expect(checked(draft)).to.include({ body: draft.record['body'] });
      expect(found.brokenAt).to.equal(null);
    });
  }

  it('of ours gives back what was written, by way of its text, whatever pieces it comes in', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const dice = new Dice(seed);
      const records = Array.from({ length: 20 }, () => dice.record());
      const file = JSON.stringify(annotationCollection(sample.paper, records, head), null, seed % 2 ? 2 : 0);
      const pieces: string[] = [];
      for (let at = 0; at < file.length;) {
        const next = at + 1 + dice.below(seed * 40);
        pieces.push(file.slice(at, next));
        at = next;
      }
      const found = await readAnnotations(pieces, '', scene, atOnce);
      expect(found.drafts.map((draft) => checked(draft))).to.deep.equal(records);
      expect(found.findings).to.deep.equal([]);
    }
  });

  it('is taken by its content, whatever order of bytes it has', async () => {
    const text = JSON.stringify([w3c('urn:x:1', { bodyValue: '𝔸é' })]);
    const wide = new Uint16Array(text.length + 1);
    wide[0] = 0xfeff;
    for (let at = 0; at < text.length; at += 1) wide[at + 1] = text.charCodeAt(at);
    for (const file of [new Blob([text]), new Blob(['\uFEFF', text]), new Blob([wide])]) {
      const { drafts } = await readAnnotationFile(file, 'notes.bib', scene, atOnce);
      expect(drafts.map((draft) => draft.record['body'])).to.deep.equal(['𝔸é']);
    }
  });

  it('names what it leaves out by entry, id and line', async () => {
    const text = `[\n${JSON.stringify(w3c('urn:x:1'))},\n{"id": "bad", "type": oops},\n${JSON.stringify({ itemType: 'book', key: 'Z' })},\n3]`;
    const found = await read(text);
    expect(found.drafts).to.have.length(1);
    expect(words(found)).to.deep.equal([
      'Entry 2 ‘bad’, line 3: is not sound JSON; left out.',
      'Entry 3 ‘Z’, line 4: is of the kind “book”, no annotation; left out.',
      'Entry 4, line 5: is no annotation; left out.',
    ]);
  });
});

describe('a broken file of annotations', () => {
  it('is read as far as it is sound, wherever it breaks off, and says where it ends', async () => {
    const file = JSON.stringify(annotationCollection(sample.paper, marks(3, 12), head), null, 2);
    const begin = file.indexOf('"items"');
    const ends = [...file.matchAll(/^ {6}\},?$/gmu)]
      .map((match) => match.index + 7)
      .filter((end) => end > begin);
    expect(ends).to.have.length(12);
    for (let cut = 200; cut < file.length - 40; cut += 97) {
      const whole = ends.filter((end) => end <= cut).length;
      const torn = file.slice(0, cut);
      if (whole === 0) expect(await fault(read(torn))).to.equal('annotations/broken');
      else {
        const found = await read(torn);
        expect(found.drafts.length).to.equal(whole);
        expect(found.brokenAt).to.equal(torn.split('\n').length);
      }
    }
  });

  const nothing: readonly [string, string, string][] = [
    ['nothing at all', '', 'annotations/unknown'],
    ['words', 'Dear reader,', 'annotations/unknown'],
    ['BibTeX', '@book{a, title={B}}', 'annotations/unknown'],
    ['HTML', '<!doctype html><script>[{"type":"Annotation"}]</script>', 'annotations/unknown'],
    ['a number', '3', 'annotations/unknown'],
    ['an empty list', '[]', 'annotations/unknown'],
    ['another JSON', '{"items":[{"title":"A"}]}', 'annotations/unknown'],
    ['half an object', '{"annotations":[{"id":"a"', 'annotations/broken'],
    ['brackets alone', '[[[[[[', 'annotations/broken'],
    ['closing brackets', ']]]}}}', 'annotations/unknown'],
    ['a ZIP', 'PK\u0003\u0004\u0000\u0000', 'annotations/unknown'],
    ['a notebook', '{\n  "type": "warrant-notebook", "version": 1, "records": []}', 'annotations/notebook'],
  ];
  for (const [name, text, code] of nothing) {
    it(`is refused: ${name}`, async () => expect(await fault(read(text))).to.equal(code));
  }

  it('is not read at all above 50 MB', async () => {
    let wasRead = false;
    const huge = {
      size: largestFile + 1,
      slice: () => {
        wasRead = true;
        return new Blob();
      },
    } as unknown as Blob;
    expect(await fault(readAnnotationFile(huge, 'huge.json', scene, atOnce))).to.equal(
      'annotations/too-large',
    );
    expect(wasRead).to.equal(false);
  });

  it('gives the page its turn after every annotation, and within the longest of them', async () => {
    const items = Array.from({ length: 300 }, (_, at) =>
      w3c(`urn:x:${at}`, { 'x:filler': 'x'.repeat(at * 10) }),
    );
    const long = w3c('urn:x:long', { 'x:filler': 'x'.repeat(1_000_000) });
    let count = 0;
    const turn = (): Promise<void> => Promise.resolve(void (count += 1));
    await readAnnotations([JSON.stringify(items)], '', scene, turn);
    expect(count).to.be.at.least(300);
    count = 0;
    const { drafts } = await readAnnotations([JSON.stringify([long])], '', scene, turn);
    expect(drafts).to.have.length(1);
    expect(count).to.be.at.least(1_000_000 / 60_000);
  });
});

describe('hostile annotations', () => {
  const script = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  const deep = JSON.parse(`${'{"refinedBy":'.repeat(900)}{"type":"CssSelector"}${'}'.repeat(900)}`) as Item;
  const items: readonly [string, unknown][] = [
    [
      'a prototype',
      JSON.parse(
        '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"type":"Annotation","id":"urn:x:p","bodyValue":"So","target":{"__proto__":{"source":"urn:x:y"}}}',
      ),
    ],
    [
      'script in every field',
      {
        ...w3c(script),
        bodyValue: script,
        creator: script,
        motivation: script,
        created: script,
        stylesheet: { value: script },
        target: { source: script, selector: { type: script, exact: script, prefix: script, suffix: script } },
      },
    ],
    ['selectors without end', w3c('urn:x:d', { target: { source: 'urn:x:y', selector: deep } })],
    ['dates from nowhere', w3c('urn:x:t', { created: '31/12/2024', modified: { $date: 4 } })],
    [
      'dates beyond time',
      w3c('urn:x:t', { created: '9999-99-99T99:99:99Z', modified: '+275760-09-13T00:00:00Z' }),
    ],
    [
      'positions beyond the text',
      w3c('urn:x:o', {
        target: { source: scene.paper, selector: { type: 'TextPositionSelector', start: 1, end: 9e15 } },
      }),
    ],
    [
      'positions below it',
      w3c('urn:x:o', {
        target: {
          source: scene.paper,
          selector: [
            { type: 'TextPositionSelector', start: -5, end: -9 },
            { type: 'TextQuoteSelector', exact: 'x' },
          ],
        },
      }),
    ],
    [
      'halves of signs',
      w3c('urn:x:s', {
        bodyValue: '\uD800',
        target: { source: 'urn:x:y', selector: { exact: '\uDC00', prefix: '\uD83D'.repeat(300) } },
      }),
    ],
    [
      'lists where one is meant',
      w3c('urn:x:l', { bodyValue: ['a', 'b'], creator: [['x']], motivation: [[]], created: ['2024-01-01'] }),
    ],
    [
      'nothing where something is meant',
      w3c('urn:x:n', { body: null, target: null, creator: null, motivation: null }),
    ],
    [
      'numbers and truths',
      { ...theirs('n'), text: 5, tags: true, target: 7, user: [], references: 'x', created: 0 },
    ],
    [
      'our own words, forged',
      w3c('urn:uuid:0190b0a0-0000-7000-8000-000000000001', {
        'warrant:fields': { kind: '__proto__', id: 'x', targets: 'all' },
      }),
    ],
    ['a kind of its own', w3c('urn:x:k', { 'warrant:fields': { kind: 'claim', role: 'king' } })],
    ['a metadata of its own', { ...theirs('m'), metadata: { warrant: { kind: 'work', targets: [[]] } } }],
    [
      'a note of a paper',
      w3c('urn:x:f', {
        target: {
          source: `${scene.paper}#__proto__ x`,
          selector: [
            { type: 'TextQuoteSelector', exact: 'x' },
            { type: 'TextPositionSelector', start: 0, end: 1 },
          ],
        },
      }),
    ],
    [
      'an entity bomb',
      w3c('urn:x:e', { bodyValue: undefined, body: { format: 'text/html', value: '<'.repeat(50_000) } }),
    ],
    [
      'a sheet of styles',
      w3c('urn:x:c', {
        stylesheet: { value: `.${'a{'.repeat(20_000)}` },
        target: { source: 'urn:x:y', styleClass: '.*+?^$', selector: { exact: 'x' } },
      }),
    ],
    [
      'more tags than one may have',
      w3c('urn:x:g', { body: Array.from({ length: 3_000 }, () => ({ value: 't', purpose: 'tagging' })) }),
    ],
  ];
  for (const [name, item] of items) {
    it(`do no harm: ${name}`, async () => {
      const { drafts } = await readJson([item, w3c('urn:x:good')]);
      expect(drafts.at(-1)?.key).to.equal('urn:x:good');
      for (const { record } of drafts) {
        const sound = readRecord(record);
        if (sound instanceof Unsound) continue;
        expect(Object.getPrototypeOf(sound)).to.equal(Object.prototype);
        expect(sound.id).to.match(/^[A-Za-z0-9][\w.:-]{0,63}$/u);
        // What is taken can be written in every format, and is read again.
        if (sound.kind !== 'annotation') continue;
        const collection = filed(annotationCollection(sample.paper, [sound], head));
        const [page] = [collection['first'] as Item];
        for (const one of page['items'] as Item[]) expect(broken(one, annotationMusts)).to.deep.equal([]);
        for (const file of [collection, hypothesisExport(sample.paper, [sound], scene)]) {
          const again = await readJson(file);
          expect(again.drafts.map((draft) => checked(draft))).to.deep.equal([sound]);
        }
        expect(
          zoteroExport(sample.paper, [sound], scene).items.length + Number(sound.replyTo !== null),
        ).to.be.above(0);
      }
      expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    });
  }

  it('whose dates are none are dated now, and the words that stood there are kept', async () => {
    const { drafts } = await readJson([w3c('urn:x:t', { created: '31/12/2024' })]);
    expect(drafts[0]?.record).to.include({ created: scene.now, modified: scene.now });
    expect(drafts[0]?.record['foreign']).to.include('31/12/2024');
    expect(drafts[0]?.isDated).to.equal(false);
  });
});

describe('the items of a JSON file', () => {
  it('are the elements of its list, whatever is in them, in pieces of one sign too', () => {
    forSeeds(40, (seed) => {
      const dice = new Dice(seed);
      const values = Array.from({ length: dice.below(8) }, () =>
        dice.pick<unknown>([
          { a: dice.text(), items: [1, { b: '}]"\\' }] },
          [[]],
          'x,]',
          3,
          null,
          { q: '\\"' },
          true,
          {},
        ]),
      );
      const space = dice.pick<number | string>([0, 2, '\t']);
      const file = JSON.stringify({ before: { items: [1] }, annotations: values, after: 'x' }, null, space);
      const whole = new JsonItems();
      const single = new JsonItems();
      const all = [whole.push(file), [...file].flatMap((sign) => [...single.push(sign)])];
      for (const items of all)
        expect(items.map(({ text }) => JSON.parse(text ?? 'null') as unknown)).to.deep.equal(values);
      for (const items of [whole, single]) {
        const { frame, brokenAt } = items.end();
        expect(brokenAt).to.equal(null);
        expect(JSON.parse(frame)).to.deep.equal({ before: { items: [1] }, annotations: [], after: 'x' });
      }
    });
  });
});
