/** A file of Web Annotations: one AnnotationCollection with its page in it, and everything that it needs to be understood. */
import type { Paper } from '../model/paper.ts';
import type { NotebookRecord } from '../model/records.ts';
import { idFor } from './foreign-id.ts';
import type { JsonObject } from './json-values.ts';
import { annotationContext, extensionContext, paperIri, recordIri, terms } from './w3c-vocabulary.ts';
import { irisOf, writeW3c } from './w3c-write.ts';

/** What a file says of itself. */
export interface CollectionHead {
  /** Id of the notebook that it is made from; the collection's IRI is made of it. */
  readonly notebook: string;
  readonly label: string;
  readonly creator: string;
  /** When it is written; ISO 8601 in UTC, to the second at least. */
  readonly now: string;
  /** Hash of the paper's text. */
  readonly hash: string;
}

function paperWords({ front }: Paper, hash: string): JsonObject {
  const { title, authors, year, doi, url } = front;
  return { title, authors, year, ...(doi ? { doi } : {}), ...(url ? { url } : {}), hash };
}

/**
 * The collection of some records of a paper, as a value ready for `JSON.stringify`. One page holds them all; where
 * there are none, none. Records of every kind are Web Annotations, and `readW3c` gives them back unchanged.
 */
export function annotationCollection(
  paper: Paper,
  records: readonly NotebookRecord[],
  head: CollectionHead,
): JsonObject {
  const iri = paperIri(head.hash);
  const collection = recordIri(head.notebook);
  const page = recordIri(idFor(`page of ${head.notebook}`));
  const scene = { text: paper.text, paper: iri, now: head.now, iri: irisOf(records) };
  const pages = {
    first: {
      id: page,
      type: 'AnnotationPage',
      partOf: collection,
      startIndex: 0,
      items: records.map((record) => writeW3c(record, scene)),
    },
    last: page,
  };
  return {
    '@context': [annotationContext, extensionContext],
    id: collection,
    type: 'AnnotationCollection',
    label: head.label,
    ...(head.creator === '' ? {} : { creator: { type: 'Person', name: head.creator } }),
    created: head.now,
    modified: head.now,
    total: records.length,
    [terms.paper]: paperWords(paper, head.hash),
    ...(records.length === 0 ? {} : pages),
  };
}
