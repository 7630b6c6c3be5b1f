/**
 * What an argument says, in one plain form, read off three things: the records, the canvas as it is drawn (all
 * unfolded), and the outline as a screen reader meets it, line by line. Whoever reads the outline here uses none of its
 * code: the words, levels and places of the page alone.
 */
import { html, render } from 'lit';
import { argument, canEdit, type Desk } from '../../src/desk/desk.ts';
import { standingOf } from '../../src/desk/standing.ts';
import { labelOf } from '../../src/desk/weighed.ts';
import { mapFonts, roleLooks } from '../../src/map/card.ts';
import { drawElements, type Elements } from '../../src/map/elements.ts';
import { lineView } from '../../src/map/outline-item.ts';
import { OutlineView } from '../../src/map/outline-view.ts';
import { standingNodes } from '../../src/map/standing-nodes.ts';

/** A claim as it is told. */
export interface ToldClaim {
  readonly wording: string;
  readonly role: string;
  /** Name of the group that it is in; empty for none. */
  readonly group: string;
  readonly standing: string;
  readonly label: string;
  readonly isMine: boolean;
}

/** An argument as it is told; steps and attacks have no names, they are what they lead from and to. */
export interface Told {
  readonly claims: Readonly<Record<string, ToldClaim>>;
  /** `b + c > a`, `~` before it where the paper does not say it; sorted. */
  readonly steps: readonly string[];
  /** `b rebut a`, `b undercut [c + d > a]`, `a <rebut> b` with the lesser id first; sorted. */
  readonly attacks: readonly string[];
}

const stepName = (premises: Iterable<string>, conclusion: string): string =>
  `${[...new Set(premises)].sort().join(' + ')} > ${conclusion}`;

const attackName = (from: string, to: string, kind: string, isMutual: boolean): string => {
  const [one, other] = [from, to].sort();
  return isMutual ? `${one} <${kind}> ${other}` : `${from} ${kind} ${to}`;
};

/** The name of a group with its section, as both faces write it; empty where there is none. */
function groupIn(desk: Desk, id: string | null): string {
  const group = argument(desk).groups.get(id ?? '');
  if (!group) return '';
  const { section, title } = group;
  return section && !title.startsWith(section) ? `${section} ${title}` : title;
}

/** How a claim is labelled; what is set aside is not weighed. */
function labelAs(desk: Desk, id: string): string {
  const { weighing, setAside } = desk.session;
  return weighing && setAside.has(id) ? 'set aside' : (labelOf(desk, id) ?? '');
}

/** What the records say. */
export function toldByRecords(desk: Desk): Told {
  const { claims, inferences, conflicts } = argument(desk);
  const nameOf = (id: string): string => {
    const step = inferences.get(id);
    return step
      ? `[${stepName(
          step.premises.map((one) => one.claim),
          step.conclusion,
        )}]`
      : id;
  };
  return {
    claims: Object.fromEntries(
      [...claims.values()].map((claim) => [
        claim.id,
        {
          wording: claim.wording,
          role: claim.role,
          group: groupIn(desk, claim.group),
          standing: standingOf(desk, claim.id) ?? '',
          label: labelAs(desk, claim.id),
          isMine: canEdit(desk, claim.id),
        },
      ]),
    ),
    steps: [...inferences.values()]
      .map((step) => `${step.implicit ? '~' : ''}${nameOf(step.id).slice(1, -1)}`)
      .sort(),
    attacks: [...conflicts.values()]
      .map(({ from, to, attack, mutual }) => attackName(from, nameOf(to), attack, mutual && claims.has(to)))
      .sort(),
  };
}

/** The argument's elements with nothing folded and every group a box. */
export function drawnWhole(desk: Desk): Elements {
  const graph = argument(desk);
  return drawElements(graph, {
    folded: new Set(),
    boxes: new Set(graph.groups.keys()),
    fonts: mapFonts('serif', 'sans-serif'),
    noteLabel: (note) => note,
    isOwn: (claim) => canEdit(desk, claim),
  });
}

