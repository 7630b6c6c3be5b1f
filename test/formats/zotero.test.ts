/** Zotero: its annotations come in, in both of its forms, and go back as they came; ours become items of it. */
import { expect } from '@open-wc/testing';
import { hexes } from '../../src/formats/mark-colours.ts';
import { readZotero } from '../../src/formats/zotero-read.ts';
import { zoteroExport } from '../../src/formats/zotero-write.ts';
import { colours } from '../../src/model/colours.ts';
import type { Annotation } from '../../src/model/records.ts';
import { checked, filed, marks, sample, scene, type Item } from './exchange.ts';

/** In the form of the web interface. */
const item = (key: string, more: Item = {}): Item => ({
  key,
  version: 12,
  parentItem: 'ABCD2345',
  itemType: 'annotation',
  annotationType: 'highlight',
  annotationAuthorName: 'Jane',
  annotationText: 'the oil fields',
  annotationComment: 'See <i>also</i> p. 9',
  annotationColor: '#5fb236',
  annotationPageLabel: '8',
  annotationSortIndex: '00001|000414|00100',
  annotationPosition: '{"pageIndex":1,"rects":[[1,2,3,4]]}',
  tags: [{ tag: 'oil' }, { tag: 'auto', type: 1 }],
  relations: {},
  dateAdded: '2023-05-01T12:34:56Z',
  dateModified: '2023-05-02T12:34:56Z',
  ...more,
});

/** As its reader holds one. */
const held = (id: string, more: Item = {}): Item => ({
  id,
  type: 'underline',
  color: '#ff6666',
  sortIndex: '0000020',
  pageLabel: '7',
  position: {
    type: 'CssSelector',
    value: '#p',
    refinedBy: { type: 'TextPositionSelector', start: 1, end: 9 },
  },
  text: 'the oil fields',
  comment: '',
  tags: [{ name: 'oil', color: '#000000' }],
  dateModified: '2023-05-02 12:34:56',
  authorName: '',
  readOnly: false,
  ...more,
});

const read = (one: Item): Annotation => checked(readZotero(one, scene)) as Annotation;
const written = (...records: readonly Annotation[]): Item[] =>
  filed([...zoteroExport(sample.paper, records, scene).items]);

describe('annotations of Zotero', () => {
  it('come in with words, comment, colour, tags and dates, on the page that they name', () => {
    expect(read(item('K2345678'))).to.deep.include({
      motivation: 'commenting',
      body: 'See *also* p. 9',
      colour: 'green',
      style: 'highlight',
      tags: ['oil', 'auto'],
      creator: 'Jane',
      created: '2023-05-01T12:34:56Z',
      modified: '2023-05-02T12:34:56Z',
    });
    expect(read(item('K2345678')).targets[0]).to.include(sample.range('c', 'd'));
    expect(read(held('H2345678'))).to.deep.include({ colour: 'red', style: 'underline', tags: ['oil'] });
    expect(read(held('H2345678')).targets[0]).to.include(sample.range('a', 'b'));
  });

  it('are the same annotation wrapped or bare', () => {
    const wrapped = { key: 'K2345678', version: 1, library: { id: 1 }, data: item('K2345678') };
    expect(read(wrapped).id).to.equal(read(item('K2345678')).id);
    expect(written(read(wrapped))).to.deep.equal([wrapped]);
  });

  it('go back as they came, in the form that they had', () => {
    const items = [
      item('K2345678'),
      held('H2345678'),
      item('N2345678', { annotationType: 'note', annotationText: '' }),
    ];
    expect(written(...items.map(read))).to.deep.equal(items);
  });

  it('go back with what was changed, and all the rest', () => {
    const one = {
      ...read(item('K2345678')),
      body: 'No',
      colour: 'gray',
      tags: ['x'],
      modified: '2026-01-01T00:00:00.123Z',
    };
    expect(written(one)).to.deep.equal([
      item('K2345678', {
        annotationComment: 'No',
        annotationColor: '#aaaaaa',
        tags: [{ tag: 'x' }],
        dateModified: '2026-01-01T00:00:00Z',
      }),
    ]);
    expect(written({ ...read(held('H2345678')), tags: ['x'], style: 'highlight' })).to.deep.equal([
      held('H2345678', { type: 'highlight', tags: [{ name: 'x' }] }),
    ]);
  });

  it('have eight colours, one for each of ours', () => {
    for (const { key } of colours)
      expect(read(item('C', { annotationColor: hexes[key] }))).to.include({ colour: key });
    expect(new Set(colours.map(({ key }) => hexes[key])).size).to.equal(8);
    expect(read(item('C', { annotationColor: '#FFD500' }))).to.include({ colour: 'yellow' });
  });

  it('are left out where they are pictures, and where they are empty', () => {
    expect(readZotero(item('I', { annotationType: 'image' }), scene))
      .to.have.property('why')
      .that.includes('image');
    expect(readZotero(held('J', { type: 'ink' }), scene))
      .to.have.property('why')
      .that.includes('by hand');
    expect(readZotero(held('E', { text: '', tags: [] }), scene))
      .to.have.property('why')
      .that.includes('neither');
  });
});

describe('items for Zotero', () => {
  it('come back with the same id, passage, words, tags and colour', () => {
    const { start, end } = sample.range('e', 'f');
    for (const record of marks(5, 30)) {
      const target = { exact: 'nationalised', prefix: '', suffix: '', start, end };
      const tags = record.tags.filter(Boolean);
      const body = record.body.replaceAll(/<\/?b>/gu, '');
      const one = { ...record, replyTo: null, targets: [target], tags, body };
      const back = read(written(one)[0] ?? {});
      const { id, colour, style, creator, created } = one;
      expect(back).to.deep.include({ id, body, tags, colour, style, creator });
      expect(Date.parse(back.created)).to.equal(Math.floor(Date.parse(created) / 1000) * 1000);
      expect(back.targets[0]).to.include({ start, end });
    }
  });

  it('are one for each passage, the words with the first, and none for a reply', () => {
    const { start, end } = sample.range('e', 'f');
    const target = { exact: 'nationalised', prefix: '', suffix: '', start, end };
    const [first] = marks(5, 1) as [Annotation];
    const two = { ...first, id: 'two', replyTo: null, targets: [target, target], body: 'So', tags: ['x'] };
    const items = written(two, { ...two, id: 'reply', replyTo: 'two' });
    expect(items.map((one) => one['annotationComment'])).to.deep.equal(['So', '']);
    expect(items[0]).to.include({ annotationPageLabel: '8', itemType: 'annotation' });
    expect(zoteroExport(sample.paper, [two, { ...two, replyTo: 'x' }], scene).replies).to.equal(1);
    for (const one of items) expect(one['key']).to.match(/^[23456789A-NP-Z]{8}$/u);
  });
});
