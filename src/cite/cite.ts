/** Cites a work in a style: as a note or in the text, and as an entry of a bibliography. */
import type { CslItem } from '../model/csl.ts';
import type { CslStyle } from './citation-styles.ts';
import { loadEngine } from './engine.ts';
import { locale } from './locale.ts';
import { richText, type RichText } from './rich-text.ts';

/** Where in the work: pages as they are to be shown (`53–[54]`), or words of another kind (`III.B ¶4`). */
export interface Locator {
  readonly pages?: string;
  readonly place?: string;
}

/** `citation` ends with a stop in notes and stands in brackets elsewhere. */
export interface Cited {
  readonly citation: RichText;
  readonly entry: RichText;
}

/** Makes citations in one style. */
export interface Citer {
  readonly style: CslStyle;
  cite(item: CslItem, locator?: Locator): Cited;
}

async function styleOf(style: CslStyle): Promise<string> {
  if (style === 'chicago-notes') return (await import('./style-chicago-notes.ts')).chicagoNotes;
  if (style === 'chicago-author-date') return (await import('./style-chicago-date.ts')).chicagoDate;
  return style === 'mla' ? (await import('./style-mla.ts')).mla : (await import('./style-apa.ts')).apa;
}

/** `p.` or `pp.` is the processor's to choose: brackets around an inferred page are put on after it has. */
const bracketed = (pages: string): string => pages.replace(/\[/gu, '\u2066').replace(/\]/gu, '\u2069');
const unbracketed = (html: string): string => html.replace(/\u2066/gu, '[').replace(/\u2069/gu, ']');

function cite(engine: Citeproc.Engine, item: CslItem, { pages, place }: Locator): Cited {
  const where = pages ? { locator: bracketed(pages), label: 'page' } : place ? { suffix: `, ${place}` } : {};
  const cluster = { citationItems: [{ id: item.id, ...where }], properties: { noteIndex: 1 } };
  engine.updateItems([item.id]);
  const citation = unbracketed(engine.previewCitationCluster(cluster, [], [], 'html'));
  const made = engine.makeBibliography();
  return { citation: richText(citation), entry: richText(made ? (made[1][0] ?? '') : '') };
}

const citers = new Map<CslStyle, Promise<Citer>>();

async function makeCiter(style: CslStyle): Promise<Citer> {
  const [{ Engine }, xml] = await Promise.all([loadEngine(), styleOf(style)]);
  let current: CslItem | null = null;
  const sys = { retrieveLocale: () => locale, retrieveItem: () => structuredClone(current) as object };
  const engine = new Engine(sys, xml, 'en-US');
  return {
    style,
    cite(item, locator = {}) {
      // An id of its own: the processor keeps what it once read under an id.
      current = { ...item, id: `${(count += 1)}` };
      return cite(engine, current, locator);
    },
  };
}

let count = 0;

/** What cites in `style`; made once. Rejects with a Fault `cite/unreachable` where the processor does not arrive. */
export function citer(style: CslStyle): Promise<Citer> {
  const made = citers.get(style) ?? makeCiter(style);
  citers.set(style, made);
  made.catch(() => citers.delete(style));
  return made;
}
