/** What a step goes by, as an Argdown file shows it: a known scheme by its name, any other rule in its own words. */
import { schemeName } from '../model/schemes.ts';
import { tame } from './argdown-text.ts';
import { own, type JsonObject } from './json-values.ts';

/** The words between the lines of hyphens; null where the step has no scheme. */
export const shownScheme = (scheme: string | null): string | null =>
  scheme === null ? null : tame(schemeName(scheme) ?? scheme);

/** The scheme that shown words mean: the one that our part names, where it is still shown so; else the words. */
export function schemeShown(part: JsonObject | null, shown: string): string {
  const exact = own(part, 'scheme');
  return typeof exact === 'string' && shownScheme(exact) === shown ? exact : shown;
}
