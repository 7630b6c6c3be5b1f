/** What all searches in one text share, built when first asked for. Pure. */
import type { PlainText } from '../model/plain-text.ts';

/** An index over a text; make one for each text and keep it. */
export class TextIndex {
  readonly text: PlainText;

  constructor(text: PlainText) {
    this.text = text;
  }
}
