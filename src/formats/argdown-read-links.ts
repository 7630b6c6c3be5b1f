/** Relations of an Argdown document as inferences and conflicts. */
import { isReconstructed, type ArgdownRelation, type End } from './argdown-document.ts';
import { keptOfRelation } from './argdown-foreign.ts';
import { idIn, restored, type SaidOf } from './argdown-own.ts';
import type { ArgdownReading } from './argdown-reading.ts';
import { signOf } from './argdown-signs.ts';
import { isObject, listOf, textIn, without, type JsonObject } from './json-values.ts';

/** What a relation ends at: the record, and the argument by title where it is meant as a whole. */
interface Target {
  readonly id: string;
  readonly whole: string | null;
}

type Key = 'supports' | 'attacks';

/** What an entry of our part must name to be about a relation. */
interface Wanted {
  readonly targets: ReadonlySet<string>;
  readonly whole: string | null;
  readonly sign: string;
}

const both = new Set(['contrary', 'contradictory']);

class LinkReading {
  readonly #reading: ArgdownReading;
  /** Ids of inferences by the claim of their only premise, as relations give them. */
  readonly #from = new Map<string, string[]>();
  readonly #concluded = new Set<string>();
  readonly #used = new Set<string>();
  /** What our parts say of relations and is not matched yet. */
  readonly #open = new Map<string, JsonObject[]>();
  /** The relations that are there, as from, to and sign. */
  readonly #there = new Set<string>();

  constructor(reading: ArgdownReading) {
    this.#reading = reading;
    for (const { from, to, type } of reading.document.relations)
      this.#there.add([reading.at(from), reading.at(to), signOf[type]].join('\n'));
    for (const [claim, part] of reading.parts) this.#open.set(claim, listOf(part['links']).filter(isObject));
    for (const record of reading.records.values()) if (record.kind === 'inference') this.#note(record);
  }

  take(relation: ArgdownRelation): void {
    const from = this.#reading.at(relation.from);
    if (from === '') return;
    if (relation.type === 'support') this.#support(from, relation);
    else this.#attack(from, relation);
  }

