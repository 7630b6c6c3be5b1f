/** Notebooks as files (`reading.json`, handouts): checked on the way in, whole on the way out. */
import { Fault } from '../model/fault.ts';
import type { NotebookFile, NotebookRecord } from '../model/records.ts';
import { list, object, text, Unsound, type Shape } from '../model/shapes.ts';
import { hash, id, limits, readRecord } from './validate.ts';

const most = 100_000;

const name = text(limits.name);

/** Everything of a notebook's file but its records and the words that say what it is. */
export type NotebookHead = Pick<NotebookFile, 'id' | 'name' | 'creator' | 'paper'>;

const is =
  <T>(only: T): Shape<T> =>
  (value) =>
    value === only ? only : new Unsound(`is not ${JSON.stringify(only)}`);

const file = object<NotebookFile>({
  type: is('warrant-notebook'),
  version: is(1),
  id,
  name,
  creator: name,
  paper: object<NotebookFile['paper']>({
    id,
    title: name,
    hash,
  }),
  records: list(readRecord, most),
});

/**
 * Reads a notebook's file: its text, or the value that the text stands for. The answer is a deeply frozen
 * copy without anything unknown.
 * Throws `notebook/malformed` with the place (`records.12.targets.0.end is not …`) where anything is wrong,
 * an id that occurs twice included.
 */
export function readNotebookFile(json: unknown): NotebookFile {
  const read = file(typeof json === 'string' ? parse(json) : json);
  if (read instanceof Unsound) throw new Fault('notebook/malformed', read.toString());
  const seen = new Set<string>();
  for (const [at, record] of read.records.entries()) {
    if (seen.has(record.id)) throw new Fault('notebook/malformed', `records.${at}.id occurs twice`);
    seen.add(record.id);
  }
  return read;
}

/**
 * The text of a notebook's file, ending in a line break. `readNotebookFile` gives back the same.
 * Throws RangeError where what is to be written could not be read again.
 */
export function writeNotebookFile(head: NotebookHead, records: Iterable<NotebookRecord>): string {
  const { id: notebook, name: title, creator, paper } = head;
  const whole = { type: 'warrant-notebook', version: 1, id: notebook, name: title, creator, paper };
  const read = file({ ...whole, records: [...records] });
  if (read instanceof Unsound) throw new RangeError(`The notebook cannot be written: ${read.toString()}.`);
  return `${JSON.stringify(read, null, 2)}\n`;
}

/** The records of a file by id, in the file's order: what a read-only layer shows. */
export const fileRecords = (notebook: NotebookFile): ReadonlyMap<string, NotebookRecord> =>
  new Map(notebook.records.map((record) => [record.id, record]));

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Fault('notebook/malformed', 'it is not JSON', { cause });
  }
}
