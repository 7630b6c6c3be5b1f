/** What all searches in one text share: its words, and where each and each run of them stands. Pure; built when first asked for. */
import type { PlainText } from '../model/plain-text.ts';
import { codePointsOf, type CodePoints } from './code-points.ts';
import { gramsOf, type Grams } from './grams.ts';
import { tokenise, type Tokens } from './tokens.ts';

/** An index over a text; make one for each text and keep it. */
export class TextIndex {
  readonly text: PlainText;
  #tokens: Tokens | null = null;
  readonly #grams = new Map<number, Grams>();

  constructor(text: PlainText) {
    this.text = text;
  }

  get points(): CodePoints {
    return codePointsOf(this.text);
  }

  get tokens(): Tokens {
    return (this.#tokens ??= tokenise(this.text.text));
  }

  /** Where the runs of `size` words stand. */
  grams(size: 1 | 2 | 4): Grams {
    let grams = this.#grams.get(size);
    if (!grams) this.#grams.set(size, (grams = gramsOf(this.tokens.hashes, this.tokens.count, size)));
    return grams;
  }

  /** Builds the index in steps, to be taken one at a time where nothing may wait for long; a search builds what is left. */
  *build(): Generator<void, void> {
    void this.points;
    yield;
    void this.tokens;
    yield;
    this.grams(1);
    yield;
    this.grams(2);
  }
}
