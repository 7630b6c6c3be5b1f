/** The edition's reading of the paper, examined: words, ids, graph, notes, roles; and proof that the examination would notice. */
import { expect } from '@open-wc/testing';
import { trimRange } from '../../src/anchoring/describe.ts';
import { hashText, type Paper } from '../../src/model/paper.ts';
import { blockAt } from '../../src/model/paper.ts';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import type { Target } from '../../src/model/record-parts.ts';
import type { NotebookRecord, RecordKind, RecordOf } from '../../src/model/records.ts';
import { readNotebookFile } from '../../src/notebook/file.ts';
import { corpusFile, realPaper } from '../support/paper.ts';

let paper: Paper;
let reading: NotebookFile;

before(async () => {
  paper = await realPaper();
  reading = readNotebookFile(await corpusFile('gul-2008/reading.json'));
});

/** An examination: what is wrong, a line each. */
type Check = (file: NotebookFile) => string[];

const all = <K extends RecordKind>(file: NotebookFile, kind: K): RecordOf<K>[] =>
  file.records.filter((record): record is RecordOf<K> => record.kind === kind);

const idsOf = (file: NotebookFile, kind: RecordKind): Set<string> =>
  new Set(all(file, kind).map((record) => record.id));

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}

/** What is wrong with a target: its words, its context, its ends. */
function targetFaults({ exact, prefix, suffix, start, end }: Target): string[] {
  const { text } = paper;
  const trimmed = trimRange(text, start, end);
  return [
    text.slice(start, end) !== exact && 'does not stand at its position',
    text.slice(Math.max(0, start - 32), start) !== prefix && 'has another prefix',
    text.slice(end, end + 32) !== suffix && 'has another suffix',
    (trimmed?.start !== start || trimmed.end !== end) && 'has white space at an end',
  ].filter((fault) => fault !== false);
}

const words: Check = (file) => [
  ...all(file, 'claim').flatMap(({ id, targets }) =>
    targets.flatMap((target) => {
      const count = occurrences(paper.text.text, target.exact);
      return [...targetFaults(target), ...(count === 1 ? [] : [`stands ${count} times in the paper`])].map(
        (fault) => `${id}: “${target.exact}” ${fault}`,
      );
    }),
  ),
  ...all(file, 'support').flatMap(({ id, target }) =>
    targetFaults(target).map((fault) => `${id}: “${target.exact}” ${fault}`),
  ),
];

/** The ids that a record names, each with where it must be found. */
function namedBy(
  record: NotebookRecord,
  known: Readonly<Record<string, ReadonlySet<string>>>,
): [string, ReadonlySet<string> | undefined][] {
  const { notes, claims, inferences, groups, sources } = known;
  if (record.kind === 'claim') {
    return [
      ...record.notes.map((id): [string, typeof notes] => [id, notes]),
      ...(record.group ? [[record.group, groups] as [string, typeof notes]] : []),
    ];
  }
  if (record.kind === 'inference')
    return [...record.premises.map((one) => one.claim), record.conclusion].map((id) => [id, claims]);
  if (record.kind === 'conflict')
    return [
      [record.from, claims],
      [record.to, record.attack === 'undercut' ? inferences : claims],
    ];
  if (record.kind === 'support')
    return [[record.note, notes], ...record.sources.map((id): [string, typeof notes] => [id, sources])];
  return record.kind === 'group' && record.parent ? [[record.parent, groups]] : [];
}

const ids: Check = (file) => {
  const known = {
    notes: new Set(paper.notes.map((note) => note.id)),
    claims: idsOf(file, 'claim'),
    inferences: idsOf(file, 'inference'),
    groups: idsOf(file, 'group'),
    sources: idsOf(file, 'source'),
  };
  const addresses = new Set(paper.sections.map((section) => section.address));
  return [
    ...file.records.flatMap((record) =>
      namedBy(record, known).flatMap(([id, where]) =>
        where?.has(id) ? [] : [`${record.id} names ${id}, which is not there`],
      ),
    ),
    ...all(file, 'group').flatMap(({ id, section }) =>
      section === null || addresses.has(section) ? [] : [`${id}: there is no section ${section}`],
    ),
  ];
};

