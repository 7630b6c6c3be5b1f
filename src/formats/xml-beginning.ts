/** The beginning of a long XML text as a document of its own: what can be shown before all of it is read. Pure. */

/** Comments, CDATA, instructions, declarations; then tags, with what stands in quotes taken as one. */
const piece =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!(?:[^>"']|"[^"]*"|'[^']*')*>|<(\/?)([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/gu;

/** Where the first element called `unit` ends behind `least`, and what is open there; null where none does. */
function firstEnd(xml: string, least: number, unit: string): { end: number; open: string[] } | null {
  const open: string[] = [];
  for (const { 0: whole, 1: close, 2: name, 3: rest = '', index } of xml.matchAll(piece)) {
    if (!name || rest.endsWith('/')) continue;
    if (!close) open.push(name);
    else open.pop();
    const end = index + whole.length;
    if (close && name === unit && end > least) return { end, open };
  }
  return null;
}

/**
 * `xml` up to the first end of an element called `unit` behind `least` UTF-16 units, what is open there closed, and
 * the last element called `tail` behind it, where there is one. Null where the text is not even twice as long, or has
 * no such end. What comes out may be malformed, where the text is or has something unusual: whoever parses it hears.
 */
export function xmlBeginning(xml: string, least: number, unit: string, tail: string): string | null {
  if (xml.length < least * 2) return null;
  const found = firstEnd(xml, least, unit);
  if (!found) return null;
  const closing = found.open.map((name) => `</${name}>`).reverse();
  const back = xml.lastIndexOf(`<${tail}`);
  if (back <= found.end) return xml.slice(0, found.end) + closing.join('');
  return xml.slice(0, found.end) + closing.slice(0, -1).join('') + xml.slice(back);
}
