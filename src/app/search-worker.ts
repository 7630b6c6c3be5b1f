/** Looks through the papers of the library off the main thread: reading hundreds of them takes seconds. Runs as a worker. */
import { openStorage } from '../storage/storage.ts';
import type { FromSearcher, ToSearcher } from './search-messages.ts';
import { SearchSession } from './search-session.ts';

const session = openStorage().then((storage) => new SearchSession(storage));

/** So often (ms) what was found is told. */
const pause = 50;

async function answer({ serial, query, papers }: ToSearcher): Promise<void> {
  let found: FromSearcher['found'] = [];
  let told = performance.now();
  await (
    await session
  ).find(query, papers, (paper, hits, done) => {
    if (hits === null || hits.count > 0) found = [...found, [paper, hits]];
    if (performance.now() - told < pause && done < papers.length) return;
    told = performance.now();
    postMessage({ serial, found, done } satisfies FromSearcher);
    found = [];
  });
}

addEventListener('message', ({ data }: MessageEvent<ToSearcher>) => {
  // What fails here fails for whoever opens the library, and is told there.
  void answer(data).catch(reportError);
});