const notesInOrder: Check = (file) => {
  const order = paper.notes.map((note) => note.id);
  return all(file, 'claim').flatMap(({ id, notes }) =>
    notes.every((note, at) => at === 0 || order.indexOf(note) > order.indexOf(notes[at - 1] ?? ''))
      ? []
      : [`${id}: its notes are not in the order of the text`],
  );
};

/** The claims that a claim leads to in one step. */
const stepsFrom = (file: NotebookFile, claim: string): string[] =>
  all(file, 'inference')
    .filter((one) => one.premises.some((premise) => premise.claim === claim))
    .map((one) => one.conclusion);

const circles: Check = (file) =>
  [...idsOf(file, 'claim')].flatMap((id) => {
    const seen = new Set<string>();
    const open = stepsFrom(file, id);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === id) return [`${id} supports itself`];
      if (!seen.has(next)) open.push(...stepsFrom(file, next));
      seen.add(next);
    }
    return [];
  });

/** The claims that reach the conclusion: by a step, or by a conflict with something that does. */
function reaching(file: NotebookFile): Set<string> {
  const reached = new Set(
    all(file, 'claim')
      .filter((claim) => claim.role === 'conclusion')
      .map((claim) => claim.id),
  );
  const conclusionOf = new Map(all(file, 'inference').map((one) => [one.id, one.conclusion]));
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const one of all(file, 'inference'))
      if (reached.has(one.conclusion)) one.premises.forEach((premise) => reached.add(premise.claim));
    for (const { from, to, mutual } of all(file, 'conflict')) {
      if (reached.has(conclusionOf.get(to) ?? to)) reached.add(from);
      if (mutual && reached.has(from)) reached.add(to);
    }
  }
  return reached;
}

const reach: Check = (file) => {
  const reached = reaching(file);
  return all(file, 'claim').flatMap(({ id, aside }) => {
    if (reached.has(id) === !aside) return [];
    return [aside ? `${id} is called an aside and is none` : `${id} does not reach the conclusion`];
  });
};

const notes: Check = (file) =>
  paper.notes.flatMap(({ id }) => {
    const count = all(file, 'support').filter((support) => support.note === id).length;
    const carries = all(file, 'claim').some((claim) => claim.notes.includes(id));
    return [
      ...(count === 1 ? [] : [`${id} has ${count} supports`]),
      ...(carries ? [] : [`${id} carries no claim`]),
    ];
  });

const victory = '2.9 million Armenians';

const unsourced: Check = (file) => {
  const claim = all(file, 'claim').find((one) =>
    one.targets.some((target) => target.exact.includes(victory)),
  );
  if (!claim) return [`no claim stands on “${victory}”`];
  return claim.notes.length === 0 ? [] : [`${claim.id} is said to be sourced`];
};

const wanted = { conclusion: 1, determinant: 3, issue: 3 } as const;

/** The three of a role, and nothing else, are premises of one step whose claim is a premise of the conclusion's step. */
function isOnTop(file: NotebookFile, role: 'determinant' | 'issue'): boolean {
  const roleOf = new Map(all(file, 'claim').map((claim) => [claim.id, claim.role]));
  const leadsToEnd = (id: string): boolean =>
    roleOf.get(id) === 'conclusion' || stepsFrom(file, id).some((next) => roleOf.get(next) === 'conclusion');
  return all(file, 'inference').some(
    ({ premises, conclusion }) =>
      premises.length === 3 &&
      premises.every((one) => roleOf.get(one.claim) === role) &&
      leadsToEnd(conclusion),
  );
}

const roles: Check = (file) => [
  ...Object.entries(wanted).flatMap(([role, count]) => {
    const found = all(file, 'claim').filter((claim) => claim.role === role).length;
    return found === count ? [] : [`there are ${found} of the role ${role}`];
  }),
  ...(['determinant', 'issue'] as const).flatMap((role) =>
    isOnTop(file, role) ? [] : [`the three of the role ${role} are not on top`],
  ),
];

