/** Marks of a desk as they are read elsewhere: each with its quotation, address, page, citation and the way back. */
import { citeItem } from '../cite/cite-item.ts';
import { citer, type Locator } from '../cite/cite.ts';
import type { CitationStyle } from '../cite/citation-styles.ts';
import { joinRich, plainCitation } from '../cite/plain-citation.ts';
import { locatorOf, pagesOf } from '../cite/quotation.ts';
import { plainRich, type RichText } from '../cite/rich-text.ts';
import { entryIn } from '../cite/quoted.ts';
import { meanings, type Desk } from '../desk/desk.ts';
import { placed, type Passage } from '../desk/passages.ts';
import type { MarkEntry, MarkSheet } from '../formats/mark-entry.ts';
import { motivationNames } from '../margin/motivation-names.ts';
import type { Paper } from '../model/paper.ts';
import type { Claim } from '../model/argument-records.ts';
import type { Target } from '../model/record-parts.ts';
import type { Annotation, NotebookRecord } from '../model/records.ts';
import { addressOf, sayAddress } from '../text/address.ts';
import { markdownFragment } from '../ui/markdown-text.ts';
import { passageLink } from './passage-link.ts';
import { formatRoute } from './routes.ts';

/** What a sheet is made with. */
export interface SheetOptions {
  readonly style: CitationStyle;
  /** Whether notes are wanted as HTML. */
  readonly hasHtml: boolean;
  /** ISO 8601. */
  readonly now: string;
  /** Asked after each entry: lets the page have its turn. */
  readonly turn: () => Promise<void>;
}

type Entry = Annotation | Claim;

const isEntry = (record: NotebookRecord): record is Entry =>
  record.kind === 'annotation' || record.kind === 'claim';

const brackets = (words: RichText): RichText => joinRich(plainRich('('), words, plainRich(')'));
const nothingCited: RichText = { text: '', html: '', markdown: '' };

/** How places in a paper are cited in a style; plainly where the style does not arrive. */
async function citing(paper: Paper, style: CitationStyle): Promise<(where: Locator) => RichText> {
  const plainly = (where: Locator): RichText => brackets(plainCitation(paper.front, where));
  if (style === 'plain') return plainly;
  try {
    const made = await citer(style);
    const item = citeItem(paper);
    return (where) => made.cite(item, where).citation;
  } catch {
    return plainly;
  }
}

/** The first passage of each record. */
function placesOf(desk: Desk): ReadonlyMap<string, Passage> {
  const first = new Map<string, Passage>();
  for (const passage of placed(desk).passages) if (!first.has(passage.id)) first.set(passage.id, passage);
  return first;
}

function sectionOf(paper: Paper, address: string): string {
  const section = paper.sections.find((one) => one.address === address);
  return section ? `${section.label} ${section.title}`.trim() : address;
}

const noteLabel = (paper: Paper, targets: readonly Target[]): string => {
  const id = targets.find(({ note }) => note !== undefined)?.note;
  return paper.notes.find((note) => note.id === id)?.label ?? '';
};

async function htmlOf(body: string): Promise<string> {
  const frame = document.createElement('div');
  frame.append(await markdownFragment(body));
  return frame.innerHTML;
}

class Sheet {
  readonly #desk: Desk;
  readonly #options: SheetOptions;
  readonly #cite: (where: Locator) => RichText;
  readonly #places: ReadonlyMap<string, Passage>;
  readonly #replies = new Map<string, Annotation[]>();
  readonly #names: ReadonlyMap<string, string>;

  constructor(desk: Desk, options: SheetOptions, cite: (where: Locator) => RichText) {
    this.#desk = desk;
    this.#options = options;
    this.#cite = cite;
    this.#places = placesOf(desk);
    this.#names = meanings(desk);
  }

