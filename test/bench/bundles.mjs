// Weighs the scripts: what is loaded before the text is painted, and all there is except the map's libraries.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Marks that only Cytoscape's and ELK's own code carry: the chunks that hold them are the map's. */
const ofTheMap = /__________cytoscape_stylesheet|org\.eclipse\.elk/;

/** @param {{url: string, body: Buffer}[]} loaded the scripts that a page had loaded when its text was painted */
export function bundles(loaded) {
  const first = loaded.map(({ url, body }) => weigh(basename(new URL(url).pathname), body));
  const all = readdirSync(dist, { recursive: true })
    .filter((path) => /\.m?js$/.test(path))
    .map((path) => weigh(basename(path), readFileSync(join(dist, path))));
  const apart = all.filter(({ map }) => !map);
  return [
    'Script, gzip:',
    ...all.map(({ name, size, map }) => {
      const notes = [first.some((script) => script.name === name) && 'before the text', map && 'map library'];
      return `  ${kilobytes(size)}  ${name}  ${notes.filter(Boolean).join(', ')}`;
    }),
    `${kilobytes(sum(first))}  loaded before the text was painted`,
    `${kilobytes(sum(first.filter(({ map }) => !map)))}  of that, without the map's libraries`,
    `${kilobytes(sum(apart))}  all there is, without the map's libraries`,
  ];
}

function weigh(name, body) {
  return { name, size: gzipSync(body, { level: 9 }).length, map: ofTheMap.test(body.toString('utf8')) };
}

const sum = (scripts) => scripts.reduce((total, { size }) => total + size, 0);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
