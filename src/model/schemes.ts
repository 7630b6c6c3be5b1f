/** The argumentation schemes that a step may follow, after Walton, in our own words; found by key or by the names that files use. */
import type { CriticalQuestion, Scheme } from './scheme-form.ts';
import { otherNames } from './scheme-names.ts';
import { schemesOfActing } from './schemes-acting.ts';
import { schemesOfPersons } from './schemes-persons.ts';
import { schemesOfRules } from './schemes-rules.ts';
import { schemesOfThings } from './schemes-things.ts';

/** All schemes by the headings under which one looks for them. */
export const schemeGroups: readonly { readonly title: string; readonly schemes: readonly Scheme[] }[] = [
  { title: 'From what people say and are', schemes: schemesOfPersons },
  { title: 'From how things are', schemes: schemesOfThings },
  { title: 'From words, rules and cases', schemes: schemesOfRules },
  { title: 'To what should be done', schemes: schemesOfActing },
];

/** All schemes, in the order of the headings. */
export const schemes: readonly Scheme[] = schemeGroups.flatMap((group) => group.schemes);

const byKey = new Map(schemes.map((scheme) => [scheme.key, scheme]));

/** The scheme of a key; null where there is none: then it is a rule in somebody's own words. */
export const schemeOf = (key: string | null): Scheme | null =>
  key === null ? null : (byKey.get(key) ?? null);

/** What a step's scheme is called: its name, or the rule in somebody's own words; null where the step has none. */
export const schemeName = (key: string | null): string | null =>
  schemeOf(key)?.name ?? (key === '' ? null : key);

const questions = new Map(
  schemes.flatMap((scheme) => scheme.questions.map((question) => [question.key, { scheme, question }])),
);

/** A critical question and its scheme by the question's key; null where there is none. */
export const questionOf = (
  key: string | null,
): { readonly scheme: Scheme; readonly question: CriticalQuestion } | null =>
  key === null ? null : (questions.get(key) ?? null);

/** `ArgumentFromExpertOpinion`, `argument_from_expert_opinion` and `Expert Opinion (inference)` alike: `expert opinion`. */
const plain = (name: string): string =>
  name
    .slice(0, 200)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/\((?:inference|scheme|walton)\)/gu, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(/\b(?:arguments?|argumentation|scheme|inference)\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:from|appeal to|an?|the)\s+/u, '');

const known = new Map([
  ...Object.entries(otherNames),
  ...schemes.flatMap(({ key, name, aif }) =>
    [key, name, aif].map((one): [string, string] => [plain(one), key]),
  ),
]);

/**
 * The key of the scheme that a file calls so, however it is spelt; null for what is no scheme of ours, as AIF's
 * "Default Inference".
 */
export const schemeNamed = (name: string): string | null => known.get(plain(name)) ?? null;
