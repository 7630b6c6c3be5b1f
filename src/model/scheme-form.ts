/** What a scheme is, and how one is written down: short lines that become a scheme with questions of stable keys. */

/** What the failing of a critical question attacks: a premise, the step itself, or the conclusion. */
export type QuestionAim = 'undermine' | 'undercut' | 'rebut';

/** A question that a step of a scheme must stand up to. */
export interface CriticalQuestion {
  /** The scheme's key, a dot and a word: unlike any other's, and never to be changed. */
  readonly key: string;
  readonly words: string;
  readonly aim: QuestionAim;
  /** Which premise it doubts, an index of the scheme's premises; null unless the aim is `undermine`. */
  readonly premise: number | null;
}

/** A premise as a scheme asks for it. */
export interface SchemePremise {
  /** With letters for what a case fills in. */
  readonly form: string;
  /** What it does, in Toulmin's words. */
  readonly role: 'grounds' | 'warrant' | 'backing';
}

/** A common form of argument that holds until one of its critical questions fails. */
export interface Scheme {
  /** Kebab-case; what records keep. Never to be changed. */
  readonly key: string;
  readonly name: string;
  /** The name that AIF files use. */
  readonly aif: string;
  readonly premises: readonly SchemePremise[];
  readonly conclusion: string;
  readonly questions: readonly CriticalQuestion[];
}

/** A question: the word of its key, what its failing attacks (the index of a premise: that premise), and its words. */
type QuestionLine = readonly [word: string, aim: number | 'step' | 'conclusion', words: string];
type PremiseLine = readonly [role: SchemePremise['role'], form: string];

const aims: Readonly<Record<'step' | 'conclusion', QuestionAim>> = { step: 'undercut', conclusion: 'rebut' };

const questionFrom =
  (scheme: string) =>
  ([word, aim, words]: QuestionLine): CriticalQuestion => ({
    key: `${scheme}.${word}`,
    words,
    aim: typeof aim === 'number' ? 'undermine' : aims[aim],
    premise: typeof aim === 'number' ? aim : null,
  });

/** A scheme from its lines. */
export const scheme = (
  key: string,
  [name, aif]: readonly [name: string, aif: string],
  premises: readonly PremiseLine[],
  conclusion: string,
  questions: readonly QuestionLine[],
): Scheme => ({
  key,
  name,
  aif,
  premises: premises.map(([role, form]) => ({ role, form })),
  conclusion,
  questions: questions.map(questionFrom(key)),
});
