/** What a hostile or broken copy may send: nothing of it is shown, nothing of it does harm, the rest goes on. */
import { expect } from '@open-wc/testing';
import * as Y from 'yjs';
import type { Annotation } from '../../src/model/records.ts';
import { Notebook, type Change } from '../../src/notebook/notebook.ts';
import { Dice, forSeeds, shown } from './generate.ts';

const f = (id: string, kind = 'annotation') => ({ id, kind, creator: 'Eve', created: '2026-01-01' });
const rest = {
  modified: '2026-01-01',
  motivation: 'commenting',
  targets: [],
  body: 'b',
  colour: 'yellow',
  tags: [],
};

const entry = (fixed: unknown, fields: object = rest): Y.Map<unknown> =>
  new Y.Map<unknown>([['f', fixed], ...Object.entries(fields)]);

/** A notebook that has merged a document made by hand, and what its listeners heard. */
function merged(make: (doc: Y.Doc, annotations: Y.Map<unknown>) => void) {
  const doc = new Y.Doc();
  doc.transact(() => make(doc, doc.getMap('annotations')));
  const notebook = new Notebook();
  const changes: Change[] = [];
  notebook.onChange((change) => changes.push(change));
  notebook.merge(Y.encodeStateAsUpdate(doc));
  return { doc, notebook, changes };
}

const idsOf = (notebook: Notebook): readonly string[] => [...notebook.records.keys()];

