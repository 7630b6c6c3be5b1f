/** Decides how each record stands in an Argdown file: as a statement or a sketch, as a sign between two, as a structure of its own. */
import type { Claim, Conflict, Inference } from '../model/argument-records.ts';
import type { NotebookRecord } from '../model/records.ts';
import { isSame } from '../model/same.ts';
import { argdownIn } from './argdown-foreign.ts';
import { isTitle } from './argdown-titles.ts';
import { isObject, listOf, objectIn, own, textIn, type JsonObject } from './json-values.ts';

/** An argument that came as a whole and still is one. */
export interface Whole {
  readonly title: string;
  /** Claims by id, in rows. */
  readonly rows: readonly string[];
  readonly steps: readonly {
    readonly inference: Inference;
    readonly at: number;
    readonly said: JsonObject;
  }[];
  readonly said: JsonObject;
}

export interface ArgdownPlan {
  readonly claims: ReadonlyMap<string, Claim>;
  /** Ids of claims that are written as sketched arguments. */
  readonly sketches: ReadonlySet<string>;
  /** Inferences that are a sign between two. */
  readonly relations: readonly Inference[];
  /** Inferences that are structures of one step. */
  readonly structures: readonly Inference[];
  readonly wholes: readonly Whole[];
  /** Conflicts that can be written as signs. */
  readonly conflicts: readonly Conflict[];
}

const foreignOf = ({ foreign }: { foreign: string | null }): JsonObject | null => argdownIn(foreign);

const isBare = ({ premises, gist, implicit, scheme, qualifier, questions }: Inference): boolean =>
  premises.length === 1 &&
  premises[0]?.role === null &&
  gist === '' &&
  !implicit &&
  scheme === null &&
  qualifier === null &&
  questions.length === 0;

class Planning {
  readonly claims = new Map<string, Claim>();
  readonly inferences = new Map<string, Inference>();
  readonly conflicts: Conflict[] = [];
  readonly sketches = new Set<string>();
  /** Inferences that need a structure. */
  readonly #structured = new Set<string>();
  readonly #wholes = new Map<string, Whole>();

  constructor(records: Iterable<NotebookRecord>) {
    const all = [...records];
    for (const record of all) if (record.kind === 'claim') this.claims.set(record.id, record);
    for (const record of all)
      if (record.kind === 'inference' && this.#isWhole(record)) this.inferences.set(record.id, record);
    for (const record of all)
      if (record.kind === 'conflict' && this.#hasEnds(record)) this.conflicts.push(record);
    for (const claim of this.claims.values())
      if (own(foreignOf(claim), 'as') === 'argument') this.sketches.add(claim.id);
  }

  finish(): ArgdownPlan {
    this.#findWholes();
    for (const inference of this.inferences.values())
      if (this.#wantsStructure(inference)) this.#structure(inference);
    // A sketch that becomes a statement can no longer be undercut as a sketch: that may make a structure, and so on.
    for (let before = -1; before !== this.#structured.size;) {
      before = this.#structured.size;
      for (const { to } of this.conflicts) {
        const target = this.inferences.get(to);
        if (target && !this.#structured.has(to) && !this.#isSketched(target)) this.#structure(target);
      }
    }
    const wholes = [...new Set(this.#wholes.values())];
    const inferences = [...this.inferences.values()];
    return {
      claims: this.claims,
      sketches: this.sketches,
      relations: inferences.filter(({ id }) => !this.#structured.has(id)),
      structures: inferences.filter(({ id }) => this.#structured.has(id) && !this.#wholes.has(id)),
      wholes,
      conflicts: this.conflicts,
    };
  }

  #isWhole({ premises, conclusion }: Inference): boolean {
    return (
      premises.length > 0 &&
      this.claims.has(conclusion) &&
      premises.every(({ claim }) => this.claims.has(claim))
    );
  }

  #hasEnds({ from, to }: Conflict): boolean {
    return this.claims.has(from) && (this.claims.has(to) || this.inferences.has(to));
  }

  #wantsStructure(inference: Inference): boolean {
    const form = own(foreignOf(inference), 'form');
    if (form === 'relation') return inference.premises.length !== 1;
    return form === 'step' || !isBare(inference);
  }

  /** A step from a sketch alone: whoever undercuts it undercuts the sketch. */
  #isSketched({ premises }: Inference): boolean {
    const [only] = premises;
    return premises.length === 1 && only !== undefined && this.sketches.has(only.claim);
  }

  #structure({ id, premises, conclusion }: Inference): void {
    this.#structured.add(id);
    for (const claim of [conclusion, ...premises.map((premise) => premise.claim)])
      this.sketches.delete(claim);
  }

  #findWholes(): void {
    const titles = new Set<string>();
    for (const inference of this.inferences.values()) {
      const said = foreignOf(inference);
      const whole = objectIn(said, 'whole');
      const found = said && whole && this.#wholeOf(textIn(said, 'argument'), whole);
      if (!found || titles.has(found.title)) continue;
      titles.add(found.title);
      for (const { inference: step } of found.steps) this.#wholes.set(step.id, found);
      found.rows.forEach((row) => this.sketches.delete(row));
    }
  }

  /** The argument, where all its steps are there and say what its rows say. */
  #wholeOf(title: string, said: JsonObject): Whole | null {
    const rows = listOf(own(said, 'rows')).filter(
      (row): row is string => typeof row === 'string' && this.claims.has(row),
    );
    const steps = listOf(own(said, 'steps'))
      .filter(isObject)
      .flatMap((step, at) => {
        const inference = this.inferences.get(textIn(step, 'id'));
        const row = own(step, 'at');
        const part = inference && foreignOf(inference);
        const fits = part && textIn(part, 'argument') === title && own(part, 'step') === at;
        return fits && typeof row === 'number' && !this.#wholes.has(inference.id)
          ? [{ inference, at: row, said: part }]
          : [];
      });
    const isAll =
      isTitle(title) &&
      rows.length === listOf(own(said, 'rows')).length &&
      steps.length > 0 &&
      steps.length === listOf(own(said, 'steps')).length &&
      steps.at(-1)?.at === rows.length - 1;
    return isAll && steps.every((step, index) => concludes(step, steps[index - 1]?.at ?? null, rows))
      ? { title, rows, steps, said }
      : null;
  }
}

/** Whether a step concludes what its row says from what its rows say. */
function concludes(
  { inference, at, said }: Whole['steps'][number],
  before: number | null,
  rows: readonly string[],
): boolean {
  if (at <= (before ?? 0) || inference.conclusion !== rows[at]) return false;
  const data = objectIn(said, 'data');
  const named = [own(data, 'uses'), own(data, 'from')].find(Array.isArray) as readonly unknown[] | undefined;
  const uses = (named ?? []).flatMap((one) =>
    typeof one === 'number' && one - 1 !== at ? (rows[one - 1] ?? []) : [],
  );
  const expected = uses.length > 0 ? uses : rows.slice(before ?? 0, at);
  return isSame(
    expected,
    inference.premises.map(({ claim }) => claim),
  );
}

/** See the head of this file. What is in no list says nothing that Argdown could: its ends are missing. */
export const planArgdown = (records: Iterable<NotebookRecord>): ArgdownPlan => new Planning(records).finish();
