/**
 * Reads an argument from AIF in JSON: of AIFdb, xAIF, OVA 2 and 3, or of our own. What the map has no word for is kept,
 * with the records or beside them, so that the file can go out again as it came (`aif-write`).
 */
import type { NotebookRecord } from '../model/records.ts';
import { isSame } from '../model/same.ts';
import type { ArgumentFile } from './argument-file.ts';
import { takeClaims } from './aif-claims.ts';
import { takeApart, type AifFile } from './aif-file.ts';
import { graphOf, type AifGraph } from './aif-graph.ts';
import { fileExtras, keptText, printsOf, type Part } from './aif-kept.ts';
import { nodeId, ownKey, ownName } from './aif-names.ts';
import { bareBase, withKept } from './aif-bases.ts';
import { ownBase, rootRecords } from './aif-own.ts';
import { parseAif } from './aif-parse.ts';
import { shaped, shapeOf } from './aif-roles.ts';
import { takeAttacks, takePreferences, takeSteps } from './aif-steps.ts';
import { takeEntries, Taking } from './aif-taking.ts';
import { told } from './aif-told.ts';
import { writtenAgain } from './aif-again.ts';
import type { Finding } from './finding.ts';
import { idFor } from './foreign-id.ts';
import { isObject, own, textIn } from './json-values.ts';

/** Most nodes that are read of a file. */
export const mostNodes = 60_000;

const nothing = (words: string): ArgumentFile => ({
  format: 'aif',
  title: '',
  records: [],
  findings: [{ entry: null, key: '', line: null, words }],
  bases: new Map(),
  made: null,
  paper: null,
});

/** Gives claims and attacks of which the file does not say what they are the part that the argument's shape gives them. */
function shape({ records, parts, twins }: Taking): void {
  const whole = shapeOf(records.values());
  for (const [id, record] of records) {
    const of = parts.get(twins.get(id) ?? id);
    const node = own(of?.find(({ slot }) => slot === 'node')?.item, ownKey);
    const field = record.kind === 'claim' ? 'role' : 'attack';
    if (own(node, field) === undefined) records.set(id, shaped(record, whole));
  }
}

/** Reads records out of a file that was taken apart. */
function take(file: AifFile, graph: AifGraph, now: string): Taking {
  const taking = new Taking(file, graph, now);
  const claims = takeClaims(taking);
  const steps = takeSteps(taking, claims);
  takeAttacks(taking, claims, steps);
  takePreferences(taking, claims, steps);
  shape(taking);
  for (const { record } of rootRecords(file.frame)) {
    const id = String(record['id']);
    // They are no more than objects with an id and a kind: whoever takes them in checks them.
    if (!taking.records.has(id)) taking.records.set(id, record as unknown as NotebookRecord);
  }
  takeEntries(taking);
  return taking;
}

/** The key of a file: the same as long as its nodes have the same names, and its records the same ids. */
const keyOf = ({ graph, records }: Taking): string =>
  idFor(
    `aif-file:${JSON.stringify([graph.nodes.map(({ name, type }) => [name, type]), [...records.keys()]])}`,
  );

/** The elements of the lists that no record was read of. */
function restOf({ file, parts }: Taking): Part[] {
  const taken = new Set([...parts.values()].flat().map(({ list, at }) => `${list}:${at}`));
  return [...file.lists].flatMap(([list, items]) =>
    items.flatMap((item, at) => (taken.has(`${list}:${at}`) ? [] : [{ slot: '', list, at, item }])),
  );
}

/** The records with all that the file says of them, and the rest of the file as extras. */
function kept(taking: Taking): NotebookRecord[] {
  const { file, graph, records, parts, twins, now } = taking;
  const key = keyOf(taking);
  const long = new Map<string, readonly Part[]>();
  const withForeign = [...records.values()].map((record): NotebookRecord => {
    const [own, twin] = [parts.get(record.id) ?? [], twins.get(record.id) ?? null];
    if (own.length === 0 && twin === null) return record;
    const value = { file: key, parts: own, was: printsOf(record), twin };
    const foreign = keptText(value, (tooLong) => long.set(record.id, tooLong));
    return { ...record, foreign } as NotebookRecord;
  });
  const { wrapper, base, layout, frame } = file;
  const rest = restOf(taking);
  const whole = { file: key, wrapper, base, layout, frame, rest, loose: [...graph.loose] };
  return [...withForeign, ...fileExtras(whole, long, { creator: '', created: now, modified: now })];
}

/** What the records of a file of ours were; `records` as they are handed on. */
function basesOf({ parts, file }: Taking, records: readonly NotebookRecord[]): ReadonlyMap<string, string> {
  const bases = new Map<string, string>();
  const beside = new Map(rootRecords(file.frame).map(({ record, base }) => [record['id'], base]));
  for (const record of records) {
    const node = parts.get(record.id)?.find(({ slot }) => slot === 'node')?.item;
    const isOurs = isObject(node) && ownName(node, nodeId(node)) !== null;
    const base = isOurs ? (ownBase(node) ?? bareBase(record)) : beside.get(record.id);
    if (base) bases.set(record.id, withKept(base, record));
  }
  return bases;
}

function paperOf(file: AifFile): ArgumentFile['paper'] {
  const paper = own(own(file.frame, ownKey), 'paper');
  const [title, hash] = [textIn(paper, 'title'), textIn(paper, 'hash')];
  return title === '' && hash === '' ? null : { title, hash };
}

/** What a file calls itself: under our key, or as OVA 2 has it. */
const titleOf = ({ frame }: AifFile): string =>
  (textIn(own(frame, ownKey), 'title') || textIn(own(frame, 'analysis'), 'documentTitle')).slice(0, 300);

/**
 * Reads a file. Never throws: what is no AIF gives no records and a finding that says why. `now` is for what has no date
 * of its own.
 */
export function readAif(text: string, now = new Date().toISOString()): ArgumentFile {
  const parsed = parseAif(text);
  if ('why' in parsed) return nothing(parsed.why);
  const file = takeApart(parsed.value);
  if (!file) return nothing('the file has no list of nodes, so it is no AIF; not read');
  const count = file.lists.get('nodes')?.length ?? 0;
  if (count > mostNodes) {
    const [has, most] = [count, mostNodes].map((one) => one.toLocaleString('en'));
    return nothing(`the file has ${has} nodes, and at most ${most} are read; not read`);
  }
  const taking = take(file, graphOf(file), now);
  const again = writtenAgain([...taking.records.values()], file, parsed.value);
  const isOurs = again !== null && isSame(again.made, again.found);
  const mended: Finding[] = parsed.mended.map((words) => ({ entry: null, key: '', line: null, words }));
  const records = isOurs ? [...taking.records.values()] : kept(taking);
  const held = textIn(own(file.frame, ownKey), 'held');
  return {
    ...(held === '' ? {} : { held }),
    format: 'aif',
    title: titleOf(file),
    records,
    findings: [...mended, ...taking.findings, ...told(taking)],
    bases: basesOf(taking, records),
    made: textIn(own(file.frame, ownKey), 'made') || null,
    paper: paperOf(file),
  };
}
