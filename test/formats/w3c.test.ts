/** Web Annotations: what is written keeps every MUST of the recommendation and comes back unchanged; what others write is understood. */
import { bareStep } from '../../src/model/argument-records.ts';
import { expect } from '@open-wc/testing';
import { foreignItem } from '../../src/formats/foreign-item.ts';
import type { MarkDraft } from '../../src/formats/mark-draft.ts';
import { annotationCollection } from '../../src/formats/w3c-collection.ts';
import { readW3c } from '../../src/formats/w3c-read.ts';
import { paperIri } from '../../src/formats/w3c-vocabulary.ts';
import { irisOf, writeW3c } from '../../src/formats/w3c-write.ts';
import type { Annotation, NotebookRecord } from '../../src/model/records.ts';
import { Unsound } from '../../src/model/shapes.ts';
import { readRecord } from '../../src/notebook/validate.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { p, paper, section } from '../support/paper.ts';
import { annotationMusts, broken, collectionMusts, pageMusts } from './w3c-musts.ts';

const hash = `sha256-${'0a'.repeat(32)}`;
const sample = paper(
  section('I.', 'The oil', p('It was in <a>the 𝔸zeri oil fields<b> that all began.'), p('Nothing else was.')),
);
const { text } = sample.paper;
const now = '2026-03-04T05:06:07Z';
const scene = { text, paper: paperIri(hash), now };
const head = { notebook: 'own', label: 'My notebook', creator: 'Ada', now, hash };

type Item = Readonly<Record<string, unknown>>;

/** What a reader makes of an item, checked. */
function taken(item: Item): NotebookRecord {
  const draft = readW3c(item, scene);
  if ('why' in draft) throw new Error(draft.why);
  const record = readRecord(draft.record);
  if (record instanceof Unsound) throw new Error(record.toString());
  return record;
}

const draftOf = (item: Item): MarkDraft => {
  const draft = readW3c(item, scene);
  if ('why' in draft) throw new Error(draft.why);
  return draft;
};

const written = (record: NotebookRecord): Item =>
  JSON.parse(JSON.stringify(writeW3c(record, { ...scene, iri: irisOf([record]) }))) as Item;

const mark = (item: Item): Annotation => {
  const record = taken(item);
  if (record.kind !== 'annotation') throw new Error(record.kind);
  return record;
};

/** A notebook of every kind of record, from a seed. */
const records = (seed: number): NotebookRecord[] => {
  const dice = new Dice(seed);
  const meaning = {
    ...(dice.record() as Annotation),
    kind: 'meaning',
    name: 'Doubt',
    colour: 'red',
  } as const;
  const { id, creator, created, modified, kind, name, colour } = meaning;
  return [
    { id, creator, created, modified, kind, name, colour },
    ...Array.from({ length: 25 }, () => dice.record()),
  ];
};

const collectionOf = (all: readonly NotebookRecord[]): Item =>
  JSON.parse(JSON.stringify(annotationCollection(sample.paper, all, head))) as Item;
const pageOf = (collection: Item): Item => collection['first'] as Item;
const itemsOf = (collection: Item): Item[] => pageOf(collection)['items'] as Item[];

describe('a file of Web Annotations', () => {
  it('gives back every record of every kind unchanged', () => {
    const kinds = new Set<string>();
    forSeeds(60, (seed) => {
      const all = records(seed);
      for (const record of all) kinds.add(record.kind);
      expect(itemsOf(collectionOf(all)).map(taken)).to.deep.equal(all);
    });
    expect([...kinds].sort()).to.have.length(15);
  });

  it('keeps every MUST of the recommendation, item by item, page and collection', () => {
    forSeeds(60, (seed) => {
      const collection = collectionOf(records(seed));
      expect(broken(collection, collectionMusts)).to.deep.equal([]);
      expect(broken(pageOf(collection), pageMusts)).to.deep.equal([]);
      for (const item of itemsOf(collection)) expect(broken(item, annotationMusts)).to.deep.equal([]);
    });
  });

  it('has no page where there is nothing to be in it', () => {
    const collection = collectionOf([]);
    expect(broken(collection, collectionMusts)).to.deep.equal([]);
    expect(collection).to.include({ total: 0 });
    expect(collection).not.to.have.property('first');
  });

  it('completes a date that has no time of day, and gives it back as it was', () => {
    const record = {
      ...(new Dice(3).record() as Annotation),
      created: '2026-01-01',
      modified: '2026-01-01T03:04Z',
    };
    const item = written(record);
    expect(item).to.include({ created: '2026-01-01T00:00:00Z', modified: '2026-01-01T03:04:00Z' });
    expect(broken(item, annotationMusts)).to.deep.equal([]);
    expect(taken(item)).to.deep.equal(record);
  });

  it('says what it links in the words of the recommendation', () => {
    const stamp = { creator: 'Ada', created: now, modified: now };
    const uuid = '0190b0a0-0000-7000-8000-000000000001';
    const item = written({
      ...stamp,
      kind: 'inference',
      id: uuid,
      premises: [{ claim: 'c1', role: null }],
      conclusion: 'c2',
      gist: '',
      implicit: false,
      ...bareStep,
    });
    expect(item['id']).to.equal(`urn:uuid:${uuid}`);
    expect(item['motivation']).to.equal('linking');
    expect(item['body']).to.equal('urn:warrant:record:c1');
    expect(item['target']).to.equal('urn:warrant:record:c2');
    expect(item['warrant:fields']).to.deep.equal({ kind: 'inference', implicit: false });
  });
});

