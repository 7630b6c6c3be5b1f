// Lets a page of the bench import Hypothesis' own anchoring: its package holds the sources in the source map of its script.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const folder = join(packages, '.cache/hypothesis');
const origin = 'app:///src/';

/** Lays the sources out in a cache, as far as the anchoring reaches: what it does is theirs, word for word. */
function layOut() {
  const map = JSON.parse(
    readFileSync(join(packages, 'hypothesis/build/scripts/annotator.bundle.js.map'), 'utf8'),
  );
  const sources = new Map(map.sources.map((name, at) => [name, map.sourcesContent[at]]));
  for (const [name, text] of sources) {
    if (!name.startsWith(origin) || !/\.tsx?$/u.test(name)) continue;
    const path = join(folder, name.slice(origin.length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return join(folder, 'annotator/anchoring');
}

/** A plugin of the build by which `hypothesis/anchoring/NAME` is a source of theirs. */
export function hypothesis() {
  let sources = null;
  return {
    name: 'hypothesis',
    enforce: 'pre',
    resolveId(id) {
      const name = /^hypothesis\/anchoring\/([\w-]+)$/u.exec(id)?.[1];
      return name ? join((sources ??= layOut()), `${name}.ts`) : null;
    },
  };
}
