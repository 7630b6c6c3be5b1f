/** What is said where a file cannot become a paper. Part of `messages.ts`, the only place where failures are worded. */
import type { FaultCode } from '../model/fault.ts';

/** A failure in words: what happened, what was kept, what one can do. */
export interface Message {
  readonly title: string;
  readonly words: string;
}

type ImportCode = Extract<FaultCode, `import/${string}`>;

const named = (detail: string): string => (detail ? `“${detail}”` : 'The file');

/** `detail` is the file's name. */
export const importWords: Readonly<Record<ImportCode, (detail: string) => Message>> = {
  'import/unknown': (detail) => ({
    title: 'Not a kind of paper that Warrant reads',
    words: `${named(detail)} is no PDF, Word, OpenDocument, EPUB, HTML, Markdown, JATS, TEI or plain text, whatever its name says. Your library is as it was.`,
  }),
  'import/empty': (detail) => ({
    title: 'There is nothing in it',
    words: `${named(detail)} holds no words. Your library is as it was. Perhaps the download broke off: fetch the file once more.`,
  }),
  'import/broken': (detail) => ({
    title: 'The file is damaged',
    words: `${named(detail)} is cut off or damaged, and could not be read. Your library is as it was. Fetch or export the file once more.`,
  }),
  'import/too-large': (detail) => ({
    title: 'Too large for a paper',
    words: `${named(detail)} is larger, or unpacks to more, than any paper needs, and was not read. Your library is as it was. Take the chapter you read from it.`,
  }),
  'import/too-deep': (detail) => ({
    title: 'Nested too deeply',
    words: `${named(detail)} holds things inside things beyond all measure, as no paper does, and was not read. Your library is as it was.`,
  }),
  'import/too-slow': (detail) => ({
    title: 'Reading took too long',
    words: `${named(detail)} could not be read in two minutes and was given up. Your library is as it was. Take a part of it.`,
  }),
  'import/password': (detail) => ({
    title: 'A password is needed',
    words: `${named(detail)} is protected. Give its password; it is used once, here, and not kept.`,
  }),
  'import/wrong-password': (detail) => ({
    title: 'Not the password',
    words: `${named(detail)} does not open with it. Try again; nothing was changed.`,
  }),
  'import/protected': (detail) => ({
    title: 'The file is locked',
    words: `${named(detail)} is encrypted, with a password or by the shop that sold it, and Warrant cannot open it. Your library is as it was. Save it without protection in the program that opens it, or take another copy.`,
  }),
  'import/scanned': (detail) => ({
    title: 'A scan without text',
    words: `${named(detail)} holds pictures of pages and no text that could be read or marked. Your library is as it was. Have its text recognised (OCR) by a scanning program, then add it again.`,
  }),
  'import/no-letters': (detail) => ({
    title: 'Its letters cannot be read',
    words: `${named(detail)} shows letters, but does not say which ones they are (its fonts have no Unicode). Your library is as it was. Look for another copy, or have its text recognised (OCR).`,
  }),
};
