/** Names of persons in a sentence, as far as their form tells: titles, initials, particles, lists; and what only looks like one. Pure. */
import { countries } from './countries.ts';

/** A name, or several that the text gives as one authority (`Akerman and Graeme`). Indexes are UTF-16, into the sentence. */
export interface NameSpan {
  readonly name: string;
  /** What tells the same person apart in the rest of the text: the surname, the first of several. */
  readonly surname: string;
  readonly start: number;
  readonly end: number;
  /** True for several persons, who take a plural verb. */
  readonly several: boolean;
  /** True for a body (`World Bank`, `UNESCO`), which only “according to” makes an authority. */
  readonly body: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that are no name, though a capital begins them at the start of a sentence or in a title. */
const noNames = words(
  'A An The This That These Those It He She They We I You One In On At By For From With Without As After Before While When ' +
    'Where Who Whom Whose What Which Why How If Although Though Because Since But And Or Nor Yet So However Moreover Thus ' +
    'Therefore Hence There Here Its His Her Their Our My Your Not No Such Some Many Most Much More Both Each Every Another ' +
    'Other Others To Of Under Over During Until Despite According Then Now Today Once All Any Only Even Still Indeed Instead ' +
    'Nevertheless Nonetheless Finally First Second Third Firstly Secondly Thirdly Next Last Later Earlier Again Also ' +
    'Additionally Furthermore Likewise Similarly Conversely Consequently Accordingly Actually Again Unlike Like Contrary ' +
    'Through Throughout Between Among Within Beyond Against About Above Below Given Following Perhaps Clearly Whereas ' +
    'Whether Several Few Little Critics Scholars Researchers Authors Observers Historians Others Nobody Everybody Someone ' +
    'January February March April May June July August September October November December ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Chapter Section Figure Table Note Part Volume Article Page ' +
    'Moscow Washington London Paris Berlin Beijing Brussels Ankara Tehran Baku Kiev Kyiv Tokyo Rome Vienna Delhi Cairo ' +
    'Europe Asia Africa America Caucasus Western Eastern Northern Southern Central Soviet Church State God Parliament ' +
    'Congress Government Senate',
);

/** A body that speaks is no author: its name ends in one of these. */
const bodies = words(
  'Doctrine Concept Treaty Act Constitution Ministry Government Parliament Council Committee Commission Congress Court ' +
    'Party Union States Federation Republic Army Service Bank Agency Office Department Front Movement Group Organization ' +
    'Organisation Association Agreement Convention Charter Bureau Assembly Duma Kremlin House Company Corporation',
);

const word = String.raw`\p{Lu}[\p{L}\p{M}]*(?:[’'](?!s\b)[\p{L}\p{M}]+)?(?:-[\p{L}\p{M}]+)*`;
const initial = String.raw`\p{Lu}\.(?:\s?-?\p{Lu}\.)*`;
const particle = String.raw`(?:(?:v[ao]n|de|di|da|du|del|della|der|den|la|le|el|bin|ibn|ter|ten|af|dos|das)\s+){0,2}`;
const person = String.raw`(?:(?:${initial}|(?:Dr|Prof|Mr|Mrs|Ms|Rev|St|Fr)\.|${word})\s+){0,4}${particle}${word}`;
// What must stand at the start comes first: most places of a text are passed by at once.
const personal = new RegExp(String.raw`(?=\p{Lu})(?<![\p{L}\p{M}\p{N}’'-])${person}(?:\s+et\s+al\.)?`, 'gu');
const particleBefore = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}’'-])${particle}$`, 'u');
const joint = /^(?:,\s+|,?\s+(?:and|&)\s+)$/u;

/** What an office puts before a name: `Foreign Minister Kozyrev`. It is told by the words before the name. */
const officeLead =
  /^(?:\S+\s+)*(?:President|Premier|Minister|Chancellor|General|Marshal|Admiral|King|Queen|Emperor|Tsar|Pope|Senator|Governor|Ambassador|Secretary|Chairman|Commander|Speaker)\s+/u;

/** A name without the words before it that are none, and how many characters those took. */
interface Bare {
  readonly name: string;
  readonly lead: number;
  readonly body: boolean;
}

/** `Russell` of `As Russell`; null where nothing is left that may be a name. */
function bare(name: string): Bare | null {
  let rest = name.replace(officeLead, '');
  for (let first = /^(\S+?)(\s+|$)/u.exec(rest); first; first = /^(\S+?)(\s+|$)/u.exec(rest)) {
    if (!noNames.has(first[1] ?? '')) break;
    rest = rest.slice(first[0].length);
  }
  const parts = rest.split(/\s+/u);
  if (rest === '' || /^\p{Lu}$/u.test(rest) || countries.has(rest)) return null;
  const isBody = bodies.has(parts.at(-1) ?? '') || (parts.length === 1 && /^[\p{Lu}\p{N}-]{2,}$/u.test(rest));
  if (!isBody && parts.some((part) => noNames.has(part))) return null;
  return { name: rest, lead: name.length - rest.length, body: isBody };
}

/** The surname of a name as it is written: `Jackson` of `Nicole Jackson`, `van Dijk` of `Teun A. van Dijk`. */
export function surnameOf(name: string): string {
  const plain = name.replace(/\s+et\s+al\.$/u, '').replace(/\s+(?:Jr|Sr)\.?$/u, '');
  return /(?:\s|^)((?:\p{Ll}+\s+)*\S+)$/u.exec(plain)?.[1] ?? plain;
}

/** The span of a name that was matched at `at`, with a particle before it. */
function alone(own: Bare, sentence: string, at: number): NameSpan {
  const first = at + own.lead;
  const front = particleBefore.exec(sentence.slice(Math.max(0, first - 16), first))?.[0] ?? '';
  const name = front + own.name;
  return {
    name,
    surname: surnameOf(name),
    start: first - front.length,
    end: first + own.name.length,
    several: /\set\sal\.$/u.test(name),
    body: own.body,
  };
}

/** The names in a sentence, in order; those joined by “and” as one. */
export function namesIn(sentence: string): NameSpan[] {
  const spans: NameSpan[] = [];
  for (const found of sentence.matchAll(personal)) {
    const own = bare(found[0]);
    if (!own) continue;
    const span = alone(own, sentence, found.index);
    const last = spans.at(-1);
    const between = last ? sentence.slice(last.end, span.start) : '';
    if (last && !last.body && !span.body && joint.test(between)) {
      const name = sentence.slice(last.start, span.end);
      spans.splice(-1, 1, { ...last, name, end: span.end, several: true });
    } else {
      spans.push(span);
    }
  }
  // A list of names without an “and” is an enumeration, or the end of an aside.
  return spans.flatMap((span) =>
    span.several && !/\s(?:and|&)\s|\set\sal\.$/u.test(span.name) ? namesApart(sentence, span) : [span],
  );
}

function namesApart(sentence: string, { start, end }: NameSpan): NameSpan[] {
  const apart: NameSpan[] = [];
  for (const found of sentence.slice(start, end).matchAll(personal)) {
    const own = bare(found[0]);
    if (own) apart.push(alone(own, sentence, start + found.index));
  }
  return apart;
}
