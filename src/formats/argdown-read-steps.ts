/** Premise-conclusion structures of an Argdown document as inferences, one for each step. */
import { premiseRoles, type Premise, type PremiseRole } from '../model/argument-records.ts';
import {
  canonical,
  isReconstructed,
  premisesOf,
  type ArgdownArgument,
  type Occurrence,
} from './argdown-document.ts';
import { keptOfStep, type Kept, type WholeParts } from './argdown-foreign.ts';
import { exactly, partOf, restored, withoutPart } from './argdown-own.ts';
import { dataOf, tagsOf, without } from './argdown-read-claims.ts';
import type { ArgdownReading } from './argdown-reading.ts';
import { schemeShown, shownScheme } from './argdown-rules.ts';
import { escapeRule } from './argdown-text.ts';
import { listOf, own, textIn, type JsonObject } from './json-values.ts';

const isRole = (value: unknown): value is PremiseRole => premiseRoles.some((role) => role === value);

class StepReading {
  readonly #reading: ArgdownReading;
  readonly #argument: ArgdownArgument;
  readonly #ids: readonly string[];

  constructor(reading: ArgdownReading, argument: ArgdownArgument) {
    this.#reading = reading;
    this.#argument = argument;
    const name = argument.title.startsWith('Untitled ')
      ? (argument.rows.at(-1)?.title ?? '')
      : argument.title;
    this.#ids = argument.steps.map(({ data }, step) =>
      reading.id(partOf(data), argument.rows[0]?.line ?? null, 'step', name, String(step)),
    );
  }

  take(): void {
    this.#argument.steps.forEach((_, step) => this.#step(step));
  }

  #claim({ title }: Occurrence): string {
    return this.#reading.at({ kind: 'statement', title });
  }

  #step(step: number): void {
    const { title, steps, rows, members } = this.#argument;
    const found = steps[step];
    const id = this.#ids[step];
    if (!found || id === undefined) return;
    const part = partOf(found.data);
    const roles = listOf(own(part, 'roles'));
    const premises = premisesOf(this.#argument, step).map((row, at): Premise => {
      const role = roles[at];
      return { claim: this.#claim(row), role: isRole(role) ? role : null };
    });
    const conclusion = rows[found.at];
    const isLast = step === steps.length - 1;
    const gist = isLast ? (canonical(members)?.words ?? '') : '';
    const shown = found.rules.join(', ');
    const fields = {
      premises,
      conclusion: conclusion ? this.#claim(conclusion) : '',
      gist: isLast ? exactly(part, 'gist', gist) : textIn(part, 'gist'),
      scheme: shown === '' ? null : schemeShown(part, shown),
    };
    const said = { fields, ...this.#kept(step, found.rules, found.source, this.#data(step)) };
    this.#reading.name({ kind: 'step', title, step }, id);
    this.#reading.keep(
      restored('inference', id, without(part, 'gist', 'scheme'), said, this.#reading.stamp),
      part,
    );
  }

  /** The data of a step, with what its conclusion says of the rows that it uses. */
  #data(step: number): JsonObject {
    const { steps, rows } = this.#argument;
    const data = withoutPart(steps[step]?.data ?? null);
    const uses = rows[steps[step]?.at ?? 0]?.data?.['uses'];
    return Array.isArray(uses) && !Array.isArray(data['uses']) ? { ...data, uses } : data;
  }

  #kept(step: number, rules: readonly string[], source: string, data: JsonObject): Kept {
    const { title, steps } = this.#argument;
    const [rule] = rules;
    const part = partOf(this.#argument.steps[step]?.data ?? null);
    const shown = rule === undefined ? null : shownScheme(schemeShown(part, rule));
    const isPlain = rules.length < 2 && (rule ?? null) === shown && source === escapeRule(rule ?? '');
    const whole = step === steps.length - 1 ? this.#whole() : null;
    const formatted = isPlain ? null : { words: rules.join(', '), source };
    return keptOfStep({ argument: title, step, rules: formatted, data, whole });
  }

  #whole(): WholeParts {
    const { rows, steps, members } = this.#argument;
    const chief = canonical(members);
    const others = members.filter((one) => !one.isReference && one !== chief);
    const defined = chief ? [...others, chief] : others;
    const { section } = this.#argument;
    const group = section ? (this.#reading.groups.get(section) ?? null) : null;
    const last = rows.at(-1);
    const conclusion = last && this.#reading.records.get(this.#claim(last));
    const theirs = conclusion?.kind === 'claim' ? conclusion.group : null;
    const inText = new Set(defined.flatMap(({ tags }) => tags));
    return {
      rows: rows.map((row) => this.#claim(row)),
      steps: steps.map(({ at }, step) => ({ id: this.#ids[step] ?? '', at })),
      descriptions: defined.map(({ words, source, tags }) => ({ words, source, tags })),
      tags: tagsOf(members).filter((tag) => !inText.has(tag)),
      data: dataOf(members),
      group,
      isElsewhere: group !== theirs,
    };
  }
}

/** Takes all structures. The claims have been read before. */
export function readSteps(reading: ArgdownReading): void {
  for (const argument of reading.document.arguments.values())
    if (isReconstructed(argument)) new StepReading(reading, argument).take();
}