/** The paragraph of a note's marker with the one before it; the items of a list are one. */
function aroundMarker(note: string): string {
  const { blocks } = paper.text;
  const marker = paper.text.markers.find((point) => point.node.attrs['note'] === note);
  const block = marker && blockAt(paper, Math.max(0, marker.offset - 1));
  const at = block ? blocks.indexOf(block) : -1;
  let from = at;
  while (blocks[from]?.kind === 'item') from -= 1;
  return blocks
    .slice(Math.max(0, from === at ? at - 1 : from), at + 1)
    .map(({ start, end }) => paper.text.slice(start, end))
    .join('\n');
}

const attributions: Check = (file) =>
  all(file, 'support').flatMap(({ id, note, attribution, sources, speakers }) => [
    ...(attribution !== null && !aroundMarker(note).includes(attribution)
      ? [`${id}: “${attribution}” is not near its marker`]
      : []),
    ...((attribution === null) === (sources.length === 0)
      ? []
      : [`${id} has a phrase without a source, or a source without a phrase`]),
    ...speakers.flatMap((name) =>
      paper.text.text.includes(name) ? [] : [`${id}: “${name}” is not in the paper`],
    ),
  ]);

const names: Check = (file) =>
  all(file, 'source').flatMap(({ id, name, variants }) => [
    ...[name, ...variants].flatMap((one) =>
      paper.text.text.includes(one) ? [] : [`${id}: “${one}” is not in the paper`],
    ),
    ...(all(file, 'support').some((support) => support.sources.includes(id))
      ? []
      : [`${id} is named for no note`]),
  ]);

/** A support ends where its marker stands: before it by a sign at most, or around it. */
const spans: Check = (file) =>
  all(file, 'support').flatMap(({ id, note, target }) => {
    const offsets = paper.text.markers
      .filter((point) => point.node.attrs['note'] === note)
      .map((point) => point.offset);
    return offsets.some((offset) => offset > target.start && offset <= target.end + 1)
      ? []
      : [`${id} is not at its marker`];
  });

const sentences: Check = (file) => {
  const wordings = all(file, 'claim').map((claim) => claim.wording);
  return [
    ...all(file, 'claim').flatMap(({ id, wording }) =>
      /^\p{Lu}[^\n]{10,240}[.!?]$/u.test(wording) ? [] : [`${id}: “${wording}” is no sentence`],
    ),
    ...wordings.flatMap((one, at) => (wordings.indexOf(one) === at ? [] : [`“${one}” is said twice`])),
    ...[...all(file, 'inference'), ...all(file, 'conflict')].flatMap(({ id, gist }) =>
      gist.trim().length > 20 ? [] : [`${id} does not say how`],
    ),
    ...all(file, 'inference').flatMap(({ id, premises }) =>
      new Set(premises.map((one) => one.claim)).size === premises.length && premises.length > 0
        ? []
        : [`${id} has no premise, or one twice`],
    ),
  ];
};

const checks: Readonly<Record<string, Check>> = {
  'quotes words that stand once, at their position, in their context': words,
  'names only ids that are there': ids,
  'lists the notes of a claim in the order of the text': notesInOrder,
  'never argues in a circle': circles,
  'leads every claim to the conclusion, or calls it an aside': reach,
  'gives each of the 79 notes one support and a claim to carry': notes,
  'leaves the claim of the 2.9 million Armenians without a note': unsourced,
  'has one conclusion, and three determinants and three issues on top': roles,
  'takes its attributions from the paragraph of their marker or the one before': attributions,
  'names only sources that the paper names, each for a note': names,
  'puts every support at its marker': spans,
  'says claims and steps in sentences': sentences,
};

