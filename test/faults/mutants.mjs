// Files of every kind that Warrant reads, and what becomes of them under a seed: changed in a byte, a word, a part, or many times over.
import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { hostileAif } from './hostile-exchange.mjs';
import { hostilePapers } from './hostile-papers.mjs';
import { hostileArgument, hostileMarks, hostileNotebook } from './hostile-records.mjs';
import { hostileAddresses, vectors } from './vectors.mjs';

const at = (path) => new URL(`../../${path}`, import.meta.url);

/** Numbers from 0 to below 1 that the seed alone decides. */
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What parsers stumble over: signs of every format, and numbers at the edge of what they count with. */
const tokens = [
  ...'< > & " \' / = [ ] ( ) { } * _ ` ~ # | \\ : ; , . - + ^ $ % @ ! ?'.split(' '),
  ...' |\t|\n|\r\n|\n\n|\u0000|\u00A0|\uFEFF|\u2028|\uD800|\u0301|\u202E'.split('|'),
  ...'<p> </p> <div> <table><tr><td> <a href="#x"> <a id="x"> <sup> <li> <ol> <blockquote> <svg> <math> <template> <!-- --> <![CDATA[ ]]> <!DOCTYPE <?xml &#x10FFFF; &#0; &amp; &lt;'.split(
    ' ',
  ),
  ...'<w:p> <w:r> <w:t> <w:tbl> <w:tc> <w:ins> <w:fldChar <w:footnoteReference <text:p> <text:list> <text:note> <note> <fn> <xref <sec> <list> <list-item> <ref'.split(
    ' ',
  ),
  ...'obj endobj stream endstream << >> xref trailer startxref /Length /Filter /FlateDecode /Kids /Parent /Count /W BT ET Tj Tm Td q Q Do BI ID EI'.split(
    ' ',
  ),
  ...'[^1] [^1]: [x]: ``` ~~~ --- === *** ::: $$ \\( \\[ ![x]( [x][ > 1. - '.split(' '),
  ...'[A]: <B>: + - _ >< ----- (1) {"type" "__proto__" "records" null true 1e999 [[ ]] ,,'.split(' '),
  ...'0 -1 1 65535 2147483648 4294967295 9007199254740993 1e308 NaN 99999999999999999999 000'.split(' '),
];

const pick = (list, random) => list[Math.floor(random() * list.length)];

function place(text, random, most) {
  const from = Math.floor(random() * (text.length + 1));
  return [from, Math.min(text.length, from + Math.floor(random() ** 3 * most) + 1)];
}

/** What a mutant may grow to, in bytes: an honest file of ten times the size takes its time too. */
const most = 100_000;

/** Ways to change a text; each answers another one. */
const changes = [
  (text, random) => {
    const [from, to] = place(text, random, 400);
    return text.slice(0, from) + text.slice(to);
  },
  (text, random) => {
    const [from, to] = place(text, random, 200);
    const times = 1 + Math.floor(random() ** 4 * Math.min(20_000, most / (to - from || 1)));
    return text.slice(0, from) + text.slice(from, to).repeat(times) + text.slice(to);
  },
  (text, random) => {
    const [from] = place(text, random, 1);
    return text.slice(0, from) + pick(tokens, random) + text.slice(from);
  },
  (text, random) => {
    const [from] = place(text, random, 1);
    const token = pick(tokens, random);
    return text.slice(0, from) + token.repeat(Math.floor(random() ** 3 * 20_000)) + text.slice(from);
  },
  (text, random) => {
    const [from] = place(text, random, 1);
    const soup = Array.from({ length: Math.floor(random() ** 2 * 3000) }, () => pick(tokens, random)).join(
      '',
    );
    return text.slice(0, from) + soup + text.slice(from);
  },
  (text, random) => {
    const [from, to] = place(text, random, 4000);
    const [there] = place(text, random, 1);
    return text.slice(0, there) + text.slice(from, to) + text.slice(there);
  },
  (text, random) => text.slice(0, Math.floor(random() * text.length)),
  (text, random) => {
    const [from] = place(text, random, 1);
    return text.slice(0, from) + text.slice(from).replace(/\d+/u, () => pick(tokens.slice(-11), random));
  },
  (text, random) => {
    const [from] = place(text, random, 1);
    return text.slice(0, from) + String.fromCharCode(random() * 256) + text.slice(from + 1);
  },
  (text, random) => {
    const [from] = place(text, random, 1);
    return text.slice(0, from) + pick(vectors, random) + text.slice(from);
  },
];

