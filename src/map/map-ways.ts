/** The ways through a map: the neighbourhood that shows instead of all of it, and the trail of what one looked at. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { argument, type Desk } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import type { Argument } from '../model/argument.ts';
import type { NearChange } from './map-events.ts';
import { mostDrawn, neighbours, nextSteps, type Near, type NearSteps, type NearWay } from './neighbours.ts';
import { Trail, type Looked } from './trail.ts';

/** What the ways need of the pane that they belong to. */
export interface WaysHost extends ReactiveControllerHost {
  readonly store: Store | null;
  /** How far a neighbourhood reaches at first, and along what. */
  readonly habits: { readonly steps: NearSteps; readonly along: NearWay };
  /** Brings a claim into view on the map, and nowhere else. */
  bring(claim: string): void;
}

/** The claim that what is focused is about: itself, the conclusion of a step, the one that attacks; null where there is none. */
export function claimAt(desk: Desk): string | null {
  const { focus } = desk.session;
  const graph = argument(desk);
  if (focus?.kind === 'inference') return graph.inferences.get(focus.id)?.conclusion ?? null;
  if (focus?.kind === 'conflict') return graph.conflicts.get(focus.id)?.from ?? null;
  return focus?.kind === 'claim' && graph.claims.has(focus.id) ? focus.id : null;
}

/** All that is joined to the conclusion, or to the first claim where there is none. */
function aroundConclusion({ claims }: Argument): Near {
  const all = [...claims.values()];
  const centre = all.find((claim) => claim.role === 'conclusion') ?? all[0];
  return { centre: centre?.id ?? '', steps: 'all', along: 'both' };
}

/** Of a part of an argument that is too large only the nearest. */
const drawable = (graph: Argument, claims: ReadonlySet<string>): ReadonlySet<string> =>
  graph.claims.size <= mostDrawn.whole ? claims : new Set([...claims].slice(0, mostDrawn.part));

/** Follows the session of the pane's store. */
export class MapWays implements ReactiveController {
  readonly #host: WaysHost;
  readonly #trail = new Trail();
  #near: Near | null = null;
  #known: { graph: Argument; near: Near; claims: ReadonlySet<string> } | null = null;
  /** What shows of an argument that is too large while the reader has chosen nothing. */
  #forced: { graph: Argument; near: Near } | null = null;
  #revealed = 0;

  constructor(host: WaysHost) {
    this.#host = host;
    host.addController(this);
    new StoreController(
      host,
      () => host.store,
      ({ session }) => [session.focus, session.reveal],
      () => this.#follow(),
    );
  }

  hostConnected(): void {
    // Nothing to begin: the store's controller does.
  }

  /** The neighbourhood that shows; null while the whole map does, which an argument that is too large never does. */
  get near(): Near | null {
    const desk = this.#host.store?.desk;
    if (!desk) return null;
    const graph = argument(desk);
    if (this.#near && graph.claims.has(this.#near.centre)) return this.#near;
    if (graph.claims.size <= mostDrawn.whole) return null;
    if (this.#forced?.graph !== graph) this.#forced = { graph, near: aroundConclusion(graph) };
    return this.#forced.near;
  }

  /** The claims that are to be drawn; null: all. The same set as long as nothing about them has changed. */
  get claims(): ReadonlySet<string> | null {
    const [near, desk] = [this.near, this.#host.store?.desk];
    if (!near || !desk) return null;
    const graph = argument(desk);
    if (this.#known?.graph !== graph || this.#known.near !== near)
      this.#known = { graph, near, claims: drawable(graph, neighbours(graph, near)) };
    return this.#known.claims;
  }

  /** Shows a neighbourhood, what is not given of it as it was or as one likes it; null: the whole map. */
  show(near: Partial<Near> | null): void {
    const desk = this.#host.store?.desk;
    const centre = near?.centre ?? this.near?.centre ?? (desk && claimAt(desk)) ?? null;
    if (near && centre === null) return;
    const { steps, along } = this.#host.habits;
    this.#near = near && centre !== null ? { steps, along, ...this.#near, ...near, centre } : null;
    this.#visit(false);
    this.#host.requestUpdate();
  }

  /** Shows what a tool or key asks for; answers the neighbourhood that shows then. */
  change(change: NearChange | null): Near | null {
    const { by, ...near } = change ?? {};
    const now = this.near;
    const steps = by && now ? nextSteps(now.steps, by) : near.steps;
    if (steps !== null) this.show(change && (steps === undefined ? near : { ...near, steps }));
    return this.near;
  }

  /** True where one can go back (-1) or forward (1). */
  has(by: 1 | -1): boolean {
    return this.#trail.has(by, this.#isThere);
  }

  /** Goes back or forward; false where there is nothing. The browser's history is left alone. */
  go(by: 1 | -1): boolean {
    const { store } = this.#host;
    const looked = this.#trail.go(by, this.#isThere);
    if (!store || !looked) return false;
    this.#near = looked.near;
    if (looked.focus !== null) {
      store.setSession({ focus: { kind: 'claim', id: looked.focus } });
      this.#host.bring(looked.focus);
    }
    this.#host.requestUpdate();
    return true;
  }

  readonly #isThere = ({ focus, near }: Looked): boolean => {
    const desk = this.#host.store?.desk;
    const has = (id: string | undefined | null): boolean =>
      id === null || id === undefined || (desk !== undefined && argument(desk).claims.has(id));
    return has(focus) && has(near?.centre);
  };

  /** Another claim is focused: a neighbourhood that does not hold it goes along. */
  #follow(): void {
    const desk = this.#host.store?.desk;
    const claim = desk && claimAt(desk);
    if (!desk || !claim) return;
    const serial = desk.session.reveal?.serial ?? 0;
    const isWalk = serial === this.#revealed;
    this.#revealed = serial;
    if (this.near && this.claims?.has(claim) === false) this.#near = { ...this.near, centre: claim };
    this.#visit(isWalk);
    this.#host.requestUpdate();
  }

  #visit(isWalk: boolean): void {
    const desk = this.#host.store?.desk;
    if (desk) this.#trail.visit({ focus: claimAt(desk), near: this.#near }, isWalk);
  }
}
