/** Hypothesis: its export comes in whole, threads and all; ours goes out in its form, and comes back unchanged. */
import { expect } from '@open-wc/testing';
import { hypothesisExport } from '../../src/formats/hypothesis-write.ts';
import { readHypothesis } from '../../src/formats/hypothesis-read.ts';
import type { Annotation } from '../../src/model/records.ts';
import { forSeeds } from '../notebook/generate.ts';
import { checked, filed, marks, sample, scene, type Item } from './exchange.ts';

const user = 'acct:jane_doe@hypothes.is';
const uri = 'https://example.org/oil';
const links = { html: 'https://hypothes.is/a/x', incontext: 'https://hyp.is/x' };

/** As its documentation describes one; `more` goes over it. */
const annotation = (id: string, more: Item = {}): Item => ({
  id,
  created: '2024-12-09T07:17:52.123456+00:00',
  updated: '2024-12-10T09:00:00.5+02:00',
  user,
  uri,
  text: 'Which ones?',
  tags: ['oil', 'Baku'],
  group: '__world__',
  permissions: { read: ['group:__world__'], update: [user], delete: [user], admin: [user] },
  target: [
    {
      source: uri,
      selector: [
        {
          type: 'RangeSelector',
          startContainer: '/p[1]',
          startOffset: 3,
          endContainer: '/p[1]',
          endOffset: 9,
        },
        { type: 'TextPositionSelector', start: 400, end: 414 },
        { type: 'TextQuoteSelector', exact: 'the oil\nfields', prefix: 'Then ', suffix: ' were' },
      ],
    },
  ],
  document: { title: ['Oil'] },
  links,
  user_info: { display_name: 'Jane Doe' },
  flagged: false,
  hidden: false,
  ...more,
});

const read = (item: Item): Annotation => checked(readHypothesis(item, scene)) as Annotation;
const written = (...records: readonly Annotation[]): Item[] =>
  filed(hypothesisExport(sample.paper, records, scene)['annotations'] as Item[]);

describe('annotations of Hypothesis', () => {
  it('come in with words, tags, dates, name, and the passage that their context chooses', () => {
    const record = read(annotation('0-Zx_9aBCDEFGhijkLMNop'));
    expect(record).to.deep.include({
      motivation: 'commenting',
      body: 'Which ones?',
      tags: ['oil', 'Baku'],
      creator: 'Jane Doe',
      created: '2024-12-09T07:17:52.123456Z',
      modified: '2024-12-10T07:00:00.5Z',
      replyTo: null,
    });
    expect(record.targets).to.have.length(1);
    expect(record.targets[0]).to.include({ ...sample.range('c', 'd'), exact: 'the oil fields' });
  });

  it('are a highlight, a page note, a tagged passage, by what they say', () => {
    expect(read(annotation('h', { text: '', tags: [] }))).to.include({ motivation: 'highlighting' });
    expect(read(annotation('t', { text: '' }))).to.include({ motivation: 'tagging' });
    expect(read(annotation('p', { target: [{ source: uri }] }))).to.deep.include({
      targets: [],
      motivation: 'commenting',
    });
  });

  it('keep their threads: a reply knows its parent, even one that is not in the file', () => {
    const parent = read(annotation('root'));
    const reply = read(annotation('r', { references: ['root'], target: [{ source: uri }] }));
    const deeper = read(annotation('rr', { references: ['root', 'r'], target: [{ source: uri }] }));
    const orphan = read(annotation('o', { references: ['gone'], target: [{ source: uri }] }));
    expect([reply.replyTo, deeper.replyTo]).to.deep.equal([parent.id, reply.id]);
    expect(orphan.replyTo).to.be.a('string').that.is.not.equal(parent.id);
    expect(written(orphan)[0]).to.deep.include({ references: ['gone'] });
  });

  it('are written back as they came where nothing was changed', () => {
    const items = [
      annotation('a', {
        moderation: { flagCount: 0 },
        mentions: [{ username: 'x' }],
        metadata: { course: 3 },
      }),
      annotation('b', { target: [{ source: uri, selector: [{ type: 'EPUBContentSelector', url: 'c1' }] }] }),
      annotation('c', { references: ['a'], target: [{ source: uri }] }),
    ];
    expect(written(...items.map(read))).to.deep.equal(items);
  });

  it('keep what only Hypothesis understands, though their words were changed, and come back the same', () => {
    const item = annotation('a', { metadata: { course: 3 } });
    const record = { ...read(item), body: 'All', colour: 'red', modified: '2026-01-01T00:00:00Z' };
    const [out] = written(record);
    expect(out).to.deep.include({
      id: 'a',
      text: 'All',
      updated: record.modified,
      links,
      target: item['target'],
    });
    expect(out?.['metadata']).to.include({ course: 3 });
    expect(read(out ?? {})).to.deep.equal(record);
  });

  it('are left out only where they say nothing', () => {
    const silent = annotation('s', { text: '', tags: [], target: [{ source: uri }] });
    expect(readHypothesis(silent, scene)).to.deep.equal({ why: 'says nothing; left out' });
  });
});

describe('a Hypothesis file of ours', () => {
  it('gives back every annotation unchanged', () => {
    forSeeds(40, (seed) => {
      const all = marks(seed, 20);
      expect(written(...all).map(read)).to.deep.equal(all);
    });
  });

  it('counts in UTF-16 units and quotes beside', () => {
    const { start, end } = sample.range('e', 'f');
    const target = { exact: 'nationalised', prefix: 'were ', suffix: '.', start, end };
    const [item] = written({ ...(marks(1, 1)[0] as Annotation), targets: [target], replyTo: null });
    const [first] = item?.['target'] as { selector: Item[] }[];
    const position = first?.selector.find((one) => one['type'] === 'TextPositionSelector') as {
      start: number;
      end: number;
    };
    expect(sample.paper.text.text.slice(position.start, position.end)).to.equal('nationalised');
    expect(position.start).to.equal(start + 2);
  });

  it('has what the importer of Hypothesis asks for', () => {
    const file = filed(hypothesisExport(sample.paper, marks(2, 5), scene));
    expect(file).to.have.all.keys('export_date', 'export_userid', 'client_version', 'annotations');
    for (const item of file['annotations'] as Item[]) {
      expect(item['user']).to.match(/^acct:[A-Za-z0-9._]{1,30}@[a-z.]+$/u);
      expect(item['text']).to.be.a('string');
      expect(item['tags']).to.be.an('array');
      expect((item['target'] as unknown[]).length).to.be.above(0);
      expect(item['document']).to.deep.equal({ title: [sample.paper.front.title] });
    }
  });
});
