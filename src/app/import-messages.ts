/** What is said where a file cannot become a paper. Part of `messages.ts`, the only place where failures are worded. */
import type { FaultCode } from '../model/fault.ts';
import type { ForeignFile, ForeignKind } from '../model/foreign-file.ts';

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
  'import/unreadable': (detail) => ({
    title: 'The file cannot be read from the disk',
    words: `${named(detail)} was moved, renamed or changed since it was chosen, or the disk does not give it out. Your library is as it was. Choose it once more.`,
  }),
  'import/failed': (detail) => ({
    title: 'Reading broke off',
    words: `Something in ${detail ? `“${detail}”` : 'the file'} made the reading of it break off. Your library is as it was. Try again; if it breaks off once more, try another format of the same paper.`,
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
    title: 'It takes too long to read',
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

const office = 'Open it in the program that made it, save it as DOCX, ODT or PDF, and add that.';

/** What each is, and what one can do about it. */
const foreignWords: Readonly<Record<ForeignKind, { readonly what: string; readonly advice: string }>> = {
  rtf: { what: 'an RTF document', advice: office },
  'old-office': { what: 'an office file of the kind before 2007 (such as .doc)', advice: office },
  'locked-office': {
    what: 'an office document that is shut by a password',
    advice: 'Open it in its program, save a copy without the password, and add that.',
  },
  pages: {
    what: 'a document of Apple Pages, or its kin',
    advice: 'Open it there, export it as PDF, Word or EPUB, and add that.',
  },
  spreadsheet: { what: 'a spreadsheet', advice: 'Export its text as PDF, if it is one to be read.' },
  slides: { what: 'a presentation', advice: 'Export it as PDF, if it is one to be read.' },
  picture: {
    what: 'a picture',
    advice: 'If it shows a page, have its text recognised (OCR) by a scanning program, and add the PDF.',
  },
  recording: { what: 'a sound or film', advice: 'Add a transcript of it as text.' },
  archive: { what: 'an archive of other files', advice: 'Unpack it, and add the papers in it.' },
  kindle: { what: 'a book for Kindle', advice: 'Look for it as EPUB or PDF, or convert it.' },
  djvu: { what: 'a DjVu scan', advice: 'Convert it to a PDF with its text, and add that.' },
  postscript: { what: 'PostScript or DVI', advice: 'Convert it to PDF, and add that.' },
  latex: { what: 'the LaTeX source of a paper', advice: 'Add the PDF that is made of it.' },
  'other-xml': {
    what: 'XML, but neither JATS nor TEI nor XHTML',
    advice: 'Look for the paper as JATS, TEI, HTML or PDF.',
  },
  'web-archive': {
    what: 'a saved page in one file (MHTML or a web archive)',
    advice: 'Save the page as HTML, or print it to a PDF, and add that.',
  },
  references: {
    what: 'a list of references (BibTeX or RIS)',
    advice: 'Open it on a desk, among the sources.',
  },
  notebook: { what: 'a notebook of Warrant', advice: 'Open it with “Open a handout or notebooks …”.' },
  package: {
    what: 'a package of Warrant',
    advice: 'Open it in the library, with “Open a package of papers …”.',
  },
  data: { what: 'data for programs', advice: 'Warrant reads papers: prose with notes.' },
  program: { what: 'a program', advice: 'Nothing of it was run.' },
};

/** Words for a file that is something else than a paper. */
export function foreignMessage({ kind, detail }: ForeignFile): Message {
  const { what, advice } = foreignWords[kind];
  return {
    title: `It is ${what}`,
    words: `${named(detail)} is ${what}, which Warrant does not read as a paper. ${advice} Your library is as it was.`,
  };
}
