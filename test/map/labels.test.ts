/** Weighed claims: canvas, outline, cards and exported pictures label each of them alike, after every command. */
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { remove } from '../../src/desk/remove-commands.ts';
import { argument, type Desk } from '../../src/desk/desk.ts';
import type { Store } from '../../src/desk/store.ts';
import { changes, labelOf, toggleAside, toggleWeighing } from '../../src/desk/weighed.ts';
import '../../src/map/argument-outline.ts';
import { aboutClaim } from '../../src/map/about-claim.ts';
import { drawElements, type Elements } from '../../src/map/elements.ts';
import { firstChoice } from '../../src/map/export-choice.ts';
import { pictureOf } from '../../src/map/export-picture.ts';
import { exportSource } from '../../src/map/export-source.ts';
import { paintInk } from '../../src/map/ink.ts';
import type { MapLayout } from '../../src/map/layout.ts';
import { noLight } from '../../src/map/light.ts';
import { lightPalette } from '../../src/map/palette.ts';
import { standingNodes } from '../../src/map/standing-nodes.ts';
import '../../src/margin/claim-card.ts';
import type { Claim } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { attack, claim, deskOn, preference, source, step, support } from '../support/desk.ts';
import { note, p, paper, section } from '../support/paper.ts';
import { drawing } from './drawings.ts';

const { paper: text } = paper(
  section('I.', 'Notes', p('One', note('1'), ', two', note('2'), ', three', note('3'), '.')),
);

/** All nodes in one row: a law about words needs no engine. */
function inARow({ nodes }: Elements): MapLayout {
  const boxes = nodes.map(({ id, width, height }, at) => [id, { x: at * 400, y: 0, width, height }] as const);
  return {
    nodes: new Map(boxes),
    links: new Map(),
    groups: new Map(),
    left: 0,
    top: 0,
    width: nodes.length * 400,
    height: 200,
  };
}

const isLabel = (words: string): boolean =>
  /^(?:now )?(?:accepted|rejected|undecided)$|^set aside$/u.test(words);

type Told = Readonly<Record<string, string>>;

/** What the canvas writes on each card, caught as it is written. */
function onCanvas(desk: Desk, elements: Elements, layout: MapLayout): Told {
  const context = document.createElement('canvas').getContext('2d')!;
  const told: Record<string, string> = {};
  for (const node of elements.nodes) {
    const written: string[] = [];
    context.fillText = (words: string) => void written.push(words);
    const inked = { elements: { nodes: [node], links: [], groups: [] }, layout, palette: lightPalette };
    const light = { ...noLight, ...standingNodes(desk, new Set()) };
    const view = { x: -1000, y: -1000, width: 1e6, height: 1e6, zoom: 1 };
    paintInk(context, { ...inked, ...light, important: new Set(), dimmed: new Set() }, view);
    const label = written.find(isLabel);
    if (node.kind === 'card' && label !== undefined) told[node.id] = label;
  }
  return told;
}

async function inPicture(desk: Desk, elements: Elements, layout: MapLayout): Promise<Told> {
  const placed = { elements, layout };
  const source = await exportSource(desk, { shown: placed, whole: placed }, null);
  const { svg } = await pictureOf(source, { ...firstChoice, format: 'svg', hasFonts: false }, new Date(0));
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(root.querySelector('parsererror')).to.equal(null);
  const told: Record<string, string> = {};
  for (const id of argument(desk).claims.keys()) {
    const label = root.querySelector(`#claim-${id} [data-label] text`)?.textContent;
    if (label) told[id] = label;
  }
  return told;
}

async function inOutline(store: Store): Promise<Told> {
  const outline = await fixture<LitElement>(html`<argument-outline .store=${store}></argument-outline>`);
  await outline.updateComplete;
  const told: Record<string, string> = {};
  for (const item of outline.querySelectorAll<HTMLElement>('[role=treeitem][data-claim]')) {
    const about = item.closest('.map-row')?.querySelector('.map-about');
    const [first] = [...(about?.querySelectorAll('.map-fact') ?? [])].map((one) => one.textContent ?? '');
    const id = item.dataset['claim'] ?? '';
    if (first !== undefined && isLabel(first)) {
      told[id] = first;
      // The word belongs to the name, the sign beside it says the same.
      expect(item.getAttribute('aria-labelledby')).to.contain(about?.id);
      expect(about?.querySelector('.label-sign')?.getAttribute('data-label')).to.equal(
        labelOf(store.desk, id),
      );
    }
  }
  return told;
}