describe('the edition’s reading', () => {
  for (const [promise, check] of Object.entries(checks)) {
    it(promise, () => {
      expect(check(reading)).to.deep.equal([]);
    });
  }

  it('is of this paper, to the letter', async () => {
    expect(reading.paper).to.deep.equal({
      id: paper.id,
      title: paper.front.title,
      hash: await hashText(paper.text.text),
    });
  });

  it('is of a size that makes these checks mean something', () => {
    expect(idsOf(reading, 'claim').size).to.be.above(60);
    expect(all(reading, 'support')).to.have.length(79);
    expect(all(reading, 'claim').filter((claim) => claim.notes.length === 0).length).to.be.above(0);
    expect(all(reading, 'conflict').length).to.be.above(3);
  });
});

type Draft = { -readonly [K in keyof NotebookRecord]: NotebookRecord[K] } & Record<string, unknown>;

/** A copy of the reading in which the first record that `pick` takes is changed. */
function mutant(pick: (record: NotebookRecord) => boolean, change: (record: Draft) => unknown): NotebookFile {
  const copy = structuredClone(reading);
  const record = copy.records.find(pick);
  if (!record) throw new Error('There is no such record to change.');
  change(record as unknown as Draft);
  return copy;
}

const without = (pick: (record: NotebookRecord) => boolean): NotebookFile => {
  const records = reading.records.filter((record) => !pick(record));
  expect(records.length, 'records that went').to.be.below(reading.records.length);
  return { ...reading, records };
};

const quoting = (record: NotebookRecord): boolean =>
  record.kind === 'claim' && record.targets.length > 0 && record.targets[0]!.start > 40;
const isKind = (kind: RecordKind) => (record: NotebookRecord) => record.kind === kind;
const firstTarget = (record: Draft): Record<string, unknown> =>
  (record['targets'] as Record<string, unknown>[])[0]!;

const targetMutants: Readonly<Record<string, [(target: Record<string, unknown>) => unknown, RegExp]>> = {
  'a word changed': [
    (target) => (target['exact'] = `${String(target['exact'])}x`),
    /does not stand|0 times/u,
  ],
  'a position moved': [
    (target) => Object.assign(target, { start: Number(target['start']) + 1, end: Number(target['end']) + 1 }),
    /does not stand at its position/u,
  ],
  'a prefix changed': [
    (target) => (target['prefix'] = `x${String(target['prefix']).slice(1)}`),
    /another prefix/u,
  ],
  'a suffix cut': [(target) => (target['suffix'] = String(target['suffix']).slice(0, -1)), /another suffix/u],
  'words that stand often': [
    (target) => Object.assign(target, { exact: 'Russia', end: Number(target['start']) + 6 }),
    /stands \d+ times/u,
  ],
};

describe('the examination of words notices', () => {
  for (const [what, [change, report]] of Object.entries(targetMutants)) {
    it(what, () => {
      expect(words(mutant(quoting, (record) => change(firstTarget(record)))).join('\n')).to.match(report);
    });
  }

  it('a support’s words changed, or its span put elsewhere', () => {
    const changed = mutant(
      isKind('support'),
      (record) => ((record['target'] as Record<string, unknown>)['exact'] = 'Other words'),
    );
    expect(words(changed)).to.have.length(1);
    const moved = mutant(isKind('support'), (record) =>
      Object.assign(record['target'] as object, { start: 3000, end: 3010 }),
    );
    expect(spans(moved)).to.have.length(1);
  });

  it('an attribution, a source and a speaker that the paper does not have', () => {
    const hasPhrase = (record: NotebookRecord): boolean =>
      record.kind === 'support' && record.attribution !== null;
    expect(
      attributions(mutant(hasPhrase, (record) => (record['attribution'] = 'As Nobody says'))),
    ).to.have.length(1);
    expect(attributions(mutant(hasPhrase, (record) => (record['sources'] = [])))).to.have.length(1);
    expect(attributions(mutant(hasPhrase, (record) => (record['speakers'] = ['Nobody'])))).to.have.length(1);
    expect(names(mutant(isKind('source'), (record) => (record['name'] = 'Nobody')))).to.have.length(1);
  });
});

