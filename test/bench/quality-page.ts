/**
 * The page that `quality.mjs` measures. `crossings(size, seed)` lays one argument out as the map does and as ELK does at its
 * defaults, and counts both; `adding(size)` adds twenty claims one after another; `cancelling()` gives up a large layout.
 * A size of null is the paper's own argument. Counts are the same in every run.
 */
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { MapDrawer } from '../../src/map/drawer.ts';
import { drawElements, type Drawing } from '../../src/map/elements.ts';
import { LayoutEngine } from '../../src/map/elk.ts';
import { boxedGroups } from '../../src/map/fold.ts';
import { fromElk, toElk } from '../../src/map/layout.ts';
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import { drawing, place } from '../map/drawings.ts';
import { growing } from '../map/growing.ts';
import { grownArgument } from '../map/grown.ts';
import { movedShare, qualityOf, type Quality } from '../map/quality.ts';
import { benchRecords, benchSeed, benchStage } from './bench-graphs.ts';
import { watchWorkers } from './watched-worker.ts';

await benchStage();
const toEngine = watchWorkers();

const drawingOf = (argument: Argument): Drawing => drawing(argument, { boxes: boxedGroups(argument) });

const ours = [
  'elk.layered.thoroughness',
  'elk.layered.nodePlacement.strategy',
  'elk.layered.compaction.postCompaction.strategy',
  'elk.layered.crossingMinimization.greedySwitchHierarchical.type',
];

/** The graph with all that bears on crossings at ELK's defaults; groups, ports, spacing and orthogonal routes stay. */
function atDefaults(node: ElkNode): ElkNode {
  const options = Object.entries(node.layoutOptions ?? {}).filter(([name]) => !ours.includes(name));
  const plain = { ...node, layoutOptions: Object.fromEntries(options) };
  return node.children ? { ...plain, children: node.children.map(atDefaults) } : plain;
}

async function crossings(size: number | null, seed?: number): Promise<{ ours: Quality; theirs: Quality }> {
  const argument = buildArgument(await benchRecords(size, seed));
  const { elements, layout } = await place(argument, 'up', { boxes: boxedGroups(argument) });
  const engine = new LayoutEngine();
  const result = await engine.layOut(atDefaults(toElk(elements, 'up')));
  engine.dispose();
  if (!result) throw new RangeError('The layout was overtaken.');
  return { ours: qualityOf(elements, layout), theirs: qualityOf(elements, fromElk(result, elements)) };
}

interface Adding {
  /** Share (0 to 1) of the other cards that moved, claim by claim. */
  readonly shares: readonly number[];
  /** Of the map with all twenty. */
  readonly quality: Quality;
}

async function adding(size: number | null): Promise<Adding> {
  const start = await benchRecords(size);
  const drawer = new MapDrawer();
  const placed = async (argument: Argument) => {
    const one = await drawer.place(argument, drawingOf(argument), 'up');
    if (!one) throw new RangeError('The drawing was overtaken.');
    return one;
  };
  let now = await placed(buildArgument(start));
  const shares: number[] = [];
  for (const { records, at } of growing(start, 20, 7)) {
    const next = await placed(buildArgument(records));
    shares.push(movedShare(now.layout, next.layout, at));
    now = next;
  }
  drawer.dispose();
  return { shares, quality: qualityOf(now.elements, now.layout) };
}

interface Cancelling {
  /** From `cancel()` until who waited for the layout has its answer. */
  readonly released: number;
  /** Until the next layout's worker has loaded the engine and answers: what was asked next begins then. */
  readonly started: number;
  /** Until that layout, of thirty claims, is there. */
  readonly done: number;
}

const graphOf = (size: number): ElkNode => {
  const argument = grownArgument(size, benchSeed);
  return toElk(drawElements(argument, drawingOf(argument)), 'up');
};

/** Gives up a layout of 1,000 claims half a second after it began, and asks for another at once; wall time in ms. */
async function cancelling(): Promise<Cancelling> {
  const [large, small] = [graphOf(1000), graphOf(30)];
  const engine = new LayoutEngine();
  const first = engine.layOut(large);
  while (toEngine.at(-1)?.command !== 'layout' || toEngine.at(-2)?.answered === null) await rest(20);
  await rest(500);
  const start = performance.now();
  engine.cancel();
  const next = engine.layOut(small);
  if ((await first) !== null) throw new RangeError('The large layout was done too soon.');
  const released = performance.now() - start;
  await next;
  const done = performance.now() - start;
  engine.dispose();
  const begun = toEngine.findLast(({ command }) => command === 'register')?.answered ?? NaN;
  return { released, started: begun - start, done };
}

const rest = (time: number): Promise<unknown> => new Promise((rested) => setTimeout(rested, time));

Object.assign(globalThis, { crossings, adding, cancelling });
