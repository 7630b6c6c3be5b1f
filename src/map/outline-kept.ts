/** The outline's open field as text, so that a reload finds it open again. */
import { claimRoles } from '../model/argument-records.ts';
import type { Writing } from './outline-writing.ts';

const inLine = ['wording', 'another', 'notes', 'group', 'gist'] as const;
const relations = ['supports', 'attacks', 'undercuts', 'premise'] as const;

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string';
const textOrNull = (value: unknown): string | null => (isText(value) ? value : null);

function readNew(fields: Fields): Writing {
  const { relation, to } = (typeof fields['spot'] === 'object' ? (fields['spot'] ?? {}) : {}) as Fields;
  const known = relations.find((one) => one === relation);
  return {
    kind: 'new',
    // What it was to bear on may be anything: then the words are a claim of their own, and not lost.
    spot: known && isText(to) ? { relation: known, to } : { relation: 'free', to: null },
    key: textOrNull(fields['key']),
    isBeside: fields['isBeside'] === true,
    role: claimRoles.find((role) => role === fields['role']) ?? 'premise',
    group: textOrNull(fields['group']),
  };
}

/** The writing that a text says; null where it says none. */
export function readWriting(text: string | null): Writing | null {
  let value: unknown;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Fields;
  const { kind, id, key, wording } = fields;
  if (kind === 'new') return readNew(fields);
  if (!isText(id) || !isText(key)) return null;
  if (kind === 'rewording') return isText(wording) ? { kind, id, wording, key } : null;
  const known = inLine.find((one) => one === kind);
  return known ? { kind: known, id, key } : null;
}

/** The text that says a writing. */
export const writeWriting = (writing: Writing): string => JSON.stringify(writing);