describe('the MUSTs themselves', () => {
  const good: Item = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:x:1',
    type: 'Annotation',
    target: { source: 'urn:x:2', selector: { type: 'TextQuoteSelector', exact: 'oil' } },
  };
  const select = (selector: unknown): Item => ({ ...good, target: { source: 'urn:x:2', selector } });
  const cases: readonly [string, Item][] = [
    ['3.1 @context is there, and names the recommendation', { ...good, '@context': 'urn:x:other' }],
    [
      '3.1 @context is a string where it is alone',
      { ...good, '@context': ['http://www.w3.org/ns/anno.jsonld'] },
    ],
    ['3.1 id is exactly one IRI', { ...good, id: ['urn:x:1', 'urn:x:2'] }],
    ['3.1 id is exactly one IRI', { ...good, id: 'one' }],
    ['3.1 type includes Annotation', { ...good, type: 'Note' }],
    ['3.1 target is there', { ...good, target: [] }],
    ['3.2 target is an IRI, a web resource, a set or a specific resource', { ...good, target: 'the oil' }],
    ['3.2.5 body and bodyValue are not both there', { ...good, body: 'urn:x:3', bodyValue: 'a' }],
    ['3.2.4 a text has exactly one value', { ...good, body: { type: 'TextualBody', value: ['a', 'b'] } }],
    ['3.3.1 created is one dateTime in UTC', { ...good, created: '2026-01-01' }],
    ['3.3.1 modified is one dateTime in UTC', { ...good, modified: '2026-01-01T00:00:00+01:00' }],
    ['4.2.4 a quotation has exactly one exact text', select({ type: 'TextQuoteSelector' })],
    [
      '4.2.5–6 a position has one start and one end, from 0',
      select({ type: 'TextPositionSelector', start: -1, end: 2 }),
    ],
    ['4.2 a selector is of a kind that the model knows', select({ type: 'RectSelector' })],
  ];
  it('finds nothing in what is right', () => expect(broken(good, annotationMusts)).to.deep.equal([]));
  for (const [name, item] of cases) {
    it(`finds: ${name} (${JSON.stringify(item).length})`, () =>
      expect(broken(item, annotationMusts)).to.include(name));
  }
});

