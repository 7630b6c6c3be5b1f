/** Notebooks as files (`reading.json`, handouts): checked on the way in, whole on the way out. */
import { Fault } from '../model/fault.ts';
import type { HandoutSettings, NotebookFile } from '../model/notebook-file.ts';
import type { NotebookRecord } from '../model/records.ts';
import { list, object, offset, partial, text, Unsound, type Shape } from '../model/shapes.ts';
import { date, hash, id, limits } from './part-shapes.ts';
import { readRecord } from './validate.ts';

const most = 100_000;

/** So many records are read before the page may breathe. */
const portion = 100;

/** Longest text of a paper that may come along, in UTF-16 units. */
const longestText = 20_000_000;

/** Most marks that a handout may ask for. */
export const mostBefore = 1_000;

const name = text(limits.name);

/** Everything of a notebook's file but its records and the words that say what it is. */
export type NotebookHead = Omit<NotebookFile, 'type' | 'version' | 'records'>;

const is =
  <T>(only: T): Shape<T> =>
  (value) =>
    value === only ? only : new Unsound(`is not ${JSON.stringify(only)}`);

const few: Shape<number> = (value) => {
  const read = offset(value);
  return read instanceof Unsound || read <= mostBefore ? read : new Unsound(`is more than ${mostBefore}`);
};

type Paper = NotebookFile['paper'];
type Must = Omit<NotebookFile, 'made' | 'settings' | 'answers' | 'records'>;

const must = object<Must>({
  type: is('warrant-notebook'),
  version: is(1),
  id,
  name,
  creator: name,
  paper: object<Paper>({
    id,
    title: name,
    hash,
  }),
});

const may = partial<Pick<NotebookFile, 'made' | 'settings' | 'answers'>>({
  made: date,
  settings: object<HandoutSettings>({ before: few, instructions: text(limits.body) }),
  answers: id,
});

const paperMay = partial<Pick<Paper, 'text'>>({ text: text(longestText) });

/** What is null says no more than what is not there. */
const withoutNulls = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null))
    : value;

/** All of a file but its records. */
function readHead(value: unknown): Omit<NotebookFile, 'records'> | Unsound {
  const head = must(value);
  if (head instanceof Unsound) return head;
  const more = may(withoutNulls(value));
  if (more instanceof Unsound) return more;
  const words = paperMay(withoutNulls((value as { readonly paper: unknown }).paper));
  if (words instanceof Unsound) return words.within('paper');
  return Object.freeze({ ...head, paper: Object.freeze({ ...head.paper, ...words }), ...more });
}

const refuse = (why: Unsound): never => {
  throw new Fault('notebook/malformed', why.toString());
};

/**
 * Reads a notebook's file in steps far shorter than a frame, its text parsed first. The last step answers a deeply
 * frozen copy without anything unknown; throws as `readNotebookFile` does.
 */
export function* notebookFileSteps(json: unknown): Generator<void, NotebookFile> {
  const value = typeof json === 'string' ? parse(json) : json;
  const head = readHead(value);
  if (head instanceof Unsound) return refuse(head);
  if (!Object.hasOwn(value as object, 'records')) return refuse(new Unsound('is missing', 'records'));
  const all = list<unknown>((one) => one, most)((value as { readonly records: unknown }).records);
  if (all instanceof Unsound) return refuse(all.within('records'));
  const records: NotebookRecord[] = [];
  const seen = new Set<string>();
  for (const [at, one] of all.entries()) {
    const record = readRecord(one);
    if (record instanceof Unsound) return refuse(record.within(at).within('records'));
    if (seen.has(record.id)) return refuse(new Unsound('occurs twice', `records.${at}.id`));
    seen.add(record.id);
    records.push(record);
    if (at % portion === portion - 1) yield;
  }
  return Object.freeze({ ...head, records: Object.freeze(records) });
}

/**
 * Reads a notebook's file: its text, or the value that the text stands for. The answer is a deeply frozen
 * copy without anything unknown.
 * Throws `notebook/malformed` with the place (`records.12.targets.0.end is not …`) where anything is wrong,
 * an id that occurs twice included.
 */
export function readNotebookFile(json: unknown): NotebookFile {
  const steps = notebookFileSteps(json);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The text of a notebook's file, ending in a line break. `readNotebookFile` gives back the same.
 * Throws RangeError where what is to be written could not be read again.
 */
export function writeNotebookFile(head: NotebookHead, records: Iterable<NotebookRecord>): string {
  const { id: notebook, name: title, creator, paper, made, settings, answers } = head;
  const whole = { type: 'warrant-notebook', version: 1, id: notebook, name: title, creator, paper };
  const more = { ...(made && { made }), ...(settings && { settings }), ...(answers && { answers }) };
  try {
    const read = readNotebookFile({ ...whole, ...more, records: [...records] });
    return `${JSON.stringify(read, null, 2)}\n`;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new RangeError(`The notebook cannot be written: ${error.detail}.`, { cause: error });
  }
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
