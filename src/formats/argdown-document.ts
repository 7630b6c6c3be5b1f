/** What an Argdown document says, in its own words: statements, arguments, relations and sections, as Argdown's model has them. Pure values. */
import type { JsonObject } from './json-values.ts';

export interface ArgdownSection {
  readonly words: string;
  readonly source: string;
  readonly level: number;
  readonly data: JsonObject | null;
  readonly parent: ArgdownSection | null;
  readonly line: number;
}

/** A statement or an argument at one place of the text: defined there, or referred to. */
export interface Occurrence {
  readonly kind: 'statement' | 'argument';
  readonly title: string;
  readonly isReference: boolean;
  /** Its words without formatting and tags; empty for a reference. */
  readonly words: string;
  /** Its words as they stand in the text. */
  readonly source: string;
  readonly tags: readonly string[];
  readonly data: JsonObject | null;
  readonly section: ArgdownSection | null;
  readonly line: number;
}

/** An inference in a premise-conclusion structure. */
export interface ArgdownStep {
  /** What it goes by, as words, and as it stands in the text. */
  readonly rules: readonly string[];
  readonly source: string;
  readonly data: JsonObject | null;
  /** Index of its conclusion among the rows. */
  readonly at: number;
}

/** All statements of one title (an equivalence class). */
export interface ArgdownStatement {
  readonly title: string;
  readonly members: Occurrence[];
}

export interface ArgdownArgument {
  readonly title: string;
  /** Where it is described, or referred to. */
  readonly members: Occurrence[];
  /** Its premises and conclusions in order; empty for a sketch. */
  readonly rows: Occurrence[];
  readonly steps: ArgdownStep[];
  /** The section that its premise-conclusion structure stands in. */
  section: ArgdownSection | null;
}

/** What a relation starts or ends at. */
export type End =
  | { readonly kind: 'statement' | 'argument'; readonly title: string }
  | { readonly kind: 'step'; readonly title: string; readonly step: number };

export type RelationType = 'support' | 'attack' | 'contrary' | 'contradictory' | 'undercut';

export interface ArgdownRelation {
  readonly type: RelationType;
  readonly from: End;
  readonly to: End;
}

/** A comment, and the element before whose paragraph it is to stand; null: at the end. */
export interface ArgdownComment {
  readonly words: string;
  readonly before: ArgdownSection | Occurrence | null;
}

export interface ArgdownDocument {
  /** The text between the lines of equals signs, and what it says; null where there is none. */
  readonly frontMatter: { readonly source: string; readonly value: unknown } | null;
  readonly sections: readonly ArgdownSection[];
  /** By title, in the order in which they are met. */
  readonly statements: ReadonlyMap<string, ArgdownStatement>;
  readonly arguments: ReadonlyMap<string, ArgdownArgument>;
  readonly relations: readonly ArgdownRelation[];
  readonly comments: readonly ArgdownComment[];
}

/** True for an argument with a premise-conclusion structure. */
export const isReconstructed = ({ steps }: ArgdownArgument): boolean => steps.length > 0;

/** The canonical member: the last that is defined, unless one says that it is; undefined where all are references. */
export function canonical(members: readonly Occurrence[]): Occurrence | undefined {
  const defined = members.filter((one) => !one.isReference).reverse();
  return defined.find(({ data }) => Boolean(data?.['isCanonical'])) ?? defined[0];
}

/** The section that an element belongs to: that of its first definition, unless its data say otherwise; else of the first place. */
export function sectionOf(members: readonly Occurrence[]): ArgdownSection | null {
  let section: ArgdownSection | null | undefined;
  for (const one of members) {
    const isIn = one.data?.['isInGroup'];
    if (isIn === true || (!one.isReference && isIn === undefined && section === undefined))
      section = one.section ?? undefined;
  }
  return section ?? members[0]?.section ?? null;
}

/** The rows from which a step concludes: those that it names (`uses`), else all since the last conclusion, that one included. */
export function premisesOf({ rows, steps }: ArgdownArgument, step: number): readonly Occurrence[] {
  const { at, data } = steps[step] ?? { at: 0, data: null };
  const named = [data?.['uses'], rows[at]?.data?.['uses'], data?.['from']].find(Array.isArray) as
    readonly unknown[] | undefined;
  const from = step > 0 ? (steps[step - 1]?.at ?? 0) : 0;
  const since = rows.slice(from, at);
  if (!named) return since;
  const used = named.flatMap((one) =>
    typeof one === 'number' && one - 1 !== at ? (rows[one - 1] ?? []) : [],
  );
  return used.length > 0 ? used : since;
}

/** A name of an end by which it can be told from all others. */
export const endKey = (end: End): string =>
  `${end.kind} ${end.kind === 'step' ? `${end.step} ` : ''}${end.title}`;