describe('a hostile document', () => {
  it('shows its sound records and counts the others', () => {
    const { notebook, changes } = merged((_doc, annotations) => {
      annotations.set('good', entry(f('good')));
      annotations.set('a-string', 'x');
      annotations.set('a-list', new Y.Array());
      annotations.set('a-text', new Y.Text('x'));
      annotations.set('json', { ...f('json'), ...rest });
      annotations.set('empty', new Y.Map());
      annotations.set('other-id', entry(f('good')));
      annotations.set('other-kind', entry(f('other-kind', 'claim')));
      annotations.set('no-body', entry(f('no-body'), { ...rest, body: undefined }));
      annotations.set('nested', entry(f('nested'), { ...rest, body: new Y.Text('x'), tags: new Y.Array() }));
      annotations.set('null', entry(null));
      annotations.set('date', entry({ ...f('date'), created: 'yesterday' }));
      annotations.set('huge', entry(f('huge'), { ...rest, body: 'x'.repeat(10_000_000) }));
      annotations.set(
        'many',
        entry(f('many'), { ...rest, tags: Array.from({ length: 100_000 }, () => 't') }),
      );
    });
    expect(idsOf(notebook)).to.deep.equal(['good']);
    expect(notebook.quarantined).to.equal(13);
    expect(changes).to.deep.equal([{ added: ['good'], updated: [], removed: [], origin: 'remote' }]);
  });

  it('cannot use ids that mean something to objects or paths', () => {
    const ids = ['__proto__', '', ' ', 'a b', '../x', '-a', 'a'.repeat(65), 'ä', 'a\n'];
    const { notebook } = merged((_doc, annotations) => {
      for (const id of ids) annotations.set(id, entry(f(id)));
    });
    expect(idsOf(notebook)).to.deep.equal([]);
    expect(notebook.quarantined).to.equal(ids.length);
  });

  it('cannot reach a prototype through its keys', () => {
    const evil = JSON.parse('{"__proto__": {"polluted": true, "creator": "Eve"}}') as object;
    const { notebook } = merged((_doc, annotations) => {
      annotations.set('a', entry(f('a'), { ...rest, ['__proto__']: 1, constructor: 'x', toString: 'x' }));
      annotations.set('b', entry({ ...f('b'), ...evil }, rest));
      annotations.set(
        'c',
        entry(Object.assign(evil, { id: 'c', kind: 'annotation', created: '2026-01-01' })),
      );
      annotations.set('d', entry(f('d'), { ...rest, targets: [evil], tags: [evil] }));
    });
    expect('polluted' in {}).to.equal(false);
    // c has no creator of its own: an inherited one does not count.
    expect(idsOf(notebook)).to.deep.equal(['a', 'b']);
    for (const record of shown(notebook)) {
      expect(Object.getPrototypeOf(record)).to.equal(Object.prototype);
      // And what marks could not yet say when these were made.
      const known = { ...f('a'), ...rest, style: '', replyTo: '', foreign: '' };
      expect(Object.keys(record).sort()).to.deep.equal(Object.keys(known).sort());
    }
  });

  it('cannot give two records one id: the order of the kinds decides, alike for everyone', () => {
    const { notebook } = merged((doc, annotations) => {
      doc
        .getMap('sources')
        .set('x', entry(f('x', 'source'), { modified: '2026-01-01', name: 'n', variants: [] }));
      annotations.set('x', entry(f('x')));
    });
    expect(notebook.records.get('x')?.kind).to.equal('annotation');
    expect(notebook.quarantined).to.equal(1);
    notebook.apply({ label: 'Delete', remove: ['x'] });
    expect(idsOf(notebook)).to.deep.equal([]);
    expect(notebook.quarantined).to.equal(0);
  });

  it('is followed when it is mended, and when it breaks again', () => {
    const { doc, notebook, changes } = merged((_doc, annotations) => {
      annotations.set('a', entry(f('a'), { ...rest, colour: 7 }));
    });
    const annotations = doc.getMap('annotations');
    const colour = (value: unknown): void => {
      (annotations.get('a') as Y.Map<unknown>).set('colour', value);
      notebook.merge(Y.encodeStateAsUpdate(doc));
    };
    colour('green');
    expect((notebook.records.get('a') as Annotation).colour).to.equal('green');
    expect(notebook.quarantined).to.equal(0);
    colour(new Y.Map());
    expect(notebook.records.size).to.equal(0);
    expect(notebook.quarantined).to.equal(1);
    expect(changes.map(({ added, removed }) => [added, removed])).to.deep.equal([
      [[], []],
      [['a'], []],
      [[], ['a']],
    ]);
  });

  it('does no harm with other types under our names, deep nests and halves of characters', () => {
    let nest: unknown = 'x';
    for (let depth = 0; depth < 500; depth += 1) nest = [nest];
    const { notebook } = merged((doc, annotations) => {
      doc.getArray('claims').push(['x', new Y.Map([['id', 'y']])]);
      doc.getText('groups').insert(0, 'text');
      annotations.set('deep', entry(f('deep'), { ...rest, tags: nest }));
      annotations.set('half', entry(f('half'), { ...rest, body: 'a\ud800b' }));
    });
    expect(idsOf(notebook)).to.deep.equal(['half']);
    notebook.apply({
      label: 'Mine',
      put: [{ ...(notebook.records.get('half') as Annotation), body: '\udc00' }],
    });
    const copy = new Notebook();
    copy.merge(notebook.encode());
    expect(shown(copy)).to.deep.equal(shown(notebook));
  });

  it('keeps what it cannot show when the notebook is encoded', () => {
    const { notebook } = merged((_doc, annotations) =>
      annotations.set('a', entry(f('a'), { ...rest, body: 1 })),
    );
    const copy = new Notebook();
    copy.merge(notebook.encode());
    expect(copy.quarantined).to.equal(1);
  });
});

