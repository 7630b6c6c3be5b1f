/** The paragraphs of an Argdown file: claims, headings and structures with their data. */
import type { Claim, Inference, Pin } from '../model/argument-records.ts';
import type { Group } from '../model/argument-records.ts';
import { ownKey, writeData } from './argdown-data.ts';
import {
  argdownIn,
  keptOfClaim,
  keptOfGroup,
  keptOfStep,
  type Formatted,
  type Kept,
} from './argdown-foreign.ts';
import { exact, ownPart, type FileStamp } from './argdown-own.ts';
import { below, type Signs } from './argdown-signs.ts';
import { shownScheme } from './argdown-rules.ts';
import { escapeRule, escapeText, tame } from './argdown-text.ts';
import { listOf, objectIn, own, textIn, textsIn, type JsonObject } from './json-values.ts';

/** What every paragraph asks for. */
export interface Scene {
  readonly stamp: FileStamp;
  readonly signs: Signs;
  readonly pins: ReadonlyMap<string, Pin>;
  /** A claim as one refers to it. */
  readonly claim: (id: string) => string;
  readonly isSketch: (id: string) => boolean;
  /** Titles of structures, by the id of their only step. */
  readonly structure: (id: string) => string;
}

/** Lines that say something, one below the other. */
export const lines = (...parts: readonly (string | readonly string[])[]): string =>
  parts
    .flat()
    .filter((line) => line !== '')
    .join('\n');

