/** The argument as numbered text: each claim once, with what it rests on and what speaks against it by number. Pure. */
import type { Argument } from '../model/argument.ts';
import type { Claim, Conflict, Inference } from '../model/argument-records.ts';
import { joinRuns } from './note-list.ts';
import { buildOutline, type OutlineItem } from './outline.ts';
import { orElse } from './untitled.ts';

/** A piece of a sentence: words, or the number of a claim. */
export type ProsePiece = string | { readonly claim: string; readonly number: number };

/** A claim in the text. */
export interface ProseLine {
  readonly claim: Claim;
  /** Counts from 1, in the order of the outline. */
  readonly number: number;
  /** The wording with the notes that carry it: “It was so (notes 53, 54)”, and a full stop where it has none. */
  readonly said: string;
  /** What it rests on and what speaks against it, each a sentence. */
  readonly sentences: readonly (readonly ProsePiece[])[];
}

/** Claims in the order of the outline: from what is argued for to what it rests on. */
function inOrder(argument: Argument): readonly string[] {
  const found: string[] = [];
  const open: OutlineItem[] = [...buildOutline(argument)].reverse();
  for (let item = open.pop(); item; item = open.pop()) {
    if (item.kind === 'claim') found.push(item.id);
    open.push(...[...item.children].reverse());
  }
  return found;
}

const stop = (words: string): string => (/[.?!…:]["”’)]?$/u.test(words) ? words : `${words}.`);

const notesWords = (labels: readonly string[]): string => {
  if (labels.length === 0) return '';
  return ` (${labels.length === 1 ? 'note' : 'notes'} ${joinRuns(labels).join(', ')})`;
};

function sayClaim({ wording, notes }: Claim, labelOf: (note: string) => string): string {
  const words = orElse(wording, 'Untitled claim').trim();
  const labels = notesWords(notes.map(labelOf));
  if (labels === '') return stop(words);
  const end = /[.?!…]$/u.exec(words)?.[0] ?? '.';
  return `${words.replace(/[.?!…]$/u, '')}${labels}${end}`;
}

class Teller {
  readonly #argument: Argument;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(argument: Argument, numbers: ReadonlyMap<string, number>) {
    this.#argument = argument;
    this.#numbers = numbers;
  }

  #number(claim: string): ProsePiece {
    return { claim, number: this.#numbers.get(claim) ?? 0 };
  }

  #list(claims: readonly string[]): ProsePiece[] {
    return claims.flatMap((claim, at) => {
      const between = at === 0 ? [] : [at === claims.length - 1 ? ' and ' : ', '];
      return [...between, this.#number(claim)];
    });
  }

  /** “Because 2 and 3 together: how the step goes.” */
  because(step: Inference): readonly ProsePiece[] {
    const premises = [...new Set(step.premises.map(({ claim }) => claim))];
    const how = [
      premises.length > 1 ? ' together' : '',
      step.qualifier?.trim() ? `, ${step.qualifier.trim()}` : '',
      step.implicit ? ' (left unsaid)' : '',
      step.gist.trim() ? `: ${step.gist.trim()}` : '',
    ].join('');
    return ['Because ', ...this.#list(premises), stop(how)];
  }

  /** “But 7 speaks against the step from 2 and 3: what it is about.” */
  against(conflict: Conflict, id: string): readonly ProsePiece[] {
    const attacker = conflict.to === id ? conflict.from : conflict.to;
    const struck = this.#argument.inferences.get(conflict.to);
    const target: ProsePiece[] = struck
      ? [' speaks against the step from ', ...this.#list(struck.premises.map(({ claim }) => claim))]
      : [conflict.mutual ? ' and it speak against each other' : ' speaks against it'];
    return [
      'But ',
      this.#number(attacker),
      ...target,
      stop(conflict.gist.trim() ? `: ${conflict.gist.trim()}` : ''),
    ];
  }

  sentences(claim: string): (readonly ProsePiece[])[] {
    const steps = this.#argument.supportsFor(claim);
    return [
      ...steps.flatMap((step) => [
        this.because(step),
        ...this.#argument.attacksOn(step.id).map((one) => this.against(one, step.id)),
      ]),
      ...this.#argument.attacksOn(claim).map((one) => this.against(one, claim)),
    ];
  }
}

/** Tells an argument. `labelOf` is the printed label of a note. */
export function tellArgument(argument: Argument, labelOf: (note: string) => string): readonly ProseLine[] {
  const order = inOrder(argument);
  const teller = new Teller(argument, new Map(order.map((id, at) => [id, at + 1])));
  return order.flatMap((id, at): ProseLine[] => {
    const claim = argument.claims.get(id);
    return claim
      ? [{ claim, number: at + 1, said: sayClaim(claim, labelOf), sentences: teller.sentences(id) }]
      : [];
  });
}

/** The text by itself, as one copies it: a paragraph a claim. */
export const plainProse = (lines: readonly ProseLine[]): string =>
  lines
    .map(({ number, said, sentences }) => {
      const told = sentences.map((pieces) =>
        pieces.map((one) => (typeof one === 'string' ? one : String(one.number))).join(''),
      );
      return [`${number}. ${said}`, ...told].join(' ');
    })
    .join('\n\n');
