/** What of the files that somebody brings are papers, and what belongs elsewhere: told by a look at their beginnings. */
import { backupEnding, beginsBackup } from '../formats/backup/manifest.ts';
import type { Recognised } from '../formats/paper/recognised.ts';

/** So much of a file tells an archive of papers, and a text. */
const enough = 65_536;

export interface Brought {
  /** Notebooks and exports of marks: they belong on the desk of their paper. */
  readonly notebooks: readonly File[];
  /** Packages of papers. */
  readonly packages: readonly File[];
  /** Backups of a whole device. */
  readonly backups: readonly File[];
  /** All others, in their order: what no paper is, is told when it is read. */
  readonly papers: readonly File[];
}

const isNotebook = ({ name }: File): boolean => /\.json$/iu.test(name);

async function recognised(file: File): Promise<Recognised> {
  const { recognise } = await import('../formats/paper/recognise.ts');
  // What cannot be read from the disk is told as such when it is its turn.
  const bytes = await file
    .slice(0, enough)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  return recognise(new Uint8Array(bytes), file.name);
}

/** So much tells a backup. */
const beginning = 128;

/** Whether a file is a backup. One that was damaged at its beginning still has its name, and is told to be damaged. */
export async function isBackup(file: File): Promise<boolean> {
  if (file.name.toLowerCase().endsWith(backupEnding)) return true;
  const bytes = await file
    .slice(0, beginning)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  return beginsBackup(new Uint8Array(bytes));
}

async function isPackage(file: File): Promise<boolean> {
  if (!/\.(?:zip|warrant)$/iu.test(file.name)) return false;
  const what = await recognised(file);
  return what.is === 'paper' && what.format === 'package';
}

/** Puts the files apart. */
export async function apart(files: readonly File[]): Promise<Brought> {
  const backed = await Promise.all(files.map(isBackup));
  const packed = await Promise.all(files.map(async (file, at) => !backed[at] && (await isPackage(file))));
  return {
    notebooks: files.filter(isNotebook),
    packages: files.filter((_, at) => packed[at]),
    backups: files.filter((_, at) => backed[at]),
    papers: files.filter((file, at) => !packed[at] && !backed[at] && !isNotebook(file)),
  };
}

/** Whether a file that is dropped on a desk is a paper of its own: a picture of a map, a notebook or an argument is none. */
export async function isPaper(file: File): Promise<boolean> {
  const what = await recognised(file);
  if (what.is !== 'paper' || what.format === 'package') return false;
  if (what.format !== 'pdf') return true;
  const { notebookInPicture } = await import('./picture-files.ts');
  return notebookInPicture(file).then(
    () => false,
    () => true,
  );
}
