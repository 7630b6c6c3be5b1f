// Finding on a desk: scopes divide what there is, hits lead where they stand, and nothing of it is in the session.
import { expect } from '@open-wc/testing';
import { findScopes, type FindScope } from '../../src/desk/find-scopes.ts';
import { finderOf, type FindChange, type Finder, type Hit } from '../../src/desk/finder.ts';
import type { Store } from '../../src/desk/store.ts';
import { annotation, claim, deskOn, source, support, targets } from '../support/desk.ts';
import { note, p, paper, quotation, realPaper, section } from '../support/paper.ts';
import { until } from '../support/settle.ts';

const sample = paper(
  section(
    'I.',
    'Oil and “oil”',
    p('Of <a>oil, says <c>Müller<d><b>: “oil is power”.', note('1', 'See Oil Monthly.')),
    p('Others 🦊 doubt that <e>oil<f> is.', note('2')),
  ),
  section('II.', 'Oil again', quotation(p('All that oil.'))),
);

const records = {
  edition: [
    claim('power', { wording: 'Oil is power.', targets: targets(sample.paper, sample.range('a', 'b')) }),
    source('muller', 'Müller'),
    support(sample.paper, '1', sample.range('a', 'b'), { sources: ['muller'], attribution: 'says Müller' }),
    annotation('theirs', { body: 'Not my oil.', targets: targets(sample.paper, sample.range('c', 'd')) }),
  ],
  own: [
    annotation('mine', {
      body: 'Why OIL?',
      tags: ['oily'],
      targets: targets(sample.paper, sample.range('e', 'f')),
    }),
  ],
};

const all = (finder: Finder): Hit[] => Array.from({ length: finder.count }, (_, at) => finder.hit(at));

const wordsOf = (store: Store, hit: Hit): string =>
  hit.kind === 'text'
    ? store.desk.paper.text.slice(hit.start, hit.end)
    : `${hit.entry.group}: ${[...hit.entry.words].slice(hit.start, hit.end).join('')}`;

async function opened(store: Store, query: string, scope: FindScope = 'everything'): Promise<Finder> {
  const finder = finderOf(store);
  finder.open(0);
  finder.look(query, scope);
  await until(() => !finder.isReading);
  return finder;
}

describe('finding on a desk', () => {
  it('finds in the text first, in its order, then in claims, notes, authorities and annotations', async () => {
    const { store } = deskOn(sample.paper, records);
    const finder = await opened(store, 'oil');
    expect(finder.textCount).to.equal(7);
    expect(all(finder).map((hit) => wordsOf(store, hit))).to.deep.equal([
      ...['Oil', 'oil', 'oil', 'oil', 'oil', 'Oil', 'oil'],
      ...['claims: Oil', 'notes: Oil', 'annotations: oil', 'annotations: OIL', 'annotations: oil'],
    ]);
  });

  it('looks only where it is told', async () => {
    const { store } = deskOn(sample.paper, records);
    const found: Record<string, readonly string[]> = {};
    for (const scope of findScopes) {
      const finder = await opened(store, 'oil', scope);
      found[scope] = all(finder).map((hit) => (hit.kind === 'text' ? String(hit.start) : hit.entry.label));
    }
    const at = (words: string, from = 0): string =>
      String([...sample.paper.text.text].join('').indexOf(words, from));
    expect(found['quotations']?.length).to.equal(3);
    expect(
      [...(found['quotations'] ?? []), ...(found['own words'] ?? [])].map(Number).sort((a, b) => a - b),
    ).to.deep.equal(found['everything']?.slice(0, 7).map(Number));
    expect(found['claims']).to.deep.equal([at('oil, says'), 'Claim']);
    expect(found['notes']).to.deep.equal(['Note']);
    expect(found['annotations']).to.deep.equal([String(sample.at('e')), 'Annotation', 'Annotation']);
  });

  it('finds names, attributions and labels among notes and authorities, with or without diacritics', async () => {
    const { store } = deskOn(sample.paper, records);
    const labels = async (query: string): Promise<string[]> =>
      all(await opened(store, query, 'notes')).map((hit) =>
        hit.kind === 'entry' ? hit.entry.label : 'text',
      );
    expect(await labels('muller')).to.deep.equal(['Authority', 'Named at note 1']);
    expect(await labels('MÜLLER')).to.deep.equal(['Authority', 'Named at note 1']);
    expect(await labels('2')).to.deep.equal(['Note']);
  });

  it('begins at the offset it was opened from, walks on, and comes round', async () => {
    const { store } = deskOn(sample.paper, records);
    const finder = finderOf(store);
    finder.look('oil', 'quotations');
    finder.open(sample.at('c'));
    await until(() => !finder.isReading);
    expect(finder.current).to.equal(1);
    const seen: number[] = [];
    for (let step = 0; step < 3; step += 1) {
      finder.step(1);
      seen.push(finder.current);
    }
    finder.step(-1);
    expect([...seen, finder.current]).to.deep.equal([2, 0, 1, 0]);
  });

  it('leads to the record of a hit, and shows one that is first only when it is asked for', async () => {
    const { store } = deskOn(sample.paper, records);
    const finder = await opened(store, 'oil monthly', 'notes');
    expect(store.desk.session.reveal).to.equal(null);
    finder.step(1);
    expect(finder.current).to.equal(0);
    expect(store.desk.session.reveal?.target).to.deep.equal({ kind: 'note', id: 'fn1' });
    finder.look('is power.', 'claims');
    finder.choose(0);
    expect(store.desk.session.reveal?.target).to.deep.equal({ kind: 'claim', id: 'power' });
  });

  it('hears of records that change while it is open, and of none when it is closed', async () => {
    const { store } = deskOn(sample.paper, records);
    const finder = await opened(store, 'oil', 'annotations');
    const changes: FindChange[] = [];
    finder.subscribe((change) => changes.push(change));
    store.run(() => ({ label: 'Delete mark', remove: ['mine'] }));
    expect(finder.count).to.equal(0);
    expect(changes).to.deep.equal(['hits']);
    finder.close();
    store.undo();
    expect(changes).to.deep.equal(['hits', 'hits', 'open']);
    expect(finder.count).to.equal(0);
  });

  it('refuses a hit that there is not', async () => {
    const { store } = deskOn(sample.paper, records);
    const finder = await opened(store, 'oil');
    expect(() => finder.hit(finder.count)).to.throw(RangeError);
  });

  it('keeps every hit of the real paper in quotations or in own words, never in both', async () => {
    const { store } = deskOn(await realPaper());
    for (const query of ['e', 'the', 'russia', 'near abroad', '”', 'zzz']) {
      const starts: Record<string, number[]> = {};
      for (const scope of ['everything', 'quotations', 'own words'] as const) {
        const finder = await opened(store, query, scope);
        starts[scope] = all(finder).flatMap((hit) => (hit.kind === 'text' ? [hit.start] : []));
      }
      const both = [...(starts['quotations'] ?? []), ...(starts['own words'] ?? [])];
      expect(
        both.sort((one, other) => one - other),
        query,
      ).to.deep.equal(starts['everything']);
    }
  });
});
