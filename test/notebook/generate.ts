/** Random records and edits from a seed, so that a law that fails can be run again with the same case. */
import { answers } from '../../src/model/argument-records.ts';
import type { CslItem } from '../../src/model/csl.ts';
import type { Target } from '../../src/model/record-parts.ts';
import { motivations, type NotebookRecord, type RecordKind } from '../../src/model/records.ts';
import type { Edit, Notebook } from '../../src/notebook/notebook.ts';

const kinds: readonly RecordKind[] = [
  'annotation',
  'claim',
  'inference',
  'conflict',
  'group',
  'preference',
  'pin',
  'presentation',
  'extra',
  'support',
  'source',
  'transcript',
  'work',
  'citation',
];
const words = [
  'Baku',
  'Moskau',
  '“near abroad”',
  'naïve',
  '𝔸zerbaijan',
  'oil',
  '',
  'IV.B',
  'ﬁnal',
  '<b>x</b>',
];

/** Everything that a law needs to be surprised by, from one seed (mulberry32). */
export class Dice {
  #state: number;
  #made = 0;
  readonly #name: string;

  constructor(seed: number, name = 'a') {
    this.#state = seed * 2654435761;
    this.#name = `${name}${seed}`;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  shuffle<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: this.next() }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item);
  }

  text(): string {
    return Array.from({ length: this.below(5) }, () => this.pick(words)).join(' ');
  }

  date(): string {
    return new Date(1_700_000_000_000 + this.below(50) * 1000).toISOString();
  }

  target(): Target {
    const start = this.below(1000);
    return {
      exact: this.text(),
      prefix: this.text(),
      suffix: this.text(),
      start,
      end: start + this.below(50),
      ...(this.next() < 0.3 ? { note: `fn${this.below(9)}` } : {}),
      ...(this.next() < 0.3 ? { version: `sha256-${String(this.below(9)).repeat(64)}` } : {}),
      ...(this.next() < 0.3 ? { address: this.text() } : {}),
      ...(this.next() < 0.1 ? { detached: true as const } : {}),
      ...(this.next() < 0.1 ? { wording: 'w1' } : {}),
    };
  }

  some<T>(make: () => T): T[] {
    return Array.from({ length: this.below(3) }, make);
  }

