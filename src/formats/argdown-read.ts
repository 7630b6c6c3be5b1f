/** Reads any Argdown file into records: ours as they were written, those of others with what Warrant has no word for kept. */
import { Fault } from '../model/fault.ts';
import type { Claim } from '../model/argument-records.ts';
import type { NotebookRecord } from '../model/records.ts';
import { mostClaims, type ArgumentFile } from './argument-file.ts';
import { isReconstructed, type ArgdownComment } from './argdown-document.ts';
import { readFront, type Front } from './argdown-front.ts';
import { argdownGrammar } from './argdown-grammar.ts';
import { idIn, restored } from './argdown-own.ts';
import { readClaims } from './argdown-read-claims.ts';
import { readLinks } from './argdown-read-links.ts';
import { readSteps } from './argdown-read-steps.ts';
import { ArgdownReading } from './argdown-reading.ts';
import { parsedAround, type Recovered } from './argdown-recovery.ts';
import { scanArgdown } from './argdown-scan.ts';
import { commentSum } from './comment-sum.ts';
import type { Finding } from './finding.ts';
import { textIn, without, type JsonObject } from './json-values.ts';

/** What a reading must know besides the text. */
export interface ArgdownScene {
  /** When what says no date is said to be made: an ISO date in UTC. */
  readonly now: string;
  /** A file's name, for messages only. */
  readonly name: string;
}

/** Keeps what belongs to no record. */
function keepExtra(reading: ArgdownReading, part: JsonObject | null, what: string, content: unknown): void {
  const text = JSON.stringify(content);
  const id = reading.id(part, null, what, text);
  const said = { fields: { format: 'argdown', what, content: text }, full: null, hasMore: false };
  reading.keep(restored('extra', id, part && without(part, ['sum']), said, reading.stamp), part);
}

function keepComments(reading: ArgdownReading, comments: readonly ArgdownComment[], front: Front): void {
  const open = [...front.comments];
  for (const { words, before } of comments) {
    const at = open.findIndex((part) => textIn(part, 'sum') === commentSum(words));
    const [part = null] = at < 0 ? [] : open.splice(at, 1);
    keepExtra(reading, part, 'comment', { words, before: placeOf(reading, before) });
  }
}

/** The id of the record that a comment stands before; null at the end. */
function placeOf(reading: ArgdownReading, before: ArgdownComment['before']): string | null {
  if (!before) return null;
  if (!('kind' in before)) return reading.groups.get(before) ?? null;
  const argument = before.kind === 'argument' ? reading.document.arguments.get(before.title) : undefined;
  const { title, kind } = before;
  const id =
    argument && isReconstructed(argument)
      ? reading.at({ kind: 'step', title, step: argument.steps.length - 1 })
      : reading.at({ kind, title });
  return id === '' ? null : id;
}

/** Records that no element says, as they were written. */
function keepRest(reading: ArgdownReading, { records }: Front): void {
  for (const part of records) {
    const id = reading.id(part, null, 'record', JSON.stringify(part));
    const record = { ...without(part, ['base']), id } as unknown as NotebookRecord;
    reading.keep(record, idIn(part) === id ? part : null);
  }
}

/** In a file of another program a claim that others lead to, and that leads nowhere, is a conclusion. */
function nameConclusions(reading: ArgdownReading): void {
  const reached = new Set<string>();
  const leading = new Set<string>();
  for (const record of reading.records.values()) {
    if (record.kind === 'conflict') leading.add(record.from);
    if (record.kind !== 'inference') continue;
    reached.add(record.conclusion);
    record.premises.forEach(({ claim }) => leading.add(claim));
  }
  for (const id of reached) {
    const record = reading.records.get(id);
    if (record?.kind !== 'claim' || leading.has(id) || reading.parts.has(id)) continue;
    const claim: Claim = { ...record, role: 'conclusion' };
    reading.records.set(id, claim);
  }
}

const troubleFindings = ({ troubles }: Recovered): readonly Finding[] =>
  troubles.map(({ line, column, words }) => ({
    entry: null,
    key: '',
    line,
    words: column > 1 ? `column ${column}: ${words}` : words,
  }));

/** More elements than so many lines can define. */
const definitions = /^[ \t]*(?:[-+_<>]{1,2}[ \t]*|\(\d+\)[ \t]*)?(?:\[[^\n\]]+\]:|<[^\n>]+>:)/gmu;

function refuseMany(count: number, name: string): void {
  if (count > mostClaims) throw new Fault('argument/too-many', name);
}

/**
 * Reads an Argdown file. What stands in braces under our key is believed where the text does not say otherwise. Rejects
 * with a Fault `argument/too-many` above 20,000 claims, `argument/broken` where nothing in it could be read.
 */
export async function readArgdown(given: string, { now, name }: ArgdownScene): Promise<ArgumentFile> {
  // A comment ends with its line: the last one too.
  const text = `${given.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')}\n`;
  refuseMany([...text.matchAll(definitions)].length, name);
  const grammar = await argdownGrammar();
  const recovered = parsedAround(grammar.parse, text);
  const { document, findings, unread } = scanArgdown(recovered, grammar);
  refuseMany(document.statements.size + document.arguments.size, name);
  const troubles = troubleFindings(recovered);
  if (
    document.statements.size + document.arguments.size + document.sections.length === 0 &&
    troubles.length > 0
  )
    throw new Fault('argument/broken', name);
  const front = readFront(document);
  const stamp = { by: front.by, at: front.at === '' ? now : front.at };
  const reading = new ArgdownReading(document, front.title, stamp, [...troubles, ...findings]);
  readClaims(reading);
  readSteps(reading);
  readLinks(reading);
  nameConclusions(reading);
  keepRest(reading, front);
  if (front.source !== '') keepExtra(reading, front.front, 'front-matter', front.source);
  keepComments(reading, document.comments, front);
  for (const one of [...recovered.unread, ...unread]) keepExtra(reading, null, 'unread', one);
  const { title, made, paper, held } = front;
  const records = [...reading.records.values()];
  const { findings: remarks, bases } = reading;
  const file = { format: 'argdown', title, records, findings: remarks, bases, made, paper } as const;
  return held === '' ? file : { ...file, held };
}
