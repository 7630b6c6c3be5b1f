/** A map that changes a little: what stood stays, what is new finds room, nothing lies on anything, undo brings back the same. */
import { expect } from '@open-wc/testing';
import { adaptLayout, type Pins } from '../../src/map/adapt.ts';
import { drawElements, type Elements } from '../../src/map/elements.ts';
import type { Direction, MapLayout } from '../../src/map/layout.ts';
import { buildArgument } from '../../src/model/argument.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { drawing, place } from './drawings.ts';
import { growing } from './growing.ts';
import { grownRecords } from './grown.ts';
import { movedShare, qualityOf } from './quality.ts';
import { attack, claim, group, sampleRecords, step } from './sample.ts';

interface Shown {
  readonly records: readonly NotebookRecord[];
  readonly elements: Elements;
  readonly layout: MapLayout;
  readonly strays: ReadonlySet<string>;
}

async function shown(records: readonly NotebookRecord[], direction: Direction = 'up'): Promise<Shown> {
  return { records, strays: new Set(), ...(await place(buildArgument(records), direction)) };
}

/** What is shown after other records come in the place of those before. */
function changed(
  before: Shown,
  records: readonly NotebookRecord[],
  direction: Direction = 'up',
  pins: Pins = new Map(),
): Shown {
  const argument = buildArgument(records);
  const strays = new Set(before.strays);
  for (;;) {
    const elements = drawElements(argument, drawing(argument, { strays }));
    const layout = adaptLayout(before.layout, { elements, direction, pins });
    if (!layout) throw new RangeError('The map would be laid out anew.');
    if ('nodes' in layout) return { records, elements, layout, strays };
    expect(strays.has(layout.stray), 'a card leaves its group once').to.equal(false);
    strays.add(layout.stray);
  }
}

function expectClean({ elements, layout }: Shown, what: string): void {
  const { overlaps, throughNodes, throughGroups, onTitles } = qualityOf(elements, layout);
  expect({ overlaps, throughNodes, throughGroups, onTitles }, what).to.deep.equal({
    overlaps: 0,
    throughNodes: 0,
    throughGroups: 0,
    onTitles: 0,
  });
  for (const { id, width, height } of elements.nodes)
    expect(layout.nodes.get(id), id).to.include({ width, height });
  for (const { id } of elements.links) expect(layout.links.get(id)?.length, id).to.be.at.least(2);
}

