/** Reads one file as a paper and tells of it: what the import worker does. Knows no worker, so that tests can lend it readers. */
import type { readers } from '../formats/paper/formats.ts';
import type { PaperReader, Picture } from '../formats/paper/reader.ts';
import { recognise } from '../formats/paper/recognise.ts';
import { withBeats } from '../model/beat.ts';
import { wordsOf, type Draft, type DraftInline, type PaperFormat } from '../model/draft.ts';
import { Fault } from '../model/fault.ts';
import { ForeignFile } from '../model/foreign-file.ts';
import type { FromImporter, ImportProgress, ToImporter } from './import-protocol.ts';
import { writeDraft } from './pending-paper.ts';

/** Tells the page; what is in `transfer` goes over without a copy. */
export type Say = (message: FromImporter, transfer?: Transferable[]) => void;

/** Blocks or notes that go over at once: taken in by the page in far less than a frame. */
const portion = 400;

/** Least time between two tellings of progress, in ms. */
const breath = 80;

/** Answers the format, or throws `import/empty`, or `import/unknown` with the name of what it is. */
function formatOf(bytes: Uint8Array, name: string): PaperFormat {
  const what = recognise(bytes, name);
  if (what.is === 'paper') return what.format;
  if (what.is === 'foreign') throw new ForeignFile(what.kind, name);
  throw new Fault(what.is === 'empty' ? 'import/empty' : 'import/unknown', name);
}

async function readerOf(
  known: typeof readers,
  format: Exclude<PaperFormat, 'package'>,
  name: string,
): Promise<PaperReader> {
  const fetched = await known[format]?.();
  if (!fetched) throw new Fault('import/unknown', name);
  return fetched;
}

/** A file's name as a title: without its ending, with spaces for what stands for them. */
export const titleOfFile = (name: string): string =>
  name
    .replace(/\.[\p{L}\d]{1,12}$/u, '')
    .replace(/[_\s]+/gu, ' ')
    .trim() || 'Untitled';

/** A paper is called as a person calls it; without a title as its file, and it is said that this is a guess. */
function titled(draft: Draft, name: string, given: string | null): Draft {
  if (given) return { ...draft, front: { ...draft.front, title: given } };
  if (draft.front.title?.trim()) return draft;
  const title = titleOfFile(name);
  const id = `front-${draft.findings.length + 1}-name`;
  const guess = {
    id,
    kind: 'front-guessed',
    place: null,
    certainty: 0.2,
    quote: title,
    state: 'open',
  } as const;
  return { ...draft, front: { ...draft.front, title }, findings: [...draft.findings, guess] };
}

const isBlank = (content: readonly DraftInline[]): boolean => wordsOf(content).trim() === '';

/** Progress that is not told more often than one can see; a new thing that is done is told at once. */
function paced(say: Say): (progress: ImportProgress) => void {
  let [last, before] = [-Infinity, ''];
  return (progress) => {
    const now = performance.now();
    if (progress.doing === before && now - last < breath) return;
    [last, before] = [now, progress.doing];
    say({ say: 'progress', ...progress });
  };
}

async function bytesOf({ file, name }: ToImporter): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new Fault('import/unreadable', name, { cause });
  }
}

async function read(known: typeof readers, message: ToImporter, say: Say): Promise<void> {
  let told: ImportProgress = { doing: 'Opening', done: 0, of: 1 };
  const pace = paced(say);
  const tell = (progress: ImportProgress): void => {
    told = progress;
    pace(progress);
  };
  await withBeats(
    () => pace(told),
    () => work(known, message, { tell, say }),
  );
}

interface Telling {
  readonly tell: (progress: ImportProgress) => void;
  readonly say: Say;
}

async function work(known: typeof readers, message: ToImporter, { tell, say }: Telling): Promise<void> {
  const { name, title, password } = message;
  tell({ doing: 'Opening', done: 0, of: 1 });
  const bytes = await bytesOf(message);
  const format = formatOf(bytes, name);
  if (format === 'package') throw new ForeignFile('package', name);
  const reader = await readerOf(known, format, name);
  const progress = (doing: string, done: number, of: number): void => tell({ doing, done, of });
  const reading = await reader(bytes, { name, password, progress });
  tell({ doing: 'Writing it down', done: 0, of: 1 });
  await tellReading(titled(reading.draft, name, title), reading.pictures, name, say);
}

async function tellReading(
  draft: Draft,
  pictures: readonly Picture[],
  name: string,
  say: Say,
): Promise<void> {
  const written = await writeDraft(draft);
  if (written.counts.words === 0 && draft.blocks.every(({ content }) => isBlank(content)))
    throw new Fault('import/empty', name);
  const { blocks, notes, ...rest } = draft;
  for (let at = 0; at < blocks.length; at += portion)
    say({ say: 'blocks', blocks: blocks.slice(at, at + portion) });
  for (let at = 0; at < notes.length; at += portion)
    say({ say: 'notes', notes: notes.slice(at, at + portion) });
  const buffers = new Set(pictures.map(({ bytes }) => bytes.buffer as ArrayBuffer));
  say({ say: 'read', head: { ...written, draft: rest, pictures } }, [...buffers]);
}

/** Reads the file with one of the readers and says how that went; never throws. */
export async function readFile(known: typeof readers, message: ToImporter, say: Say): Promise<void> {
  try {
    await read(known, message, say);
  } catch (error) {
    const isFault = error instanceof Fault;
    say({
      say: 'refused',
      code: isFault ? error.code : null,
      detail: isFault ? error.detail : error instanceof Error ? error.message : String(error),
      kind: error instanceof ForeignFile ? error.kind : null,
    });
  }
}
