/** What an archive is, by the names of the files in it and what it says of itself. Unpacks nothing. Part of recognising files. */
import type { Recognised } from './recognised.ts';

/** So many names are looked at. */
const most = 5000;

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

/** Where the list of files begins, which stands at the end; null where the end is cut off. */
function directoryStart(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) === directoryEnd) return view.getUint32(at + 16, true);
  }
  return null;
}

const nameAt = (view: DataView, at: number, length: number): string =>
  new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + at, Math.max(0, Math.min(length, view.byteLength - at))),
  );

/** The names in the list from `at`. */
function listed(view: DataView, at: number): readonly string[] {
  const names: string[] = [];
  for (let entry = at; names.length < most && entry + 46 <= view.byteLength;) {
    if (view.getUint32(entry, true) !== directoryEntry) break;
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(entry + field, true)) as [
      number,
      number,
      number,
    ];
    names.push(nameAt(view, entry + 46, name));
    entry += 46 + name + extra + comment;
  }
  return names;
}

/** The names that stand before the files themselves, as far as one can go from one to the next. */
function walked(view: DataView): readonly string[] {
  const names: string[] = [];
  for (let entry = 0; names.length < most && entry + 30 <= view.byteLength;) {
    if (view.getUint32(entry, true) !== localEntry) break;
    const [name, extra] = [26, 28].map((field) => view.getUint16(entry + field, true)) as [number, number];
    names.push(nameAt(view, entry + 30, name));
    entry += 30 + name + extra + view.getUint32(entry + 18, true);
  }
  return names;
}

/** What the archive says it is: the words of its first file, where that is called `mimetype` and not packed; else empty. */
function mimetype(view: DataView): string {
  if (view.byteLength < 38 || view.getUint32(0, true) !== localEntry || view.getUint16(8, true) !== 0)
    return '';
  const [name, extra] = [26, 28].map((field) => view.getUint16(field, true)) as [number, number];
  if (nameAt(view, 30, name) !== 'mimetype') return '';
  return nameAt(view, 30 + name + extra, Math.min(120, view.getUint32(18, true))).trim();
}

/** Names that all must be there, and what they tell; the first that fits counts. */
const contents: readonly (readonly [readonly RegExp[], Recognised])[] = [
  [[/^about\.json$/u], { is: 'paper', format: 'package' }],
  [[/^word\/document\d*\.xml$/u], { is: 'paper', format: 'docx' }],
  [[/^META-INF\/container\.xml$/u, /\.opf$/u], { is: 'paper', format: 'epub' }],
  [[/^xl\//u], { is: 'foreign', kind: 'spreadsheet' }],
  [[/^ppt\//u], { is: 'foreign', kind: 'slides' }],
  [[/^\[Content_Types\]\.xml$/u, /^word\//u], { is: 'paper', format: 'docx' }],
  [[/^content\.xml$/u, /^META-INF\/manifest\.xml$/u], { is: 'paper', format: 'odt' }],
  [[/\.iwa$/u], { is: 'foreign', kind: 'pages' }],
  [[/^Index\.zip$/u], { is: 'foreign', kind: 'pages' }],
];

function byNames(names: readonly string[]): Recognised {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  return contents.find(([wanted]) => wanted.every(has))?.[1] ?? { is: 'foreign', kind: 'archive' };
}

/** What the archive in `bytes` is. */
export function zipKind(bytes: Uint8Array): Recognised {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const says = mimetype(view);
  if (says.startsWith('application/epub+zip')) return { is: 'paper', format: 'epub' };
  if (says.startsWith('application/vnd.oasis.opendocument.text')) return { is: 'paper', format: 'odt' };
  if (says.startsWith('application/vnd.oasis.opendocument.spreadsheet'))
    return { is: 'foreign', kind: 'spreadsheet' };
  if (says.startsWith('application/vnd.oasis.opendocument.presentation'))
    return { is: 'foreign', kind: 'slides' };
  const start = directoryStart(view);
  const names = start === null ? [] : listed(view, start);
  return byNames(names.length > 0 ? names : walked(view));
}
