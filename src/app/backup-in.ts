/** Restores a backup: looks first at what would become of each thing, then does it, one thing after the other, each whole or not at all. */
import { BackupIn } from '../formats/backup/backup.ts';
import type { Manifest } from '../formats/backup/manifest.ts';
import { Fault } from '../model/fault.ts';
import type { Storage } from '../storage/contract.ts';
import type { OnShare } from './backup-out.ts';
import type { ShippedTexts } from './package-in.ts';
import { RestoredNotebook } from './restore-notebooks.ts';
import { RestoredPaper } from './restore-papers.ts';
import {
  restoredKinds,
  type Fate,
  type Restorable,
  type RestoredKind,
  type RestorePlace,
} from './restore-plan.ts';
import { restoredLayer, restoredSettings, restoredState, restoredText } from './restore-rest.ts';

/** What would become, or became, of a thing. */
export interface Told {
  readonly kind: RestoredKind;
  readonly title: string;
  readonly fate: Fate;
  /** How much is new: records, settings. */
  readonly fresh: number;
  /** Why it is refused; null where it is not. */
  readonly fault: unknown;
}

/** A thing that cannot even be read. */
const unreadable = (kind: RestoredKind, title: string, fault: unknown): Restorable => ({
  kind,
  title,
  outlook: () => Promise.reject(fault instanceof Error ? fault : new Fault('backup/broken', title)),
});

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A backup that was opened, and where it goes. */
export class Restoring {
  readonly manifest: Manifest;
  readonly #things: readonly Restorable[];

  private constructor(manifest: Manifest, things: readonly Restorable[]) {
    this.manifest = manifest;
    this.#things = things;
  }

  /** Opens a backup. Throws `backup/unknown`, `backup/broken`, `backup/newer` or `backup/too-large`; changes nothing. */
  static async open(file: File, storage: Storage, shipped: ShippedTexts): Promise<Restoring> {
    const backup = await BackupIn.open(file, file.name);
    const place: RestorePlace = { backup, storage, shipped, ids: new Map() };
    const at = (pattern: RegExp): readonly string[] =>
      backup.paths.flatMap((path) => pattern.exec(path)?.[1] ?? []);
    const things: Restorable[] = [];
    for (const folder of at(/^(papers\/\d+)\/entry\.json$/u))
      things.push(
        await RestoredPaper.read(place, folder).catch((error: unknown) => unreadable('paper', folder, error)),
      );
    // The ids of papers must be known before anything that is about them.
    for (const paper of things) await paper.outlook().catch(() => null);
    things.push(...at(/^(texts\/\d+\.json)$/u).map((path) => restoredText(place, path)));
    things.push(
      ...(await RestoredNotebook.readAll(place, at(/^(notebooks\/\d+)\.json$/u), (path, error) =>
        things.push(unreadable('notebook', path, error)),
      )),
    );
    things.push(...at(/^(layers\/\d+\.json)$/u).map((path) => restoredLayer(place, path)));
    things.push(...at(/^(states\/\d+\.json)$/u).map((path) => restoredState(place, path)));
    if (backup.paths.includes('settings.json')) things.push(restoredSettings(place));
    return new Restoring(backup.manifest, inOrder(things));
  }

  /** What would become of each thing. Changes nothing. */
  preview(onShare: OnShare = () => undefined): Promise<readonly Told[]> {
    return this.#each(false, onShare);
  }

  /**
   * Restores all that can be. Each thing stands by itself: one that fails is told as refused. Throws `storage/full` where there
   * is no room; what was restored until then stays, and restoring once more goes on from there.
   */
  restore(onShare: OnShare = () => undefined): Promise<readonly Told[]> {
    return this.#each(true, onShare);
  }

  async #each(isMeant: boolean, onShare: OnShare): Promise<readonly Told[]> {
    const told: Told[] = [];
    for (const thing of this.#things) {
      told.push(await tellOf(thing, isMeant));
      onShare(told.length / this.#things.length);
      await breathe();
    }
    return told;
  }
}

const inOrder = (things: readonly Restorable[]): readonly Restorable[] =>
  [...things].sort((one, other) => restoredKinds.indexOf(one.kind) - restoredKinds.indexOf(other.kind));

async function tellOf(thing: Restorable, isMeant: boolean): Promise<Told> {
  const { kind, title } = thing;
  try {
    const { fate, fresh, take } = await thing.outlook();
    if (isMeant) await take?.();
    return { kind, title, fate, fresh, fault: null };
  } catch (fault) {
    if (fault instanceof Fault && fault.code === 'storage/full') throw fault;
    return { kind, title, fate: 'refused', fresh: 0, fault };
  }
}
