/** Statements, sketched arguments and headings of an Argdown document as claims and groups. */
import type { Wording } from '../model/argument-records.ts';
import {
  canonical,
  isReconstructed,
  sectionOf,
  type ArgdownSection,
  type Occurrence,
} from './argdown-document.ts';
import { keptOfClaim, keptOfGroup } from './argdown-foreign.ts';
import { exactly, idIn, partOf, restored, withoutPart } from './argdown-own.ts';
import type { ArgdownReading } from './argdown-reading.ts';
import { isObject, objectIn, own, textIn, without as withoutKeys, type JsonObject } from './json-values.ts';

/** Joins data as Argdown does: deep, and lists place by place. */
function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other))
    return Array.from({ length: Math.max(one.length, other.length) }, (_, at) =>
      at < other.length ? merged(one[at], other[at]) : (one[at] as unknown),
    );
  if (!isObject(one) || !isObject(other)) return other === undefined ? one : other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(own(one, key), own(other, key))]));
}

/** The data of all places of an element, without ours. */
export const dataOf = (members: readonly Occurrence[]): JsonObject =>
  members.reduce<JsonObject>((all, { data }) => merged(all, withoutPart(data)) as JsonObject, {});

/** The tags of all places. */
export const tagsOf = (members: readonly Occurrence[]): readonly string[] => [
  ...new Set(members.flatMap(({ tags }) => tags)),
];

/** The member that says the canonical wording: the one that bears our id, or else as Argdown has it. */
const chief = (members: readonly Occurrence[]): Occurrence | undefined =>
  members.find((one) => !one.isReference && idIn(partOf(one.data)) !== '') ?? canonical(members);

/** Of what is only referred to: the place with our part, or the first. */
const bearerOf = (members: readonly Occurrence[]): Occurrence | undefined =>
  members.find(({ data }) => partOf(data) !== null) ?? members[0];

class ClaimReading {
  readonly #reading: ArgdownReading;

  constructor(reading: ArgdownReading) {
    this.#reading = reading;
  }

  groups(): void {
    for (const section of this.#reading.document.sections) {
      const part = partOf(section.data);
      if (own(part, 'isEmpty') !== true) this.#group(section, part);
    }
  }

  #group(section: ArgdownSection, part: JsonObject | null): void {
    const reading = this.#reading;
    const { words, source, parent, line } = section;
    const id = reading.id(part, line, 'heading', parent?.words ?? '', words);
    reading.groups.set(section, id);
    const level = section.level === (parent?.level ?? 0) + 1 ? null : section.level;
    const isOurs = part !== null && own(part, 'from') !== 'argdown';
    // What every group of ours says of itself is no news.
    const data = withoutKeys(withoutPart(section.data), isOurs ? ['isGroup'] : []);
    const { full, hasMore } = keptOfGroup({ words, source, tags: [] }, level, data);
    const title = exactly(part, 'title', words).slice(0, 1000);
    const fields = { title, parent: this.#groupOf(parent) };
    const said = { fields, full, hasMore: hasMore && title === words };
    reading.keep(restored('group', id, without(part, 'title'), said, reading.stamp), part);
  }

  #groupOf(section: ArgdownSection | null): string | null {
    return section ? (this.#reading.groups.get(section) ?? null) : null;
  }

  /** Takes a statement, or an argument that is sketched. */
  claim(title: string, members: readonly Occurrence[], isSketch: boolean): void {
    const reading = this.#reading;
    const main = chief(members);
    const bearer = main ?? bearerOf(members);
    const part = partOf(bearer?.data ?? null);
    const kind = isSketch ? 'argument' : 'statement';
    const shown = main?.words ?? title;
    const names = title.startsWith('Untitled ') ? ['untitled', shown] : ['titled', title];
    const id = reading.id(part, bearer?.line ?? null, kind, ...names);
    reading.name({ kind, title }, id);
    const others = this.#others(members, main, part !== null);
    const content = main ?? { words: title, source: '', tags: [] };
    const inText = new Set([content, ...others].flatMap(({ tags }) => tags));
    const references = tagsOf(members).filter((tag) => !inText.has(tag));
    const isDefined = main !== undefined;
    const kept = keptOfClaim({
      title,
      isSketch,
      isDefined,
      content,
      others,
      references,
      data: dataOf(members),
    });
    const fields = {
      wording: exactly(part, 'wording', shown),
      wordings: others.map((one) => this.#wording(id, one)),
      group: this.#groupOf(sectionOf(members)),
    };
    const record = restored('claim', id, without(part, 'wording'), { fields, ...kept }, reading.stamp);
    reading.keep(record, part);
    if (part) reading.parts.set(id, part);
    this.#pin(id, part);
  }

  /** The other wordings, each once. */
  #others(
    members: readonly Occurrence[],
    main: Occurrence | undefined,
    isOurs: boolean,
  ): readonly Occurrence[] {
    const seen = new Set([main?.words]);
    return members.filter((one) => {
      if (one === main || one.isReference) return false;
      const isKnown = seen.has(one.words) && !(isOurs && textIn(partOf(one.data), 'of') !== '');
      seen.add(one.words);
      return !isKnown;
    });
  }

  #wording(claim: string, { words, data, title }: Occurrence): Wording {
    const part = partOf(data);
    const given = textIn(part, 'of');
    const id = given === '' ? this.#reading.made('wording', title, claim, words) : given;
    return { id, text: exactly(part, 'text', words) };
  }

  #pin(claim: string, part: JsonObject | null): void {
    const pin = objectIn(part, 'pin');
    if (!pin) return;
    const id = `pin-${claim}`;
    const said = { fields: { claim }, full: null, hasMore: false };
    this.#reading.keep(restored('pin', id, pin, said, this.#reading.stamp), { ...pin, id });
  }
}

/** Our part without a field that has been read already. */
export const without = (part: JsonObject | null, ...keys: readonly string[]): JsonObject | null =>
  part && Object.fromEntries(Object.entries(part).filter(([key]) => !keys.includes(key)));

/** Takes headings, statements and sketches, in this order. */
export function readClaims(reading: ArgdownReading): void {
  const claims = new ClaimReading(reading);
  claims.groups();
  for (const { title, members } of reading.document.statements.values()) claims.claim(title, members, false);
  for (const argument of reading.document.arguments.values())
    if (!isReconstructed(argument)) claims.claim(argument.title, argument.members, true);
}
