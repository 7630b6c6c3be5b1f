/** The papers of a backup: known by their text; what is here stays as it is, what is not is added with its files. */
import { readJats } from '../formats/jats.ts';
import { isPicture } from '../formats/paper/package.ts';
import { Fault } from '../model/fault.ts';
import { readFront } from '../model/front-shape.ts';
import { hashText, type Paper } from '../model/paper.ts';
import { Unsound } from '../model/shapes.ts';
import type { KeptPaper, PaperFile } from '../storage/papers.ts';
import { stored, type StoredPaper } from './backup-shapes.ts';
import { countsOf, draftOf, freeId } from './package-in.ts';
import { known, type Outlook, type Restorable, type RestorePlace } from './restore-plan.ts';

const titleOf = ({ entry }: StoredPaper): string => {
  const front = readFront(entry.front);
  return front instanceof Unsound ? entry.fileName : front.title;
};

/** The paper here that a paper of a backup is: of the same text, or the same paper before or after it was mended. */
const twinOf = (here: readonly KeptPaper[], { entry }: StoredPaper): KeptPaper | null =>
  here.find(({ hash }) => hash === entry.hash) ??
  here.find(({ id, firstHash }) => id === entry.id && firstHash === entry.firstHash) ??
  null;

/** One paper. Where it is here, `ids` learns under which id; where another has its id, a free one is taken. */
export class RestoredPaper implements Restorable {
  readonly kind = 'paper';
  readonly title: string;
  readonly #place: RestorePlace;
  readonly #folder: string;
  readonly #paper: StoredPaper;

  private constructor(place: RestorePlace, folder: string, paper: StoredPaper) {
    this.title = titleOf(paper);
    this.#place = place;
    this.#folder = folder;
    this.#paper = paper;
  }

  /** Reads its entry, which says what it is; `folder` is where it lies. Throws `backup/broken`. */
  static async read(place: RestorePlace, folder: string): Promise<RestoredPaper> {
    return new RestoredPaper(place, folder, await stored.paper(place.backup, `${folder}/entry.json`));
  }

  async outlook(): Promise<Outlook> {
    const { storage, shipped, ids } = this.#place;
    const { entry } = this.#paper;
    const here = await storage.papers.list();
    const twin = twinOf(here, this.#paper);
    if (!twin) {
      const before = ids.get(entry.id);
      const taken = new Set([...here.map(({ id }) => id), ...shipped.ids, ...ids.values()]);
      const id = before ?? freeId(entry.id, taken);
      ids.set(entry.id, id);
      return { fate: 'add', fresh: 0, take: () => this.#add(id) };
    }
    ids.set(entry.id, twin.id);
    if (twin.removed !== null && entry.removed === null)
      return { fate: 'merge', fresh: 0, take: () => storage.papers.update({ ...twin, removed: null }) };
    return twin.hash === entry.hash ? known : this.#other(twin);
  }

  /** It is here with another text: that stays, and this one is kept as one in which marks may have been made. */
  async #other(twin: KeptPaper): Promise<Outlook> {
    const { storage } = this.#place;
    const { hash } = this.#paper.entry;
    if ((await storage.texts(twin.id)).some((text) => text.hash === hash)) return known;
    const take = async (): Promise<void> => {
      const { paper, hash: sum } = await this.#read();
      const kept = new Date().toISOString();
      await storage.keepText({ hash: sum, paper: twin.id, text: paper.text.text, kept });
    };
    return { fate: 'merge', fresh: 0, take };
  }

  /** Its text, which alone says what its hash is. */
  async #read(): Promise<{ readonly xml: string; readonly paper: Paper; readonly hash: string }> {
    const xml = await this.#place.backup.text(`${this.#folder}/paper.xml`);
    const paper = readJats(xml, this.#paper.entry.id);
    const hash = await hashText(paper.text.text);
    if (hash !== this.#paper.entry.hash) throw new Fault('backup/broken', this.title);
    return { xml, paper, hash };
  }

  async #files(id: string): Promise<readonly PaperFile[]> {
    const files: PaperFile[] = [];
    for (const { name, role, type, path } of this.#paper.files) {
      const bytes = await this.#place.backup.bytes(path);
      if (role === 'original' || isPicture(type, bytes)) files.push({ paper: id, name, role, type, bytes });
    }
    return files;
  }

  async #draft(paper: Paper): Promise<unknown> {
    const { backup } = this.#place;
    const path = `${this.#folder}/draft.json`;
    if (!backup.paths.includes(path)) return null;
    return draftOf({ draft: await stored.draft(backup, path) }, paper);
  }

  async #add(id: string): Promise<void> {
    const { entry } = this.#paper;
    const { xml, paper, hash } = await this.#read();
    const files = await this.#files(id);
    const { firstHash, tags, format, fileName, added, removed } = entry;
    const kept: KeptPaper = {
      id,
      hash,
      firstHash,
      front: paper.front,
      tags,
      counts: countsOf(paper),
      format,
      fileName,
      size: files.reduce((sum, { bytes }) => sum + bytes.length, new Blob([xml]).size),
      added,
      removed,
    };
    await this.#place.storage.papers.keep(kept, { id, xml, draft: await this.#draft(paper) }, files);
  }
}
