// A long paper for tests and the bench: copies of a paper of the corpus, one part each, as one valid JATS paper with ids,
// addresses and labels of its own, and its reading with every record in every part.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url));

/**
 * The paper `id` of the corpus, `times` over. Part 3 has its sections below `3` (`3.III.B`), notes and pages numbered on
 * through the parts, the words of every third note, and records with `-3` behind their ids; sources are named once for all.
 * Throws where a target of the reading is not the words that stand there: the copies would be wrong.
 * @returns {{xml: string, reading: object, perPart: {notes: number, points: number}}} `points`: length of a part in code points
 */
export function largePaper(times, id = 'gul-2008') {
  const xml = readFileSync(`${corpus}${id}/paper.xml`, 'utf8');
  const reading = JSON.parse(readFileSync(`${corpus}${id}/reading.json`, 'utf8'));
  const [, head, body, notes, foot] =
    /^([\s\S]*<body>)([\s\S]*)<\/body>\s*<back>\s*<fn-group>([\s\S]*)<\/fn-group>([\s\S]*)$/u.exec(xml);
  const counts = { notes: notes.match(/<fn /gu).length, pages: body.match(/target-type="page"/gu).length };
  const text = [...textOf(body)];
  check(text, reading);
  const parts = Array.from({ length: times }, (_, at) => at + 1);
  const bodies = parts.map((part) => partOf(body, part, counts));
  const lists = parts.map((part) => notesOf(notes, part, counts));
  return {
    xml: `${head}${bodies.join('')}</body><back><fn-group>${lists.join('')}</fn-group>${foot}`,
    reading: { ...reading, records: recordsOf(reading.records, parts, text.length, counts.notes) },
    perPart: { notes: counts.notes, points: text.length },
  };
}

/** The text of the paper `id` of the corpus, as its records count in it. */
export function corpusText(id = 'gul-2008') {
  const xml = readFileSync(`${corpus}${id}/paper.xml`, 'utf8');
  return textOf(/<body>([\s\S]*)<\/body>/u.exec(xml)[1]);
}

/** Lets `page` (or a context) be given the long paper wherever the app fetches the paper and its reading. */
export async function routeLarge(page, { xml, reading }) {
  const json = JSON.stringify(reading);
  await page.route(/\/paper-[^/]*\.xml$/u, (route) =>
    route.fulfill({ body: xml, contentType: 'application/xml' }),
  );
  await page.route(/\/reading-[^/]*\.json$/u, (route) =>
    route.fulfill({ body: json, contentType: 'application/json' }),
  );
}

/** The paper text of a body, as far as the corpus needs it: a label is joined to the block that follows it. */
function textOf(body) {
  const plain = (piece) =>
    piece
      .replace(/<xref[\s\S]*?<\/xref>|<[^>]*>/gu, '')
      .replace(/&amp;/gu, '&')
      .replace(/&lt;/gu, '<')
      .replace(/&gt;/gu, '>')
      .replace(/\s+/gu, ' ')
      .trim();
  const blocks = body.matchAll(/(?:<label>([\s\S]*?)<\/label>\s*)?<(title|p)(?: [^>]*)?>([\s\S]*?)<\/\2>/gu);
  return [...blocks]
    .map(([, label, , words]) => [label, words].filter(Boolean).map(plain).join(' '))
    .join('\n');
}

function check(text, { records }) {
  for (const target of records.flatMap(targetsOf)) {
    if (text.slice(target.start, target.end).join('') !== target.exact)
      throw new Error(`“${target.exact}” is not at ${target.start}.`);
  }
}

const targetsOf = (record) => record.targets ?? (record.target ? [record.target] : []);

/** The heading of a part, as it stands in the paper text. */
const headingOf = (part) => `${part}. Part ${part}`;

function partOf(body, part, { notes, pages }) {
  const own = renumber(body, part, notes)
    .replace(/ id="(sec|p)-([^"]*)"/gu, ` id="$1-${part}.$2"`)
    .replace(/target-type="page" id="p(\d+)"/gu, (_, page) => {
      const number = Number(page) + (part - 1) * pages;
      return `target-type="page" id="p${number}"`;
    });
  return `<sec id="sec-${part}"><label>${part}.</label><title>Part ${part}</title>${own}</sec>`;
}

/** Numbers the notes on; one in three of the list has words. */
function notesOf(list, part, { notes }) {
  return renumber(list, part, notes).replace(
    /<fn id="fn(\d+)"[^>]*>(<label>\d+<\/label>)<\/fn>/gu,
    (whole, number, label) =>
      Number(number) % 3 === 0
        ? `<fn id="fn${number}">${label}<p>See part ${part}, at note ${number}.</p></fn>`
        : whole,
  );
}

function renumber(xml, part, notes) {
  const on = (number) => String(Number(number) + (part - 1) * notes);
  return xml
    .replace(
      /(<xref ref-type="fn" rid="fn)(\d+)(">)(\d+)/gu,
      (_, a, rid, b, label) => a + on(rid) + b + on(label),
    )
    .replace(/(<fn id="fn)(\d+)("[^>]*><label>)(\d+)/gu, (_, a, id, b, label) => a + on(id) + b + on(label));
}

function recordsOf(records, parts, length, notes) {
  const sources = records.filter((record) => record.kind === 'source');
  const others = records.filter((record) => record.kind !== 'source');
  let start = 0;
  const copies = parts.flatMap((part) => {
    start += headingOf(part).length + 1;
    const shift = start;
    start += length + 1;
    return others.map((record) => moved(record, part, shift, notes));
  });
  return [...sources, ...copies];
}

/** Fields that name another record, alone or in a list. */
const names = ['id', 'group', 'parent', 'conclusion', 'from', 'to'];

function moved(record, part, shift, notes) {
  const rename = (id) => (id === null ? null : `${id}-${part}`);
  const note = (id) => `fn${Number(id.slice(2)) + (part - 1) * notes}`;
  const place = (target) => ({ ...target, start: target.start + shift, end: target.end + shift });
  const copy = { ...record };
  for (const name of names) if (name in copy) copy[name] = rename(copy[name]);
  if (copy.premises) copy.premises = copy.premises.map((one) => ({ ...one, claim: rename(one.claim) }));
  if (copy.section) copy.section = `${part}.${copy.section}`;
  if (copy.note) copy.note = note(copy.note);
  if (copy.notes) copy.notes = copy.notes.map(note);
  if (copy.targets) copy.targets = copy.targets.map(place);
  if (copy.target) copy.target = place(copy.target);
  return copy;
}
