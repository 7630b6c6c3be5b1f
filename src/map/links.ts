/** Inferences and conflicts as joints and links, lifted to the folded groups that hide their ends. */
import type { Argument } from '../model/argument.ts';
import type { Conflict, Inference } from '../model/argument-records.ts';
import { commonGroup, groupChain, shownAs } from './fold.ts';

/** The point where linked premises meet, or where an undercut strikes. */
export interface Joint {
  readonly kind: 'joint';
  readonly id: string;
  readonly inference: string;
  readonly group: string | null;
  readonly width: number;
  readonly height: number;
}

/** A line on the map. */
export interface Link {
  readonly id: string;
  /** `premise` runs to a joint and has no arrow; `support` ends at a conclusion; `attack` has a bar. */
  readonly kind: 'premise' | 'support' | 'attack';
  /** The inference or conflict that it draws; the first of them where several were lifted into one. */
  readonly record: string;
  readonly from: string;
  readonly to: string;
  readonly isMutual: boolean;
  readonly isUndercut: boolean;
  readonly isImplicit: boolean;
  /** How many steps or conflicts it stands for: more than one only between folded groups. */
  readonly count: number;
  /** What stands at it; empty for nothing. */
  readonly remark: string;
}

/** The id of an inference's joint. */
export const jointId = (inference: string): string => `joint:${inference}`;

interface LinkOptions {
  readonly folded: ReadonlySet<string>;
  readonly boxes: ReadonlySet<string>;
  readonly remarkOf?: (record: string) => string;
}

class LinkDrawer {
  readonly joints: Joint[] = [];
  readonly links = new Map<string, Link>();
  readonly #argument: Argument;
  readonly #options: LinkOptions;
  /** What stands for each drawn inference: its joint, or the node that hides it. */
  readonly #ends = new Map<string, string>();

  constructor(argument: Argument, options: LinkOptions) {
    this.#argument = argument;
    this.#options = options;
  }

  inference(inference: Inference): void {
    const to = this.#shown(inference.conclusion);
    const from = [...new Set(inference.premises.map((one) => this.#shown(one.claim)))].filter(
      (id) => id !== to,
    );
    const isAttacked = this.#argument.attacksOn(inference.id).length > 0;
    this.#ends.set(inference.id, to);
    if (from.length === 0) return;
    const common = { record: inference.id, isImplicit: inference.implicit };
    if (from.length === 1 && !isAttacked) {
      this.#add({ ...common, id: `step:${inference.id}`, kind: 'support', from: from[0] as string, to });
      return;
    }
    const joint = jointId(inference.id);
    const group = commonGroup([to, ...from].map((id) => this.#chain(id)));
    this.joints.push({ kind: 'joint', id: joint, inference: inference.id, group, width: 9, height: 9 });
    this.#ends.set(inference.id, joint);
    for (const id of from) {
      this.#add({ ...common, id: `premise:${inference.id}:${id}`, kind: 'premise', from: id, to: joint });
    }
    this.#add({ ...common, id: `step:${inference.id}`, kind: 'support', from: joint, to });
  }

  conflict(conflict: Conflict): void {
    const isUndercut = this.#argument.inferences.has(conflict.to);
    const to = isUndercut ? this.#ends.get(conflict.to) : this.#shown(conflict.to);
    const from = this.#shown(conflict.from);
    if (to === undefined || to === from) return;
    this.#add({
      id: `conflict:${conflict.id}`,
      kind: 'attack',
      record: conflict.id,
      from,
      to,
      isUndercut,
      isMutual: conflict.mutual && !isUndercut,
    });
  }

  #add(
    link: Omit<Link, 'count' | 'isMutual' | 'isUndercut' | 'isImplicit' | 'remark'> & Partial<Link>,
  ): void {
    const { folded } = this.#options;
    const isLifted = folded.has(link.from) || folded.has(link.to);
    // Only what a folded group hides is drawn as one line; two open claims keep each line of their own.
    const key = isLifted ? `${link.kind}:${link.from}:${link.to}` : link.id;
    const count = (this.links.get(key)?.count ?? 0) + 1;
    // One word at a step is enough: at its end, not at each premise.
    const remark = link.kind === 'premise' ? '' : (this.#options.remarkOf?.(link.record) ?? '');
    const first = this.links.get(key) ?? {
      isMutual: false,
      isUndercut: false,
      isImplicit: false,
      remark,
      ...link,
    };
    this.links.set(key, { ...first, count });
  }

  #shown(claim: string): string {
    return shownAs(this.#argument, this.#options.folded, claim);
  }

  #chain(shown: string): readonly string[] {
    const claim = this.#argument.claims.get(shown);
    const inside = claim ? claim.group : (this.#argument.groups.get(shown)?.parent ?? null);
    return groupChain(this.#argument, inside).filter((id) => this.#options.boxes.has(id));
  }
}

/** Draws the links of an argument. A step whose ends one folded group hides is not drawn. */
export function drawLinks(
  argument: Argument,
  options: LinkOptions,
): { joints: readonly Joint[]; links: readonly Link[] } {
  const drawer = new LinkDrawer(argument, options);
  for (const inference of argument.inferences.values()) drawer.inference(inference);
  for (const conflict of argument.conflicts.values()) drawer.conflict(conflict);
  return { joints: drawer.joints, links: [...drawer.links.values()] };
}