function changed(text, random) {
  let now = text;
  for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1)
    now = pick(changes, random)(now, random).slice(0, most);
  return now;
}

/** An archive with one of its texts changed, packed anew: the change comes to the reader of what is in it. */
function changedInside(bytes, random) {
  const files = unzipSync(bytes);
  const name = pick(
    Object.keys(files).filter((one) => /\.(?:xml|xhtml|rels|opf|json)$/u.test(one)),
    random,
  );
  return zipSync({ ...files, [name]: strToU8(changed(strFromU8(files[name]), random)) });
}

/** A mutant of a sample. */
export function mutant({ bytes, isZip }, random) {
  if (isZip && random() < 0.8) return changedInside(bytes, random);
  return Buffer.from(changed(Buffer.from(bytes).toString('latin1'), random), 'latin1');
}

const record = JSON.parse(readFileSync(at('corpus/gul-2008/reading.json'), 'utf8'));
const text = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

function packed() {
  const hash = `sha256-${'0'.repeat(64)}`;
  const about = {
    type: 'warrant-package',
    version: 1,
    made: '2026-01-01T00:00:00Z',
    purpose: 'share',
    papers: [
      {
        folder: 'paper-1',
        id: 'x',
        hash,
        firstHash: hash,
        front: { title: 'x', authors: ['y'] },
        tags: ['x'],
        format: 'jats',
        fileName: 'x.xml',
        added: null,
        hasDraft: false,
        files: [],
        notebooks: [],
      },
    ],
  };
  const xml = readFileSync(at('corpus/gul-2008/paper.xml')).subarray(0, 40_000);
  return zipSync({ 'about.json': strToU8(JSON.stringify(about)), 'paper-1/paper.xml': new Uint8Array(xml) });
}

/** The files that mutants are made of: by which worker they are read, and under what name. */
export function samples() {
  const few = vectors.filter((_, index) => index % 16 === 0);
  const papers = hostilePapers(few, hostileAddresses.slice(0, 12)).map(({ name, buffer }) => ({
    way: 'import',
    name,
    bytes: buffer,
    isZip: /\.(?:docx|odt|epub)$/u.test(name),
  }));
  const pdfs = readdirSync(at('test/imports/pdf/made'))
    .filter((name) => /^office-flat.*\.pdf$/u.test(name))
    .map((name) => ({ way: 'import', name, bytes: readFileSync(at(`test/imports/pdf/made/${name}`)) }));
  const honest = ['paper.xml', 'source.txt'].map((name) => ({
    way: 'import',
    name,
    bytes: readFileSync(at(`corpus/gul-2008/${name}`)).subarray(0, 60_000),
  }));
  const argdown = readdirSync(at('test/formats/argdown'))
    .filter((name) => name.endsWith('.argdown'))
    .map((name) => ({ way: 'argument', name, bytes: readFileSync(at(`test/formats/argdown/${name}`)) }));
  const { target } = record.records.find(({ kind }) => kind === 'support');
  const some = few.slice(0, 12);
  const notebook = hostileNotebook(
    [...hostileMarks(some, target), ...hostileArgument(some, target)],
    { id: record.paper.id, title: record.paper.title, hash: record.paper.hash },
    'Eve',
  );
  return [
    ...papers,
    ...pdfs,
    ...honest,
    ...argdown,
    { way: 'argument', name: 'aif.json', bytes: text(hostileAif(few)) },
    { way: 'layer', name: 'notebook.json', bytes: text(notebook) },
    { way: 'package', name: 'x.warrant.zip', bytes: packed(), isZip: true },
  ];
}