  /** Entries of the records that begin a thread; replies stand within what they answer. */
  async entries(records: readonly Entry[]): Promise<readonly MarkEntry[]> {
    const ids = new Set(records.map(({ id }) => id));
    const roots: Entry[] = [];
    for (const record of records) {
      const parent = record.kind === 'annotation' ? record.replyTo : null;
      if (record.kind === 'annotation' && parent !== null && ids.has(parent))
        this.#replies.set(parent, [...(this.#replies.get(parent) ?? []), record]);
      else roots.push(record);
    }
    const found: MarkEntry[] = [];
    for (const root of roots) found.push(await this.#entry(root, new Set()));
    return found;
  }

  /** `path`: what it answers; a circle ends where it begins. */
  async #entry(record: Entry, path: ReadonlySet<string>): Promise<MarkEntry> {
    await this.#options.turn();
    const within = new Set([...path, record.id]);
    const replies: MarkEntry[] = [];
    for (const reply of this.#replies.get(record.id) ?? [])
      if (!within.has(reply.id)) replies.push(await this.#entry(reply, within));
    const body = record.kind === 'claim' ? '' : record.body;
    return {
      id: record.id,
      ...this.#place(record),
      ...this.#look(record),
      body: record.kind === 'claim' ? record.wording : body,
      bodyHtml: this.#options.hasHtml ? await htmlOf(record.kind === 'claim' ? record.wording : body) : '',
      creator: record.creator,
      created: record.created,
      modified: record.modified,
      replies,
    };
  }

  #look(record: Entry): Pick<MarkEntry, 'kind' | 'tags' | 'colour' | 'meaning' | 'isUnderlined'> {
    if (record.kind === 'claim')
      return { kind: `Claim (${record.role})`, tags: [], colour: '', meaning: '', isUnderlined: false };
    const { motivation, tags, colour, style } = record;
    return {
      kind: motivationNames[motivation],
      tags,
      colour,
      meaning: this.#names.get(colour) ?? colour,
      isUnderlined: style === 'underline',
    };
  }

  #place(
    record: Entry,
  ): Pick<
    MarkEntry,
    | 'offset'
    | 'quotations'
    | 'section'
    | 'address'
    | 'page'
    | 'note'
    | 'isOrphan'
    | 'citation'
    | 'link'
    | 'language'
  > {
    const { paper } = this.#desk;
    const passage = this.#places.get(record.id);
    const aim = { to: record.kind, value: record.id } as const;
    const language = paper.language ?? '';
    const words = { quotations: record.targets.map(({ exact }) => exact).filter(Boolean), language };
    const note = noteLabel(paper, record.targets);
    if (!passage) {
      const link = new URL(formatRoute(paper.id, aim), location.href).href;
      const isOrphan = record.targets.length > 0 && note === '';
      const nowhere = { offset: null, section: '', address: '', page: '', citation: nothingCited };
      return { ...words, ...nowhere, note, isOrphan, link };
    }
    const address = addressOf(paper, passage.start);
    return {
      ...words,
      offset: passage.start,
      section: sectionOf(paper, address.section),
      address: sayAddress(address),
      page: pagesOf(paper, passage),
      note,
      isOrphan: false,
      citation: this.#cite(locatorOf(paper, passage)),
      link: passageLink(paper, passage),
    };
  }
}

/** The sheet of some records of a desk: marks, notes and claims among them. */
export async function markSheet(
  desk: Desk,
  records: readonly NotebookRecord[],
  options: SheetOptions,
): Promise<MarkSheet> {
  const { paper } = desk;
  const cite = await citing(paper, options.style);
  const entry = await entryIn(options.style, paper).catch(() => entryIn('plain', paper));
  return {
    title: paper.front.title,
    // A paragraph of its own is not wanted here.
    paper: { ...entry, html: entry.html.replace(/^<p>|<\/p>$/gu, '') },
    link: new URL(formatRoute(paper.id, { to: 'start' }), location.href).href,
    now: options.now,
    entries: await new Sheet(desk, options, cite).entries(records.filter(isEntry)),
  };
}