describe('a map that changes a little', () => {
  for (const direction of ['up', 'right'] as const) {
    it(`moves fewer than a tenth of the others, twenty claims one after another (${direction})`, async () => {
      for (const [name, start] of [
        ['sample', sampleRecords],
        ['grown', grownRecords(30, 5)],
      ] as const) {
        let now = await shown(start, direction);
        for (const { records, at } of growing(start, 20, 7)) {
          const next = changed(now, records, direction);
          expect(movedShare(now.layout, next.layout, at), `${name}, beside ${at}`).to.be.lessThan(0.1);
          expectClean(next, `${name}, beside ${at}`);
          now = next;
        }
      }
    });
  }

  it('moves nothing when a claim goes', async () => {
    const before = await shown(sampleRecords);
    for (const id of ['p4', 'b1', 'i3', 'p10']) {
      const after = changed(
        before,
        sampleRecords.filter((one) => one.id !== id),
      );
      expect(movedShare(before.layout, after.layout, 'c1'), id).to.equal(0);
      expectClean(after, id);
    }
  });

  it('moves fewer than a tenth when a wording is edited, and stays clean when it is written anew', async () => {
    const before = await shown(sampleRecords);
    const claims = sampleRecords.filter((one) => one.kind === 'claim');
    for (const one of claims) {
      for (const [wording, isEdit] of [
        [one.wording.split(' ').slice(0, -2).join(' '), true],
        [`${one.wording} And this was said besides.`, true],
        ['It was made a good deal longer than it had been before. '.repeat(4), false],
      ] as const) {
        const records = sampleRecords.map((other) => (other === one ? { ...one, wording } : other));
        const after = changed(before, records);
        if (isEdit) expect(movedShare(before.layout, after.layout, one.id), wording).to.be.lessThan(0.1);
        expectClean(after, wording);
      }
    }
  });

  it('moves nothing when claims that stand there come to conflict, or a step gets a joint', async () => {
    const before = await shown(sampleRecords);
    const attacked = changed(before, [...sampleRecords, attack('xn', 'p3', 'p4', 'rebut')]);
    expect(movedShare(before.layout, attacked.layout, 'p4')).to.equal(0);
    expectClean(attacked, 'rebut');
    const undercut = changed(before, [...sampleRecords, attack('xn', 'p7', 's9', 'undercut')]);
    expect(movedShare(before.layout, undercut.layout, 'd3')).to.equal(0);
    expectClean(undercut, 'undercut');
    expect(undercut.layout.nodes.has('joint:s9')).to.equal(true);
    const back = changed(undercut, sampleRecords);
    expect(movedShare(undercut.layout, back.layout, 'd3')).to.equal(0);
    expect(back.layout.nodes.has('joint:s9')).to.equal(false);
    expectClean(back, 'without the undercut');
  });

  it('leaves a pinned card exactly where it is, and leads every link around boxes to it', async () => {
    const before = await shown(sampleRecords);
    const at = {
      x: (before.layout.nodes.get('p3')?.x ?? 0) + 37,
      y: (before.layout.nodes.get('p3')?.y ?? 0) + 55,
    };
    const after = changed(before, sampleRecords, 'up', new Map([['p3', at]]));
    expect(after.layout.nodes.get('p3')).to.include(at);
    expectClean(after, 'pinned');
    const more = changed(
      after,
      [...sampleRecords, claim('n', 'premise', 'New.', [], 'g3b'), step('sn', ['n'], 'p3')],
      'up',
      new Map([['p3', at]]),
    );
    expect(more.layout.nodes.get('p3')).to.include(at);
    expectClean(more, 'a premise for the pinned');
  });

  it('lets a card that moved to another group go there', async () => {
    const before = await shown(sampleRecords);
    const records = sampleRecords.map((one) => (one.id === 'p13' ? { ...one, group: 'g3b' } : one));
    const after = changed(before, records);
    expect(movedShare(before.layout, after.layout, 'i2')).to.be.lessThan(0.1);
    expectClean(after, 'moved');
  });

  it('asks for a new layout where much is new', async () => {
    const before = await shown(sampleRecords);
    const argument = buildArgument([
      ...sampleRecords,
      ...grownRecords(30, 2).map((one) => ({ ...one, id: `n${one.id}` })),
    ]);
    const elements = drawElements(argument, drawing(argument));
    expect(adaptLayout(before.layout, { elements, direction: 'up', pins: new Map() })).to.equal(null);
  });

  it('takes cycles, attacks on itself, empty and endless wordings, right-to-left, nests and lost parents', async () => {
    const odd = [
      group('a', 'I', 'Outer'),
      group('b', 'II', 'In it', 'a'),
      group('c', 'III', 'In that', 'b'),
      group('d', 'IV', 'Innermost', 'c'),
      group('e', 'V', 'Lost', 'nowhere'),
      claim('k1', 'conclusion', '', [], 'd'),
      claim('k2', 'premise', 'x'.repeat(300), [1], 'd'),
      claim('k3', 'premise', 'יחסי רוסיה ואזרבייג׳ן אחרי 1989', [], 'e'),
      claim('k4', 'premise', 'A word. '.repeat(120), [], 'gone'),
      step('t1', ['k2'], 'k1'),
      step('t2', ['k1'], 'k2'),
      step('t3', ['k3', 'k4'], 'k1'),
      attack('y1', 'k4', 'k4', 'rebut'),
      attack('y2', 'k3', 't3', 'undercut', true),
    ];
    let now = await shown(odd);
    expectClean(now, 'laid out');
    for (const { records, at } of growing(odd, 5, 3)) {
      now = changed(now, records);
      expectClean(now, `beside ${at}`);
    }
  });
});
