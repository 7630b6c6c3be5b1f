/** Where one looks when one finds: which pieces of the text, and which of the entries beside it. */
import { piecesOf, type Pieces } from '../text/find.ts';
import { quotationsOfBlock, type Quotation } from '../text/quotations.ts';
import type { FoldedText } from '../text/folded-text.ts';
import type { PaperText } from '../model/paper-text.ts';
import { layerOf, type Desk } from './desk.ts';
import type { Entry, EntryIndex } from './find-entries.ts';
import { placed } from './passages.ts';

export const findScopes = [
  'everything',
  'quotations',
  'own words',
  'claims',
  'notes',
  'annotations',
] as const;
/**
 * `quotations` are block quotations and what stands between quotation marks, `own words` all the rest of the text, its
 * headings too: a hit that touches a quotation is in the first, any other in the second. `claims` are their passages and
 * wordings; `notes` the author's notes and whom the text names; `annotations` the reader's own and what they mark.
 */
export type FindScope = (typeof findScopes)[number];

/** Which hits in the text count: those that touch a piece, or with `touching` false those that touch none. */
export interface TextScope {
  readonly pieces: Pieces;
  readonly touching: boolean;
}

const nothing: TextScope = { pieces: new Int32Array(0), touching: true };

const passagesIn = (desk: Desk, text: FoldedText, scope: 'claims' | 'annotations'): TextScope => {
  const kind = scope === 'claims' ? 'claim' : 'annotation';
  const found = placed(desk).passages.filter(
    (one) => one.kind === kind && (kind === 'claim' || layerOf(desk, one.id)?.readOnly === false),
  );
  return { pieces: piecesOf(text, found), touching: true };
};

/** What of the text is looked at; null for all of it. `quotations` are those of the paper. */
export function textScope(
  scope: FindScope,
  desk: Desk,
  text: FoldedText,
  quotations: Pieces,
): TextScope | null {
  switch (scope) {
    case 'everything':
      return null;
    case 'quotations':
      return { pieces: quotations, touching: true };
    case 'own words':
      return { pieces: quotations, touching: false };
    case 'claims':
    case 'annotations':
      return passagesIn(desk, text, scope);
    case 'notes':
      return nothing;
  }
}

const takes: Readonly<Record<FindScope, (entry: Entry) => boolean>> = {
  everything: () => true,
  quotations: () => false,
  'own words': () => false,
  claims: ({ group }) => group === 'claims',
  notes: ({ group }) => group === 'notes' || group === 'authorities',
  annotations: ({ group, isOwn }) => group === 'annotations' && isOwn,
};

/** Which pieces of the entries’ text are looked at; null for all of it. */
export function entryScope(scope: FindScope, { entries, starts }: EntryIndex): Pieces | null {
  if (scope === 'everything') return null;
  const pieces = entries.flatMap((one, at) =>
    takes[scope](one) ? [starts[at] as number, starts[at + 1] as number] : [],
  );
  return Int32Array.from(pieces);
}

/** Reads the quotations of a paper, block by block, for `atLeisure`. */
export function* quotationSteps(text: PaperText, folded: FoldedText): Generator<void, Pieces> {
  const found: Quotation[] = [];
  for (let at = 0; at < text.blocks.length; at += 1) {
    found.push(...quotationsOfBlock(text, at));
    yield;
  }
  return piecesOf(folded, found);
}