describe('hostile supplies', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const about = { modified: '2026-01-01', note: 'fn1' };
  const cited = { ...about, source: null, work: 'w', locator: null };

  it('are kept as the plain words that they are, or left out', () => {
    const { notebook } = merged((doc) => {
      const transcripts = doc.getMap('transcripts');
      const transcript = (id: string, more: object): void =>
        void transcripts.set(
          id,
          entry(f(id, 'transcript'), { ...about, text: script, copy: script, by: script, ...more }),
        );
      transcript('words', {});
      transcript('megabyte', { text: 'x'.repeat(1_000_000) });
      transcript('copy', { copy: 'x'.repeat(1_000_000) });
      transcript('note', { note: '__proto__' });
      transcript('by', { by: { toString: 'x' } });
      const works = doc.getMap('works');
      const work = (id: string, item: unknown): void =>
        void works.set(id, entry(f(id, 'work'), { modified: '2026-01-01', item }));
      work('w', { id: script, type: 'book', title: script, author: [{ family: script, given: script }] });
      work('text', script);
      work('list', [{ id: 'a', type: 'book' }]);
      work('type', { id: 'a', type: script });
      const citations = doc.getMap('citations');
      citations.set('c', entry(f('c', 'citation'), { ...cited, locator: script }));
      citations.set('locator', entry(f('locator', 'citation'), { ...cited, locator: 'x'.repeat(1_000_000) }));
      citations.set('work', entry(f('work', 'citation'), { ...cited, work: '../x' }));
      citations.set('no-source', entry(f('no-source', 'citation'), { ...about, work: 'w', locator: null }));
    });
    expect(idsOf(notebook).slice().sort()).to.deep.equal(['c', 'w', 'words']);
    expect(notebook.quarantined).to.equal(10);
    const kept = notebook.records.get('w');
    expect(kept?.kind === 'work' && kept.item.title).to.equal(script);
  });

  it('cannot bring a work with a foreign prototype, strange keys, or a title without end', () => {
    const evil = JSON.parse(
      '{"id":"a","type":"book","title":"T","__proto__":{"polluted":true},"toString":"x","author":[{"__proto__":{"family":"x"}}]}',
    ) as object;
    const { notebook } = merged((doc) => {
      const works = doc.getMap('works');
      works.set('evil', entry(f('evil', 'work'), { modified: '2026-01-01', item: evil }));
      const long = { id: 'a', type: 'book', title: 'x'.repeat(1_000_000), author: 'x' };
      works.set('long', entry(f('long', 'work'), { modified: '2026-01-01', item: long }));
    });
    expect('polluted' in {}).to.equal(false);
    const evilRead = notebook.records.get('evil');
    if (evilRead?.kind !== 'work') throw new Error('The work is gone.');
    expect(Object.getPrototypeOf(evilRead.item)).to.equal(Object.prototype);
    expect(Object.hasOwn(evilRead.item, 'toString')).to.equal(false);
    expect(evilRead.item.title).to.equal('T');
    const long = notebook.records.get('long');
    expect(long?.kind === 'work' ? (long.item.title ?? '').length : 0).to.be.below(100_000);
  });

  it('cannot point a target at a note that has no id', () => {
    const { notebook } = merged((_doc, annotations) => {
      const target = { exact: 'a', prefix: '', suffix: '', start: 0, end: 1 };
      annotations.set('good', entry(f('good'), { ...rest, targets: [{ ...target, note: 'fn1' }] }));
      for (const note of ['__proto__', '', 7, null, { id: 'fn1' }, 'x'.repeat(1_000_000)])
        annotations.set(
          `n${String(annotations.size)}`,
          entry(f(`n${String(annotations.size)}`), { ...rest, targets: [{ ...target, note }] }),
        );
    });
    expect(idsOf(notebook)).to.deep.equal(['good']);
    expect(notebook.quarantined).to.equal(6);
  });
});

describe('updates damaged on their way', () => {
  it('are taken or refused, and the notebook still works', () => {
    let refused = 0;
    forSeeds(300, (seed) => {
      const dice = new Dice(seed);
      const source = new Notebook();
      for (let done = 0; done < 4; done += 1) source.apply({ label: 'Put', put: [dice.record()] });
      const update = source.encode();
      for (let hits = 0; hits < 1 + dice.below(6); hits += 1)
        update[dice.below(update.length)] = dice.below(256);
      const notebook = new Notebook();
      try {
        notebook.merge(dice.next() < 0.3 ? update.slice(0, dice.below(update.length)) : update);
      } catch (error) {
        expect(error).to.have.property('code', 'notebook/malformed');
        refused += 1;
      }
      const record = new Dice(seed, 'own').record();
      notebook.apply({ label: 'Own', put: [record] });
      expect(notebook.records.get(record.id)).to.deep.equal(record);
      notebook.undo();
      expect(notebook.records.has(record.id)).to.equal(false);
    });
    expect(refused).to.be.above(30);
  });
});
