/** What the scopes of a support are called. */
import type { SupportScope } from '../model/records.ts';

/** With the article, as in "Supports a clause". */
export const scopeNames: Readonly<Record<SupportScope, string>> = {
  quotation: 'a quotation',
  clause: 'a clause',
  sentence: 'a sentence',
  blockquote: 'a block quotation',
  list: 'a list',
  paragraph: 'a paragraph',
};
