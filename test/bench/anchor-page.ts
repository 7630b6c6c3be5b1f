/**
 * The page that `anchor.mjs` measures. `make(files, options)` edits a document; `prepare(name, case)` lays it out for a contestant,
 * `find(some)` has the contestant look for the first passages of it, and `score()` says how right the answers are, by what became of
 * the passages. `scoreKinds(files, name)` goes through all kinds of edit of the corpus.
 */
import type { Case, Passage } from '../anchoring/edited/case.ts';
import { makeDocument } from '../anchoring/edited/document.ts';
import { kinds } from '../anchoring/edited/kinds.ts';
import { makeCase } from '../anchoring/edited/making.ts';
import { count, emptyTally, type Answer, type Tally } from '../anchoring/edited/score.ts';
import { works, type Work } from '../anchoring/edited/texts.ts';
import { contestants, layOut, type Contestant, type Ground } from './anchor-contestants.ts';

type Files = Readonly<Record<string, string>>;

const worksIn = (files: Files): Promise<Work[]> => works((path) => Promise.resolve(files[path] ?? ''));

let contestant: Contestant | null = null;
let ground: Ground | null = null;
let passages: readonly Passage[] = [];
let answers: readonly Answer[] = [];

async function prepare(name: string, { after, passages: all }: Case): Promise<void> {
  contestant = contestants[name] ?? null;
  ground = layOut(after);
  passages = all;
  await contestant?.ready?.(
    ground,
    all.map(({ target }) => target),
  );
  document.body.getBoundingClientRect();
}

async function find(some: number): Promise<number> {
  if (!contestant || !ground) throw new Error('Nothing is prepared.');
  const targets = passages.slice(0, some).map(({ target }) => target);
  answers = await contestant.find(ground, targets);
  return answers.length;
}

function score(): Record<string, Tally> {
  const tallies: Record<string, Tally> = {};
  for (const [at, answer] of answers.entries()) {
    const passage = passages[at] as Passage;
    count((tallies[passage.fate] ??= emptyTally()), passage, answer);
  }
  return tallies;
}

Object.assign(globalThis, {
  make: async (files: Files, options: Parameters<typeof makeDocument>[1]): Promise<Case> => {
    const all = await worksIn(files);
    const long = all.filter(({ name }) => name === 'addresses' || name === 'novel');
    return makeDocument(
      long.flatMap(({ paragraphs }) => paragraphs),
      options,
    );
  },
  prepare,
  find,
  score,
  /** Where each contestant errs: a tally for each kind. `most` passages of each kind in each text. */
  scoreKinds: async (files: Files, name: string, most: number): Promise<Record<string, Tally>> => {
    const all = await worksIn(files);
    const tallies: Record<string, Tally> = {};
    for (const kind of kinds) {
      const tally = (tallies[kind.name] = emptyTally());
      for (const work of all) {
        const made = makeCase(kind, work, 1, { most, points: 40_000 });
        if (name !== 'Warrant' && /[\u{10000}-\u{10FFFF}]/u.test(made.after)) continue; // peers count in other units
        await prepare(name, made);
        await find(Infinity);
        for (const one of Object.values(score()))
          for (const key of Object.keys(one) as (keyof Tally)[]) tally[key] += one[key];
      }
    }
    return tallies;
  },
});
