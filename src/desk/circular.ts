/** On which claims a claim rests, step by step: what must not rest on it in turn. Derived. */
import type { Argument } from '../model/argument.ts';
import { derived } from './derived.ts';

const last = derived((graph: Argument) => {
  let claim: string | null = null;
  let known: ReadonlySet<string> = new Set();
  return (wanted: string): ReadonlySet<string> => {
    if (wanted !== claim) {
      claim = wanted;
      known = below(graph, wanted);
    }
    return known;
  };
});

function below(graph: Argument, claim: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [claim];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const step of graph.supportsFor(id)) open.push(...step.premises.map((premise) => premise.claim));
  }
  return seen;
}

/** The claims that a claim rests on, through however many steps, itself among them. Asked again for the same claim it costs nothing. */
export const restsOn = (graph: Argument, claim: string): ReadonlySet<string> => last(graph)(claim);

/** Whether a step from `premise` to `conclusion` would close a circle. */
export const wouldCircle = (graph: Argument, premise: string, conclusion: string): boolean =>
  restsOn(graph, premise).has(conclusion);
