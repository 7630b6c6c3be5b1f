/** An argument as tables (CSV, RFC 4180), safe to be opened in a spreadsheet: one of its claims, one of what joins them. */
import type { Claim } from '../model/argument-records.ts';
import { wordsOf, type ArgumentSheet } from './argument-sheet.ts';
import { csvCell } from './marks-csv.ts';

const row = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const yes = (is: boolean): string => (is ? 'yes' : '');

type Columns<T> = readonly (readonly [string, (thing: T, sheet: ArgumentSheet) => string])[];

const claimColumns: Columns<Claim> = [
  ['Id', ({ id }) => id],
  ['Claim', ({ wording }) => wording],
  ['Other wordings', ({ wordings }) => wordings.map(({ text }) => text).join('\n')],
  ['Role', ({ role }) => role],
  ['Group', ({ group }, { argument }) => (group === null ? '' : (argument.groups.get(group)?.title ?? ''))],
  ['Notes', ({ notes }, { noteLabel }) => notes.map(noteLabel).join(', ')],
  ['Place', ({ id }, { placeOf }) => placeOf(id)?.words ?? ''],
  ['Quotations', ({ targets }) => targets.map(({ exact }) => exact).join('\n\n')],
  ['Beside the argument', ({ aside }) => yes(aside)],
  ['Link', ({ id }, { placeOf }) => placeOf(id)?.link ?? ''],
  ['By', ({ creator }) => creator],
  ['Created', ({ created }) => created],
  ['Changed', ({ modified }) => modified],
];

/** One line of what joins claims: a premise with its conclusion, an attack, a preference. */
interface Relation {
  readonly step: string;
  readonly relation: string;
  readonly from: string;
  readonly to: string;
  readonly role: string;
  readonly scheme: string;
  readonly qualifier: string;
  readonly isImplicit: boolean;
  readonly isMutual: boolean;
  readonly gist: string;
}

const bare = { role: '', scheme: '', qualifier: '', isImplicit: false, isMutual: false };

function relationsOf({ argument, schemeName }: ArgumentSheet): Relation[] {
  const steps = [...argument.inferences.values()].flatMap((step) =>
    step.premises.map(({ claim, role }) => ({
      step: step.id,
      relation: step.premises.length > 1 ? 'supports together' : 'supports',
      from: claim,
      to: step.conclusion,
      role: role ?? '',
      scheme: schemeName(step.scheme),
      qualifier: step.qualifier ?? '',
      isImplicit: step.implicit,
      isMutual: false,
      gist: step.gist,
    })),
  );
  const attacks = [...argument.conflicts.values()].map(({ id, attack, from, to, mutual, gist }) => ({
    ...bare,
    step: id,
    relation: `${attack}s`,
    from,
    to,
    isMutual: mutual,
    gist,
  }));
  const preferred = [...argument.preferences.values()].map(({ id, over, under, gist }) => ({
    ...bare,
    step: id,
    relation: 'is preferred to',
    from: over,
    to: under,
    gist,
  }));
  return [...steps, ...attacks, ...preferred];
}

const said = (id: string, { argument }: ArgumentSheet): string => {
  const claim = argument.claims.get(id);
  return claim ? wordsOf(claim) : (argument.inferences.get(id)?.gist ?? '');
};

const relationColumns: Columns<Relation> = [
  ['Id', ({ step }) => step],
  ['Relation', ({ relation }) => relation],
  ['From', ({ from }) => from],
  ['From, in words', ({ from }, sheet) => said(from, sheet)],
  ['Premise as', ({ role }) => role],
  ['To', ({ to }) => to],
  ['To, in words', ({ to }, sheet) => said(to, sheet)],
  ['Scheme', ({ scheme }) => scheme],
  ['Qualifier', ({ qualifier }) => qualifier],
  ['Unsaid in the paper', ({ isImplicit }) => yes(isImplicit)],
  ['Both ways', ({ isMutual }) => yes(isMutual)],
  ['How', ({ gist }) => gist],
];

const table = <T>(columns: Columns<T>, things: Iterable<T>, sheet: ArgumentSheet): string =>
  [
    row(columns.map(([name]) => name)),
    ...[...things].map((thing) => row(columns.map(([, value]) => value(thing, sheet)))),
  ].join('');

/** The claims, one a row. */
export const claimsCsv = (sheet: ArgumentSheet): string =>
  table(claimColumns, sheet.argument.claims.values(), sheet);

/** What joins claims, one premise, attack or preference a row. */
export const relationsCsv = (sheet: ArgumentSheet): string =>
  table(relationColumns, relationsOf(sheet), sheet);
