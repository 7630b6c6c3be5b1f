/** What a failure is called in words: what happened, what was kept, what one can do. The only place for it. */
import { Fault, type FaultCode } from '../model/fault.ts';
import { ForeignFile } from '../model/foreign-file.ts';
import { backupWords } from './backup-messages.ts';
import { foreignMessage, importWords, type Message } from './import-messages.ts';
import { isMissingPart } from './mishap.ts';

export type { Message };

const words: Readonly<Record<FaultCode, (detail: string) => Message>> = {
  ...importWords,
  ...backupWords,
  'paper/unknown': (detail) => ({
    title: 'No such paper here',
    words: `There is no paper “${detail || 'of this name'}” in this library. The link may be mistyped, or the paper may be on another device. Your own papers and notes are untouched.`,
  }),
  'paper/unreadable': (detail) => ({
    title: 'The paper could not be fetched',
    words: `${detail ? `“${detail}”` : 'A file'} did not arrive. Your notes are safe on this device. See whether the connection is there, then try again.`,
  }),
  'paper/malformed': (detail) => ({
    title: 'The paper could not be read',
    words: `The file${detail ? ` of “${detail}”` : ''} is damaged or not a paper that Warrant knows. Nothing was changed.`,
  }),
  'notebook/malformed': (detail) => ({
    title: 'A notebook could not be read',
    words: `The file is not a Warrant notebook, or it is damaged${detail ? ` (${detail})` : ''}. The text and your own notebook are not affected.`,
  }),
  'notebook/too-large': (detail) => ({
    title: 'The file is too large',
    words: `${detail ? `“${detail}”` : 'The file'} has more than 50 MB, which no notebook has. It was not read, and nothing was changed.`,
  }),
  'notebook/other-paper': (detail) => ({
    title: 'A notebook on another paper',
    words: `The file is about ${detail ? `“${detail}”` : 'another paper'}, which is not the paper that is open here. Open that paper, then open the file there. Nothing was changed.`,
  }),
  'picture/no-map': (detail) => ({
    title: 'A picture without a map',
    words: `${detail ? `“${detail}”` : 'The picture'} carries no argument map: it was not made by Warrant, or it was cut off or saved again by a program that leaves out what a picture says about itself. Nothing was changed. Ask for the file as it was exported.`,
  }),
  'references/unknown': (detail) => ({
    title: 'No references were found',
    words: `${detail ? `“${detail}”` : 'The text'} holds no BibTeX, RIS or CSL-JSON that Warrant knows. Nothing was changed. Export the references once more, or type the work in.`,
  }),
  'references/too-large': (detail) => ({
    title: 'Too many references at once',
    words: `${detail ? `“${detail}”` : 'The text'} is longer than two million characters. Nothing was changed. Export only the works that this paper needs.`,
  }),
  'annotations/unknown': (detail) => ({
    title: 'No annotations were found',
    words: `${detail ? `“${detail}”` : 'The text'} holds no Web Annotations and no annotations of Hypothesis or Zotero that Warrant knows. Nothing was changed. Export them once more, as JSON.`,
  }),
  'annotations/broken': (detail) => ({
    title: 'The file ends too soon',
    words: `${detail ? `“${detail}”` : 'The text'} breaks off before its first annotation is complete. Nothing was changed. Download or copy it once more.`,
  }),
  'annotations/notebook': (detail) => ({
    title: 'This is a whole notebook',
    words: `${detail ? `“${detail}”` : 'The text'} is a notebook of Warrant, not a list of annotations. Open it as a layer beside your own; nothing was changed.`,
  }),
  'annotations/too-large': (detail) => ({
    title: 'Too large for annotations',
    words: `${detail ? `“${detail}”` : 'The text'} is larger than 50 MB and was not read. Nothing was changed. Export fewer annotations at a time.`,
  }),
  'argument/unknown': (detail) => ({
    title: 'No argument was found',
    words: `${detail ? `“${detail}”` : 'The text'} is neither Argdown nor AIF, nor a picture with a map in it. Nothing was changed.`,
  }),
  'argument/broken': (detail) => ({
    title: 'The argument could not be read',
    words: `${detail ? `“${detail}”` : 'The text'} is damaged, and nothing in it could be read. Nothing was changed. Export it once more.`,
  }),
  'argument/too-large': (detail) => ({
    title: 'Too large for an argument',
    words: `${detail ? `“${detail}”` : 'The text'} is larger than 20 MB and was not read. Nothing was changed. Export a part of the argument.`,
  }),
  'argument/too-slow': (detail) => ({
    title: 'Reading took too long',
    words: `${detail ? `“${detail}”` : 'The text'} could not be read within a minute, and was given up. Nothing was changed. Export a part of the argument.`,
  }),
  'argument/too-many': (detail) => ({
    title: 'Too many claims at once',
    words: `${detail ? `“${detail}”` : 'The text'} has more than 20,000 claims, which no map can show. Nothing was changed. Export a part of the argument.`,
  }),
  'cite/unreachable': () => ({
    title: 'The citation styles did not load',
    words:
      'The words that set citations did not arrive. The plain citation works without them; see whether the connection is there, then try the style again.',
  }),
  'storage/refused': () => ({
    title: 'Nothing can be kept on this device',
    words:
      'The browser refuses to store anything here (a private window, or storage switched off). You can read, mark and export, but what you write will be gone when this tab is closed.',
  }),
  'storage/aside': () => ({
    title: 'You go on without what is kept here',
    words:
      'What is on this device stays as it was and does not show. What you write now is in this tab alone, and will be gone when it is closed: save a backup before.',
  }),
  'storage/blocked': () => ({
    title: 'Your notebook does not open',
    words:
      'The browser does not answer: most often an older version of Warrant in another tab holds the notebook. Close the other tabs, then try again. Nothing has been lost, and you can read meanwhile.',
  }),
  'storage/newer': () => ({
    title: 'This notebook was written by a newer Warrant',
    words:
      'A newer version has been used on this device, and this page is an older one. Reload the page to get it. Your notes are kept as they are; this version will not touch them.',
  }),
  'storage/full': () => ({
    title: 'The disk is full',
    words:
      'What you wrote last is on the screen but not yet saved. Make room: remove files on the device that you do not need, or papers in the library. Warrant keeps trying and says when it is saved. Do not close this tab, or save a backup first.',
  }),
  'storage/failed': () => ({
    title: 'Not saved yet',
    words:
      'The browser could not write to this device. What you wrote stays on the screen, and Warrant keeps trying. Do not close this tab before it says “Saved”.',
  }),
  'map/layout': () => ({
    title: 'The map could not be drawn',
    words:
      'The argument itself is complete: the outline beside this message has every claim. Try again, or reload the page.',
  }),
  'export/too-large': () => ({
    title: 'The picture would be too large',
    words:
      'No browser can draw a picture of this size. Choose a smaller scale, the current view, or SVG, which has no limit.',
  }),
  'export/failed': () => ({
    title: 'The picture could not be made',
    words: 'The browser did not produce a file. The map is untouched. Try a smaller scale, or SVG.',
  }),
  'export/package-large': () => ({
    title: 'Too large for one package',
    words:
      'These papers with their files have more than 360 MB, and no browser could open such a package again. Nothing was saved. Leave the original files out, or choose fewer papers.',
  }),
};

/** Words for anything that was thrown. What is not a `Fault` is our own mistake, and said to be one. */
export function messageFor(error: unknown): Message {
  if (error instanceof ForeignFile) return foreignMessage(error);
  if (error instanceof Fault) return words[error.code](error.detail);
  if (isMissingPart(error)) {
    return {
      title: 'A part of Warrant did not arrive',
      words:
        'There is no connection, or a newer version has taken its place. What was saved is safe. See whether the connection is there, then try again or reload the page.',
    };
  }
  return {
    title: 'Something went wrong in Warrant',
    words: `This is a mistake of the program (${(error instanceof Error ? error.message : String(error)).slice(0, 200)}). What was saved is safe. Should something look wrong, reload the page; if it happens again, please report it.`,
  };
}
