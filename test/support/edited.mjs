// The paper of the corpus with its text edited, under the same id: what a better copy of it would be.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../corpus/gul-2008/paper.xml', import.meta.url));

/** The paper's JATS as it ships. */
export const paperXml = () => readFileSync(file, 'utf8');

/** `xml` with some words changed: `[before, after]`, each once. Throws where the words before are not there exactly once. */
export function withWords(xml, changes) {
  return changes.reduce((text, [before, after]) => {
    if (text.split(before).length !== 2) throw new RangeError(`“${before}” is not there exactly once.`);
    return text.replace(before, () => after);
  }, xml);
}

/** `xml` with the paragraph of an id taken out; where `behind` is given, put behind the paragraph of that id instead. */
export function withoutParagraph(xml, id, behind = null) {
  const paragraph = (wanted) => {
    const found = new RegExp(`<p id="${wanted.replaceAll('.', '\\.')}"[^>]*>[\\s\\S]*?</p>`, 'u').exec(xml);
    if (!found) throw new RangeError(`There is no paragraph ${wanted}.`);
    return found[0];
  };
  const taken = paragraph(id);
  const rest = xml.replace(taken, () => '');
  const place = behind === null ? null : paragraph(behind);
  return place === null ? rest : rest.replace(place, () => `${place}\n${taken}`);
}

/** Lets `page` (or a context) be given `xml` wherever the app fetches the paper, from now on. */
export async function routePaper(page, xml) {
  await page.unroute(/\/paper-[^/]*\.xml$/u);
  await page.route(/\/paper-[^/]*\.xml$/u, (route) =>
    route.fulfill({ body: xml, contentType: 'application/xml' }),
  );
}
