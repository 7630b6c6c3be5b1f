// A class of students as files: each a notebook on the shipped paper, its marks on passages that the edition names, from a seed.
import { readFileSync } from 'node:fs';

const reading = JSON.parse(
  readFileSync(new URL('../../corpus/gul-2008/reading.json', import.meta.url), 'utf8'),
);

const passages = reading.records
  .flatMap((record) => record.targets ?? (record.target ? [record.target] : []))
  .filter((target) => target.note === undefined && target.end > target.start);

const firstNames = ['Ada', 'Ben', 'Chiara', 'Dmitri', 'Elif', 'Farid', 'Grace', 'Hana', 'Ivan', 'Jun'];
const lastNames = ['Byron', 'Aliyeva', 'Costa', 'Dural', 'Ekström'];
const colours = ['yellow', 'green', 'red', 'blue', 'purple'];

/** Numbers from 0 to 1 from a seed (mulberry32). */
function dice(seed) {
  let state = seed * 2654435761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Who the student of a number is. */
export const studentName = (number) =>
  `${firstNames[number % 10]} ${lastNames[Math.floor(number / 10 + number) % 5]}`;

/** The notebook of a student (numbered from 0) with `marks` marks; `more` goes over the file's own fields. */
export function student(number, { marks = 60, ...more } = {}) {
  const next = dice(number + 1);
  const creator = studentName(number);
  const stamp = { creator, created: '2026-11-01T10:00:00Z', modified: '2026-11-02T10:00:00Z' };
  // Everyone likes the same few passages; the rest is anyone's.
  const chosen = Array.from({ length: marks }, () =>
    next() < 0.3 ? Math.floor(next() ** 3 * 20) : Math.floor(next() * passages.length),
  );
  const records = chosen.map((at, index) => ({
    kind: 'annotation',
    id: `s${number}-${index}`,
    ...stamp,
    motivation: index % 3 === 0 ? 'commenting' : 'highlighting',
    targets: [passages[at]],
    body: index % 3 === 0 ? `What ${creator} thinks of this, number ${index}.` : '',
    colour: colours[Math.floor(next() * colours.length)],
    tags: index % 5 === 0 ? ['seminar'] : [],
    style: index % 7 === 0 ? 'underline' : 'highlight',
    replyTo: null,
    foreign: null,
  }));
  const { id, title, hash } = reading.paper;
  return {
    type: 'warrant-notebook',
    version: 1,
    id: `student-${number}`,
    name: `Notebook of ${creator}`,
    creator,
    paper: { id, title, hash },
    made: '2026-11-02T10:00:00Z',
    records,
    ...more,
  };
}

/** A file as a browser is given it. */
export const asFile = (notebook, name = `${notebook.id}.json`) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof notebook === 'string' ? notebook : JSON.stringify(notebook)),
});
