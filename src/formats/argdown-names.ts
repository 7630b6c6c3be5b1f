/** The names by which elements of an Argdown file refer to each other. */
import { argdownIn } from './argdown-foreign.ts';
import type { ArgdownPlan } from './argdown-plan.ts';
import { Titles } from './argdown-titles.ts';
import { textIn } from './json-values.ts';
import type { Claim } from '../model/argument-records.ts';

export interface ArgdownNames {
  /** A claim: `[Title]`, or `<Title>` for a sketch. */
  readonly claims: ReadonlyMap<string, string>;
  /** Titles of structures, by the id of their only step. */
  readonly structures: ReadonlyMap<string, string>;
}

/** Gives each element its name: that of the file it came from, where that is still free; else one made of its words. */
export function namesFor(plan: ArgdownPlan): ArgdownNames {
  const statements = new Titles();
  const sketched = new Titles();
  const claims = new Map<string, string>();
  for (const { title } of plan.wholes) sketched.keep(title);
  const open: Claim[] = [];
  const titlesOf = ({ id }: Claim): Titles => (plan.sketches.has(id) ? sketched : statements);
  const name = (claim: Claim, title: string): void => {
    claims.set(claim.id, plan.sketches.has(claim.id) ? `<${title}>` : `[${title}]`);
  };
  for (const claim of plan.claims.values()) {
    const title = titlesOf(claim).keep(textIn(argdownIn(claim.foreign), 'title'));
    if (title === null) open.push(claim);
    else name(claim, title);
  }
  for (const claim of open) name(claim, titlesOf(claim).make(claim.wording, 'Claim'));
  const structures = new Map<string, string>();
  for (const { id, gist, conclusion, foreign } of plan.structures) {
    const kept = sketched.keep(textIn(argdownIn(foreign), 'argument'));
    const words = gist === '' ? `For ${(claims.get(conclusion) ?? '').slice(1, -1)}` : gist;
    structures.set(id, kept ?? sketched.make(words, 'Step'));
  }
  return { claims, structures };
}
