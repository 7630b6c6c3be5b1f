/** Which language a text is in, by its small words. Pure. */

/** Words that are frequent in one language and rare in the others here. */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the of and to that is was with for which not from this by',
  de: 'der die und das nicht ist mit von den ein eine auf dem zu wird',
  fr: 'les des est dans une que pour qui sur pas aux cette du et',
  es: 'los las que del por una con para como más pero sus el y',
  it: 'che di della il per non una con sono gli nel più dei è',
  nl: 'het een van en niet dat zijn voor met op ook aan wordt bij',
  pt: 'que não uma dos para com os mais por como das ao em são',
  la: 'et in est non ad ut cum quod sed qui esse atque quam enim',
};

const sets = Object.entries(smallWords).map(([tag, words]) => [tag, new Set(words.split(' '))] as const);

/** As much of a text as says enough, in UTF-16 units. */
const enough = 40_000;

/** A BCP 47 tag, and how sure that is (0 to 1); null where the text is too short, or in none of the languages known here. */
export function guessLanguage(text: string): { readonly tag: string; readonly certainty: number } | null {
  const words =
    text
      .slice(0, enough)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < 40) return null;
  const counts = sets
    .map(([tag, set]) => ({ tag, share: words.filter((word) => set.has(word)).length / words.length }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = counts;
  if (!first || first.share < 0.12) return null;
  return { tag: first.tag, certainty: Math.min(1, (first.share - (second?.share ?? 0)) / first.share + 0.2) };
}
