/** What @argdown/core, whole, makes of a text: the judge of what we write. */
import { argdown } from '@argdown/core';

interface Titled {
  readonly type: string;
  readonly title: string;
  readonly text?: string;
  readonly isReference?: boolean;
  readonly data?: { readonly isCanonical?: boolean };
  readonly inference?: { readonly inferenceRules: readonly string[] };
  readonly argumentTitle?: string;
}

interface Element {
  readonly title: string;
  readonly tags?: readonly string[];
  readonly members: readonly Titled[];
  readonly pcs: readonly Titled[];
  readonly section?: { readonly title: string } | null;
}

interface MapNode {
  readonly type: string;
  readonly title: string;
  readonly children?: readonly MapNode[];
}

interface Answer {
  readonly parserErrors?: readonly Error[];
  readonly exceptions?: readonly Error[];
  readonly statements?: Readonly<Record<string, Element>>;
  readonly arguments?: Readonly<Record<string, Element>>;
  readonly relations?: readonly { relationType: string; from: Titled; to: Titled }[];
  readonly map?: {
    readonly nodes: readonly MapNode[];
    readonly edges: readonly { relationType: string; from: Titled; to: Titled }[];
  };
}

/** Statements, arguments, relations and the drawn map, each as sorted sentences; and all errors. */
export interface CoreMap {
  readonly errors: readonly string[];
  readonly statements: readonly string[];
  readonly arguments: readonly string[];
  readonly relations: readonly string[];
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

const words = (members: readonly Titled[]): string => {
  const defined = members.filter((one) => !one.isReference).reverse();
  const canonical = defined.find((one) => one.data?.isCanonical) ?? defined[0];
  return (canonical?.text ?? '').replace(/\s+/gu, ' ').trim();
};

const nodeLines = (nodes: readonly MapNode[], group: string): readonly string[] =>
  nodes.flatMap(({ type, title, children }) => [
    `${type} ${title} in ${group}`,
    ...nodeLines(children ?? [], title),
  ]);

/** Parses, builds the model and the map with the default settings of Argdown's own application. */
export function coreMap(input: string): CoreMap {
  const process = ['parse-input', 'build-model', 'build-map'];
  const answer = argdown.run({
    input,
    process,
    logLevel: 'silent',
    logExceptions: false,
  }) as unknown as Answer;
  const all = answer.arguments ?? {};
  const end = (one: Titled): string => {
    if (one.type !== 'inference') return `${one.type} ${one.title}`;
    const steps = (all[one.argumentTitle ?? '']?.pcs ?? []).filter(({ inference }) => inference);
    return `step ${steps.findIndex(({ inference }) => (inference as unknown) === one)} of ${one.argumentTitle}`;
  };
  const tags = (one: Element): string => [...(one.tags ?? [])].sort().join(' ');
  return {
    errors: [...(answer.parserErrors ?? []), ...(answer.exceptions ?? [])].map(({ message }) => message),
    statements: Object.values(answer.statements ?? {})
      .map((one) => `${one.title}: ${words(one.members)} (${tags(one)}) in ${one.section?.title}`)
      .sort(),
    arguments: Object.values(all)
      .map((one) => {
        const rows = one.pcs.map(
          ({ title, inference }) => `${inference?.inferenceRules.join() ?? ''} ${title}`,
        );
        return `${one.title}: ${words(one.members)} (${tags(one)}) ${rows.join(' / ')}`;
      })
      .sort(),
    relations: (answer.relations ?? [])
      .map(({ relationType, from, to }) => {
        const ends = [end(from), end(to)];
        return `${relationType} ${(relationType.startsWith('contra') ? ends.sort() : ends).join(' → ')}`;
      })
      .sort(),
    nodes: [...nodeLines(answer.map?.nodes ?? [], '')].sort(),
    edges: (answer.map?.edges ?? [])
      .map(({ relationType, from, to }) => `${relationType} ${from.title} → ${to.title}`)
      .sort(),
  };
}
