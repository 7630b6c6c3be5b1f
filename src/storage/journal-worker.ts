/** Keeps the journal off the main thread, where its files can be written and flushed. Runs as a worker. */
import { Blobs } from './journal-blobs.ts';
import { allNotebooks, compareEntries, compareNotebook, latestEntry } from './journal-comparing.ts';
import { blobsOf, prepareValue, readEntry, writeEntries } from './journal-entries.ts';
import { entryName } from './journal-index.ts';
import { JournalKeeper } from './journal-keeper.ts';
import type {
  EntryChange,
  FromJournal,
  JournalQuestions,
  QuestionName,
  ToJournal,
} from './journal-messages.ts';

interface Open {
  readonly keeper: JournalKeeper;
  readonly blobs: Blobs;
}

type Answers = {
  [Name in QuestionName]: (
    open: Open,
    asked: JournalQuestions[Name]['asked'],
  ) => JournalQuestions[Name]['answer'] | Promise<JournalQuestions[Name]['answer']>;
};

const answers: Omit<Answers, 'open'> = {
  append: ({ keeper }, { notebook, updates, dropped }) => {
    keeper.append(notebook, updates, dropped);
    return null;
  },
  prepare: async ({ blobs }, { values }) => {
    for (const value of values) await prepareValue(blobs, value);
    return null;
  },
  change: async ({ keeper, blobs }, { changes }) => {
    await writeEntries(keeper, blobs, changes);
    return null;
  },
  compare: ({ keeper }, asked) => compareNotebook(keeper.sources, asked),
  notebooks: ({ keeper }) => allNotebooks(keeper.sources),
  stamps: ({ keeper }, asked) => compareEntries(keeper.sources, asked),
  values: async ({ keeper, blobs }, { entries }) => {
    const values: EntryChange[] = [];
    for (const { store, key } of entries) {
      const latest = latestEntry(keeper.sources, entryName(store, key));
      // What is damaged here stays as the database has it.
      const value = latest && (await readEntry(latest.entry, latest.source, blobs).catch(() => null));
      if (value) values.push(value);
    }
    return values;
  },
  base: ({ keeper }) => {
    if (!keeper.index.hasBase) keeper.write({ kind: 'base' }, []);
    return null;
  },
  tidy: async ({ keeper, blobs }) => {
    await keeper.tidy();
    // What cannot be deleted now can be at the next opening.
    await keeper.whenAlone(() => blobs.keepOnly(blobsOf(keeper.index))).catch(() => null);
    return null;
  },
  close: ({ keeper }) => {
    opened = null;
    keeper.close();
    return null;
  },
};

let opened: Open | null = null;
let waiting: ToJournal[] = [];
let isAtWork = false;

async function start({
  name,
}: JournalQuestions['open']['asked']): Promise<JournalQuestions['open']['answer']> {
  try {
    const keeper = await JournalKeeper.open(name);
    opened = { keeper, blobs: await Blobs.open(keeper.folder) };
    return {
      hasBase: keeper.sources.some(({ index }) => index.hasBase),
      count: keeper.sources.reduce((sum, { index }) => sum + index.count, 0),
    };
  } catch {
    // No such files, or none that could be opened: the database is alone.
    return null;
  }
}

async function answerTo(message: ToJournal): Promise<FromJournal> {
  const { serial } = message;
  try {
    if (message.say === 'open') return { serial, answer: await start(message) };
    if (!opened) return { serial, failed: 'It is not open.' };
    const answer = answers[message.say] as (open: Open, asked: object) => unknown;
    return { serial, answer: await answer(opened, message) };
  } catch (error) {
    return { serial, failed: reasonOf(error) };
  }
}

const reasonOf = (error: unknown): string =>
  (error as { name?: string }).name === 'QuotaExceededError' ? 'full' : String(error);

/** Answers all that waits, with one flush for all of it. */
async function work(): Promise<void> {
  isAtWork = true;
  while (waiting.length > 0) {
    const messages = waiting;
    waiting = [];
    const given: FromJournal[] = [];
    for (const message of messages) given.push(await answerTo(message));
    const failed = flush();
    for (const answer of given)
      postMessage(failed === null ? answer : ({ serial: answer.serial, failed } satisfies FromJournal));
  }
  isAtWork = false;
}

function flush(): string | null {
  try {
    opened?.keeper.flush();
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

// A round over the page's queue first, so that what came together is flushed together.
const round = new MessageChannel();
round.port1.onmessage = () => {
  if (!isAtWork) void work();
};

addEventListener('message', ({ data }: MessageEvent<ToJournal>) => {
  waiting.push(data);
  if (!isAtWork) round.port2.postMessage(null);
});