/** What the canvas shows. It draws every attack on a claim alike: of what kind it is, its card in the margin says. */
export function toldByCanvas(desk: Desk, elements: Elements): Told {
  const { fallen, weakened, labels } = standingNodes(desk, new Set());
  const joints = new Map(
    elements.nodes.flatMap((node) => (node.kind === 'joint' ? [[node.id, node.inference] as const] : [])),
  );
  const steps = new Map<string, { premises: string[]; conclusion: string; isImplicit: boolean }>();
  const stepOf = (record: string) => {
    const known = steps.get(record) ?? { premises: [], conclusion: '', isImplicit: false };
    steps.set(record, known);
    return known;
  };
  for (const link of elements.links) {
    if (link.kind === 'attack') continue;
    const step = stepOf(link.record);
    step.isImplicit ||= link.isImplicit;
    if (link.kind === 'support') step.conclusion = link.to;
    if (!joints.has(link.from)) step.premises.push(link.from);
  }
  const nameOf = (end: string): string => {
    const step = steps.get(joints.get(end) ?? '');
    return step ? `[${stepName(step.premises, step.conclusion)}]` : end;
  };
  const cards = elements.nodes.filter((node) => node.kind === 'card');
  return {
    claims: Object.fromEntries(
      cards.map(({ id, wording, role, group, isOwn }) => [
        id,
        {
          wording,
          role,
          group: groupIn(desk, group),
          standing: fallen.has(id) ? 'falls' : weakened.has(id) ? 'weakened' : '',
          label: labels.get(id)?.words.replace(/^now /u, '') ?? '',
          isMine: isOwn,
        },
      ]),
    ),
    steps: [...steps.values()]
      .map((one) => `${one.isImplicit ? '~' : ''}${stepName(one.premises, one.conclusion)}`)
      .sort(),
    attacks: elements.links
      .filter((link) => link.kind === 'attack')
      .map((link) =>
        attackName(
          nameOf(link.from),
          nameOf(link.to),
          link.isUndercut ? 'undercut' : 'attack',
          link.isMutual,
        ),
      )
      .sort(),
  };
}

/** Renders the outline of a desk, all open, into an element that is in no page. */
export function renderedOutline(desk: Desk): HTMLElement {
  const view = new OutlineView();
  view.update(desk);
  view.shut = new Set();
  const place = document.createElement('div');
  const state = {
    active: null,
    shut: view.shut,
    cut: null,
    found: new Set<string>(),
    above: (key: string) => view.above(key),
    tools: () => html``,
    drafts: new Set<string>(),
    field: () => null,
    fieldIn: () => null,
  };
  render(
    view.placed.map((one, at) => lineView(one, at, desk, state)),
    place,
  );
  return place;
}

interface Line {
  readonly level: number;
  readonly claim: string | null;
  readonly again: string | null;
  readonly isStep: boolean;
  readonly name: string;
  readonly facts: readonly string[];
}

const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();

function readLine(row: Element): Line {
  const item = row.querySelector('[role=treeitem]');
  return {
    level: Number(item?.getAttribute('aria-level')),
    claim: item?.getAttribute('data-claim') ?? null,
    again: item?.getAttribute('data-again') ?? null,
    isStep: item?.hasAttribute('data-step') ?? false,
    name: item?.textContent ?? '',
    facts: [...row.querySelectorAll('.map-fact')].map(words),
  };
}

const has = ({ facts }: Line, fact: string): boolean => facts.includes(fact);
const begins = ({ facts }: Line, start: string): string | undefined =>
  facts.find((fact) => fact.startsWith(start));

function standingIn(line: Line): string {
  if (begins(line, 'falls without')) return 'falls';
  return begins(line, 'has less to stand on without') ? 'weakened' : '';
}

const labelIn = (line: Line): string =>
  ['accepted', 'rejected', 'undecided', 'set aside'].find(
    (one) => has(line, one) || has(line, `now ${one}`),
  ) ?? '';

function roleIn(line: Line): string {
  const found = Object.entries(roleLooks).find(([, { label }]) => has(line, label));
  return found?.[0] ?? '';
}

