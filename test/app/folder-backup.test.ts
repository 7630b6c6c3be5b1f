/** Backups in a folder: the last five days stay, one a day, nothing half written, nothing of anybody else's touched. */
import { expect } from '@open-wc/testing';
import { BackupMaking } from '../../src/app/backup-making.ts';
import type { MadeBackup } from '../../src/app/backup-out.ts';
import { dailyName, putBackup } from '../../src/app/folder-files.ts';
import { BackupIn } from '../../src/formats/backup/backup.ts';
import { keepFolder, keptFolder } from '../../src/storage/backup-folder.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';

type Folder = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };

let folder: Folder;
const name = `backup-test-${crypto.randomUUID()}`;
const root = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();

beforeEach(async () => {
  folder = await (await root()).getDirectoryHandle(name, { create: true });
});
afterEach(async () => (await root()).removeEntry(name, { recursive: true }));

async function names(): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const one of folder.keys()) all.push(one);
  return all.sort();
}

/** The backup of a day on which `count` settings were set. */
async function backupOf(day: string, count = 1): Promise<MadeBackup> {
  const storage = new MemoryStorage();
  for (let at = 0; at < count; at += 1) await storage.setSetting(`s${at}`, at);
  const { blob, manifest } = await new BackupMaking(storage.rows(), () => undefined).make([]);
  const dated = { ...manifest, made: `${day}T10:00:00.000Z` };
  // The list in the file says when it was really made; the name is what is asked about here.
  Object.defineProperty(dated, 'toJSON', { value: () => manifest });
  return { file: new File([blob], 'b.zip'), manifest: dated, reached: 0 };
}

const settingsIn = async (file: string): Promise<number> => {
  const read = await (await folder.getFileHandle(file)).getFile();
  return (await BackupIn.open(read, file)).manifest.counts.settings;
};

describe('backups in a folder', () => {
  it('stay for five days of backups, and leave alone what else lies there', async () => {
    for (const other of ['warrant-2020-01-01-1000.warrant-backup.zip', 'thesis.docx'])
      await folder.getFileHandle(other, { create: true });
    const days = ['01', '02', '03', '05', '08', '13', '21'].map((day) => `2026-03-${day}`);
    for (const day of days) await putBackup(folder, await backupOf(day));
    expect(await names()).to.deep.equal([
      'thesis.docx',
      'warrant-2020-01-01-1000.warrant-backup.zip',
      ...days.slice(2).map(dailyName),
    ]);
  });

  it('are one a day: a later one takes the place of the earlier', async () => {
    await putBackup(folder, await backupOf('2026-03-01', 1));
    await putBackup(folder, await backupOf('2026-03-01', 2));
    expect(await names()).to.deep.equal([dailyName('2026-03-01')]);
    expect(await settingsIn(dailyName('2026-03-01'))).to.equal(2);
  });

  it('come out right where the browser cannot rename files', async () => {
    const proto = FileSystemFileHandle.prototype as { move?: unknown };
    const { move } = proto;
    delete proto.move;
    try {
      await putBackup(folder, await backupOf('2026-03-02', 3));
    } finally {
      proto.move = move;
    }
    expect(await names()).to.deep.equal([dailyName('2026-03-02')]);
    expect(await settingsIn(dailyName('2026-03-02'))).to.equal(3);
  });

  it('leave the earlier ones where what was written is not what was made', async () => {
    for (const day of ['01', '02', '03', '04', '05'])
      await putBackup(folder, await backupOf(`2026-03-${day}`));
    const before = await names();
    const made = await backupOf('2026-03-06');
    const torn = { ...made, file: new File([made.file.slice(0, -30), new Uint8Array(30)], 'b.zip') };
    const failure = await putBackup(folder, torn).catch((error: unknown) => error);
    expect((failure as { code?: string }).code).to.equal('backup/unverified');
    expect(await names()).to.deep.equal(before);
  });

  it('are told to have failed where the folder is gone', async () => {
    const gone = await folder.getDirectoryHandle('gone', { create: true });
    await folder.removeEntry('gone');
    const failure = await putBackup(gone, await backupOf('2026-03-06')).catch((error: unknown) => error);
    expect((failure as { code?: string }).code).to.equal('backup/folder');
  });

  it('go into the folder that was kept, until it is forgotten', async () => {
    expect(await keptFolder()).to.equal(null);
    await keepFolder(folder);
    expect(await (await keptFolder())?.isSameEntry(folder)).to.equal(true);
    await keepFolder(null);
    expect(await keptFolder()).to.equal(null);
  });
});
