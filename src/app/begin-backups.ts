/** Looks after backups that are made by themselves: when the app has opened and rests, and every hour from then on. */
import { rested } from '../ui/slices.ts';

const hour = 3_600_000;

/** Begins; does nothing in a browser without folders. */
export async function beginBackups(): Promise<void> {
  if (!('showDirectoryPicker' in globalThis)) return;
  await rested(5000);
  const look = async (): Promise<void> => {
    const { backUpWhenDue } = await import('./folder-backup.ts');
    await backUpWhenDue();
  };
  setInterval(() => void look().catch(() => undefined), hour);
  await look();
}