/** Text of another file that can stand as it was: one line, and nothing in it that would end it. */
export const canStand = (source: string): boolean => source !== '' && !/[\n\r{]|={3}/u.test(source);

/** Words as they stood in the file they came from, where they are the same words still; else as Warrant writes them, with the tags. */
export function formatted(words: string, kept: unknown): Formatted {
  const shown = tame(words);
  const source = textIn(kept, 'source');
  const tags = textsIn(kept, 'tags');
  if (textIn(kept, 'words') === words && canStand(source)) return { words, source, tags };
  return { words: shown, source: escapeText(shown), tags: [] };
}

/** A tag as text. */
export const tagText = (tag: string): string => `#(${tag.replace(/[()\n\r]/gu, ' ')})`;

/** The signs that stand at a place. */
export const signsAt = ({ signs }: Scene, place: string): readonly string[] => [
  ...(signs.lines.get(place) ?? []),
];

const withPart = (data: JsonObject, part: JsonObject): string => writeData({ ...data, [ownKey]: part });

/** Our part of a pin, within that of its claim. */
function pinPart(pin: Pin | undefined, stamp: FileStamp): JsonObject {
  if (!pin) return {};
  const said = { fields: { claim: pin.claim }, full: null, hasMore: false };
  return {
    pin: Object.fromEntries(Object.entries(ownPart(pin, said, stamp)).filter(([key]) => key !== 'id')),
  };
}

/** The paragraphs of a claim: its other wordings, then the canonical one with all that is said about it. `group` is where it stands. */
export function claimBlocks(claim: Claim, group: string | null, scene: Scene): readonly string[] {
  const kept = argdownIn(claim.foreign);
  const name = scene.claim(claim.id);
  const title = name.slice(1, -1);
  const isDefined = own(kept, 'isUndefined') !== true || claim.wording !== title || claim.wordings.length > 0;
  const given = listOf(own(kept, 'others'));
  const others = claim.wordings.map(({ text }, at) => formatted(text, given[at]));
  const content = isDefined ? formatted(claim.wording, kept) : { words: title, source: '', tags: [] };
  // Tags of words that have changed since are not lost.
  const inText = new Set([content, ...others].flatMap((one) => one.tags));
  const all = new Set([...textsIn(kept, 'tags'), ...textsIn(kept, 'references')]);
  const references = [...all].filter((tag) => !inText.has(tag));
  const data = objectIn(kept, 'data') ?? {};
  const isSketch = scene.isSketch(claim.id);
  const { full, hasMore } = keptOfClaim({ title, isSketch, isDefined, content, others, references, data });
  const fields = {
    wording: content.words,
    wordings: claim.wordings,
    // Where it is referred to alone, the first place decides: that may be anywhere.
    group: isDefined ? group : '?',
  };
  const links = scene.signs.links.get(claim.id);
  const part = {
    ...ownPart(claim, { fields, full, hasMore }, scene.stamp),
    ...pinPart(scene.pins.get(claim.id), scene.stamp),
    ...(links ? { links } : {}),
  };
  const reference = [name, ...references.map(tagText)].join(' ');
  const head = isDefined ? `${name}: ${content.source}` : reference;
  const wordings = claim.wordings.map(({ id, text }, at) =>
    lines(`${name}: ${others[at]?.source ?? ''}`, withPart({}, { of: id, ...exact('text', text) })),
  );
  const last = isDefined && references.length > 0 ? [reference] : [];
  return [...wordings, lines(head, withPart(data, part), signsAt(scene, below.claim(claim.id))), ...last];
}

/** A heading. `level` is how deep it stands, `above` that of the heading around it; `parent` that one's group. */
export function headingBlock(
  group: Group,
  above: number,
  parent: string | null,
  stamp: FileStamp,
): { level: number; block: string } {
  const kept = argdownIn(group.foreign);
  const given = own(kept, 'level');
  const level =
    typeof given === 'number' && Number.isInteger(given) && given > above && given < 200 ? given : above + 1;
  const content = formatted(group.title, kept);
  const data = objectIn(kept, 'data') ?? {};
  const said = keptOfGroup({ ...content, tags: [] }, level === above + 1 ? null : level, data);
  const hasMore = said.hasMore && content.source !== escapeText(content.words);
  const part = ownPart(group, { fields: { title: content.words, parent }, full: said.full, hasMore }, stamp);
  const isOurs = own(part, 'from') !== 'argdown';
  const head = `${'#'.repeat(level)} ${content.source}`;
  return { level, block: lines(head, withPart(isOurs ? { isGroup: true } : data, part)) };
}

/** Claims as numbered rows, counted from `first`. */
export const rowsText = (rows: readonly string[], first: number, scene: Scene): readonly string[] =>
  rows.map((row, at) => `(${first + at}) ${scene.claim(row)}`);

/** The lines between premises and conclusion. */
export function inferenceLines(
  inference: Inference,
  kept: Kept,
  shown: JsonObject,
  rules: string,
  data: JsonObject,
  scene: Scene,
): readonly string[] {
  const fields = { premises: inference.premises, conclusion: inference.conclusion, ...shown };
  const roles = inference.premises.map(({ role }) => role);
  const part = {
    ...ownPart(inference, { fields, ...kept }, scene.stamp),
    ...(roles.some((role) => role !== null) ? { roles } : {}),
  };
  return ['--', rules, withPart(data, part), '--', ...signsAt(scene, below.step(inference.id))];
}

/** A step of its own: the argument's title, then premises and conclusion. */
export function structureBlocks(inference: Inference, scene: Scene): readonly string[] {
  const { gist, scheme, premises, conclusion, id } = inference;
  const title = scene.structure(id);
  const rows = [...premises.map(({ claim }) => claim), conclusion];
  const shownGist = gist === '' ? '' : tame(gist);
  const description = { words: shownGist, source: escapeText(shownGist), tags: [] };
  const whole = {
    rows,
    steps: [{ id, at: premises.length }],
    descriptions: gist === '' ? [] : [description],
    tags: [],
    data: {},
    group: null,
    isElsewhere: false,
  };
  const kept = keptOfStep({ argument: title, step: 0, rules: null, data: {}, whole });
  const rule = shownScheme(scheme);
  const shown = { gist: shownGist, scheme: rule };
  return [
    gist === '' ? `<${title}>` : `<${title}>: ${description.source}`,
    lines(
      rowsText(rows.slice(0, -1), 1, scene),
      inferenceLines(inference, kept, shown, rule === null ? '' : escapeRule(rule), {}, scene),
      rowsText(rows.slice(-1), rows.length, scene),
    ),
  ];
}
