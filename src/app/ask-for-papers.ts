/** Asks for files of papers by the browser's own dialog. */

/** What one is offered to choose from; what a file is, its bytes say. */
const paperTypes =
  '.pdf,.docx,.odt,.epub,.html,.htm,.xhtml,.md,.markdown,.txt,.text,.xml,.jats,.tei,.zip,application/pdf,text/plain,text/html,text/markdown';

/** Calls `take` with what was chosen; not at all, where nothing was. */
export function askForPapers(isMany: boolean, take: (files: readonly File[]) => void): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.multiple = isMany;
  field.accept = paperTypes;
  field.addEventListener('change', () => {
    const files = [...(field.files ?? [])];
    if (files.length > 0) take(files);
  });
  field.click();
}

/** Of a dropped folder: what may be a paper or a notebook. Nobody means what the system hides there, or pictures. */
export const isPaperName = (name: string): boolean =>
  /^[^.].*\.(?:pdf|docx|odt|epub|x?html?|md|markdown|mdown|qmd|te?xt|xml|jats|tei|zip|json)$/iu.test(name);
