// A reader's records that are hostile throughout: marks, arguments and works, and a notebook of them.

const stamp = (creator) => ({ creator, created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z' });
const colours = ['yellow', 'green', 'red', 'blue', 'purple'];

/** Texts that a field of the store takes: with neither half characters nor more than the field may hold. */
const fit = (text, most) => text.slice(0, most).toWellFormed();

/** Marks, threads, tags and names; `target` is a passage of the paper. */
export function hostileMarks(vectors, target) {
  return vectors.map((vector, at) => ({
    kind: 'annotation',
    id: `bad-${at}`,
    ...stamp(fit(vector, 900)),
    motivation: at % 3 === 0 ? 'commenting' : at % 3 === 1 ? 'questioning' : 'tagging',
    targets:
      at % 2 === 0 ? [target] : [{ ...target, exact: fit(vector, 2000) || 'x', prefix: fit(vector, 200) }],
    body: fit(vector, 100_000),
    colour: colours[at % colours.length],
    tags: [fit(vector, 190) || 'x', 'seminar'],
    style: 'highlight',
    replyTo: at % 7 === 6 ? `bad-${at - 1}` : null,
    foreign: at % 5 === 0 ? JSON.stringify({ source: vector, twin: vector, __proto__: vector }) : null,
  }));
}

/** Records of every other kind. Claims are joined in rows of steps and attacks, under groups. */
export function hostileArgument(vectors, target, note = 'fn1') {
  const claims = vectors.map((vector, at) => ({
    kind: 'claim',
    id: `k-${at}`,
    ...stamp(fit(vector, 900)),
    role: 'premise',
    wording: fit(vector, 9000) || 'x',
    targets: at % 4 === 0 ? [target] : [],
    notes: [],
    group: `g-${at % 4}`,
    aside: false,
    wordings: [{ id: `w-${at}`, text: fit(vector, 9000) || 'x' }],
    foreign: null,
  }));
  const pairs = claims.slice(1).map((claim, at) => [claim, claims[at]]);
  const word = (at) => fit(vectors[at % vectors.length], 900) || 'x';
  return [
    ...Array.from({ length: 4 }, (_, at) => ({
      kind: 'group',
      id: `g-${at}`,
      ...stamp('Eve'),
      title: word(at * 31),
      section: word(at),
      parent: null,
      foreign: null,
    })),
    ...claims,
    ...pairs.flatMap(([claim, before], at) =>
      at % 3 === 2
        ? [
            {
              kind: 'conflict',
              id: `x-${at}`,
              ...stamp(word(at)),
              from: claim.id,
              to: before.id,
              attack: 'rebut',
              mutual: false,
              gist: word(at),
              question: word(at),
              foreign: null,
            },
          ]
        : at % 3 === 1
          ? [
              {
                kind: 'inference',
                id: `i-${at}`,
                ...stamp(word(at)),
                premises: [{ claim: claim.id, role: null }],
                conclusion: before.id,
                gist: word(at),
                implicit: false,
                scheme: word(at),
                qualifier: word(at),
                questions: [{ question: word(at), answer: 'open', remark: word(at) }],
                foreign: null,
              },
            ]
          : [],
    ),
    ...vectors.slice(0, 120).flatMap((_, at) => [
      { kind: 'source', id: `s-${at}`, ...stamp('Eve'), name: word(at), variants: [word(at + 1)] },
      { kind: 'meaning', id: `m-${at}`, ...stamp('Eve'), colour: colours[at % 5], name: word(at) },
      {
        kind: 'transcript',
        id: `t-${at}`,
        ...stamp('Eve'),
        note,
        text: word(at),
        copy: word(at),
        by: word(at),
      },
      {
        kind: 'work',
        id: `wk-${at}`,
        ...stamp('Eve'),
        item: {
          id: `wk-${at}`,
          type: 'book',
          title: word(at),
          author: [{ family: word(at), given: word(at) }],
          publisher: word(at),
          URL: `https://evil.example/${encodeURIComponent(word(at))}`,
          DOI: '10.1000/x',
        },
      },
      {
        kind: 'citation',
        id: `c-${at}`,
        ...stamp('Eve'),
        note,
        source: null,
        work: `wk-${at}`,
        locator: word(at),
      },
      { kind: 'presentation', id: `p-${at}`, ...stamp('Eve'), title: word(at), steps: [`k-${at}`] },
      {
        kind: 'extra',
        id: `e-${at}`,
        ...stamp('Eve'),
        format: at % 2 ? 'aif' : 'argdown',
        what: word(at),
        content: word(at),
      },
      {
        kind: 'support',
        id: `u-${at}`,
        ...stamp('Eve'),
        note,
        target,
        scope: 'sentence',
        confidence: 0.5,
        sources: [`s-${at}`],
        attribution: word(at),
        speakers: [word(at)],
        remark: word(at),
      },
    ]),
  ];
}

/** The file of a notebook, its own names hostile as well. */
export const hostileNotebook = (records, paper, name, id = 'evil') => ({
  type: 'warrant-notebook',
  version: 1,
  id,
  name: fit(name, 900),
  creator: fit(name, 900),
  paper,
  made: '2026-01-01T00:00:00Z',
  settings: { before: 0, instructions: name },
  records,
});
