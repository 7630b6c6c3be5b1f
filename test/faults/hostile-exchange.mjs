// What other programs write, hostile throughout: Web Annotations, Hypothesis, Zotero, Argdown, AIF, and references in three formats.

/** Web Annotations. */
export const hostileWebAnnotations = (vectors, exact) =>
  vectors.map((vector, at) => ({
    '@context':
      at % 2
        ? 'http://www.w3.org/ns/anno.jsonld'
        : ['http://www.w3.org/ns/anno.jsonld', `http://evil.example/${at}`],
    id: at % 2 ? vector : `https://example.org/${at}`,
    type: 'Annotation',
    created: '2024-01-02T03:04:05Z',
    creator: { id: vector, name: vector, homepage: vector },
    generator: vector,
    stylesheet: { type: 'CssStylesheet', value: `.x { background: url(http://evil.example/) } ${vector}` },
    body: [
      {
        type: 'TextualBody',
        value: vector,
        format: at % 2 ? 'text/html' : 'text/markdown',
        purpose: 'commenting',
      },
      { type: 'TextualBody', value: vector, purpose: 'tagging' },
      { id: vector, type: 'Image' },
    ],
    target: {
      source: vector,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix: vector, suffix: vector },
        { type: 'XPathSelector', value: vector },
        { type: 'CssSelector', value: vector },
        { type: 'FragmentSelector', value: vector, conformsTo: vector },
      ],
    },
  }));

/** What Hypothesis exports. */
export const hostileHypothesis = (vectors, exact) => ({
  export_date: '2024-01-01T00:00:00Z',
  client_version: '1.1',
  annotations: vectors.map((vector, at) => ({
    id: `h${at}`,
    created: '2024-01-01T00:00:00+00:00',
    updated: '2024-01-01T00:00:00+00:00',
    user: `acct:${vector}@hypothes.is`,
    user_info: { display_name: vector },
    uri: vector,
    text: vector,
    tags: [vector],
    document: { title: [vector] },
    links: { html: vector, incontext: vector },
    references: at % 9 === 8 ? [`h${at - 1}`] : [],
    target: [
      { source: vector, selector: [{ type: 'TextQuoteSelector', exact, prefix: vector, suffix: vector }] },
    ],
  })),
});

/** What Zotero exports of the notes in a PDF. */
export const hostileZotero = (vectors, exact) =>
  vectors.map((vector, at) => ({
    key: `Z${at}`,
    itemType: 'annotation',
    annotationType: 'highlight',
    annotationText: exact,
    annotationComment: vector,
    annotationColor: at % 2 ? '#ffd400' : vector,
    annotationPageLabel: vector,
    annotationSortIndex: '00000|000000|00000',
    annotationPosition: vector,
    annotationAuthorName: vector,
    dateAdded: '2024-01-01T00:00:00Z',
    dateModified: '2024-01-01T00:00:00Z',
    tags: [{ tag: vector }],
  }));

const line = (text) => text.replace(/\s+/gu, ' ').toWellFormed();

/** Argdown: every vector as title, as words and as data. */
export const hostileArgdown = (vectors) =>
  `===\ntitle: ${JSON.stringify(line(vectors[0]))}\nauthor: ${JSON.stringify(line(vectors[1]))}\nwarrant: {x: ${JSON.stringify(line(vectors[2]))}}\n===\n\n${vectors
    .map((vector, at) => {
      const words = line(vector);
      return at % 2
        ? `[T${at} ${words.replace(/[[\]<>{}\n]/gu, '')}]: ${words} {note: ${JSON.stringify(words)}}\n  + <A${at}>: ${words}\n`
        : `[S${at}]: ${words}\n  - ${words}\n`;
    })
    .join('\n')}`;

/** AIF as JSON. */
export const hostileAif = (vectors) => ({
  nodes: [
    ...vectors.map((vector, at) => ({
      nodeID: `${at}`,
      text: vector,
      type: 'I',
      timestamp: vector,
      scheme: vector,
    })),
    ...vectors.map((vector, at) => ({
      nodeID: `r${at}`,
      text: vector,
      type: at % 2 ? 'RA' : 'CA',
      scheme: vector,
      schemeID: vector,
    })),
  ],
  edges: vectors.flatMap((vector, at) => [
    { edgeID: `a${at}`, fromID: `${at}`, toID: `r${at}`, formEdgeID: vector },
    { edgeID: `b${at}`, fromID: `r${at}`, toID: `${(at + 1) % vectors.length}`, formEdgeID: null },
  ]),
  schemefulfillments: [{ nodeID: 'r0', schemeID: vectors[0] }],
  participants: [{ participantID: vectors[0], firstname: vectors[1], surname: vectors[2] }],
  locutions: [{ nodeID: '0', personID: vectors[0], source: vectors[1], start: vectors[2] }],
  __proto__: { polluted: true },
});

/** References in the three formats. */
export const hostileReferences = (vectors) => {
  const safe = (text) => line(text).replace(/[{}\\%#$&~^_]/gu, '');
  return {
    bibtex: vectors
      .map(
        (vector, at) =>
          `@book{k${at}, title={${safe(vector)}}, author={${safe(vector)}, Eve}, publisher={${safe(vector)}}, year={1999}, url={${safe(vector)}}, doi={${safe(vector)}}, note={${safe(vector)}}}`,
      )
      .join('\n'),
    ris: vectors
      .map(
        (vector) =>
          `TY  - BOOK\nTI  - ${line(vector)}\nAU  - ${line(vector)}\nPB  - ${line(vector)}\nPY  - 1999\nUR  - ${line(vector)}\nDO  - ${line(vector)}\nL1  - ${line(vector)}\nER  - `,
      )
      .join('\n'),
    csl: JSON.stringify(
      vectors.map((vector, at) => ({
        id: vector,
        type: at % 2 ? 'book' : vector,
        title: vector,
        author: [{ family: vector, given: vector, literal: vector }],
        URL: vector,
        DOI: vector,
        ISBN: vector,
        abstract: vector,
        note: vector,
        ['__proto__']: vector,
      })),
    ),
  };
};
