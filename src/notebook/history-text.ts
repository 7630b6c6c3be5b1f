/** The history of a notebook as text and back: what a tab keeps of undo and redo over a reload. */
import { list, nullable, object, oneOf, text, Unsound, type Shape } from '../model/shapes.ts';
import type { Past, Stacks, Step } from './history.ts';
import { id, limits } from './part-shapes.ts';
import { readRecord } from './validate.ts';

/** So many edits of each stack are kept, and so many UTF-16 units of both: all of a tab share some five million. */
export const most = Object.freeze({ edits: 200, length: 1_000_000, steps: 5_000 });

const words = text(limits.name);
const record = nullable(readRecord);

const fields = object<Step>({ id, from: record, to: record });

/** A step about one record: the same id, and the same kind before and after. */
const step: Shape<Step> = (value) => {
  const read = fields(value);
  if (read instanceof Unsound) return read;
  const { from, to } = read;
  if (!from && !to) return new Unsound('is about no record');
  const isOne =
    [from, to].every((one) => !one || one.id === read.id) && (from ?? to)?.kind === (to ?? from)?.kind;
  return isOne ? read : new Unsound('is about two records');
};

const past: Shape<Past> = (value) => {
  const read = object<Omit<Past, 'joins'>>({ label: words, steps: list(step, most.steps) })(value);
  // What is typed after a reload is a step of its own.
  return read instanceof Unsound ? read : Object.freeze({ ...read, joins: null });
};

const whole = object<Stacks & { readonly version: 'warrant-history-1' }>({
  version: oneOf<'warrant-history-1'>('warrant-history-1'),
  undo: list(past, most.edits),
  redo: list(past, most.edits),
});

/** Each edit is written once, however often the history is. */
const written = new WeakMap<Past, string>();

function write(one: Past): string {
  const known = written.get(one);
  if (known !== undefined) return known;
  const { label, steps } = one;
  const json = JSON.stringify({ label, steps });
  written.set(one, json);
  return json;
}

/** The newest edits of a stack, as far as `room` (UTF-16 units) goes; one that does not fit ends it. */
function newest(
  stack: readonly Past[],
  room: number,
): { readonly parts: readonly string[]; readonly left: number } {
  const parts: string[] = [];
  let left = room;
  for (const one of stack.slice(-most.edits).reverse()) {
    if (one.steps.length > most.steps) break;
    const part = write(one);
    if (part.length + 1 > left) break;
    left -= part.length + 1;
    parts.unshift(part);
  }
  return { parts, left };
}

/** The history as text of at most some `most.length` units: its newest edits, those to be undone first. */
export function writeHistory({ undo, redo }: Stacks): string {
  const done = newest(undo, most.length);
  const undone = newest(redo, done.left);
  return `{"version":"warrant-history-1","undo":[${done.parts.join(',')}],"redo":[${undone.parts.join(',')}]}`;
}

/** Reads what `writeHistory` wrote; null where it is anything else. Every record in it is sound. Never throws. */
export function readHistory(json: string): Stacks | null {
  try {
    const read = whole(JSON.parse(json));
    return read instanceof Unsound ? null : { undo: read.undo, redo: read.redo };
  } catch {
    return null;
  }
}
