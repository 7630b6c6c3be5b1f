// A small imported paper with things that its import is not sure of, put on the device as an import would keep it.

const text = (words) => ({ kind: 'text', text: words });
const marker = (label) => ({ kind: 'marker', note: `fn${label}`, label });

/** The paper's id, its findings by id, and the draft. */
export const doubtful = {
  id: 'doubtful',
  draft: {
    format: 'text',
    front: { title: 'On the Use of Force', authors: ['Jane Q. Roe'], year: 1988 },
    language: 'en',
    blocks: [
      { id: 'b1', kind: 'heading', level: 1, label: 'I.', content: [text('The question')] },
      {
        id: 'b2',
        kind: 'paragraph',
        content: [
          text('War is older than law, and law has never quite caught up with it.'),
          marker('1'),
          text(' Some 12'),
          marker('2'),
          text(' states have said so.2 The rest were silent.'),
        ],
      },
      { id: 'b3', kind: 'furniture', content: [text('THE JOURNAL OF FORCE 54')] },
      {
        id: 'b4',
        kind: 'paragraph',
        content: [text('Silence is not con-sent, as the court held.'), marker('3')],
      },
      { id: 'b5', kind: 'heading', level: 2, content: [text('A sentence that looks like a heading')] },
      {
        id: 'b6',
        kind: 'paragraph',
        content: [
          text('It ends with'),
          { kind: 'page', label: '55', evidence: 'inferred' },
          text(' a last word.'),
        ],
      },
      { id: 'b7', kind: 'uncertain', content: [text('Words that may belong to the text.')] },
    ],
    notes: [
      { id: 'fn1', label: '1', content: [[text('See Grotius, book I.')]] },
      { id: 'fn2', label: '2', content: [[text('Among them the twelve.')]] },
      { id: 'fn3', label: '3', content: [] },
    ],
    findings: [
      {
        id: 'f1',
        kind: 'marker-weak',
        place: { block: 'b2', offset: 73 },
        certainty: 0.4,
        quote: '2',
        state: 'open',
        others: [{ block: 'b2', offset: 93 }],
      },
      {
        id: 'f2',
        kind: 'hyphen-undecided',
        place: { block: 'b4', offset: 18 },
        certainty: 0.5,
        quote: 'con-sent',
        state: 'open',
      },
      { id: 'f3', kind: 'note-missing', place: { note: 'fn3' }, certainty: 1, quote: '3', state: 'open' },
      {
        id: 'f4',
        kind: 'heading-doubtful',
        place: { block: 'b5', offset: 0 },
        certainty: 0.5,
        quote: 'A sentence that looks like a heading',
        state: 'open',
      },
      {
        id: 'f5',
        kind: 'page-inferred',
        place: { block: 'b6', offset: 12 },
        certainty: 0.5,
        quote: '55',
        state: 'open',
      },
      {
        id: 'f6',
        kind: 'aside-doubtful',
        place: { block: 'b7', offset: 0 },
        certainty: 0.5,
        quote: 'Words that may belong',
        state: 'open',
      },
    ],
  },
  xml: `<?xml version="1.0" encoding="UTF-8"?>
<article article-type="research-article" xml:lang="en"><front><article-meta><title-group><article-title>On the Use of Force</article-title></title-group></article-meta></front>
<body><sec id="b1"><label>I.</label><title>The question</title><p id="b2">War is older than law, and law has never quite caught up with it.<xref ref-type="fn" rid="fn1">1</xref> Some 12<xref ref-type="fn" rid="fn2">2</xref> states have said so.2 The rest were silent.</p><p id="b4">Silence is not con-sent, as the court held.<xref ref-type="fn" rid="fn3">3</xref></p><sec id="b5"><title>A sentence that looks like a heading</title><p id="b6">It ends with<target target-type="page" id="p55" specific-use="inferred"/> a last word.</p></sec></sec></body>
<back><fn-group><fn id="fn1"><label>1</label><p>See Grotius, book I.</p></fn><fn id="fn2"><label>2</label><p>Among them the twelve.</p></fn><fn id="fn3" specific-use="missing-in-source"><label>3</label></fn></fn-group></back></article>`,
};

/** Keeps a paper as an import does; the library must have been open, so that its stores are there. */
export const keepPaper = (page, { id, draft, xml }) =>
  page.evaluate(
    ([paper, body]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('warrant');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction(['papers', 'bodies'], 'readwrite');
          writing.objectStore('papers').put(paper);
          writing.objectStore('bodies').put(body);
          writing.oncomplete = () => resolve(database.close());
          writing.onerror = () => reject(writing.error);
        };
      }),
    [
      {
        id,
        hash: 'sha256-first',
        firstHash: 'sha256-first',
        front: {
          ...draft.front,
          journal: null,
          volume: null,
          issue: null,
          season: null,
          firstPage: null,
          lastPage: null,
        },
        tags: [],
        counts: { notes: 3, pages: 1, words: 40 },
        format: 'text',
        fileName: 'force.txt',
        size: 4000,
        added: '2026-01-01T00:00:00.000Z',
        removed: null,
      },
      { id, xml, draft },
    ],
  );

/** What is kept of a paper: entry and body. */
export const keptPaper = (page, id) =>
  page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        const opening = indexedDB.open('warrant');
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(['papers', 'bodies']);
          const paper = reading.objectStore('papers').get(wanted);
          const body = reading.objectStore('bodies').get(wanted);
          reading.oncomplete = () => {
            database.close();
            resolve({ paper: paper.result, body: body.result });
          };
        };
      }),
    id,
  );
