/** Writes an argument as standard Argdown: readable as it stands, and with all that Warrant knows in the data. */
import type { Claim, Group, Inference, Pin } from '../model/argument-records.ts';
import { argumentKinds, type NotebookRecord } from '../model/records.ts';
import { claimBlocks, headingBlock, structureBlocks, type Scene } from './argdown-blocks.ts';
import { ownKey, writeData } from './argdown-data.ts';
import { writeFront } from './argdown-front.ts';
import { KeptWords } from './argdown-kept.ts';
import { namesFor } from './argdown-names.ts';
import type { FileStamp } from './argdown-own.ts';
import { planArgdown, type ArgdownPlan, type Whole } from './argdown-plan.ts';
import { Signs } from './argdown-signs.ts';
import { wholeBlocks } from './argdown-wholes.ts';
import { own, type JsonObject } from './json-values.ts';
import { baseOf, heldOf } from './record-base.ts';

/** What a file says of the whole. */
export interface ArgdownContext {
  readonly title: string;
  /** The paper that the argument is about; null where it is about none. */
  readonly paper: { readonly title: string; readonly hash: string } | null;
  /** When the file is written, an ISO date in UTC. */
  readonly now: string;
}

/** Things by what `key` says of each, in their order. */
function grouped<K, T>(things: Iterable<T>, key: (thing: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const thing of things) {
    const list = found.get(key(thing));
    if (list) list.push(thing);
    else found.set(key(thing), [thing]);
  }
  return found;
}

/** What stands in a list most often; empty for an empty list. */
function commonest(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)[0];
}

/** Claims and arguments by the group they stand in. */
interface Contents {
  readonly claims: ReadonlyMap<string | null, readonly Claim[]>;
  readonly wholes: ReadonlyMap<string | null, readonly Whole[]>;
}

class Writing {
  readonly #all: readonly NotebookRecord[];
  readonly #plan: ArgdownPlan;
  readonly #stamp: FileStamp;
  readonly #groups = new Map<string, Group>();
  readonly #pins = new Map<string, Pin>();
  readonly #kept: KeptWords;
  readonly #scene: Scene;
  /** Structures by their conclusion. */
  readonly #steps: ReadonlyMap<string, readonly Inference[]>;
  readonly #blocks: string[] = [];
  /** Ids of the records that an element says. */
  readonly #said = new Set<string>();
  /** Our parts of the comments, in the order of the file. */
  readonly #comments: JsonObject[] = [];

