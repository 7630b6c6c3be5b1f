/** How a text names who says something: the words before and behind a name. Part of the attributions. Pure. */
import type { NameSpan } from './names.ts';
import { acted, callings, office, participle, plural, singular, speech, told, work } from './reporting.ts';

/**
 * By what form the text names somebody: `as` (“As Russell argues”), `according`, `for` (“For Mehdiyeva,”), `view`
 * (“in Blank’s view”), `says` (“Lynch explains”), `inverted` (“, argues Lynch”), `by` (“as shown by Blank”), `work`
 * (“Itzkoff’s study”), `calling` (“the historian Russell”), `dated` (“Russell (1998)”), `pronoun` (“he adds”),
 * `office` and `speech` for those who speak in the story.
 */
export type AttributionHow =
  | 'as'
  | 'according'
  | 'for'
  | 'view'
  | 'says'
  | 'inverted'
  | 'by'
  | 'work'
  | 'calling'
  | 'dated'
  | 'pronoun'
  | 'office'
  | 'speech';

/** What the form around a name tells. Indexes are UTF-16, into the sentence. */
export interface Hint {
  readonly how: AttributionHow;
  readonly role: 'source' | 'speaker';
  readonly confidence: number;
  readonly start: number;
  readonly end: number;
}

const cite = String.raw`(?:\s*\([^()]{1,60}\))?`;
const aside = String.raw`(?:,\s[^,]{1,60},|,?\sin\s[^,]{1,60}?)?`;
const adverb = String.raw`(?:\s+(?:\p{Ll}+ly|also|further|thus|even|here|again|then|once|himself|herself|themselves))?`;

