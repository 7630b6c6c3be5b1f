// Marks of the reader's own for journeys: many at once, laid into the notebook on the device as an earlier visit would have left them.
/* global atob */
import * as Y from 'yjs';
import { corpusText } from './large.mjs';

/** The notebook's update that holds these records, in base64; the shape is that of src/notebook/fields. */
function updateOf(records) {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const { id, kind, creator, created, ...rest } of records) {
      const entry = new Y.Map([['f', { id, kind, creator, created }], ...Object.entries(rest)]);
      doc.getMap(`${kind}s`).set(id, entry);
    }
  });
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

const colours = ['yellow', 'green', 'red', 'blue', 'purple', 'magenta', 'orange', 'gray'];
const motivations = ['highlighting', 'commenting', 'questioning', 'tagging', 'bookmarking'];

/**
 * So many annotations spread over the text of the paper `id` of the corpus: `mark-0`, `mark-1` … in its order, a minute
 * apart, every kind and colour in turn. Every second has a note, every third the tag “third”; `more(index)` adds to each.
 */
export function ownMarks(count, more = () => ({}), id = 'gul-2008') {
  const points = [...corpusText(id)];
  const step = (points.length - 80) / count;
  return Array.from({ length: count }, (_, at) => {
    // From one word to the end of another, within one block.
    let start = Math.floor(at * step);
    while (/\s/u.test(points[start]) || !/\s/u.test(points[start - 1] ?? ' ')) start += 1;
    let end = start + 12;
    while (end < points.length && !/\s/u.test(points[end])) end += 1;
    const line = points.slice(start, end).indexOf('\n');
    if (line > 0) end = start + line;
    const text = (from, to) => points.slice(Math.max(0, from), to).join('');
    const created = new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString();
    return {
      id: `mark-${at}`,
      kind: 'annotation',
      creator: 'reader',
      created,
      modified: created,
      motivation: motivations[at % motivations.length],
      targets: [
        { exact: text(start, end), prefix: text(start - 32, start), suffix: text(end, end + 32), start, end },
      ],
      body: at % 2 === 0 ? `Note number ${at} of the reader.` : '',
      colour: colours[at % colours.length],
      tags: at % 3 === 0 ? ['third'] : [],
      style: 'highlight',
      replyTo: null,
      foreign: null,
      ...more(at),
    };
  });
}

/** Lays records into the reader's notebook on the paper that is open in `page`. They show from the next opening on. */
export async function layIn(page, records) {
  await page.evaluate(async (update) => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('warrant'));
    const transaction = database.transaction(['notebooks', 'updates'], 'readwrite');
    const [notebook] = await done(transaction.objectStore('notebooks').getAll());
    await done(
      transaction
        .objectStore('updates')
        .add({ notebook: notebook.id, update: Uint8Array.from(atob(update), (sign) => sign.charCodeAt(0)) }),
    );
    database.close();
  }, updateOf(records));
}
