/** Front matter that a page of HTML tells in its head: Highwire, Dublin Core, Open Graph, JSON-LD, title. */
import { bareDoi, webAddress } from '../../model/csl-shapes.ts';
import type { DraftFront } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';

/** What a page says of itself. */
export interface HtmlFront {
  readonly front: DraftFront;
  readonly language: string | null;
  /** Its own address; null where it does not tell. */
  readonly address: string | null;
}

/** All that is said under one of the names, in the order of the names. */
type Said = (...names: readonly string[]) => string[];

function metaOf(root: Tag): Said {
  const said = new Map<string, string[]>();
  for (const meta of root.all('meta')) {
    const name = (
      meta.attribute('name') ??
      meta.attribute('property') ??
      meta.attribute('itemprop') ??
      ''
    ).toLowerCase();
    const content = (meta.attribute('content') ?? '').replace(/\s+/gu, ' ').trim();
    if (name && content) said.set(name, [...(said.get(name) ?? []), content]);
  }
  return (...names) => names.map((name) => said.get(name) ?? []).find((found) => found.length > 0) ?? [];
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The article of the page as JSON-LD tells it; empty where it does not. */
function linkedData(root: Tag): Json {
  for (const script of root.all('script')) {
    if (script.attribute('type') !== 'application/ld+json' || script.text.length > 200_000) continue;
    try {
      const data: unknown = JSON.parse(script.text);
      const graph = isObject(data) ? data['@graph'] : data;
      const all = [data, ...(Array.isArray(graph) ? (graph as unknown[]) : [])].filter(isObject);
      const found = all.find((one) =>
        /Article|Chapter|Book|CreativeWork|Thesis|Report/u.test(String(one['@type'])),
      );
      if (found) return found;
    } catch {
      // Not JSON: a page may say anything.
    }
  }
  return {};
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('http') ? [] : [value];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap(namesIn);
  return isObject(value) ? namesIn(value['name']) : [];
}

/** `Roe, Jane` as `Jane Roe`; addresses and names of sites are no authors. */
const turned = (name: string): string =>
  /^([^,]+), ([^,]+)$/u.exec(name.trim())?.slice(1).reverse().join(' ') ?? name.trim();

const yearIn = (text: string | undefined): number | null => {
  const year = Number(/\b(1[0-9]{3}|20[0-9]{2})\b/u.exec(text ?? '')?.[1]);
  return year || null;
};

/** Authors that the page shows, where its head names none. */
const shownAuthors = (root: Tag): string[] =>
  [...root.all('a', 'span', 'p', 'div', 'address')]
    .filter(
      (tag) =>
        /(?:^|\s)author(?:\s|$)/u.test(tag.attribute('rel') ?? '') ||
        (/(?:^|\s)author(?:\s|$)/u.test(tag.attribute('class') ?? '') &&
          tag.closest((one) => `${one.name} ${one.attribute('class') ?? ''}`.includes('header')) !== null),
    )
    .map((tag) => tag.words.replace(/^by\s+/iu, ''))
    .filter((name) => name.length > 1 && name.length < 80);

/** Names under which pages tell what is one string. */
const told = {
  journal: ['citation_journal_title', 'prism.publicationname', 'dc.source', 'citation_conference_title'],
  volume: ['citation_volume', 'prism.volume'],
  issue: ['citation_issue', 'prism.number'],
  firstPage: ['citation_firstpage', 'prism.startingpage'],
  lastPage: ['citation_lastpage', 'prism.endingpage'],
  issn: ['citation_issn', 'prism.issn'],
  publisher: ['citation_publisher', 'dc.publisher', 'dcterms.publisher'],
} as const;

const titles = ['citation_title', 'dc.title', 'dcterms.title', 'eprints.title'];
const creators =
  'citation_author citation_authors dc.creator dcterms.creator dc.creator.personalname author article:author parsely-author';
const dates =
  'citation_publication_date citation_date citation_year dc.date dc.date.issued dcterms.issued dcterms.date prism.publicationdate article:published_time date';
const addresses = 'og:url citation_public_url citation_fulltext_html_url dc.identifier.uri';

const known = <K extends keyof DraftFront>(
  key: K,
  value: DraftFront[K] | null | undefined,
): Partial<DraftFront> => (value === undefined || value === null || value === '' ? {} : { [key]: value });

function authorsOf(root: Tag, meta: Said, data: Json): readonly string[] {
  const names = meta(...creators.split(' ')).flatMap((name) => name.split(/;\s*/u));
  const all = [names, namesIn(data['author']), shownAuthors(root)]
    .map((some) => some.map(turned).filter((name) => name && !/^https?:/u.test(name)))
    .find((some) => some.length > 0);
  return [...new Set(all ?? [])];
}

function addressOf(root: Tag, meta: Said): string | null {
  const canonical = [...root.all('link')].find((link) => link.attribute('rel') === 'canonical');
  return webAddress(canonical?.attribute('href') ?? meta(...addresses.split(' '))[0] ?? '');
}

function languageOf(root: Tag, meta: Said): string | null {
  const html = root.first('html');
  const tag =
    html?.attribute('lang') ?? html?.attribute('xml:lang') ?? meta('citation_language', 'dc.language')[0];
  return tag && /^[a-z]{2,3}(?:[-_][\w-]+)?$/iu.test(tag) ? tag.replace('_', '-') : null;
}

function doiOf(meta: Said): string | null {
  const own = meta('citation_doi', 'dc.identifier.doi', 'prism.doi', 'bepress_citation_doi')[0];
  return bareDoi(own ?? meta('dc.identifier').find((id) => /10\.\d{4}/u.test(id)) ?? '');
}

/** Reads it. Nothing is guessed: what the page does not say is absent. */
export function readFront(root: Tag): HtmlFront {
  const meta = metaOf(root);
  const data = linkedData(root);
  const text = (key: string): string | undefined => (typeof data[key] === 'string' ? data[key] : undefined);
  const title =
    meta(...titles)[0] ??
    text('headline') ??
    text('name') ??
    meta('og:title')[0] ??
    root.first('title')?.words;
  const authors = authorsOf(root, meta, data);
  const address = addressOf(root, meta);
  const strings = Object.entries(told).map(([key, names]) =>
    known(key as keyof typeof told, meta(...names)[0]),
  );
  const front: DraftFront = {
    ...known('title', title),
    ...(authors.length > 0 ? { authors } : {}),
    ...known('year', yearIn(meta(...dates.split(' '))[0] ?? text('datePublished'))),
    ...(Object.assign({}, ...strings) as DraftFront),
    ...known('doi', doiOf(meta)),
    ...known('url', address),
  };
  return { front, language: languageOf(root, meta), address };
}
