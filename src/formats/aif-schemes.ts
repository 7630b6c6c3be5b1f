/** Argumentation schemes by the names that AIF files have for them. */
import { schemeNamed, schemeOf } from '../model/schemes.ts';
import { defaults } from './aif-names.ts';
import { textIn, type JsonObject } from './json-values.ts';

/** Texts of RA-nodes that name no scheme. */
const unnamed: ReadonlySet<string> = new Set(['', 'ra', 'inference', 'default inference', 'support', 'pro']);

/** Longest rule that a step can have, in UTF-16 units. */
const longest = 1_000;

/** The scheme that an RA-node names: the key of a known one, or a rule in its own words; null where it names none. */
export function schemeSaid(item: JsonObject): string | null {
  const said = (textIn(item, 'scheme') || textIn(item, 'text')).trim();
  if (unnamed.has(said.toLowerCase())) return null;
  return schemeNamed(said) ?? said.slice(0, longest);
}

/** What an RA-node is called in the world of AIF. */
export const schemeText = (scheme: string | null): string =>
  scheme === null ? defaults.RA : (schemeOf(scheme)?.aif ?? scheme);
