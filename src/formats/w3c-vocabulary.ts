/**
 * The words of a Web Annotation file as Warrant writes it: IRIs made from our ids, and the extension context. The
 * vocabulary's IRI is `urn:warrant:terms:`; the context that defines its terms stands in each file, second in the
 * list `@context`, so that nothing has to be fetched. This file is its documentation.
 */

/** The context of the W3C recommendation. */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** Terms that the recommendation has no word for. */
export const terms = {
  /**
   * Of an annotation: what its record says beyond the words of the recommendation. An object of fields, each as in
   * a Warrant notebook; `kind` says what the annotation stands for, `annotation` (a reader's mark) where it is
   * missing. A field that is here is right, whatever the rest of the annotation says.
   * - `claim` (a proposition; the targets are the passages that state it, the body is its wording): `role`
   *   (conclusion, issue, determinant, background, premise), `notes` (ids of the author's notes that carry it),
   *   `group`, `aside`, `wordings`;
   * - `inference` (bodies: its premises; target: its conclusion): `premises` where they have roles, `gist`, `implicit`,
   *   `scheme`, `qualifier`, `questions`;
   * - `conflict` (body: what attacks; target: what is attacked): `attack` (rebut, undermine, undercut), `mutual`, `gist`,
   *   `question`;
   * - `group` (body: its title; target: the group around it, or the paper): `section`;
   * - `preference` (body: what is preferred; target: to what); `pin` (body: a claim): `x`, `y`, its place on the map;
   *   `presentation` (body: its title, and what it shows in order); `extra`: `format`, `what`, `content`;
   * - `support` (body: an author's note; target: the passage that it is for): `scope`, `confidence`, `sources`,
   *   `attribution`, `speakers`, `remark`;
   * - `source` (body: the name of an authority): `variants`; `meaning` (body: what a colour is called): `colour`;
   * - `transcript` (body: the words of a note; target: the note): `copy`, `by`; `work` (body: its title): `item`, in
   *   CSL-JSON; `citation` (body: a work; target: what cites it): `locator`, `source`.
   */
  fields: 'warrant:fields',
  /** Of a target: where the passage stood when it was marked, as one says it (`III.B ¶4 s2`). */
  address: 'warrant:address',
  /** Of a target: true where its reader has said that it stands nowhere in the text. */
  detached: 'warrant:detached',
  /** Of a target: which wording of its claim the passage states. */
  wording: 'warrant:wording',
  /** Of a collection: the paper, as far as it is known: `title`, `authors`, `year`, `doi`, `url`, `hash` of its text. */
  paper: 'warrant:paper',
} as const;

/** The extension context as it stands in a file. */
export const extensionContext = {
  '@version': 1.1,
  warrant: 'urn:warrant:terms:',
  [terms.fields]: { '@id': 'urn:warrant:terms:fields', '@type': '@json' },
  [terms.address]: { '@id': 'urn:warrant:terms:address' },
  [terms.detached]: {
    '@id': 'urn:warrant:terms:detached',
    '@type': 'http://www.w3.org/2001/XMLSchema#boolean',
  },
  [terms.wording]: { '@id': 'urn:warrant:terms:wording' },
  [terms.paper]: { '@id': 'urn:warrant:terms:paper', '@type': '@json' },
} as const;

const recordPrefix = 'urn:warrant:record:';
const uuidPrefix = 'urn:uuid:';
const paperPrefix = 'urn:warrant:paper:';
const textPrefix = 'urn:warrant:text:';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** The IRI of a record: `urn:uuid:` where its id is a UUID. `recordId` is the way back. */
export const recordIri = (id: string): string => `${uuid.test(id) ? uuidPrefix : recordPrefix}${id}`;

/** The id in a record's IRI; null for any other IRI. */
export function recordId(iri: string): string | null {
  if (iri.startsWith(recordPrefix)) return iri.slice(recordPrefix.length);
  if (!iri.startsWith(uuidPrefix)) return null;
  const id = iri.slice(uuidPrefix.length);
  return uuid.test(id) ? id : null;
}

/** The IRI of a paper, by the hash of its text. */
export const paperIri = (hash: string): string => `${paperPrefix}${hash}`;

/** True for the IRI of a paper, without a note in it. */
export const isPaperIri = (iri: string): boolean => iri.startsWith(paperPrefix) && !iri.includes('#');

/** The IRI of a note of the author's in a paper. */
export const noteIri = (paper: string, note: string): string => `${paper}#${note}`;

/** Id of the note in a note's IRI; null for any other IRI. */
export const noteId = (iri: string): string | null =>
  iri.startsWith(paperPrefix) && iri.includes('#') ? iri.slice(iri.indexOf('#') + 1) : null;

/** The IRI of a text by its hash: the copy that a target's positions count in. */
export const textIri = (hash: string): string => `${textPrefix}${hash}`;

/** The hash in a text's IRI; null for any other IRI. */
export const textHash = (iri: string): string | null =>
  iri.startsWith(textPrefix) ? iri.slice(textPrefix.length) : null;
