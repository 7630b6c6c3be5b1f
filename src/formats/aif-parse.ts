/** From the text of an AIF file to a JSON value, whatever the text is: size, depth and what other tools write wrong. */
import { parsed } from './json-values.ts';

/** Longest text that is read, in UTF-16 units, and deepest nesting of lists and objects. */
export const longestText = 30_000_000;
export const deepestNesting = 100;

/** A value, or why there is none: a clause as in a `Finding`. `mended`: what had to be put right first. */
export type Parsed =
  { readonly value: unknown; readonly mended: readonly string[] } | { readonly why: string };

/** How deep lists and objects lie within each other, texts left aside. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (isText) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) isText = false;
    } else if (code === 0x22) isText = true;
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, (depth += 1));
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return deepest;
}

/** Numbers that JSON has not got, which Python writes all the same, as `null`; texts are left alone. */
const withoutNaN = (json: string): string =>
  json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/gsu, (found) =>
    found.startsWith('"') ? found : 'null',
  );

/** Reads a text as JSON. Never throws. */
export function parseAif(text: string): Parsed {
  if (text.length > longestText) {
    return { why: `the file is longer than ${longestText.toLocaleString('en')} characters; not read` };
  }
  const json = text.replace(/^\uFEFF/u, '');
  if (depthOf(json) > deepestNesting) {
    return { why: `the file is nested deeper than ${deepestNesting} levels; not read` };
  }
  const value = parsed(json);
  if (value !== undefined) return { value, mended: [] };
  if (!/NaN|Infinity/u.test(json)) return { why: 'the file is not sound JSON; not read' };
  const mended = parsed(withoutNaN(json));
  return mended === undefined
    ? { why: 'the file is not sound JSON; not read' }
    : { value: mended, mended: ['NaN and Infinity are no numbers in JSON; read as nothing'] };
}
