/** Sentences that mislead a reader of files: numbers that are no markers, and words that are not Latin. */

/** Numbers of every kind; none of them is a marker. */
export const decoys: readonly string[] = [
  'The treaty was signed in 1992, and renewed in 1997.',
  'Prices rose from $1,250 to $1,300 within 14 days.',
  'Article 5 of the Treaty and No. 12 of the series say the same.',
  'They sent 84 T-72 tanks and 12 MiG-29 fighters.',
  'About 20% of them, or 3.5 million, had left by then.',
  'It cost £40 in May 1871 and 7s. 6d. a year later.',
  'On 12 May 1947 the third session was opened.',
  'The figure is given in Table 3 and on page 17.',
  'Chapter 9 was written between 1848 and 1851.',
  'It lies at 41° 20′ north, some 300 miles from the coast.',
  'Resolution 242 was adopted in 1967.',
  'Of 168 members 97 voted for it, 60 against it.',
  'The 19th century knew no such thing in the 1850s.',
  'The ratio was 3:1, at times 5:2.',
  'Section 2(1) of the Act of 1925 was repealed.',
  'The fleet of 1,250 vessels sailed in 1853.',
  'He was born in 1819 and died in 1891.',
  'See the years 1914–1918 (and 1939–1945).',
  'It happened in the summer of 1876.',
  'The text is that of vol. 4, no. 2.',
  'They counted 11, 12 and 13 of them.',
  'The rate fell by 2.75 points in 10 months.',
];

/** Sentences in other scripts, with combining marks and signs beyond the basic plane. */
export const foreign: readonly string[] = [
  'Ἄνδρα μοι ἔννεπε, Μοῦσα, πολύτροπον, ὃς μάλα πολλὰ πλάγχθη.',
  'Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.',
  'בראשית ברא אלהים את השמים ואת הארץ.',
  'الحمد لله رب العالمين الرحمن الرحيم مالك يوم الدين.',
  '學而時習之，不亦說乎。有朋自遠方來，不亦樂乎。',
  'Việt Nam, Dvořák, Łódź, Ångström and naïve façades stood there.',
  'The letters 𝔸 and 𝔹 stand for sets, and 🐋 for a whale.',
  'यदा यदा हि धर्मस्य ग्लानिर्भवति भारत।',
];
