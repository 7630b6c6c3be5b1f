/** Reads a paper from JATS: front matter, text, notes. The schema is the whitelist; what it lacks keeps its words. */
import type { Node } from 'prosemirror-model';
import { bareDoi, webAddress } from '../model/csl-shapes.ts';
import type { CslName } from '../model/csl.ts';
import { Fault } from '../model/fault.ts';
import { readText } from '../model/paper-text.ts';
import type { Front, Paper, Section } from '../model/paper.ts';
import { readBody } from './jats-body.ts';
import { make, textOf, type Walk } from './jats-inline.ts';
import { noteLabels, readNotes } from './jats-notes.ts';
import { parseXml } from './xml.ts';
import { xmlBeginning } from './xml-beginning.ts';

const personName = (contrib: Element): string =>
  [textOf(contrib.querySelector('given-names')), textOf(contrib.querySelector('surname'))]
    .filter(Boolean)
    .join(' ') ||
  (textOf(contrib.querySelector('string-name, collab')) ?? '');

/** The name in parts; null where the file has it whole. */
function nameParts(contrib: Element): CslName | null {
  const part = (selector: string): string | null => textOf(contrib.querySelector(selector));
  const family = part('surname');
  if (family === null) return personName(contrib) ? { literal: personName(contrib) } : null;
  const given = part('given-names');
  const suffix = part('name > suffix');
  return { family, ...(given === null ? {} : { given }), ...(suffix === null ? {} : { suffix }) };
}

/** Where the paper is to be found: publisher and identifiers; only addresses of the web. */
function readIdentity(root: Element): Pick<Front, 'publisher' | 'doi' | 'issn' | 'url'> {
  const find = (selector: string): string | null => textOf(root.querySelector(`front ${selector}`));
  const self = root.querySelector('front > article-meta > self-uri');
  const href = self?.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? textOf(self);
  return {
    publisher: find('publisher-name'),
    doi: bareDoi(find('article-meta > article-id[pub-id-type="doi"]') ?? ''),
    issn: find('journal-meta > issn'),
    url: webAddress(href ?? ''),
  };
}

function readFront(root: Element): Front {
  const meta = root.querySelector('front > article-meta');
  const find = (selector: string): string | null => textOf(meta?.querySelector(selector));
  const contribs = [...(meta?.querySelectorAll('contrib') ?? [])];
  const year = Number.parseInt(find('pub-date year') ?? '', 10);
  return {
    title: find('title-group article-title') ?? 'Untitled',
    authors: contribs.map(personName).filter(Boolean),
    year: Number.isNaN(year) ? null : year,
    journal: textOf(root.querySelector('front journal-title')),
    volume: find('volume'),
    issue: find('issue'),
    season: find('pub-date season'),
    firstPage: find('fpage'),
    lastPage: find('lpage'),
    names: contribs.map(nameParts).filter((name) => name !== null),
    ...readIdentity(root),
  };
}

/** The printed label at the head of a heading; empty where it has none. */
const labelOf = (heading: Node): string =>
  heading.content.content.find((one) => one.marks.some((mark) => mark.type.name === 'label'))?.text ?? '';

/** The sections in order of the text, for contents and addresses. */
function readSections(paper: Pick<Paper, 'doc' | 'text'>): Section[] {
  const headings = paper.text.blocks.filter((block) => block.kind === 'heading');
  const starts = new Map(headings.map((block) => [block.address, block.start]));
  const sections: Section[] = [];
  paper.doc.descendants((node) => {
    if (node.type.name !== 'section') return false;
    const address = String(node.attrs['address']);
    const heading = node.firstChild ?? node;
    const label = labelOf(heading);
    sections.push({
      address,
      label,
      title: heading.textContent.slice(label.length).trim(),
      level: Number(node.attrs['level']),
      id: String(heading.attrs['id']),
      start: starts.get(address) ?? 0,
    });
    return true;
  });
  return sections;
}

/** So many UTF-16 units of a long file are read first: a dozen screens of text. */
const firstUnits = 60_000;

/** The beginning of a long paper with all its notes; null where the paper is not long, or is best read at once. */
export function readBeginning(xml: string, id: string): Paper | null {
  const beginning = xmlBeginning(xml, firstUnits, 'p', 'back');
  try {
    return beginning === null ? null : { ...readJats(beginning, id), isBeginning: true };
  } catch {
    // What is wrong with it, if anything is, is told when the whole is read.
    return null;
  }
}

/** Reads a paper. `id` names it in links. Throws `paper/malformed` where it is not a JATS article with text. */
export function readJats(xml: string, id: string): Paper {
  const root = parseXml(xml, id);
  const body = root.querySelector('body');
  if (root.localName !== 'article' || !body) throw new Fault('paper/malformed', id);
  const labels = noteLabels(root);
  const walk: Walk = { paper: id, labels, seen: new Map(), addresses: new Set(), figures: { count: 0 } };
  const blocks = readBody(body, walk);
  if (blocks.length === 0) throw new Fault('paper/malformed', id);
  const doc = make('doc', null, blocks);
  doc.check();
  const text = readText(doc);
  const language = root.getAttribute('xml:lang');
  return {
    id,
    front: readFront(root),
    language,
    doc,
    text,
    sections: readSections({ doc, text }),
    notes: readNotes(root, walk),
  };
}
