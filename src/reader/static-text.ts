/** The paper as plain DOM, by the same schema as the view: what is painted before the view takes over. */
import { DOMSerializer } from 'prosemirror-model';
import type { Paper } from '../model/paper.ts';
import { paperSchema } from '../model/schema.ts';

/** A fragment with the paper's whole text. */
export const staticText = (paper: Paper): Node =>
  DOMSerializer.fromSchema(paperSchema).serializeFragment(paper.doc.content);
