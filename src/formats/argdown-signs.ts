/** The relations of an Argdown file to be: under which element each sign stands, and what our part says of it. */
import type { Conflict, Inference } from '../model/argument-records.ts';
import type { RelationType } from './argdown-document.ts';
import { argdownIn, keptOfRelation } from './argdown-foreign.ts';
import { ownPart, type FileStamp } from './argdown-own.ts';
import type { ArgdownPlan, Whole } from './argdown-plan.ts';
import { textIn, type JsonObject } from './json-values.ts';

/** Titles of what stands in the file. */
export interface Named {
  /** A claim as one refers to it: `[Title]`, or `<Title>` for a sketch. */
  readonly claim: (id: string) => string;
}

/** Where a sign stands: below a claim, a step (by id), or an argument as a whole (by title). */
export const below = {
  claim: (id: string): string => `claim ${id}`,
  step: (id: string): string => `step ${id}`,
  whole: (title: string): string => `whole ${title}`,
};

/** The signs of relations. */
export const signOf: Readonly<Record<RelationType, string>> = {
  support: '+',
  attack: '-',
  contrary: '-',
  contradictory: '><',
  undercut: '_',
};

/** Where a sign stands, which it is, what stands behind it, and the argument that it is about as a whole. */
interface Sign {
  readonly place: string;
  readonly type: RelationType;
  readonly other: string;
  readonly whole: string | null;
}

export class Signs {
  /** Lines by where they stand, each once. */
  readonly lines = new Map<string, Set<string>>();
  /** Our parts of relations, by the claim that they start from. */
  readonly links = new Map<string, JsonObject[]>();
  readonly #plan: ArgdownPlan;
  readonly #named: Named;
  readonly #isStrict: boolean;
  readonly #stamp: FileStamp;
  readonly #wholes: ReadonlyMap<string, Whole>;
  /** Steps of structures, and of arguments as a whole. */
  readonly #steps: ReadonlySet<string>;
  /** Inferences that are a sign, with the claim that they start from. */
  readonly #starts: ReadonlyMap<string, string>;

  constructor(plan: ArgdownPlan, named: Named, isStrict: boolean, stamp: FileStamp) {
    this.#plan = plan;
    this.#named = named;
    this.#isStrict = isStrict;
    this.#stamp = stamp;
    this.#wholes = new Map(plan.wholes.map((whole) => [whole.title, whole]));
    const inWholes = plan.wholes.flatMap(({ steps }) => steps.map(({ inference }) => inference.id));
    this.#steps = new Set([...plan.structures.map(({ id }) => id), ...inWholes]);
    this.#starts = new Map(plan.relations.map(({ id, premises }) => [id, premises[0]?.claim ?? '']));
    // What an element has to itself comes first: Argdown forgets it behind the same from another.
    const isOwn = (one: string, other: string): number => (one === other ? 0 : 1);
    const supports = plan.relations.map((one) => ({
      one,
      at: isOwn(one.premises[0]?.claim ?? '', one.conclusion),
    }));
    for (const { one } of supports.sort((a, b) => a.at - b.at)) this.#support(one);
    const attacks = plan.conflicts.map((one) => ({ one, at: isOwn(one.from, one.to) }));
    for (const { one } of attacks.sort((a, b) => a.at - b.at)) this.#attack(one);
  }

  /** Says below a conclusion which argument leads to it: for whoever reads the file; to Argdown it is nothing new. */
  mention(conclusion: string, title: string): void {
    this.#line(below.claim(conclusion), '+', `<${title}>`);
  }

  #line(place: string, sign: string, other: string): void {
    const lines = this.lines.get(place) ?? new Set();
    this.lines.set(place, lines.add(`  ${sign} ${other}`));
  }

  #link(from: string, entry: JsonObject): void {
    const links = this.links.get(from);
    if (links) links.push(entry);
    else this.links.set(from, [entry]);
  }

  #support(inference: Inference): void {
    const { premises, conclusion, foreign } = inference;
    const from = premises[0]?.claim ?? '';
    const whole = this.#wholes.get(textIn(argdownIn(foreign), 'to'));
    const title = whole?.rows.at(-1) === conclusion ? (whole?.title ?? null) : null;
    this.#line(title === null ? below.claim(conclusion) : below.whole(title), '+', this.#named.claim(from));
    const fields = { premises: [{ claim: from, role: null }], conclusion };
    const { id, ...part } = ownPart(inference, { fields, ...keptOfRelation('relation', title) }, this.#stamp);
    this.#link(from, { id, supports: conclusion, ...(title === null ? {} : { whole: title }), ...part });
  }

  #attack(conflict: Conflict): void {
    const { from, to } = conflict;
    const { place, type, other, whole } = this.#sign(conflict);
    this.#line(place, type === 'undercut' && place === below.claim(from) ? '_>' : signOf[type], other);
    const isOnStep = !this.#plan.claims.has(to);
    const attack = isOnStep || type === 'undercut' ? 'undercut' : 'rebut';
    const fields = { from, to, attack, mutual: type === 'contrary' || type === 'contradictory' };
    const { id, ...part } = ownPart(conflict, { fields, ...keptOfRelation(type, whole) }, this.#stamp);
    const sign = signOf[type] === '-' ? {} : { sign: signOf[type] };
    this.#link(from, { id, attacks: to, ...sign, ...(whole === null ? {} : { whole }), ...part });
  }

  #sign(conflict: Conflict): Sign {
    const { from, to, foreign } = conflict;
    const said = argdownIn(foreign);
    const form = textIn(said, 'form');
    const other = this.#named.claim(from);
    const whole = this.#wholes.get(textIn(said, 'to'));
    const isWhole = form === 'attack' && whole?.steps.at(-1)?.inference.id === to;
    if (isWhole && !this.#attacksRow(from, whole))
      return { place: below.whole(whole.title), type: 'attack', other, whole: whole.title };
    if (this.#steps.has(to)) return { place: below.step(to), type: 'undercut', other, whole: null };
    // A step that is a sign: that of a sketch.
    const target = this.#plan.claims.has(to) ? to : (this.#starts.get(to) ?? to);
    return target !== to || conflict.attack === 'undercut'
      ? this.#undercut(from, target)
      : this.#onClaim(conflict, form);
  }

  #undercut(from: string, target: string): Sign {
    const shown = this.#named.claim(target);
    if (!this.#plan.sketches.has(target))
      return { place: below.claim(from), type: 'undercut', other: shown, whole: null };
    const other = this.#named.claim(from);
    return { place: below.claim(target), type: 'undercut', other, whole: shown.slice(1, -1) };
  }

  #onClaim({ from, to, mutual }: Conflict, form: string): Sign {
    const isSketch = this.#plan.sketches.has(to);
    if (mutual && !isSketch && !(this.#isStrict && form === 'contrary'))
      return { place: below.claim(from), type: 'contradictory', other: this.#named.claim(to), whole: null };
    const isContrary = this.#isStrict && !isSketch && !this.#plan.sketches.has(from);
    const type = isContrary ? 'contrary' : 'attack';
    return { place: below.claim(to), type, other: this.#named.claim(from), whole: null };
  }

  /** Whether a claim attacks a row of an argument too: then Argdown forgets that it attacks the whole. */
  #attacksRow(from: string, { rows }: Whole): boolean {
    return this.#plan.conflicts.some(
      (one) =>
        (one.from === from && rows.includes(one.to)) ||
        (one.mutual && one.to === from && rows.includes(one.from)),
    );
  }
}
