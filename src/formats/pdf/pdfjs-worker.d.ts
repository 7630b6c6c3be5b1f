/** The half of pdf.js that parses. It comes without types; all that is used of it is that it is there. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