  #note({ premises, conclusion }: { premises: readonly { claim: string }[]; conclusion: string }): void {
    this.#concluded.add(conclusion);
    for (const { claim } of premises) this.#used.add(claim);
  }

  /** The last step and the conclusion of an argument that is worked out. */
  #structure(to: End): { last: string; conclusion: string } | null {
    const argument = to.kind === 'argument' ? this.#reading.document.arguments.get(to.title) : undefined;
    if (!argument || !isReconstructed(argument)) return null;
    const step = argument.steps.length - 1;
    const row = argument.rows.at(-1);
    return {
      last: this.#reading.at({ kind: 'step', title: argument.title, step }),
      conclusion: row ? this.#reading.at({ kind: 'statement', title: row.title }) : '',
    };
  }

  /**
   * Takes what our parts say of a relation: those entries of `from` whose `key` names one of the targets, with the same
   * sign; or with another, where no relation of that sign is there any more.
   */
  #entries(from: string, key: Key, { targets, whole, sign }: Wanted): readonly JsonObject[] {
    const open = (this.#open.get(from) ?? []).filter(
      (entry) => targets.has(textIn(entry, key)) && textIn(entry, 'whole') === (whole ?? ''),
    );
    const signed = (entry: JsonObject): string => textIn(entry, 'sign') || (key === 'supports' ? '+' : '-');
    const same = open.filter((entry) => signed(entry) === sign);
    const left = open.filter(
      (entry) => !this.#there.has([from, textIn(entry, key), signed(entry)].join('\n')),
    );
    const found = same.length > 0 ? same : left;
    this.#open.set(
      from,
      (this.#open.get(from) ?? []).filter((entry) => !found.includes(entry)),
    );
    return found;
  }

  #support(from: string, { to }: ArgdownRelation): void {
    const structure = this.#structure(to);
    const conclusion = structure?.conclusion ?? this.#reading.at(to);
    const whole = structure && 'title' in to ? to.title : null;
    const kept = keptOfRelation('relation', whole);
    const premises = [{ claim: from, role: null }];
    const said = { fields: { premises, conclusion }, ...kept };
    this.#note({ premises, conclusion });
    const wanted = { targets: new Set([conclusion]), whole, sign: '+' };
    for (const id of this.#put('inference', 'supports', from, wanted, said))
      this.#from.set(from, [...(this.#from.get(from) ?? []), id]);
  }

  #attack(from: string, { type, from: source, to }: ArgdownRelation): void {
    const { id, whole } = this.#target(from, type, to);
    if (id === '') return;
    const isOnStep = this.#reading.records.get(id)?.kind === 'inference';
    const attack = isOnStep || type === 'undercut' ? 'undercut' : 'rebut';
    const fields = { from, to: id, attack, mutual: both.has(type) };
    const said = { fields, ...keptOfRelation(type, whole) };
    // An undercut of a sketch may be meant for the claim that it is.
    const targets = new Set([id, ...(type === 'undercut' && whole !== null ? [this.#reading.at(to)] : [])]);
    const sign = signOf[type];
    // What excludes both ways may have been written from the other side.
    const other =
      both.has(type) && source.kind !== 'step'
        ? this.#entries(id, 'attacks', { targets: new Set([from]), whole: null, sign })
        : [];
    for (const entry of other)
      this.#record('conflict', entry, { ...said, fields: { ...fields, from: id, to: from } });
    if (other.length === 0 || this.#has(from, id))
      this.#put('conflict', 'attacks', from, { targets, whole, sign }, this.#told(said));
  }

  #has(from: string, to: string): boolean {
    return (this.#open.get(from) ?? []).some((entry) => textIn(entry, 'attacks') === to);
  }

  /** In a file of another program it is the structure that tells whether a premise is attacked, or a conclusion. */
  #told(said: SaidOf): SaidOf {
    const { to, attack } = said.fields as { to: string; attack: string };
    const isPremise = attack === 'rebut' && this.#used.has(to) && !this.#concluded.has(to);
    return isPremise ? { ...said, fields: { ...said.fields, attack: 'undermine' } } : said;
  }

  #target(from: string, type: string, to: End): Target {
    const structure = this.#structure(to);
    if (structure && 'title' in to) return { id: structure.last, whole: to.title };
    const id = this.#reading.at(to);
    if (type !== 'undercut' || to.kind !== 'argument') return { id, whole: null };
    // A sketch is undercut in the step that it is: the one our part names, or its only one.
    const steps = this.#from.get(id) ?? [];
    const named = (this.#open.get(from) ?? []).map((entry) => textIn(entry, 'attacks'));
    const step = steps.find((one) => named.includes(one)) ?? (steps.length === 1 ? steps[0] : undefined);
    return { id: step ?? id, whole: to.title };
  }

  /** Keeps what a relation says, once for each entry of our part, or once where there is none; answers the ids. */
  #put(
    kind: 'inference' | 'conflict',
    key: Key,
    from: string,
    wanted: Wanted,
    said: SaidOf,
  ): readonly string[] {
    const entries = this.#entries(from, key, wanted);
    return (entries.length > 0 ? entries : [null]).map((entry) => this.#record(kind, entry, said));
  }

  #record(kind: 'inference' | 'conflict', entry: JsonObject | null, said: SaidOf): string {
    const reading = this.#reading;
    const { from, to, premises, conclusion, mutual } = said.fields;
    const id = reading.id(
      entry,
      null,
      kind,
      JSON.stringify([from ?? premises, to ?? conclusion, mutual ?? null]),
    );
    const isOurs = entry !== null && idIn(entry) !== '';
    const attack = {
      attack: isOurs && said.fields['attack'] !== 'undercut' ? 'rebut' : said.fields['attack'],
    };
    const named = textIn(entry, 'attacks');
    const fields =
      kind === 'conflict' ? { ...said.fields, ...attack, to: named === '' ? to : named } : said.fields;
    const part = entry && without(entry, ['supports', 'attacks', 'whole', 'sign']);
    reading.keep(restored(kind, id, part, { ...said, fields }, reading.stamp), part);
    return id;
  }
}

/** Takes all relations: first what supports, since an undercut may mean such a step. */
export function readLinks(reading: ArgdownReading): void {
  const links = new LinkReading(reading);
  const { relations } = reading.document;
  for (const relation of relations) if (relation.type === 'support') links.take(relation);
  for (const relation of relations) if (relation.type !== 'support') links.take(relation);
}