  constructor(records: Iterable<NotebookRecord>) {
    this.#all = [...records].filter(({ kind }) => argumentKinds.includes(kind));
    this.#plan = planArgdown(this.#all);
    const most = (field: 'creator' | 'created'): string =>
      commonest(this.#all.map((record) => record[field]));
    this.#stamp = { by: most('creator'), at: most('created') };
    for (const record of this.#all) {
      if (record.kind === 'group') this.#groups.set(record.id, record);
      const isPin = record.kind === 'pin' && record.id === `pin-${record.claim}`;
      if (isPin && this.#plan.claims.has(record.claim)) this.#pins.set(record.claim, record);
    }
    this.#steps = grouped(this.#plan.structures, ({ conclusion }) => conclusion);
    this.#kept = new KeptWords(this.#all, this.#places(), this.#stamp);
    this.#scene = this.#makeScene();
    const signs = [...this.#plan.relations, ...this.#plan.conflicts].map(({ id }) => id);
    for (const id of [...this.#kept.ids, ...signs]) this.#said.add(id);
  }

  write({ title, now, paper }: ArgdownContext): string {
    this.#sections();
    const last = this.#commentsBefore(null);
    const none = `# No claims yet ${writeData({ [ownKey]: { isEmpty: true } })}`;
    const blocks = this.#blocks.length > 0 ? this.#blocks : [none];
    const records = this.#all
      .filter((record) => !this.#said.has(record.id))
      .map((record): JsonObject => ({ ...record, base: baseOf(record) }));
    const front = {
      source: this.#kept.front?.source ?? '',
      front: this.#kept.front?.part ?? null,
      title,
      ...this.#stamp,
      made: now,
      paper,
      held: heldOf(this.#all.map(({ id }) => id)),
      comments: this.#comments,
      records,
    };
    return `${[writeFront(front), ...blocks, ...last].join('\n\n')}\n`;
  }

  /** Ids of the records that have a paragraph, before which a comment can stand. */
  #places(): ReadonlySet<string> {
    const { claims, structures, wholes } = this.#plan;
    const steps = wholes.map((whole) => whole.steps.at(-1)?.inference.id ?? '');
    return new Set([...claims.keys(), ...this.#groups.keys(), ...structures.map(({ id }) => id), ...steps]);
  }

  #makeScene(): Scene {
    const plan = this.#plan;
    const { claims, structures } = namesFor(plan);
    const claim = (id: string): string => claims.get(id) ?? '';
    const structure = (id: string): string => structures.get(id) ?? '';
    const signs = new Signs(plan, { claim }, this.#kept.isStrict, this.#stamp);
    for (const { id, conclusion } of plan.structures) signs.mention(conclusion, structure(id));
    for (const { title, rows } of plan.wholes) signs.mention(rows.at(-1) ?? '', title);
    const isSketch = (id: string): boolean => plan.sketches.has(id);
    return { stamp: this.#stamp, signs, pins: this.#pins, claim, isSketch, structure };
  }

  /** A group by its id, where there is one. */
  #groupAt(id: string | null): string | null {
    return id !== null && this.#groups.has(id) ? id : null;
  }

  #groupOf({ said, rows }: Whole): string | null {
    const given = own(said, 'group');
    const theirs = this.#plan.claims.get(rows.at(-1) ?? '')?.group ?? null;
    return this.#groupAt(typeof given === 'string' ? given : theirs);
  }

  #sections(): void {
    const contents = {
      claims: grouped(this.#plan.claims.values(), ({ group }) => this.#groupAt(group)),
      wholes: grouped(this.#plan.wholes, (whole) => this.#groupOf(whole)),
    };
    const children = grouped(this.#groups.values(), ({ parent }) => this.#groupAt(parent));
    this.#section(null, contents);
    const walk = (group: Group, above: number, parent: string | null): void => {
      if (this.#said.has(group.id)) return;
      const { level, block } = headingBlock(group, above, parent, this.#stamp);
      this.#put(group.id, [block]);
      this.#section(group.id, contents);
      for (const child of children.get(group.id) ?? []) walk(child, level, group.id);
    };
    for (const group of children.get(null) ?? []) walk(group, 0, null);
    // Those that are around each other.
    for (const group of this.#groups.values()) walk(group, 0, null);
  }

  #section(group: string | null, { claims, wholes }: Contents): void {
    for (const claim of claims.get(group) ?? []) {
      this.#put(claim.id, claimBlocks(claim, group, this.#scene));
      if (this.#pins.has(claim.id)) this.#said.add(`pin-${claim.id}`);
      for (const step of this.#steps.get(claim.id) ?? [])
        this.#put(step.id, structureBlocks(step, this.#scene));
    }
    for (const whole of wholes.get(group) ?? []) this.#whole(whole, group);
  }

  #whole(whole: Whole, group: string | null): void {
    const theirs = this.#plan.claims.get(whole.rows.at(-1) ?? '')?.group ?? null;
    const id = whole.steps.at(-1)?.inference.id ?? '';
    for (const { inference } of whole.steps) this.#said.add(inference.id);
    this.#put(id, wholeBlocks(whole, group, theirs, this.#scene));
  }

  #commentsBefore(place: string | null): readonly string[] {
    const comments = this.#kept.before(place);
    this.#comments.push(...comments.map(({ part }) => part));
    return comments.map(({ words }) => words);
  }

  #put(id: string, blocks: readonly string[]): void {
    this.#said.add(id);
    this.#blocks.push(...this.#commentsBefore(id), ...blocks);
  }
}

/**
 * An argument as Argdown, complete: `readArgdown` gives back the very records, and @argdown/core parses it without
 * errors. Records that are no part of an argument are passed over.
 */
export const writeArgdown = (records: Iterable<NotebookRecord>, context: ArgdownContext): string =>
  new Writing(records).write(context);