describe('annotations of other programs', () => {
  const base: Item = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://example.org/a/1',
    type: 'Annotation',
    created: '2024-12-09T07:17:52Z',
    creator: { id: 'https://example.org/u/9', name: 'Jo', nickname: 'jo9' },
    target: {
      source: 'https://example.org/paper.html',
      selector: [
        {
          type: 'XPathSelector',
          value: '/html/body/p[1]',
          refinedBy: { type: 'TextPositionSelector', start: 1, end: 4 },
        },
        { type: 'TextQuoteSelector', exact: 'the 𝔸zeri\n   oil fields', prefix: 'was in ', suffix: ' that' },
      ],
    },
  };

  it('find their quotation in the paper, whatever white space it was written with', () => {
    const [target] = mark({ ...base, bodyValue: 'Why?' }).targets;
    expect(text.slice(target!.start, target!.end)).to.equal('the 𝔸zeri oil fields');
    expect(target).to.include({ ...sample.range('a', 'b'), exact: 'the 𝔸zeri oil fields' });
  });

  const bodies: readonly [string, unknown, string, readonly string[]][] = [
    ['a text', { type: 'TextualBody', value: 'So', format: 'text/plain' }, 'So', []],
    ['several', [{ type: 'TextualBody', value: 'So' }, { value: 'it is' }], 'So\n\nit is', []],
    ['a tag', [{ type: 'TextualBody', value: 'oil', purpose: 'tagging' }], '', ['oil']],
    ['a choice', { type: 'Choice', items: [{ value: 'first' }, { value: 'second' }] }, 'first', []],
    [
      'a text of its own source',
      { type: 'SpecificResource', source: { value: 'deep' }, purpose: 'commenting' },
      'deep',
      [],
    ],
    ['a page on the web', 'https://example.org/b', '<https://example.org/b>', []],
    [
      'HTML',
      { type: 'TextualBody', format: 'text/html', value: '<p>A &amp; <b>B</b></p><script>x()</script>' },
      'A & B',
      [],
    ],
  ];
  for (const [name, body, words, tags] of bodies) {
    it(`say ${name}`, () => expect(mark({ ...base, body })).to.deep.include({ body: words, tags }));
  }

  const selectors: readonly [string, unknown, string][] = [
    [
      'a quotation within an element',
      { type: 'CssSelector', value: '#p1', refinedBy: { type: 'TextQuoteSelector', exact: 'oil fields' } },
      'oil fields',
    ],
    [
      'a text directive',
      { type: 'FragmentSelector', value: ':~:text=was%20in-,the%20%F0%9D%94%B8zeri' },
      'the 𝔸zeri',
    ],
    [
      'from one quotation to another',
      {
        type: 'RangeSelector',
        startSelector: { type: 'TextQuoteSelector', exact: 'It was' },
        endSelector: { type: 'TextQuoteSelector', exact: ' that all' },
      },
      'It was in the 𝔸zeri oil fields',
    ],
  ];
  for (const [name, selector, words] of selectors) {
    it(`select by ${name}`, () => {
      const { targets } = mark({ ...base, target: { source: 'https://example.org/p', selector } });
      expect(targets.map(({ exact }) => exact)).to.deep.equal([words]);
    });
  }

  it('take a position alone only in the paper itself', () => {
    const position = { type: 'TextPositionSelector', ...sample.range('a', 'b') };
    const ours = { ...base, target: { source: paperIri(hash), selector: position } };
    expect(mark(ours).targets[0]).to.include({ exact: 'the 𝔸zeri oil fields' });
    const theirs = { ...base, target: { source: 'https://example.org/p', selector: position } };
    expect(readW3c(theirs, scene)).to.have.property('why').that.includes('selects no words');
    expect(mark({ ...theirs, bodyValue: 'So' })).to.deep.include({ body: 'So' });
  });

  it('without a passage are notes on the paper as a whole; a reply stays one, though its thread is missing', () => {
    expect(mark({ ...base, target: 'https://example.org/p', bodyValue: 'All of it' })).to.deep.include({
      targets: [],
      replyTo: null,
      motivation: 'commenting',
    });
    const parent = mark(base);
    const reply = mark({
      ...base,
      id: 'urn:x:r',
      motivation: 'replying',
      target: 'https://example.org/a/1',
      bodyValue: 'No',
    });
    expect(reply).to.deep.include({ targets: [], replyTo: parent.id, body: 'No' });
  });

  it('show their colour, or the nearest of the eight', () => {
    const styled = (value: string): Item => ({
      ...base,
      stylesheet: { type: 'CssStylesheet', value },
      target: { ...(base['target'] as Item), styleClass: 'mine' },
    });
    expect(mark(styled('.other { color: #2ea8e5 } .mine { background: #f09030 }'))).to.include({
      colour: 'orange',
      style: 'highlight',
    });
    expect(mark(styled('.mine { text-decoration: underline #0f0 }'))).to.include({
      colour: 'green',
      style: 'underline',
    });
  });

  it('are written back as they came, where nothing was changed', () => {
    const items: readonly Item[] = [
      { ...base, rights: 'https://creativecommons.org/licenses/by/4.0/', 'ex:mood': { glad: [1, null] } },
      { ...base, body: [{ type: 'TextualBody', value: 'So', language: 'en', creator: 'urn:x:z' }] },
      { ...base, body: { type: 'Choice', items: [{ type: 'TextualBody', value: 'a' }] } },
    ];
    for (const item of items) expect(written(mark(item))).to.deep.equal(item);
  });

  it('keep what nobody here understands, though the words were changed, and come back the same', () => {
    const item: Item = { ...base, bodyValue: 'So', rights: 'https://example.org/r' };
    const record = {
      ...mark(item),
      body: 'Not so',
      tags: ['oil'],
      colour: 'red',
      modified: '2026-01-01T00:00:00Z',
    };
    const out = written(record);
    expect(out).to.deep.include({
      id: base['id'],
      rights: item.rights,
      target: item.target,
      creator: item.creator,
    });
    expect(out['body']).to.deep.include({
      type: 'TextualBody',
      value: 'oil',
      format: 'text/plain',
      purpose: 'tagging',
    });
    expect(broken(out, annotationMusts)).to.deep.equal([]);
    expect(taken(out)).to.deep.equal(record);
  });

  it('break no MUST of a file of ours, though they broke them in theirs', () => {
    const bad: Item = {
      ...base,
      '@context': 'https://example.org/c',
      created: 'last Tuesday',
      modified: '2024-12-09T07:17:52.5+01:00',
      rights: 'all mine',
      body: { value: 3 },
      bodyValue: 'So',
    };
    const record = mark(bad);
    const out = written(record);
    expect(broken(out, annotationMusts)).to.deep.equal([]);
    expect(taken(out)).to.deep.equal(record);
    expect(foreignItem(record, 'w3c')).to.deep.include({ created: 'last Tuesday', rights: 'all mine' });
    expect(draftOf(bad).isDated).to.equal(false);
  });
});
