/** A reference to a work as CSL-JSON describes it, cut to what Warrant shows and keeps. */

/** The types of CSL 1.0.2. */
export const cslTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;
export type CslType = (typeof cslTypes)[number];

/** A person, or a body in `literal`. The fields are those of CSL-JSON. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  /** Goes with the given name where the family name stands first (`de` in `Musset, Alfred de`). */
  readonly 'dropping-particle'?: string;
  /** Stays with the family name (`van der`). */
  readonly 'non-dropping-particle'?: string;
  readonly suffix?: string;
  readonly literal?: string;
}

/** A year, with month and day where they are known. */
export type CslDateParts = readonly number[];

/** A date or a span of two; `season` is 1–4 (spring first) or a word. */
export interface CslDate {
  readonly 'date-parts'?: readonly CslDateParts[];
  readonly season?: string;
  readonly circa?: boolean;
  /** Words where it is no date (`forthcoming`). */
  readonly literal?: string;
}

/** A reference. `id` and `type` are always there; what else is not known is absent, never empty. */
export interface CslItem {
  /** The key it had where it came from (`smith2004`), or one that its reader made. */
  readonly id: string;
  /** One of `cslTypes`. */
  readonly type: string;
  readonly title?: string;
  readonly 'title-short'?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly 'container-author'?: readonly CslName[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly 'original-date'?: CslDate;
  readonly 'container-title'?: string;
  readonly 'collection-title'?: string;
  readonly 'collection-number'?: string;
  readonly 'event-title'?: string;
  readonly authority?: string;
  readonly volume?: string;
  readonly 'number-of-volumes'?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly number?: string;
  readonly edition?: string;
  readonly genre?: string;
  readonly medium?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly DOI?: string;
  readonly ISBN?: string;
  readonly ISSN?: string;
  /** Only http and https. */
  readonly URL?: string;
  readonly language?: string;
  readonly note?: string;
}
