/** The targets of a Web Annotation: passages of the paper or of a note, the paper itself, other annotations; out and in. */
import type { PaperText } from '../model/paper-text.ts';
import type { Target } from '../model/record-parts.ts';
import { idFor } from './foreign-id.ts';
import { isObject, listOf, own, textIn, type JsonObject } from './json-values.ts';
import { quotedTarget } from './quoted-target.ts';
import { isPaperIri, noteId, noteIri, recordId, terms, textHash, textIri } from './w3c-vocabulary.ts';
import { readSelectors } from './w3c-selectors.ts';

/** A passage as a SpecificResource. `paper` is the paper's IRI; `styleClass` how it shows, null where that is no question. */
export function writeTarget(target: Target, paper: string, styleClass: string | null): JsonObject {
  const { exact, prefix, suffix, start, end, note, version, address, detached, wording } = target;
  return {
    type: 'SpecificResource',
    source: note === undefined ? paper : noteIri(paper, note),
    ...(styleClass === null ? {} : { styleClass }),
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start, end },
    ],
    ...(version === undefined ? {} : { state: { type: 'TimeState', cached: textIri(version) } }),
    ...(address === undefined ? {} : { [terms.address]: address }),
    ...(detached ? { [terms.detached]: true } : {}),
    ...(wording === undefined ? {} : { [terms.wording]: wording }),
  };
}

/** What the targets of an annotation say. */
export interface Targets {
  readonly passages: readonly Target[];
  /** Ids of the records, and of the author's notes, that it is about. */
  readonly records: readonly string[];
  readonly notes: readonly string[];
  /** How many of the passages say nothing by which they could be found. */
  readonly unfound: number;
  /** Types of selectors that say nothing here. */
  readonly unused: readonly string[];
  /** The class that the first target is to be shown in; empty where none is. */
  readonly styleClass: string;
}

/** What a reader of targets must know of the annotation around them. */
export interface TargetScene {
  readonly text: PaperText;
  readonly paper: string;
  /** True where the annotation replies: then another IRI is another annotation, not a page. */
  readonly isReply: boolean;
}

/** What has no selector that can be used, kept so that its words are: it stands nowhere. */
const nowhere: Target = { exact: '', prefix: '', suffix: '', start: 0, end: 0 };

const sourceOf = (target: JsonObject): string => {
  const source = own(target, 'source') ?? own(target, 'id');
  return typeof source === 'string' ? source : textIn(source, 'id');
};

/** A passage of one of our papers, just as it was written. */
function readOwn(target: JsonObject, source: string): Target | null {
  const selectors = listOf(own(target, 'selector'));
  const quote = selectors.find((one) => textIn(one, 'type') === 'TextQuoteSelector');
  const position = selectors.find((one) => textIn(one, 'type') === 'TextPositionSelector');
  const [start, end] = [own(position, 'start'), own(position, 'end')];
  if (quote === undefined || typeof start !== 'number' || typeof end !== 'number') return null;
  const note = noteId(source);
  const version = textHash(textIn(own(target, 'state'), 'cached'));
  const address = own(target, terms.address);
  const wording = own(target, terms.wording);
  return {
    exact: textIn(quote, 'exact'),
    prefix: textIn(quote, 'prefix'),
    suffix: textIn(quote, 'suffix'),
    start,
    end,
    ...(note === null ? {} : { note }),
    ...(version === null ? {} : { version }),
    ...(typeof address === 'string' ? { address } : {}),
    ...(own(target, terms.detached) === true ? { detached: true } : {}),
    ...(typeof wording === 'string' ? { wording } : {}),
  };
}

interface Gathered {
  readonly passages: Target[];
  readonly records: string[];
  readonly notes: string[];
  readonly unused: string[];
  unfound: number;
  styleClass: string;
}

function addIri(gathered: Gathered, iri: string, isReply: boolean): void {
  const record = recordId(iri);
  const note = noteId(iri);
  if (record !== null) gathered.records.push(record);
  else if (note !== null) gathered.notes.push(note);
  else if (isReply && !isPaperIri(iri)) gathered.records.push(idFor(iri));
}

function addPassage(gathered: Gathered, target: JsonObject, source: string, scene: TargetScene): void {
  const isKnown = isPaperIri(source) || noteId(source) !== null;
  const whole = isKnown ? readOwn(target, source) : null;
  if (whole) return void gathered.passages.push(whole);
  const isOurs = source === scene.paper;
  const { quote, unused } = readSelectors(own(target, 'selector'), { text: scene.text, isOurs });
  gathered.unused.push(...unused);
  const note = noteId(source);
  if (!quote) gathered.unfound += 1;
  const passage = quote ? quotedTarget(scene.text, quote) : nowhere;
  gathered.passages.push(note === null ? passage : { ...passage, note });
}

/** Reads what an annotation's `target` says. Never throws. */
export function readTargets(item: JsonObject, scene: TargetScene): Targets {
  const gathered: Gathered = { passages: [], records: [], notes: [], unused: [], unfound: 0, styleClass: '' };
  const all = listOf(own(item, 'target')).flatMap((target) => {
    const items = isObject(target) ? listOf(own(target, 'items')) : [];
    return items.length > 0 ? items : [target];
  });
  for (const target of all.slice(0, 1_000)) {
    if (typeof target === 'string') addIri(gathered, target, scene.isReply);
    if (!isObject(target)) continue;
    const source = sourceOf(target);
    gathered.styleClass ||= textIn(target, 'styleClass');
    if (own(target, 'selector') === undefined) addIri(gathered, source, scene.isReply);
    else addPassage(gathered, target, source, scene);
  }
  return gathered;
}
