/**
 * Edits written by hand: in `before` the brackets hold what a reader has marked, in `after` where it stands now. Without brackets
 * in `after` it is gone. Each is set between the same paragraphs, so that there is something to confuse it with.
 */
import { describe } from '../../../src/anchoring/describe.ts';
import { plainText } from '../../../src/model/plain-text.ts';
import type { Fate, Passage } from './case.ts';

export interface ByHand {
  readonly name: string;
  readonly fate: Fate;
  readonly before: string;
  readonly after: string;
}

const head = [
  'The committee met in the autumn and heard nine witnesses. It was agreed that the report would be printed before the end of the year.',
  'A second committee met in the spring. It heard nobody, and its report was never printed.',
].join('\n');
const foot = [
  'Of the witnesses four had served abroad; their letters are kept in the library of the university.',
  'What became of the printed copies is not known. The library holds two, both without a title page.',
].join('\n');

export const byHand: readonly ByHand[] = [
  {
    name: 'a word that says nearly the same',
    fate: 'changed',
    before: 'Nobody denies that [the treaty was signed in haste by tired men]. It lasted all the same.',
    after: 'Nobody denies that [the treaty was signed in haste by weary men]. It lasted all the same.',
  },
  {
    name: 'American spelling',
    fate: 'changed',
    before: 'We hold that [the labour of the harbour was honoured in colour and in grey] for a century.',
    after: 'We hold that [the labor of the harbor was honored in color and in gray] for a century.',
  },
  {
    name: 'another number',
    fate: 'altered',
    before: 'It is said that [the siege lasted 43 days and cost the town its walls]. Nobody counted.',
    after: 'It is said that [the siege lasted 34 days and cost the town its walls]. Nobody counted.',
  },
  {
    name: 'another number, in words',
    fate: 'altered',
    before: 'It is said that [seven ships were lost in the storm off the cape]. Nobody counted.',
    after: 'It is said that [eleven ships were lost in the storm off the cape]. Nobody counted.',
  },
  {
    name: 'another year',
    fate: 'altered',
    before: 'The archive shows that [the border was drawn in 1921 by the commission]. It was not contested.',
    after: 'The archive shows that [the border was drawn in 1924 by the commission]. It was not contested.',
  },
  {
    name: 'another person',
    fate: 'altered',
    before: 'The minutes record that [Linus proposed the motion and carried it alone]. No vote was taken.',
    after: 'The minutes record that [Marcus proposed the motion and carried it alone]. No vote was taken.',
  },
  {
    name: 'the contrary',
    fate: 'altered',
    before: 'On the evidence [the settlement was accepted by the northern towns]. So the matter rested.',
    after: 'On the evidence [the settlement was not accepted by the northern towns]. So the matter rested.',
  },
  {
    name: 'the contrary, contracted',
    fate: 'altered',
    before: 'In his own words, [“I did write that letter to the governor.”] The court believed him.',
    after: 'In his own words, [“I didn’t write that letter to the governor.”] The court believed him.',
  },
  {
    name: 'never for always',
    fate: 'altered',
    before: 'As a rule [the pilots always came aboard at the outer light]. It was the custom.',
    after: 'As a rule [the pilots never came aboard at the outer light]. It was the custom.',
  },
  {
    name: 'a look-alike where the sentence was taken out',
    fate: 'gone',
    before:
      'The first trial was short. [Team Alpha measured the flow at the upper weir.] Team Gamma watched the sluice.',
    after:
      'The first trial was short. Team Gamma watched the sluice. Team Beta measured the rain at the lower gate.',
  },
  {
    name: 'a name within the marked words that stands elsewhere too',
    fate: 'gone',
    before: 'It was raining. [The committee of Anselm kept no minutes whatever.] The lamps were lit at four.',
    after: 'It was raining. The lamps were lit at four.',
  },
  {
    name: 'one word, its sentence gone',
    fate: 'gone',
    before: 'It was raining. Nobody had brought the [library] keys that day. The lamps were lit at four.',
    after: 'It was raining. The lamps were lit at four.',
  },
  {
    name: 'one word, in place',
    fate: 'same',
    before: 'It was raining. Nobody had brought the [library] keys that day. The lamps were lit at four.',
    after:
      'New words come first, a whole sentence of them. It was raining. Nobody had brought the [library] keys that day. The lamps were lit at four.',
  },
  {
    name: 'three words, the next one changed',
    fate: 'same',
    before: 'It was raining. Nobody had [brought the library] keys that day. The lamps were lit at four.',
    after: 'It was raining. Nobody had [brought the library] books that day. The lamps were lit at four.',
  },
  {
    name: 'a sentence taken into another one',
    fate: 'changed',
    before: 'They waited. [The river rose by a foot in the night.] By noon the bridge was closed.',
    after:
      'They waited, and when [the river rose by a foot in the night] they left; by noon the bridge was closed.',
  },
  {
    name: 'quotation marks and dashes set otherwise',
    fate: 'same',
    before: 'He wrote: [“the state—if it was one—had ‘no memory’ of the office”]. That is all.',
    after: 'He wrote: ["the state - if it was one - had \'no memory\' of the office"]. That is all.',
  },
  {
    name: 'hyphens at the ends of lines, ligatures',
    fate: 'same',
    before: 'The [official definition of conflict was first offered by a field office] in the south.',
    after: 'The [oﬃcial deﬁni- tion of conﬂict was ﬁrst oﬀered by a ﬁeld oﬃce] in the south.',
  },
  {
    name: 'hard spaces and soft hyphens',
    fate: 'same',
    before: 'About [10 000 copies of the constitution were printed in Geneva] that winter.',
    after: 'About [10\u00A0000 copies of the consti\u00ADtution were printed in Gene\u00ADva] that winter.',
  },
  {
    name: 'small capitals set as capitals',
    fate: 'same',
    before: 'The heading reads [On the Duties of the Harbour Master] in every copy.',
    after: 'The heading reads [ON THE DUTIES OF THE HARBOUR MASTER] in every copy.',
  },
  {
    name: 'letters and marks apart',
    fate: 'same',
    before: 'Then [naïve Éva visited the café in Besançon] and came home.',
    after: `Then [${'naïve Éva visited the café in Besançon'.normalize('NFD')}] and came home.`,
  },
  {
    name: 'signs beyond the BMP before and within',
    fate: 'same',
    before: 'As 𝔸 said: [let 𝑥 be the 👩🏽‍🏫 of the class, and 𝑦 her pupil]. No more was said.',
    after:
      '🎻🎻 A heading of signs 🎻🎻. As 𝔸 said: [let 𝑥 be the 👩🏽‍🏫 of the class, and 𝑦 her pupil]. No more was said.',
  },
  {
    name: 'Hebrew, a word changed',
    fate: 'changed',
    before: 'בראשית [ברא אלהים את השמים ואת הארץ והארץ היתה תהו ובהו] וחשך על פני תהום',
    after: 'בראשית [ברא אלהים את השמים ואת הארץ והארץ היתה ריקה ובהו] וחשך על פני תהום',
  },
  {
    name: 'Arabic, vowel signs left out',
    fate: 'same',
    before: 'قال [الطَّالِبُ قَرَأَ الكِتَابَ فِي المَكْتَبَةِ القَدِيمَةِ] ثم خرج',
    after: 'قال [الطالب قرأ الكتاب في المكتبة القديمة] ثم خرج',
  },
  {
    name: 'no spaces between words',
    fate: 'changed',
    before: '会议在秋天举行，[委员会听取了九位证人的陈述并同意印刷报告]。后来没有消息。',
    after: '会议在秋天举行，[委员会听取了几位证人的陈述并同意印刷报告]。后来没有消息。',
  },
  {
    name: 'nothing but signs',
    fate: 'same',
    before: 'The line reads [∀𝑥 ∃𝑦 (𝑥 < 𝑦)] in the margin. It is not explained.',
    after: 'At last the line reads [∀𝑥 ∃𝑦 (𝑥 < 𝑦)] in the margin. It is not explained.',
  },
];

const points = (text: string): number => Array.from(text).length;

/** The two texts of an edit, and its passage. */
export function readByHand({ fate, before, after }: ByHand): { after: string; passage: Passage } {
  const set = (text: string) => {
    const [start, end] = [text.indexOf('['), text.indexOf(']')];
    const base = points(head) + 1;
    const plain = `${head}\n${text.replace(/[[\]]/gu, '')}\n${foot}`;
    const range =
      start < 0
        ? null
        : { start: base + points(text.slice(0, start)), end: base + points(text.slice(0, end)) - 1 };
    return { plain, range };
  };
  const [old, edited] = [set(before), set(after)];
  if (!old.range) throw new RangeError('Nothing is marked.');
  const target = describe(plainText(old.plain), old.range.start, old.range.end);
  return { after: edited.plain, passage: { target, fate, truth: edited.range } };
}
