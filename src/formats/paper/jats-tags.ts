/** XML text made of names, attributes and words, all escaped. Part of the JATS writer. */

/** What no XML document may hold: control characters and halves of surrogate pairs. */
const impossible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/** Words without what XML cannot hold. */
export const possible = (text: string): string => text.replace(impossible, '');

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as they stand in XML, in an element or in quotes. */
export const escaped = (text: string): string =>
  possible(text).replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);

/** An element; attributes that are null or undefined are left out. `inner` is XML already. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | null | undefined>>,
  inner = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => typeof value === 'string')
    .map(([key, value]) => ` ${key}="${escaped(value as string)}"`);
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
}

/** An element of words; empty where there are none. */
export const worded = (name: string, words: string | number | null | undefined): string =>
  words === null || words === undefined || words === '' ? '' : tag(name, {}, escaped(String(words)));