  /** A sound record with an id of its own, or with the fixed fields of `like`. */
  record(like?: NotebookRecord): NotebookRecord {
    this.#made += 1;
    const stamp = {
      id: like?.id ?? `${this.#name}-${this.#made}`,
      creator: like?.creator ?? this.pick(['Ada', 'Élise', '']),
      created: like?.created ?? this.date(),
      modified: this.date(),
    };
    const id = (): string => `x${this.below(9)}`;
    const foreign = this.pick([null, '{"aif":{"nodeID":"7"}}']);
    switch (like?.kind ?? this.pick(kinds)) {
      case 'annotation':
        return {
          ...stamp,
          kind: 'annotation',
          motivation: this.pick(motivations),
          targets: this.some(() => this.target()),
          body: this.text(),
          colour: this.pick(['yellow', 'green']),
          tags: this.some(() => this.text()),
          style: this.pick(['highlight', 'underline'] as const),
          replyTo: this.pick([null, id()]),
          foreign: this.pick([null, `{"hypothesis":{"user":"${this.text()}"}}`]),
        };
      case 'claim':
        return {
          ...stamp,
          kind: 'claim',
          role: this.pick(['premise', 'issue'] as const),
          wording: this.text(),
          targets: this.some(() => this.target()),
          notes: this.some(id),
          group: this.pick([null, 'g1']),
          aside: this.next() < 0.5,
          wordings: this.some(() => ({ id: `w${this.below(9)}`, text: this.text() })),
          foreign,
        };
      case 'inference':
        return {
          ...stamp,
          kind: 'inference',
          premises: this.some(() => ({ claim: id(), role: this.pick(['grounds', null] as const) })),
          conclusion: id(),
          gist: this.text(),
          implicit: this.next() < 0.5,
          scheme: this.pick([null, 'expert', 'Modus ponens']),
          qualifier: this.pick([null, 'presumably']),
          questions: this.some(() => ({
            question: 'bias',
            answer: this.pick(answers),
            remark: this.text(),
          })),
          foreign,
        };
      case 'conflict':
        return {
          ...stamp,
          kind: 'conflict',
          from: id(),
          to: id(),
          attack: this.pick(['rebut', 'undercut'] as const),
          mutual: this.next() < 0.5,
          gist: this.text(),
          question: this.pick([null, 'bias']),
          foreign,
        };
      case 'group':
        return {
          ...stamp,
          kind: 'group',
          title: this.text(),
          section: this.pick([null, 'III.B']),
          parent: null,
          foreign,
        };
      case 'preference':
        return { ...stamp, kind: 'preference', over: id(), under: id(), gist: this.text(), foreign };
      case 'pin':
        return {
          ...stamp,
          kind: 'pin',
          claim: id(),
          x: this.next() * 1000,
          y: -this.below(1000),
        };
      case 'presentation':
        return { ...stamp, kind: 'presentation', title: this.text(), steps: this.some(id) };
      case 'extra':
        return {
          ...stamp,
          kind: 'extra',
          format: this.pick(['aif', 'argdown'] as const),
          what: this.pick(['node', 'comment']),
          content: `{"text":"${this.text()}"}`,
        };
      case 'support':
        return {
          ...stamp,
          kind: 'support',
          note: id(),
          target: this.target(),
          scope: this.pick(['clause', 'list'] as const),
          confidence: this.next(),
          sources: this.some(id),
          attribution: this.pick([null, 'As Russell demonstrates']),
          speakers: this.some(() => this.text()),
          remark: this.pick([null, 'unsure']),
        };
      case 'meaning':
        return { ...stamp, kind: 'meaning', colour: this.pick(['yellow', 'green']), name: this.text() };
      case 'transcript':
        return {
          ...stamp,
          kind: 'transcript',
          note: id(),
          text: this.text(),
          copy: this.text(),
          by: this.pick(['Ada', '']),
        };
      case 'work':
        return { ...stamp, kind: 'work', item: this.#item() };
      case 'citation':
        return {
          ...stamp,
          kind: 'citation',
          note: this.pick([null, 'fn1']),
          source: this.pick([null, 's1']),
          work: id(),
          locator: this.pick([null, '57–58']),
        };
      case 'source':
        return { ...stamp, kind: 'source', name: this.text(), variants: this.some(() => this.text()) };
    }
  }

  /** A work; only fields that say something, as every reader of CSL leaves it. */
  #item(): CslItem {
    return {
      id: `w${this.below(9)}`,
      type: this.pick(['book', 'article-journal', 'chapter']),
      title: `Of ${this.text()}`,
      author: [{ family: this.pick(['Aliyeva', '𝔸']), given: 'Leila' }, { literal: 'OSCE' }],
      issued: { 'date-parts': [[1990 + this.below(30)]] },
    };
  }

  /** An edit that fits the notebook: new records, changed ones, deleted ones, often several at once. */
  edit(notebook: Notebook): Edit {
    const known = this.shuffle([...notebook.records.values()]);
    const removed = known.splice(0, this.below(2)).map((record) => record.id);
    const changed = known.splice(0, this.below(3)).map((record) => this.#mixed(record, this.record(record)));
    const added = Array.from({ length: this.below(3) }, () => this.record());
    return { label: `edit ${this.#made}`, put: [...changed, ...added], remove: removed };
  }

  /** `old` with some of the fields of `fresh`, as a person changes one thing and not all. */
  #mixed(old: NotebookRecord, fresh: NotebookRecord): NotebookRecord {
    const entries = Object.entries(fresh).map(([key, value]) => [
      key,
      this.next() < 0.4 ? (value as unknown) : (old as unknown as Record<string, unknown>)[key],
    ]);
    return Object.fromEntries(entries) as NotebookRecord;
  }
}

/** The records in their order, as a value that can be compared. */
export const shown = (notebook: Notebook): readonly NotebookRecord[] => [...notebook.records.values()];

/** Runs a law for many seeds; the one that breaks it is named. */
export function forSeeds(count: number, law: (seed: number) => void): void {
  for (let seed = 1; seed <= count; seed += 1) {
    try {
      law(seed);
    } catch (error) {
      if (error instanceof Error) error.message = `seed ${seed}: ${error.message}`;
      throw error;
    }
  }
}
