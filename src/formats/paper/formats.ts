/** Which kinds of papers can be read, how a file is recognised, and where its reader is: fetched when first needed. */
import type { PaperFormat } from '../../model/draft.ts';
import type { PaperReader } from './reader.ts';

type Known = Exclude<PaperFormat, 'package'>;

/** Each reader in a file of its own. */
export const readers: Partial<Readonly<Record<Known, () => Promise<PaperReader>>>> = {
  tei: () => import('../tei/read-tei.ts').then(({ readTei }) => readTei),
  jats: () => import('../jats/read-draft.ts').then(({ readJatsDraft }) => readJatsDraft),
  markdown: () => import('../markdown/read-markdown.ts').then(({ readMarkdown }) => readMarkdown),
  pdf: () => import('../pdf/read-pdf.ts').then(({ readPdf }) => readPdf),
  docx: () => import('../docx/read-docx.ts').then(({ readDocx }) => readDocx),
  odt: () => import('../odt/read-odt.ts').then(({ readOdt }) => readOdt),
  epub: () => import('../epub/read-epub.ts').then(({ readEpub }) => readEpub),
  text: () => import('../plain/read-plain.ts').then(({ readPlain }) => readPlain),
  html: () => import('../html/read-html.ts').then(({ readHtml }) => readHtml),
};