const graphMutants: Readonly<Record<string, [() => NotebookFile, Check, RegExp]>> = {
  'a claim that is gone': [
    () => without((record) => record.id === all(reading, 'inference')[0]?.conclusion),
    ids,
    /names .*, which is not there/u,
  ],
  'a note that is not in the paper': [
    () => mutant(isKind('support'), (record) => (record['note'] = 'fn80')),
    ids,
    /names fn80/u,
  ],
  'a group that is gone': [
    () => without((record) => record.id === all(reading, 'claim')[0]?.group),
    ids,
    /which is not there/u,
  ],
  'a source that is gone': [() => without(isKind('source')), ids, /which is not there/u],
  'a section that is not in the paper': [
    () => mutant(isKind('group'), (record) => (record['section'] = 'VI')),
    ids,
    /no section VI/u,
  ],
  'an undercut of a claim': [
    () => mutant(isKind('conflict'), (record) => (record['attack'] = 'undercut')),
    ids,
    /which is not there/u,
  ],
  'notes in another order': [
    () =>
      mutant(
        (record) => record.kind === 'claim' && record.notes.length > 1,
        (record) => (record['notes'] as string[]).reverse(),
      ),
    notesInOrder,
    /order of the text/u,
  ],
  'a circle': [
    () =>
      mutant(
        (record) => record.kind === 'inference' && stepsFrom(reading, record.conclusion).length > 0,
        (record) => {
          record['premises'] = [
            ...(record['premises'] as object[]),
            { claim: stepsFrom(reading, String(record['conclusion']))[0], role: null },
          ];
        },
      ),
    circles,
    /supports itself/u,
  ],
  'a claim cut off': [() => without(isKind('inference')), reach, /does not reach the conclusion/u],
  'an aside that is none': [
    () =>
      mutant(
        (record) => record.kind === 'claim' && record.role === 'issue',
        (record) => (record['aside'] = true),
      ),
    reach,
    /aside and is none/u,
  ],
  'a note without a support': [
    () => without((record) => record.kind === 'support' && record.note === 'fn53'),
    notes,
    /fn53 has 0 supports/u,
  ],
  'a note with two': [
    () =>
      mutant(
        (record) => record.kind === 'support' && record.note === 'fn1',
        (record) => (record['note'] = 'fn2'),
      ),
    notes,
    /fn2 has 2 supports/u,
  ],
  'a note that carries nothing': [
    () => ({
      ...reading,
      records: reading.records.map((one) =>
        one.kind === 'claim' ? { ...one, notes: one.notes.filter((note) => note !== 'fn7') } : one,
      ),
    }),
    notes,
    /fn7 carries no claim/u,
  ],
  'a note invented for the unsourced claim': [
    () =>
      mutant(
        (record) =>
          record.kind === 'claim' && record.targets.some((target) => target.exact.includes(victory)),
        (record) => (record['notes'] = ['fn1']),
      ),
    unsourced,
    /said to be sourced/u,
  ],
  'a second conclusion': [
    () =>
      mutant(
        (record) => record.kind === 'claim' && record.role === 'premise',
        (record) => (record['role'] = 'conclusion'),
      ),
    roles,
    /2 of the role conclusion/u,
  ],
  'a determinant demoted': [
    () =>
      mutant(
        (record) => record.kind === 'claim' && record.role === 'determinant',
        (record) => (record['role'] = 'premise'),
      ),
    roles,
    /2 of the role determinant[^]*not on top/u,
  ],
  'a wording that is no sentence': [
    () => mutant(isKind('claim'), (record) => (record['wording'] = 'oil')),
    sentences,
    /no sentence/u,
  ],
  'a step that says nothing': [
    () => mutant(isKind('inference'), (record) => (record['gist'] = '')),
    sentences,
    /does not say how/u,
  ],
};

describe('the examination of the argument notices', () => {
  for (const [what, [make, check, report]] of Object.entries(graphMutants)) {
    it(what, () => {
      expect(check(make()).join('\n')).to.match(report);
    });
  }
});
