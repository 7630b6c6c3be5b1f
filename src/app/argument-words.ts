/** What an argument that is taken in would change, in a person's words. */
import type { NotebookRecord, RecordKind } from '../model/records.ts';
import type { ArgumentPlan } from './argument-plan.ts';

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const joined = (parts: readonly string[]): string => {
  const last = parts.at(-1) ?? '';
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
};

const kindWords: Partial<Record<RecordKind, readonly [one: string, many: string]>> = {
  claim: ['claim', 'claims'],
  inference: ['step', 'steps'],
  conflict: ['attack', 'attacks'],
  group: ['group', 'groups'],
  preference: ['preference', 'preferences'],
  pin: ['place on the map', 'places on the map'],
  presentation: ['order of showing', 'orders of showing'],
  extra: ['part that only its own program reads', 'parts that only their own program reads'],
};

/** `5 claims, 4 steps and 2 attacks`; what only other programs read is named where there is nothing else. */
export function countedKinds(records: readonly NotebookRecord[]): string {
  const counts = new Map<RecordKind, number>();
  for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (counts.size > 1) counts.delete('extra');
  return joined(
    Object.entries(kindWords).flatMap(([kind, [one, many]]) => {
      const count = counts.get(kind as RecordKind);
      return count === undefined ? [] : [counted(count, one, many)];
    }),
  );
}

/** All that is to be known before, in one sentence for each thing; the first says the most. */
export function argumentSentences(plan: ArgumentPlan): readonly string[] {
  const { fresh, changed, conflicts, same, gone, findings, otherPaper } = plan;
  const isNothing = fresh.length + changed.length + conflicts.length === 0;
  const papers =
    otherPaper === ''
      ? 'another paper, or another text of this one'
      : `“${otherPaper}”, or another text of it`;
  return [
    isNothing ? 'Nothing in this file is new here.' : '',
    fresh.length > 0 ? `New: ${countedKinds(fresh)}.` : '',
    changed.length > 0 ? `Changed in the file: ${counted(changed.length, 'record', 'records')}.` : '',
    conflicts.length > 0
      ? `Changed in the file and here: ${counted(conflicts.length, 'record', 'records')}; choose below.`
      : '',
    same > 0 ? `As they are here: ${counted(same, 'record', 'records')}.` : '',
    gone.length > 0
      ? `No longer in the file: ${countedKinds(gone)}. They stay unless you say otherwise.`
      : '',
    otherPaper === null ? '' : `The file was made on ${papers}: passages may stand elsewhere, or nowhere.`,
    findings.length > 0 ? `${counted(findings.length, 'remark', 'remarks')} on the file; see below.` : '',
  ].filter(Boolean);
}

const fieldWords: Readonly<Record<string, string>> = {
  wording: 'wording',
  wordings: 'other wordings',
  targets: 'passages',
  notes: 'notes',
  role: 'role',
  group: 'group',
  aside: 'standing aside',
  premises: 'premises',
  conclusion: 'conclusion',
  gist: 'gist',
  implicit: 'being implicit',
  scheme: 'scheme',
  qualifier: 'qualifier',
  questions: 'critical questions',
  question: 'critical question',
  from: 'attacker',
  to: 'what is attacked',
  attack: 'kind of attack',
  mutual: 'being mutual',
  title: 'title',
  section: 'section',
  parent: 'group around it',
  over: 'what is preferred',
  under: 'what it is preferred to',
  steps: 'steps',
  content: 'words',
  foreign: 'what other programs said of it',
};

/** A field as one says it. */
export const fieldName = (field: string): string => fieldWords[field] ?? field;

/** So much of a value is shown. */
const longest = 240;

/** A value in words; records by what they say. */
export function valueWords(value: unknown, name: (id: string) => string): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'string') {
    const words = name(value);
    return words.length > longest ? `${words.slice(0, longest)} …` : words;
  }
  if (Array.isArray(value)) {
    const items = value.map((one: unknown) => itemWords(one, name));
    return items.length === 0 ? 'none' : valueWords(items.join('; '), (words) => words);
  }
  return JSON.stringify(value);
}

/** An item of a list: a premise by its claim, a passage by its words, a wording by its text. */
function itemWords(item: unknown, name: (id: string) => string): string {
  if (typeof item !== 'object' || item === null) return typeof item === 'string' ? name(item) : String(item);
  const { claim, role, exact, text, question, answer } = item as Readonly<Record<string, unknown>>;
  if (typeof claim === 'string') return typeof role === 'string' ? `${name(claim)} (${role})` : name(claim);
  const words = [exact, text].find((one) => typeof one === 'string');
  return words ?? [question, answer].filter((one) => typeof one === 'string').join(': ');
}

/** What a record is called in a list. */
export function recordName(record: NotebookRecord, nameOf: (id: string) => string): string {
  if (record.kind === 'claim') return record.wording === '' ? 'A claim without words' : record.wording;
  if (record.kind === 'group' || record.kind === 'presentation') return record.title;
  if (record.kind === 'inference') return `Step to: ${nameOf(record.conclusion)}`;
  if (record.kind === 'conflict') return `Attack by: ${nameOf(record.from)}`;
  if (record.kind === 'preference') return `Preference of: ${nameOf(record.over)}`;
  if (record.kind === 'pin') return `Place of: ${nameOf(record.claim)}`;
  return 'What the file says besides';
}