async function onCards(store: Store): Promise<Told> {
  const told: Record<string, string> = {};
  for (const one of argument(store.desk).claims.values()) {
    const card = await fixture<LitElement>(
      html`<claim-card .claim=${one} .desk=${store.desk} .store=${store}></claim-card>`,
    );
    const label = card.querySelector('.label-tag')?.textContent?.trim().toLowerCase();
    if (label) told[one.id] = label;
  }
  return told;
}

const names = ['a', 'b', 'c', 'd', 'e'];

function grownRecords(dice: Dice): NotebookRecord[] {
  const pick = (): string => dice.pick(names);
  return [
    source('ann', 'Ann'),
    ...['1', '2', '3'].map((one) =>
      support(text, one, { start: 0, end: 3 }, { sources: dice.next() < 0.7 ? ['ann'] : [] }),
    ),
    ...names.map((id) => claim(id, dice.next() < 0.5 ? { notes: [`fn${1 + dice.below(3)}`] } : {})),
    ...['s', 't', 'u'].map((id) => step(id, [...new Set([pick(), pick()])], pick())),
    ...['x', 'y'].map((id) => attack(id, pick(), dice.next() < 0.3 ? 's' : pick())),
  ];
}

/** One thing that a reader does: weigh, set aside, doubt, edit, take back. */
function act(store: Store, dice: Dice, made: number): void {
  const { desk } = store;
  const id = dice.pick(names);
  const put = (record: NotebookRecord): void => void store.run(() => ({ label: 'Edit', put: [record] }));
  const acts: readonly (() => unknown)[] = [
    () => store.setSession(toggleAside(desk, id)),
    () => store.setSession(toggleAside(desk, id)),
    () => store.setSession({ without: new Set(desk.session.without.size > 0 ? [] : ['ann']) }),
    () => put(attack(`n${made}`, id, dice.pick(names), { mutual: dice.next() < 0.5 })),
    () => put(step(`m${made}`, [id], dice.pick(names))),
    () => put(preference(`p${made}`, id, dice.pick(names))),
    () => store.run(remove(dice.pick([...argument(desk).conflicts.keys(), 's', 't']))),
    () => put({ ...(argument(desk).claims.get(id) as Claim), notes: dice.next() < 0.5 ? ['fn1'] : [] }),
    () => store.undo(),
    () => (dice.next() < 0.3 ? store.setSession(toggleWeighing(desk)) : null),
  ];
  dice.pick(acts)();
}

describe('weighed claims', () => {
  it('canvas, outline, cards and picture label them alike after every command', async () => {
    const seeds: number[] = [];
    forSeeds(3, (seed) => seeds.push(seed));
    let labelled = 0;
    let changed = 0;
    for (const seed of seeds) {
      const dice = new Dice(seed);
      const { store } = deskOn(text, { own: grownRecords(dice) });
      store.setSession({ weighing: true });
      for (let made = 0; made < 10; made += 1) {
        act(store, dice, made);
        const { desk } = store;
        const graph = argument(desk);
        const wanted: Told = Object.fromEntries(
          [...graph.claims.keys()].flatMap((id) => {
            const label = labelOf(desk, id);
            if (label === null) return [];
            const isNew = changes(desk).some((one) => one.claim === id);
            if (desk.session.setAside.has(id)) return [[id, 'set aside']];
            return [[id, isNew ? `now ${label}` : label]];
          }),
        );
        labelled += Object.keys(wanted).length;
        changed += changes(desk).length;
        const elements = drawElements(graph, drawing(graph));
        const layout = inARow(elements);
        expect(onCanvas(desk, elements, layout), 'canvas').to.deep.equal(wanted);
        expect(await inPicture(desk, elements, layout), 'picture').to.deep.equal(wanted);
        expect(await inOutline(store), 'outline').to.deep.equal(wanted);
        expect(await onCards(store), 'cards').to.deep.equal(wanted);
        for (const [id, words] of Object.entries(wanted)) expect(aboutClaim(desk, id)).to.contain(words);
        fixtureCleanup();
      }
    }
    expect(labelled).to.be.above(60);
    expect(changed).to.be.above(3);
  });

  it('say nothing while they are not weighed', async () => {
    const { store } = deskOn(text, { own: grownRecords(new Dice(1)) });
    const elements = drawElements(argument(store.desk), drawing(argument(store.desk)));
    expect(onCanvas(store.desk, elements, inARow(elements))).to.deep.equal({});
    expect(await inPicture(store.desk, elements, inARow(elements))).to.deep.equal({});
    expect(await inOutline(store)).to.deep.equal({});
    expect(await onCards(store)).to.deep.equal({});
  });
});
