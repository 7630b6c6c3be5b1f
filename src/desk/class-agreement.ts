/** How far the class agrees on what to mark: sentence by sentence, each of them marked or not by each of the people. */
import { alpha } from '../model/agreement.ts';
import type { Paper } from '../model/paper.ts';
import { sentencesIn, type Sentence } from '../text/sentences.ts';
import { classOf, returnedMarks, type ClassMark } from './class.ts';
import type { Desk } from './desk.ts';

/** Below so many people a figure would say more than anyone can know. */
export const fewestPeople = 3;
/** Below so many sentences that somebody marked, likewise. */
export const fewestMarked = 10;

export interface Agreement {
  /** Krippendorff's alpha; null where it says nothing, or where there is too little to say anything. */
  readonly alpha: number | null;
  readonly people: number;
  readonly sentences: number;
  /** Sentences that at least one of them marked. */
  readonly marked: number;
  /** Sentences that more than half of them marked. */
  readonly byMost: number;
}

/** A mark counts for a sentence of which it covers half, or half of which lies in it. */
function covers(mark: ClassMark, sentence: Sentence): boolean {
  const shared = Math.min(mark.end, sentence.end) - Math.max(mark.start, sentence.start);
  return shared * 2 >= Math.min(mark.end - mark.start, sentence.end - sentence.start) && shared > 0;
}

function* sentencesOf(paper: Paper): Generator<void, readonly Sentence[]> {
  const all: Sentence[] = [];
  for (const block of paper.text.blocks) {
    all.push(...sentencesIn(paper, block));
    yield;
  }
  return all;
}

/** How many of the people marked each sentence; the sentences and the marks in the order of the text. */
function* countsOf(sentences: readonly Sentence[], marks: readonly ClassMark[]): Generator<void, number[]> {
  const counts: number[] = [];
  let open: ClassMark[] = [];
  let next = 0;
  for (const sentence of sentences) {
    open = open.filter((mark) => mark.end > sentence.start);
    for (; next < marks.length && (marks[next] as ClassMark).start < sentence.end; next += 1)
      open.push(marks[next] as ClassMark);
    counts.push(new Set(open.filter((mark) => covers(mark, sentence)).map(({ layer }) => layer.id)).size);
    if (counts.length % 50 === 0) yield;
  }
  return counts;
}

/** Reckons it in small steps; `null` where nobody's notebook came back. */
export function* agreementSteps(desk: Desk): Generator<void, Agreement | null> {
  const people = classOf(desk.layers).length;
  if (people === 0) return null;
  const sentences = yield* sentencesOf(desk.paper);
  const counts = yield* countsOf(sentences, returnedMarks(desk));
  const marked = counts.filter((count) => count > 0).length;
  const isEnough = people >= fewestPeople && marked >= fewestMarked;
  return {
    alpha: isEnough ? alpha(counts.map((count) => [count, people - count])) : null,
    people,
    sentences: sentences.length,
    marked,
    byMost: counts.filter((count) => count * 2 > people).length,
  };
}