const saying = new RegExp(
  String.raw`^${cite}(?<aside>${aside})${adverb}\s+(?:(?:goes|go)\s+on\s+to\s+(?<on>${plural})|(?<now>${singular})|` +
    String.raw`(?<many>${plural})|ha(?:s|ve|d)${adverb}\s+(?<perfect>${participle})|(?<past>${told}))\b`,
  'u',
);
const acting = new RegExp(String.raw`^${aside}\s+`, 'u');
const reached = /^\s*(?:that\b|how\b|why\b|:|,?\s*[“‘"«])/u;
/** Verbs that are plural nouns as well, right behind the name: “Soviet states”, “party reports”. */
const nouns =
  /^\s+(?:states|reports|claims|notes|views|labels|terms|links|credits|questions|challenges|doubts|estimates)$/u;
const ownWork = new RegExp(String.raw`^[’']s?\s+(?:[\p{L}-]+\s+){0,2}?${work}\b`, 'u');
const ownSpeech = new RegExp(String.raw`^[’']s?\s+(?:[\p{L}-]+\s+){0,2}?${speech}\b`, 'u');
const ownView = new RegExp(
  String.raw`^[’']s?\s+(?:[\p{L}-]+\s+)?(?:view|opinion|account|words|reading|analysis|estimation|terms|phrase|` +
    String.raw`interpretation|formulation|perspective|judgement|judgment)\b`,
  'u',
);
const inSpeech = new RegExp(String.raw`\b${speech}\b`, 'u');
const year = /^(?:[’']s?)?\s*\(\s*(?:1[5-9]|20)\d\d[a-z]?\b(?!\s?[-–—])[^()]{0,40}\)/u;
const yearInside = /^,?\s+(?:1[5-9]|20)\d\d[a-z]?\b(?!\s?[-–—])/u;

const beforeAs = /(?:^|[\s(—–])([Aa]s\s+)$/u;
const beforeAccording = /\b([Aa]ccording\s+to\s+)(the\s+)?$/u;
const beforeFor = /(?:^|[,;:—–(]\s?|\b(?:but|and|thus|so|that)\s+)([Ff]or\s+)$/iu;
const beforeIn = /\b((?:in|on|from|by)\s+)$/iu;
const beforeView = /\b(in\s+the\s+(?:view|opinion|words|account|reading|eyes|judgement|judgment)\s+of\s+)$/iu;
const beforeBy = new RegExp(String.raw`\b(${participle}\s+(?:\p{Ll}+ly\s+)?by\s+)$`, 'u');
const beforeInverted = new RegExp(String.raw`(?:[”"’»],?|,)\s+((?:${singular}|${told}|${plural})\s+)$`, 'u');
const beforeCalling = new RegExp(
  String.raw`\b((?:the|The)\s+(?:late\s+)?(?:\p{L}+\s+)?${callings}\s+)$`,
  'u',
);
const beforeWork = new RegExp(String.raw`\b(${work}\s+(?:of|by)\s+)$`, 'u');
const commaBehind = new RegExp(`^${cite},`, 'u');
/** A name behind a preposition is not who says: “Woolf’s essay on Eliot calls”. */
const governed = /\b(?:on|of|about|from|to|in|with|by|for|against|between|between\s+\S+\s+and)\s+$/iu;
const article = /\b(?:the|a|an)\s+$/iu;

interface Around extends NameSpan {
  readonly before: string;
  readonly after: string;
}

type Role = Hint['role'];

const hint = (
  around: Around,
  how: AttributionHow,
  confidence: number,
  front = '',
  back = '',
  role: Role = 'source',
): Hint => ({
  how,
  role,
  confidence,
  start: around.start - front.length,
  end: around.end + back.length,
});

/** What a verb of saying behind the name tells, if it agrees with the name in number; null where there is none. */
function said(around: Around): { tail: string; aside: string; now: boolean } | null {
  const found = saying.exec(around.after);
  const groups = found?.groups;
  if (!found || !groups) return null;
  const { now, many, on, past, perfect } = groups;
  // “Farmers argue” is a group, “Fiona and Jewett argue” are two persons.
  if (around.several ? now : many) return null;
  return {
    tail: found[0],
    aside: groups['aside'] ?? '',
    now: (now ?? many ?? on ?? (past ? undefined : perfect)) !== undefined,
  };
}

/** Whether somebody holds an office or acts in the story: a speaker, whom somebody else reports. */
function spoken(around: Around): Hint | null {
  const speechTail = ownSpeech.exec(around.after)?.[0];
  if (speechTail) return hint(around, 'speech', 0.8, '', speechTail, 'speaker');
  const verb = said(around);
  if (verb && inSpeech.test(verb.aside)) return hint(around, 'speech', 0.85, '', verb.tail, 'speaker');
  const held = office.exec(around.before)?.[0];
  if (held) return hint(around, 'office', 0.7, held, '', 'speaker');
  const gap = acting.exec(around.after)?.[0] ?? '';
  const act = acted.exec(around.after.slice(gap.length))?.[0];
  return act && !beforeAs.test(around.before) ? hint(around, 'office', 0.6, '', gap + act, 'speaker') : null;
}

type Rule = (around: Around) => Hint | null;

/** What stands before the name, as far as the pattern goes; empty where it does not fit. */
const lead = ({ before }: Around, pattern: RegExp): string => pattern.exec(before)?.[1] ?? '';
const tail = ({ after }: Around, pattern: RegExp): string => pattern.exec(after)?.[0] ?? '';

/** `(Smith 1998, 45)`: a name and a year inside parentheses. */
const inParentheses: Rule = (around) => {
  const dated = /\([^()]{0,120}$/u.test(around.before) && tail(around, yearInside);
  return dated ? hint(around, 'dated', 0.9, '', dated) : null;
};

const asSaid: Rule = (around) => {
  const as = lead(around, beforeAs);
  const verb = as ? said(around) : null;
  return verb && hint(around, 'as', verb.now ? 0.95 : 0.85, as, verb.tail);
};

const according: Rule = (around) => {
  const [, words, the = ''] = beforeAccording.exec(around.before) ?? [];
  return words ? hint(around, 'according', the ? 0.75 : 0.95, words + the) : null;
};

const inView: Rule = (around) => {
  const of = lead(around, beforeView);
  if (of) return hint(around, 'view', 0.9, of);
  const words = lead(around, beforeIn);
  const view = words && tail(around, ownView);
  return view ? hint(around, 'view', 0.9, words, view) : null;
};

const forName: Rule = (around) => {
  const words = lead(around, beforeFor);
  return words && commaBehind.test(around.after) ? hint(around, 'for', 0.85, words) : null;
};

const dated: Rule = (around) => {
  const words = article.test(around.before) ? '' : tail(around, year);
  return words ? hint(around, 'dated', 0.9, '', words) : null;
};

const says: Rule = (around) => {
  const calling = lead(around, beforeCalling);
  const verb = said(around);
  if (!verb || (!calling && (article.test(around.before) || governed.test(around.before)))) return null;
  const isReached = reached.test(around.after.slice(verb.tail.length));
  const telling = isReached ? 0.1 : nouns.test(verb.tail) ? -0.25 : 0;
  const confidence = (verb.now ? 0.7 : 0.5) + telling + (calling ? 0.1 : 0);
  return hint(around, 'says', confidence, calling, verb.tail);
};

const inverted: Rule = (around) => {
  const verb = lead(around, beforeInverted);
  const isApart = /[”"’»],?\s+\p{L}+\s+$/u.test(around.before) || /^[,.;]/u.test(around.after);
  return verb && isApart ? hint(around, 'inverted', 0.7, verb) : null;
};

const byName: Rule = (around) => {
  const by = lead(around, beforeBy);
  return by ? hint(around, 'by', 0.6, by) : null;
};

const worked: Rule = (around) => {
  const own = article.test(around.before) ? '' : tail(around, ownWork);
  if (own) return hint(around, 'work', 0.65, '', own);
  const of = lead(around, beforeWork);
  return of ? hint(around, 'work', 0.55, of) : null;
};

const called: Rule = (around) => {
  const calling = lead(around, beforeCalling);
  return calling ? hint(around, 'calling', 0.5, calling) : null;
};

/** In turn: forms that name a source and hardly anything else, those of a speaker, and those that may be either. */
const rules: readonly Rule[] = [
  ...[inParentheses, asSaid, according, inView, forName, dated],
  spoken,
  ...[says, inverted, byName, worked, called],
];

const sight = 90;

/** What the words around a name say about it; null where they make nobody of it who says anything. */
export function hintAt(sentence: string, span: NameSpan): Hint | null {
  const around = {
    ...span,
    before: sentence.slice(Math.max(0, span.start - sight), span.start),
    after: sentence.slice(span.end, span.end + sight),
  };
  for (const rule of span.body ? [according] : rules) {
    const found = rule(around);
    if (found) return found;
  }
  return null;
}

const pronouns: readonly (readonly [RegExp, number])[] = [
  [/\b[Aa]ccording\s+to\s+(?:him|her|them)\b/u, 0.6],
  [/\b[Ii]n\s+(?:his|her|their)\s+(?:view|opinion|account|reading|words|judgement|judgment)\b/u, 0.55],
  [new RegExp(String.raw`\bas\s+(?:(?:s?he)\s+${singular}|they\s+${plural})\b`, 'u'), 0.55],
  [/(?:^|,\s)[Ff]or\s+(?:him|her|them),/u, 0.5],
  [
    new RegExp(
      String.raw`^(?:\p{L}+,\s+)?(?:S?[Hh]e\s+(?:\p{L}+\s+)?${singular}|They\s+(?:\p{L}+\s+)?${plural})\b`,
      'u',
    ),
    0.45,
  ],
];

/** A pronoun that says something for whoever was named before; null where there is none. */
export function pronounAt(sentence: string): Hint | null {
  for (const [pattern, confidence] of pronouns) {
    const found = pattern.exec(sentence);
    if (found) {
      const end = found.index + found[0].length;
      return { how: 'pronoun', role: 'source', confidence, start: found.index, end };
    }
  }
  return null;
}