/** What a line hangs on: the claims and steps above it, the nearest last. */
interface Above {
  readonly line: Line;
  readonly group: string;
  readonly step: { readonly premises: string[]; conclusion: string; readonly isImplicit: boolean } | null;
}

/** Reads the lines from the top, with what each hangs on. */
class OutlineReader {
  readonly claims = new Map<string, ToldClaim>();
  readonly steps: NonNullable<Above['step']>[] = [];
  readonly #attacks: (() => string)[] = [];
  readonly #way: Above[] = [];

  read(line: Line): void {
    while ((this.#way.at(-1)?.line.level ?? 0) >= line.level) this.#way.pop();
    const above = this.#way.at(-1) ?? null;
    const group = this.#groupOf(line);
    if (line.claim !== null) this.#tell(line, line.claim, group);
    const step = line.isStep
      ? { premises: [], conclusion: this.#claimAbove(), isImplicit: has(line, 'unsaid in the paper') }
      : null;
    if (step) this.steps.push(step);
    if (above && !line.isStep) this.#bear(line, above);
    this.#way.push({ line, group, step });
  }

  get attacks(): string[] {
    return this.#attacks.map((name) => name());
  }

  /** The group is said where it is another one than that of the claim above. */
  #groupOf(line: Line): string {
    const said = begins(line, 'in ');
    if (said === 'in no group') return '';
    return said?.slice('in '.length) ?? this.#way.findLast(({ line: one }) => one.claim)?.group ?? '';
  }

  #tell(line: Line, id: string, group: string): void {
    if (this.claims.has(id)) throw new Error(`${id} is said twice.`);
    this.claims.set(id, {
      wording: line.name,
      role: roleIn(line),
      group,
      standing: standingIn(line),
      label: labelIn(line),
      isMine: has(line, 'mine'),
    });
  }

  #claimAbove(): string {
    const found = this.#way.findLast(({ line }) => line.claim !== null)?.line.claim;
    if (!found) throw new Error('A step hangs on no claim.');
    return found;
  }

  #bear(line: Line, above: Above): void {
    const id = line.claim ?? line.again;
    if (id === null) return;
    if (above.step && (has(line, 'supports') || has(line, 'linked'))) above.step.premises.push(id);
    else if (has(line, 'supports')) {
      const isImplicit = has(line, 'unsaid in the paper');
      this.steps.push({ premises: [id], conclusion: this.#claimAbove(), isImplicit });
    }
    const kinds: readonly (readonly [string, string, boolean])[] = [
      ['attacks', 'rebut', false],
      ['undermines', 'undermine', false],
      ['each attacks the other', 'rebut', true],
      ['each undermines the other', 'undermine', true],
      ['attacks the step', 'undercut', false],
    ];
    for (const [said, kind, isMutual] of kinds) {
      if (!has(line, said)) continue;
      const { step } = above;
      const to = step === null ? this.#claimAbove() : '';
      // The premises of the step may stand below the attack.
      this.#attacks.push(() =>
        attackName(id, step ? `[${stepName(step.premises, step.conclusion)}]` : to, kind, isMutual),
      );
    }
  }
}

/** What the outline says, as it stands on the page. */
export function toldByOutline(outline: ParentNode): Told {
  const reader = new OutlineReader();
  for (const row of outline.querySelectorAll('.map-row')) reader.read(readLine(row));
  // What goes both ways may be said at both ends.
  const [mutual, other] = [new Set<string>(), [] as string[]];
  for (const name of reader.attacks) {
    if (name.includes('<')) mutual.add(name);
    else other.push(name);
  }
  return {
    claims: Object.fromEntries(reader.claims),
    steps: reader.steps
      .map((one) => `${one.isImplicit ? '~' : ''}${stepName(one.premises, one.conclusion)}`)
      .sort(),
    attacks: [...mutual, ...other].sort(),
  };
}

/** The same without what the canvas does not show: of what kind an attack on a claim is. */
export const asDrawn = (told: Told): Told => ({
  ...told,
  attacks: told.attacks.map((one) => one.replace(/\b(?:rebut|undermine)\b/u, 'attack')).sort(),
});
